package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// A reader reads so many rows of a table, and lines of a cell, a list or a paragraph of names. The
// workbook has the others.
const (
	rowsAtMost  = 80
	linesAtMost = 40
)

// bound cuts every long table, list and cell of a section, nested sections included, and says where the
// rest is. The makers of sections put what matters most first.
func (p *page) bound(s *document.Section) {
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case *document.Section:
			p.bound(b)
		case *document.List:
			b.Items = p.boundLines(b.Items)
		case *document.Table:
			dropEmptyColumns(b)
			p.boundTable(b, rowsAtMost, p.sheetOf(s.ID))
		}
	}
}

// dropEmptyColumns takes the columns that have a heading and nothing else out of a table. Tables
// with headings of several levels, and cells over several columns, stay as they are.
func dropEmptyColumns(t *document.Table) {
	if len(t.Head) != 1 || len(t.Widths) > 0 {
		return
	}
	filled := make([]bool, len(t.Head[0]))
	parts := [][]document.Row{t.Foot}
	for _, g := range t.Groups {
		parts = append(parts, g.Rows)
	}
	for i, rows := range parts {
		for _, row := range rows {
			if len(row) != len(filled) {
				if len(row) == 1 { // a note under the rows
					continue
				}
				return
			}
			for col, c := range row {
				filled[col] = filled[col] || i > 0 && len(c.Lines) > 0
			}
		}
	}
	keep := func(row document.Row) document.Row {
		if len(row) != len(filled) {
			row[0].Colspan = max(1, count(filled))
			return row
		}
		var kept document.Row
		for col, c := range row {
			if filled[col] {
				kept = append(kept, c)
			}
		}
		return kept
	}
	if n := count(filled); n == 0 || n == len(filled) {
		return
	}
	t.Head[0] = keep(t.Head[0])
	for _, rows := range parts {
		for i := range rows {
			rows[i] = keep(rows[i])
		}
	}
}

func count(filled []bool) (n int) {
	for _, yes := range filled {
		n += rank(yes)
	}
	return n
}

// boundTable cuts a table to so many rows, each group in proportion to the others. A cut group counts its
// missing rows in its title, and the foot counts those of the table.
func (p *page) boundTable(t *document.Table, most int, sheet string) {
	columns, cut := width(t), 0
	var sizes []int
	for _, g := range t.Groups {
		sizes = append(sizes, len(g.Rows))
	}
	for i, share := range allot(sizes, most) {
		g := &t.Groups[i]
		more := len(g.Rows) - share
		if more > 0 && len(g.Title) > 0 {
			g.Title = append(slices.Clip(g.Title), document.Muted("  "), document.Muted(p.Words.Count(terms.MapMore, more)))
		}
		g.Rows, cut = g.Rows[:share:share], cut+more
	}
	t.Groups = slices.DeleteFunc(t.Groups, func(g document.Group) bool { return len(g.Rows) == 0 })
	if cut > 0 {
		t.Foot = append([]document.Row{p.restRow(cut, columns, sheet)}, t.Foot...)
	}
	for _, g := range append([]document.Group{{Rows: t.Foot}}, t.Groups...) {
		for _, row := range g.Rows {
			for i := range row {
				row[i].Lines = p.boundLines(row[i].Lines)
			}
		}
	}
}

// width is the number of columns of a table.
func width(t *document.Table) (columns int) {
	for _, g := range t.Groups {
		if len(g.Rows) > 0 {
			for _, c := range g.Rows[0] {
				columns += max(1, c.Colspan)
			}
			return columns
		}
	}
	return 0
}

// allot divides a number of rows among groups: no group gets more than it has, and none that is cut gets
// fewer than another. With more groups than rows the first groups get one each.
func allot(sizes []int, rows int) []int {
	each, left := 0, rows
	for level := 1; left > 0; level++ {
		n := 0
		for _, size := range sizes {
			n += rank(size >= level)
		}
		if n == 0 || n > left {
			break
		}
		each, left = level, left-n
	}
	shares := make([]int, len(sizes))
	for i, size := range sizes {
		shares[i] = min(size, each)
		if shares[i] < size && left > 0 {
			shares[i]++
			left--
		}
	}
	return shares
}

// restRow counts the rows that were cut, and names the sheet that has them where one has.
func (p *page) restRow(cut, columns int, sheet string) document.Row {
	text := p.Words.Count(terms.MapMore, cut)
	if sheet != "" {
		text = p.Words.Count(terms.HandoffRest, cut, sheet)
	}
	row := document.Row{cell(muted(text))}
	row[0].Colspan = min(columns, maxSpan)
	for left := columns - maxSpan; left > 0; left -= maxSpan {
		row = append(row, document.Cell{Colspan: min(left, maxSpan)})
	}
	return row
}

func (p *page) boundLines(lines []document.Text) []document.Text {
	more := len(lines) - linesAtMost
	if more <= 0 {
		return lines
	}
	return append(lines[:linesAtMost:linesAtMost], muted(p.Words.Count(terms.MapMore, more)))
}

// sheetOf is the tab of the workbook that has all rows of a section, by the section's ID, and empty when
// no sheet has them.
func (p *page) sheetOf(id string) string {
	if id == "coverage" {
		return p.Words.Text(terms.WorkbookSheetCoverage)
	}
	lists := map[string]string{"sold": "orders", "purchases": "orders", "renewals": "coverage", "settled": "cases", "people": "contacts", "promises": "commitments", "satisfaction": "surveys",
		"roadmap": "milestones", "consensus": "coverage", "calendar": "cadences", "checklist": "handoff.checklist", "whitespace": "coverage", "alerts": "orders"}
	return p.ListName(cmp.Or(lists[id], id))
}
