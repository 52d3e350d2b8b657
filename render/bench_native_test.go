package render

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/render/graph"
)

// BenchmarkNative draws maps as SVG in alternation with a native dot, which gets the same cards,
// boxes and lines as one plain file. It prints the ratio of the fastest Draw to the fastest dot, so
// that other load on the machine matters little. The time of dot includes starting the process,
// which reads from memory and writes to a pipe.
func BenchmarkNative(b *testing.B) {
	path, err := exec.LookPath("dot")
	if err != nil {
		b.Skip("no native dot to compare with: install Graphviz")
	}
	for _, people := range []int{60, 300, 2600} {
		b.Run(fmt.Sprintf("people=%d", people), func(b *testing.B) {
			m := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(people)))
			d, err := Layout(context.Background(), m, Stakeholders{}, nil)
			require.NoError(b, err)
			plain := plainDOT(d)
			ours, native := time.Hour, time.Hour
			for b.Loop() {
				ours = min(ours, timed(func() { require.NoError(b, Draw(context.Background(), io.Discard, m, Stakeholders{}, SVG, nil)) }))
				native = min(native, timed(func() {
					run := exec.Command(path, "-Tsvg")
					run.Stdin, run.Stdout = bytes.NewReader(plain), io.Discard
					require.NoError(b, run.Run())
				}))
			}
			b.ReportMetric(float64(ours.Microseconds())/1000, "ms")
			b.ReportMetric(float64(native.Microseconds())/1000, "ms(dot)")
			b.ReportMetric(ours.Seconds()/native.Seconds(), "times")
		})
	}
}

func timed(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}

// BenchmarkGrowth prints the ratio of the times for maps of 10,000 and of 1,000 people.
func BenchmarkGrowth(b *testing.B) {
	small := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(1000)))
	large := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(10_000)))
	opts := &Options{}
	one, ten := time.Hour, time.Hour
	for b.Loop() {
		for range 3 {
			one = min(one, timed(func() { require.NoError(b, Draw(context.Background(), io.Discard, small, Stakeholders{}, SVG, opts)) }))
			ten = min(ten, timed(func() { require.NoError(b, Draw(context.Background(), io.Discard, large, Stakeholders{}, SVG, opts)) }))
		}
	}
	b.ReportMetric(float64(one.Milliseconds()), "ms(1000)")
	b.ReportMetric(float64(ten.Milliseconds()), "ms(10000)")
	b.ReportMetric(ten.Seconds()/one.Seconds(), "times")
}

// plainDOT returns a map in DOT as a person would write it: boxes as clusters, cards as boxes of
// their size with two lines of text, lines as edges.
func plainDOT(d *Drawing) []byte {
	w := &bytes.Buffer{}
	fmt.Fprintln(w, "digraph {\nnode [shape=box fixedsize=true]")
	plainGroups(w, d, graph.None)
	for _, e := range d.picture.Input.Graph.Edges {
		fmt.Fprintf(w, "n%d -> n%d\n", e.From, e.To)
	}
	fmt.Fprintln(w, "}")
	return w.Bytes()
}

func plainGroups(w *bytes.Buffer, d *Drawing, parent int) {
	for i, n := range d.picture.Input.Graph.Nodes {
		if n.Group == parent {
			size := d.picture.Input.Cards[i].Size
			fmt.Fprintf(w, "n%d [width=%.3f height=%.3f label=%s]\n", i, size.W/72, size.H/72, strconv.Quote(n.Label+"\n"+n.Detail))
		}
	}
	for i, g := range d.picture.Input.Graph.Groups {
		if g.Parent == parent {
			fmt.Fprintf(w, "subgraph cluster_%d {\nlabel=%s\n", i, strconv.Quote(g.Label))
			plainGroups(w, d, i)
			fmt.Fprintln(w, "}")
		}
	}
}
