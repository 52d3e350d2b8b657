package printer_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPicturesThatAreRefused(t *testing.T) {
	for inner, want := range map[string]string{
		`<script>alert(1)</script>`:                            "<script>: this element is not allowed",
		`<foreignObject><p/></foreignObject>`:                  "<foreignObject>: this element",
		`<style>*{fill:red}</style>`:                           "use presentation attributes",
		`<image href="data:image/png;base64,AA"/>`:             "<image>",
		`<set attributeName="href" to="javascript:alert(1)"/>`: "<set>",
		`<animate/>`: "<animate>",
		`<x:rect xmlns:x="http://example.org/x"/>`:               `name space "http://example.org/x"`,
		`<rect onload="alert(1)"/>`:                              "event handlers",
		`<rect oNcLiCk="alert(1)"/>`:                             "event handlers",
		`<rect style="fill:red"/>`:                               "style attributes",
		`<rect src="x"/>`:                                        "may not fetch",
		`<a href="https://a.example" ping="https://b.example"/>`: "may not fetch",
		`<a href="javascript:alert(1)"/>`:                        "a link has to lead to",
		`<a HREF="javascript:alert(1)"/>`:                        "a link has to lead to",
		`<a xlink:href="javascript:alert(1)"/>`:                  "a link has to lead to",
		`<use href="https://a.example/x.svg#a"/>`:                "may refer only to itself",
		`<use href="x.svg#a"/>`:                                  "may refer only to itself",
		`<rect fill="url(https://a.example/x.svg#a)"/>`:          "as url(#id)",
		`<rect fill="url('x.svg#a')"/>`:                          "as url(#id)",
		`<rect fill="URL(x.svg#a)"/>`:                            `the function "URL"`,
		`<rect fill="url(#a) url(x)"/>`:                          "as url(#id)",
		`<rect fill="u\72l(x)"/>`:                                "a backslash",
		`<rect mask="image-set('https://a.example/x.png')"/>`:    `the function "image-set"`,
		`<rect id="a"/><rect id="a"/>`:                           "stands twice",
		`<rect fill="red" fill="blue"/>`:                         "stands twice",
		`<rect fill="red" FILL="blue"/>`:                         "stands twice",
		`<rect é="x"/>`:                                          "no name of an SVG attribute",
		`<title><rect/></title>`:                                 "<title> may hold text only",
		`<rect>`:                                                 "not well-formed",
		`&nbsp;`:                                                 "not well-formed",
		"\x00":                                                   "not well-formed",
		`</svg><svg xmlns="http://www.w3.org/2000/svg">`:         "one <svg> has to hold everything",
		`</svg>text<svg xmlns="http://www.w3.org/2000/svg">`:     "text outside",
	} {
		picture := drawing(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + inner + `</svg>`)
		var out bytes.Buffer
		err := printer.HTML(&out, body(&document.Figure{Title: "Map", Picture: picture}), nil)
		assert.ErrorContains(t, err, want, inner)
		assert.ErrorContains(t, err, `document: figure "Map": SVG line 1, column `)
		assert.Zero(t, out.Len())
	}
	for _, picture := range []drawing{"", " ", "<!-- -->"} {
		err := printer.HTML(io.Discard, body(&document.Figure{Title: "Map", Picture: picture}), nil)
		assert.ErrorContains(t, err, "no svg element", string(picture))
	}
	for _, picture := range []drawing{"<html/>", "plain", `<svg onload="x"/>`, `<svg xmlns="http://www.w3.org/1999/xhtml"/>`} {
		assert.Error(t, printer.HTML(io.Discard, body(&document.Figure{Title: "Map", Picture: picture}), nil), string(picture))
	}
}

func TestPicture(t *testing.T) {
	page := printed(t, body(
		&document.Figure{Title: "Map", Alt: "Who reports to whom", Picture: drawing(smallMap)},
		&document.Figure{Alt: "The same again", Picture: drawing(smallMap)},
	))
	assert.NotContains(t, page, "<?xml")
	assert.NotContains(t, page, "SVG 1.1")
	assert.NotContains(t, page, "drawn by a test")
	assert.NotContains(t, page, "its own name")

	pictures := elements(parse(t, page), "svg")
	require.Len(t, pictures, 2)
	first, second := pictures[0], pictures[1]
	assert.Equal(t, "group", attr(first, "role"), "it holds a link")
	assert.Equal(t, "400", attr(first, "width"))
	assert.Equal(t, "0 0 400 300", attr(first, "viewBox"))
	assert.Equal(t, "Arial", attr(first, "font-family"))
	assert.Equal(t, "Map", textOf(elements(first, "title")[0]))
	assert.Equal(t, "Who reports to whom", textOf(elements(first, "desc")[0]))
	assert.Equal(t, "The same again", textOf(elements(second, "title")[0]))
	assert.Empty(t, elements(second, "desc"))

	assert.Equal(t, "Ana & Co", textOf(elements(first, "title")[1]))
	assert.Equal(t, "Ana <Ribeiro>", textOf(elements(first, "text")[0]))
	assert.Equal(t, "node sold", attr(elements(first, "g")[0], "class"))
	assert.Equal(t, "https://maps.example/?a=1&b=2", attr(elements(first, "a")[0], "href"))

	for i, picture := range pictures {
		prefix := []string{"f.1-", "f.2-"}[i]
		assert.Equal(t, prefix+"n1", attr(elements(picture, "g")[0], "id"))
		assert.Equal(t, "#"+prefix+"n1", attr(elements(picture, "use")[0], "href"))
		assert.Equal(t, "url(#"+prefix+"tip)", attr(elements(picture, "path")[1], "marker-end"))
	}
}

func TestPictureWithoutItsOwnFrame(t *testing.T) {
	page := printed(t, body(&document.Figure{Title: "Map", Picture: drawing(`<svg><a href="#people"><rect/></a><a href="#r"/><rect id="r" aria-labelledby="r r"/></svg>`)}))
	svg := elements(parse(t, page), "svg")[0]
	assert.Equal(t, "0 0 400 300", attr(svg, "viewBox"))
	links := elements(svg, "a")
	assert.Equal(t, "#people", attr(links[0], "href"), "a place on the page")
	assert.Equal(t, "#f.1-r", attr(links[1], "href"), "a place in the picture")
	assert.Equal(t, "f.1-r f.1-r", attr(elements(svg, "rect")[1], "aria-labelledby"))
	assert.Equal(t, "img", attr(elements(parse(t, printed(t, body(&document.Figure{Title: "x", Picture: drawing("<svg/>")}))), "svg")[0], "role"))
}

// A picture that a page asks has one colour for each pair of colours, and the words for its controls are data of the page.
func TestLivePicture(t *testing.T) {
	d := body(&document.Figure{Title: "Map", Picture: asked{}}, &document.Figure{Title: "Again", Picture: asked{}}, &document.Figure{Title: "Still", Picture: drawing(smallMap)})
	d.Words = document.Words{Find: `Find "people"`, Whole: "Whole map"}
	page := printed(t, d)
	root := parse(t, page)
	assert.Contains(t, page, ".inked { --k1:#334455;--k2:#FFFFFF }")
	assert.Contains(t, page, "@media screen and (prefers-color-scheme: dark) { .inked { --k1:#CCDDEE;--k2:#101820 } }")
	assert.Equal(t, `Find "people"`, attr(elements(root, "body")[0], "data-find"))
	assert.Equal(t, "Whole map", attr(elements(root, "body")[0], "data-whole"))
	var looks []string
	for _, e := range elements(root, "div") {
		if strings.HasPrefix(attr(e, "class"), "picture") {
			looks = append(looks, attr(e, "class"))
		}
	}
	assert.Equal(t, []string{"picture inked", "picture inked", "picture"}, looks)
	assert.Contains(t, page, `id="f.2-node3"`)
	assert.NotContains(t, page, "--k3")
	assert.Empty(t, elements(root, "select", "input", "button"), "controls are there only when the script runs")
}

type failing struct{ drawing }

func (failing) SVG(io.Writer) error { return errFull }

func TestPictureThatFails(t *testing.T) {
	err := printer.HTML(io.Discard, body(&document.Figure{Title: "Map", Picture: failing{}}), nil)
	assert.True(t, errors.Is(err, errFull), err)
}

// FuzzPicture shows that no picture, however broken, adds an element or an
// attribute to the page that could act.
func FuzzPicture(f *testing.F) {
	f.Add(smallMap)
	f.Add(`<svg><title>&lt;script></title><!--><script>--></svg>`)
	f.Add(`<svg><text><![CDATA[<script>]]></text></svg>`)
	f.Fuzz(func(t *testing.T, svg string) {
		var b strings.Builder
		if printer.HTML(&b, body(&document.Figure{Title: "Map", Picture: drawing(svg)}), nil) != nil {
			return
		}
		root := parse(t, b.String())
		require.Len(t, elements(root, "figure", "figcaption"), 2)
		require.Empty(t, elements(elements(root, "figure")[0], "script", "style", "img", "image", "iframe", "foreignObject", "link", "meta"))
		for _, e := range elements(root) {
			for _, a := range e.Attr {
				require.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src", a.Key)
				require.False(t, a.Key == "href" && strings.Contains(a.Val, "script:") && !strings.Contains(a.Val, "http") && !strings.Contains(a.Val, "mailto") && a.Val[0] != '#', a.Val)
			}
		}
	})
}
