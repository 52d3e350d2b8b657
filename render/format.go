package render

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/dot"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
	"github.com/accountatlas/accountatlas/render/internal/paint/png"
	"github.com/accountatlas/accountatlas/render/internal/paint/svg"
)

// Format is a file format of pictures. It is also the extension of its files, without the dot.
type Format string

// The formats.
const (
	// DOT is the language of Graphviz, with positions: neato -n2 draws the same map, more plainly.
	// A table has no DOT; see [ErrTableDOT].
	DOT Format = "dot"
	// SVG is for browsers, documents and editors.
	SVG Format = "svg"
	// PNG has as many pixels as Options.DPI asks for.
	PNG Format = "png"
	// PDF is vectors with searchable text.
	PDF Format = "pdf"
)

// ErrTableDOT reports a picture that is a table, which has no DOT.
var ErrTableDOT = dot.ErrTable

// painter writes a drawing in a format.
type painter struct {
	format Format
	// paint writes one picture. Links to "#id" lead to the file of that id, where files has one.
	paint func(d *Drawing, w io.Writer, files map[string]string) error
}

// painters has a painter for each format, in the order of [Formats].
func painters() []painter {
	return []painter{
		{DOT, func(d *Drawing, w io.Writer, _ map[string]string) error {
			return dot.Write(w, d.picture.Input)
		}},
		{SVG, func(d *Drawing, w io.Writer, files map[string]string) error {
			return svg.Write(w, d.picture.Scene, &svg.Options{IDPrefix: d.idPrefix, Fluid: d.fluid, Files: files})
		}},
		{PNG, func(d *Drawing, w io.Writer, _ map[string]string) error {
			return png.Write(w, d.picture.Scene, &d.png)
		}},
		{PDF, func(d *Drawing, w io.Writer, _ map[string]string) error {
			return pdf.Write(w, []pdf.Page{{Scene: d.picture.Scene}})
		}},
	}
}

// Formats lists the formats.
func Formats() []Format {
	var all []Format
	for _, p := range painters() {
		all = append(all, p.format)
	}
	return all
}

func painterOf(f Format) (painter, error) {
	for _, p := range painters() {
		if p.format == f {
			return p, nil
		}
	}
	return painter{}, fmt.Errorf("unknown picture format %q: want one of %v", f, Formats())
}

// formatOf returns the format for the extension of a file name.
func formatOf(name string) (Format, error) {
	var extensions []string
	for _, f := range Formats() {
		extension := "." + string(f)
		if strings.EqualFold(filepath.Ext(name), extension) {
			return f, nil
		}
		extensions = append(extensions, extension)
	}
	last := len(extensions) - 1
	return "", fmt.Errorf("the name %q has no extension of a picture format: want %s or %s",
		name, strings.Join(extensions[:last], ", "), extensions[last])
}
