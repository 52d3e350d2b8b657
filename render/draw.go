package render

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
)

// View decides what a picture shows: it makes a graph of a map. [Layout] calls it with options whose defaults are filled in. A View must only
// read the map and must be safe for any number of goroutines.
type View interface {
	Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error)
}

// Format is a file format of pictures.
type Format string

// The formats.
const (
	// DOT is the language of Graphviz, with positions: neato -n2 draws the same map, more plainly.
	DOT Format = "dot"
	// SVG is for browsers, documents and editors.
	SVG Format = "svg"
	// PNG has as many pixels as Options.DPI asks for.
	PNG Format = "png"
	// PDF is vectors with searchable text, on the pages that [Pages] makes.
	PDF Format = "pdf"
)

// Formats lists the formats.
func Formats() []Format { return []Format{DOT, SVG, PNG, PDF} }

// Draw draws a view of the map and writes it to w. Nothing is written before the whole picture is ready. The error is one of the view, of the
// engine (see [ErrNoEngine]), of ctx or of w, a [TooLargeError], or of an unknown format. A nil opts means the defaults.
func Draw(ctx context.Context, w io.Writer, m *accountmap.Map, v View, f Format, opts *Options) error {
	if !slices.Contains(Formats(), f) {
		return fmt.Errorf("unknown picture format %q: want one of %v", f, Formats())
	}
	if f == PDF {
		return drawPages(ctx, w, m, v, opts)
	}
	d, err := Layout(ctx, m, v, opts)
	if err != nil {
		return err
	}
	if f == SVG {
		return d.SVG(w) // which only w can stop, and which may be long
	}
	write := map[Format]func(io.Writer) error{DOT: d.DOT, PNG: d.PNG}
	var picture bytes.Buffer
	if err := write[f](&picture); err != nil {
		return err
	}
	_, err = w.Write(picture.Bytes())
	return err
}

// drawPages draws a PDF of the set.
func drawPages(ctx context.Context, w io.Writer, m *accountmap.Map, v View, opts *Options) error {
	pictures, err := Pages(ctx, m, v, opts)
	if err != nil {
		return err
	}
	var page Page
	if opts != nil {
		page = opts.Page
	}
	return pdf.Write(w, pdfPages(pictures, page), nil)
}

// formatOf is the format that the extension of a file name asks for.
func formatOf(name string) (Format, error) {
	extension := strings.ToLower(filepath.Ext(name))
	for _, f := range Formats() {
		if extension == "."+string(f) {
			return f, nil
		}
	}
	return "", fmt.Errorf("the name %q has no extension of a picture format: want .dot, .svg, .png or .pdf", name)
}
