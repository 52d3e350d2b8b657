// Package render turns accounts into pictures. A [View] makes a graph of a map: [Stakeholders] draws the people, who they report to and
// whom they influence; others stand on a grid, which needs no Graphviz: [Influence], [Coverage], [TeamCover] and [Roadmap]. Graphviz places
// people under their managers, and the package packs, routes and paints. [Draw] does it all in one call; [Layout]
// stops before painting, for a picture that goes into a document.
//
//	err := render.Draw(ctx, w, m, render.Stakeholders{}, render.SVG, nil)
//
// SVG, PNG and PDF are painted from one and the same list of outlines and texts, and look alike; in PNG and PDF the texts are in the Go
// fonts, and a letter that those lack is a box. DOT is for whoever goes on with Graphviz.
//
// Other views of people are [Changes], what has become of them since an earlier state, and [Advocacy], who refers and testifies. [Options].Focus
// fades those whom a picture is not about; a theme of package theme gives the looks, and Terms the words, with a caller's own on top.
//
// The same input gives the same bytes. Nothing here decides what an account means: that is package accountmap's, and class.go turns its
// values into classes, which a theme dresses.
package render
