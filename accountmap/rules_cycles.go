package accountmap

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

func checkUnitCycles(a *Account, report Report) {
	at := indexBy(a.Units, func(u Unit) UnitID { return u.ID })
	for _, cycle := range findCycles(len(a.Units), func(i int) []int { return existing(at, a.Units[i].Parent) }) {
		name := func(i int) string { return cmp.Or(a.Units[i].Name, string(a.Units[i].ID)) }
		report(fmt.Sprintf("units[%d].parent", cycle[0]), message.Of("these units form a cycle, so none is at the top: %s", describeCycle(cycle, name)),
			message.Of("remove the parent of the top unit"))
	}
}

// checkReportingCycles also finds contacts who assist themselves, or one of their own reports.
func checkReportingCycles(a *Account, report Report) {
	at := indexBy(a.Contacts, func(c Contact) ContactID { return c.ID })
	managers := func(i int) []int { return existing(at, a.Contacts[i].ReportsTo, a.Contacts[i].AssistantTo) }
	for _, cycle := range findCycles(len(a.Contacts), managers) {
		first, second := a.Contacts[cycle[0]], a.Contacts[cycle[1%len(cycle)]].ID
		key := "reportsTo"
		if first.ReportsTo != second {
			key = "assistantTo"
		}
		name := func(i int) string { return cmp.Or(a.Contacts[i].Name, string(a.Contacts[i].ID)) }
		report(fmt.Sprintf("contacts[%d].%s", cycle[0], key), message.Of("these contacts report to or assist each other in a cycle, so none is at the top: %s", describeCycle(cycle, name)),
			message.Of("remove %s from the person at the top", key))
	}
}

func checkMilestoneCycles(a *Account, report Report) {
	at := indexBy(a.Milestones, func(m Milestone) MilestoneID { return m.ID })
	for _, cycle := range findCycles(len(a.Milestones), func(i int) []int { return existing(at, a.Milestones[i].After...) }) {
		name := func(i int) string { return cmp.Or(a.Milestones[i].Title, string(a.Milestones[i].ID)) }
		report(fmt.Sprintf("milestones[%d].after", cycle[0]), message.Of("these milestones wait for each other in a cycle, so none can begin: %s", describeCycle(cycle, name)),
			message.Of("remove from one of them a milestone that it does not need"))
	}
}

// existing returns the indexes of the ids in at, without unknown and empty ids.
func existing[K ~string](at map[K]int, ids ...K) []int {
	var found []int
	for _, id := range ids {
		if i, ok := at[id]; ok && id != "" {
			found = append(found, i)
		}
	}
	return found
}

// describeCycle names the members of a cycle, with the first repeated at the end. After 40 members
// it gives a number.
func describeCycle(cycle []int, name func(int) string) string {
	const maxNames = 40
	var names []string
	for k, i := range cycle {
		if k == maxNames {
			names = append(names, message.Of("… %d more …", len(cycle)-maxNames))
			break
		}
		names = append(names, quote.Cut(name(i)))
	}
	return strings.Join(append(names, quote.Cut(name(cycle[0]))), " → ")
}

// findCycles returns the cycles of a graph of n vertices in ascending order of their lowest vertex.
// A cycle begins with its lowest vertex. There is a cycle for every edge from a vertex to itself.
// For each larger strongly connected component, the cycle is the shortest cycle through its lowest
// vertex. A component may have further cycles.
func findCycles(n int, successors func(int) []int) [][]int {
	component := stronglyConnected(n, successors)
	size := make([]int, n+1)
	for _, c := range component {
		size[c]++
	}
	var cycles [][]int
	for v, c := range component {
		if slices.Contains(successors(v), v) {
			cycles = append(cycles, []int{v})
		}
		if size[c] > 1 {
			size[c] = 0 // one cycle for each component
			cycles = append(cycles, shortestCycle(v, component, successors))
		}
	}
	return cycles
}

// stronglyConnected returns the component of each vertex, numbered from 1, by Tarjan's algorithm
// for strongly connected components. It does not recurse, since a chain of managers may be as long
// as the account.
func stronglyConnected(n int, successors func(int) []int) []int {
	type visit struct {
		vertex int
		rest   []int // the successors not visited yet
	}
	var (
		component  = make([]int, n) // 0 until the component is complete
		order, low = make([]int, n), make([]int, n)
		stack      []int
		path       []visit
		visited    int
		components int
	)
	enter := func(v int) {
		visited++
		order[v], low[v] = visited, visited
		stack = append(stack, v)
		path = append(path, visit{v, successors(v)})
	}
	for start := range n {
		if order[start] == 0 {
			enter(start)
		}
		for len(path) > 0 {
			top := &path[len(path)-1]
			v := top.vertex
			if len(top.rest) > 0 {
				w := top.rest[0]
				top.rest = top.rest[1:]
				switch {
				case order[w] == 0:
					enter(w)
				case component[w] == 0:
					low[v] = min(low[v], order[w])
				}
				continue
			}
			path = path[:len(path)-1]
			if len(path) > 0 {
				before := path[len(path)-1].vertex
				low[before] = min(low[before], low[v])
			}
			if low[v] < order[v] {
				continue
			}
			components++
			for component[v] == 0 {
				component[stack[len(stack)-1]] = components
				stack = stack[:len(stack)-1]
			}
		}
	}
	return component
}

// shortestCycle returns the shortest cycle of more than one vertex through a vertex, by a
// breadth-first search in its component.
func shortestCycle(start int, component []int, successors func(int) []int) []int {
	before := map[int]int{} // on a shortest path from start
	queue := []int{start}
	for len(queue) > 0 {
		v := queue[0]
		queue = queue[1:]
		for _, w := range successors(v) {
			if w == start && v != start {
				cycle := []int{v}
				for v != start {
					v = before[v]
					cycle = append(cycle, v)
				}
				slices.Reverse(cycle)
				return cycle
			}
			if _, known := before[w]; !known && w != start && component[w] == component[start] {
				before[w] = v
				queue = append(queue, w)
			}
		}
	}
	return nil // not reached: every vertex of a larger component is on a cycle
}
