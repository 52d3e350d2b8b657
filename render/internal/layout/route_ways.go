package layout

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// routeSecond is up to how many lines are led one after the other, and looked at twice. More are led routeTogether at a time, each of which
// knows the lines before these, on all processors.
const (
	routeSecond   = 80
	routeTogether = 16
)

// routeMany is the number of lines from which a little less care with each is worth the time saved.
const routeMany = 600

// routeWays finds the way of each line: hierarchies first, then the others, near ones before far ones. False says that nobody waits any more.
func routeWays(task *routeTask, space *routeSpace, grid *routeGrid, leads []*routeLead) bool {
	order := slices.Clone(leads)
	slices.SortFunc(order, func(a, b *routeLead) int {
		if a.Hierarchy != b.Hierarchy {
			if a.Hierarchy {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(a.index, b.index))
	})
	if len(order) > routeSecond {
		return routeManyWays(task, space, grid, order)
	}
	search := newRouteSearch(grid, space, len(order))
	for _, l := range order {
		if task.stopped() {
			return false
		}
		search.lead(l)
		grid.use(l, 1)
	}
	// Early lines did not know what would cross them: those that met others look for their way once more.
	for _, l := range order {
		if task.stopped() {
			return false
		}
		if search.alone(l) {
			continue
		}
		grid.use(l, -1)
		l.way, l.edges = nil, nil // it is not in its own way
		search.lead(l)
		grid.use(l, 1)
	}
	return true
}

// routeManyWays is routeWays for more lines. The number of processors does not change the ways.
func routeManyWays(task *routeTask, space *routeSpace, grid *routeGrid, order []*routeLead) bool {
	searches := make([]*routeSearch, min(runtime.GOMAXPROCS(0), routeTogether))
	for i := range searches {
		searches[i] = newRouteSearch(grid, space, len(order))
	}
	for batch := range slices.Chunk(order, routeTogether) {
		if task.stopped() {
			return false
		}
		var next atomic.Int32
		var wait sync.WaitGroup
		for _, search := range searches {
			wait.Go(func() {
				for i := next.Add(1); int(i) <= len(batch); i = next.Add(1) {
					search.lead(batch[i-1])
				}
			})
		}
		wait.Wait()
		for _, l := range batch {
			grid.use(l, 1)
		}
	}
	return true
}
