package pack

import (
	"context"
	"io"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render"
)

// slides has the map and the quarterly review as presentations.
type slides struct {
	set    *render.Set // nil for a map that is too large for pages
	review *document.Document
}

// newSlides draws the map in the size of its paper, by default 16:9.
func newSlides(ctx context.Context, m *accountmap.Map, o Options) (*slides, error) {
	look := &render.Options{AsOf: o.AsOf, Terms: o.Terms, Theme: o.Theme, Paper: o.Paper}
	if err := brand(look, o); err != nil {
		return nil, err
	}
	if look.Paper.Free() {
		look.Paper = paper.Slide()
	}
	opts := &handoff.Options{AsOf: o.AsOf, Terms: o.Terms}
	set, err := render.Pages(ctx, m, view(o), look)
	if err := unlessTooLarge(err); err != nil {
		return nil, err
	}
	if set != nil {
		overview, err := set.Overview(ctx)
		if err != nil {
			return nil, err
		}
		opts.Pictures = []handoff.Picture{{Picture: overview}}
	}
	s := &slides{set: set}
	if s.review, err = handoff.Deck(ctx, m, opts); err != nil {
		return nil, err
	}
	s.review.Accent, s.review.Logo = o.Accent, o.Logo
	return s, nil
}

func mapSlides(slides func() (*slides, error)) func(io.Writer) error {
	return func(w io.Writer) error {
		s, err := slides()
		switch {
		case err != nil:
			return err
		case s.set == nil:
			return errNone
		}
		return s.set.Write(w, render.PPTX)
	}
}

func review(slides func() (*slides, error)) func(io.Writer) error {
	return func(w io.Writer) error {
		s, err := slides()
		if err != nil {
			return err
		}
		return printer.PPTX(w, s.review)
	}
}
