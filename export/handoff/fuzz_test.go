package handoff_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// FuzzHostileAccount checks that the handoff of an account with any text in each field can be
// printed.
func FuzzHostileAccount(f *testing.F) {
	norace.Only(f)
	for _, text := range accountmaptest.Hostile()[:4] {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := accountmaptest.Full()
		accountmaptest.FillText(a, text)
		m, err := accountmap.New(a)
		if err != nil {
			return
		}
		d, err := handoff.New(t.Context(), m, nil)
		require.NoError(t, err)
		require.NoError(t, printer.HTML(t.Context(), io.Discard, d, nil))
		require.NoError(t, printer.Markdown(io.Discard, d, nil))
	})
}
