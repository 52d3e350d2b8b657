package layout

import "slices"

// routeSection is the part of a track between two nodes where every line that may follow the track may also turn. A search passes over the
// nodes in between, which lead into a box or to a card, unless it is at home there.
type routeSection struct {
	// ends are the nodes: the western or northern one first.
	ends [2]int32
	// firstBox and lastBox are the range of [routeGrid.boxes] to which the tracks in between lead.
	firstBox, lastBox int32
	// length is that of the section, price what it costs a line that is alone there.
	length, price int32
	// load is the length of each edge times the nets along it, through the nets that cross straight over a node in between.
	load, through int32
}

// divide parts the tracks that anybody may follow.
func (g *routeGrid) divide() {
	g.sectionOf = make([]int32, 2*len(g.nodes))
	for i := range g.sectionOf {
		g.sectionOf[i] = -1
	}
	if !g.space.nest.known() {
		return
	}
	for axis := range 2 {
		for i := range g.tracks[axis] {
			if t := &g.tracks[axis][i]; t.gutter && t.net < 0 {
				g.divideTrack(axis, t, g.along[axis][i])
			}
		}
	}
}

func (g *routeGrid) divideTrack(axis int, t *routeTrack, list []int32) {
	last := -1 // the latest node where anybody may turn, by its place in the list
	firstBox := int32(len(g.boxes))
	for k, n := range list {
		side := g.sideTrack(axis, n)
		switch {
		case side == nil: // for some lines only, see [routeSearch.ownTrack]
			continue
		case !g.space.nest.holds(side.box, t.box):
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

// sideTrack is the track that crosses at a node of a track along an axis, if any line at home in its box may turn into it.
func (g *routeGrid) sideTrack(axis int, n int32) *routeTrack {
	i := g.nodes[n].track[1-axis]
	if i < 0 || !g.tracks[1-axis][i].gutter || g.tracks[1-axis][i].net >= 0 || g.nodes[n].port >= 0 {
		return nil
	}
	return &g.tracks[1-axis][i]
}

func (g *routeGrid) addSection(axis int, t *routeTrack, nodes []int32, firstBox int32) {
	first, last := nodes[0], nodes[len(nodes)-1]
	length := int(g.nodes[last].at[axis] - g.nodes[first].at[axis])
	c := routeSection{ends: [2]int32{first, last}, firstBox: firstBox, lastBox: int32(len(g.boxes)), length: int32(length)}
	c.price = int32(t.price(length * routeLength))
	for _, n := range nodes[:len(nodes)-1] {
		c.price += g.edges[2*n+int32(axis)].extra
		g.sectionOf[2*n+int32(axis)] = int32(len(g.sections))
	}
	g.sections = append(g.sections, c)
}

// sectionFrom is the index of the section that begins at a node in a direction, or -1.
func (g *routeGrid) sectionFrom(n int32, way int) int32 {
	i := g.sectionOf[g.edge(n, way)]
	if i < 0 || g.sections[i].ends[1-way%2] != n {
		return -1
	}
	return i
}

// sectionPrice is what it costs to follow a section from end to end.
func (g *routeGrid) sectionPrice(section int32, axis int) int {
	c := &g.sections[section]
	price := int(c.price + routeCross*c.through)
	if c.load > 0 {
		others := int((c.load + c.length - 1) / c.length)
		price += routeBeside(int(c.length)*routeLength, others, g.lanes(2*c.ends[0]+int32(axis)))
	}
	return price
}
