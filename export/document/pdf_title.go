package document

// title prints what stands before the body: a title page when there is a list of contents, else the head of the first page. It returns
// where the numbers of the pages go once they are known.
func (l *pdfLayout) title() []pdfNumber {
	entries := contentsOf(l.doc)
	l.newPage(l.firstSheet(entries != nil))
	titleSize := 20.
	if entries != nil {
		l.pages[0].untitled = true
		l.y += 40
		titleSize = 30
	}
	width := l.sheet.text()
	l.mark(pdfBox{marginSide, l.y - 12, 44, 4, 2, fillBar})
	l.stack(marginSide, l.setter.lines(Text{Plain(l.doc.Title)}, pdfLook{bold: true, size: titleSize, ink: inkTitle}, width))
	if l.doc.Subtitle != "" {
		l.y += 3
		l.stack(marginSide, l.setter.lines(Text{Plain(l.doc.Subtitle)}, pdfLook{size: 13, ink: inkQuiet}, width))
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

// firstSheet returns the size of the first page: without a title page, that of the block that begins under the title.
func (l *pdfLayout) firstSheet(titlePage bool) pdfSheet {
	sheet := l.paper.upright()
	if titlePage || len(l.doc.Blocks) == 0 {
		return sheet
	}
	if s, ok := l.doc.Blocks[0].(*Section); ok {
		return l.sheetOf(s.Blocks, sheet)
	}
	return l.sheetOf(l.doc.Blocks[:1], sheet)
}

// details prints the labelled lines of the header in two columns.
func (l *pdfLayout) details() {
	if len(l.doc.Details) == 0 {
		return
	}
	const labelWidth = 110.
	l.mark(pdfBox{marginSide, l.y, l.sheet.text(), .6, 0, ruleDark})
	l.y += 10
	for _, d := range l.doc.Details {
		label := l.setter.lines(Text{Plain(d.Label)}, pdfLook{size: 9, ink: inkMuted}, labelWidth-10)
		text := l.setter.lines(d.Text, pdfLook{size: textSize, ink: inkText}, l.sheet.text()-labelWidth)
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

// A pdfNumber is a line of the list of contents, which wants the number of the page that the anchor is on.
type pdfNumber struct {
	anchor string
	page   *pdfPage
	y      float64
	end    float64 // where the words before it end
	line   float64
}

var contentsLook = pdfLook{size: 10, ink: inkText}

// contents prints the list of contents, its lines closer the more of them there are.
func (l *pdfLayout) contents(entries []contentsEntry) []pdfNumber {
	l.mark(pdfBox{marginSide, l.y, l.sheet.text(), .6, 0, ruleDark})
	l.y += 16
	l.stack(marginSide, l.setter.lines(Text{Plain(l.doc.Contents)}, pdfLook{bold: true, size: 12, ink: inkTitle}, l.sheet.text()))
	l.y += 6
	const room, wide, close = 40, 5, 1 // for the number; between lines
	height := contentsLook.size * leading
	apart := min(wide, max(close, l.room()/float64(len(entries))-height))
	var numbers []pdfNumber
	for _, e := range entries {
		lines := l.setter.lines(Text{Plain(e.Title)}, contentsLook, l.sheet.text()-room)
		for i, line := range lines {
			line.height += apart
			if l.room() < line.height-.01 {
				l.newPage(l.sheet)
			}
			l.line(marginSide, l.y, line)
			l.mark(pdfLink{marginSide, l.y, l.sheet.text(), line.height, "#" + string(e.anchor)})
			if i == len(lines)-1 {
				numbers = append(numbers, pdfNumber{string(e.anchor), l.pages[len(l.pages)-1], l.y, marginSide + line.width, line.height})
			}
			l.y += line.height
		}
	}
	return numbers
}

// numberContents prints the numbers of the pages, and dots to lead the eye to them.
func (l *pdfLayout) numberContents(numbers []pdfNumber) {
	pages := map[string]int{}
	for _, a := range l.anchors {
		pages[a.name] = a.page + 1
	}
	look := contentsLook
	for _, n := range numbers {
		text := string(number(pages[n.anchor]))
		width := l.fonts.width(text, look)
		right := n.page.width - marginSide - width
		line := pdfLine{pieces: []pdfPiece{{text: text, look: look}}, height: n.line}
		n.page.marks = append(n.page.marks, lineMarks(right, n.y, line)...)
		for x := right - 8; x > n.end+6; x -= 5 {
			n.page.marks = append(n.page.marks, pdfBox{x, n.y + n.line/2 + 2.6, .9, .9, 0, inkMuted})
		}
	}
}
