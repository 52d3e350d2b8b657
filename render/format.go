package render

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/dot"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/paint/drawio"
	"github.com/accountatlas/accountatlas/render/internal/paint/lucid"
	"github.com/accountatlas/accountatlas/render/internal/paint/mermaid"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
	"github.com/accountatlas/accountatlas/render/internal/paint/png"
	"github.com/accountatlas/accountatlas/render/internal/paint/pptx"
	"github.com/accountatlas/accountatlas/render/internal/paint/svg"
)

// Format is a file format of pictures. It is also the extension of its files, without the dot.
type Format string

// The formats.
const (
	// DOT is the language of Graphviz, with positions: neato -n2 draws the same map, more plainly.
	// A table has no DOT form; see [ErrTable].
	DOT Format = "dot"
	// SVG is for browsers, documents and editors.
	SVG Format = "svg"
	// PNG is an image with the resolution of Options.DPI.
	PNG Format = "png"
	// PDF is vectors with searchable text.
	PDF Format = "pdf"
	// PPTX is slides for PowerPoint and LibreOffice Impress, in editable shapes. Lines stay
	// attached to cards that are moved. A slide has the size of Options.Paper; a free size is a
	// slide of 16:9.
	PPTX Format = "pptx"
	// DrawIO is a diagram for draw.io, with cards as containers, lines attached to them, and a
	// layer for each kind of line.
	DrawIO Format = "drawio"
	// Lucid is a document that Lucidchart imports, of at most 2 MB; see [ErrLucid].
	Lucid Format = "lucid"
	// Mermaid is a flowchart of the hierarchy alone, for wikis, which lay it out themselves. A
	// table has no Mermaid form; see [ErrTable].
	Mermaid Format = "mmd"
)

// Paged reports whether a file of the format holds all pages of a [Set].
func (f Format) Paged() bool {
	p, err := painterOf(f)
	return err == nil && p.pages != nil
}

// ErrTable reports a table drawn in a format that has only boxes and lines.
var ErrTable = paint.ErrTable

// ErrLucid reports drawings that exceed the limits of Lucidchart's import.
var ErrLucid = lucid.ErrTooLarge

// painter writes drawings in a format: one drawing per file, or all pages of a set in one file.
type painter struct {
	format Format
	// paint writes one picture. A link to "#id" becomes a link to files[id], if present. It is nil
	// in a format with pages.
	paint func(ctx context.Context, w io.Writer, d *Drawing, files map[string]string) error
	// pages writes a set of at least one drawing. It is nil in a format with one picture per file.
	pages func(w io.Writer, s *Set) error
}

func (p painter) write(ctx context.Context, w io.Writer, d *Drawing) error {
	if p.pages != nil {
		return p.pages(w, &Set{drawings: []*Drawing{d}})
	}
	return p.paint(ctx, w, d, nil)
}

func painters() []painter {
	return []painter{
		{format: DOT, paint: func(_ context.Context, w io.Writer, d *Drawing, _ map[string]string) error {
			return dot.Write(w, d.picture.Input)
		}},
		{format: SVG, paint: func(_ context.Context, w io.Writer, d *Drawing, files map[string]string) error {
			return svg.Write(w, d.picture.Scene, &svg.Options{IDPrefix: d.idPrefix, Fluid: d.fluid, Files: files})
		}},
		{format: PNG, paint: func(ctx context.Context, w io.Writer, d *Drawing, _ map[string]string) error {
			return png.Write(ctx, w, d.picture.Scene, &d.png)
		}},
		{format: PDF, pages: writePDF},
		{format: PPTX, pages: func(w io.Writer, s *Set) error {
			first := s.drawings[0]
			return pptx.Write(w, s.pages(), first.paper, first.picture.Input.Theme)
		}},
		{format: DrawIO, pages: func(w io.Writer, s *Set) error { return drawio.Write(w, s.pages()) }},
		{format: Lucid, pages: func(w io.Writer, s *Set) error { return lucid.Write(w, s.pages()) }},
		{format: Mermaid, paint: func(_ context.Context, w io.Writer, d *Drawing, _ map[string]string) error {
			return mermaid.Write(w, d.picture.Input.Graph, d.picture.Input.Theme)
		}},
	}
}

func writePDF(w io.Writer, s *Set) error {
	sheets := make([]pdf.Page, len(s.drawings))
	for i, d := range s.drawings {
		sheets[i] = pdf.Page{Scene: d.picture.Scene, ID: d.id, Title: d.title, Depth: d.depth}
		if !s.paper.Free() {
			sheets[i].Width, sheets[i].Height = s.paper.Width, s.paper.Height
		}
	}
	return pdf.Write(w, sheets)
}

func (s *Set) pages() []paint.Sheet {
	pages := make([]paint.Sheet, len(s.drawings))
	for i, d := range s.drawings {
		pages[i] = paint.Sheet{Scene: d.picture.Scene, ID: d.id, Title: d.title}
	}
	return pages
}

// Formats returns all formats.
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
