package accountmap

import "slices"

// circles returns the circles among n things that each lead to others by their indexes. A thing that leads to itself is a circle of one.
// Of things that are tangled in several circles, the shortest through the one with the lowest index is returned; taking that apart shows
// the next. Each circle starts at its lowest index; circles come in the order of those.
//
// It does not recurse, and takes a time of n log n in the things and what they lead to.
func circles(n int, next func(int) []int) [][]int {
	var found [][]int
	for i := range n {
		if slices.Contains(next(i), i) {
			found = append(found, []int{i})
		}
	}
	for _, knot := range knots(n, next) {
		found = append(found, shortestCircle(knot, next))
	}
	slices.SortStableFunc(found, func(a, b []int) int { return a[0] - b[0] })
	return found
}

// knots returns the groups of more than one thing in which each leads to every other by some way (strongly connected components, found as
// Tarjan does), each sorted.
func knots(n int, next func(int) []int) [][]int {
	type visit struct {
		node  int
		ahead []int // what it leads to and has not been looked at
	}
	var (
		found    [][]int
		seen     = make([]int, n) // in which order, from 1
		low      = make([]int, n) // the earliest thing on the stack that can be reached
		onStack  = make([]bool, n)
		stack    []int
		way      []visit
		sequence int
	)
	enter := func(i int) {
		sequence++
		seen[i], low[i], onStack[i] = sequence, sequence, true
		stack = append(stack, i)
		way = append(way, visit{i, next(i)})
	}
	for start := range n {
		if seen[start] > 0 {
			continue
		}
		enter(start)
		for len(way) > 0 {
			at := &way[len(way)-1]
			if i := at.node; len(at.ahead) > 0 {
				j := at.ahead[0]
				at.ahead = at.ahead[1:]
				if seen[j] == 0 {
					enter(j)
				} else if onStack[j] {
					low[i] = min(low[i], seen[j])
				}
				continue
			}
			i := at.node
			way = way[:len(way)-1]
			if len(way) > 0 {
				below := way[len(way)-1].node
				low[below] = min(low[below], low[i])
			}
			if low[i] < seen[i] {
				continue
			}
			from := len(stack) - 1
			for stack[from] != i {
				from--
			}
			knot := slices.Clone(stack[from:])
			stack = stack[:from]
			for _, j := range knot {
				onStack[j] = false
			}
			if len(knot) > 1 {
				slices.Sort(knot)
				found = append(found, knot)
			}
		}
	}
	return found
}

// shortestCircle returns the shortest way from the lowest of a knot back to it.
func shortestCircle(knot []int, next func(int) []int) []int {
	lowest := knot[0]
	from := make(map[int]int, len(knot)) // the thing before each on the shortest way from the lowest
	queue := []int{lowest}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, j := range next(i) {
			if j == lowest && i != lowest {
				circle := []int{i}
				for i != lowest {
					i = from[i]
					circle = append(circle, i)
				}
				slices.Reverse(circle)
				return circle
			}
			if _, known := from[j]; !known && j != lowest && j != i {
				if _, inside := slices.BinarySearch(knot, j); inside {
					from[j] = i
					queue = append(queue, j)
				}
			}
		}
	}
	return knot
}
