package pdf

import (
	"strconv"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

// A firstPage is the first page of a document. It has the title and the subtitle, the leading
// section if there is one, and the details and the list of contents in small type. The small type
// is at the foot of the page if a section leads, and otherwise under the title.
type firstPage struct {
	sheet       pageSize
	section     *section // the leading section, or nil
	spacing     spacing
	smallHeight float64    // of the details and the contents
	placed      bool       // the page is complete
	beside      []textLine // the first detail, to the right of the title, if it is short
	details     []textLine // the other details
	heading     string     // of the list of contents
	entries     []contentsWords
}

type contentsWords struct {
	anchor string
	line   textLine
}

// leadSpacings are tried in order until the section fits on the page.
var leadSpacings = [...]spacing{
	{above: [...]float64{0, 11, 8, 6, 6}, heading: 2.5, block: 3},
	{above: [...]float64{0, 8, 6, 6, 6}, heading: 1.5, block: 2, row: 1},
	{above: [...]float64{0, 5, 5, 5, 5}, heading: 1, block: 1, row: 1.5},
}

const (
	leadSmall   = 7.5 // size of the details and the contents
	leadNote    = 7.8 // size of paragraphs
	leadHeading = 11.
)

var (
	leadQuiet  = textStyle{size: leadSmall, ink: inkQuiet}
	leadNumber = textStyle{bold: true, size: leadSmall, ink: inkQuiet}
)

func (l *layout) setFirst(blocks []block) *firstPage {
	p := &firstPage{sheet: l.firstSheet()}
	if structure.Lead(l.doc) != nil {
		p.section = blocks[0].(*section)
		p.sheet = p.section.sheet
	}
	others := l.doc.Details
	if len(others) > 0 {
		text := append(document.Text{document.Plain(others[0].Label + " ")}, others[0].Text...)
		if lines := l.setter.lines(text, textStyle{size: 8.5, ink: inkMuted}, p.sheet.text()/3); len(lines) <= 3 {
			p.beside, others = lines, others[1:]
		}
	}
	var details document.Text
	for _, d := range others {
		if len(details) > 0 {
			details = append(details, document.Plain("  ·  "))
		}
		details = append(append(details, document.Muted(d.Label+"\u00a0 ")), d.Text...)
	}
	p.details = l.setter.lines(details, leadQuiet, p.sheet.text())
	p.heading = l.ellipsis(oneLine(l.fonts.clean(l.doc.Contents)), leadNumber, p.sheet.text()/2)
	for _, e := range structure.Contents(l.doc) {
		if e.Folded {
			continue // it is in the outline only
		}
		title := l.ellipsis(oneLine(l.fonts.clean(e.Title)), leadQuiet, p.sheet.text()/2)
		words := l.setter.words(document.Text{document.Plain(title)}, leadQuiet)
		p.entries = append(p.entries, contentsWords{e.Anchor, lineOf(words)})
	}
	p.smallHeight = linesHeight(p.details) + float64(p.flow(l, nil))*leadSmall*leading + 14
	return p
}

// leads reports whether a leading section is still being placed on the page.
func (p *firstPage) leads() bool { return p.section != nil && !p.placed }

// firstSheet returns the size of the first page, which depends on the first block.
func (l *layout) firstSheet() pageSize {
	sheet := portrait(l.paper)
	if len(l.doc.Blocks) == 0 {
		return sheet
	}
	if s, ok := l.doc.Blocks[0].(*document.Section); ok {
		return l.sheetOf(s.Blocks, sheet)
	}
	return l.sheetOf(l.doc.Blocks[:1], sheet)
}

// flow calls found for each entry of the list of contents with its line and position, and returns
// the number of lines.
func (p *firstPage) flow(l *layout, found func(i, line int, x float64)) int {
	if len(p.entries) == 0 {
		return 0
	}
	const gap = 14. // between two entries
	number := l.fonts.width("\u00a000", leadNumber)
	x, line := 0., 0
	if p.heading != "" {
		x = l.fonts.width(p.heading, leadNumber) + gap
	}
	for i, e := range p.entries {
		width := e.line.width + number
		if x > 0 && x+width > p.sheet.text() {
			x, line = 0, line+1
		}
		if found != nil {
			found(i, line, x)
		}
		x += width + gap
	}
	return line + 1
}

// place composes the page. A leading section gets the widest spacing that keeps it on one page.
func (p *firstPage) place(l *layout) []contentsLine {
	if p.section == nil {
		l.newPage(p.sheet)
		p.head(l)
		return p.small(l)
	}
	var numbers []contentsLine
	for _, p.spacing = range leadSpacings {
		l.pages, l.anchors, l.outline = nil, nil, nil
		p.placed = false
		l.newPage(p.sheet)
		p.head(l)
		p.section.place(l)
		first := len(l.pages) == 1
		p.placed = true
		end := l.y
		if first {
			l.y = l.sheet.height - marginFoot - p.smallHeight + 6
		} else {
			l.need(p.smallHeight)
			end, l.y = l.y, l.y+8
		}
		numbers = p.small(l)
		l.y = end
		if first {
			break
		}
	}
	l.closed = true
	return numbers
}

func (p *firstPage) head(l *layout) {
	l.y -= 12
	width := l.sheet.text()
	logo := l.placeLogo(l.y - 4)
	taken := logo
	for i, line := range p.beside {
		if i == 0 {
			taken += line.width + 16
		}
		l.line(marginSide+width-logo-line.width, l.y+3+float64(i)*line.height, line)
	}
	l.stack(marginSide, l.setter.lines(document.Text{document.Plain(l.doc.Title)}, textStyle{bold: true, size: 19, ink: inkTitle}, width-taken))
	if l.doc.Subtitle != "" {
		l.stack(marginSide, l.setter.lines(document.Text{document.Plain(l.doc.Subtitle)}, textStyle{size: 9, ink: inkQuiet}, width-logo))
	}
	l.y += 5
	l.mark(box{marginSide, l.y, width, 1, 0, ruleDark})
	l.y += 7
}

// small prints the details and the list of contents. It returns the places of the page numbers,
// which are known later.
func (p *firstPage) small(l *layout) []contentsLine {
	if len(p.details)+len(p.entries) == 0 {
		return nil
	}
	if p.section != nil {
		l.mark(box{marginSide, l.y, l.sheet.text(), .6, 0, ruleLight})
	}
	l.y += 4
	l.stack(marginSide, p.details)
	const height = leadSmall * leading
	if len(p.entries) > 0 {
		l.line(marginSide, l.y, textLine{pieces: []piece{{text: p.heading, look: leadNumber}}, height: height})
	}
	var numbers []contentsLine
	printed := 0 // the lines of the list
	p.flow(l, func(i, line int, x float64) {
		if line > printed {
			printed = line
			if l.y += height; l.room() < height {
				l.newPage(p.sheet)
			}
		}
		e := p.entries[i]
		e.line.height = height
		l.line(marginSide+x, l.y, e.line)
		end := marginSide + x + e.line.width + l.fonts.width("\u00a0", leadNumber)
		l.mark(linkMark{marginSide + x, l.y, e.line.width + 10, height, "#" + e.anchor})
		numbers = append(numbers, contentsLine{anchor: e.anchor, page: l.pages[len(l.pages)-1], x: end, y: l.y})
	})
	l.y += height + 10
	return numbers
}

type contentsLine struct {
	anchor string
	page   *page
	x, y   float64
}

func (l *layout) numberContents(numbers []contentsLine) {
	pages := map[string]int{}
	for _, a := range l.anchors {
		pages[a.name] = a.page + 1
	}
	for _, n := range numbers {
		line := textLine{pieces: []piece{{text: strconv.Itoa(pages[n.anchor]), look: leadNumber}}, height: leadSmall * leading}
		n.page.marks = append(n.page.marks, lineMarks(n.x, n.y, line)...)
	}
}
