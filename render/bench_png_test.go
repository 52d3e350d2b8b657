package render

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"io"
	"math"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// BenchmarkPNG draws maps as PNG in alternation with a native dot. dot gets the same cards, boxes
// and lines as one plain file, and draws as many pixels. It prints the ratio of the times, like
// [BenchmarkNative].
func BenchmarkPNG(b *testing.B) {
	path, err := exec.LookPath("dot")
	if err != nil {
		b.Skip("no native dot to compare with: install Graphviz")
	}
	for _, people := range []int{60, 300} {
		b.Run(fmt.Sprintf("people=%d", people), func(b *testing.B) {
			m := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(people)))
			d, err := Layout(context.Background(), m, Stakeholders{}, nil)
			require.NoError(b, err)
			var picture bytes.Buffer
			require.NoError(b, d.PNG(&picture))
			pixels := dimensions(b, picture.Bytes())
			native := func(w io.Writer) {
				w1, h1 := d.Size()
				run := exec.Command(path, "-Tpng", "-Gdpi=144", "-Gratio=fill", fmt.Sprintf("-Gsize=%f,%f!", w1/72, h1/72))
				run.Stdin, run.Stdout = bytes.NewReader(plainDOT(d)), w
				require.NoError(b, run.Run())
			}
			var other bytes.Buffer
			native(&other)
			require.InEpsilon(b, pixels, dimensions(b, other.Bytes()), 0.02, "dot's picture has as many pixels")
			ours, paint, theirs := time.Hour, time.Hour, time.Hour
			for b.Loop() {
				ours = min(ours, timed(func() { require.NoError(b, Draw(context.Background(), io.Discard, m, Stakeholders{}, PNG, nil)) }))
				paint = min(paint, timed(func() { require.NoError(b, d.PNG(io.Discard)) }))
				theirs = min(theirs, timed(func() { native(io.Discard) }))
			}
			b.ReportMetric(milliseconds(ours), "ms")
			b.ReportMetric(milliseconds(paint), "ms(paint)")
			b.ReportMetric(milliseconds(theirs), "ms(dot)")
			b.ReportMetric(ours.Seconds()/theirs.Seconds(), "times")
			b.ReportMetric(float64(picture.Len())/1024, "KiB")
			b.ReportMetric(float64(other.Len())/1024, "KiB(dot)")
		})
	}
}

func milliseconds(d time.Duration) float64 { return math.Round(d.Seconds()*1e4) / 10 }

// dimensions returns the number of pixels of a PNG.
func dimensions(b *testing.B, data []byte) float64 {
	c, err := png.DecodeConfig(bytes.NewReader(data))
	require.NoError(b, err)
	return float64(c.Width) * float64(c.Height)
}
