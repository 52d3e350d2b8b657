package layout

// routeStep is a state to look at, what the whole way through it costs at least, and how much of that is still ahead.
type routeStep struct {
	total, ahead int64
	state        int32
}

// before orders steps: the cheapest, of those the nearest to the end, then by index.
func (a routeStep) before(b routeStep) bool {
	if a.total != b.total {
		return a.total < b.total
	}
	if a.ahead != b.ahead {
		return a.ahead < b.ahead
	}
	return a.state < b.state
}

// routeHeap has the first step on top. It is container/heap without the boxing.
type routeHeap []routeStep

func (h *routeHeap) push(step routeStep) {
	*h = append(*h, step)
	list := *h
	i := len(list) - 1
	for i > 0 {
		up := (i - 1) / 2
		if !step.before(list[up]) {
			break
		}
		list[i] = list[up]
		i = up
	}
	list[i] = step
}

func (h *routeHeap) pop() routeStep {
	list := *h
	top, last := list[0], list[len(list)-1]
	list = list[:len(list)-1]
	*h = list
	if len(list) == 0 {
		return top
	}
	i := 0
	for {
		down := 2*i + 1
		if down >= len(list) {
			break
		}
		if down+1 < len(list) && list[down+1].before(list[down]) {
			down++
		}
		if !list[down].before(last) {
			break
		}
		list[i] = list[down]
		i = down
	}
	list[i] = last
	return top
}
