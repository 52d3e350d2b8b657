// Package render turns accounts into pictures. [Draw] does it in one call; [Layout] returns a
// [Drawing], for a picture that goes into a document or a page; [Pages] returns a [Set] of drawings
// that are legible in print:
//
//	err := render.Draw(ctx, w, m, render.Stakeholders{}, render.SVG, nil)
//
// A [View] decides what the picture shows; [Views] lists the built-in ones. [Stakeholders] is the
// account map: people as cards in the boxes of their units, who reports to whom and who influences
// whom. [Changes] marks on it what has changed since an earlier state, and [Advocacy] shows who
// refers us and who testifies. [Influence], [Coverage], [TeamCover] and [Roadmap] are tables.
//
// Graphviz places people under their managers; everything else is ours: packing the units, routing
// the lines, laying out tables. See [Engine].
//
// SVG, PNG and PDF are painted from one list of outlines and texts, so they look alike. PNG and PDF
// set their texts in the Go fonts and draw a box for any letter these lack; see Options.Fallback.
// DOT is for readers who go on with Graphviz. PPTX is slides of native shapes: a card is a group
// whose texts are texts, and a line is a connector that follows the cards at its ends.
//
// [Options] has the rest: the theme, the language or a caller's own words, and a focus, which fades
// everybody else. The same input gives the same bytes.
//
// One contact becomes SVG in these steps: Stakeholders.Graph makes a graph.Node of it;
// internal/picture measures its card (scene.NewCard), places it (layout.Place) and draws it
// (scene.Compose); internal/paint/svg writes the scene. Nothing here decides what an account means:
// package accountmap does.
package render
