// Package render turns accounts into pictures. [Draw] does it in one call; [Layout] returns a
// [Drawing], for a picture that goes into a document or a page; [Pages] returns a [Set] of drawings
// that are legible in print:
//
//	err := render.Draw(ctx, w, m, render.Stakeholders{}, render.SVG, nil)
//
// A [View] decides what the picture shows; [Views] lists the built-in ones. [Stakeholders] is the
// account map: people as cards in the boxes of their units, who reports to whom and who influences
// whom. [Changes] marks on it what has changed since an earlier state, and [Advocacy] shows who
// refers us and who testifies. [Influence], [Coverage], [TeamCover] and [Roadmap] are tables.
//
// Graphviz places people under their managers; everything else is ours: packing the units, routing
// the lines, laying out tables. See [Engine].
//
// SVG, PNG and PDF are painted from one list of outlines and texts, so they look alike. PNG and PDF
// set their texts in the Go fonts and draw a box for any letter these lack; see Options.Fallback.
// DOT is for readers who go on with Graphviz. PPTX is slides of native shapes: a card is a group
// whose texts are texts, and a line is a connector that follows the cards at its ends.
//
// [Options] has the rest: the theme, the language or a caller's own words, and a focus, which fades
// everybody else. The same input gives the same bytes.
//
// One contact becomes SVG in these steps: Stakeholders.Graph makes a graph.Node of it;
// internal/picture measures its card (scene.NewCard), places it (layout.Place) and draws it
// (scene.Compose); internal/paint/svg writes the scene. Nothing here decides what an account means:
// package accountmap does.
package render

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"reflect"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/wholefile"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/graphviz"
	"github.com/accountatlas/accountatlas/render/theme"
)

// View decides what a picture shows: it makes a graph of a map. [Layout] calls it with options
// whose defaults are filled in. A View only reads the map and is safe for concurrent use.
type View interface {
	Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error)
}

// Draw draws a view of the map as one picture and writes it to w. A PDF is one page of the
// picture's size; for pages that stay legible in print see [Pages]. Nothing is written before the
// whole picture is ready. The error comes from the view, the engine (see [ErrNoEngine]), ctx or w,
// or it is a [TooLargeError], [ErrTable], or an unknown format. Nil options mean the defaults.
func Draw(ctx context.Context, w io.Writer, m *accountmap.Map, v View, f Format, opts *Options) error {
	painter, err := painterOf(f)
	if err != nil {
		return err
	}
	d, err := Layout(ctx, m, v, opts)
	if err != nil {
		return err
	}
	return painter.write(ctx, w, d)
}

// WriteFile draws a view of the map as one picture into a file, in the format of its extension; see
// [Formats]. After a failure, an existing file is unchanged. The error comes from [Draw] or from
// the file system.
func WriteFile(ctx context.Context, name string, m *accountmap.Map, v View, opts *Options) error {
	format, err := formatOf(name)
	if err != nil {
		return err
	}
	var picture bytes.Buffer
	if err := Draw(ctx, &picture, m, v, format, opts); err != nil {
		return err
	}
	return replaceFile(name, picture.Bytes())
}

func replaceFile(name string, data []byte) error {
	err := wholefile.Write(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}

// Options are the options of a picture. A nil *Options and the zero Options mean the defaults.
type Options struct {
	// Theme is the style of the picture. Nil means [theme.Light].
	Theme *theme.Theme
	// Dark is the style on a dark page of HTML. Nil means the theme named dark if Theme is
	// [theme.Light], and otherwise Theme itself.
	Dark *theme.Theme
	// Terms has the words of the picture. Nil means English.
	Terms *terms.Terms
	// AsOf is the day that the picture describes. Zero means the account's own day.
	AsOf accountmap.Date
	// Paper gives the picture its shape, not its scale: the content decides how large the picture
	// is. Paper is also the page size in the PDF of a [Set]. The zero Size is free: a picture has
	// about the shape of A4 landscape and its natural size, and so has each page of a PDF. [Pages]
	// then keeps each page legible on A3.
	Paper paper.Size
	// Limit is the largest number of cards and lines in one picture; each box counts as five cards,
	// since boxes take longer to pack. A larger picture is a [TooLargeError]. Zero means 40,000; a
	// negative limit means none. [Pages] divides a map of up to 30,000 cards, lines and boxes, or
	// of the limit if that is larger. Unless the limit is negative, a unit inside more than 500
	// others is a [TooLargeError] too. The weakest ties are left out if there are more than 600 and
	// more than two per card. The limit is 200 in a table, and eight between the same two people.
	// The subtitle counts the ties that are left out.
	Limit int
	// DPI is the resolution of a PNG in pixels per inch. Zero means 144 (two pixels per point), or
	// down to 72 for a picture of more than 32 million pixels. A PNG of more than 200 million
	// pixels is an error, which names a possible resolution; zero never exceeds that.
	DPI int
	// Transparent omits the background of a PNG.
	Transparent bool
	// IDPrefix precedes every id of an SVG, such as "map2-", so that one HTML page can contain
	// several SVGs. It starts with a letter, followed by letters, digits, hyphens, underscores and
	// dots. Empty means no prefix.
	IDPrefix string
	// Fluid omits width and height from an SVG, so that it takes the width of its place in a page.
	Fluid bool
	// Fallback is a TrueType font (.ttf) for letters that the Go fonts lack, such as Hebrew or
	// Chinese, in PNG and PDF. Letters are set one by one, so Arabic is not joined. Nil means no
	// fallback: a missing letter is drawn as a box.
	Fallback []byte
	// Focus fades everybody outside it, and every line that does not connect two people inside it;
	// nothing is hidden. Only the views that show people use it, and they return the error of
	// [accountmap.Map.InFocus]. The zero Focus fades nothing.
	Focus accountmap.Focus
	// Engine lays out the people. Nil means [Sandbox], the built-in Graphviz.
	Engine Engine
	// Logger receives the engine's warnings at level Warn. [Pages] also warns of a table that is
	// illegible in print and cannot be divided. Nil means no logging.
	Logger *slog.Logger
}

func (o *Options) defaults(m *accountmap.Map) Options {
	var filled Options
	if o != nil {
		filled = *o
	}
	filled.Theme = cmp.Or(filled.Theme, theme.Light())
	if filled.Dark == nil && filled.Theme == theme.Light() {
		filled.Dark = dark()
	}
	filled.Terms = cmp.Or(filled.Terms, terms.English())
	filled.AsOf = cmp.Or(filled.AsOf, m.Profile().AsOf)
	if filled.Engine == nil {
		filled.Engine = Sandbox{}
	}
	if filled.Logger == nil {
		filled.Logger = slog.New(slog.DiscardHandler)
	}
	return filled
}

// NamedView is a built-in view with its name for the users of a program.
type NamedView struct {
	Name string
	View View
	// Internal views are for our own people: on a map for any other audience, Graph returns an
	// error.
	Internal bool
}

// Views lists the built-in views, the account map first. A zero View has its defaults; [Changes]
// then shows everything as new.
func Views() []NamedView {
	return []NamedView{
		{Name: "stakeholders", View: Stakeholders{}},
		{Name: "influence", View: Influence{}, Internal: true},
		{Name: "coverage", View: Coverage{}},
		{Name: "team", View: TeamCover{}, Internal: true},
		{Name: "advocacy", View: Advocacy{}, Internal: true},
		{Name: "roadmap", View: Roadmap{}},
		{Name: "changes", View: Changes{}},
	}
}

// checkAudience returns an error if the audience of the map may not see the view. The error lists
// the views that it may see.
func checkAudience(v View, m *accountmap.Map) error {
	if !forClient(m) {
		return nil
	}
	var internal string
	var open []string
	for _, other := range Views() {
		switch {
		case !other.Internal:
			open = append(open, other.Name)
		case reflect.TypeOf(other.View) == reflect.TypeOf(v):
			internal = other.Name
		}
	}
	if internal == "" {
		return nil
	}
	last := len(open) - 1
	return fmt.Errorf("the view %s is for our own people, but the map is for the audience %q: draw %s or %s instead",
		internal, m.Audience(), strings.Join(open[:last], ", "), open[last])
}

// dark is parsed once: parsing takes as long as drawing ten people.
var dark = sync.OnceValue(func() *theme.Theme {
	t, _ := theme.Lookup("dark") // a test loads every built-in theme
	return t
})

// Engine is a Graphviz. Graphviz places people below their managers; this module does everything
// else.
//
// There are three engines. [Sandbox] is the default, [Exec] runs an installed Graphviz, and package
// gographviz uses github.com/goccy/go-graphviz, for programs that already import it. Run lays out a
// graph in DOT and returns the output of "dot -Klayout -Tformat"; warnings are the lines that
// Graphviz writes to standard error. An Engine is safe for concurrent use and deterministic.
type Engine interface {
	Run(ctx context.Context, dot []byte, layout, format string) (out []byte, warnings []string, err error)
}

// ErrNoEngine reports that the built-in Graphviz cannot be started. Use [Exec] with an installed
// one.
var ErrNoEngine = graphviz.ErrNoEngine

// Sandbox is the built-in Graphviz: WebAssembly without access to files, network, clock or
// environment. The zero Sandbox is ready to use. The compiled module is shared; each run has its
// own instance, so nothing leaks from one drawing to the next.
type Sandbox struct{}

// Run implements [Engine]. The error is [ErrNoEngine], the error of ctx, or Graphviz's report of a
// fault in the graph.
func (Sandbox) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	return graphviz.Sandbox{}.Run(ctx, dot, layout, format)
}

// Exec is a Graphviz installed on this machine.
type Exec struct {
	// Path is the path of the dot program. Empty means the dot found on the PATH.
	Path string
}

// Run implements [Engine]. The process gets no shell and no environment except PATH, and is killed
// when ctx ends. The error reports a missing program, or a fault in the graph.
func (e Exec) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	return graphviz.Exec{Path: e.Path}.Run(ctx, dot, layout, format)
}
