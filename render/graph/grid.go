package graph

// Grid is a table: rows and columns with headings, and in their cells a word or two, nodes drawn as
// small cards, or both, the nodes above the words. Columns with a length form a scale, such as the
// months of a year; a node may cover a span of it.
type Grid struct {
	// Corner is the heading at the top left, above the row headings.
	Corner  Track
	Rows    []Track
	Columns []Track
	// RowBands and ColumnBands are headings over several tracks. In each list a parent comes before
	// its children.
	RowBands    []Band
	ColumnBands []Band
	Cells       []Cell
	Zones       []Zone
	Marks       []Mark
	// Wrap names the tracks that may continue in a further part of the table, below or beside the
	// first, when one part would be too long for the page.
	Wrap Wrap
	// Overview makes the first picture of a set of pages, with a column for each of the runs of
	// columns on the pages. With nil, a set has no such picture, and few columns alone do not
	// divide it.
	Overview func(runs []Run) *Graph `json:"-"`
}

// Run is consecutive columns, from From up to and without To, with a name.
type Run struct {
	From, To int
	Name     string
}

// Wrap names the tracks at which a layout may break a table into parts.
type Wrap string

// The ways to break a table. A table with zones or a scale must not be broken.
const (
	WrapNone    Wrap = ""
	WrapRows    Wrap = "rows"
	WrapColumns Wrap = "columns"
)

// Track is a row or a column, with the contents of its heading.
type Track struct {
	// Band is the index of the band over this track, or [None]. Tracks under one band follow one
	// another.
	Band int
	// Class is the kind of the track. If the class has a glyph, it is drawn before the label.
	Class  []Class
	Label  string
	Detail string
	// Strong sets the label of a row in bold type, as in a row with a glyph.
	Strong bool
	// Chips are short words in a row, Level a row of dots and Share a bar with a caption; see
	// [Node] and [Group].
	Chips []string
	Level *Level
	Share *Share
	// Length makes the column a part of the scale, with a length in the scale's units. The parts of
	// a scale follow one another; places on it count from the beginning of the first. Zero means an
	// ordinary column, as wide as its content needs.
	Length float64
	// GapBefore leaves a gap before the track.
	GapBefore bool
	Tooltip   string
}

// Band is a heading over the tracks that name it, or over bands that do.
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
	// Label is the word on the left, after the glyph of the class; Detail is the smaller one on the
	// right.
	Label  string
	Detail string
	Level  *Level
	// Lines are written one below another.
	Lines   []Line
	Tooltip string
}

// Line is a name in a cell, with the glyph of its class before it.
type Line struct {
	Class []Class
	Label string
	// Strong sets the name in bold type.
	Strong bool
	// Level is drawn as bars at the end: full up to its value, outlined up to the wanted one. Nil
	// means none.
	Level *Level
}

// Place is the cell of a node: the indexes of its row and column.
type Place struct {
	Row    int
	Column int
	// Span is the interval of the scale that the node covers, instead of a column: a bar, with the
	// texts below it. Nil means none.
	Span *Span
	// Bare draws the texts without a frame, as for a node with a span.
	Bare bool
}

// Span is an interval of the scale in its units, counted from the beginning. From is at most To.
type Span struct {
	From float64
	To   float64
	// Earlier and Later report that the node begins before the scale and ends after it.
	Earlier bool
	Later   bool
}

// Zone is a highlighted part of a table: the rows and columns from the first to the last, both
// included.
type Zone struct {
	FirstRow    int
	LastRow     int
	FirstColumn int
	LastColumn  int
	Class       []Class
	Label       string
	Tooltip     string
}

// Mark is a vertical line across the scale, such as today, at a place in the scale's units.
type Mark struct {
	At    float64
	Class []Class
	Label string
}

// ScaleLength is the length of the scale in its units, or zero when there is none.
func (g *Grid) ScaleLength() float64 {
	sum := 0.0
	for _, c := range g.Columns {
		sum += c.Length
	}
	return sum
}
