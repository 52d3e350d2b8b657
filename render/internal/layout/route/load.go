package route

import (
	"slices"
	"sync/atomic"
)

type edge struct {
	// extra is the cost of the thin obstacles that the edge crosses.
	extra int32
	// others is the number of buses on the edge, and through the number of buses that go straight
	// through its first node. They are stored because counting slows the search.
	others, through int32
	// used is the index of the edge's latest usage, or -1.
	used int32
	// room is the number of parallel lines that fit. Zero means not yet computed.
	room atomic.Int32
}

// usage is the number of lines of a bus on an edge. next is the index of the edge's next usage, or
// -1.
type usage struct {
	bus, lines int32
	next       int32
}

type visit struct{ edge, use int32 }

// use adds a line's path, by times, to the load of the grid.
func (g *grid) use(l *connector, by int32) {
	before := int32(-1)
	for i, edge := range l.edges {
		switch {
		case l.shared:
			g.note(edge, l.bus, by)
			continue
		case before >= 0 && before%2 == edge%2:
			g.straight(l.path[i], edge%2, by)
		}
		g.load(edge, by)
		before = edge
	}
}

func (g *grid) edgesOf(path []int32) []int32 {
	if len(path) == 0 {
		return nil
	}
	edges := make([]int32, len(path)-1)
	for i := range edges {
		d := slices.Index(g.nodes[path[i]].next[:], path[i+1])
		edges[i] = g.edge(path[i], d)
	}
	return edges
}

func (g *grid) note(edge, bus, by int32) {
	u := g.find(edge, bus)
	if u < 0 {
		u = int32(len(g.uses))
		g.uses = append(g.uses, usage{bus: bus, next: g.edges[edge].used})
		g.edges[edge].used = u
		g.byBus[bus] = append(g.byBus[bus], visit{edge, u})
	}
	before := g.uses[u].lines > 0
	g.uses[u].lines += by
	switch after := g.uses[u].lines > 0; {
	case after && !before:
		g.count(edge, bus, 1)
	case before && !after:
		g.count(edge, bus, -1)
	}
}

func (g *grid) find(edge, bus int32) int32 {
	u := g.edges[edge].used
	for u >= 0 && g.uses[u].bus != bus {
		u = g.uses[u].next
	}
	return u
}

// count adds by to the number of buses on an edge and straight through its nodes.
func (g *grid) count(edge, bus, by int32) {
	g.load(edge, by)
	there := func(e int32) bool {
		u := g.find(e, bus)
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

// load adds by to the number of buses on an edge, and to the load of its section.
func (g *grid) load(edge, by int32) {
	g.edges[edge].others += by
	if c := g.sectionOf[edge]; c >= 0 {
		axis, n := edge%2, &g.nodes[edge/2]
		g.sections[c].load += by * (g.nodes[n.next[2*axis+1]].at[axis] - n.at[axis])
	}
}

// straight adds by to the number of buses that go straight through a node along an axis.
func (g *grid) straight(n, axis, by int32) {
	g.edges[2*n+axis].through += by
	if c := g.sectionOf[2*n+1-axis]; c >= 0 && g.sections[c].ends[0] != n {
		g.sections[c].through += by // n is an inner node
	}
}

// lanes returns the number of parallel lines that fit on an edge. It is safe for concurrent use.
func (g *grid) lanes(edge int32) int {
	room := &g.edges[edge].room
	if room.Load() == 0 {
		axis := int(edge % 2)
		n := &g.nodes[edge/2]
		m := &g.nodes[n.next[2*axis+1]]
		// Channels need not be aligned: a line that continues straight has only the width that the
		// channels share.
		const most, around = 24 * unit, 200 * unit
		track := &g.tracks[axis][n.track[axis]]
		a, b := max(track.from, int(n.at[axis])-around), min(track.to, int(m.at[axis])+around)
		line := segment{axis, track.pos, a, b}
		lo, _ := g.space.clear(line, -1, most, -1)
		hi, _ := g.space.clear(line, 1, most, -1)
		room.Store(int32((hi-lo)/g.space.distances.least + 1))
	}
	return int(room.Load())
}

// section is the part of a track between two nodes at which every line on the track may turn. The
// inner nodes lead to a box or a card; a search skips them unless its line ends there.
type section struct {
	// ends are the outer nodes, the western or northern node first.
	ends [2]int32
	// firstBox and lastBox are the range in [grid.boxes] of the boxes to which inner tracks lead.
	firstBox, lastBox int32
	// length is the length of the section, price its cost without other lines.
	length, price int32
	// load is the sum of length times buses over the edges. through is the number of buses that
	// cross the section straight at an inner node.
	load, through int32
}

// divide divides the tracks that are open to all lines into sections.
func (g *grid) divide() {
	g.sectionOf = make([]int32, 2*len(g.nodes))
	for i := range g.sectionOf {
		g.sectionOf[i] = -1
	}
	if !g.space.nesting.known() {
		return
	}
	for axis := range 2 {
		for i := range g.tracks[axis] {
			if t := &g.tracks[axis][i]; t.channel && t.bus < 0 {
				g.divideTrack(axis, t, g.along[axis][i])
			}
		}
	}
}

func (g *grid) divideTrack(axis int, t *track, list []int32) {
	last := -1 // the latest node at which all lines may turn
	firstBox := int32(len(g.boxes))
	for k, n := range list {
		side := g.sideTrack(axis, n)
		switch {
		case side == nil: // open to some lines only, see [search.openTrack]
			continue
		case !g.space.nesting.holds(side.box, t.box):
			if !slices.Contains(g.boxes[firstBox:], side.box) {
				g.boxes = append(g.boxes, side.box)
			}
			continue
		case last >= 0 && k > last+1:
			g.addSection(axis, t, list[last:k+1], firstBox)
		}
		last, firstBox = k, int32(len(g.boxes))
	}
}

// sideTrack returns the track that crosses a track at a node, or nil unless every line of its box
// may turn into it.
func (g *grid) sideTrack(axis int, n int32) *track {
	i := g.nodes[n].track[1-axis]
	if i < 0 || !g.tracks[1-axis][i].channel || g.tracks[1-axis][i].bus >= 0 || g.nodes[n].port >= 0 {
		return nil
	}
	return &g.tracks[1-axis][i]
}

func (g *grid) addSection(axis int, t *track, nodes []int32, firstBox int32) {
	first, last := nodes[0], nodes[len(nodes)-1]
	length := int(g.nodes[last].at[axis] - g.nodes[first].at[axis])
	c := section{ends: [2]int32{first, last}, firstBox: firstBox, lastBox: int32(len(g.boxes)), length: int32(length)}
	c.price = int32(t.price(length * lengthCost))
	for _, n := range nodes[:len(nodes)-1] {
		c.price += g.edges[2*n+int32(axis)].extra
		g.sectionOf[2*n+int32(axis)] = int32(len(g.sections))
	}
	g.sections = append(g.sections, c)
}

func (g *grid) sectionFrom(n int32, heading int) int32 {
	i := g.sectionOf[g.edge(n, heading)]
	if i < 0 || g.sections[i].ends[1-heading%2] != n {
		return -1
	}
	return i
}

func (g *grid) sectionPrice(section int32, axis int) int {
	c := &g.sections[section]
	price := int(c.price + crossCost*c.through)
	if c.load > 0 {
		others := int((c.load + c.length - 1) / c.length)
		price += congestionCost(int(c.length)*lengthCost, others, g.lanes(2*c.ends[0]+int32(axis)))
	}
	return price
}
