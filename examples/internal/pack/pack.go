// Package pack makes the pack of an account, for the examples that share it: the account map in
// formats to look at and to edit, the coverage workbook, the handoff as HTML, PDF, DOCX and Markdown,
// and the calendar.
package pack

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"reflect"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/calendar"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render"
	"github.com/accountatlas/accountatlas/render/theme"
)

// File is a file that is ready to be written.
type File struct {
	Name string
	Data []byte
}

// Options are the reader's choices. The zero Options are the defaults.
type Options struct {
	// AsOf is the day that the pack is true for. Zero means the account's own.
	AsOf accountmap.Date
	// Terms are the words. Nil means English.
	Terms *terms.Terms
	// Theme, Paper and View are options of the map; see [render.Options]. A nil View is the account
	// map, or the changes on it when Since is set.
	Theme *theme.Theme
	Paper paper.Size
	View  render.View
	// Accent, unless empty, is the colour of a brand, as #RRGGBB, in every file but the Markdown and the
	// calendar; with a Theme of the caller's the map keeps that. Logo is a PNG for the handoff.
	Accent string
	Logo   []byte
	// Font is a TrueType font for letters that the built-in fonts lack. Nil means none.
	Font []byte
	// Since is the account as it was earlier; the pack shows the changes from it. Nil means no
	// earlier account.
	Since *accountmap.Map
	// For is the member of our team for whom the calendar is; empty means everybody.
	For accountmap.MemberID
}

// Calendar is the file that is made only when a day is known on which it begins.
const Calendar = "calendar.ics"

// optional are the files that not every pack has: an account without a day has no calendar, a table
// has neither map.dot nor map.mmd, a map that is too large for one picture is on pages alone, and
// Lucid does not import very large maps.
var optional = [...]string{Calendar, "map.dot", "map.drawio", "map.lucid", "map.mmd", "map.pdf", "map.png", "map.pptx", "map.svg"}

// Pack is what there is to write.
type Pack struct {
	Files []File
	// TooLarge is set when the map is too large for one picture; map.pdf has it on pages, and so have
	// map.drawio and map.lucid. When it is Divided, pages are too large as well, and the pack has no map.
	TooLarge *render.TooLargeError
	// Missing are the letters of the map that its PNG and PDF cannot draw as they are.
	Missing []render.MissingLetters
}

// Make makes the files in memory, so that nothing is written unless all of them are right.
func Make(ctx context.Context, m *accountmap.Map, o Options) (Pack, error) {
	var p Pack
	files, err := p.files(ctx, m, o)
	if err != nil {
		return Pack{}, err
	}
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return Pack{}, err
		}
		var data bytes.Buffer
		if err := f.write(&data); err != nil {
			return Pack{}, fmt.Errorf("making %s: %w", f.name, err)
		}
		p.Files = append(p.Files, File{f.name, data.Bytes()})
	}
	return p, nil
}

func (p *Pack) files(ctx context.Context, m *accountmap.Map, o Options) ([]writer, error) {
	look := &render.Options{AsOf: o.AsOf, Terms: o.Terms, Theme: o.Theme, Paper: o.Paper, Fallback: o.Font}
	if err := brand(look, o); err != nil {
		return nil, err
	}
	workbookOf := &workbook.Options{AsOf: o.AsOf, Terms: o.Terms, Accent: o.Accent}
	handoffOf := &handoff.Options{AsOf: o.AsOf, Terms: o.Terms, Since: o.Since}
	var writers []writer
	drawing, err := render.Layout(ctx, m, view(o), look)
	tooLarge, ok := errors.AsType[*render.TooLargeError](err)
	switch {
	case ok:
		p.TooLarge = tooLarge
	case err != nil:
		return nil, err
	default:
		if p.Missing, err = drawing.Missing(); err != nil {
			return nil, err
		}
		once := painted{Drawing: drawing}
		if err := drawing.PNG(&once.png); err != nil {
			return nil, fmt.Errorf("making map.png: %w", err)
		}
		workbookOf.Map = &once
		handoffOf.Pictures = append(handoffOf.Pictures, handoff.Picture{Picture: &once})
		for _, f := range []render.Format{render.DOT, render.Mermaid} {
			made, err := unlessRefused("map."+string(f), func(w io.Writer) error { return drawing.Write(w, f) }, render.ErrTable)
			if err != nil {
				return nil, err
			}
			writers = append(writers, made...)
		}
		writers = append(writers, writer{"map.svg", drawing.SVG}, writer{"map.png", once.PNG})
	}
	if err := p.besides(ctx, m, o, look, handoffOf); err != nil {
		return nil, err
	}
	book, err := workbook.New(m, workbookOf)
	if err != nil {
		return nil, err
	}
	page, err := handoff.New(m, handoffOf)
	if err != nil {
		return nil, err
	}
	page.Accent, page.Logo = o.Accent, o.Logo
	set, err := render.Pages(ctx, m, view(o), look)
	switch tooLarge, ok := errors.AsType[*render.TooLargeError](err); {
	case ok:
		p.TooLarge = tooLarge
	case err != nil:
		return nil, fmt.Errorf("making map.pdf: %w", err)
	default:
		made, err := unlessRefused("map.lucid", func(w io.Writer) error { return set.Write(w, render.Lucid) }, render.ErrLucid)
		if err != nil {
			return nil, err
		}
		writers = append(append(writers, made...),
			writer{"map.pdf", func(w io.Writer) error { return set.Write(w, render.PDF) }},
			writer{"map.drawio", func(w io.Writer) error { return set.Write(w, render.DrawIO) }})
	}
	writers = append(writers, []writer{
		{"coverage.xlsx", book.WriteXLSX},
		{"handoff.html", func(w io.Writer) error { return printer.HTML(w, page, nil) }},
		{"handoff.pdf", func(w io.Writer) error { return printer.PDF(w, page, nil) }},
		{"handoff.docx", func(w io.Writer) error { return printer.DOCX(w, page, nil) }},
		{"handoff.md", func(w io.Writer) error { return printer.Markdown(w, page, besideMap) }},
	}...)
	decks, err := slides(ctx, m, o)
	if err != nil {
		return nil, err
	}
	writers = append(writers, decks...)
	if dated := o.AsOf; !dated.IsZero() || !m.Profile().AsOf.IsZero() {
		diary, err := calendar.New(m, &calendar.Options{AsOf: o.AsOf, Terms: o.Terms, For: o.For})
		if err != nil {
			return nil, err
		}
		writers = append(writers, writer{Calendar, diary.WriteICS})
	}
	return writers, nil
}

// brand gives the map the accent, unless it has a theme of the caller's.
func brand(look *render.Options, o Options) error {
	if o.Accent == "" || o.Theme != nil {
		return nil
	}
	dark, err := theme.Lookup("dark")
	if err != nil {
		return err
	}
	if look.Theme, err = theme.Light().WithAccent(o.Accent); err != nil {
		return err
	}
	look.Dark, err = dark.WithAccent(o.Accent)
	return err
}

// besides adds the pictures that stand beside the account map in the handoff: who influences whom,
// and the roadmap. A picture that is too large, empty or already there is left out.
func (p *Pack) besides(ctx context.Context, m *accountmap.Map, o Options, look *render.Options, to *handoff.Options) error {
	if m.Audience() == accountmap.AudienceInternal {
		if err := p.beside(ctx, m, look, to, "", render.Influence{}, view(o)); err != nil {
			return err
		}
	}
	return p.beside(ctx, m, look, to, "roadmap", render.Roadmap{}, view(o))
}

func (p *Pack) beside(ctx context.Context, m *accountmap.Map, look *render.Options, to *handoff.Options, section string, view, main render.View) error {
	if reflect.TypeOf(view) == reflect.TypeOf(main) {
		return nil
	}
	drawing, err := render.Layout(ctx, m, view, look)
	if _, large := errors.AsType[*render.TooLargeError](err); large {
		return nil
	}
	if err != nil {
		return err
	}
	to.Pictures = append(to.Pictures, handoff.Picture{Section: section, Picture: drawing})
	return nil
}

// unlessRefused makes a file in a format that does not take every picture: none for a refusal.
func unlessRefused(name string, write func(io.Writer) error, refusal error) ([]writer, error) {
	var made bytes.Buffer
	switch err := write(&made); {
	case errors.Is(err, refusal):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("making %s: %w", name, err)
	}
	return []writer{{name, func(w io.Writer) error { _, err := made.WriteTo(w); return err }}}, nil
}

// painted is a drawing that is painted once, for the file of its own and for the workbook.
type painted struct {
	*render.Drawing
	png bytes.Buffer
}

// PNG writes the picture, as often as it is asked for.
func (p *painted) PNG(w io.Writer) error {
	_, err := w.Write(p.png.Bytes())
	return err
}

type writer struct {
	name  string
	write func(io.Writer) error
}

func view(o Options) render.View {
	switch {
	case o.View != nil:
		return o.View
	case o.Since != nil:
		return render.Changes{Before: o.Since}
	}
	return render.Stakeholders{}
}

// besideMap links the Markdown to the map.svg of the pack.
var besideMap = &printer.Options{FigureLink: func(*document.Figure) string { return "map.svg" }}

// Report prints a line for each file written into a folder.
func Report(w io.Writer, dir string, files []File) error {
	for _, f := range files {
		if _, err := fmt.Fprintf(w, "wrote %s (%d bytes)\n", filepath.Join(dir, f.Name), len(f.Data)); err != nil {
			return err
		}
	}
	return nil
}
