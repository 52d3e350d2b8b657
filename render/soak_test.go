package render

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

var soak = flag.Int("soak", 1000, "the number of drawings of TestSoak; from 20,000 on it measures memory, too")

// TestSoak draws many maps in 32 goroutines; some run out of time or of disk space. Every other
// drawing equals the drawing of an undisturbed run. No goroutine is left, and memory does not grow.
func TestSoak(t *testing.T) {
	type job struct {
		draw func(ctx context.Context, w io.Writer) error
		want []byte
	}
	var jobs []job
	for i, people := range []int{6, 9, 12, 15, 20, 60} {
		m := mustNew(t, accountmaptest.Generate(uint64(i), accountmaptest.Typical(people)))
		for k, v := range Views() {
			if people > 20 && k != i%len(Views()) {
				continue // large maps are few
			}
			j := job{draw: func(ctx context.Context, w io.Writer) error { return Draw(ctx, w, m, v.View, SVG, nil) }}
			var quiet bytes.Buffer
			require.NoError(t, j.draw(t.Context(), &quiet))
			j.want = quiet.Bytes()
			jobs = append(jobs, j)
		}
	}
	before := runtime.NumGoroutine()
	var next, done, late, full atomic.Int64
	var early uint64
	var wait sync.WaitGroup
	for range 32 {
		wait.Go(func() {
			for n := int(next.Add(1)); n <= *soak && !t.Failed(); n = int(next.Add(1)) {
				if n == 5000 {
					early = memory()
				}
				j := jobs[n%len(jobs)]
				var got bytes.Buffer
				switch n % 7 {
				case 3:
					ctx, cancel := context.WithTimeout(t.Context(), time.Duration(n%64)*time.Millisecond/8)
					err := j.draw(ctx, &got)
					cancel()
					if errors.Is(err, context.DeadlineExceeded) {
						late.Add(1)
						assert.Zero(t, got.Len(), "a drawing that is late writes nothing")
						continue
					}
					assert.NoError(t, err)
				case 5:
					disk := fullDisk{room: n * 37 % len(j.want)}
					assert.ErrorIs(t, j.draw(t.Context(), &disk), errFull)
					full.Add(1)
					continue
				default:
					assert.NoError(t, j.draw(t.Context(), &got))
				}
				done.Add(1)
				assert.True(t, bytes.Equal(j.want, got.Bytes()), "drawing %d is another than alone", n)
			}
		})
	}
	wait.Wait()
	report := fmt.Sprintf("%d drawings, %d late, %d on a full disk", done.Load(), late.Load(), full.Load())
	assert.Positive(t, done.Load()*late.Load()*full.Load(), report)
	assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= before+1 }, 10*time.Second, 10*time.Millisecond,
		"goroutines are left; one asks for their number")
	if *soak >= 20_000 {
		end := memory()
		report += fmt.Sprintf(", %d MB after 5,000 and %d MB at the end", early>>20, end>>20)
		assert.Less(t, end, early+early/5, report)
	}
	t.Log(report)
}

// memory returns the memory that the process has obtained from the system.
func memory() uint64 {
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.Sys - stats.HeapReleased
}
