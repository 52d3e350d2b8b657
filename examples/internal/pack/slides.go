package pack

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render"
)

// slides are the map and the quarterly review as presentations. The map has the size of its paper,
// or 16:9; one that is too large for pages is left out.
func slides(ctx context.Context, m *accountmap.Map, o Options) ([]writer, error) {
	look := &render.Options{AsOf: o.AsOf, Terms: o.Terms, Theme: o.Theme, Paper: o.Paper}
	if err := brand(look, o); err != nil {
		return nil, err
	}
	if look.Paper.Free() {
		look.Paper = paper.Slide()
	}
	review := &handoff.Options{AsOf: o.AsOf, Terms: o.Terms}
	var writers []writer
	set, err := render.Pages(ctx, m, view(o), look)
	switch _, tooLarge := errors.AsType[*render.TooLargeError](err); {
	case tooLarge:
	case err != nil:
		return nil, fmt.Errorf("making map.pptx: %w", err)
	default:
		overview, err := set.Overview(ctx)
		if err != nil {
			return nil, fmt.Errorf("making review.pptx: %w", err)
		}
		review.Pictures = []handoff.Picture{{Picture: overview}}
		writers = append(writers, writer{"map.pptx", func(w io.Writer) error { return set.Write(w, render.PPTX) }})
	}
	deck, err := handoff.Deck(m, review)
	if err != nil {
		return nil, err
	}
	deck.Accent = o.Accent
	return append(writers, writer{"review.pptx", func(w io.Writer) error { return printer.PPTX(w, deck) }}), nil
}
