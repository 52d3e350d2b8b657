// Package render turns accounts into pictures. A [View] makes a graph of a map ([Stakeholders] draws the people, who they report to and
// whom they influence); Graphviz places the people, and the package packs, routes and paints. [Draw] does it all in one call; [Layout]
// stops before painting, for a picture that goes into a document.
//
//	err := render.Draw(ctx, w, m, render.Stakeholders{}, render.SVG, nil)
//
// SVG, PNG and PDF are painted from one and the same list of outlines and texts, and look alike; in PNG and PDF the texts are in the Go
// fonts, and a letter that those lack is a box. DOT is for whoever goes on with Graphviz.
//
// The same input gives the same bytes. Nothing here decides what an account means: that is package accountmap's, and class.go turns its
// values into classes, which a theme dresses.
package render
