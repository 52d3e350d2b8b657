// Package pack makes the pack of an account for several examples. The pack has the account map in
// formats to view and to edit, and the coverage workbook. It also has the handoff as HTML, PDF,
// DOCX and Markdown, and the calendar.
package pack

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
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

// Read reads an account from an Account Atlas file or folder, or from tables with foreign columns.
// For such tables, understood describes their interpretation, one sentence each; otherwise it is
// nil. The mapping applies to such tables alone and may be nil.
func Read(name string, m *codec.Mapping) (a *accountmap.Account, understood []accountmap.Sentence, problems accountmap.Problems) {
	if codec.IsForeign(name) {
		return codec.ReadForeign(name, m)
	}
	a, problems = codec.ReadFile(name)
	return a, nil, problems
}

// LoadEngine loads Graphviz in the background, which takes 0.1 s, so that Make finds it ready. A
// program calls it before it reads an account.
func LoadEngine() {
	go func() { _, _, _ = render.Sandbox{}.Run(context.Background(), []byte("graph {}"), "nop", "dot") }()
}

// File is a file that is ready to be written.
type File struct {
	Name string
	Data []byte
}

// Options are the user's choices. The zero Options are the defaults.
type Options struct {
	// AsOf is the day of the pack. Zero means the account's own day.
	AsOf accountmap.Date
	// Terms are the words. Nil means English.
	Terms *terms.Terms
	// Theme, Paper and View are options of the map; see [render.Options]. A nil View is the account
	// map, or its changes if Since is set.
	Theme *theme.Theme
	Paper paper.Size
	View  render.View
	// Accent is the colour of a brand, as #RRGGBB, in all files except the Markdown and the
	// calendar. Empty means none. If Theme is set, the map ignores Accent. Logo is a PNG for the
	// handoff, the workbook and the review.
	Accent string
	Logo   []byte
	// Font is a TrueType font for letters that the built-in fonts of map.png and the PDFs lack. Nil
	// means none.
	Font []byte
	// Since is an earlier state of the account. The pack shows the changes since then. Nil means
	// none.
	Since *accountmap.Map
	// For is the member of our team whose calendar the pack has. Empty means everybody.
	For accountmap.MemberID
}

// Calendar is the name of the calendar file. The pack has it only if the first day is known.
const Calendar = "calendar.ics"

// optional are the files that some packs lack. An account without a day has no calendar, and a
// table has neither map.dot nor map.mmd. A map that is too large for one picture has only pages,
// and Lucid does not import very large maps.
var optional = [...]string{Calendar, "map.dot", "map.drawio", "map.lucid", "map.mmd", "map.pdf", "map.png", "map.pptx", "map.svg"}

// Pack is the set of files to write.
type Pack struct {
	Files []File
	// TooLarge is set if the map is too large for one picture. Then map.pdf, map.pptx, map.drawio
	// and, up to Lucid's limit, map.lucid have it on pages. If it is Divided, the pages are too large
	// as well, and the pack has no map.
	TooLarge *render.TooLargeError
	// Missing are the letters of the map and the handoff that PNG and PDF cannot draw unchanged.
	Missing []render.MissingLetters
}

// Maps returns the names of the files that have the map.
func (p Pack) Maps() []string {
	var names []string
	for _, f := range p.Files {
		if strings.HasPrefix(f.Name, "map.") {
			names = append(names, f.Name)
		}
	}
	return names
}

// Make makes the files in memory and in parallel, so that nothing is written unless all of them
// succeed. When ctx ends, it returns the error of ctx at once; a file in progress then stops at its
// next write.
func Make(ctx context.Context, m *accountmap.Map, o Options) (Pack, error) {
	if err := workbook.CheckSize(m); err != nil {
		return Pack{}, fmt.Errorf("%w: make packs of parts of the account", err)
	}
	k, tasks, err := newMaking(ctx, m, o)
	if err != nil {
		return Pack{}, err
	}
	files, errs := make([][]File, len(tasks)), make([]error, len(tasks))
	done := make(chan struct{})
	go func() {
		defer close(done)
		var wait sync.WaitGroup
		slots := make(chan struct{}, runtime.GOMAXPROCS(0))
		for i, t := range tasks {
			slots <- struct{}{}
			wait.Go(func() {
				defer func() { <-slots }()
				files[i], errs[i] = k.files(t)
				tasks[i] = task{} // and the pages or slides, if no other task needs them
			})
		}
		wait.Wait()
	}()
	select {
	case <-ctx.Done():
		return Pack{}, ctx.Err()
	case <-done:
	}
	if err := cmp.Or(errs...); err != nil {
		return Pack{}, err
	}
	return k.pack(files), nil
}

func (k *making) pack(files [][]File) Pack {
	p := Pack{Files: slices.Concat(files...), Missing: k.missing}
	_, err := k.drawing()
	for _, err := range []error{err, k.divided} {
		if large, ok := errors.AsType[*render.TooLargeError](err); ok {
			p.TooLarge = large
		}
	}
	return p
}

// making is a pack under construction. Shared inputs are computed once, by the first file that
// needs them. Its tasks alone hold the pages and the slides, which take 150 MB each for 10,000
// people.
type making struct {
	ctx     context.Context
	m       *accountmap.Map
	o       Options
	drawing func() (*painted, error)
	shown   func() (*painted, error)
	// divided is the error of the pages, and missing the letters that PNG and PDF lack.
	divided error
	missing []render.MissingLetters
}

func newMaking(ctx context.Context, m *accountmap.Map, o Options) (*making, []task, error) {
	look := &render.Options{AsOf: o.AsOf, Terms: o.Terms, Theme: o.Theme, Paper: o.Paper, Fallback: o.Font}
	if err := brand(look, o); err != nil {
		return nil, nil, err
	}
	k := &making{ctx: ctx, m: m, o: o}
	one := *look
	one.Limit = onePicture
	k.drawing = sync.OnceValues(func() (*painted, error) { return paint(render.Layout(ctx, m, view(o), &one)) })
	pages := sync.OnceValues(func() (set *render.Set, err error) {
		if drawing, failed := k.drawing(); failed == nil {
			set, err = drawing.Pages(ctx, look.Paper)
		} else {
			set, err = render.Pages(ctx, m, view(o), look)
		}
		k.divided = err
		return set, err
	})
	k.shown = sync.OnceValues(func() (*painted, error) { return k.figure(pages) })
	return k, k.tasks(look, pages), nil
}

// onePicture is the maximum size of a map in one picture, as [render.Options.Limit] counts it:
// about 2,500 people with their lines. No screen shows more: 10,000 people were 46 MB of HTML.
const onePicture = 6_000

// errNone reports a file that the pack omits: its format does not support the picture, or the
// picture is too large.
var errNone = errors.New("none")

type task struct {
	name  string
	write func(io.Writer) error
	// pages are the pages of a picture for paper. They may be nil.
	pages func() (*render.Set, error)
}

// files returns the files of a task, or none. A picture that is illegible on its paper becomes a
// file for each page: map.svg is the first, map-2.svg the next.
func (k *making) files(t task) ([]File, error) {
	file := &writer{ctx: k.ctx}
	err := k.ctx.Err()
	if err == nil && t.pages != nil {
		if set, err := t.pages(); err == nil && len(set.Drawings()) > 1 {
			return pagesOf(set, render.Format(strings.TrimPrefix(t.name, "map.")))
		}
	}
	if err == nil {
		err = t.write(file)
	}
	_, large := errors.AsType[*render.TooLargeError](err)
	switch {
	case large, errors.Is(err, errNone), errors.Is(err, render.ErrTable), errors.Is(err, render.ErrLucid):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("making %s: %w", t.name, err)
	}
	return []File{{t.name, file.data.Bytes()}}, nil
}

// writer returns an error once its context has ended.
type writer struct {
	ctx  context.Context
	data bytes.Buffer
}

func (w *writer) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.data.Write(p)
}

// tasks returns the files in the order of the pack.
func (k *making) tasks(look *render.Options, pages func() (*render.Set, error)) []task {
	extras := sync.OnceValues(func() ([]handoff.Picture, error) { return k.extras(look) })
	handoff := sync.OnceValues(func() (*document.Document, error) { return k.handoff(extras) })
	slides := sync.OnceValues(func() (*slides, error) { return newSlides(k.ctx, k.m, k.o) })
	picture := func(f render.Format) task {
		t := task{name: "map." + string(f), write: func(w io.Writer) error {
			drawing, err := k.drawing()
			if err != nil {
				return err
			}
			if f == render.PNG {
				return drawing.PNG(w)
			}
			return drawing.Write(w, f)
		}}
		if (f == render.SVG || f == render.PNG) && !k.o.Paper.Free() {
			t.pages = pages
		}
		return t
	}
	paged := func(f render.Format) task {
		return task{name: "map." + string(f), write: func(w io.Writer) error {
			set, err := pages()
			if err != nil {
				return err
			}
			return set.Write(w, f)
		}}
	}
	page := func(name string, print func(context.Context, io.Writer, *document.Document, *printer.Options) error, opts *printer.Options) task {
		return task{name: name, write: func(w io.Writer) error {
			page, err := handoff()
			if err != nil {
				return err
			}
			return print(k.ctx, w, page, opts)
		}}
	}
	return []task{
		picture(render.DOT), {name: "pictures of the handoff", write: func(io.Writer) error {
			_, err := extras() // while the map is laid out
			return cmp.Or(err, errNone)
		}},
		picture(render.Mermaid), picture(render.SVG), picture(render.PNG),
		paged(render.Lucid), paged(render.PDF), paged(render.DrawIO),
		{name: "coverage.xlsx", write: k.workbook},
		page("handoff.html", printer.HTML, nil), page("handoff.pdf", printer.PDF, &printer.Options{Fallback: k.o.Font}), page("handoff.docx", printer.DOCX, nil),
		page("handoff.md", markdown, nil),
		{name: "missing letters", write: func(io.Writer) error { return k.findMissing(handoff) }},
		{name: "map.pptx", write: mapSlides(slides)}, {name: "review.pptx", write: review(slides)},
		{name: Calendar, write: k.calendar},
	}
}

func (k *making) workbook(w io.Writer) error {
	opts := &workbook.Options{AsOf: k.o.AsOf, Terms: k.o.Terms, Accent: k.o.Accent, Logo: k.o.Logo}
	shown, err := k.shown()
	if err != nil {
		return err
	}
	if shown != nil {
		opts.Map = shown
	}
	book, err := workbook.New(k.ctx, k.m, opts)
	if err != nil {
		return err
	}
	return book.WriteXLSX(w)
}

// handoff returns the page with its pictures: the account map and the extras.
func (k *making) handoff(extras func() ([]handoff.Picture, error)) (*document.Document, error) {
	opts := &handoff.Options{AsOf: k.o.AsOf, Terms: k.o.Terms, Since: k.o.Since}
	shown, err := k.shown()
	if err != nil {
		return nil, err
	}
	if shown != nil {
		opts.Pictures = append(opts.Pictures, handoff.Picture{File: "map.pdf", Picture: shown})
	}
	further, err := extras()
	if err != nil {
		return nil, err
	}
	opts.Pictures = append(opts.Pictures, further...)
	page, err := handoff.New(k.ctx, k.m, opts)
	if err != nil {
		return nil, err
	}
	page.Accent, page.Logo = k.o.Accent, k.o.Logo
	return page, nil
}

func unlessTooLarge(err error) error {
	if _, large := errors.AsType[*render.TooLargeError](err); large {
		return nil
	}
	return err
}

func (k *making) calendar(w io.Writer) error {
	if k.o.AsOf.IsZero() && k.m.Profile().AsOf.IsZero() {
		return errNone
	}
	diary, err := calendar.New(k.m, &calendar.Options{AsOf: k.o.AsOf, Terms: k.o.Terms, For: k.o.For})
	if err != nil {
		return err
	}
	return diary.WriteICS(w)
}

// brand applies the accent to the map, unless a theme is set.
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

func view(o Options) render.View {
	switch {
	case o.View != nil:
		return o.View
	case o.Since != nil:
		return render.Changes{Before: o.Since}
	}
	return render.Stakeholders{}
}

func markdown(_ context.Context, w io.Writer, d *document.Document, _ *printer.Options) error {
	return printer.Markdown(w, d, &printer.Options{FigureLink: func(*document.Figure) string { return "map.svg" }})
}
