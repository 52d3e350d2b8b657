package render

import (
	"cmp"
	"log/slog"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/theme"
)

// Options are the ways to draw a picture. A nil *Options and the zero Options mean the defaults.
type Options struct {
	// Theme gives the looks. Nil means [theme.Light].
	Theme *theme.Theme
	// Dark gives the looks on a dark page of HTML. Nil means the theme dark for a picture in [theme.Light],
	// and the looks of Theme for any other.
	Dark *theme.Theme
	// Terms gives the words. Nil means English.
	Terms *terms.Terms
	// AsOf is the day for which the picture is true. Zero means the account's own day.
	AsOf accountmap.Date
	// Paper is the paper that the picture is shaped for, not scaled to: its content decides how
	// large it is. It is also the size of the pages in the PDF of a [Set]. The zero Size is free: a
	// picture has about the shape of A4 landscape and is as large as it needs to be, and so is each
	// page of a PDF; [Pages] then keeps each page legible on A3.
	Paper paper.Size
	// Limit is the largest number of cards and lines in one picture; each box counts as five cards,
	// since boxes take longer to pack. A larger picture is a [TooLargeError]. Zero means 40,000; a
	// negative limit means none.
	Limit int
	// HideLegend leaves the legend out.
	HideLegend bool
	// HideWatch leaves the headline and the boxes that say what matters out of the account map. A
	// client's copy has neither.
	HideWatch bool
	// DPI is the resolution of a PNG in pixels per inch. Zero means 144 (two pixels to the point),
	// or less for a very large picture. A PNG of more than 200 million pixels is an error that
	// names a resolution that is possible.
	DPI int
	// Transparent leaves the background out of a PNG.
	Transparent bool
	// IDPrefix goes before every id of an SVG, so that two can be in one HTML page: "map2-". It
	// begins with a letter and goes on with letters, digits, hyphens, underscores and dots. Empty
	// means none.
	IDPrefix string
	// Fluid leaves width and height out of an SVG, so that it takes the width of its place in a
	// page.
	Fluid bool
	// Fallback is a TrueType font (.ttf) for letters that the Go fonts lack, such as Hebrew or
	// Chinese, in PNG and PDF. Letters are set one by one, so Arabic is not joined. Nil means none:
	// such a letter is drawn as a box.
	Fallback []byte
	// Focus fades everybody outside it, and every line that does not connect two people inside it;
	// nothing is hidden. Only the views that show people use it, and they return the error of
	// [accountmap.Map.InFocus]. The zero Focus fades nothing.
	Focus accountmap.Focus
	// Engine lays out the people. Nil means [Sandbox], the built-in Graphviz.
	Engine Engine
	// Logger gets, at level Warn, the engine's warnings, and one from [Pages] when a table is too
	// small to read in print and cannot be divided. Nil means no logging.
	Logger *slog.Logger
}

// defaults returns the options with the defaults for a map.
func (o *Options) defaults(m *accountmap.Map) Options {
	var filled Options
	if o != nil {
		filled = *o
	}
	filled.Theme = cmp.Or(filled.Theme, theme.Light())
	if filled.Dark == nil && filled.Theme == theme.Light() {
		filled.Dark, _ = theme.Lookup("dark") // a test loads every built-in theme
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
