package layout

// routeNest is how boxes hold each other. Without it (no size) every line may go anywhere.
type routeNest struct {
	parent []int32
	// first and last are the numbers of a box and of the last box inside it, in an order in which those inside follow.
	first, last []int32
	min, max    []routeSpot
	// halls are, by box plus one, the boxes inside it that have boxes inside them: between those, others may pass.
	halls [][]int32
}

// boxOf is the box of a card or a text, or -1.
func boxOf(boxes []int, i int) int32 {
	if boxes == nil {
		return -1
	}
	return int32(boxes[i])
}

func newRouteNest(task routeTask) routeNest {
	n := len(task.Parents)
	nest := routeNest{parent: make([]int32, n), first: make([]int32, n), last: make([]int32, n), min: make([]routeSpot, n), max: make([]routeSpot, n)}
	for i, parent := range task.Parents {
		nest.parent[i] = int32(parent)
		nest.min[i], nest.max[i] = routeArea(task.Boxes[i])
		nest.last[i] = 1
	}
	for i := n - 1; i >= 0; i-- { // last counts the boxes first
		if parent := nest.parent[i]; parent >= 0 {
			nest.last[parent] += nest.last[i]
		}
	}
	next := make([]int32, n+1) // by the parent plus one, the number of the next box inside
	for i := range n {
		parent := nest.parent[i] + 1
		nest.first[i] = next[parent]
		next[parent] += nest.last[i]
		next[i+1] = nest.first[i] + 1
		nest.last[i] += nest.first[i] - 1
	}
	nest.halls = make([][]int32, n+1)
	for i := range n {
		if nest.last[i] > nest.first[i] {
			nest.halls[nest.parent[i]+1] = append(nest.halls[nest.parent[i]+1], int32(i))
		}
	}
	return nest
}

// known reports whether anything is known about boxes.
func (n *routeNest) known() bool { return len(n.parent) > 0 }

// holds reports whether a box is another one or is around it. Nothing (-1) is around everything.
func (n *routeNest) holds(outer, inner int32) bool {
	switch {
	case outer < 0:
		return true
	case inner < 0:
		return false
	}
	return n.first[outer] <= n.first[inner] && n.first[inner] <= n.last[outer]
}
