package printer_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// A drawing is a Picture of fixed SVG, 400 by 300.
type drawing string

func (drawing) Size() (width, height float64) { return 400, 300 }

func (d drawing) SVG(w io.Writer) error {
	_, err := io.WriteString(w, string(d))
	return err
}

const smallMap = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- drawn by a test -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400pt" height="300pt" viewBox="0 0 400 300" font-family="Arial">
<title>its own name</title>
<defs><marker id="tip" viewBox="0 0 8 8"><path d="M0,0L8,4L0,8z"/></marker></defs>
<g id="n1" class="node sold"><title>Ana &amp; Co</title><rect width="196" height="60" fill="#fff" transform="translate(4 4)"/>
<a xlink:href="https://maps.example/?a=1&amp;b=2"><text x="8" y="20">Ana &lt;Ribeiro&gt;</text></a></g>
<path d="M0,0L9,9" marker-end="url(#tip)"/><use href="#n1"/>
</svg>`

// An asked drawing is a LivePicture: Ana, her report Bea and Eva in two boxes, an influence with a
// label, and a name that contains markup.
type asked struct{ drawing }

const asks = `<svg viewBox="0 0 400 300" width="400" height="300" role="img" aria-labelledby="~title" fill="none" font-family="Arial"><title id="~title">Map</title>
<g id="~clust1" class="cluster"><title>Sales</title><path d="M0 0h390v200H0z" stroke="%s"/></g>
<g id="~clust2" class="cluster" data-in="~clust1"><title>Shop</title><path d="M200 10h180v180H200z" stroke="%[1]s"/></g>
<g id="~edge1" class="edge" data-from="~node1" data-to="~node2" data-kind="reports to"><title>Bea reports to Ana</title><path d="M50 60v40" stroke="%[1]s"/></g>
<g id="~edge2" class="edge" data-from="~node2" data-to="~node3" data-kind="allied with"><title>Bea and Eva</title><path d="M110 120h100" stroke="%[1]s"/></g>
<g id="~label2" class="label"><path d="M150 110h20v10h-20z" fill="%[2]s"/></g>
<g id="~node1" class="node" data-in="~clust1" data-key="1" data-tags="Stance&#9;Champion&#10;Unit&#9;Sales"><title>Ana &lt;b&gt;
Boss
ana@a.example
Ana influences Eva</title><a href="mailto:ana@a.example"><path d="M10 20h100v40H10z" fill="%[2]s"/></a></g>
<g id="~node2" class="node" data-in="~clust1" data-tags="Stance&#9;Blocker&#10;Unit&#9;Sales"><title>Bea
Clerk</title><path d="M10 100h100v40H10z" fill="%[2]s"/></g>
<g id="~node3" class="node" data-in="~clust2" data-tags="Stance&#9;Champion&#10;Unit&#9;Shop&#10;Unit&#9;Sales"><title>Éva</title><path d="M210 100h100v40H210z" fill="%[2]s"/></g>
<g class="said" data-from="~node1" data-to="~node3" data-kind="influences"><title>Ana influences Eva</title></g></svg>`

func (asked) EmbedSVG(io.Writer, string, string, string) error { return errors.New("a page asks") }

func (asked) EmbedLive(w io.Writer, prefix, _, _ string, ink func(light, dark string) string) error {
	_, err := fmt.Fprintf(w, strings.ReplaceAll(asks, "~", prefix), ink("#334455", "#CCDDEE"), ink("#FFFFFF", "#101820"))
	return err
}

func (a asked) SVG(w io.Writer) error {
	return a.EmbedLive(w, "", "", "", func(light, _ string) string { return light })
}

// filled returns a document that has every kind of block, with s in every
// field that holds text.
func filled(s string) *document.Document {
	line := document.Text{
		document.Plain(s), document.Strong(s), document.Muted(s),
		document.Link{Text: s, URL: "https://maps.example/"}, document.Link{Text: s, URL: "javascript:alert(1)"},
		document.Chip{Text: s}, document.Chip{Text: s, Tone: s}, document.Toned{Text: s}, document.Toned{Text: s, Tone: s},
	}
	cell := document.Cell{Lines: []document.Text{line}, Tone: s}
	head := document.Cell{Lines: document.Lines(s, s), Header: true}
	return &document.Document{
		Title: s, Subtitle: s, Contents: s,
		Details: []document.Detail{{Label: s, Text: line}},
		Tones:   []document.Tone{{Name: "other", Fill: "#000000", Ink: "#FFFFFF"}, {Name: s, Fill: "#CDEAD9", Ink: "#0F5132"}},
		Blocks: []document.Block{
			&document.Facts{Items: []document.Fact{{Label: s, Value: s, Note: s, Tone: s, Share: 0.25}}},
			&document.Section{Title: s, Blocks: []document.Block{
				&document.Paragraph{Text: line},
				&document.List{Items: []document.Text{line, line}},
				&document.Facts{Plain: true, Items: []document.Fact{{Label: s, Value: s, Note: s, Tone: s}, {Label: s, Value: s}}},
				&document.Timeline{Ticks: []document.Tick{{At: 0, Label: s}, {At: 1, Label: s}},
					Moments: []document.Moment{{At: 0, Day: s, Text: s}, {At: .2, Day: s, Text: s, Tone: s}, {At: 1, Day: s, Text: s}}},
				&document.Table{Plain: true, Widths: []int{1, 3}, Groups: []document.Group{{Rows: []document.Row{{cell, cell}}}}},
				&document.Section{Title: s, Blocks: []document.Block{&document.List{Items: document.Lines(s)}}},
			}},
			&document.Section{Title: s, ID: "people", Folded: true, NewPage: true, Blocks: []document.Block{
				&document.Figure{Title: s, Caption: s, Alt: s, OwnPage: true, Picture: drawing(smallMap)},
				&document.Figure{Alt: s, Picture: drawing(smallMap)},
				&document.Table{
					Caption: s,
					Head: []document.Row{
						{{Rowspan: 2}, {Lines: document.Lines(s), Colspan: 2}},
						{cell, cell},
					},
					Groups: []document.Group{{Title: line, Rows: []document.Row{{head, cell, {Lines: document.Lines(s), Number: true, Share: 1}}}}},
					Foot:   []document.Row{{head, cell, cell}},
				},
			}},
		},
	}
}

func printed(t testing.TB, d *document.Document) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, printer.HTML(t.Context(), &b, d, nil))
	return b.String()
}

// body returns a document with only the given blocks.
func body(blocks ...document.Block) *document.Document {
	return &document.Document{Title: "Grupo Meridiano", Blocks: blocks}
}

func parse(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return root
}

// elements returns the elements below n with one of the names, in page order, or all elements if
// there are no names.
func elements(n *html.Node, names ...string) []*html.Node {
	var found []*html.Node
	for e := range n.Descendants() {
		if e.Type != html.ElementNode {
			continue
		}
		if len(names) == 0 {
			found = append(found, e)
		}
		for _, name := range names {
			if e.Data == name {
				found = append(found, e)
			}
		}
	}
	return found
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for e := range n.Descendants() {
		if e.Type == html.TextNode {
			b.WriteString(e.Data)
		}
	}
	return b.String()
}
