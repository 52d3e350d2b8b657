package document

import "strings"

// A pdfSheet is the size of a page, in points.
type pdfSheet struct{ width, height float64 }

func (p Paper) upright() pdfSheet {
	size := p.points()
	return pdfSheet{size.Wd, size.Ht}
}

func (s pdfSheet) turned() pdfSheet { return pdfSheet{s.height, s.width} }

const (
	marginSide = 40.
	marginTop  = 44.
	marginFoot = 52.
)

// text returns the width between the margins.
func (s pdfSheet) text() float64 { return s.width - 2*marginSide }

// body returns the height between the margins.
func (s pdfSheet) body() float64 { return s.height - marginTop - marginFoot }

// A pdfBlock is a block set for the width of its pages.
type pdfBlock interface {
	// head is the height that has to stay together with what is above: a
	// heading is not left alone at the foot of a page.
	head(s pdfSpacing) float64

	// place puts the block on the page at hand and on new ones.
	place(l *pdfLayout)
}

// A pdfLayout puts the blocks of a document on pages, from top to bottom.
type pdfLayout struct {
	doc    *Document
	fonts  *pdfFonts
	setter *pdfSetter
	paper  Paper

	pages   []*pdfPage
	anchors []pdfAnchor
	outline []pdfOutline
	runs    []pdfRun

	wide   []pdfRun     // as they were when none was set tightly
	tight  map[int]bool // the runs that are, by number
	sheet  pdfSheet     // of the page at hand
	y      float64      // where the next block begins on it
	fresh  bool         // nothing but headings and what leads on from them is on it
	closed bool         // nothing more may stand on it
}

// A pdfAnchor is a place with the name that links call it by.
type pdfAnchor struct {
	name string
	pdfPlace
}

func newPDFLayout(d *Document, fonts *pdfFonts, paper Paper) *pdfLayout {
	return &pdfLayout{doc: d, fonts: fonts, setter: newPDFSetter(d, fonts), paper: paper}
}

func newPDFSetter(d *Document, fonts typeface) *pdfSetter {
	s := &pdfSetter{fonts: fonts, tones: map[string]Tone{}, ids: map[string]bool{}}
	for _, t := range d.Tones {
		s.tones[t.Name] = t
	}
	addIDs(d.Blocks, s.ids)
	return s
}

// addIDs adds the IDs of the sections among blocks.
func addIDs(blocks []Block, ids map[string]bool) {
	for _, b := range blocks {
		if s, ok := b.(*Section); ok {
			if s.ID != "" {
				ids[s.ID] = true
			}
			addIDs(s.Blocks, ids)
		}
	}
}

// lay makes the pages of the document.
func (l *pdfLayout) lay() {
	blocks := l.set(l.doc.Blocks, l.paper.upright(), "s", 0)
	numbers := l.placeAll(blocks)
	if l.tighten() {
		numbers = l.placeAll(blocks)
	}
	if l.loosen() {
		numbers = l.placeAll(blocks)
	}
	l.numberContents(numbers)
	l.feet()
}

// placeAll puts blocks on pages, from the first page on, and returns where the numbers of the list of contents go.
func (l *pdfLayout) placeAll(blocks []pdfBlock) []pdfNumber {
	l.pages, l.anchors, l.outline, l.runs = nil, nil, nil, l.runs[:0]
	numbers := l.title()
	for _, b := range blocks {
		b.place(l)
	}
	l.endRun()
	return numbers
}

// newPage begins a page.
func (l *pdfLayout) newPage(sheet pdfSheet) {
	l.sheet = sheet
	l.pages = append(l.pages, &pdfPage{width: sheet.width, height: sheet.height})
	l.y, l.fresh, l.closed = marginTop, true, false
}

// on sees to it that the page at hand is of a size and open.
func (l *pdfLayout) on(sheet pdfSheet) {
	if len(l.pages) == 0 || l.closed || l.sheet != sheet {
		l.endRun()
		l.newPage(sheet)
	}
}

// room returns the height that is left on the page at hand.
func (l *pdfLayout) room() float64 { return l.sheet.height - marginFoot - l.y }

// need begins a page when the one at hand has less than a height left, and a new one would have more.
func (l *pdfLayout) need(height float64) {
	if l.room() < height-.01 && !l.fresh {
		l.newPage(l.sheet)
	}
}

// stack puts lines under one another, and on a new page what the one at hand has no room for.
func (l *pdfLayout) stack(x float64, lines []pdfLine) {
	for _, line := range lines {
		if l.room() < line.height-.01 && l.y > marginTop {
			l.newPage(l.sheet)
		}
		l.line(x, l.y, line)
		l.y += line.height
	}
}

// gap leaves space under what was placed; at the head of a page there is none.
func (l *pdfLayout) gap(height float64) {
	if l.y > marginTop {
		l.y += height
	}
}

func (l *pdfLayout) mark(m ...pdfMark) {
	page := l.pages[len(l.pages)-1]
	page.marks = append(page.marks, m...)
}

func (l *pdfLayout) here() pdfPlace { return pdfPlace{len(l.pages) - 1, l.y} }

// line puts a line of text at x on the page at hand, its top at y.
func (l *pdfLayout) line(x, y float64, line pdfLine) {
	l.mark(lineMarks(x, y, line)...)
}

// capital is the height of capital letters, in sizes: they are what looks centred in a line.
const capital = .72

func lineMarks(x, y float64, line pdfLine) []pdfMark {
	var marks []pdfMark
	for _, p := range line.pieces {
		left := x + p.x
		baseline := y + (line.height+capital*line.pieces[0].look.size)/2
		if p.chip {
			baseline = y + (line.height+capital*p.look.size)/2
			height := p.look.size * 1.42
			marks = append(marks, pdfBox{left, y + (line.height-height)/2, p.width, height, height / 2, p.fill})
			left += chipPadding
		}
		if p.link != "" {
			marks = append(marks, pdfBox{left, baseline + 1.2, p.width, .5, 0, p.look.ink}, pdfLink{left, y, p.width, line.height, p.link})
		}
		marks = append(marks, pdfWords{left, baseline, p.text, p.look})
	}
	return marks
}

// feet prints the foot of every page: the title, as far as it fits, and the number of the page.
func (l *pdfLayout) feet() {
	look := pdfLook{size: 7.5, ink: inkMuted}
	full := oneLine(l.fonts.clean(l.doc.Title))
	for i, page := range l.pages {
		if page.untitled {
			continue
		}
		y := page.height - marginFoot/2
		n := pageNumber(i+1, len(l.pages))
		width := l.fonts.width(n, look)
		title := l.ellipsis(full, look, page.width-2*marginSide-width-20)
		page.marks = append(page.marks,
			pdfBox{marginSide, y - 13, page.width - 2*marginSide, .5, 0, ruleDark},
			pdfWords{marginSide, y, title, look},
			pdfWords{page.width - marginSide - width, y, n, look})
	}
}

// ellipsis returns as much of s as fits.
func (l *pdfLayout) ellipsis(s string, look pdfLook, width float64) string {
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
