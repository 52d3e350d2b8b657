package paint_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
)

// BenchmarkPainters paints one scene of 60 cards in each format.
func BenchmarkPainters(b *testing.B) {
	s := compose(b, scenetest.People(60))
	b.Run("SVG", func(b *testing.B) {
		for b.Loop() {
			require.NoError(b, paint.SVG(io.Discard, s, nil))
		}
	})
	b.Run("PNG", func(b *testing.B) {
		for b.Loop() {
			require.NoError(b, paint.PNG(io.Discard, s, nil))
		}
	})
	b.Run("PDF", func(b *testing.B) {
		for b.Loop() {
			require.NoError(b, paint.PDF(io.Discard, []paint.Page{{Scene: s}}, nil))
		}
	})
}
