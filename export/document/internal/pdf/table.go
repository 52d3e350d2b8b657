package pdf

import (
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

type table struct {
	sheet    pageSize
	pad      cellPadding
	left     float64 // the left edge
	width    float64
	shares   []int // widths of the columns in hundredths; nil means by content
	plain    bool
	looseRow float64 // the padding of rows with loose spacing
	matrix   bool
	smaller  *table // the same table in smaller type, or nil if that is too small to read
	ownPage  bool   // begins a page, since it continues another part
	widths   []float64
	caption  []textLine
	top      []*band
	bands    []*band // titles of groups, body and foot
}

func paddingOf(t *document.Table) cellPadding {
	if structure.IsMatrix(t) {
		return cellPadding{3.5, 3}
	}
	if t.Plain {
		return cellPadding{3, 2.9}
	}
	return cellPadding{4.5, 4}
}

// tableSheet returns the pages for a table: landscape if its columns need more than the width of
// the current pages.
func (l *layout) tableSheet(t *document.Table, sheet pageSize) pageSize {
	if !t.Plain && sheet == portrait(l.paper) && !l.setter.fits(t, sheet) {
		return sheet.landscape()
	}
	return sheet
}

// comfort is the largest part of the page width that the minimum widths of the columns may take.
const comfort = .92

func (s *setter) fits(t *document.Table, sheet pageSize) bool {
	columns := structure.Columns(t)
	return sum(minWidths(s.allBands(t, columns), columns, paddingOf(t))) <= comfort*sheet.text()
}

func (s *setter) allBands(t *document.Table, columns int) []*band {
	bands := s.bands(t, t.Head, columns, inHead)
	for _, g := range t.Groups {
		bands = append(bands, s.bands(t, g.Rows, columns, inBody)...)
	}
	return append(bands, s.bands(t, t.Foot, columns, inFoot)...)
}

// setTable lays out a table. A table too wide for its pages becomes several parts that repeat the
// first column.
func (l *layout) setTable(t *document.Table, sheet pageSize) []block {
	columns := structure.Columns(t)
	if columns == 0 {
		return nil
	}
	pad := paddingOf(t)
	least := minWidths(l.setter.allBands(t, columns), columns, pad)
	ranges := columnRanges(least, sheet.text())
	if t.Plain {
		ranges = []columnRange{{0, columns}}
	}
	var all []block
	for i, r := range ranges {
		part := t
		if len(ranges) > 1 {
			part = slice(t, r)
			part.Caption = fmt.Sprintf("%s (%d / %d)", t.Caption, i+1, len(ranges))
		}
		pad := paddingOf(part)
		p := l.setPart(part, sheet, pad, matrixText)
		p.ownPage = i > 0
		if p.matrix {
			below := &p.smaller
			for _, size := range matrixSizes {
				*below = l.setPart(part, sheet, cellPadding{pad.x, pad.y - tightSpacing.row}, size)
				below = &(*below).smaller
			}
		}
		all = append(all, p)
	}
	return all
}

// setPart lays out a table. A matrix gets the given type size.
func (l *layout) setPart(t *document.Table, sheet pageSize, pad cellPadding, size float64) *table {
	s := *l.setter
	s.matrix = size
	columns := structure.Columns(t)
	p := &table{sheet: sheet, pad: pad, looseRow: pad.y, matrix: structure.IsMatrix(t), left: marginSide, width: sheet.text(), plain: t.Plain}
	if len(t.Widths) == columns {
		p.shares = t.Widths
	}
	if t.Plain { // aligned with the text around it
		p.left, p.width = marginSide-p.pad.x, sheet.text()+2*p.pad.x
	}
	p.caption = s.running(document.Text{document.Plain(t.Caption)}, textStyle{size: 8.5, ink: inkQuiet}, sheet.text())
	p.top = s.bands(t, t.Head, columns, inHead)
	for _, g := range t.Groups {
		if len(g.Title) > 0 {
			title := s.cell(t, &document.Cell{Lines: []document.Text{g.Title}, Header: true, Colspan: columns}, inFoot)
			p.bands = append(p.bands, &band{cells: []tableCell{title}, heights: []float64{0}, title: true})
		}
		p.bands = append(p.bands, s.bands(t, g.Rows, columns, inBody)...)
	}
	for _, b := range s.bands(t, t.Foot, columns, inFoot) {
		b.foot = true
		p.bands = append(p.bands, b)
	}
	p.fill(&s, columns)
	return p
}

func (t *table) fill(s *setter, columns int) {
	all := slices.Concat(t.top, t.bands)
	t.widths = columnWidths(all, columns, t.width, t.pad)
	if t.shares != nil {
		t.widths = sharedWidths(t.shares, minWidths(all, columns, t.pad), t.width)
	}
	for _, b := range all {
		for i := range b.cells {
			c := &b.cells[i]
			width := sum(t.widths[c.col:c.col+c.colspan]) - 2*t.pad.x + .01
			c.lines = nil
			for _, words := range c.words {
				c.lines = append(c.lines, s.fill(words, c.style, width)...)
			}
		}
		b.fit(t.pad)
	}
}

// matrixSizes are the reduced type sizes, in points, for a matrix that would not fit on a page.
var matrixSizes = [...]float64{matrixText, leastText}

type tablePart int

const (
	inHead tablePart = iota
	inBody
	inFoot
)

func (s *setter) bands(t *document.Table, rows []document.Row, columns int, part tablePart) []*band {
	var bands []*band
	g := structure.NewGrid(columns)
	end := 0 // of the current band
	for i, row := range rows {
		at, _ := g.Place(row) // checked before
		if i >= end {
			bands = append(bands, &band{})
			end = i + 1
		}
		b := bands[len(bands)-1]
		first := len(b.heights)
		b.heights = append(b.heights, 0)
		for j := range row {
			c := s.cell(t, &row[j], part)
			if part == inHead && i+c.rowspan < len(rows) && len(c.words) > 0 {
				c.fill, c.style.ink = fillBrand, fillWhite
				c.words = s.cellWords(&row[j], c.style)
			}
			c.row, c.col = first, at[j]
			b.cells = append(b.cells, c)
			end = max(end, i+c.rowspan)
		}
	}
	if part == inHead && len(bands) > 1 {
		bands = []*band{together(bands)}
	}
	return bands
}

func together(bands []*band) *band {
	all := &band{}
	for _, b := range bands {
		for _, c := range b.cells {
			c.row += len(all.heights)
			all.cells = append(all.cells, c)
		}
		all.heights = append(all.heights, b.heights...)
	}
	return all
}

func (s *setter) cell(t *document.Table, c *document.Cell, part tablePart) tableCell {
	size := tableText
	if structure.IsMatrix(t) {
		size = s.matrix
	}
	if t.Plain {
		size = plainText
	}
	cell := tableCell{rowspan: structure.Rowspan(c), colspan: structure.Colspan(c), number: c.Number, share: c.Share, bar: fillBar, fill: fillWhite}
	cell.style = textStyle{size: size, ink: inkText}
	cell.whole = c.Number && part != inHead // the heading of a column of numbers consists of words
	switch part {
	case inHead:
		cell.fill, cell.place = fillHead, atBottom
		cell.style.bold = true
	case inBody:
		cell.style.bold = c.Header && !structure.IsMatrix(t)
		if structure.IsMatrix(t) {
			cell.place = atMiddle
		}
	case inFoot:
		cell.fill = fillPale
		cell.style.bold = c.Header
	}
	if t.Plain {
		cell.fill = fillWhite
	}
	if tone, ok := s.tones[c.Tone]; ok {
		cell.fill, cell.style.ink = toneColour(tone.Fill), toneColour(tone.Ink)
		cell.bar = cell.style.ink
	}
	cell.words = s.cellWords(c, cell.style)
	return cell
}

func (s *setter) cellWords(c *document.Cell, look textStyle) [][]word {
	words := make([][]word, len(c.Lines))
	for i, line := range c.Lines {
		words[i] = s.words(line, look)
	}
	return words
}
