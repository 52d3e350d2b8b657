package graphviz

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/enginetest"
	"github.com/stretchr/testify/require"
)

func BenchmarkRun(b *testing.B) {
	dot := enginetest.BoxTree(60)
	warmUp(b)
	b.ReportAllocs()
	for b.Loop() {
		_, _, err := Sandbox{}.Run(context.Background(), dot, "dot", "json0")
		require.NoError(b, err)
	}
}

// BenchmarkInstance measures the part of a run that is the same for every graph.
func BenchmarkInstance(b *testing.B) {
	warmUp(b)
	e, err := shared()
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		in, err := e.start(context.Background())
		require.NoError(b, err)
		require.NoError(b, in.module.Close(context.Background()))
	}
}

// BenchmarkRunParallel compares one goroutine with two; the ratio is the gain from a second
// processor.
func BenchmarkRunParallel(b *testing.B) {
	dot := enginetest.BoxTree(60)
	warmUp(b)
	var one float64
	for _, goroutines := range []int{1, 2} {
		b.Run(fmt.Sprintf("goroutines=%d", goroutines), func(b *testing.B) {
			var left atomic.Int64
			left.Store(int64(b.N))
			var workers sync.WaitGroup
			for range goroutines {
				workers.Go(func() {
					for left.Add(-1) >= 0 {
						if _, _, err := (Sandbox{}).Run(context.Background(), dot, "dot", "json0"); err != nil {
							b.Error(err)
							return
						}
					}
				})
			}
			workers.Wait()
			rate := float64(b.N) / b.Elapsed().Seconds()
			b.ReportMetric(rate, "maps/s")
			if goroutines == 1 {
				one = rate
			} else if one > 0 {
				b.ReportMetric(rate/one, "times-one")
			}
		})
	}
}

// BenchmarkMemory runs 2,000 graphs in one process per iteration. It reports the memory of the
// process after the first 100 and at the end; equal values mean that no instance leaks.
func BenchmarkMemory(b *testing.B) {
	dot := enginetest.BoxTree(60)
	warmUp(b)
	for b.Loop() {
		var early float64
		for i := range 2000 {
			if i == 100 {
				early = residentMiB()
			}
			_, _, err := Sandbox{}.Run(context.Background(), dot, "dot", "json0")
			require.NoError(b, err)
		}
		b.ReportMetric(early, "MiB-after-100")
		b.ReportMetric(residentMiB(), "MiB-at-end")
	}
}

// BenchmarkCompile measures the first run of a process, with and without cached code.
func BenchmarkCompile(b *testing.B) {
	cache := privateDir(b.TempDir() + "/cache")
	compile := func(b *testing.B, cache string) {
		for b.Loop() {
			e, err := newEngine(embedded, cache, memoryLimit)
			require.NoError(b, err)
			require.NoError(b, e.runtime.Close(context.Background()))
		}
	}
	_, err := newEngine(embedded, cache, memoryLimit)
	require.NoError(b, err)
	b.Run("cold", func(b *testing.B) { compile(b, "") })
	b.Run("cached", func(b *testing.B) { compile(b, cache) })
}

// warmUp compiles the engine outside the measured time.
func warmUp(b *testing.B) {
	b.Helper()
	_, err := shared()
	require.NoError(b, err)
}

// residentMiB returns the resident memory of the process, or the memory of the Go runtime on other
// systems.
func residentMiB() float64 {
	runtime.GC()
	status, err := os.ReadFile("/proc/self/status")
	if err == nil {
		for line := range strings.Lines(string(status)) {
			var kib float64
			if _, err := fmt.Sscanf(line, "VmRSS: %f kB", &kib); err == nil {
				return kib / 1024
			}
		}
	}
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return float64(sample[0].Value.Uint64()) / (1 << 20)
}
