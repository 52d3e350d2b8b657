package accountmap

import "slices"

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
