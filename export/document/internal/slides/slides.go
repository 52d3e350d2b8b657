// Package slides prints a document as a presentation: a slide for each top-level section, in native
// texts, tables and shapes.
package slides

import (
	"cmp"
	"io"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/logo"
	"github.com/accountatlas/accountatlas/internal/presentation"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/paper"
)

// Picture is a picture that draws itself in shapes.
type Picture interface {
	// DrawSlide draws the picture scaled to fit a rectangle in points.
	DrawSlide(c *presentation.Canvas, x, y, width, height float64) error
	// SlideLinks returns the addresses of the links in the picture.
	SlideLinks() []string
}

// The colours of the slides, in addition to the tones of the document. They are also in the light
// theme of pictures.
const (
	ground = "#FFFFFF"
	ink    = "#111827"
	muted  = "#5B6472"
	panel  = "#F6F8FB"
	rule   = "#D3DAE5"
	track  = "#E1E6EE"

	// Used for a document without an accent.
	blue     = "#3C6DD0"
	darkBlue = "#2F4E9E"
)

// Write writes the sections of a valid document as slides. The first slide has the subtitle of the
// document.
func Write(w io.Writer, d *document.Document, size paper.Size) error {
	m, err := newMeasurer()
	if err != nil {
		return err
	}
	accent, link := blue, darkBlue
	if own, err := rgb.Accent(d.Accent); err == nil {
		accent, link = own.String(), own.String()
	}
	mark, err := logo.Read(d.Logo)
	if err != nil {
		return err
	}
	file := &presentation.File{Logo: mark, Title: d.Title, Subject: d.Subtitle, Language: cmp.Or(d.Language, "en"), Width: size.Width, Height: size.Height,
		Colours: presentation.Colours{Ground: ground, Ink: ink, Panel: panel, PanelInk: muted,
			Accents: [6]string{accent, "#157A55", "#439868", "#B87D00", "#B83227", "#626E84"}, Link: link, FollowedBy: link}}
	tones := map[string]document.Tone{}
	for _, t := range d.Tones {
		tones[t.Name] = t
	}
	for _, b := range d.Blocks {
		s, ok := b.(*document.Section)
		if !ok {
			s = &document.Section{Title: d.Title, Blocks: []document.Block{b}}
		}
		p := &printer{m: m, accent: accent, link: link, tones: tones, size: size, foot: d.Title}
		file.Slides = append(file.Slides, presentation.Slide{
			ID: s.ID, Notes: notes(s), Links: links(s.Blocks),
			Draw: func(c *presentation.Canvas) {
				p.Canvas = c
				p.slide(s)
			},
		})
	}
	return file.Write(w)
}

func texts(blocks []document.Block, visit func(document.Text)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Section:
			visit(document.Text{document.Strong(b.Title)})
			texts(b.Blocks, visit)
		case *document.Paragraph:
			visit(b.Text)
		case *document.List:
			for _, item := range b.Items {
				visit(item)
			}
		case *document.Facts:
			for _, f := range b.Items {
				visit(document.Text{document.Plain(strings.Join([]string{f.Label, f.Value, f.Note}, "  "))})
			}
		case *document.Figure:
			visit(document.Text{document.Plain(strings.TrimSpace(b.Title + "  " + b.Alt))})
		case *document.Table:
			for _, part := range structure.Parts(b) {
				for _, row := range part.Rows {
					var line document.Text
					for _, cell := range row {
						for _, text := range cell.Lines {
							line = append(append(line, text...), document.Plain("  "))
						}
					}
					visit(line)
				}
			}
		case *document.Timeline:
			for _, moment := range b.Moments {
				visit(document.Text{document.Plain(moment.Day + "  " + moment.Text)})
			}
		}
	}
}

func links(blocks []document.Block) (all []string) {
	eachPicture(blocks, func(p Picture) { all = append(all, p.SlideLinks()...) })
	texts(blocks, func(t document.Text) {
		for _, piece := range t {
			if l, ok := piece.(document.Link); ok {
				all = append(all, l.URL)
			}
		}
	})
	return all
}

func eachPicture(blocks []document.Block, visit func(Picture)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Section:
			eachPicture(b.Blocks, visit)
		case *document.Figure:
			if picture, ok := b.Picture.(Picture); ok {
				visit(picture)
			}
		}
	}
}

func notes(s *document.Section) (paragraphs []string) {
	texts(s.Blocks, func(t document.Text) {
		if text := strings.TrimSpace(structure.Words(t)); text != "" {
			paragraphs = append(paragraphs, text)
		}
	})
	return paragraphs
}
