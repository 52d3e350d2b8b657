package accountmap

import (
	"fmt"
	"strings"
)

func checkUnitCycles(a *Account, report Report) {
	at := make(map[UnitID]int, len(a.Units))
	for i, u := range a.Units {
		at[u.ID] = i
	}
	parent := func(i int) int {
		if j, ok := at[a.Units[i].Parent]; ok && a.Units[i].Parent != "" {
			return j
		}
		return -1
	}
	for _, cycle := range cycles(len(a.Units), parent) {
		name := func(i int) string { return string(a.Units[i].ID) }
		report(fmt.Sprintf("units[%d].parent", cycle[0]), "units belong to each other in a circle: "+drawCycle(cycle, name),
			"take the parent away from the one that is really at the top")
	}
}

func checkReportingCycles(a *Account, report Report) {
	at := make(map[ContactID]int, len(a.Contacts))
	for i, c := range a.Contacts {
		at[c.ID] = i
	}
	superior := func(i int) int {
		if j, ok := at[a.Contacts[i].superior()]; ok && a.Contacts[i].superior() != "" {
			return j
		}
		return -1
	}
	for _, cycle := range cycles(len(a.Contacts), superior) {
		key := "reportsTo"
		if a.Contacts[cycle[0]].ReportsTo == "" {
			key = "assistantTo"
		}
		name := func(i int) string { return string(a.Contacts[i].ID) }
		report(fmt.Sprintf("contacts[%d].%s", cycle[0], key), "contacts report to each other in a circle: "+drawCycle(cycle, name),
			"take "+key+" away from the one that is really at the top")
	}
}

// superior is whom the contact stands under on a map: the manager, or else the person assisted.
func (c Contact) superior() ContactID {
	if c.ReportsTo != "" {
		return c.ReportsTo
	}
	return c.AssistantTo
}

// cycles returns the circles among n things that each have one parent, or none (-1). Each circle starts at its lowest index and goes
// from child to parent; circles come in the order of their lowest index.
func cycles(n int, parent func(int) int) [][]int {
	const (
		unseen = iota
		onThisWay
		done
	)
	state := make([]int, n)
	var found [][]int
	for start := range n {
		var way []int
		i := start
		for ; i >= 0 && state[i] == unseen; i = parent(i) {
			state[i] = onThisWay
			way = append(way, i)
		}
		if i >= 0 && state[i] == onThisWay {
			found = append(found, circleFrom(i, parent))
		}
		for _, j := range way {
			state[j] = done
		}
	}
	return found
}

func circleFrom(member int, parent func(int) int) []int {
	lowest := member
	for i := parent(member); i != member; i = parent(i) {
		lowest = min(lowest, i)
	}
	circle := []int{lowest}
	for i := parent(lowest); i != lowest; i = parent(i) {
		circle = append(circle, i)
	}
	return circle
}

// drawCycle names every member of a circle, and the first again at its end; of a very long one the first members and how many follow.
func drawCycle(cycle []int, name func(int) string) string {
	const most = 40
	var names []string
	for k, i := range cycle {
		if k == most {
			names = append(names, fmt.Sprintf("… %d more …", len(cycle)-most))
			break
		}
		names = append(names, cut(name(i)))
	}
	return strings.Join(append(names, cut(name(cycle[0]))), " → ")
}

func checkSelfRelationships(a *Account, report Report) {
	for i, r := range a.Relationships {
		if r.From != "" && r.From == r.To {
			report(fmt.Sprintf("relationships[%d].to", i), fmt.Sprintf("the contact %s is in a relationship with itself", quote(string(r.From))),
				"name two contacts")
		}
	}
}

func checkDuplicateCoverage(a *Account, report Report) {
	first := make(map[cellKey]int, len(a.Coverage))
	for i, c := range a.Coverage {
		key := cellKey{c.Unit, c.Product}
		if j, taken := first[key]; taken {
			report(fmt.Sprintf("coverage[%d]", i), fmt.Sprintf("unit %s and product %s stand in coverage[%d] already", quote(string(c.Unit)),
				quote(string(c.Product)), j), "make one entry of the two")
			continue
		}
		first[key] = i
	}
}

func checkReasons(a *Account, report Report) {
	for i, c := range a.Coverage {
		if !c.Status.Sellable() && strings.TrimSpace(c.Reason) == "" {
			report(fmt.Sprintf("coverage[%d].reason", i), fmt.Sprintf("the cell is %s and nobody says why", c.Status),
				"give the reason, so that the next reader need not ask again")
		}
	}
}
