package workbook

import "github.com/accountatlas/accountatlas/export/sheet"

// pageSize is how wide a sheet is up to the last of its columns, and how much of its height a printed page of it takes, in points on the sheet:
// A4 lying on its side has 770 by 509 points within the margins, and A3 1119 by 756.
func pageSize(columns []sheet.Column, paper sheet.Paper) (width, height float64) {
	for _, c := range columns {
		width += inPoints(c.Width)
	}
	if paper == sheet.A3 {
		return width, max(width, 1119) * 756 / 1119
	}
	return width, max(width, 770) * 509 / 770
}

// inPoints is a width in characters in points.
func inPoints(characters float64) float64 { return 0.75 * (7*characters + 5) }

// breaksBefore are those of the rows before which a new page begins, so that what goes from one to the next is not cut where it can stay in
// one, and at least begins with more than its heads.
func breaksBefore(s *sheet.Sheet, rows []int) []int {
	const least = 110.0 // points: a question, its heads and some rows
	used := 0           // a printer takes the columns that have something
	for _, row := range s.Rows {
		used = max(used, len(row.Cells))
	}
	_, page := pageSize(s.Columns[:used], s.Print.Paper)
	var breaks []int
	y := visibleHeight(s.Rows[:rows[0]])
	for i, from := range rows {
		to := len(s.Rows)
		if i+1 < len(rows) {
			to = rows[i+1]
		}
		height := visibleHeight(s.Rows[from:to])
		left := page - y
		if y > 0 && (left < min(height, least) || height > left && height <= page && y > page/2) {
			breaks, y = append(breaks, from), 0
		}
		for y += height; y > page; {
			y -= page
		}
	}
	return breaks
}

// visibleHeight is how high rows are together, in points, without those that are folded. Each has its height.
func visibleHeight(rows []sheet.Row) float64 {
	height := 0.0
	for _, r := range rows {
		if r.Outline == 0 && !r.Hidden {
			height += r.Height
		}
	}
	return height
}
