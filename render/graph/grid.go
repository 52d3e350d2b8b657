package graph

// Grid is a table: rows and columns with their heads, and what stands where they cross, which are cells with a word or two and nodes as
// small cards. Cells and nodes may share a place; the nodes then stand above the cell's words. Columns with a length are a scale, such as
// the months of a year, and a node may span a part of it.
type Grid struct {
	// Corner stands above the heads of the rows and before those of the columns.
	Corner  Track   `json:"corner"`
	Rows    []Track `json:"rows"`
	Columns []Track `json:"columns"`
	// RowBands and ColumnBands are the headings over runs of tracks. Each list is of trees, parents before their children.
	RowBands    []Band `json:"rowBands,omitempty"`
	ColumnBands []Band `json:"columnBands,omitempty"`
	Cells       []Cell `json:"cells,omitempty"`
	Zones       []Zone `json:"zones,omitempty"`
	Marks       []Mark `json:"marks,omitempty"`
	// Wrap says which tracks may go on in a further part of the table, below or beside the first, where one would be too long for the page.
	Wrap Wrap `json:"wrap,omitempty"`
}

// Wrap names the tracks that a layout may break into several parts of a table.
type Wrap string

// What may be broken. Zones and scales are whole only in a table that is not.
const (
	WrapNone    Wrap = ""
	WrapRows    Wrap = "rows"
	WrapColumns Wrap = "columns"
)

// Track is a row or a column, and what stands in its head.
type Track struct {
	// Band is the index of the heading that the track stands under, or [None]. Tracks under one heading come one after another.
	Band int `json:"band"`
	// Class says what the track is. A class with a glyph has it drawn before the label.
	Class  []Class `json:"class,omitempty"`
	Label  string  `json:"label,omitempty"`
	Detail string  `json:"detail,omitempty"`
	// Chips are short words in a row, Level a row of dots and Share a bar with its caption; see [Node] and [Group].
	Chips []string `json:"chips,omitempty"`
	Level *Level   `json:"level,omitempty"`
	Share *Share   `json:"share,omitempty"`
	// Length makes the column a part of the scale, as long as it says in the scale's unit. The parts of the scale come one after another,
	// and places on it count from the first one's beginning. Zero means that the column is as wide as what stands in it needs.
	Length float64 `json:"length,omitempty"`
	// Apart sets the track off from the one before.
	Apart   bool   `json:"apart,omitempty"`
	Tooltip string `json:"tooltip,omitempty"`
}

// Band is a heading over the run of tracks that name it, or that name bands below it.
type Band struct {
	// Parent is the index of the band over this one, or [None].
	Parent  int     `json:"parent"`
	Class   []Class `json:"class,omitempty"`
	Label   string  `json:"label,omitempty"`
	Detail  string  `json:"detail,omitempty"`
	Tooltip string  `json:"tooltip,omitempty"`
}

// Cell is what stands where a row and a column cross. Every part of it may be empty.
type Cell struct {
	Row    int     `json:"row"`
	Column int     `json:"column"`
	Class  []Class `json:"class,omitempty"`
	// Label is the word on the left, after its class's glyph, and Detail the smaller one on the right.
	Label  string `json:"label,omitempty"`
	Detail string `json:"detail,omitempty"`
	Level  *Level `json:"level,omitempty"`
	// Lines stand below one another.
	Lines   []Line `json:"lines,omitempty"`
	Tooltip string `json:"tooltip,omitempty"`
}

// Line is one of the lines of a cell, after its class's glyph.
type Line struct {
	Class []Class `json:"class,omitempty"`
	Label string  `json:"label"`
}

// Place is where a node stands in a grid.
type Place struct {
	Row    int `json:"row"`
	Column int `json:"column"`
	// Span is the part of the scale that the node covers, in place of the column. Nil means none.
	Span *Span `json:"span,omitempty"`
}

// Span is a part of a scale in its unit, from its beginning; From is no greater than To.
type Span struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// Zone is a part of a table that stands out: the rows and columns from the first to the last, both in it.
type Zone struct {
	FirstRow    int     `json:"firstRow"`
	LastRow     int     `json:"lastRow"`
	FirstColumn int     `json:"firstColumn"`
	LastColumn  int     `json:"lastColumn"`
	Class       []Class `json:"class,omitempty"`
	Label       string  `json:"label,omitempty"`
	Tooltip     string  `json:"tooltip,omitempty"`
}

// Mark is an upright line across the scale, such as today's.
type Mark struct {
	At    float64 `json:"at"`
	Class []Class `json:"class,omitempty"`
	Label string  `json:"label,omitempty"`
}

// ScaleLength is the length of the scale, and zero when there is none.
func (g *Grid) ScaleLength() float64 {
	sum := 0.0
	for _, c := range g.Columns {
		sum += c.Length
	}
	return sum
}
