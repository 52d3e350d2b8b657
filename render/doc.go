// Package render turns accounts into pictures. A [View] makes a graph of a map ([Stakeholders] draws the people, who they report to and
// whom they influence); Graphviz places the people, and the package packs, routes and paints. [Draw] does it all in one call; [Layout]
// stops before painting, for a picture that goes into a document.
//
//	err := render.Draw(ctx, w, m, render.Stakeholders{}, render.SVG, nil)
//
// The same input gives the same bytes. Nothing here decides what an account means: that is package accountmap's, and class.go turns its
// values into classes, which a theme dresses.
package render
