package opc_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/opc"
)

// frame returns a package of one part, with its media types in the given order.
func frame(t *testing.T, defaults string) []byte {
	t.Helper()
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	for name, content := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` + defaults + `</Types>`,
		"a.xml":               "<a/>",
	} {
		part, err := w.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(part, content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return file.Bytes()
}

const (
	png = `<Default Extension="png" ContentType="image/png"/>`
	xml = `<Default Extension="xml" ContentType="application/xml"/>`
)

// written opens a frame, replaces a part, adds others and returns the file.
func written(t *testing.T, frame []byte) []byte {
	t.Helper()
	p, err := opc.Open(frame)
	require.NoError(t, err)
	p.SetFunc("a.xml", func(w *bufio.Writer) { w.WriteString("<b/>") })
	p.Add("z/pic.png", "image/png", []byte("pixels"))
	var related opc.Relations
	p.AddRelations("a.xml", &related) // none
	related.Add("one", "image", "z/pic.png")
	related.AddExternal("two", "hyperlink", "https://a.example/?b&c")
	p.AddRelations("z/a.xml", &related)
	var file bytes.Buffer
	require.NoError(t, p.Write(&file))
	return file.Bytes()
}

func TestPackage(t *testing.T) {
	file := written(t, frame(t, xml+png))
	assert.Equal(t, file, written(t, frame(t, png+xml)), "the order of the frame's media types does not matter")
	names, parts := partsOf(t, file)
	assert.Equal(t, []string{"[Content_Types].xml", "a.xml", "z/_rels/a.xml.rels", "z/pic.png"}, names)
	assert.Equal(t, "<b/>", parts["a.xml"])
	assert.Contains(t, parts["[Content_Types].xml"], `<Override PartName="/z/pic.png" ContentType="image/png"></Override>`)
	assert.Contains(t, parts["z/_rels/a.xml.rels"], `Target="https://a.example/?b&amp;c" TargetMode="External"/>`)
}

// partsOf returns the names of the parts in their order, and the text of each.
func partsOf(t *testing.T, file []byte) (names []string, parts map[string]string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	parts = map[string]string{}
	for _, f := range r.File {
		open, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(open)
		require.NoError(t, err)
		parts[f.Name] = string(content)
		names = append(names, f.Name)
	}
	return names, parts
}

func TestNewPackage(t *testing.T) {
	p := opc.New()
	p.AddFunc("doc/main.xml", "application/x-main+xml", func(w *bufio.Writer) { w.WriteString("<main/>") })
	var root opc.Relations
	root.Add("main", "officeDocument", "doc/main.xml")
	p.AddProperties(&root, opc.Properties{Title: "R&D <map>", Language: "es"})
	p.AddRelations("", &root)
	var file bytes.Buffer
	require.NoError(t, p.Write(&file))
	names, parts := partsOf(t, file.Bytes())
	assert.Equal(t, []string{"[Content_Types].xml", "_rels/.rels", "doc/main.xml", "docProps/app.xml", "docProps/core.xml"}, names)
	assert.Equal(t, "<main/>", parts["doc/main.xml"])
	assert.Contains(t, parts["[Content_Types].xml"], `<Override PartName="/doc/main.xml" ContentType="application/x-main+xml"></Override>`)
	assert.Contains(t, parts["docProps/core.xml"], "<dc:title>R&amp;D &lt;map&gt;</dc:title><dc:creator>")
	assert.Contains(t, parts["_rels/.rels"], `relationships/officeDocument" Target="doc/main.xml"/>`)
	assert.Contains(t, parts["_rels/.rels"], `metadata/core-properties" Target="docProps/core.xml"/>`)
}

func TestOpenReportsDamage(t *testing.T) {
	file := frame(t, xml)
	for _, damaged := range [][]byte{nil, file[:len(file)/2], frame(t, "<Default")} {
		_, err := opc.Open(damaged)
		assert.Error(t, err)
	}
}
