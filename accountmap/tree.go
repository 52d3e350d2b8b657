package accountmap

// tree is a forest over the indexes of a list, laid out so that everything below a node is one run of order.
type tree struct {
	roots    []int
	children [][]int
	// order lists the nodes parents first; node i and all below it are order[at[i]:end[i]].
	order, at, end, depth []int
}

// newTree builds the forest of n nodes in which parent gives each node's parent, or -1. There must be no cycles. It does not recurse:
// a chain of any length is fine.
func newTree(n int, parent func(int) int) tree {
	t := tree{children: make([][]int, n), at: make([]int, n), end: make([]int, n), depth: make([]int, n), order: make([]int, 0, n)}
	for i := range n {
		if p := parent(i); p >= 0 {
			t.children[p] = append(t.children[p], i)
		} else {
			t.roots = append(t.roots, i)
		}
	}
	type visit struct{ node, depth int } // a negative depth closes the node
	stack := make([]visit, 0, n)
	push := func(nodes []int, depth int) {
		for k := len(nodes) - 1; k >= 0; k-- {
			stack = append(stack, visit{nodes[k], depth})
		}
	}
	push(t.roots, 0)
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if v.depth < 0 {
			t.end[v.node] = len(t.order)
			continue
		}
		t.at[v.node], t.depth[v.node] = len(t.order), v.depth
		t.order = append(t.order, v.node)
		stack = append(stack, visit{v.node, -1})
		push(t.children[v.node], v.depth+1)
	}
	return t
}

// below returns node i and everything below it, parents first.
func (t tree) below(i int) []int { return t.order[t.at[i]:t.end[i]] }
