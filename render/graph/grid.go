package graph

// Grid is a table: rows and columns with headings, and in their cells a word or two, nodes drawn as small cards, or both, the nodes above the
// words. Columns with a length form a scale, such as the months of a year; a node may cover a span of it.
type Grid struct {
	// Corner is the heading at the top left, above the row headings.
	Corner  Track   `json:"corner"`
	Rows    []Track `json:"rows"`
	Columns []Track `json:"columns"`
	// RowBands and ColumnBands are headings over several tracks. In each list a parent comes before its children.
	RowBands    []Band `json:"rowBands,omitempty"`
	ColumnBands []Band `json:"columnBands,omitempty"`
	Cells       []Cell `json:"cells,omitempty"`
	Zones       []Zone `json:"zones,omitempty"`
	Marks       []Mark `json:"marks,omitempty"`
	// Wrap says which tracks may continue in a further part of the table, below or beside the first, when one part would be too long for the
	// page.
	Wrap Wrap `json:"wrap,omitempty"`
}

// Wrap names the tracks at which a layout may break a table into parts.
type Wrap string

// The ways to break a table. A table with zones or a scale is not to be broken.
const (
	WrapNone    Wrap = ""
	WrapRows    Wrap = "rows"
	WrapColumns Wrap = "columns"
)

// Track is a row or a column, and what its heading shows.
type Track struct {
	// Band is the index of the band over this track, or [None]. Tracks under one band follow one another.
	Band int `json:"band"`
	// Class says what the track is. If the class has a glyph, it is drawn before the label.
	Class  []Class `json:"class,omitempty"`
	Label  string  `json:"label,omitempty"`
	Detail string  `json:"detail,omitempty"`
	// Chips are short words in a row, Level a row of dots and Share a bar with a caption; see [Node] and [Group].
	Chips []string `json:"chips,omitempty"`
	Level *Level   `json:"level,omitempty"`
	Share *Share   `json:"share,omitempty"`
	// Length makes the column a part of the scale, that many of the scale's units long. The parts of a scale follow one another, and places on
	// it count from the beginning of the first. Zero means an ordinary column, as wide as its content needs.
	Length float64 `json:"length,omitempty"`
	// Apart puts a gap before the track.
	Apart   bool   `json:"apart,omitempty"`
	Tooltip string `json:"tooltip,omitempty"`
}

// Band is a heading over the tracks that name it, or over bands that do.
type Band struct {
	// Parent is the index of the band above this one, or [None].
	Parent  int     `json:"parent"`
	Class   []Class `json:"class,omitempty"`
	Label   string  `json:"label,omitempty"`
	Detail  string  `json:"detail,omitempty"`
	Tooltip string  `json:"tooltip,omitempty"`
}

// Cell is the content at the crossing of a row and a column, given by their indexes. Every other field may be empty.
type Cell struct {
	Row    int     `json:"row"`
	Column int     `json:"column"`
	Class  []Class `json:"class,omitempty"`
	// Label is the word on the left, behind the glyph of the class; Detail is the smaller one on the right.
	Label  string `json:"label,omitempty"`
	Detail string `json:"detail,omitempty"`
	Level  *Level `json:"level,omitempty"`
	// Lines are written one below another.
	Lines   []Line `json:"lines,omitempty"`
	Tooltip string `json:"tooltip,omitempty"`
}

// Line is one line in a cell, with the glyph of its class before it.
type Line struct {
	Class []Class `json:"class,omitempty"`
	Label string  `json:"label"`
}

// Place is where a node stands in a grid: the indexes of its row and column.
type Place struct {
	Row    int `json:"row"`
	Column int `json:"column"`
	// Span is the stretch of the scale that the node covers, instead of a column. Nil means none.
	Span *Span `json:"span,omitempty"`
}

// Span is a stretch of the scale in its units, counted from the beginning. From is at most To.
type Span struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// Zone is a part of a table that stands out: the rows and columns from the first to the last, both included.
type Zone struct {
	FirstRow    int     `json:"firstRow"`
	LastRow     int     `json:"lastRow"`
	FirstColumn int     `json:"firstColumn"`
	LastColumn  int     `json:"lastColumn"`
	Class       []Class `json:"class,omitempty"`
	Label       string  `json:"label,omitempty"`
	Tooltip     string  `json:"tooltip,omitempty"`
}

// Mark is a vertical line across the scale, such as today's, at a place in the scale's units.
type Mark struct {
	At    float64 `json:"at"`
	Class []Class `json:"class,omitempty"`
	Label string  `json:"label,omitempty"`
}

// ScaleLength is the length of the scale in its units, or zero when there is none.
func (g *Grid) ScaleLength() float64 {
	sum := 0.0
	for _, c := range g.Columns {
		sum += c.Length
	}
	return sum
}
