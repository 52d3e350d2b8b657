package pdf

import (
	"strconv"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

// title prints a title page when there is a list of contents, or else the head of the first page.
// It returns the places of the page numbers, which are known later.
func (l *layout) title() []contentsLine {
	entries := structure.Contents(l.doc)
	l.newPage(l.firstSheet(entries != nil))
	titleSize := 20.
	if entries != nil {
		l.pages[0].untitled = true
		l.y += 40
		titleSize = 30
	}
	width := l.sheet.text() - l.placeLogo(l.y-12)
	l.mark(box{marginSide, l.y - 12, 44, 4, 2, fillBar})
	l.stack(marginSide, l.setter.lines(document.Text{document.Plain(l.doc.Title)}, textStyle{bold: true, size: titleSize, ink: inkTitle}, width))
	if l.doc.Subtitle != "" {
		l.y += 3
		l.stack(marginSide, l.setter.lines(document.Text{document.Plain(l.doc.Subtitle)}, textStyle{size: 13, ink: inkQuiet}, width))
	}
	l.y += 16
	l.details()
	if entries == nil {
		return nil
	}
	numbers := l.contents(entries)
	l.closed = true
	return numbers
}

// firstSheet returns the size of the first page: without a title page, the first block decides.
func (l *layout) firstSheet(titlePage bool) pageSize {
	sheet := upright(l.paper)
	if titlePage || len(l.doc.Blocks) == 0 {
		return sheet
	}
	if s, ok := l.doc.Blocks[0].(*document.Section); ok {
		return l.sheetOf(s.Blocks, sheet)
	}
	return l.sheetOf(l.doc.Blocks[:1], sheet)
}

func (l *layout) details() {
	if len(l.doc.Details) == 0 {
		return
	}
	const labelWidth = 110.
	l.mark(box{marginSide, l.y, l.sheet.text(), .6, 0, ruleDark})
	l.y += 10
	for _, d := range l.doc.Details {
		label := l.setter.lines(document.Text{document.Plain(d.Label)}, textStyle{size: 9, ink: inkMuted}, labelWidth-10)
		text := l.setter.lines(d.Text, textStyle{size: textSize, ink: inkText}, l.sheet.text()-labelWidth)
		for i := range max(len(label), len(text)) {
			height := textSize * leading
			if l.room() < height {
				l.newPage(l.sheet)
			}
			if i < len(label) {
				label[i].height = height
				l.line(marginSide, l.y, label[i])
			}
			if i < len(text) {
				l.line(marginSide+labelWidth, l.y, text[i])
			}
			l.y += height
		}
		l.y += 4
	}
	l.y += 8
}

// A contentsLine is a line of the list of contents that awaits the page number of its anchor.
type contentsLine struct {
	anchor string
	page   *page
	y      float64
	end    float64 // right end of the words before the number
	line   float64
	inline bool // the number follows the words, instead of the dots
}

var contentsLook = textStyle{size: 10, ink: inkText}

// contents prints the list of contents; more lines are set closer.
func (l *layout) contents(entries []structure.Entry) []contentsLine {
	l.mark(box{marginSide, l.y, l.sheet.text(), .6, 0, ruleDark})
	l.y += 16
	l.stack(marginSide, l.setter.lines(document.Text{document.Plain(l.doc.Contents)}, textStyle{bold: true, size: 12, ink: inkTitle}, l.sheet.text()))
	l.y += 6
	const room, wide, close = 40, 5, 1 // for the number; between lines
	height := contentsLook.size * leading
	apart := min(wide, max(close, l.room()/float64(len(entries))-height))
	var numbers []contentsLine
	for _, e := range entries {
		lines := l.setter.lines(document.Text{document.Plain(e.Title)}, contentsLook, l.sheet.text()-room)
		for i, line := range lines {
			line.height += apart
			if l.room() < line.height-.01 {
				l.newPage(l.sheet)
			}
			l.line(marginSide, l.y, line)
			l.mark(linkMark{marginSide, l.y, l.sheet.text(), line.height, "#" + e.Anchor})
			if i == len(lines)-1 {
				numbers = append(numbers, contentsLine{anchor: e.Anchor, page: l.pages[len(l.pages)-1], y: l.y, end: marginSide + line.width, line: line.height})
			}
			l.y += line.height
		}
	}
	return numbers
}

func (l *layout) numberContents(numbers []contentsLine) {
	pages := map[string]int{}
	for _, a := range l.anchors {
		pages[a.name] = a.page + 1
	}
	look := contentsLook
	for _, n := range numbers {
		text := strconv.Itoa(pages[n.anchor])
		if n.inline {
			line := textLine{pieces: []piece{{text: text, look: leadNumber}}, height: n.line}
			n.page.marks = append(n.page.marks, lineMarks(n.end, n.y, line)...)
			continue
		}
		width := l.fonts.width(text, look)
		right := n.page.width - marginSide - width
		line := textLine{pieces: []piece{{text: text, look: look}}, height: n.line}
		n.page.marks = append(n.page.marks, lineMarks(right, n.y, line)...)
		for x := right - 8; x > n.end+6; x -= 5 {
			n.page.marks = append(n.page.marks, box{x, n.y + n.line/2 + 2.6, .9, .9, 0, inkMuted})
		}
	}
}
