package scene

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of the head lines of a page, from its top.
const (
	titleY       = 40
	titleLine    = 26
	subtitleDown = 20 // from the title's last baseline
	subtitleLine = 15
	pictureDown  = 18 // from the last baseline of the head lines
)

var (
	titleFont    = typeset.Font{Size: 22, Bold: true}
	subtitleFont = typeset.Font{Size: 11.5}
)

func (p *page) addHeadLines() {
	s := p.in.Theme.Style("page")
	baseline := 0.0
	title, subtitle := HeadLines(p.in.Graph, p.in.Measurer, p.width-margin-p.left)
	if len(title) > 0 {
		p.head = append(p.head, column(geom.Point{X: p.left, Y: titleY}, titleLine, title, titleFont, s.Ink)...)
		baseline = titleY + titleLine*float64(len(title)-1)
	}
	if len(subtitle) > 0 {
		first := max(baseline+subtitleDown, titleY)
		p.head = append(p.head, column(geom.Point{X: p.left, Y: first}, subtitleLine, subtitle, subtitleFont, s.Muted)...)
		baseline = first + subtitleLine*float64(len(subtitle)-1)
	}
	p.height = max(margin, baseline+pictureDown)
}

func mainTitle(g *graph.Graph) string { return cmp.Or(g.Headline, g.Title) }

// HeadLines returns the title and the subtitle in lines no wider than room. The dot between two
// parts is omitted at a line break.
func HeadLines(g *graph.Graph, m *typeset.Measurer, room float64) (title, subtitle []string) {
	title = wrapClauses(typeset.CleanLine(mainTitle(g)), room, m)
	subtitle = m.Wrap(typeset.CleanLine(g.Subtitle), subtitleFont, room, room, room)
	for _, lines := range [][]string{title, subtitle} {
		for i := 1; i < len(lines); i++ {
			lines[i-1], lines[i] = strings.TrimSuffix(lines[i-1], " ·"), strings.TrimPrefix(lines[i], "· ")
		}
	}
	return title, subtitle
}

// wrapClauses breaks a title into two lines after a clause, if both fit, and otherwise at any word.
func wrapClauses(title string, room float64, m *typeset.Measurer) []string {
	lines := m.Wrap(title, titleFont, room, room)
	words := strings.Fields(title)
	for i := len(words) - 1; i > 0 && len(lines) > 1; i-- {
		if !strings.HasSuffix(words[i-1], ";") && !strings.HasSuffix(words[i-1], "·") {
			continue
		}
		first, second := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		if m.Width(first, titleFont) <= room && m.Width(second, titleFont) <= room {
			return []string{first, second}
		}
	}
	return lines
}

// indent returns the left edge that centres the picture, head lines and legend on a page with spare
// width. Head lines wider than the picture are centred themselves. The width is at least the width
// of the narrowest page.
func (p *page) indent() float64 {
	wide := max(leastWidth-2*margin, p.in.Placed.Width)
	if p.pointsLeft {
		wide = max(wide, sideColumn+p.in.Placed.Width)
	}
	for _, line := range []struct {
		text string
		font typeset.Font
	}{{mainTitle(p.in.Graph), titleFont}, {p.in.Graph.Subtitle, subtitleFont}} {
		wide = max(wide, p.in.Measurer.Width(typeset.CleanLine(line.text), line.font))
	}
	return math.Floor(max(0, p.width-2*margin-wide) / 2)
}

// The measures of a box in the head of a page, from its top left corner.
const (
	pointPad    = 16 // on the left, where the stripe is
	pointInset  = 12
	pointTitleY = 18
	pointLine   = 14
	pointBelow  = 9 // under the last baseline
	pointGap    = 14
	pointsDown  = 12 // from the last baseline of the head lines
	// minPointWidth and maxPointWidth limit the widths of boxes in one row.
	minPointWidth = 250
	maxPointWidth = 460
	// sideColumn is the width of a column of boxes to the left of the picture.
	sideColumn = minPointWidth + pointGap
	// usualPointLines is the default number of lines of text under a title.
	usualPointLines = 3
)

var (
	pointFont     = typeset.Font{Size: 12, Bold: true}
	pointTextFont = typeset.Font{Size: typeset.LeastText}
)

// point is a box of the head with its texts broken into lines.
type point struct {
	graph.Point
	title, lines []string
}

func newPoint(p graph.Point, width float64, m *typeset.Measurer) point {
	room := width - pointPad - pointInset
	q := point{Point: p, title: m.Wrap(typeset.CleanLine(p.Title), pointFont, room, room)}
	most := cmp.Or(p.Most, usualPointLines)
	for count := len(p.Lines); count > 0; count-- {
		if q.lines = entryLines(p.Lines[:count], most, room, m); len(q.lines) <= most || count == 1 {
			q.lines = withRest(q.lines, p.Rest, count, room, m)
			break
		}
	}
	return q
}

// entryLines breaks entries into lines. An entry that does not fit alone has two lines more.
func entryLines(entries []string, most int, room float64, m *typeset.Measurer) (lines []string) {
	const more = 2
	rooms := slices.Repeat([]float64{room}, most+more)
	for _, text := range entries {
		lines = append(lines, m.Wrap(typeset.CleanLine(text), pointTextFont, rooms...)...)
	}
	return lines
}

// withRest adds the note of what is left out behind a number of entries: at the end of the last
// line if it fits there, and otherwise in a line of its own.
func withRest(lines, rest []string, count int, room float64, m *typeset.Measurer) []string {
	if count > len(rest) || rest[count-1] == "" {
		return lines
	}
	last := len(lines) - 1
	if whole := lines[last] + " · " + rest[count-1]; m.Width(whole, pointTextFont) <= room {
		return append(lines[:last:last], whole)
	}
	return append(lines, rest[count-1])
}

func (p point) height() float64 {
	return pointTitleY + pointLine*float64(len(p.title)-1+len(p.lines)) + pointBelow
}

func (p point) draw(r geom.Rect, t *theme.Theme) []Item {
	s := t.Style(with("point", p.Class)...)
	items := []Item{
		styled(roundRect(r, cardRadius), s),
		edging(r, s),
	}
	at := geom.Point{X: r.X + pointPad, Y: r.Y + pointTitleY}
	items = append(items, column(at, pointLine, p.title, pointFont, s.Ink)...)
	return append(items, column(at.Add(0, pointLine*float64(len(p.title))), pointLine, p.lines, pointTextFont, s.Muted)...)
}

// addPointRows puts the boxes under the head lines, in rows as wide as the picture.
func (p *page) addPointRows() {
	count := len(p.in.Graph.Points)
	if count == 0 {
		return
	}
	room := p.width - margin - p.left
	columns := max(1, min(count, int((room+pointGap)/(minPointWidth+pointGap))))
	columns = int(math.Ceil(float64(count) / math.Ceil(float64(count)/float64(columns)))) // rows of about the same length
	p.height += pointsDown - pictureDown
	p.height = p.addPoints(columns, min(maxPointWidth, math.Floor((room-pointGap*float64(columns-1))/float64(columns)))) + pointsDown
}

// addPoints puts the boxes in rows from the height of the page down, and returns the bottom of the
// last row.
func (p *page) addPoints(columns int, width float64) float64 {
	points, top := p.in.Graph.Points, p.height
	for first := 0; first < len(points); first += columns {
		var row []point
		high := 0.0
		for _, q := range points[first:min(first+columns, len(points))] {
			made := newPoint(q, width, p.in.Measurer)
			row, high = append(row, made), max(high, made.height())
		}
		for i, q := range row {
			r := geom.Rect{X: p.left + float64(i)*(width+pointGap), Y: top, W: width, H: high}
			p.head = append(p.head, Group{ID: "point" + number(first+i), Classes: with("point", q.Class), Items: q.draw(r, p.in.Theme)})
		}
		top += high + pointGap
	}
	return top - pointGap
}
