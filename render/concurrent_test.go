package render

import (
	"bytes"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/gomono"
)

// TestDrawingIsConcurrent paints one drawing in every format from several goroutines, which the
// race detector watches.
func TestDrawingIsConcurrent(t *testing.T) {
	d, err := Layout(t.Context(), mustNew(t, meridiano()), Stakeholders{}, &Options{Fallback: gomono.TTF})
	require.NoError(t, err)
	paintAll := func() []byte {
		var all bytes.Buffer
		assert.NoError(t, d.SVG(&all))
		assert.NoError(t, d.Write(&all, DOT))
		assert.NoError(t, d.PNG(&all))
		assert.NoError(t, d.Write(&all, PDF))
		return all.Bytes()
	}
	first := paintAll()
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() { assert.True(t, bytes.Equal(first, paintAll())) })
	}
	wait.Wait()
}
