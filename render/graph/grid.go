package graph

// Grid is a table: rows and columns with headings. A cell contains a word or two, nodes drawn as
// small cards, or both, the nodes above the words. Columns with a length form a scale, such as the
// months of a year; a node may cover a span of the scale.
type Grid struct {
	// Corner is the heading at the top left, above the row headings.
	Corner  Track
	Rows    []Track
	Columns []Track
	// RowBands and ColumnBands are headings over several tracks. In each list, parents precede
	// their children.
	RowBands    []Band
	ColumnBands []Band
	Cells       []Cell
	Zones       []Zone
	Marks       []Mark
	// Wrap names the tracks that may continue in a further part of the table, if one part would be
	// too long for the page. The further part is below or beside the first part.
	Wrap Wrap
	// Overview makes the first picture of a set of pages, with a column for each of the runs of
	// columns on the pages. If it is nil, a set has no such picture, and few columns alone do not
	// divide it.
	Overview func(runs []Run) *Graph `json:"-"`
}

// Run is a range of consecutive columns, from From up to but not including To, with a name.
type Run struct {
	From, To int
	Name     string
}

// Wrap names the tracks at which a layout may divide a table into parts.
type Wrap string

// The ways to divide a table. A table with zones or a scale must not be divided.
const (
	WrapNone    Wrap = ""
	WrapRows    Wrap = "rows"
	WrapColumns Wrap = "columns"
)

// Track is a row or a column, with the contents of its heading.
type Track struct {
	// Band is the index of the band over this track, or [None]. The tracks of a band are
	// consecutive.
	Band int
	// Class is the kind of the track. A glyph of the class is drawn before the label.
	Class  []Class
	Label  string
	Detail string
	// Strong sets the label of a row in bold type, as in a row with a glyph.
	Strong bool
	// Chips are short words in a row, Level is a row of dots, and Share is a bar with a caption;
	// see [Node] and [Group].
	Chips []string
	Level *Level
	Share *Share
	// Length makes the column a part of the scale, with a length in the scale's units. The parts of
	// a scale are consecutive; positions on it are measured from the start of the first. Zero means
	// an ordinary column, as wide as its content.
	Length float64
	// GapBefore leaves a gap before the track.
	GapBefore bool
	Tooltip   string
}

// Band is a heading over the tracks, or over the bands, that refer to it.
type Band struct {
	// Parent is the index of the band above this one, or [None].
	Parent  int
	Class   []Class
	Label   string
	Detail  string
	Tooltip string
}

// Cell is the content at the crossing of a row and a column, given by their indexes. Every other
// field may be empty.
type Cell struct {
	Row    int
	Column int
	Class  []Class
	// Label is the word on the left, after the glyph of the class; Detail is the smaller text on
	// the right.
	Label  string
	Detail string
	Level  *Level
	// Lines are written one below the other.
	Lines   []Line
	Tooltip string
}

// Line is a name in a cell, preceded by the glyph of its class.
type Line struct {
	Class []Class
	Label string
	// Strong sets the name in bold type.
	Strong bool
	// Level is drawn as bars at the end: filled up to its value, outlined up to the wanted level.
	// Nil means no level.
	Level *Level
}

// Place is the cell of a node: the indexes of its row and column.
type Place struct {
	Row    int
	Column int
	// Span is the interval of the scale that the node covers, instead of a column: a bar, with the
	// texts below it. Nil means no span.
	Span *Span
	// Bare draws the texts without a frame, as for a node with a span.
	Bare bool
}

// Span is an interval of the scale in its units, measured from the start. From is at most To.
type Span struct {
	From float64
	To   float64
	// Earlier is true if the node starts before the scale, and Later if it ends after the scale.
	Earlier bool
	Later   bool
}

// Zone is a highlighted part of a table, from the first to the last row and column, inclusive.
type Zone struct {
	FirstRow    int
	LastRow     int
	FirstColumn int
	LastColumn  int
	Class       []Class
	Label       string
	Tooltip     string
}

// Mark is a vertical line across the scale, such as today, at a position in the scale's units.
type Mark struct {
	At    float64
	Class []Class
	Label string
}

// ScaleLength returns the length of the scale in its units, or zero without a scale.
func (g *Grid) ScaleLength() float64 {
	sum := 0.0
	for _, c := range g.Columns {
		sum += c.Length
	}
	return sum
}
