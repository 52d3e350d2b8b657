package exporttest_test

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/workbook"
)

// TestOneForMany makes and writes all outputs of one map from several goroutines, for the race
// detector. The tests of the packages themselves would take minutes under it.
func TestOneForMany(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	page, err := handoff.New(t.Context(), m, nil)
	require.NoError(t, err)
	deck, err := handoff.Deck(t.Context(), m, nil)
	require.NoError(t, err)
	book, err := workbook.New(t.Context(), m, nil)
	require.NoError(t, err)
	for name, write := range map[string]func(io.Writer) error{
		"a page":   func(w io.Writer) error { return printer.HTML(t.Context(), w, page, nil) },
		"PDF":      func(w io.Writer) error { return printer.PDF(t.Context(), w, page, nil) },
		"DOCX":     func(w io.Writer) error { return printer.DOCX(t.Context(), w, page, nil) },
		"Markdown": func(w io.Writer) error { return printer.Markdown(w, page, nil) },
		"slides":   func(w io.Writer) error { return printer.PPTX(w, deck) },
		"workbook": func(w io.Writer) error { return book.WriteXLSX(w) },
		"another":  func(w io.Writer) error { return another(w, m) },
	} {
		var want bytes.Buffer
		require.NoError(t, write(&want), name)
		exporttest.AtOnce(4, func() {
			var again bytes.Buffer
			assert.NoError(t, write(&again), name)
			assert.True(t, bytes.Equal(want.Bytes(), again.Bytes()), name)
		})
	}
}

// another makes a new workbook and handoff of a map.
func another(w io.Writer, m *accountmap.Map) error {
	page, err := handoff.New(context.Background(), m, nil)
	if err != nil {
		return err
	}
	book, err := workbook.New(context.Background(), m, nil)
	if err != nil {
		return err
	}
	if err := printer.HTML(context.Background(), w, page, nil); err != nil {
		return err
	}
	return book.WriteXLSX(w)
}

// countdown is a context that ends after a number of calls of Err.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestContextEnds ends the context at each check in turn. New and Deck return the error of the
// context and no result, and check it before each section, slide or sheet.
func TestContextEnds(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	for name, maker := range map[string]struct {
		parts int
		make  func(ctx context.Context) (made bool, err error)
	}{
		"page":     {len(handoff.Sections()), func(ctx context.Context) (bool, error) { d, err := handoff.New(ctx, m, nil); return d != nil, err }},
		"slides":   {6, func(ctx context.Context) (bool, error) { d, err := handoff.Deck(ctx, m, nil); return d != nil, err }},
		"workbook": {len(workbook.Sheets()), func(ctx context.Context) (bool, error) { b, err := workbook.New(ctx, m, nil); return b != nil, err }},
	} {
		checks := 0
		for {
			ctx := &countdown{t.Context(), checks}
			made, err := maker.make(ctx)
			if err == nil {
				assert.True(t, made, name)
				break
			}
			require.ErrorIs(t, err, context.Canceled, name)
			require.False(t, made, name)
			checks++
		}
		assert.GreaterOrEqual(t, checks, maker.parts, name)
	}
}
