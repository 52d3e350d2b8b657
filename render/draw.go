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
	"github.com/accountatlas/accountatlas/render/internal/paint"
)

// View makes a graph of a map: what the picture shows, before it has a look. Options are never nil and have their defaults filled in. A
// View only reads the map and may be used by many goroutines.
type View interface {
	Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error)
}

// Format is a file format of pictures.
type Format string

// The formats.
const (
	// DOT is Graphviz's own language, with positions: neato -n2 of any Graphviz draws the same map, plainer.
	DOT Format = "dot"
	// SVG is for browsers, documents and editors.
	SVG Format = "svg"
	// PNG is pixels, as many as Options.DPI says.
	PNG Format = "png"
	// PDF is in vectors, with text that can be searched: the pages that [Pages] makes.
	PDF Format = "pdf"
)

// Formats lists the formats.
func Formats() []Format { return []Format{DOT, SVG, PNG, PDF} }

// Draw draws a view of the map to w. Nothing is written unless the whole picture is ready; the error is the view's, the engine's (see
// [ErrNoEngine]), that of ctx, or that of w. A nil opts means the defaults.
func Draw(ctx context.Context, w io.Writer, m *accountmap.Map, v View, f Format, opts *Options) error {
	if !slices.Contains(Formats(), f) {
		return fmt.Errorf("no picture format %q: one of %v", f, Formats())
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
	return paint.PDF(w, pdfPages(pictures, page), nil)
}

// formatOf is the format that a file's name says.
func formatOf(name string) (Format, error) {
	extension := strings.ToLower(filepath.Ext(name))
	for _, f := range Formats() {
		if extension == "."+string(f) {
			return f, nil
		}
	}
	return "", fmt.Errorf("the name %q does not say a picture format: end it in .dot, .svg, .png or .pdf", name)
}
