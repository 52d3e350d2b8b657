package handoff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// maxSpan is the maximal number of columns of a cell in a document.
const maxSpan = 1000

// coverageSection makes the coverage matrix: units across under their parents, products down by
// line, and the status in each cell. Below each unit are its penetration and its people; below the
// matrix is the whitespace. The client sees the sold products, and no penetration. A long matrix
// without any status, as from an order book alone, is left out.
func (p *page) coverageSection(s *document.Section) {
	if len(p.matrix.Units) == 0 || len(p.matrix.Lines) == 0 {
		return
	}
	products, columns := 0, columnsAtMost
	for _, l := range p.matrix.Lines {
		products += len(l.Rows)
	}
	if products > rowsAtMost {
		if assessed := slices.Collect(p.Map.Matrix().Cells()); len(assessed) == 0 {
			return
		}
		columns = columnsOfLong
	}
	matrix, left := p.matrix.Most(p.View, columns)
	table := &document.Table{Head: p.coverageHead(matrix)}
	for _, l := range matrix.Lines {
		group := document.Group{Title: cells.Words(l.Name)}
		if products > rowsAtMost { // keep the products that most units buy
			l.Rows = slices.SortedStableFunc(slices.Values(l.Rows), func(a, b accountview.ProductRow) int { return cmp.Compare(b.Share.Sold, a.Share.Sold) })
		}
		for _, r := range l.Rows {
			group.Rows = append(group.Rows, p.coverageRow(r))
		}
		table.Groups = append(table.Groups, group)
	}
	table.Foot = []document.Row{p.totalRow(matrix), p.peopleRow(matrix)}
	if p.Client {
		table.Foot = nil
	}
	if left > 0 {
		rest := p.restRow(left, width(table), p.sheetOf(s.ID))
		rest[0].Lines[0] = append(document.Text{document.Muted(p.Words.Count(terms.MapWatchUnits, left) + ": ")}, rest[0].Lines[0]...)
		table.Foot = append(table.Foot, rest)
	}
	if p.Client {
		s.Blocks = []document.Block{table}
		return
	}
	blocks := []document.Block{p.statusLegend()}
	if len(p.matrix.Strays) > 0 {
		blocks = append(blocks, p.strays())
	}
	blocks = append(blocks, table)
	if whitespace := p.whitespaceTable(); whitespace != nil {
		blocks = append(blocks, cells.Titled("whitespace", p.Words.Text(terms.PackWhitespace), whitespace))
	}
	s.Blocks = blocks
}

func (p *page) coverageHead(matrix *accountview.Coverage) []document.Row {
	levels := len(matrix.Bands)
	product, penetration := cells.TextCell(p.Words.Text(terms.ColumnProduct)), cells.TextCell(p.Words.Text(terms.ColumnPenetration))
	penetration.Number = true
	product.Rowspan, penetration.Rowspan = levels+1, levels+1
	rows := make([]document.Row, levels+1)
	rows[0] = document.Row{product}
	if !p.Client {
		rows[0] = append(rows[0], penetration)
	}
	for level, bands := range matrix.Bands {
		for _, b := range bands {
			rows[level] = append(rows[level], p.bandCells(b)...)
		}
	}
	for _, u := range matrix.Units {
		place := p.Place(u.ID)
		if place == "" && !p.Client {
			place = p.Words.Text(terms.MapPlaceUnknown)
		}
		rows[levels] = append(rows[levels], cells.Cell(cells.Words(p.UnitName(u.ID)), cells.Muted(place)))
	}
	return rows
}

// bandCells returns the cell of a band, or several cells if the band exceeds the maximal span.
func (p *page) bandCells(b accountview.Band) []document.Cell {
	var c document.Cell
	if b.Unit != "" {
		name := p.UnitName(b.Unit)
		if b.Below {
			name = "… › " + name
		}
		c = cells.Cell(cells.Words(name))
		if place := p.Place(b.Unit); place != "" && place != name {
			c.Lines[0] = append(c.Lines[0], document.Muted("  "), document.Muted(place))
		}
	}
	var parts []document.Cell
	for left := b.Columns; left > 0; left -= maxSpan {
		c.Colspan = min(left, maxSpan)
		parts = append(parts, c)
	}
	return parts
}

func (p *page) coverageRow(r accountview.ProductRow) document.Row {
	row := make(document.Row, 0, len(r.Statuses)+2)
	row = append(row, cells.RowHead(cells.Words(p.ProductName(r.Product.ID))))
	if !p.Client {
		row = append(row, p.shareCell(r.Share))
	}
	for _, s := range r.Statuses {
		if s == accountmap.CoverageUnassessed {
			row = append(row, document.Cell{})
			continue
		}
		row = append(row, p.statusCell(s))
	}
	return row
}

func (p *page) shareCell(of accountmap.Penetration) document.Cell {
	c := cells.NumberCell(p.Words.Percent(of.Share()))
	c.Share = of.Share()
	return c
}

func (p *page) totalRow(matrix *accountview.Coverage) document.Row {
	row := document.Row{cells.RowHead(cells.Words(p.Words.Text(terms.WorkbookUnitPenetration))), p.shareCell(matrix.Whole)}
	for _, s := range matrix.Shares {
		row = append(row, p.shareCell(s))
	}
	return row
}

// peopleRow lists the people of each unit, the best known first.
func (p *page) peopleRow(matrix *accountview.Coverage) document.Row {
	head := cells.RowHead(append([]document.Text{cells.Words(p.Words.Text(terms.WorkbookPeople))}, p.marks()...)...)
	head.Colspan = 2
	row := document.Row{head}
	for _, people := range matrix.People {
		c := cells.Cell(cells.Muted(p.Words.Text(terms.WorkbookNobodyYet)))
		if len(people) > 0 {
			c = cells.Cell(p.personLines(people)...)
		}
		row = append(row, c)
	}
	return row
}

func (p *page) personLines(people []accountview.Person) []document.Text {
	lines := make([]document.Text, len(people))
	for i, who := range people {
		name := document.Inline(document.Plain(who.Name))
		if who.Missing {
			name = document.Muted(who.Name)
		}
		lines[i] = document.Text{document.Strong(p.Words.StanceMark(who.Stance) + "\u00a0"), name}
	}
	return lines
}

// strays lists the people without a known unit, who are in no column.
func (p *page) strays() document.Block {
	text := document.Text{document.Strong(p.Words.Text(terms.WorkbookUnitUnknown) + ": ")}
	for i, line := range p.boundLines(p.personLines(p.matrix.Strays), linesAtMost) {
		if i > 0 {
			text = append(text, document.Plain(", "))
		}
		text = append(text, line...)
	}
	return &document.Paragraph{Text: text}
}

// statusLegend shows every status in its tint, and explains blank cells.
func (p *page) statusLegend() document.Block {
	var text document.Text
	for _, s := range accountmap.CoverageStatuses() {
		text = append(text, cells.Chip(p.Words.Status(s), cells.StatusTone(s)))
	}
	return &document.Paragraph{Text: append(text, document.Muted(p.Words.Text(terms.WorkbookBlank)))}
}

// marks explains the marks before the names, one a line.
func (p *page) marks() []document.Text {
	var lines []document.Text
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		lines = append(lines, document.Text{p.stanceChip(s)})
	}
	return lines
}

// whitespaceTable lists the open cells of the matrix. The best opportunities are first, with the
// reasons and the people to begin with; the others follow by potential, then in the order of the
// matrix. Unassessed cells, which are blank in the matrix too, are counted at the end. It returns
// nil without open cells.
func (p *page) whitespaceTable() document.Block {
	type place struct {
		unit    accountmap.UnitID
		product accountmap.ProductID
	}
	var group document.Group
	ranked := map[place]bool{}
	x := p.Map.Matrix()
	for _, o := range p.Insight().Whitespace(insight.WhitespaceOptions{}) {
		ranked[place{o.Unit, o.Product}] = true
		row := p.openCell(x.At(o.Unit, o.Product))
		why := strings.Join(p.Words.Whys(p.Map, o.Factors()[1:]), " · ") // the first factor is the status
		row[3], row[4], row[5] = cells.NumberCell(p.Words.Money(o.Potential)), cells.NumberCell(p.Words.Percent(o.Chance)), cells.Cell(cells.Words(why))
		group.Rows = append(group.Rows, append(row, p.people(o.Contacts[:min(len(o.Contacts), 2)])))
	}
	var others []accountmap.Cell
	for _, l := range p.matrix.Lines {
		for _, r := range l.Rows {
			for _, u := range p.matrix.Units {
				c := x.At(u.ID, r.Product.ID)
				assessed := c.Status != accountmap.CoverageUnassessed && c.Status.Sellable()
				if assessed && c.Status != accountmap.CoverageSold && !ranked[place{u.ID, r.Product.ID}] {
					others = append(others, c)
				}
			}
		}
	}
	slices.SortStableFunc(others, func(a, b accountmap.Cell) int {
		return cmp.Compare(p.ownMinor(insight.OpenPotential(b)), p.ownMinor(insight.OpenPotential(a)))
	})
	for _, c := range others {
		group.Rows = append(group.Rows, append(p.openCell(c), document.Cell{}))
	}
	if len(group.Rows) == 0 {
		return nil
	}
	table := &document.Table{Head: p.heads(left(terms.ColumnProduct), left(terms.ColumnUnit), left(terms.ColumnStatus), right(terms.ColumnPotential),
		right(terms.PackChance), left(terms.JudgedWhy), left(terms.PackAsk))}
	table.Widths = []int{11, 12, 11, 13, 8, 34, 14}
	table.Groups = []document.Group{group}
	if blank := p.blankCells(); blank > 0 {
		table.Caption = p.Words.Count(terms.PackUnassessed, blank)
	}
	return table
}

// blankCells returns the number of cells of the matrix that are not assessed yet.
func (p *page) blankCells() (blank int) {
	for _, l := range p.matrix.Lines {
		for _, r := range l.Rows {
			for _, status := range r.Statuses {
				if status == accountmap.CoverageUnassessed {
					blank++
				}
			}
		}
	}
	return blank
}

// openCell returns the row of an open cell: product, unit, status, potential, obstacle, competitor
// and reason.
func (p *page) openCell(c accountmap.Cell) document.Row {
	why := cells.Cell(cells.Words(p.competitorName(c.Competitor)), cells.Words(c.Reason))
	return document.Row{cells.RowHead(cells.Words(p.ProductName(c.Product))), cells.TextCell(p.UnitName(c.Unit)), p.statusCell(c.Status), p.moneyCell(insight.OpenPotential(c)), {Number: true}, why}
}

// ownMinor returns an amount in the account's currency, and 0 for another currency: amounts of
// different currencies cannot be compared.
func (p *page) ownMinor(m accountmap.Money) int64 {
	if m.Currency != p.Map.Profile().Currency {
		return 0
	}
	return m.Minor
}

func (p *page) competitorName(id accountmap.CompetitorID) string {
	for c := range p.Map.Competitors() {
		if c.ID == id {
			return accountview.OneLine(cmp.Or(c.Name, string(id)))
		}
	}
	return ""
}

const dealsAtMost = 10

// consensusSection adds a row for each unit with open deals: the people whose agreement is missing,
// and the people who could persuade them. The deals of a unit need the same people.
func (p *page) consensusSection(s *document.Section) {
	deals := everyDeal(p.Insight().Deals(len(p.matrix.Units)))
	heads := p.heads(left(terms.BriefDeals), left(terms.BriefYesMissing), left(terms.BriefCanGetIt), left(terms.BriefYesGiven))
	s.Blocks = listed(p, heads, deals, dealsAtMost, p.sheetOf("coverage"), p.consensusRow)
}

// everyDeal moves the people that more than three deals have in common to a first entry without a
// unit.
func everyDeal(deals []insight.Deal) []insight.Deal {
	if len(deals) <= 3 {
		return deals
	}
	all := insight.Deal{Open: deals[0].Open, Yes: deals[0].Yes}
	same := func(v accountmap.Approver) func(accountmap.Approver) bool {
		return func(w accountmap.Approver) bool {
			return v.Contact == w.Contact && len(v.Allies) == len(w.Allies) && (len(v.Allies) == 0 || v.Allies[0].Contact == w.Allies[0].Contact)
		}
	}
	for _, d := range deals {
		all.Worth = all.Worth.Add(d.Worth...)
		all.Open = slices.DeleteFunc(slices.Clone(all.Open), func(v accountmap.Approver) bool { return !slices.ContainsFunc(d.Open, same(v)) })
		all.Yes = slices.DeleteFunc(slices.Clone(all.Yes), func(id accountmap.ContactID) bool { return !slices.Contains(d.Yes, id) })
	}
	if len(all.Open)+len(all.Yes) == 0 {
		return deals
	}
	list := []insight.Deal{all}
	for _, d := range deals {
		d.Open = slices.DeleteFunc(slices.Clone(d.Open), func(v accountmap.Approver) bool { return slices.ContainsFunc(all.Open, same(v)) })
		d.Yes = slices.DeleteFunc(slices.Clone(d.Yes), func(id accountmap.ContactID) bool { return slices.Contains(all.Yes, id) })
		list = append(list, d)
	}
	return list
}

// consensusRow returns a row with the deals of a unit and the people whose agreement is missing.
// Further cells have the people who could persuade them, and the people who agree.
func (p *page) consensusRow(d insight.Deal) document.Row {
	var products []string
	for _, product := range d.Products {
		products = append(products, p.ProductName(product))
	}
	unit := p.UnitName(d.Unit)
	if d.Unit == "" {
		unit = p.Words.Text(terms.BriefEveryDeal)
	}
	what := cells.RowHead(cells.Words(unit), cells.Muted(p.Few(products, 4)))
	if len(d.Worth) > 0 {
		what.Lines[0] = append(what.Lines[0], document.Muted(" "+p.ShortAmounts(d.Worth)))
	}
	var missing document.Text
	var allies []accountmap.ContactID
	won := map[accountmap.ContactID][]string{}
	for i, v := range d.Open[:min(len(d.Open), approversAtMost)] {
		if i > 0 {
			missing = append(missing, document.Plain(", "))
		}
		name := p.ContactName(v.Contact)
		missing = append(missing, document.Toned{Text: p.Words.StanceMark(v.Stance) + "\u00a0", Tone: cells.StanceTone(v.Stance)}, document.Plain(name))
		if len(v.Allies) > 0 {
			ally := v.Allies[0].Contact
			if won[ally] == nil {
				allies = append(allies, ally)
			}
			won[ally] = append(won[ally], name)
		}
	}
	if more := len(d.Open) - approversAtMost; more > 0 {
		missing = append(missing, document.Muted(" "+p.Words.Count(terms.MapMore, more)))
	}
	open := cells.Cell(missing)
	for _, role := range d.Roles {
		open.Lines = append(open.Lines, cells.Muted(p.Words.Role(role)+": "+p.Words.Text(terms.MapNotYetKnown)))
	}
	var winners []document.Text
	for _, ally := range allies {
		winners = append(winners, document.Text{document.Plain(p.ContactName(ally)), document.Muted(" → " + strings.Join(won[ally], ", "))})
	}
	var given []string
	for _, id := range d.Yes {
		given = append(given, p.ContactName(id))
	}
	return document.Row{what, open, cells.Cell(winners...), cells.TextCell(p.Few(given, approversAtMost))}
}

// approversAtMost limits the named people of each deal, separately for those who agree and those
// who do not.
const approversAtMost = 6
