package cells

import (
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/paper"
)

// PageSize returns the width of a sheet up to its last column, and the height of a printed page,
// both in points on the sheet. Within the margins, A4 in landscape has 770 by 509 points, and A3
// 1119 by 756.
func PageSize(columns []sheet.Column, size paper.Size) (width, height float64) {
	for _, c := range columns {
		width += Points(c.Width)
	}
	if size == paper.A3() {
		return width, max(width, 1119) * 756 / 1119
	}
	return width, max(width, 770) * 509 / 770
}

// Points converts a width in characters to points.
func Points(characters float64) float64 { return 0.75 * (7*characters + 5) }

// RowSaving is the height in points by which a row of a printed sheet is lower than a row of a
// list.
const RowSaving = 2

// BreaksBefore returns the rows, among the given rows, before which a new page begins. A block
// extends from one of these rows to the next. A block that fits on one page is not cut if it begins
// below the upper third of a page. A block near the end of a page moves to the next page if little
// more than its heads would fit. page is the height of a page in points, and heads the height of
// the rows repeated on every page but the first.
func BreaksBefore(s *sheet.Sheet, rows []int, page, heads float64) []int {
	const least = 110.0 // points: a question, its heads and some rows
	var breaks []int
	y := VisibleHeight(s.Rows[s.Print.Area.Row:rows[0]])
	for y > page {
		y -= page - heads
	}
	for i, from := range rows {
		to := len(s.Rows)
		if i+1 < len(rows) {
			to = rows[i+1]
		}
		height := VisibleHeight(s.Rows[from:to])
		left := page - y
		if y > heads && (left < min(height, least) || height > left && heads+height <= page && y > page/3) {
			breaks, y = append(breaks, from), heads
		}
		for y += height; y > page; {
			y -= page - heads
		}
	}
	return breaks
}

// PrintedPage returns the height of a printed page in points on the sheet, whose columns with
// content fit on the width of one page.
func PrintedPage(s *sheet.Sheet) float64 {
	used := 0
	for _, row := range s.Rows {
		used = max(used, len(row.Cells))
	}
	_, page := PageSize(s.Columns[:used], s.Print.Paper)
	return page
}

// VisibleHeight returns the height of rows in points, without folded and hidden rows. Every row
// needs a height.
func VisibleHeight(rows []sheet.Row) float64 {
	height, folded := 0.0, false
	for _, r := range rows {
		if r.Outline == 0 {
			folded = r.Folded
		}
		if !r.Hidden && !(folded && r.Outline > 0) {
			height += r.Height
		}
	}
	return height
}

// PrintBeside prints the sheet from a row on over several pages side by side. The rows above it go
// into the header of every page, since they would be cut where the first columns are repeated.
func PrintBeside(s *sheet.Sheet, from, pages int) sheet.Print {
	columns := 1
	for _, row := range s.Rows {
		columns = max(columns, len(row.Cells))
	}
	title, subtitle := lastText(s.Rows[0]), lastText(s.Rows[1])
	return sheet.Print{
		Landscape: true, Paper: paper.A3(), PagesWide: pages, TitleFrom: from,
		Area:   sheet.Range{Row: from, Rows: len(s.Rows) - from, Columns: columns},
		Header: sheetstyle.Edge(string(title + "  ·  " + subtitle)), PageNumbers: true,
	}
}

// lastText returns the text of the last cell of a row of the title. The columns before it may be
// hidden.
func lastText(r sheet.Row) sheet.Text {
	text, _ := r.Cells[len(r.Cells)-1].Value.(sheet.Text)
	return text
}
