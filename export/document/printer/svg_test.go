package printer_test

import (
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func TestPicture(t *testing.T) {
	page := printed(t, body(
		&document.Figure{Title: "Map <1>", Alt: "Who reports to whom", Picture: drawing(smallMap)},
		&document.Figure{Alt: "The same again", Picture: drawing(smallMap)},
	))
	root := parse(t, page)
	pictures := elements(root, "svg")
	require.Len(t, pictures, 2)
	first, second := pictures[0], pictures[1]
	assert.Equal(t, "img", attr(first, "role"))
	assert.Equal(t, "f.1.title f.1.desc", attr(first, "aria-labelledby"))
	assert.Equal(t, "400", attr(first, "width"))
	assert.Equal(t, "0 0 400 300", attr(first, "viewBox"))
	assert.Equal(t, "Map <1>", textOf(elements(first, "title")[0]))
	assert.Equal(t, "Who reports to whom", textOf(elements(first, "desc")[0]))
	assert.Equal(t, "The same again", textOf(elements(second, "title")[0]))
	assert.Empty(t, elements(second, "desc"))
	for _, picture := range pictures {
		assert.Equal(t, smallMap, imageOf(t, picture))
	}
	policy := attr(elements(root, "meta")[1], "content")
	assert.Contains(t, policy, "default-src 'none'; img-src data:; ")
	assert.Contains(t, printed(t, body(&document.Figure{Title: "Map", Picture: asked{}})), `content="default-src 'none'; style-src 'sha256-`)
}

// imageOf returns the SVG of the only image in a picture. The picture contains nothing else except
// its name.
func imageOf(t testing.TB, picture *html.Node) string {
	t.Helper()
	images := elements(picture, "image")
	require.Len(t, images, 1)
	encoded, ok := strings.CutPrefix(attr(images[0], "href"), "data:image/svg+xml;base64,")
	require.True(t, ok)
	svg, err := base64.StdEncoding.DecodeString(encoded)
	require.NoError(t, err)
	require.Len(t, elements(picture), 1+len(elements(picture, "title", "desc")))
	return string(svg)
}

// TestLivePicture checks that an interactive picture has one variable for each pair of colours. The
// words of its controls must be data of the page.
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
	err := printer.HTML(t.Context(), io.Discard, body(&document.Figure{Title: "Map", Picture: failing{}}), nil)
	assert.True(t, errors.Is(err, errFull), err)
}

// FuzzPicture checks that a picture is one image on the page, whatever its SVG contains.
func FuzzPicture(f *testing.F) {
	for _, svg := range []string{smallMap, "", "plain", `<svg onload="x"/>`, `<svg><script>alert(1)</script></svg>`,
		`<svg><title>&lt;script></title><!--><script>--></svg>`, `"/><script>alert(1)</script>`, "<svg>\x00"} {
		f.Add(svg)
	}
	f.Fuzz(func(t *testing.T, svg string) {
		root := parse(t, printed(t, body(&document.Figure{Title: "Map", Picture: drawing(svg)})))
		require.Len(t, elements(root, "figure", "figcaption"), 2)
		pictures := elements(elements(root, "figure")[0], "svg")
		require.Len(t, pictures, 1)
		require.Equal(t, svg, imageOf(t, pictures[0]))
		require.Len(t, elements(root, "script", "style"), 2)
	})
}
