package render

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// BenchmarkDraw draws maps of growing accounts as SVG.
func BenchmarkDraw(b *testing.B) {
	for _, people := range []int{60, 300, 1000, 2600} {
		b.Run(fmt.Sprintf("people=%d", people), func(b *testing.B) {
			m := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(people)))
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, Draw(context.Background(), io.Discard, m, Stakeholders{}, SVG, nil))
			}
		})
	}
}

// BenchmarkGoroutines draws the same maps with one goroutine and with two, in alternation, and
// prints the ratio of their throughputs.
func BenchmarkGoroutines(b *testing.B) {
	m := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(60)))
	const maps = 100
	drawWith := func(goroutines int) time.Duration {
		start := time.Now()
		var wait sync.WaitGroup
		for range goroutines {
			wait.Go(func() {
				for range maps / goroutines {
					if err := Draw(context.Background(), io.Discard, m, Stakeholders{}, SVG, nil); err != nil {
						b.Error(err)
					}
				}
			})
		}
		wait.Wait()
		return time.Since(start)
	}
	drawWith(1)
	var one, two time.Duration
	for b.Loop() {
		one += drawWith(1)
		two += drawWith(2)
	}
	b.ReportMetric(float64(maps*b.N)/one.Seconds(), "maps/s(1)")
	b.ReportMetric(float64(maps*b.N)/two.Seconds(), "maps/s(2)")
	b.ReportMetric(one.Seconds()/two.Seconds(), "times")
}

// BenchmarkResidentMemory draws 2,000 maps in one process and prints the resident memory after the
// first 100 and at the end.
func BenchmarkResidentMemory(b *testing.B) {
	m := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(60)))
	for b.Loop() {
		var early float64
		for i := range 2000 {
			require.NoError(b, Draw(context.Background(), io.Discard, m, Stakeholders{}, SVG, nil))
			if i == 99 {
				early = resident(b)
			}
		}
		late := resident(b)
		b.ReportMetric(early, "MiB(100)")
		b.ReportMetric(late, "MiB(2000)")
		b.ReportMetric(late/early, "times")
	}
}

// resident returns the process's resident memory in MiB, or the memory of the Go runtime on other
// systems.
func resident(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err == nil {
		for line := range strings.Lines(string(status)) {
			if kb, ok := strings.CutPrefix(line, "VmRSS:"); ok {
				n, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(kb), " kB"), 64)
				require.NoError(b, err)
				return n / 1024
			}
		}
	}
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return float64(s.Sys-s.HeapReleased) / (1 << 20)
}

func ExampleDraw() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Grupo Meridiano"},
		Contacts: []accountmap.Contact{{ID: "bn", Name: "Begoña Núñez", Stance: accountmap.StanceChampion}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	var svg bytes.Buffer
	if err := Draw(context.Background(), &svg, m, Stakeholders{}, SVG, nil); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Count(svg.String(), `class="node`), "card")
	// Output: 1 card
}
