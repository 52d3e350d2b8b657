package render

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
)

// mostBands is how many headings are above one another. A unit further down is under the nearest unit that has one.
const mostBands = 3

// unitBands are the headings of units that have others below them.
type unitBands struct {
	m     *accountmap.Map
	class graph.Class
	list  []graph.Band
	// paths are the headings over each unit by index, the topmost first; a unit with others below it stands under its own.
	paths map[accountmap.UnitID][]int
}

func newUnitBands(m *accountmap.Map, class graph.Class) *unitBands {
	b := &unitBands{m: m, class: class, paths: map[accountmap.UnitID][]int{}}
	for u := range m.Units() {
		path := b.paths[u.Parent]
		if b.holds(u.ID) {
			path = path[:min(len(path), mostBands-1):min(len(path), mostBands-1)]
			parent := graph.None
			if len(path) > 0 {
				parent = path[len(path)-1]
			}
			path = append(path, len(b.list))
			b.list = append(b.list, graph.Band{Parent: parent, Class: []graph.Class{class}, Label: u.Name})
		}
		b.paths[u.ID] = path
	}
	return b
}

func (b *unitBands) holds(id accountmap.UnitID) bool {
	for range b.m.SubUnits(id) {
		return true
	}
	return false
}

// of is the nearest heading over a unit.
func (b *unitBands) of(u accountmap.Unit) int {
	if path := b.paths[u.ID]; len(path) > 0 {
		return path[len(path)-1]
	}
	return graph.None
}
