package document

import (
	"slices"
	"strings"
)

// table prints t. label is the id of the heading it stands under, "" for none.
func (p *htmlPrinter) table(t *Table, label markup) {
	columns := t.columns()
	if columns == 0 {
		return
	}
	p.tables++
	caption := "t." + number(p.tables)
	if t.Caption != "" {
		label = caption
	}
	p.put("<div", class("scroll", tableSize(t), p.tableSheet(t)), ` tabindex="0"`)
	if label != "" {
		// A box that scrolls needs a name, to be found with the keyboard.
		p.put(` role="group" aria-labelledby="`, label, `"`)
	}
	p.put(">\n<table", class(tableLook(t)), ">\n")
	if t.Caption != "" {
		p.put(`<caption id="`, caption, `">`, words(t.Caption), "</caption>\n")
	}
	p.columnGroups(t)
	p.rows("thead", t.Head, columns, "col")
	for _, g := range t.Groups {
		p.group(g, columns)
	}
	p.rows("tfoot", t.Foot, columns, "row")
	p.put("</table>\n</div>\n")
}

// columnGroups declares the groups of columns that a head of several rows
// names, without which a heading over a group would head one column only; and
// for any other table, how wide its columns are in print.
func (p *htmlPrinter) columnGroups(t *Table) {
	if !isMatrix(t) {
		for _, share := range p.columnShares(t) {
			p.put("<col", class(columnShare(share)), ">")
			p.shares[share] = true
		}
		return
	}
	for i := range t.Head[0] {
		p.put(`<colgroup span="`, number(t.Head[0][i].colspan()), `"></colgroup>`)
	}
	p.put("\n")
}

func (p *htmlPrinter) group(g Group, columns int) {
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

// rows prints the rows of one part of a table; scope is what its headings
// head, a column or a row.
func (p *htmlPrinter) rows(tag markup, rows []Row, columns int, scope markup) {
	if len(rows) == 0 {
		return
	}
	p.put("<", tag, ">\n")
	p.cells(rows, columns, scope)
	p.put("</", tag, ">\n")
}

func (p *htmlPrinter) cells(rows []Row, columns int, scope markup) {
	g := grid{taken: make([]int, columns)}
	for i, row := range rows {
		at, _ := g.place(row) // checked before
		p.put("<tr>")
		for j := range row {
			c := &row[j]
			cellScope := scope
			switch {
			case c.isEmpty(), scope == "row" && !c.Header:
				cellScope = "" // an empty corner heads nothing
			case scope == "col" && i+c.rowspan() < len(rows):
				cellScope = "colgroup"
			}
			p.cell(c, cellScope, at[j] == 0 && c.colspan() < columns)
		}
		p.put("</tr>\n")
	}
}

// isEmpty reports whether a cell has no words.
func (c *Cell) isEmpty() bool {
	for _, line := range c.Lines {
		for _, x := range line {
			if strings.TrimSpace(plain(x)) != "" {
				return false
			}
		}
	}
	return true
}

// cell prints one cell: a heading when it has a scope. first tells that it
// stands in the column that stays in sight.
func (p *htmlPrinter) cell(c *Cell, scope markup, first bool) {
	tag := markup("td")
	if scope != "" {
		tag = "th"
	}
	var classes [3]markup
	if first {
		classes[0] = "first"
	}
	if c.Number {
		classes[1] = "n"
		if slices.ContainsFunc(c.Lines, isLong) {
			classes[1] = "n wrap"
		}
	}
	classes[2] = p.tone(c.Tone)
	p.put("<", tag, class(classes[:]...))
	if c.Sort != "" {
		p.put(` data-sort="`, escape(c.Sort), `"`)
	}
	if scope != "" {
		p.put(` scope="`, scope, `"`)
	}
	if c.colspan() > 1 {
		p.put(` colspan="`, number(c.colspan()), `"`)
	}
	if c.rowspan() > 1 {
		p.put(` rowspan="`, number(c.rowspan()), `"`)
	}
	p.put(">")
	for _, line := range c.Lines {
		if len(c.Lines) == 1 {
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
