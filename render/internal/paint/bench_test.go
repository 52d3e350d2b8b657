package paint_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/internal/paint/painttest"
	"github.com/accountatlas/accountatlas/render/internal/paint/pdf"
	"github.com/accountatlas/accountatlas/render/internal/paint/png"
	"github.com/accountatlas/accountatlas/render/internal/paint/svg"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
)

// BenchmarkPainters paints one scene of 60 cards in each format.
func BenchmarkPainters(b *testing.B) {
	s := painttest.Compose(b, scenetest.People(60))
	b.Run("SVG", func(b *testing.B) {
		for b.Loop() {
			require.NoError(b, svg.Write(io.Discard, s, nil))
		}
	})
	b.Run("PNG", func(b *testing.B) {
		for b.Loop() {
			require.NoError(b, png.Write(b.Context(), io.Discard, s, nil))
		}
	})
	b.Run("PDF", func(b *testing.B) {
		for b.Loop() {
			require.NoError(b, pdf.Write(io.Discard, []pdf.Page{{Scene: s}}))
		}
	})
}
