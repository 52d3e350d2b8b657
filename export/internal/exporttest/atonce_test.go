package exporttest_test

import (
	"bytes"
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
	page, err := handoff.New(m, nil)
	require.NoError(t, err)
	deck, err := handoff.Deck(m, nil)
	require.NoError(t, err)
	book, err := workbook.New(m, nil)
	require.NoError(t, err)
	for name, write := range map[string]func(io.Writer) error{
		"a page":   func(w io.Writer) error { return printer.HTML(w, page, nil) },
		"PDF":      func(w io.Writer) error { return printer.PDF(w, page, nil) },
		"DOCX":     func(w io.Writer) error { return printer.DOCX(w, page, nil) },
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
	page, err := handoff.New(m, nil)
	if err != nil {
		return err
	}
	book, err := workbook.New(m, nil)
	if err != nil {
		return err
	}
	if err := printer.HTML(w, page, nil); err != nil {
		return err
	}
	return book.WriteXLSX(w)
}
