package route

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Up to rerouteLimit lines are routed one after the other, and again if they meet others. More
// lines are routed concurrently in batches of batchSize; each takes the lines of earlier batches
// into account.
const (
	rerouteLimit = 80
	batchSize    = 16
)

// manyLines is the number of lines above which slightly worse paths save much time.
const manyLines = 600

// findPaths finds the path of each line: hierarchies first, then by distance. It returns false if
// stopped.
func findPaths(task *Task, space *space, grid *grid, connectors []*connector) bool {
	order := slices.Clone(connectors)
	slices.SortFunc(order, func(a, b *connector) int {
		if a.Hierarchy != b.Hierarchy {
			if a.Hierarchy {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.index, b.index))
	})
	if len(order) > rerouteLimit {
		return findManyPaths(task, space, grid, order)
	}
	search := newSearch(grid, space, len(order))
	for _, l := range order {
		if task.stopped() {
			return false
		}
		search.route(l)
		grid.use(l, 1)
	}
	// The first lines were routed before the later lines. Lines with conflicts are routed again.
	for _, l := range order {
		if task.stopped() {
			return false
		}
		if search.undisturbed(l) {
			continue
		}
		grid.use(l, -1)
		l.path, l.edges = nil, nil // a line does not obstruct itself
		search.route(l)
		grid.use(l, 1)
	}
	return true
}

// findManyPaths replaces findPaths for more than rerouteLimit lines. The paths do not depend on the
// number of processors.
func findManyPaths(task *Task, space *space, grid *grid, order []*connector) bool {
	searches := make([]*search, min(runtime.GOMAXPROCS(0), batchSize))
	for i := range searches {
		searches[i] = newSearch(grid, space, len(order))
	}
	for batch := range slices.Chunk(order, batchSize) {
		if task.stopped() {
			return false
		}
		var next atomic.Int32
		var wait sync.WaitGroup
		for _, search := range searches {
			wait.Go(func() {
				for i := next.Add(1); int(i) <= len(batch); i = next.Add(1) {
					search.route(batch[i-1])
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

// fallbackPath returns the cheapest simple path between two cards that no track connects.
func fallbackPath(space *space, ports []port, l *connector) []vec {
	var best []vec
	least := 0
	for _, s := range l.starts {
		for _, g := range l.goals {
			for _, corners := range elbowPaths(l, &ports[s.port], &ports[g.port]) {
				if cost := s.cost + g.cost + pathCost(space, corners); best == nil || cost < least {
					best, least = corners, cost
				}
			}
		}
	}
	return best
}

// elbowPaths returns simple paths between two ports.
func elbowPaths(l *connector, a, b *port) [][]vec {
	first, last := l.stubs()
	out, in := a.at, b.at
	out[a.axis()] += a.dir() * first
	in[b.axis()] += b.dir() * last
	paths := [][]vec{
		{a.at, out, {out[0], in[1]}, in, b.at},
		{a.at, out, {in[0], out[1]}, in, b.at},
	}
	if a.axis() == b.axis() {
		axis := a.axis()
		p, q := a.at, b.at
		p[axis] = (a.at[axis] + b.at[axis]) / 2
		q[axis] = p[axis]
		paths = append(paths, []vec{a.at, p, q, b.at})
	}
	for i, path := range paths {
		paths[i] = simplify(path)
	}
	return paths
}

// pathCost returns the cost of a path. Covered cards and texts cost most.
func pathCost(space *space, corners []vec) int {
	cost := len(corners) * bendCost
	for i := 1; i < len(corners); i++ {
		a, b := corners[i-1], corners[i]
		axis := 0
		if a[0] == b[0] {
			axis = 1
		}
		length := max(a[axis], b[axis]) - min(a[axis], b[axis])
		cost += (length + 20*space.covered(segment{axis, a[1-axis], a[axis], b[axis]})) * lengthCost
	}
	return cost
}

// simplify removes all points of a path except its ends and bends.
func simplify(path []vec) []vec {
	var out []vec
	for _, at := range path {
		out = appendBend(out, at)
	}
	if len(out) == 1 {
		out = append(out, out[0])
	}
	return out
}

// appendBend appends a point to the bends of a path. A point straight ahead replaces the end.
func appendBend(path []vec, at vec) []vec {
	k := len(path)
	switch {
	case k > 0 && path[k-1] == at:
	case k > 1 && (path[k-2][0] == at[0] && path[k-1][0] == at[0] || path[k-2][1] == at[1] && path[k-1][1] == at[1]):
		path[k-1] = at
	default:
		path = append(path, at)
	}
	return path
}
