// Package graph is a picture before it has a look: nodes, the groups that hold them and the edges between them, with their texts, and with
// classes that say what each one is. It knows neither the domain behind the picture nor any colour, size or position: a theme gives classes
// their looks, a layout gives nodes their places.
package graph

// Class says what a node, group or edge is, such as "stance-champion", so that a theme can give it a look. It is a word of lower-case letters,
// digits and hyphens, never a user's text.
type Class string

// None is the index that stands for no node, group or band.
const None = -1

// Graph is one picture. Nodes, groups and edges refer to each other by index, and are drawn in the order of their lists. The zero Graph is an
// empty picture. A Graph is plain data: its maker may change it until it is drawn, and nothing else changes it.
type Graph struct {
	// Title and Subtitle are the headings of the picture; either may be empty.
	Title    string `json:"title,omitempty"`
	Subtitle string `json:"subtitle,omitempty"`
	// Description says in a sentence what the picture shows, for readers who cannot see it.
	Description string `json:"description,omitempty"`
	// Language is the BCP 47 tag of the picture's own words. Empty means English.
	Language string `json:"language,omitempty"`

	Groups []Group `json:"groups,omitempty"`
	Nodes  []Node  `json:"nodes,omitempty"`
	Edges  []Edge  `json:"edges,omitempty"`
	// Grid makes the picture a table: nodes stand in its cells, and there are no groups. Nil means that it is none.
	Grid   *Grid           `json:"grid,omitempty"`
	Legend []LegendSection `json:"legend,omitempty"`
}

// Group is a box around nodes and other groups.
type Group struct {
	// Parent is the index of the group around this one, or [None]. Groups form trees; a parent comes before its children.
	Parent int     `json:"parent"`
	Class  []Class `json:"class,omitempty"`
	// Label is the name of the group, Detail a smaller line below it.
	Label  string `json:"label,omitempty"`
	Detail string `json:"detail,omitempty"`
	// Share is drawn as a bar at the top of the box. Nil means none.
	Share *Share `json:"share,omitempty"`
	// Tooltip is what readers see when they point at the box, and what a screen reader says.
	Tooltip string `json:"tooltip,omitempty"`
	// Link is the address that the box leads to; see [CheckLink]. Empty means none.
	Link string `json:"link,omitempty"`
}

// Share is a part of a whole with a caption, such as "7 of 12 products".
type Share struct {
	Part    int    `json:"part"`
	Whole   int    `json:"whole"`
	Caption string `json:"caption"`
}

// Node is one thing in the picture, drawn as a card.
type Node struct {
	// Group is the index of the group that holds the node, or [None].
	Group int `json:"group"`
	// Place is where the node stands in the graph's grid; nil if and only if there is no grid.
	Place *Place  `json:"place,omitempty"`
	Class []Class `json:"class,omitempty"`
	// Label is the name of the node, Detail a smaller line below it.
	Label  string `json:"label"`
	Detail string `json:"detail,omitempty"`
	// Chips are short words in a row, the most important first; those that do not fit are left out and counted.
	Chips []string `json:"chips,omitempty"`
	// Level is drawn as a row of dots. Nil means none.
	Level *Level `json:"level,omitempty"`
	// Badge is drawn as a ring in the corner. Nil means none.
	Badge *Badge `json:"badge,omitempty"`
	// Notes are lines at the bottom of the card, each with the sign of its class.
	Notes []Note `json:"notes,omitempty"`
	// Tooltip says everything about the node in words, one fact a line.
	Tooltip string `json:"tooltip,omitempty"`
	// Link is the address that the card leads to; see [CheckLink]. Empty means none.
	Link string `json:"link,omitempty"`
}

// Level is a value on a scale from 1 to Max, drawn as dots. A Value of 0 means unknown.
type Level struct {
	Value int `json:"value"`
	Max   int `json:"max"`
	// Wanted is the value to be reached, drawn as a ring around its dot. Zero means none.
	Wanted int `json:"wanted,omitempty"`
}

// Note is a further line about a node, such as "moved from Logistics".
type Note struct {
	Text  string  `json:"text"`
	Class []Class `json:"class,omitempty"`
}

// Badge is a ring with about two letters in it.
type Badge struct {
	Text  string  `json:"text"`
	Class []Class `json:"class,omitempty"`
}

// Edge is a line between two nodes.
type Edge struct {
	From  int     `json:"from"`
	To    int     `json:"to"`
	Class []Class `json:"class,omitempty"`
	// Hierarchy places To below From. The hierarchy edges of a graph form trees: a node has at most one above it.
	Hierarchy bool `json:"hierarchy,omitempty"`
	// Beside, together with Hierarchy, places To beside From, apart from the row below it.
	Beside bool `json:"beside,omitempty"`
	// Label is written on the line where there is room, and shortened when it is long. Empty means none.
	Label string `json:"label,omitempty"`
	// Tooltip says what the line means: "Jörg Müller influences Γιάννης Δήμου".
	Tooltip string `json:"tooltip,omitempty"`
}

// LegendSection explains signs of one kind, such as stances, that the picture uses.
type LegendSection struct {
	Title   string        `json:"title,omitempty"`
	Entries []LegendEntry `json:"entries"`
}

// LegendEntry shows one sign with its meaning. Kind says what is drawn: the glyph of a card, the ring of a badge, the dots of a level, a line,
// the outline of a card, the ground of a cell, the type of a name in a cell, or the bar of a node that covers a span of the scale.
type LegendEntry struct {
	Kind  LegendKind `json:"kind"`
	Class []Class    `json:"class,omitempty"`
	Label string     `json:"label"`
	// Level is what the dots of a LegendLevel show. Nil means three of five.
	Level *Level `json:"level,omitempty"`
}

// LegendKind says which sign of a class a legend entry shows.
type LegendKind string

// The signs that a legend can explain.
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
