package accountmap

import "container/heap"

// search finds the cheapest paths from contacts who can be asked to goals, over no more than a number of introductions. It is Dijkstra's
// algorithm, run backwards from all goals at once. Since a longer path may be cheaper than one that is short enough to go on, a contact is
// settled once for each number of hops that is less than before, at most as often as hops are allowed: time grows with the ties, and with the
// logarithm of their number.
type search struct {
	into     [][]introduction
	goals    []int
	terminal []bool // who can be asked: a path that reaches one goes no further
	most     int

	labels []label
	queue  queue
}

// label is a contact reached: from there, next leads to the goal by a tie. At a goal, next is -1.
type label struct {
	at, cost, hops, next int
	tie                  introduction
}

// run returns the label of the best path of each contact who can be asked and is no goal, the cheapest first.
func (s *search) run() []int {
	s.queue.labels = &s.labels
	fewest := make([]int, len(s.into))
	for i := range fewest {
		fewest[i] = s.most + 1
	}
	for _, g := range s.goals {
		s.push(label{at: g, next: -1})
	}
	var found []int
	for s.queue.Len() > 0 {
		i := heap.Pop(&s.queue).(int)
		l := s.labels[i]
		if l.hops >= fewest[l.at] {
			continue
		}
		seen := fewest[l.at] <= s.most
		fewest[l.at] = l.hops
		switch {
		case s.terminal[l.at]:
			if !seen {
				found = append(found, i)
			}
		case l.hops < s.most:
			for _, tie := range s.into[l.at] {
				if l.hops+1 < fewest[tie.from] {
					s.push(label{tie.from, l.cost + tie.cost, l.hops + 1, i, tie})
				}
			}
		}
	}
	return found
}

func (s *search) push(l label) {
	s.labels = append(s.labels, l)
	heap.Push(&s.queue, len(s.labels)-1)
}

// queue is a heap of labels: the cheapest first, then the one of fewest hops, then the author's order of contacts, then the older.
type queue struct {
	labels *[]label
	heap   []int
}

func (q *queue) Len() int { return len(q.heap) }

func (q *queue) Less(i, j int) bool {
	a, b := &(*q.labels)[q.heap[i]], &(*q.labels)[q.heap[j]]
	switch {
	case a.cost != b.cost:
		return a.cost < b.cost
	case a.hops != b.hops:
		return a.hops < b.hops
	case a.at != b.at:
		return a.at < b.at
	}
	return q.heap[i] < q.heap[j]
}

func (q *queue) Swap(i, j int) { q.heap[i], q.heap[j] = q.heap[j], q.heap[i] }

// Push and Pop are for package container/heap.
func (q *queue) Push(x any) { q.heap = append(q.heap, x.(int)) }

func (q *queue) Pop() any {
	last := len(q.heap) - 1
	x := q.heap[last]
	q.heap = q.heap[:last]
	return x
}
