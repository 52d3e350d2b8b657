package layout

import (
	"slices"
	"sync/atomic"
)

// routeEdge is the stretch between a node and the next on a track.
type routeEdge struct {
	// extra is what the edge costs for the thin lines that it crosses.
	extra int32
	// others counts the nets along the edge, through those that go straight through the node before it (the western or northern one), so that a
	// search need not count them at each of its steps.
	others, through int32
	// used is the index of the edge's latest use, or -1.
	used int32
	// room is how many lines go beside each other on the edge (0: not yet known).
	room atomic.Int32
}

// routeUse says how many lines of a net go along an edge; next is the index of the edge's next use, or -1.
type routeUse struct {
	net, lines int32
	next       int32
}

// routeVisit is an edge with its use by a net.
type routeVisit struct{ edge, use int32 }

// use notes a line's way, or, by -1, takes it back.
func (g *routeGrid) use(l *routeLead, by int32) {
	before := int32(-1)
	for i, edge := range l.edges {
		switch {
		case l.shared:
			g.note(edge, l.net, by)
			continue
		case before >= 0 && before%2 == edge%2:
			g.straight(l.way[i], edge%2, by)
		}
		g.load(edge, by)
		before = edge
	}
}

// edgesOf lists the edges of a way.
func (g *routeGrid) edgesOf(way []int32) []int32 {
	if len(way) == 0 {
		return nil
	}
	edges := make([]int32, len(way)-1)
	for i := range edges {
		d := slices.Index(g.nodes[way[i]].next[:], way[i+1])
		edges[i] = g.edge(way[i], d)
	}
	return edges
}

func (g *routeGrid) note(edge, net, by int32) {
	u := g.find(edge, net)
	if u < 0 {
		u = int32(len(g.uses))
		g.uses = append(g.uses, routeUse{net: net, next: g.edges[edge].used})
		g.edges[edge].used = u
		g.ofNet[net] = append(g.ofNet[net], routeVisit{edge, u})
	}
	before := g.uses[u].lines > 0
	g.uses[u].lines += by
	switch after := g.uses[u].lines > 0; {
	case after && !before:
		g.count(edge, net, 1)
	case before && !after:
		g.count(edge, net, -1)
	}
}

// find is the use of an edge by a net, or -1.
func (g *routeGrid) find(edge, net int32) int32 {
	u := g.edges[edge].used
	for u >= 0 && g.uses[u].net != net {
		u = g.uses[u].next
	}
	return u
}

// count notes that a net has come to an edge, or by -1 that it has left.
func (g *routeGrid) count(edge, net, by int32) {
	g.load(edge, by)
	there := func(e int32) bool {
		u := g.find(e, net)
		return u >= 0 && g.uses[u].lines > 0
	}
	axis, n := edge%2, edge/2
	m := g.nodes[n].next[2*axis+1]
	if before := g.nodes[n].next[2*axis]; before >= 0 && there(2*before+axis) {
		g.straight(n, axis, by)
	}
	if g.nodes[m].next[2*axis+1] >= 0 && there(2*m+axis) {
		g.straight(m, axis, by)
	}
}

// load notes that one net more goes along an edge, or by -1 one less.
func (g *routeGrid) load(edge, by int32) {
	g.edges[edge].others += by
	if c := g.sectionOf[edge]; c >= 0 {
		axis, n := edge%2, &g.nodes[edge/2]
		g.sections[c].load += by * (g.nodes[n.next[2*axis+1]].at[axis] - n.at[axis])
	}
}

// straight notes that a net goes straight through a node along an axis, or by -1 that it does not any more.
func (g *routeGrid) straight(n, axis, by int32) {
	g.edges[2*n+axis].through += by
	if c := g.sectionOf[2*n+1-axis]; c >= 0 && g.sections[c].ends[0] != n {
		g.sections[c].through += by // n is in between
	}
}

// lanes is how many lines have room beside each other on an edge. It may be asked by several goroutines.
func (g *routeGrid) lanes(edge int32) int {
	room := &g.edges[edge].room
	if room.Load() == 0 {
		axis := int(edge % 2)
		n := &g.nodes[edge/2]
		m := &g.nodes[n.next[2*axis+1]]
		// Gutters need not be in line, and a line that goes straight on has only the width that they share.
		const most, around = 24 * routeUnit, 200 * routeUnit
		track := &g.tracks[axis][n.track[axis]]
		a, b := max(track.from, int(n.at[axis])-around), min(track.to, int(m.at[axis])+around)
		line := routeStretch{axis, track.pos, a, b}
		lo, _ := g.space.clear(line, -1, most, -1)
		hi, _ := g.space.clear(line, 1, most, -1)
		room.Store(int32((hi-lo)/routeApart + 1))
	}
	return int(room.Load())
}
