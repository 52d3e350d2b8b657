package pdf

import (
	"context"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/paper"
)

type pageSize struct{ width, height float64 }

func portrait(p paper.Size) pageSize { return pageSize{p.Width, p.Height} }

func (s pageSize) landscape() pageSize { return pageSize{s.height, s.width} }

const (
	marginSide = 40.
	marginTop  = 44.
	marginFoot = 52.
)

func (s pageSize) text() float64 { return s.width - 2*marginSide }

func (s pageSize) body() float64 { return s.height - marginTop - marginFoot }

// A block is a block that is set for the width of its pages.
type block interface {
	// head returns the height to keep with the block above, so that no heading is left alone at the
	// foot of a page.
	head(s spacing) float64

	// place puts the block on the current page and on new ones.
	place(l *layout)
}

type layout struct {
	ctx    context.Context // of the division of pictures
	doc    *document.Document
	fonts  *fonts
	setter *setter
	paper  paper.Size

	pages   []*page
	anchors []anchor
	outline []outlineEntry
	runs    []run

	figures  int // set so far
	pictures map[*document.Figure][]*document.Figure
	failure  error // the first picture that cannot be divided

	looseRuns    []run        // the runs of the first layout, all with loose spacing
	tight        map[int]bool // the runs with tight spacing, by number
	sheet        pageSize     // of the current page
	y            float64      // top of the next block on the page
	headingsOnly bool         // the page holds only headings and their leads
	closed       bool         // the page takes no more blocks

	leading bool    // the current section leads, and is set smaller
	last    []block // pages of divided pictures, at the end of the document
	body    int     // the number of pages before last
	first   *firstPage
}

type anchor struct {
	name string
	place
}

func newSetter(d *document.Document, fonts typeface) *setter {
	s := &setter{fonts: fonts, tones: map[string]document.Tone{}, ids: map[string]bool{}, matrix: matrixText}
	for _, t := range d.Tones {
		s.tones[t.Name] = t
	}
	addIDs(d.Blocks, s.ids)
	return s
}

func addIDs(blocks []document.Block, ids map[string]bool) {
	for _, b := range blocks {
		if s, ok := b.(*document.Section); ok {
			if s.ID != "" {
				ids[s.ID] = true
			}
			addIDs(s.Blocks, ids)
		}
	}
}

// lay makes the pages of the document. The error names a picture that cannot be divided.
func (l *layout) lay() error {
	blocks := l.set(l.doc.Blocks, portrait(l.paper), "s", 0)
	if l.first = l.setFirst(blocks); l.first.section != nil {
		blocks = blocks[1:]
	}
	blocks = append(blocks, l.last...)
	numbers := l.placeAll(blocks)
	if l.tighten() {
		numbers = l.placeAll(blocks)
	}
	if l.loosen() {
		numbers = l.placeAll(blocks)
	}
	l.numberContents(numbers)
	l.feet()
	return l.failure
}

// placeAll puts blocks on pages from the first page on. It returns the places of the page numbers
// in the list of contents.
func (l *layout) placeAll(blocks []block) []contentsLine {
	l.pages, l.anchors, l.outline, l.runs = nil, nil, nil, l.runs[:0]
	numbers := l.first.place(l)
	for i, b := range blocks {
		if i == len(blocks)-len(l.last) {
			l.body = len(l.pages)
		}
		b.place(l)
	}
	if len(l.last) == 0 {
		l.body = len(l.pages)
	}
	l.endRun()
	return numbers
}

func (l *layout) newPage(sheet pageSize) {
	l.sheet = sheet
	l.pages = append(l.pages, &page{width: sheet.width, height: sheet.height})
	l.y, l.headingsOnly, l.closed = marginTop, true, false
}

// on ensures that the current page has a size and is open.
func (l *layout) on(sheet pageSize) {
	if len(l.pages) == 0 || l.closed || l.sheet != sheet {
		l.endRun()
		l.newPage(sheet)
	}
}

func (l *layout) room() float64 {
	room := l.sheet.height - marginFoot - l.y
	if l.first.leads() && len(l.pages) == 1 {
		room -= l.first.smallHeight
	}
	return room
}

// need begins a new page if the current page has less than the given height left and a new page
// would have more.
func (l *layout) need(height float64) {
	if l.room() < height-.01 && !l.headingsOnly {
		l.newPage(l.sheet)
	}
}

// stack puts lines below one another, and continues on a new page when the current page is full.
func (l *layout) stack(x float64, lines []textLine) {
	for _, line := range lines {
		if l.room() < line.height-.01 && l.y > marginTop {
			l.newPage(l.sheet)
		}
		l.line(x, l.y, line)
		l.y += line.height
	}
}

func (l *layout) mark(m ...mark) {
	page := l.pages[len(l.pages)-1]
	page.marks = append(page.marks, m...)
}

func (l *layout) here() place { return place{len(l.pages) - 1, l.y} }

func (l *layout) line(x, y float64, line textLine) {
	l.mark(lineMarks(x, y, line)...)
}

// column prints lines below one another on the current page, and returns the height below them.
func (l *layout) column(x, y float64, lines []textLine) float64 {
	for _, line := range lines {
		l.line(x, y, line)
		y += line.height
	}
	return y
}

// isAddress reports whether a link is an e-mail address. Such a link has no special look on paper,
// like a telephone number.
func isAddress(link string) bool { return strings.HasPrefix(link, "mailto:") }

// capital is the height of capital letters in ems. Text looks centred if its capitals are.
const capital = .72

func lineMarks(x, y float64, line textLine) []mark {
	var marks []mark
	for _, p := range line.pieces {
		left := x + p.x
		baseline := y + (line.height+capital*line.pieces[0].look.size)/2
		if p.chip {
			baseline = y + (line.height+capital*p.look.size)/2
			height := p.look.size * 1.42
			marks = append(marks, box{left, y + (line.height-height)/2, p.width, height, height / 2, p.fill})
			left += chipPadding
		}
		if p.link != "" {
			if !isAddress(p.link) {
				marks = append(marks, box{left, baseline + 1.2, p.width, .5, 0, p.look.ink})
			}
			marks = append(marks, linkMark{left, y, p.width, line.height, p.link})
		}
		marks = append(marks, wordsMark{left, baseline, p.text, p.look})
	}
	return marks
}

// sectionAt returns the title of the section that continues at the head of a page, or "".
func (l *layout) sectionAt(page int) string {
	title := ""
	for _, e := range l.outline {
		switch {
		case page >= l.body || e.page > page || e.page == page && e.y > marginTop:
		case e.page == page: // a heading at the head of the page
			return ""
		case e.level == 0:
			title = oneLine(l.fonts.clean(e.title))
		}
	}
	return title
}

// feet prints the footer of every page: the title, shortened if necessary, and the page number. A
// page in the middle of a section has the title of the section at its head.
func (l *layout) feet() {
	look := textStyle{size: 7.5, ink: inkMuted}
	full := oneLine(l.fonts.clean(l.doc.Title))
	for i, page := range l.pages {
		y := page.height - marginFoot/2
		n := fmt.Sprint(i+1, " / ", len(l.pages))
		width := l.fonts.width(n, look)
		title := l.ellipsis(full, look, page.width-2*marginSide-width-20)
		if section := l.ellipsis(l.sectionAt(i), look, page.width-2*marginSide); section != "" {
			page.marks = append(page.marks, wordsMark{marginSide, marginTop - 12, section, look})
		}
		page.marks = append(page.marks,
			box{marginSide, y - 13, page.width - 2*marginSide, .5, 0, ruleDark},
			wordsMark{marginSide, y, title, look},
			wordsMark{page.width - marginSide - width, y, n, look})
	}
}

func (l *layout) ellipsis(s string, look textStyle, width float64) string {
	if l.fonts.width(s, look) <= width {
		return s
	}
	room := width - l.fonts.width("…", look)
	for i, r := range s {
		room -= l.fonts.width(string(r), look)
		if room < 0 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// A run is a sequence of pages, up to a change of format or a block on a page of its own.
type run struct {
	start int     // its first page
	pages int     // the number of pages
	last  float64 // the used part of the last page, from 0 to 1
}

// A spacing is the space between blocks, and the reduction of the padding of table rows.
type spacing struct {
	above   [structure.MaxDepth]float64 // headings, by level
	heading float64                     // under a heading
	block   float64                     // under any other block
	row     float64                     // the reduction at the top and at the foot of a row
}

var (
	looseSpacing = spacing{above: [...]float64{24, 14, 10, 8, 8}, heading: 7, block: 9}
	tightSpacing = spacing{above: [...]float64{15, 9, 7, 6, 6}, heading: 5, block: 6, row: 1.5}
)

func (l *layout) spacing() spacing {
	if l.first.leads() {
		return l.first.spacing
	}
	if l.tight[len(l.runs)] {
		return tightSpacing
	}
	return looseSpacing
}

func (l *layout) endRun() {
	start := 0
	if n := len(l.runs); n > 0 {
		start = l.runs[n-1].start + l.runs[n-1].pages
	}
	if len(l.pages) > start {
		l.runs = append(l.runs, run{start, len(l.pages) - start, (l.y - marginTop) / l.sheet.body()})
	}
}

// tighten marks the runs whose last page is less than half full, for tight spacing in the next
// pass. It reports whether there are any.
func (l *layout) tighten() bool {
	const full = .5
	l.tight = map[int]bool{}
	for i, r := range l.runs {
		if r.pages > 1 && r.last < full {
			l.tight[i] = true
		}
	}
	l.looseRuns = append([]run(nil), l.runs...)
	return len(l.tight) > 0
}

// loosen unmarks the runs for which tight spacing saved no page, and reports whether there are any.
func (l *layout) loosen() bool {
	n := len(l.tight)
	for i := range l.looseRuns {
		if len(l.runs) != len(l.looseRuns) || l.runs[i].pages >= l.looseRuns[i].pages {
			delete(l.tight, i)
		}
	}
	return len(l.tight) < n
}
