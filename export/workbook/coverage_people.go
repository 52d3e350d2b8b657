package workbook

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// addPeople adds the people below their units, one in each row, the best known first. The rows are
// equally high, so that the names of a unit are equally far apart.
func (c *coverage) addPeople() {
	rows, lines := 2, 1
	for _, people := range c.Coverage.People {
		rows = max(rows, len(people))
		for _, p := range people {
			lines = max(lines, c.linesOf(p, c.unitWidth-unitInset))
		}
	}
	var looks boxStyles
	for i := range rows {
		if i == peopleInSight && rows > peopleInSight && !c.Client {
			c.addMore()
		}
		sides := sheet.Left | sheet.Right
		if i == 0 {
			sides |= sheet.Top
		}
		if i == rows-1 {
			sides |= sheet.Bottom
		}
		if i < 2 || i == rows-1 {
			looks = newBoxStyles(sides)
		}
		c.addPeopleRow(i, rowHeight(lines)-3, looks)
	}
	c.addStrays()
}

// boxStyles are the styles of the cells of one row of people. Each unit's people are in one box,
// which extends over all rows.
type boxStyles struct{ label, note, rest, person, missing, nobody, more *sheet.Style }

func newBoxStyles(sides sheet.Sides) boxStyles {
	box := sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, Sides: sides, Indent: 1, Wrap: true, Align: sheet.AlignLeft, VAlign: sheet.AtTop}
	with := func(change func(*sheet.Style)) *sheet.Style {
		s := box
		change(&s)
		return &s
	}
	return boxStyles{
		label: with(func(s *sheet.Style) { s.Bold, s.Fill, s.Sides = true, accountview.FillGroup, sides&^sheet.Right }),
		note: with(func(s *sheet.Style) {
			s.Fill, s.Sides, s.Ink, s.Size, s.Wrap = accountview.FillGroup, sides&^sheet.Right, accountview.InkNote, 8.5, false
		}),
		rest:    with(func(s *sheet.Style) { s.Fill, s.Sides = accountview.FillGroup, sides&^sheet.Left }),
		person:  &box,
		missing: with(func(s *sheet.Style) { s.Italic = true }),
		more:    with(func(s *sheet.Style) { s.Italic, s.Ink = true, accountview.InkNote }),
		nobody:  with(func(s *sheet.Style) { s.Italic, s.Ink = true, accountview.InkAlarm }),
	}
}

func (c *coverage) addPeopleRow(i int, height float64, looks boxStyles) {
	row := sheet.Row{Height: height, Cells: []sheet.Cell{{}, {Style: looks.note}, {Style: looks.rest}}}
	switch i {
	case 0:
		row.Cells[productColumn] = sheet.Cell{Value: sheet.Text(c.Words.Text(c.either(terms.WorkbookPeople, terms.HandoffSectionPeople))), Style: looks.label}
	case 1:
		if contacts := c.sheets["contacts"]; contacts != nil {
			row.Cells[productColumn].Value = sheet.Jump{Text: c.Words.Text(terms.WorkbookPeopleNote, contacts.Name), Sheet: contacts}
		}
	}
	for _, people := range c.Coverage.People {
		cell := sheet.Cell{Style: looks.person}
		switch {
		case i < len(people):
			cell = c.personCell(people[i], looks)
		case i == 0 && !c.Client:
			cell = sheet.Cell{Value: sheet.Text(c.Words.Text(terms.WorkbookNobodyYet)), Style: looks.nobody}
		}
		row.Cells = append(row.Cells, cell)
	}
	if !c.Client && i >= peopleInSight {
		row.Outline = 1
	}
	c.add(row)
}

// peopleInSight is the maximal number of visible people of a unit. The others are folded below a
// row with their number.
const peopleInSight = 12

func (c *coverage) addMore() {
	looks := newBoxStyles(sheet.Left | sheet.Right | sheet.Bottom)
	row := sheet.Row{Height: 17, Folded: true, Cells: []sheet.Cell{{}, {Style: looks.note}, {Style: looks.rest}}}
	for _, people := range c.Coverage.People {
		cell := sheet.Cell{Style: looks.more}
		if n := len(people) - peopleInSight; n > 0 {
			cell.Value = sheet.Text(c.Words.Count(terms.MapMore, n))
		}
		row.Cells = append(row.Cells, cell)
	}
	c.add(row)
}

// personCell returns a person's mark and name. The mark has the color of the stance, and a shape
// that is distinct without color. For the client, the cell has the name alone.
func (c *coverage) personCell(p accountview.Person, looks boxStyles) sheet.Cell {
	style := looks.person
	if p.Missing {
		style = looks.missing
	}
	if c.Client {
		return sheet.Cell{Style: style, Value: sheetstyle.CellText(p.Name)}
	}
	roles := p.Roles
	if roles != "" {
		roles = "\n" + roles
	}
	return sheet.Cell{Style: style, Value: sheet.Rich{
		{Text: c.Words.StanceMark(p.Stance) + " ", Bold: true, Ink: accountview.StanceTint(p.Stance).Ink},
		{Text: sheetstyle.Cut(p.Name, sheetstyle.LongestText), Ink: accountview.InkText, Italic: p.Missing},
		{Text: roles, Size: 8, Ink: accountview.InkNote},
	}}
}

// addStrays adds the people without a known unit, in the column of products.
func (c *coverage) addStrays() {
	if len(c.Coverage.Strays) == 0 {
		return
	}
	looks := newBoxStyles(sheet.Left | sheet.Right | sheet.Top | sheet.Bottom)
	left, right := newBoxStyles(sheet.Left|sheet.Top|sheet.Bottom), newBoxStyles(sheet.Right|sheet.Top|sheet.Bottom).person
	c.add(sheet.Row{Height: 8}, sheet.Row{Height: 18, Cells: []sheet.Cell{
		{}, {Value: sheet.Text(c.Words.Text(c.either(terms.WorkbookUnitUnknown, terms.ClientOtherPeople))), Style: looks.label}, {Style: looks.rest},
	}})
	for _, p := range c.Coverage.Strays {
		row := sheet.Row{Height: rowHeight(c.linesOf(p, c.sheet.Columns[productColumn].Width-unitInset)) - 2}
		row.Cells = []sheet.Cell{{}, c.personCell(p, left), {Style: right}}
		c.add(row)
	}
}

func (c *coverage) addLegend() {
	width := max(len(c.Coverage.Units), 5)
	cells := make([]sheet.Cell, 0, len(accountmap.CoverageStatuses())+1)
	for _, s := range c.shownStatuses() {
		cells = append(cells, c.StatusCell(s))
	}
	if c.Client {
		c.addLegendRows(c.Words.Text(terms.ColumnStatus), cells, width)
		return
	}
	c.addLegendRows(c.Words.Text(terms.WorkbookBlank), cells, width)
	cells = nil
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		cells = append(cells, c.StanceCell(s))
	}
	c.addLegendRows(c.Words.Text(terms.ColumnStance), cells, width)
}

func (c *coverage) addLegendRows(label string, cells []sheet.Cell, width int) {
	for len(cells) > 0 {
		n := min(width, len(cells))
		row := sheet.Row{Height: 17, Cells: []sheet.Cell{{}, {Value: sheet.Text(label), Style: c.Note}, {}}}
		row.Cells = append(row.Cells, cells[:n]...)
		c.add(row)
		label, cells = "", cells[n:]
	}
	c.add(sheet.Row{Height: 4})
}
