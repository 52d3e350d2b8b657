package document

import "strings"

const (
	textSize  = 9.5
	textWidth = 470. // a longer line is hard to read
	blockGap  = 9.
)

var bodyLook = pdfLook{size: textSize, ink: inkText}

// set sets blocks for pages of a size. path and level are those of the section they stand in.
func (l *pdfLayout) set(blocks []Block, sheet pdfSheet, path markup, level int) []pdfBlock {
	var all []pdfBlock
	for i, b := range blocks {
		switch b := b.(type) {
		case *Section:
			all = append(all, l.setSection(b, sheet, path, i, level))
		case *Paragraph:
			if lines := l.setter.lines(b.Text, bodyLook, min(textWidth, sheet.text())); len(lines) > 0 {
				all = append(all, &pdfParagraph{sheet: sheet, lines: lines})
			}
		case *List:
			all = append(all, l.setList(b, sheet)...)
		case *Facts:
			if len(b.Items) > 0 {
				all = append(all, l.setFacts(b, sheet)...)
			}
		case *Table:
			all = append(all, l.setTable(b, l.tableSheet(b, sheet))...)
		case *Figure:
			all = append(all, l.setFigure(b, sheet))
		}
	}
	return all
}

// A pdfSection is a heading and what stands under it.
type pdfSection struct {
	sheet  pdfSheet
	title  string
	anchor string
	level  int
	lines  []pdfLine
	blocks []pdfBlock
}

// headings are the sizes of the headings, by level.
var headings = [maxDepth]float64{16, 12, 10.5, 9.5, 9.5}

func (l *pdfLayout) setSection(s *Section, sheet pdfSheet, path markup, i, level int) *pdfSection {
	sheet = l.sheetOf(s.Blocks, sheet)
	title := l.fonts.clean(s.Title)
	look := pdfLook{bold: true, size: headings[level], ink: inkTitle}
	return &pdfSection{
		sheet:  sheet,
		title:  oneLine(title),
		anchor: string(sectionAnchor(s, path, i)),
		level:  level,
		lines:  l.setter.lines(Text{Plain(s.Title)}, look, sheet.text()),
		blocks: l.set(s.Blocks, sheet, sectionPath(path, i), level+1),
	}
}

// sheetOf returns the size of the pages of a section in which these blocks stand: that of the section around it, or the one that the first
// of the blocks needs that needs another.
func (l *pdfLayout) sheetOf(blocks []Block, sheet pdfSheet) pdfSheet {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Figure:
			if needsPage(b) {
				return l.figureSheet(b)
			}
		case *Table:
			if s := l.tableSheet(b, sheet); s != sheet {
				return s
			}
		}
	}
	return sheet
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// head is the heading and what it stands over: a short paragraph leads on to the block after it.
func (s *pdfSection) head() float64 {
	h := linesHeight(s.lines) + headingGap
	for _, b := range s.blocks {
		h += b.head()
		if p, ok := b.(*pdfParagraph); !ok || len(p.lines) > least {
			break
		}
		h += blockGap
	}
	return min(h, s.sheet.body())
}

const headingGap = 7.

func (s *pdfSection) place(l *pdfLayout) {
	l.on(s.sheet)
	l.gap([...]float64{24, 14, 10, 8, 8}[s.level])
	l.need(s.head())
	l.anchors = append(l.anchors, pdfAnchor{s.anchor, l.here()})
	l.outline = append(l.outline, pdfOutline{s.title, s.level, l.here()})
	l.stack(marginSide, s.lines)
	l.y += headingGap
	for _, b := range s.blocks {
		b.place(l)
	}
}

// A pdfParagraph is lines under one another, the first of them behind a bullet when there is one.
type pdfParagraph struct {
	sheet  pdfSheet
	lines  []pdfLine
	indent float64
	bullet string
	gap    float64
}

// least is how many lines of a paragraph stay together at the foot of a page and at the head of the next.
const least = 2

func (p *pdfParagraph) head() float64 { return linesHeight(p.lines[:min(least, len(p.lines))]) }

func (p *pdfParagraph) place(l *pdfLayout) {
	l.on(p.sheet)
	for i := range p.lines {
		left := len(p.lines) - i
		switch {
		case i == 0 || left == least:
			l.need(linesHeight(p.lines[i:min(i+least, len(p.lines))]))
		case left > least:
			l.need(p.lines[i].height)
		}
		if i == 0 && p.bullet != "" {
			look := bodyLook
			look.ink = inkMuted
			bullet := pdfLine{height: p.lines[0].height, pieces: []pdfPiece{{text: p.bullet, look: look}}}
			l.line(marginSide+p.indent-5-l.fonts.width(p.bullet, look), l.y, bullet)
		}
		l.line(marginSide+p.indent, l.y, p.lines[i])
		l.y += p.lines[i].height
		l.fresh = false
	}
	l.y += blockGap - p.gap
}

// setList sets every item as a paragraph behind its bullet.
func (l *pdfLayout) setList(b *List, sheet pdfSheet) []pdfBlock {
	indent := 12.
	if b.Numbered {
		indent = 5 + l.fonts.width(string(number(len(b.Items)))+".", bodyLook)
	}
	var all []pdfBlock
	for i, item := range b.Items {
		lines := l.setter.lines(item, bodyLook, min(textWidth, sheet.text())-indent)
		if len(lines) == 0 {
			lines = []pdfLine{{height: bodyLook.size * leading}}
		}
		p := &pdfParagraph{sheet: sheet, lines: lines, indent: indent, bullet: "•"}
		if b.Numbered {
			p.bullet = string(number(i+1)) + "."
		}
		if i+1 < len(b.Items) {
			p.gap = 6
		}
		all = append(all, p)
	}
	return all
}
