package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// Coverage is the coverage matrix as a picture: products by product line down the side, units
// across the top under their parents. Each cell has a tint and a word for its status, and the
// yearly spend of the unit on the product. A cell without a word has not been assessed.
//
// The headings of rows and columns show the number of sold and of sellable cells, and the value of
// the sold cells. The potential of the others is in brackets. The corner shows the same for the
// account. Below each unit are the people whom we know there, the closest first, each with the
// glyph of their stance. A matrix that is too wide for the page continues below. For hundreds of
// units use the workbook, or draw parts of the account with [accountmap.Map.Select]. A client's map
// shows sold products and the people of each unit, without shares and stances. The zero Coverage is
// ready to use.
type Coverage struct {
	// People is the largest number of people named below a unit; the others are counted. Zero means
	// 6; a negative number names nobody.
	People int
}

// Graph makes the graph: rows in the order of [accountmap.Map.Products], columns in the order of
// the units with a column; units outside the focus fade. A nil opts means the defaults. Graph
// returns an error for a focus that is not in the map, and a [TooLargeError] for more than
// 1,000,000 cells, or than the limit of the options if that is larger.
func (v Coverage) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	people, err := newPeople(v, m, opts)
	if err != nil {
		return nil, err
	}
	b := coverage{people: people, view: v, currency: m.Profile().Currency, matrix: m.Matrix()}
	if err := checkMatrix(b.matrix, opts.defaults(m).Limit); err != nil {
		return nil, err
	}
	b.g.Grid = &graph.Grid{Wrap: graph.WrapColumns}
	b.addColumns()
	b.addRows()
	if b.peopleRows() > 0 {
		b.addPeople()
	}
	b.addTitle()
	b.addLegend()
	b.g.Grid.Overview = b.overview
	return b.g, nil
}

// overview returns the table of products by divisions. Each cell has the sold share, its value and
// the open potential.
func (b *coverage) overview(divisions []graph.Run) *graph.Graph {
	grid := &graph.Grid{Corner: b.g.Grid.Corner, RowBands: b.g.Grid.RowBands}
	grid.Rows = slices.Clone(b.g.Grid.Rows[:len(b.g.Grid.Rows)-b.peopleRows()])
	for column, run := range divisions {
		units := b.units[run.From:run.To]
		row := 0
		var whole division
		for p := range b.matrix.Products() {
			one := b.sum(units, p.ID)
			whole.add(one)
			if one.Sellable > 0 {
				sold := b.words.Text(terms.ViewsSoldOf, one.Sold, one.Sellable)
				if b.client {
					sold = b.words.Number(one.Sold)
				}
				grid.Cells = append(grid.Cells, graph.Cell{Row: row, Column: column, Label: sold, Detail: b.amounts(one)})
			}
			row++
		}
		track := graph.Track{Band: graph.None, Label: run.Name, Detail: b.words.Count(terms.MapWatchUnits, len(units))}
		if !b.client && whole.Sellable > 0 {
			track.Share = &graph.Share{Part: whole.Sold, Whole: whole.Sellable, Caption: joined([]string{b.words.Percent(whole.Share()), b.amounts(whole)}, " · ")}
		}
		grid.Columns = append(grid.Columns, track)
	}
	g := *b.g
	g.Grid, g.Legend = grid, nil
	return &g
}

// division sums the purchases of several units: cells, yearly value and open potential.
type division struct {
	accountmap.Penetration
	value, open accountmap.Sums
}

func (d *division) add(e division) {
	d.Sold, d.Sellable, d.value, d.open = d.Sold+e.Sold, d.Sellable+e.Sellable, d.value.Add(e.value...), d.open.Add(e.open...)
}

// sum adds up the cells of units for a product. An empty product means all products.
func (b *coverage) sum(units []accountmap.Unit, product accountmap.ProductID) (d division) {
	if product == "" {
		for p := range b.matrix.Products() {
			d.add(b.sum(units, p.ID))
		}
		return d
	}
	for _, u := range units {
		c := b.matrix.At(u.ID, product)
		if c.Status.Sellable() {
			d.Sellable++
		}
		if c.Status == accountmap.CoverageSold {
			d.Sold++
			d.value = d.value.Add(c.Value)
		}
		d.open = d.open.Add(insight.OpenPotential(c))
	}
	return d
}

func (b *coverage) amounts(d division) string {
	open := b.amount(d.open...)
	if open != "" {
		open = "(" + open + ")"
	}
	return joined([]string{b.amount(d.value...), open}, " ")
}

// peopleRows returns the number of rows for people below the products.
func (b *coverage) peopleRows() int {
	if b.view.People >= 0 && len(b.units) > 0 {
		return 1
	}
	return 0
}

type coverage struct {
	*people
	view     Coverage
	currency accountmap.Currency
	matrix   *accountmap.Matrix
	units    []accountmap.Unit
	// blank reports whether any cell has not been assessed.
	blank bool
	// valued reports whether any cell has an amount, potential whether any has a potential in
	// brackets.
	valued, potential bool
}

func (b *coverage) addColumns() {
	locations := b.locations()
	bands := newUnitBands(b.m)
	for u := range b.matrix.Units() {
		b.units = append(b.units, u)
		track := graph.Track{Band: bands.of(u), Class: b.fadedUnit(u.ID), Label: u.Name, Detail: place(u.Name, locations[u.ID]),
			Share:   b.share(b.matrix.ColumnPenetration(u.ID), b.matrix.Values(u.ID, ""), b.sum([]accountmap.Unit{u}, "").open),
			Tooltip: b.tooltip(b.path(u), b.matrix.ColumnPenetration(u.ID), b.matrix.Values(u.ID, ""))}
		b.g.Grid.Columns = append(b.g.Grid.Columns, track)
	}
	b.g.Grid.ColumnBands = bands.list
	b.dropCommonBand()
}

// path returns the names of a unit's ancestors and of the unit, the topmost first.
func (b *coverage) path(u accountmap.Unit) string {
	names := []string{u.Name}
	for u.Parent != "" {
		u, _ = b.m.Unit(u.Parent)
		names = append([]string{u.Name}, names...)
	}
	return strings.Join(names, " › ")
}

func (b *coverage) addRows() {
	lines := map[string]int{}
	for p := range b.matrix.Products() {
		row := len(b.g.Grid.Rows)
		values := b.matrix.Values("", p.ID)
		b.g.Grid.Rows = append(b.g.Grid.Rows, graph.Track{
			Band: b.line(p.Line, lines), Label: p.Name, Share: b.share(b.m.ProductPenetration(p.ID), values, b.sum(b.units, p.ID).open),
			Tooltip: b.tooltip(p.Name, b.m.ProductPenetration(p.ID), values),
		})
		for column, u := range b.units {
			b.addCell(row, column, u, p)
		}
	}
}

// line returns the band of a product line, or [graph.None] in an account without product lines.
func (b *coverage) line(name string, known map[string]int) int {
	if name == "" {
		if len(known) == 0 {
			return graph.None
		}
		name = b.words.Text(terms.WorkbookOtherProducts)
	}
	at, ok := known[name]
	if !ok {
		at = len(b.g.Grid.RowBands)
		known[name] = at
		b.g.Grid.RowBands = append(b.g.Grid.RowBands, graph.Band{Parent: graph.None, Class: []graph.Class{class.LineBand}, Label: name})
	}
	return at
}

// addCell adds the cell of a unit and a product if it has been assessed.
func (b *coverage) addCell(row, column int, u accountmap.Unit, p accountmap.Product) {
	c := b.matrix.At(u.ID, p.ID)
	if c.Status == accountmap.CoverageUnassessed {
		b.blank = true
		return
	}
	cell := graph.Cell{Row: row, Column: column, Class: []graph.Class{class.Status(c.Status)}, Label: b.words.Status(c.Status),
		Detail: b.amount(c.Value)}
	if open := insight.OpenPotential(c); !open.IsZero() {
		cell.Detail = "(" + b.amount(open) + ")"
		b.potential = true
	}
	if faded := b.fadedUnit(u.ID); faded != nil {
		cell.Class = faded // without a tint, which would dominate the picture
	}
	b.valued = b.valued || cell.Detail != ""
	lines := []string{u.Name + " · " + p.Name, b.words.Status(c.Status), c.Reason}
	cell.Tooltip = joinLines(append(lines, b.fields("coverage", []field{
		{"value", b.words.Money(c.Value)}, {"potential", b.words.Money(c.Potential)},
		{"target", b.words.Money(c.Target)}, {"renewal", b.words.Date(c.Renewal)},
	})))
	b.g.Grid.Cells = append(b.g.Grid.Cells, cell)
}

// amount returns a short amount, with its currency unless that is the account's currency.
func (b *coverage) amount(sums ...accountmap.Money) string {
	return b.words.ShortAmounts(b.currency, sums)
}

func (b *coverage) share(p accountmap.Penetration, values, open accountmap.Sums) *graph.Share {
	if p.Sellable == 0 || b.client {
		return nil
	}
	caption := b.words.Percent(p.Share())
	if len(values) > 0 {
		caption += " · " + b.amount(values...)
		b.valued = true
	}
	if len(open) > 0 {
		caption += " (" + b.amount(open...) + ")"
	}
	return &graph.Share{Part: p.Sold, Whole: p.Sellable, Caption: caption}
}

// tooltip returns the tooltip of a heading: name, penetration and value.
func (b *coverage) tooltip(name string, p accountmap.Penetration, values accountmap.Sums) string {
	var all []string
	for _, v := range values {
		all = append(all, b.words.Money(v))
	}
	return joinLines([]string{name, b.penetration(p), strings.Join(all, ", ")})
}

// penetration returns the penetration in words, and "" for a client.
func (b *coverage) penetration(p accountmap.Penetration) string {
	if b.client {
		return ""
	}
	return b.words.Text(terms.WorkbookPenetration, b.words.Percent(p.Share()), p.Sold, p.Sellable)
}

func (b *coverage) addTitle() {
	whole, values := b.m.Penetration(""), b.matrix.Values("", "")
	share := b.share(whole, values, b.sum(b.units, "").open)
	amounts := ""
	if b.valued {
		amounts = b.words.Text(terms.ViewsAmountsUnknown)
		if b.currency != "" {
			amounts = b.words.Text(terms.ViewsAmounts, string(b.currency))
		}
		if b.potential {
			amounts += ", " + b.words.Text(terms.ViewsPotential)
		}
	}
	b.head(terms.WorkbookCoverageTitle, b.either(terms.ViewsCoverageDescription, terms.ClientCoverageDescription),
		b.asOfDay(), b.penetration(whole), amounts)
	b.g.Grid.Corner = graph.Track{
		Band: graph.None, Label: b.words.Text(b.either(terms.ColumnPenetration, terms.ColumnProduct)), Share: share,
		Tooltip: b.tooltip("", whole, values),
	}
}

func (b *coverage) addLegend() {
	inCells, inLines := map[graph.Class]bool{}, map[graph.Class]bool{}
	for _, c := range b.g.Grid.Cells {
		class.Add(inCells, c.Class)
		for _, l := range c.Lines {
			class.Add(inLines, l.Class)
		}
	}
	var statuses []graph.LegendEntry
	for _, s := range accountmap.CoverageStatuses() {
		if c := class.Status(s); inCells[c] {
			statuses = append(statuses, class.Entry(graph.LegendCell, c, b.words.Status(s)))
		}
	}
	if b.blank && !b.client {
		statuses = append(statuses, class.Entry(graph.LegendCell, class.Status(accountmap.CoverageUnassessed), b.words.Text(terms.WorkbookBlank)))
	}
	people := class.Stances(inLines, b.words)
	if inLines[class.Placeholder] {
		people = append(people, class.Entry(graph.LegendName, class.Placeholder, b.words.Text(terms.MapNotYetKnown)))
	}
	b.g.Legend = class.Sections(
		graph.LegendSection{Title: b.words.Text(terms.ColumnStatus), Entries: statuses},
		graph.LegendSection{Title: b.words.Text(terms.MapLegendStance), Entries: people},
	)
}

const usualPeople = 6

// addPeople adds the row of the people known in each unit.
func (b *coverage) addPeople() {
	most := cmp.Or(b.view.People, usualPeople)
	row := len(b.g.Grid.Rows)
	track := graph.Track{Band: graph.None, GapBefore: row > 0, Label: b.words.Text(b.either(terms.WorkbookPeople, terms.HandoffSectionPeople))}
	strays := 0
	for c := range b.m.Contacts() {
		if c.Unit == "" && !c.External && c.Here(b.asOf) {
			strays++
		}
	}
	if strays > 0 {
		track.Detail = b.words.Count(b.either(terms.ViewsStrays, terms.MapMore), strays)
	}
	b.g.Grid.Rows = append(b.g.Grid.Rows, track)
	columns := make(map[accountmap.UnitID]int, len(b.units))
	for i, u := range b.units {
		columns[u.ID] = i
	}
	for _, known := range b.m.Known("", b.asOf) {
		lines, tooltip := b.named(known, most)
		if len(lines) == 0 {
			continue
		}
		b.g.Grid.Cells = append(b.g.Grid.Cells, graph.Cell{Row: row, Column: columns[known.Unit], Lines: lines, Tooltip: tooltip})
	}
}

// named returns the lines of a unit and a tooltip with the name of everybody in it. A client's map
// does not show in which units we know nobody.
func (b *coverage) named(known accountmap.UnitContacts, most int) (lines []graph.Line, tooltip string) {
	var names []string
	for _, id := range known.Contacts {
		c, _ := b.m.Contact(id)
		stance, name := []graph.Class{class.Stance(c.Stance)}, c.Name+" ("+b.words.Stance(c.Stance)+")"
		if b.client {
			stance, name = nil, c.Name
		}
		lines = append(lines, graph.Line{Class: append(stance, b.fadedPerson(id)...), Label: c.Name})
		names = append(names, name)
	}
	if len(lines) == 0 && !b.client {
		lines = append(lines, graph.Line{Class: append([]graph.Class{class.Nobody}, b.fadedUnit(known.Unit)...), Label: b.words.Text(terms.WorkbookNobodyYet)})
	}
	for _, id := range known.Missing {
		c, _ := b.m.Contact(id)
		name := cmp.Or(c.Name, c.Title)
		lines = append(lines, graph.Line{Class: append([]graph.Class{class.Stance(c.Stance), class.Placeholder}, b.fadedPerson(id)...), Label: name})
		names = append(names, b.words.Text(terms.WorkbookNotYetKnown, name))
	}
	if left := len(lines) - most; left > 1 {
		lines = append(lines[:most:most], graph.Line{Label: b.words.Count(terms.MapMore, left)})
	}
	return lines, joinLines(names)
}
