// Package render turns accounts into pictures. [Draw] does it in one call; [Layout] stops before painting, for a picture that goes into a
// document:
//
//	err := render.Draw(ctx, w, m, render.Stakeholders{}, render.SVG, nil)
//
// A [View] says what the picture shows. [Stakeholders] is the account map: people as cards in the boxes of their units, who reports to whom and
// who influences whom. [Changes] marks on it what has changed since an earlier state, and [Advocacy] shows who refers us and who testifies.
// Graphviz places these people under their managers; the package packs the units onto the page and routes the lines between them. [Influence],
// [Coverage], [TeamCover] and [Roadmap] are tables, which need no Graphviz.
//
// SVG, PNG and PDF are painted from one list of outlines and texts, so they look alike. PNG and PDF set their texts in the Go fonts and draw a
// box for any letter these lack (see Options.Fallback). DOT is for readers who go on with Graphviz.
//
// [Options] has the rest: a theme of package theme for the looks, a language or a caller's own words, and a focus, which fades everybody whom
// the picture is not about. The same input gives the same bytes.
//
// Nothing here decides what an account means: package accountmap does. The file class.go alone turns its values into classes, and a theme gives
// classes their looks.
package render
