// Package graph is a picture before it has a look: nodes, the groups that hold them, and the edges between them, with the texts that
// stand on each and the classes that say what each is. It knows neither the domain that a graph is made of nor the colours, sizes and
// positions that it is drawn with: a theme gives classes their looks, and a layout gives nodes their places.
package graph

// Class says what a node, group or edge is, for a theme to dress: "stance-champion". It is a word of letters, digits and hyphens, never
// a user's text.
type Class string

// None is the index of no node or group.
const None = -1

// Graph is one picture. Nodes, groups and edges refer to each other by their index; the author's order is the drawing's order. The zero
// Graph is an empty picture. A Graph is plain data: whoever makes one may change it, and nothing else does.
type Graph struct {
	// Title and Subtitle are the picture's head lines; either may be empty.
	Title    string `json:"title,omitempty"`
	Subtitle string `json:"subtitle,omitempty"`
	// Description says in a sentence what the picture shows, for readers who cannot see it.
	Description string `json:"description,omitempty"`
	// Language is the BCP 47 tag of the picture's own words. Empty means English.
	Language string `json:"language,omitempty"`

	Groups []Group `json:"groups,omitempty"`
	Nodes  []Node  `json:"nodes,omitempty"`
	Edges  []Edge  `json:"edges,omitempty"`
	// Grid makes a table of the picture: nodes stand in its cells, and there are no groups. Nil means none.
	Grid   *Grid           `json:"grid,omitempty"`
	Legend []LegendSection `json:"legend,omitempty"`
}

// Group is a box around nodes and other groups.
type Group struct {
	// Parent is the index of the group around this one, or [None]. Groups form trees, parents before their children.
	Parent int     `json:"parent"`
	Class  []Class `json:"class,omitempty"`
	// Label is the group's name and Detail the smaller line below it.
	Label  string `json:"label,omitempty"`
	Detail string `json:"detail,omitempty"`
	// Share is drawn as a bar in the head of the box. Nil means none.
	Share *Share `json:"share,omitempty"`
	// Tooltip is what a reader sees on pointing at the box, and what a screen reader says.
	Tooltip string `json:"tooltip,omitempty"`
	// Link is where the box leads; see [CheckLink]. Empty is nowhere.
	Link string `json:"link,omitempty"`
}

// Share is a part of a whole with its caption: "7 of 12 products".
type Share struct {
	Part    int    `json:"part"`
	Whole   int    `json:"whole"`
	Caption string `json:"caption"`
}

// Node is one thing in the picture, drawn as a card.
type Node struct {
	// Group is the index of the group that holds the node, or [None].
	Group int `json:"group"`
	// Place is the node's place in the graph's grid. It is nil without a grid, and only then.
	Place *Place  `json:"place,omitempty"`
	Class []Class `json:"class,omitempty"`
	// Label is the node's name and Detail the smaller line below it.
	Label  string `json:"label"`
	Detail string `json:"detail,omitempty"`
	// Chips are short words in a row, most important first; those for which there is no room are left out and counted.
	Chips []string `json:"chips,omitempty"`
	// Level is drawn as a row of dots. Nil means none.
	Level *Level `json:"level,omitempty"`
	// Badge is drawn as a ring in the corner. Nil means none.
	Badge *Badge `json:"badge,omitempty"`
	// Notes are lines at the foot of the card, each with the sign of its class.
	Notes []Note `json:"notes,omitempty"`
	// Tooltip is everything about the node in words, a line each.
	Tooltip string `json:"tooltip,omitempty"`
	// Link is where the card leads; see [CheckLink]. Empty is nowhere.
	Link string `json:"link,omitempty"`
}

// Level is a value on a scale from 0 to Max; a Value of 0 means that it is not known.
type Level struct {
	Value int `json:"value"`
	Max   int `json:"max"`
	// Wanted is the value to be reached, drawn as a ring around its dot. Zero means none.
	Wanted int `json:"wanted,omitempty"`
}

// Note is a line that says more of a node: "moved from Logistics".
type Note struct {
	Text  string  `json:"text"`
	Class []Class `json:"class,omitempty"`
}

// Badge is a mark of two letters or so in a ring.
type Badge struct {
	Text  string  `json:"text"`
	Class []Class `json:"class,omitempty"`
}

// Edge is a line between two nodes.
type Edge struct {
	From  int     `json:"from"`
	To    int     `json:"to"`
	Class []Class `json:"class,omitempty"`
	// Hierarchy hangs To below From in the layout. The hierarchy edges of a graph form trees: a node has at most one above it.
	Hierarchy bool `json:"hierarchy,omitempty"`
	// Beside hangs To beside From instead, off the row of those below. It goes with Hierarchy.
	Beside bool `json:"beside,omitempty"`
	// Label is written on the line where there is room for it, cut off when it is long. Empty is none.
	Label string `json:"label,omitempty"`
	// Tooltip says what the line means: "Jörg Müller influences Γιάννης Δήμου".
	Tooltip string `json:"tooltip,omitempty"`
}

// LegendSection explains the signs of one kind that the picture uses.
type LegendSection struct {
	Title   string        `json:"title,omitempty"`
	Entries []LegendEntry `json:"entries"`
}

// LegendEntry shows one sign with its meaning. Exactly one of the kinds is drawn: a node's glyph, a badge's ring, a level's dots, a
// line, a card's outline, a cell's ground, the type of a name in a cell, or the bar of a node that spans a part of a scale.
type LegendEntry struct {
	Kind  LegendKind `json:"kind"`
	Class []Class    `json:"class,omitempty"`
	Label string     `json:"label"`
	// Level is what the dots of a LegendLevel show. Nil means three of five.
	Level *Level `json:"level,omitempty"`
}

// LegendKind says which sign of a class a legend entry shows.
type LegendKind string

// The signs that a legend explains.
const (
	LegendGlyph LegendKind = "glyph"
	LegendBadge LegendKind = "badge"
	LegendLevel LegendKind = "level"
	LegendLine  LegendKind = "line"
	LegendCard  LegendKind = "card"
	LegendCell  LegendKind = "cell"
	LegendName  LegendKind = "name"
	LegendSpan  LegendKind = "span"
)
