package render

import (
	"cmp"
	"log/slog"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/theme"
)

// Options says how a picture is drawn. A nil *Options and the zero Options are the defaults.
type Options struct {
	// Theme gives the looks. Nil means [theme.Light].
	Theme *theme.Theme
	// Terms gives the words. Nil means English.
	Terms *terms.Terms
	// AsOf is the day that the picture is true for. Zero means the account's own.
	AsOf accountmap.Date
	// Page is the page that the picture is shaped for, and the size of the pages of a PDF. The zero Page is free: a picture is shaped as A4
	// lying down and becomes as large as it needs, and so does each page; [Pages] then makes them legible on A3.
	Page Page
	// Limit is how many cards, lines and boxes together one picture may have, a box counted as [BoxWeight]; what is more is a
	// [TooLargeError] rather than a long wait. Zero is 40,000, and below zero there is no limit.
	Limit int
	// HideLegend leaves the legend out.
	HideLegend bool
	// DPI is the resolution of a PNG: how many pixels make an inch. Zero is 144, two pixels to the point, or what a very large picture leaves
	// room for. More than a PNG may have pixels (200 million) is an error that says which resolution would do.
	DPI int
	// Transparent leaves the page's colour out of a PNG.
	Transparent bool
	// Fallback is a TrueType font (.ttf) for letters that the Go fonts lack, in PNG and PDF: Hebrew or Chinese, for example. Each letter
	// stands for itself, so that those of Arabic are not joined. Nil means none: a box stands in the place of such a letter.
	Fallback []byte
	// Focus fades everybody who is not in it, and the lines that do not run between two who are; nothing is hidden. It is for the views that
	// show people, and an error of [accountmap.Map.InFocus] is an error of theirs. The zero Focus fades nothing.
	Focus accountmap.Focus
	// Engine lays out. Nil means [Sandbox], the Graphviz that is built in.
	Engine Engine
	// Logger is told of the engine's warnings, and by [Pages] of a table whose texts are too small to read in print and that cannot be a set, at
	// level Warn. Nil means nobody is.
	Logger *slog.Logger
}

// defaults returns the options with every default filled in for a map.
func (o *Options) defaults(m *accountmap.Map) Options {
	var filled Options
	if o != nil {
		filled = *o
	}
	filled.Theme = cmp.Or(filled.Theme, theme.Light())
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
