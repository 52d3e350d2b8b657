package layout

import (
	"cmp"
	"slices"
)

// The ways out of a node; a way d runs along axis d/2, backwards when d is even.
const (
	routeWest = iota
	routeEast
	routeNorth
	routeSouth
)

// routeNode is where two tracks cross, or a port.
type routeNode struct {
	at routeSpot
	// next is the neighbour by way, or -1; track the index of the track by axis, or -1.
	next  [4]int32
	track [2]int32
	// port is the port's index, or -1.
	port int32
}

// routeUse says how many lines of a net go along an edge; next is the index of the edge's next use, or -1.
type routeUse struct {
	net, lines int32
	next       int32
}

// routeGrid is the crossings of all tracks. The edge east of node n has the index 2n, the one south of it 2n+1.
type routeGrid struct {
	space  *routeSpace
	ports  []routePort
	tracks [2][]routeTrack
	nodes  []routeNode
	// portNode is the node by port, or -1.
	portNode []int32
	// along lists the nodes by axis and track, in order of their place.
	along [2][][]int32
	// extra is what an edge costs for the thin lines that it crosses, room how many lines go beside each other on it (0: not yet known).
	extra []int32
	room  []int16
	used  []int32
	uses  []routeUse
	// others counts the nets along an edge, through those that go straight through a node (2n from west to east, 2n+1 from north to south), so
	// that a search need not count them at each of its steps.
	others, through []int32
	// ofNet is where a net has been, mine the round in which focus found it on an edge.
	ofNet map[int32][]routeVisit
	mine  []int32
	round int32
}

// routeVisit is an edge with its use by a net.
type routeVisit struct{ edge, use int32 }

func newRouteGrid(space *routeSpace, ports []routePort, tracks [2][]routeTrack) *routeGrid {
	g := &routeGrid{space: space, ports: ports, tracks: tracks, portNode: make([]int32, len(ports))}
	g.along[0] = make([][]int32, len(tracks[0]))
	g.along[1] = make([][]int32, len(tracks[1]))
	g.level()
	g.upright()
	g.extra = make([]int32, 2*len(g.nodes))
	g.room = make([]int16, 2*len(g.nodes))
	g.used = make([]int32, 2*len(g.nodes))
	g.others = make([]int32, 2*len(g.nodes))
	g.through = make([]int32, 2*len(g.nodes))
	g.mine = make([]int32, 2*len(g.nodes))
	g.ofNet = make(map[int32][]routeVisit)
	for i := range g.used {
		g.used[i] = -1
	}
	for i := range space.bars {
		if b := &space.bars[i]; b.thin() {
			g.fence(b)
		}
	}
	return g
}

func (g *routeGrid) node(at routeSpot, level, upright, port int32) int32 {
	n := int32(len(g.nodes))
	g.nodes = append(g.nodes, routeNode{at: at, next: [4]int32{-1, -1, -1, -1}, track: [2]int32{level, upright}, port: port})
	return n
}

// trackOf is the index of the track of a port's stretch, or -1.
func (g *routeGrid) trackOf(p *routePort) int32 {
	axis := p.axis()
	pos, at := p.at[1-axis], p.at[axis]
	tracks := g.tracks[axis]
	i, _ := slices.BinarySearchFunc(tracks, pos, func(t routeTrack, pos int) int { return cmp.Compare(t.pos, pos) })
	for ; i < len(tracks) && tracks[i].pos == pos; i++ {
		if t := &tracks[i]; t.net == p.net && t.port && t.from <= at && at <= t.to {
			return int32(i)
		}
	}
	return -1
}

// portsOf lists the ports of an axis by their track, in order of their place.
func (g *routeGrid) portsOf(axis int) [][]int32 {
	out := make([][]int32, len(g.tracks[axis]))
	for i := range g.ports {
		if p := &g.ports[i]; p.axis() == axis {
			g.portNode[i] = -1
			if t := g.trackOf(p); t >= 0 {
				out[t] = append(out[t], int32(i))
			}
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(g.ports[a].at[axis], g.ports[b].at[axis]) })
	}
	return out
}

// level makes the nodes, but for ports above and below cards, track by track from the left.
func (g *routeGrid) level() {
	ports := g.portsOf(0)
	for i, t := range g.tracks[0] {
		list := &g.along[0][i]
		rest := ports[i]
		place := func(upTo int) {
			for len(rest) > 0 && g.ports[rest[0]].at[0] <= upTo {
				g.portNode[rest[0]] = g.node(g.ports[rest[0]].at, int32(i), -1, rest[0])
				*list = append(*list, g.portNode[rest[0]])
				rest = rest[1:]
			}
		}
		routeCrossing(g.tracks[1], t, func(j int) bool {
			x := g.tracks[1][j].pos
			place(x)
			*list = append(*list, g.node(routeSpot{x, t.pos}, int32(i), int32(j), -1))
			return true
		})
		place(t.to)
		g.chain(*list, routeEast)
	}
}

// upright joins the nodes of each upright track, with the ports on it.
func (g *routeGrid) upright() {
	for n := range g.nodes {
		if t := g.nodes[n].track[1]; t >= 0 {
			g.along[1][t] = append(g.along[1][t], int32(n))
		}
	}
	ports := g.portsOf(1)
	for i := range g.tracks[1] {
		list := &g.along[1][i]
		for _, p := range ports[i] {
			g.portNode[p] = g.node(g.ports[p].at, -1, int32(i), p)
			*list = append(*list, g.portNode[p])
		}
		if len(ports[i]) > 0 {
			slices.SortStableFunc(*list, func(a, b int32) int { return cmp.Compare(g.nodes[a].at[1], g.nodes[b].at[1]) })
		}
		g.chain(*list, routeSouth)
	}
}

func (g *routeGrid) chain(list []int32, way int) {
	for i := 1; i < len(list); i++ {
		g.nodes[list[i-1]].next[way] = list[i]
		g.nodes[list[i]].next[way-1] = list[i-1]
	}
}

// fence makes the edges that cross a thin bar dearer.
func (g *routeGrid) fence(b *routeBar) {
	price := int32(routeBorder)
	if b.kind == routeIsLine {
		price = routeCross
	}
	axis := 1 - b.along
	tracks, at := g.tracks[axis], b.min[axis]
	i, _ := slices.BinarySearchFunc(tracks, b.min[b.along]+1, func(t routeTrack, pos int) int { return cmp.Compare(t.pos, pos) })
	for ; i < len(tracks) && tracks[i].pos < b.max[b.along]; i++ {
		if t := &tracks[i]; t.from >= at || t.to <= at || t.net >= 0 && t.net == b.net {
			continue
		}
		list := g.along[axis][i]
		k, _ := slices.BinarySearchFunc(list, at, func(n int32, at int) int { return cmp.Compare(g.nodes[n].at[axis], at) })
		if k > 0 && k < len(list) {
			g.extra[2*list[k-1]+int32(axis)] += price
		}
	}
}

// edge is the index of the edge out of a node.
func (g *routeGrid) edge(n int32, way int) int32 {
	if way%2 == 0 {
		n = g.nodes[n].next[way]
	}
	return 2*n + int32(way/2)
}

// use notes a line's way, or, by -1, takes it back.
func (g *routeGrid) use(l *routeLead, by int32) {
	for i := 1; i < len(l.way); i++ {
		for way := range 4 {
			if g.nodes[l.way[i-1]].next[way] == l.way[i] {
				g.note(g.edge(l.way[i-1], way), l.net, by)
			}
		}
	}
}

func (g *routeGrid) note(edge, net, by int32) {
	u := g.find(edge, net)
	if u < 0 {
		u = int32(len(g.uses))
		g.uses = append(g.uses, routeUse{net: net, next: g.used[edge]})
		g.used[edge] = u
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
	u := g.used[edge]
	for u >= 0 && g.uses[u].net != net {
		u = g.uses[u].next
	}
	return u
}

// count notes that a net has come to an edge, or by -1 that it has left.
func (g *routeGrid) count(edge, net, by int32) {
	g.others[edge] += by
	there := func(e int32) bool {
		u := g.find(e, net)
		return u >= 0 && g.uses[u].lines > 0
	}
	axis, n := edge%2, edge/2
	if before := g.nodes[n].next[2*axis]; before >= 0 && there(2*before+axis) {
		g.through[edge] += by
	}
	if m := g.nodes[n].next[2*axis+1]; g.nodes[m].next[2*axis+1] >= 0 && there(2*m+axis) {
		g.through[2*m+axis] += by
	}
}

// focus says whose lines are not others to [routeGrid.on] and [routeGrid.across].
func (g *routeGrid) focus(net int32) {
	g.round++
	for _, v := range g.ofNet[net] {
		if g.uses[v.use].lines > 0 {
			g.mine[v.edge] = g.round
		}
	}
}

// on counts the other nets along an edge, and says whether the net in focus is there.
func (g *routeGrid) on(edge int32) (others int, own bool) {
	if g.mine[edge] == g.round {
		return int(g.others[edge]) - 1, true
	}
	return int(g.others[edge]), false
}

// across counts the other nets that go straight through a node from one way to its opposite.
func (g *routeGrid) across(n int32, axis int) int {
	node := &g.nodes[n]
	if node.next[2*axis] < 0 || node.next[2*axis+1] < 0 {
		return 0
	}
	after := 2*n + int32(axis)
	count := int(g.through[after])
	if g.mine[after] == g.round && g.mine[g.edge(n, 2*axis)] == g.round {
		count--
	}
	return count
}

// alone reports whether a line meets no other.
func (g *routeGrid) alone(l *routeLead) bool {
	g.focus(l.net)
	for i, n := range l.way {
		if g.across(n, 0) > 0 || g.across(n, 1) > 0 {
			return false
		}
		for way := range 4 {
			if i > 0 && g.nodes[l.way[i-1]].next[way] == n {
				if others, _ := g.on(g.edge(l.way[i-1], way)); others > 0 {
					return false
				}
			}
		}
	}
	return true
}

// lanes is how many lines have room beside each other on an edge.
func (g *routeGrid) lanes(edge int32) int {
	if g.room[edge] == 0 {
		axis := int(edge % 2)
		n := &g.nodes[edge/2]
		m := &g.nodes[n.next[2*axis+1]]
		// Gutters need not be in line, and a line that goes straight on has only the width that they share.
		const most, around = 24 * routeUnit, 200 * routeUnit
		track := &g.tracks[axis][n.track[axis]]
		a, b := max(track.from, n.at[axis]-around), min(track.to, m.at[axis]+around)
		lo, _ := g.space.clear(axis, track.pos, a, b, -1, most, -1)
		hi, _ := g.space.clear(axis, track.pos, a, b, 1, most, -1)
		g.room[edge] = int16((hi-lo)/routeApart + 1)
	}
	return int(g.room[edge])
}

// corners are the ends of a way and the places where it bends, or nil.
func (g *routeGrid) corners(way []int32) []routeSpot {
	if len(way) == 0 {
		return nil
	}
	spots := make([]routeSpot, len(way))
	for i, n := range way {
		spots[i] = g.nodes[n].at
	}
	return routeStraight(spots)
}
