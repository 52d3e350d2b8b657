package accountmap

import (
	"slices"
)

// circles returns the circles among n things that each lead to others by their indexes. A thing that leads to itself is a circle of one.
// Of things that are tangled in several circles, the shortest through the one with the lowest index is returned; taking that apart shows
// the next. Each circle starts at its lowest index; circles come in the order of those.
//
// It does not recurse, and takes a time of n log n in the things and what they lead to. Where there are no circles it takes a byte for each thing, and a few
// words for each that something leads to.
func circles(n int, next func(int) []int) [][]int {
	var found [][]int
	for i := range n {
		if slices.Contains(next(i), i) {
			found = append(found, []int{i})
		}
	}
	led := ledTo(n, next)
	inLed := among(led, next)
	tangled := peel(len(led), inLed)
	for _, knot := range knots(len(tangled), among(tangled, inLed)) {
		for i, at := range knot {
			knot[i] = led[tangled[at]]
		}
		found = append(found, shortestCircle(knot, next))
	}
	slices.SortStableFunc(found, func(a, b []int) int { return a[0] - b[0] })
	return found
}

// ledTo returns the things that something leads to, in rising order: only those can be in circles.
func ledTo(n int, next func(int) []int) []int {
	led, count := make([]bool, n), 0
	for i := range n {
		for _, j := range next(i) {
			if !led[j] {
				led[j] = true
				count++
			}
		}
	}
	list := make([]int, 0, count)
	for i, is := range led {
		if is {
			list = append(list, i)
		}
	}
	return list
}

// among says of some things, in rising order, which of themselves each leads to, by their indexes among them.
func among(things []int, next func(int) []int) func(int) []int {
	return func(i int) []int {
		var list []int
		for _, j := range next(things[i]) {
			if at, in := slices.BinarySearch(things, j); in {
				list = append(list, at)
			}
		}
		return list
	}
}

// peel takes away one to which nothing leads as long as there is such a one, and returns what is left, in rising order: all that are in circles, and what
// those lead to.
func peel(n int, next func(int) []int) []int {
	const gone = -1
	leading := make([]int32, n) // how many lead to each
	for i := range n {
		for _, j := range next(i) {
			leading[j]++
		}
	}
	var free []int
	for i := range n {
		if leading[i] == 0 {
			free = append(free, i)
		}
		for len(free) > 0 {
			taken := free[len(free)-1]
			free, leading[taken] = free[:len(free)-1], gone
			for _, j := range next(taken) {
				if leading[j]--; leading[j] == 0 && j <= i { // those behind i are still to come
					free = append(free, j)
				}
			}
		}
	}
	var left []int
	for i, count := range leading {
		if count != gone {
			left = append(left, i)
		}
	}
	return left
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

// knots returns the groups of more than one thing in which each leads to every other by some way, each sorted. They are the strongly connected
// components, found by Tarjan's algorithm without recursion.
func knots(n int, next func(int) []int) [][]int {
	s := knotSearch{next: next, seen: make([]int, n), low: make([]int, n), onStack: make([]bool, n)}
	var found [][]int
	for start := range n {
		if s.seen[start] > 0 {
			continue
		}
		s.enter(start)
		for len(s.way) > 0 {
			if knot := s.step(); len(knot) > 1 {
				slices.Sort(knot)
				found = append(found, knot)
			}
		}
	}
	return found
}

// knotSearch is Tarjan's algorithm under way.
type knotSearch struct {
	next     func(int) []int
	seen     []int // when each thing was entered, from 1; 0 for those that were not
	low      []int // the earliest thing on the stack that can be reached from each
	onStack  []bool
	stack    []int
	way      []knotVisit
	sequence int
}

// knotVisit is a thing on the way, with those that it leads to and that have not been looked at.
type knotVisit struct {
	node  int
	ahead []int
}

func (s *knotSearch) enter(i int) {
	s.sequence++
	s.seen[i], s.low[i], s.onStack[i] = s.sequence, s.sequence, true
	s.stack = append(s.stack, i)
	s.way = append(s.way, knotVisit{i, s.next(i)})
}

// step goes one thing ahead, or one back; going back it may return a component.
func (s *knotSearch) step() []int {
	at := &s.way[len(s.way)-1]
	i := at.node
	if len(at.ahead) == 0 {
		return s.leave(i)
	}
	j := at.ahead[0]
	at.ahead = at.ahead[1:]
	switch {
	case s.seen[j] == 0:
		s.enter(j)
	case s.onStack[j]:
		s.low[i] = min(s.low[i], s.seen[j])
	}
	return nil
}

// leave goes back from a thing, and returns the component that was entered by it.
func (s *knotSearch) leave(i int) []int {
	s.way = s.way[:len(s.way)-1]
	if len(s.way) > 0 {
		before := s.way[len(s.way)-1].node
		s.low[before] = min(s.low[before], s.low[i])
	}
	if s.low[i] < s.seen[i] {
		return nil
	}
	from := len(s.stack) - 1
	for s.stack[from] != i {
		from--
	}
	knot := slices.Clone(s.stack[from:])
	s.stack = s.stack[:from]
	for _, j := range knot {
		s.onStack[j] = false
	}
	return knot
}
