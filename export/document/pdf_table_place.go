package document

// head is the caption, the head and the first rows; of a matrix that fits on a page, which is read as a whole, it is all of it.
func (t *pdfTable) head() float64 {
	const first = 3
	h := linesHeight(t.caption) + captionRule + t.topHeight()
	all := h
	for i, b := range t.bands {
		all += b.height()
		if i < first {
			h += b.height()
		}
	}
	if t.matrix && all <= t.sheet.body() || all <= t.sheet.body()/4 {
		return all
	}
	return min(h, t.sheet.body()/2)
}

// captionRule is the space between the caption and the table.
const captionRule = 4.

func (t *pdfTable) topHeight() float64 {
	h := 0.
	for _, b := range t.top {
		h += b.height()
	}
	return h
}

func (t *pdfTable) place(l *pdfLayout) {
	l.on(t.sheet)
	if t.ownPage {
		l.need(t.sheet.body())
	}
	l.need(t.head())
	if len(t.caption) > 0 {
		l.stack(marginSide, t.caption)
		l.y += captionRule
	}
	const most = 4 // a head or title of more than this part of a page is printed once
	repeat := t.topHeight() < t.sheet.body()/most
	t.placeTop(l)
	var title *pdfBand // of the group at hand
	for i, b := range t.bands {
		if b.title || b.foot {
			title = b
		}
		need := t.need(i)
		t.placeBand(l, b, need, func() {
			l.newPage(t.sheet)
			if repeat {
				t.placeTop(l)
			}
			if title != nil && title != b && title.title && title.height() < t.sheet.body()/most {
				t.draw(l, title)
			}
		})
	}
	l.y += blockGap + 4
}

// need is the height that band i wants on its page: a title stays with the row under it, and the last rows stay together.
func (t *pdfTable) need(i int) float64 {
	const last = 3
	end := i + 1
	if t.bands[i].title && end < len(t.bands) {
		end++
	}
	if i >= len(t.bands)-last {
		end = len(t.bands)
	}
	h := 0.
	for _, b := range t.bands[i:end] {
		h += b.height()
	}
	if h > t.sheet.body()/3 {
		return t.bands[i].height()
	}
	return h
}

// placeTop prints the head.
func (t *pdfTable) placeTop(l *pdfLayout) {
	for _, b := range t.top {
		t.placeBand(l, b, b.height(), func() { l.newPage(t.sheet) })
	}
}

// placeBand prints a band, on a new page when there is no room for it. One that takes more than half a page is divided where the page ends,
// and so is one that does not fit on a page under its head.
func (t *pdfTable) placeBand(l *pdfLayout, b *pdfBand, need float64, newPage func()) {
	whole := b.height() <= t.sheet.body()/2
	if whole && max(b.height(), need) > l.room()+.01 && !l.fresh {
		newPage()
	}
	for tried := whole; b.height() > l.room()+.01; {
		upper, lower, ok := b.cut(l.room(), t.pad)
		if !ok && tried {
			break // not even a line fits on a page of its own
		}
		if ok {
			t.draw(l, upper)
			b = lower
		}
		newPage()
		tried = true
	}
	t.draw(l, b)
}

// draw prints a band where the last one ended.
func (t *pdfTable) draw(l *pdfLayout, b *pdfBand) {
	tops := make([]float64, len(b.heights)+1)
	tops[0] = l.y
	for i, h := range b.heights {
		tops[i+1] = tops[i] + h
	}
	for i := range b.cells {
		c := &b.cells[i]
		x := marginSide + sum(t.widths[:c.col])
		width := sum(t.widths[c.col : c.col+c.colspan])
		t.drawCell(l, c, x, tops[c.row], width, tops[c.row+c.rowspan]-tops[c.row])
	}
	l.y = tops[len(tops)-1]
	l.fresh = false
}

func (t *pdfTable) drawCell(l *pdfLayout, c *pdfCell, x, y, width, height float64) {
	if c.fill != fillWhite {
		l.mark(pdfBox{x, y, width, height, 0, c.fill})
	}
	l.mark(pdfBox{x, y + height - cellRule, width, cellRule, 0, ruleLight})
	if t.matrix && x+width < marginSide+t.sheet.text()-1 {
		l.mark(pdfBox{x + width - cellRule, y, cellRule, height, 0, ruleLight})
	}
	top := y + t.pad.y
	switch spare := height - c.height(t.pad); c.place {
	case atMiddle:
		top += spare / 2
	case atBottom:
		top += spare
	}
	for _, line := range c.lines {
		left := x + t.pad.x
		if c.number {
			left = x + width - t.pad.x - line.width
		}
		l.line(left, top, line)
		top += line.height
	}
	if c.share > 0 {
		l.mark(barMarks(x+t.pad.x, top+2, width-2*t.pad.x, 3, c.share, c.bar)...)
	}
}
