package pdf

import (
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

// A leadPage is the first page of a document with a lead: the title, the leading section, and at
// the foot the details and the list of contents in small type.
type leadPage struct {
	section    *section
	spacing    spacing
	footHeight float64 // of the details and the contents
	placed     bool    // the page is complete
	details    []textLine
	entries    []contentsWords
}

type contentsWords struct {
	anchor string
	line   textLine
}

// leadSpacings are tried in turn until the section fits the page.
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

func (l *layout) setLead(s *section) *leadPage {
	p := &leadPage{section: s}
	width := s.sheet.text()
	var details document.Text
	for i, d := range l.doc.Details {
		if i == 0 {
			continue // printed beside the title
		}
		if len(details) > 0 {
			details = append(details, document.Plain("  ·  "))
		}
		details = append(append(details, document.Muted(d.Label+"\u00a0 ")), d.Text...)
	}
	p.details = l.setter.lines(details, leadQuiet, width)
	for _, e := range structure.Contents(l.doc) {
		if e.Folded {
			continue // the outline has it
		}
		words := l.setter.words(document.Text{document.Plain(e.Title)}, leadQuiet)
		p.entries = append(p.entries, contentsWords{e.Anchor, lineOf(words)})
	}
	p.footHeight = linesHeight(p.details) + float64(p.flow(l, nil))*leadSmall*leading + 14
	return p
}

// flow runs through the entries of the list of contents, with their places on the
// lines, and returns the number of lines.
func (p *leadPage) flow(l *layout, found func(i, line int, x float64)) int {
	if len(p.entries) == 0 {
		return 0
	}
	const apart = 14. // between an entry and the next
	number := l.fonts.width("\u00a000", leadNumber)
	x, line := 0., 0
	if l.doc.Contents != "" {
		x = l.fonts.width(l.doc.Contents, leadNumber) + apart
	}
	for i, e := range p.entries {
		width := e.line.width + number
		if x > 0 && x+width > p.section.sheet.text() {
			x, line = 0, line+1
		}
		if found != nil {
			found(i, line, x)
		}
		x += width + apart
	}
	return line + 1
}

// place composes the page with the widest spacing that keeps it on one page.
func (p *leadPage) place(l *layout) []contentsLine {
	var numbers []contentsLine
	for _, p.spacing = range leadSpacings {
		l.pages, l.anchors, l.outline = nil, nil, nil
		p.placed = false
		l.newPage(p.section.sheet)
		p.head(l)
		p.section.place(l)
		first := len(l.pages) == 1
		p.placed = true
		if first {
			numbers = p.foot(l)
			break
		}
		l.need(p.footHeight)
		numbers = p.small(l, l.y+8)
	}
	l.closed = true
	return numbers
}

// head is the title with the first detail at its right, and the subtitle.
func (p *leadPage) head(l *layout) {
	l.y -= 12
	width := l.sheet.text()
	logo := l.placeLogo(l.y - 4)
	taken := logo
	if len(l.doc.Details) > 0 {
		d := l.doc.Details[0]
		text := append(document.Text{document.Plain(d.Label + " ")}, d.Text...)
		if lines := l.setter.lines(text, textStyle{size: 8.5, ink: inkMuted}, width/3); len(lines) > 0 {
			taken += lines[0].width + 16
			for i, line := range lines {
				l.line(marginSide+width-logo-line.width, l.y+3+float64(i)*line.height, line)
			}
		}
	}
	l.stack(marginSide, l.setter.lines(document.Text{document.Plain(l.doc.Title)}, textStyle{bold: true, size: 19, ink: inkTitle}, width-taken))
	if l.doc.Subtitle != "" {
		l.stack(marginSide, l.setter.lines(document.Text{document.Plain(l.doc.Subtitle)}, textStyle{size: 9, ink: inkQuiet}, width-logo))
	}
	l.y += 5
	l.mark(box{marginSide, l.y, width, 1, 0, ruleDark})
	l.y += 7
}

func (p *leadPage) foot(l *layout) []contentsLine {
	if len(p.details)+len(p.entries) == 0 {
		return nil
	}
	return p.small(l, l.sheet.height-marginFoot-p.footHeight+6)
}

func (p *leadPage) small(l *layout, y float64) []contentsLine {
	l.mark(box{marginSide, y, l.sheet.text(), .6, 0, ruleLight})
	y += 4
	for _, line := range p.details {
		l.line(marginSide, y, line)
		y += line.height
	}
	const height = leadSmall * leading
	if l.doc.Contents != "" && len(p.entries) > 0 {
		l.line(marginSide, y, textLine{pieces: []piece{{text: l.fonts.clean(l.doc.Contents), look: leadNumber}}, height: height})
	}
	page := l.pages[len(l.pages)-1]
	var numbers []contentsLine
	p.flow(l, func(i, line int, x float64) {
		e := p.entries[i]
		e.line.height = height
		top := y + float64(line)*height
		l.line(marginSide+x, top, e.line)
		end := marginSide + x + e.line.width + l.fonts.width("\u00a0", leadNumber)
		l.mark(linkMark{marginSide + x, top, e.line.width + 10, height, "#" + e.anchor})
		numbers = append(numbers, contentsLine{anchor: e.anchor, page: page, y: top, end: end, line: height, inline: true})
	})
	return numbers
}
