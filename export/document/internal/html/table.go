package html

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

func (p *printer) table(t *document.Table, label markup) {
	columns := structure.Columns(t)
	if columns == 0 {
		return
	}
	p.tables++
	caption := "t." + number(p.tables)
	if t.Caption != "" {
		label = caption
	}
	if t.Plain {
		p.put("<table", class("plain", is(labelled(t), "rows")), ">\n")
		p.tableParts(t, columns, caption)
		p.put("</table>\n")
		return
	}
	p.put("<div", class("scroll", tableSize(t), p.tableSheet(t)), ` tabindex="0"`)
	if label != "" {
		// A scrolling box needs a name for keyboard users.
		p.put(` role="group" aria-labelledby="`, label, `"`)
	}
	p.put(">\n<table", class(tableLook(t)), ">\n")
	p.tableParts(t, columns, caption)
	p.put("</table>\n</div>\n")
}

func (p *printer) tableParts(t *document.Table, columns int, caption markup) {
	if t.Caption != "" {
		p.put(`<caption id="`, caption, `">`, words(t.Caption), "</caption>\n")
	}
	p.labels = nil
	if labelled(t) {
		for _, c := range t.Head[0] {
			var lines []string
			for _, line := range c.Lines {
				lines = append(lines, structure.Words(line))
			}
			p.labels = append(p.labels, strings.Join(lines, " · "))
		}
	}
	p.columnGroups(t)
	p.rows("thead", t.Head, columns, "col")
	for _, g := range t.Groups {
		p.group(g, columns)
	}
	p.labels = nil
	p.rows("tfoot", t.Foot, columns, "row")
}

// labelled reports whether the cells of a table can repeat the headings of their columns as labels
// in a narrow window.
func labelled(t *document.Table) bool {
	if len(t.Head) != 1 {
		return false
	}
	for i := range t.Head[0] {
		if structure.Colspan(&t.Head[0][i]) > 1 {
			return false
		}
	}
	return true
}

// columnGroups declares the column groups of a head of several rows, without which a group heading
// would apply to one column only. For any other table, it declares the printed widths of the
// columns.
func (p *printer) columnGroups(t *document.Table) {
	if len(t.Widths) > 0 {
		total := 0
		for _, share := range t.Widths {
			total += share
		}
		for _, share := range t.Widths {
			share = max(1, 100*share/total)
			p.put("<col", class(fixedShare(share)), ">")
			p.fixed[share] = true
		}
		p.put("\n")
		return
	}
	if !structure.IsMatrix(t) {
		for _, share := range p.columnShares(t) {
			p.put("<col", class(columnShare(share)), ">")
			p.shares[share] = true
		}
		return
	}
	for i := range t.Head[0] {
		p.put(`<colgroup span="`, number(structure.Colspan(&t.Head[0][i])), `"></colgroup>`)
	}
	p.put("\n")
}

func (p *printer) group(g document.Group, columns int) {
	if len(g.Title) == 0 {
		p.rows("tbody", g.Rows, columns, "row")
		return
	}
	p.put("<tbody>\n", `<tr class="group"><th scope="rowgroup" colspan="`, number(columns), `"><div>`)
	p.text(g.Title)
	p.put("</div></th></tr>\n")
	p.cells(g.Rows, columns, "row")
	p.put("</tbody>\n")
}

// rows prints the rows of one part of a table. scope is the direction of its headings, a column or
// a row.
func (p *printer) rows(tag markup, rows []document.Row, columns int, scope markup) {
	if len(rows) == 0 {
		return
	}
	p.put("<", tag, ">\n")
	p.cells(rows, columns, scope)
	p.put("</", tag, ">\n")
}

func (p *printer) cells(rows []document.Row, columns int, scope markup) {
	g := structure.NewGrid(columns)
	for i, row := range rows {
		at, _ := g.Place(row) // checked before
		p.put("<tr>")
		for j := range row {
			c := &row[j]
			cellScope := scope
			switch {
			case !slices.ContainsFunc(c.Lines, hasWords), scope == "row" && !c.Header:
				cellScope = "" // an empty corner is not a heading
			case scope == "col" && i+structure.Rowspan(c) < len(rows):
				cellScope = "colgroup"
			}
			label := ""
			if scope == "row" && cellScope == "" && p.labels != nil && structure.Colspan(c) == 1 {
				label = p.labels[at[j]]
			}
			p.cell(c, cellScope, at[j] == 0 && structure.Colspan(c) < columns, label)
		}
		p.put("</tr>\n")
	}
}

func hasWords(t document.Text) bool { return strings.TrimSpace(structure.Words(t)) != "" }

// cell prints one cell, as a heading if it has a scope. first marks the column that stays visible.
// label is the heading of the column, for narrow windows.
func (p *printer) cell(c *document.Cell, scope markup, first bool, label string) {
	tag := markup("td")
	if scope != "" {
		tag = "th"
	}
	wrap := c.Number && slices.ContainsFunc(c.Lines, structure.IsLong)
	p.put("<", tag, class(is(first, "first"), is(c.Number, "n"), is(wrap, "wrap"), p.tone(c.Tone)))
	if label != "" {
		p.put(` data-label="`, escape(label), `"`)
	}
	if c.Sort != "" {
		p.put(` data-sort="`, escape(c.Sort), `"`)
	}
	if scope != "" {
		p.put(` scope="`, scope, `"`)
	}
	if structure.Colspan(c) > 1 {
		p.put(` colspan="`, number(structure.Colspan(c)), `"`)
	}
	if structure.Rowspan(c) > 1 {
		p.put(` rowspan="`, number(structure.Rowspan(c)), `"`)
	}
	p.put(">")
	for _, line := range c.Lines {
		if len(c.Lines) == 1 && len(line) < 2 { // a phone would separate the pieces of a line
			p.text(line)
			break
		}
		p.put("<div>")
		p.text(line)
		p.put("</div>")
	}
	p.bar(c.Share)
	p.put("</", tag, ">")
}
