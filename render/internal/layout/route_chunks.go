package layout

import (
	"runtime"
	"sync"
)

// routeChunk is how many bundles are worth a goroutine.
const routeChunk = 1000

// routeChunks calls do for the parts of [0, n), in parallel when there are many. Each part is to write only what is its own, so that
// the number of processors changes nothing.
func routeChunks(n int, do func(part, from, to int)) {
	parts := max(1, min(runtime.GOMAXPROCS(0), n/routeChunk))
	if parts == 1 {
		do(0, 0, n)
		return
	}
	var wait sync.WaitGroup
	for part := range parts {
		wait.Go(func() { do(part, part*n/parts, (part+1)*n/parts) })
	}
	wait.Wait()
}
