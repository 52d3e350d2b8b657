package render

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/letters"
	"github.com/accountatlas/accountatlas/internal/presentation"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/tree"
	"github.com/accountatlas/accountatlas/render/internal/pages"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
	"github.com/accountatlas/accountatlas/render/internal/paint/png"
	"github.com/accountatlas/accountatlas/render/internal/paint/pptx"
	"github.com/accountatlas/accountatlas/render/internal/paint/svg"
	"github.com/accountatlas/accountatlas/render/internal/picture"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// Drawing is one laid-out picture, which can be written any number of times. It can be the picture
// of a document.Figure or of the summary in a workbook. It is read-only and safe for concurrent
// use.
type Drawing struct {
	picture   *picture.Picture
	id, title string
	depth     int
	paper     paper.Size
	png       png.Options
	idPrefix  string
	fluid     bool
	// dark is the theme on a dark page of HTML. Nil means no such theme.
	dark *theme.Theme
	// divide makes the set of the drawing for a paper. It is nil for a page of a set.
	divide func(ctx context.Context, size paper.Size) (*Set, error)
	// divided caches the sets by paper, since every document asks for the same paper.
	mu      sync.Mutex
	divided map[paper.Size]*Set
}

var _ paper.Picture = (*Drawing)(nil)

// Layout makes the graph of a view and lays it out. Nil options mean the defaults. The errors are
// the errors of [Draw].
func Layout(ctx context.Context, m *accountmap.Map, v View, opts *Options) (*Drawing, error) {
	l, g, err := prepare(ctx, m, v, opts)
	if err != nil {
		return nil, err
	}
	p, err := l.lay(ctx, g)
	if err != nil {
		return nil, err
	}
	d := l.drawing(pages.Page{Picture: p, ID: "map", Title: g.Title})
	d.divide = func(ctx context.Context, size paper.Size) (*Set, error) {
		if l.Paper == size {
			return l.set(ctx, g, p)
		}
		on := *l
		on.Paper = size
		return on.set(ctx, g, nil)
	}
	return d, nil
}

type layouter struct {
	Options
	fallback *typeset.Fallback
	// lines are all edges of the view, including ties that are not drawn.
	lines []graph.Edge
	// forms caches tree layouts for the drawing, the pages of a set, and their trial layouts.
	forms *tree.Forms
}

func prepare(ctx context.Context, m *accountmap.Map, v View, opts *Options) (*layouter, *graph.Graph, error) {
	if m == nil || v == nil {
		return nil, nil, errors.New("nothing to draw: the map or the view is nil")
	}
	l := &layouter{Options: opts.defaults(m), forms: &tree.Forms{}}
	g, err := makeGraph(m, v, &l.Options)
	if err != nil {
		return nil, nil, err
	}
	l.lines = g.Edges
	g = withFewerTies(g, l.Terms)
	if l.Fallback != nil {
		if l.fallback, err = typeset.NewFallback(l.Fallback); err != nil {
			return nil, nil, fmt.Errorf("the font in Options.Fallback: %w", err)
		}
	}
	return l, g, ctx.Err()
}

// makeGraph makes the graph of a view and checks that it can be drawn.
func makeGraph(m *accountmap.Map, v View, o *Options) (*graph.Graph, error) {
	g, err := v.Graph(m, o)
	if err != nil {
		return nil, err
	}
	if err := checkGraph(g); err != nil {
		return nil, fmt.Errorf("the view %T: %w", v, err)
	}
	if err := checkClasses(g, o.Theme); err != nil {
		return nil, fmt.Errorf("the view %T: %w", v, err)
	}
	return g, nil
}

func (l *layouter) lay(ctx context.Context, g *graph.Graph) (*picture.Picture, error) {
	if err := checkSize(g, l.Limit); err != nil {
		return nil, err
	}
	return picture.Lay(ctx, g, l.picture(ctx))
}

func (l *layouter) picture(ctx context.Context) picture.Options {
	return picture.Options{
		Theme: l.Theme, Paper: l.Paper, Engine: l.Engine, Fallback: l.fallback, Forms: l.forms,
		Warn: func(warning string) { l.Logger.WarnContext(ctx, "layout engine", "warning", warning) },
	}
}

func (l *layouter) drawing(p pages.Page) *Drawing {
	return &Drawing{
		picture: p.Picture, id: p.ID, title: p.Title, depth: p.Depth, paper: l.Paper,
		png: png.Options{DPI: l.DPI, Transparent: l.Transparent}, idPrefix: l.IDPrefix, fluid: l.Fluid, dark: l.Dark,
	}
}

// Size returns the width and height of the picture in points. A point is also the user unit of its
// SVG.
func (d *Drawing) Size() (width, height float64) {
	return d.picture.Scene.Width, d.picture.Scene.Height
}

// Title returns the heading of a picture from [Layout], such as "Acme · account map". Each page of
// a [Set] has its own title, which names the units on it.
func (d *Drawing) Title() string { return d.title }

// Description returns a sentence for readers who cannot see the picture.
func (d *Drawing) Description() string { return d.picture.Input.Graph.Description }

// ID returns the id of the picture in its [Set]: "overview", "page-2", or "map" for an undivided
// picture. The other pictures of the set link to it as "#page-2".
func (d *Drawing) ID() string { return d.id }

// Depth returns the number of overviews above the picture in its [Set]: 0 for the first picture.
func (d *Drawing) Depth() int { return d.depth }

// OnPaper returns the pictures to print on paper of a size. It returns the drawing itself if all
// texts are at least 6.5 points high when printed to fit, and otherwise the pictures of [Pages]. A
// page of a set is never divided. A document or a workbook calls OnPaper to choose pictures for its
// paper. The errors are the errors of [Pages].
func (d *Drawing) OnPaper(ctx context.Context, size paper.Size) ([]paper.Picture, error) {
	if d.divide == nil || d.picture.Legible(size) {
		return []paper.Picture{d}, nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	set := d.divided[size]
	if set == nil {
		var err error
		if set, err = d.divide(ctx, size); err != nil {
			return nil, err
		}
		if d.divided == nil {
			d.divided = map[paper.Size]*Set{}
		}
		d.divided[size] = set
	}
	var pictures []paper.Picture
	for _, page := range set.drawings {
		pictures = append(pictures, page)
	}
	return pictures, nil
}

// Pages divides the drawing like the function [Pages], with the same view and options, for paper of
// a size. It is faster, since it reuses parts of the drawing. A page of a set is never divided.
func (d *Drawing) Pages(ctx context.Context, size paper.Size) (*Set, error) {
	if d.divide == nil {
		return &Set{drawings: []*Drawing{d}, paper: size}, ctx.Err()
	}
	return d.divide(ctx, size)
}

// Write writes the picture in a format. A PDF has one page, of the size of the picture. The error
// comes from w, or it is [ErrTable], an unknown format, or a PNG with too many pixels, which names
// a possible resolution.
func (d *Drawing) Write(w io.Writer, f Format) error {
	painter, err := painterOf(f)
	if err != nil {
		return err
	}
	return painter.write(context.Background(), w, d)
}

// PNG writes the picture as PNG, like Write. A workbook calls it.
func (d *Drawing) PNG(w io.Writer) error { return d.Write(w, PNG) }

// PNGAt writes a PNG with at most dpi pixels per inch, for a place that shows the picture scaled
// down.
func (d *Drawing) PNGAt(w io.Writer, dpi int) error {
	o := d.png
	o.MaxDPI = dpi
	return png.Write(context.Background(), w, d.picture.Scene, &o)
}

// SVG writes the picture as SVG, like Write. A document calls it.
func (d *Drawing) SVG(w io.Writer) error { return d.Write(w, SVG) }

// EmbedSVG writes the picture as an svg element for an HTML page, with the page's accessible name
// and description, and with idPrefix before every id. A document calls it. The error comes from w
// or reports an invalid prefix; see Options.IDPrefix.
func (d *Drawing) EmbedSVG(w io.Writer, idPrefix, title, description string) error {
	return svg.Write(w, d.picture.Scene, &svg.Options{IDPrefix: idPrefix, Fluid: d.fluid, Title: title, Description: description})
}

// EmbedLive writes the picture like EmbedSVG, but for an interactive page, which may be dark. Cards
// and lines have attributes for filters and for the ends of lines. For each colour, ink returns the
// colour to use on a light page and on a dark one; see Options.Dark. A document calls it. The
// errors are the errors of EmbedSVG.
func (d *Drawing) EmbedLive(w io.Writer, idPrefix, title, description string, ink func(light, dark string) string) error {
	live := &svg.Live{Ink: ink}
	if d.dark != nil {
		dark, err := d.picture.In(d.dark)
		if err != nil {
			return err
		}
		live.Dark = dark
	}
	return svg.Write(w, d.picture.Scene, &svg.Options{IDPrefix: idPrefix, Fluid: d.fluid, Title: title, Description: description, Live: live})
}

// DrawPDF draws the picture as vectors on a page of a PDF. The picture fills the rectangle whose
// upper left corner is (x, y) as far as its shape allows, and is centred in it. A document calls
// it. The error comes from the canvas.
func (d *Drawing) DrawPDF(c paper.Canvas, x, y, width, height float64) error {
	return pdf.Draw(c, d.picture.Scene, x, y, width, height)
}

// SlideLinks returns the addresses that the cards link to. A slide declares them before it is
// drawn.
func (d *Drawing) SlideLinks() []string { return pptx.Links(d.picture.Scene.Items) }

// DrawSlide draws the picture in native shapes on a slide. The picture fills the rectangle whose
// upper left corner is (x, y) as far as its shape allows, and is centred in it. A presentation
// calls it. The error reports damaged fonts in this build.
func (d *Drawing) DrawSlide(c *presentation.Canvas, x, y, width, height float64) error {
	return pptx.Draw(c, d.picture.Scene, geom.Rect{X: x, Y: y, W: width, H: height})
}

// MissingLetters are letters of one script that neither the Go fonts nor Options.Fallback have. PNG
// and PDF draw them without their marks, or as boxes; browsers have fonts of their own.
type MissingLetters struct {
	// Script is the Unicode name of the script, such as Han or Latin.
	Script string
	// In lists the texts with such letters: names first, in the order of the picture, then texts
	// with further words.
	In []string
}

// Missing lists the letters of the picture and of further texts that PNG and PDF cannot draw
// exactly. The further texts may be the texts of a document in the same fonts. The scripts are in
// the order of the picture; names of boxes and cards come first. The error reports damaged fonts in
// this build.
func (d *Drawing) Missing(further ...string) ([]MissingLetters, error) {
	m, err := d.picture.Scene.Fallback.NewMeasurer()
	if err != nil {
		return nil, err
	}
	f := &missing{measurer: m}
	for _, group := range d.picture.Input.Graph.Groups {
		f.add(typeset.CleanLine(group.Label))
	}
	for _, n := range d.picture.Input.Graph.Nodes {
		f.add(typeset.CleanLine(n.Label))
		f.add(typeset.CleanLine(n.Detail))
	}
	f.addDrawn(d.picture.Scene.Items)
	for _, text := range further {
		if strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) {
			f.add(typeset.CleanLine(text))
		}
	}
	return f.found, nil
}

type missing struct {
	measurer *typeset.Measurer
	found    []MissingLetters
}

// addDrawn adds the texts of items that are not part of an earlier text.
func (f *missing) addDrawn(items []scene.Item) {
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			f.addDrawn(item.Items)
		case scene.Text:
			f.add(strings.TrimRight(item.String, "…"))
		}
	}
}

func (f *missing) add(text string) {
	for _, word := range strings.FieldsFunc(norm.NFC.String(text), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) {
		letter := rune(-1) // the latest letter: a mark belongs to the script of its letter
		for _, r := range word {
			g := f.measurer.Glyph(r, typeset.Font{Size: 1})
			if !unicode.Is(unicode.Mn, r) {
				letter = r
			}
			_, sign := letters.Sign(r)
			if g.Index != 0 && !g.Plain || sign || unicode.Is(unicode.Cf, r) {
				continue
			}
			f.note(scriptOf(letter), word, text)
		}
	}
}

// note adds a text with a word, unless an earlier text contains the word: a line of a wrapped name,
// or a sentence about a person, adds nothing to the name.
func (f *missing) note(script, word, text string) {
	at := slices.IndexFunc(f.found, func(m MissingLetters) bool { return m.Script == script })
	if at < 0 {
		at = len(f.found)
		f.found = append(f.found, MissingLetters{Script: script})
	}
	known := func(whole string) bool { return strings.Contains(norm.NFC.String(whole), word) }
	if in := &f.found[at].In; !slices.ContainsFunc(*in, known) {
		*in = append(*in, text)
	}
}

// scriptOf returns the name of the script of a letter. It returns Common for characters of no
// script, and "" for a negative rune.
func scriptOf(r rune) string {
	if r < 0 {
		return ""
	}
	name := "Common"
	for script, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			name = script
		}
	}
	return name
}
