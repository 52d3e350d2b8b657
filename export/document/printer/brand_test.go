package printer_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
)

// logo returns a PNG of a size. The file contains an author's text.
func logo(t testing.TB, width, height int) []byte {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range width {
		picture.Set(i, height/2, color.NRGBA{11, 90, 74, 200})
	}
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, picture))
	const afterHeader = 8 + 25
	text := []byte("tEXtAuthor\x00SECRET")
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(text)-4))
	chunk = binary.BigEndian.AppendUint32(append(chunk, text...), crc32.ChecksumIEEE(text))
	return append(append(b.Bytes()[:afterHeader:afterHeader], chunk...), b.Bytes()[afterHeader:]...)
}

func branded(t testing.TB) *document.Document {
	d := filled("Meridiano")
	d.Blocks = append(d.Blocks, &document.Section{Title: "More", Blocks: []document.Block{&document.List{Items: document.Lines("one")}}})
	d.Accent, d.Logo = "#0B5A4A", logo(t, 300, 80)
	return d
}

// TestBrand checks that every format with colours and pictures has the accent and the logo, and
// only the pixels of the logo.
func TestBrand(t *testing.T) {
	d := branded(t)
	page := printed(t, d)
	root := parse(t, page)
	assert.Contains(t, page, ":root { --brand: #0B5A4A; --link: #0B5A4A; --accent: #0B5A4A }")
	pictures := elements(elements(root, "header")[0], "img")
	require.Len(t, pictures, 1)
	assert.Equal(t, []string{"150", "40", ""}, []string{attr(pictures[0], "width"), attr(pictures[0], "height"), attr(pictures[0], "alt")})
	encoded, found := strings.CutPrefix(attr(pictures[0], "src"), "data:image/png;base64,")
	require.True(t, found)
	clean, err := base64.StdEncoding.DecodeString(encoded)
	require.NoError(t, err)
	size, err := png.DecodeConfig(bytes.NewReader(clean))
	require.NoError(t, err)
	assert.Equal(t, []int{300, 80}, []int{size.Width, size.Height})
	assert.Contains(t, page, `default-src 'none'; img-src data:; style-src`)

	var pdf, docx bytes.Buffer
	require.NoError(t, printer.PDF(t.Context(), &pdf, d, nil))
	require.NoError(t, printer.DOCX(t.Context(), &docx, d, nil))
	assert.Equal(t, 2, strings.Count(pdf.String(), "/Subtype /Image"), "the pixels and their opacity")
	parts := opctest.Parts(t, docx.Bytes())
	assert.Equal(t, clean, parts["word/media/picture1.png"])
	assert.Contains(t, string(parts["word/styles.xml"]), `w:val="0B5A4A"`)
	assert.NotContains(t, string(parts["word/styles.xml"]), "1F3A68")
	assert.Contains(t, string(opctest.Parts(t, slides(t, d))["ppt/theme/theme1.xml"]), "0B5A4A")
	for _, file := range []string{string(clean), pdf.String(), string(parts["word/media/picture1.png"])} {
		assert.NotContains(t, file, "SECRET")
	}
	var again bytes.Buffer
	require.NoError(t, printer.PDF(t.Context(), &again, d, nil))
	assert.True(t, bytes.Equal(pdf.Bytes(), again.Bytes()))

	d = body(&document.Paragraph{Text: document.Lines("Meridiano")[0]})
	d.Accent = "#0B5A4A"
	plain := printed(t, d)
	assert.NotContains(t, plain, "img-src")
	assert.NotContains(t, plain, "<img")
}

// TestBrandsThatAreRefused checks that an invalid brand prevents all output, and that the header of
// a large picture is enough to refuse it.
func TestBrandsThatAreRefused(t *testing.T) {
	whole := logo(t, 20, 20)
	huge := bytes.Clone(logo(t, 10, 10))
	binary.BigEndian.PutUint32(huge[16:], 2_000_000_000) // the width
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for want, d := range map[string]*document.Document{
		"is not a PNG that can be read": {Logo: []byte("<svg onload='x'/>")},
		"is not a whole PNG":            {Logo: whole[:len(whole)-20]},
		"2001 by 4 pixels":              {Logo: logo(t, 2001, 4)},
		"pixels: make it at most 2000":  {Logo: huge},
		"1048577 bytes":                 {Logo: make([]byte, 1<<20+1)},
		"write it as #RRGGBB":           {Accent: `red}</style><script>`},
		"write #":                       {Accent: "#FFCC00"},
	} {
		d.Title = "T"
		for name, write := range map[string]func(io.Writer) error{
			"html": func(w io.Writer) error { return printer.HTML(t.Context(), w, d, nil) }, "pdf": func(w io.Writer) error { return printer.PDF(t.Context(), w, d, nil) },
			"docx": func(w io.Writer) error { return printer.DOCX(t.Context(), w, d, nil) }, "pptx": func(w io.Writer) error { return printer.PPTX(w, d) },
		} {
			var b bytes.Buffer
			assert.ErrorContains(t, write(&b), want, name)
			assert.Zero(t, b.Len(), name)
		}
	}
}
