package route

import (
	"cmp"
	"slices"
)

// The headings from a node. Heading h is on axis h/2, backwards if h is even.
const (
	west = iota
	east
	north
	south
)

// node is a crossing of two tracks, or a port. It is small because a search visits very many nodes
// in random order.
type node struct {
	at [2]int32
	// next is the neighbour by heading, or -1. track is the index of the track by axis, or -1.
	next  [4]int32
	track [2]int32
	// port is the port's index, or -1.
	port int32
}

func (n *node) spot() vec { return vec{int(n.at[0]), int(n.at[1])} }

type busTrack struct {
	axis  int
	track int32
}

// grid is the graph of all tracks: the orthogonal visibility graph. The edge east of node n has the
// index 2n, the edge south of it 2n+1.
type grid struct {
	space  *space
	ports  []port
	tracks [2][]track
	nodes  []node
	// portNode is the index of the node by port, or -1.
	portNode []int32
	// along lists the nodes by axis and track, in the order of their position.
	along [2][][]int32
	edges []edge
	uses  []usage
	// sections are the sections with inner nodes. sectionOf is the index of the section by edge, or
	// -1. boxes are the boxes that sections lead to.
	sections  []section
	sectionOf []int32
	boxes     []int32
	// buses maps a bus to the tracks reserved for it.
	buses map[int32][]busTrack
	// byBus maps a bus to the edges that it has used.
	byBus map[int32][]visit
}

func newGrid(space *space, ports []port, tracks [2][]track, crossings int) *grid {
	g := &grid{space: space, ports: ports, tracks: tracks, portNode: make([]int32, len(ports)), nodes: make([]node, 0, crossings+len(ports))}
	g.along[0] = make([][]int32, len(tracks[0]))
	g.along[1] = make([][]int32, len(tracks[1]))
	g.addHorizontal()
	g.addVertical()
	g.edges = make([]edge, 2*len(g.nodes))
	g.byBus = make(map[int32][]visit)
	g.buses = make(map[int32][]busTrack)
	for i := range g.edges {
		g.edges[i].used = -1
	}
	for i := range space.obstacles {
		if b := &space.obstacles[i]; b.thin() {
			g.chargeCrossings(b)
		}
	}
	for axis := range 2 {
		for i, t := range tracks[axis] {
			if t.bus >= 0 {
				g.buses[t.bus] = append(g.buses[t.bus], busTrack{axis, int32(i)})
			}
		}
	}
	g.divide()
	return g
}

func (g *grid) node(at vec, level, upright, port int32) int32 {
	n := int32(len(g.nodes))
	g.nodes = append(g.nodes, node{at: [2]int32{int32(at[0]), int32(at[1])}, next: [4]int32{-1, -1, -1, -1}, track: [2]int32{level, upright}, port: port})
	return n
}

func (g *grid) trackOf(p *port) int32 {
	axis := p.axis()
	pos, at := p.at[1-axis], p.at[axis]
	tracks := g.tracks[axis]
	i, _ := slices.BinarySearchFunc(tracks, pos, func(t track, pos int) int { return cmp.Compare(t.pos, pos) })
	for ; i < len(tracks) && tracks[i].pos == pos; i++ {
		if t := &tracks[i]; t.bus == p.bus && t.port && t.from <= at && at <= t.to {
			return int32(i)
		}
	}
	return -1
}

// portsOf returns the ports of an axis by track, in the order of their position.
func (g *grid) portsOf(axis int) [][]int32 {
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

// addHorizontal adds the nodes of the horizontal tracks, from the left.
func (g *grid) addHorizontal() {
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
		eachCrossing(g.tracks[1], t, func(j int) bool {
			x := g.tracks[1][j].pos
			place(x)
			*list = append(*list, g.node(vec{x, t.pos}, int32(i), int32(j), -1))
			return true
		})
		place(t.to)
		g.chain(*list, east)
	}
}

// addVertical joins the nodes of each vertical track, and adds its ports.
func (g *grid) addVertical() {
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
		g.chain(*list, south)
	}
}

func (g *grid) chain(list []int32, heading int) {
	for i := 1; i < len(list); i++ {
		g.nodes[list[i-1]].next[heading] = list[i]
		g.nodes[list[i]].next[heading-1] = list[i-1]
	}
}

// chargeCrossings adds the cost of crossing a thin obstacle to the edges that cross it.
func (g *grid) chargeCrossings(b *obstacle) {
	price := int32(borderCost)
	if b.kind == drawnLine {
		price = crossCost
	}
	axis := 1 - b.along
	tracks, at := g.tracks[axis], b.min[axis]
	i, _ := slices.BinarySearchFunc(tracks, b.min[b.along]+1, func(t track, pos int) int { return cmp.Compare(t.pos, pos) })
	for ; i < len(tracks) && tracks[i].pos < b.max[b.along]; i++ {
		if t := &tracks[i]; t.from >= at || t.to <= at || t.bus >= 0 && t.bus == b.bus {
			continue
		}
		list := g.along[axis][i]
		k, _ := slices.BinarySearchFunc(list, at, func(n int32, at int) int { return cmp.Compare(int(g.nodes[n].at[axis]), at) })
		if k > 0 && k < len(list) {
			g.edges[2*list[k-1]+int32(axis)].extra += price
		}
	}
}

func (g *grid) edge(n int32, heading int) int32 {
	if heading%2 == 0 {
		n = g.nodes[n].next[heading]
	}
	return 2*n + int32(heading/2)
}

// corners returns the ends and the bends of a path. It returns nil for an empty path.
func (g *grid) corners(heading []int32) []vec {
	if len(heading) == 0 {
		return nil
	}
	var bends []vec
	for _, n := range heading {
		bends = appendBend(bends, g.nodes[n].spot())
	}
	return simplify(bends)
}
