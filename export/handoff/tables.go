package handoff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

func (p *page) countCell(n int) document.Cell {
	if n == 0 {
		return cells.NumberCell("")
	}
	return cells.NumberCell(p.Words.Number(n))
}

// day returns a date that stays on one line.
func (p *page) day(d accountmap.Date) string {
	return strings.ReplaceAll(p.Words.ShortDate(d), " ", "\u00a0")
}

func (p *page) dayCell(d accountmap.Date) document.Cell {
	c := cells.TextCell(p.day(d))
	if !d.IsZero() {
		c.Sort = d.String()
	}
	return c
}

// heads returns a row of column heads, aligned like their columns.
func (p *page) heads(keys ...headKey) []document.Row {
	row := make(document.Row, len(keys))
	for i, k := range keys {
		row[i] = cells.TextCell(p.Words.Text(k.key))
		row[i].Number = k.number
	}
	return []document.Row{row}
}

type headKey struct {
	key    terms.Key
	number bool
}

func left(k terms.Key) headKey { return headKey{key: k} }

func right(k terms.Key) headKey { return headKey{key: k, number: true} }

// stanceCell returns a stance, sorted from champion to blocker.
func (p *page) stanceCell(s accountmap.Stance) document.Cell {
	c := cells.Cell(document.Text{p.stanceChip(s)})
	if rank := slices.Index(accountmap.Stances(), s); rank >= 0 {
		c.Sort = strconv.Itoa(rank + 1)
	}
	return c
}

func (p *page) stanceChip(s accountmap.Stance) document.Chip {
	return cells.Chip(p.Words.StanceMark(s)+"\u00a0"+p.Words.Stance(s), cells.StanceTone(s))
}

func (p *page) statusCell(s accountmap.CoverageStatus) document.Cell {
	c := cells.TextCell(p.Words.Status(s))
	c.Tone = cells.StatusTone(s)
	return c
}

func (p *page) people(ids []accountmap.ContactID) document.Cell {
	return cells.NameLines(ids, p.ContactName)
}
func (p *page) members(ids []accountmap.MemberID) document.Cell {
	return cells.NameLines(ids, p.MemberName)
}

// theirs returns the client's people responsible for an entry, and ours returns our own people.
// Without people, the cell says so.
func (p *page) theirs(ids []accountmap.ContactID) document.Cell {
	return namesOr(p.OrNobody(""), ids, p.ContactName)
}
func (p *page) ours(ids []accountmap.MemberID) document.Cell {
	return namesOr(p.OrNobody(""), ids, p.MemberName)
}

// namesOr returns a cell with the names of ids or, without ids, with a muted text.
func namesOr[K any](none string, ids []K, name func(K) string) document.Cell {
	if len(ids) == 0 {
		return cells.Cell(cells.Muted(none))
	}
	return cells.NameLines(ids, name)
}

// spanning returns a cell with a muted text over several columns.
func spanning(text string, columns int) document.Cell {
	c := cells.Cell(cells.Muted(text))
	c.Colspan = columns
	return c
}

func rowsOf[T any](list []T, row func(T) document.Row) []document.Row {
	rows := make([]document.Row, len(list))
	for i, v := range list {
		rows[i] = row(v)
	}
	return rows
}

// listed returns a table with a row for each of the first entries. Its foot counts the others and
// names the sheet with all entries. It returns nil without entries.
func listed[T any](p *page, head []document.Row, entries []T, most int, sheet string, row func(T) document.Row) []document.Block {
	if len(entries) == 0 {
		return nil
	}
	table := &document.Table{Head: head, Groups: []document.Group{{Rows: rowsOf(entries[:min(len(entries), most)], row)}}}
	if more := len(entries) - most; more > 0 {
		table.Foot = []document.Row{p.restRow(more, len(head[0]), sheet)}
	}
	return []document.Block{table}
}

// parted divides a list into two groups; the second has the entries for which below is true. Empty
// groups are left out.
func parted[T any](list []T, below func(T) bool, row func(T) document.Row, titleAbove, titleBelow string) []document.Group {
	groups := []document.Group{{Title: cells.Words(titleAbove)}, {Title: cells.Words(titleBelow)}}
	for _, entry := range list {
		g := &groups[0]
		if below(entry) {
			g = &groups[1]
		}
		g.Rows = append(g.Rows, row(entry))
	}
	return slices.DeleteFunc(groups, func(g document.Group) bool { return len(g.Rows) == 0 })
}

// email links an address. Text that is not an address is returned as plain text.
func email(address string) document.Text {
	if url, ok := weblink.Mailto(address); ok {
		return document.Text{document.Link{Text: address, URL: url}}
	}
	return cells.Words(address)
}

// The limits for the rows of a table, the columns of the coverage, and the lines of a cell, list or
// paragraph of names. The workbook has no such limits.
const (
	rowsAtMost    = 80
	linesAtMost   = 40
	columnsAtMost = 3000
	// columnsOfLong limits the columns of a coverage whose rows are limited, too.
	columnsOfLong = 30
)

// bound limits every table, list and cell of a section, nested sections included, and names the
// place of the omitted entries. The sections list the most important entries first.
func (p *page) bound(s *document.Section) {
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case *document.Section:
			p.bound(b)
		case *document.List:
			b.Items = p.boundLines(b.Items, linesAtMost)
		case *document.Table:
			if len(b.Widths) == 0 { // widths are for columns to be filled in by hand, too
				dropEmptyColumns(b)
			}
			p.boundTable(b, rowsAtMost, p.sheetOf(s.ID))
		}
	}
}

// dropEmptyColumns removes the columns that have only a heading. Tables with several levels of
// headings, or with cells over several columns, are unchanged.
func dropEmptyColumns(t *document.Table) {
	if len(t.Head) != 1 {
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
				if len(row) == 1 { // a note below the rows
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
		return kept(row, filled)
	}
	if n := count(filled); n == 0 || n == len(filled) {
		return
	}
	t.Head[0] = keep(t.Head[0])
	if len(t.Widths) > 0 {
		t.Widths = kept(t.Widths, filled)
	}
	for _, rows := range parts {
		for i := range rows {
			rows[i] = keep(rows[i])
		}
	}
}

// kept returns the entries of the filled columns.
func kept[S ~[]E, E any](columns S, filled []bool) S {
	var list S
	for col, c := range columns {
		if filled[col] {
			list = append(list, c)
		}
	}
	return list
}

func count(filled []bool) (n int) {
	for _, yes := range filled {
		n += cells.Rank(yes)
	}
	return n
}

// boundTable limits the rows of a table; its groups share the limit. The title of a shortened group
// counts its omitted rows, and the foot counts all omitted rows of the table.
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
				row[i].Lines = p.boundLines(row[i].Lines, linesAtMost)
			}
		}
	}
}

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

// allot divides a number of rows among groups. No group gets more than its size, and a shortened
// group gets no fewer than any other. If there are more groups than rows, the first groups get one
// row each.
func allot(sizes []int, rows int) []int {
	each, left := 0, rows
	for level := 1; left > 0; level++ {
		n := 0
		for _, size := range sizes {
			n += cells.Rank(size >= level)
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

// restRow counts the omitted rows, and names the sheet that has them, if any.
func (p *page) restRow(cut, columns int, sheet string) document.Row {
	text := p.Words.Count(terms.MapMore, cut)
	if sheet != "" {
		text = p.Words.Count(terms.HandoffRest, cut, sheet)
	}
	row := document.Row{spanning(text, min(columns, maxSpan))}
	for left := columns - maxSpan; left > 0; left -= maxSpan {
		row = append(row, document.Cell{Colspan: min(left, maxSpan)})
	}
	return row
}

func (p *page) boundLines(lines []document.Text, most int) []document.Text {
	more := len(lines) - most
	if more <= 0 {
		return lines
	}
	return append(lines[:most:most], cells.Muted(p.Words.Count(terms.MapMore, more)))
}

// sheetOf returns the sheet of the workbook with all rows of a section, by the section's ID, or "".
func (p *page) sheetOf(id string) string {
	if id == "coverage" {
		return p.Words.Text(terms.WorkbookSheetCoverage)
	}
	lists := map[string]string{"sold": "orders", "purchases": "orders", "renewals": "coverage", "settled": "cases", "people": "contacts", "promises": "commitments", "satisfaction": "surveys",
		"roadmap": "milestones", "consensus": "coverage", "calendar": "cadences", "checklist": "handoff.checklist", "whitespace": "coverage", "alerts": "orders"}
	return p.ListName(cmp.Or(lists[id], id))
}
