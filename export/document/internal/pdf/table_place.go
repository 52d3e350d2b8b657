package pdf

import (
	"cmp"
	"slices"
)

// minRows is the minimum number of rows of a group at the foot of a page and at the head of the
// next. lastRows is the number of rows kept with the foot of the table.
const (
	minRows  = 2
	lastRows = 3
)

// head returns the height of the caption, the head and the first rows. A small table, and a matrix
// that fits on a page, stay whole.
func (t *table) head(s spacing) float64 {
	if t.matrix {
		if whole := t.whole(s, t.sheet.body()); whole != nil {
			return whole.height()
		}
	}
	t.space(s)
	if all := t.height(); all <= t.sheet.body()/4 || len(t.bands) == 0 {
		return all
	}
	return min(t.headHeight()+max(t.need(0), bandsHeight(t.bands[:min(lastRows, len(t.bands))])), t.sheet.body()/2)
}

// whole returns the table in the largest type size that fits a height, or nil if no size does.
func (t *table) whole(s spacing, height float64) *table {
	for ; t != nil; t = t.smaller {
		if t.space(s); t.height() <= height+.01 {
			return t
		}
	}
	return nil
}

func (t *table) space(s spacing) {
	pad := cellPadding{t.pad.x, max(t.looseRow-s.row, 1.5)}
	if pad == t.pad {
		return
	}
	t.pad = pad
	for _, b := range slices.Concat(t.top, t.bands) {
		clear(b.heights)
		b.fit(pad)
	}
}

const captionRule = 4.

// headHeight returns the height of the caption and the head. height returns the height of the whole
// table.
func (t *table) headHeight() float64 {
	h := bandsHeight(t.top)
	if len(t.caption) > 0 {
		h += linesHeight(t.caption) + captionRule
	}
	return h
}

func (t *table) height() float64 { return t.headHeight() + bandsHeight(t.bands) }

func bandsHeight(bands []*band) float64 {
	h := 0.
	for _, b := range bands {
		h += b.height()
	}
	return h
}

func (t *table) place(l *layout) {
	l.on(t.sheet)
	if t.ownPage {
		l.need(t.sheet.body())
	}
	l.need(t.head(l.spacing()))
	if t.matrix {
		t = cmp.Or(t.whole(l.spacing(), l.room()), t)
	}
	t.space(l.spacing())
	if len(t.caption) > 0 {
		l.stack(marginSide, t.caption)
		l.y += captionRule
	}
	const most = 4 // a head or title above this fraction of a page is not repeated
	repeat := bandsHeight(t.top) < t.sheet.body()/most
	t.placeTop(l)
	var title *band // of the current group
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
	l.y += l.spacing().block + 4
}

// need returns the height to keep on one page with band i. A title stays with the next rows, the
// last rows of a group stay together, and the foot stays with the last rows.
func (t *table) need(i int) float64 {
	end := i + 1
	if t.bands[i].title {
		end += minRows
	}
	last := t.groupEnd(i)
	if end >= last-minRows+1 {
		end = last
	}
	if end > t.footStart()-lastRows {
		end = len(t.bands)
	}
	together := t.bands[i:end]
	if i > 0 && t.bands[i-1].title {
		together = t.bands[i-1 : end] // if the title does not fit, neither does its row
	}
	if bandsHeight(together) <= t.sheet.body()*2/3 {
		return bandsHeight(t.bands[i:end])
	}
	if t.bands[i].title && i+1 < len(t.bands) {
		return bandsHeight(t.bands[i : i+2])
	}
	return t.bands[i].height()
}

// groupEnd returns the index after the last band of the group (or foot) of band i.
func (t *table) groupEnd(i int) int {
	for end := i + 1; end < len(t.bands); end++ {
		if t.bands[end].title || t.bands[end].foot && !t.bands[i].foot {
			return end
		}
	}
	return len(t.bands)
}

func (t *table) footStart() int {
	return cmp.Or(slices.IndexFunc(t.bands, func(b *band) bool { return b.foot })+1, len(t.bands)+1) - 1
}

func (t *table) placeTop(l *layout) {
	for _, b := range t.top {
		t.placeBand(l, b, b.height(), func() { l.newPage(t.sheet) })
	}
}

// placeBand prints a band, on a new page if it does not fit. A band is divided at the end of the
// page if it is higher than half a page. It is also divided if it does not fit on a page below its
// head.
func (t *table) placeBand(l *layout, b *band, need float64, newPage func()) {
	whole := b.height() <= t.sheet.body()/2
	if whole && max(b.height(), need) > l.room()+.01 && !l.headingsOnly {
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

func (t *table) draw(l *layout, b *band) {
	tops := make([]float64, len(b.heights)+1)
	tops[0] = l.y
	for i, h := range b.heights {
		tops[i+1] = tops[i] + h
	}
	for i := range b.cells {
		c := &b.cells[i]
		x := t.left + sum(t.widths[:c.col])
		width := sum(t.widths[c.col : c.col+c.colspan])
		t.drawCell(l, c, x, tops[c.row], width, tops[c.row+c.rowspan]-tops[c.row])
	}
	l.y = tops[len(tops)-1]
	l.headingsOnly = false
}

func (t *table) drawCell(l *layout, c *tableCell, x, y, width, height float64) {
	if c.fill != fillWhite {
		l.mark(box{x, y, width, height, 0, c.fill})
	}
	l.mark(box{x, y + height - cellRule, width, cellRule, 0, ruleLight})
	if t.matrix && !t.plain && x+width < marginSide+t.sheet.text()-1 {
		l.mark(box{x + width - cellRule, y, cellRule, height, 0, ruleLight})
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
