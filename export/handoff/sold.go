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

// soldSection adds a row for each unit with purchases: its orders of the last year and the next
// renewals.
func (p *page) soldSection(s *document.Section) {
	s.Blocks = p.soldUnits()
	if ahead := p.renewalsAhead(); len(ahead) > 0 {
		s.Blocks = append(s.Blocks, cells.Titled("renewals", p.Words.Text(terms.PackRenewalsAhead), ahead...))
	}
}

// soldUnits lists the units by their orders of the last year. Units that have only stopped buying
// are left out. It returns nil without units.
func (p *page) soldUnits() []document.Block {
	type unit struct {
		id       accountmap.UnitID
		products []string
		renewal  accountmap.Date
	}
	var units []unit
	x := p.Map.Matrix()
	for bought := range chunksBy(p.Map.Bought(""), func(b accountmap.Purchase) accountmap.UnitID { return b.Unit }) {
		u := unit{id: bought[0].Unit}
		for _, b := range bought {
			if b.Status != accountmap.CoverageLapsed {
				u.products = append(u.products, p.ProductName(b.Product))
			}
			if day := x.At(b.Unit, b.Product).Renewal; !day.IsZero() && !day.Before(p.AsOf) && (u.renewal.IsZero() || day.Before(u.renewal)) {
				u.renewal = day
			}
		}
		if len(u.products) > 0 {
			units = append(units, u)
		}
	}
	ordered := map[accountmap.UnitID]accountmap.Sums{}
	for o := range p.Map.Orders() {
		if o.Status != accountmap.OrderCancelled && !o.Amount.IsZero() && (p.AsOf.IsZero() || p.AsOf.YearsAgo(1).Before(o.Date) && !p.AsOf.Before(o.Date)) {
			ordered[o.Unit] = ordered[o.Unit].Add(o.Amount)
		}
	}
	slices.SortStableFunc(units, func(a, b unit) int { return p.compareLargest(ordered[a.id], ordered[b.id]) })
	heads := p.heads(left(terms.ColumnUnit), left(terms.BriefBuys), right(terms.HandoffOrdersLastYear), left(terms.HandoffNextRenewal), left(terms.ColumnOurPeople))
	team := p.Map.Serving(p.AsOf)
	return listed(p, heads, units, unitsAtMost, p.sheetOf("sold"), func(u unit) document.Row {
		var responsible []accountmap.MemberID
		for _, t := range team {
			if slices.Contains(t.Units, u.id) {
				responsible = append(responsible, t.ID)
			}
		}
		return document.Row{
			cells.RowHead(cells.Words(p.UnitName(u.id)), cells.Muted(p.Place(u.id))), cells.TextCell(p.Few(u.products, 6)), cells.NumberLines(ordered[u.id], p.roundMoney), p.dayCell(u.renewal), p.members(responsible),
		}
	})
}

const unitsAtMost = 15

// renewalsAtMost limits the listed renewals, and renewalDays the days ahead.
const (
	renewalsAtMost = 10
	renewalDays    = 731
)

// renewalsAhead lists the next renewals with the people on both sides. It returns nil without
// renewals.
func (p *page) renewalsAhead() []document.Block {
	if p.AsOf.IsZero() {
		return nil
	}
	renewals := insight.Agenda(p.Map, p.AsOf, p.AsOf.AddDays(renewalDays), insight.AgendaRenewal)
	heads := p.heads(left(terms.ColumnRenewal), left(terms.PackWhat), left(terms.ColumnUnit), right(terms.PackValue), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople))
	x := p.Map.Matrix()
	return listed(p, heads, renewals, renewalsAtMost, "", func(a insight.Appointment) document.Row {
		what, value := p.ProductName(a.Product), x.At(a.Unit, a.Product).Value
		if id := accountview.ContractID(a); id != "" {
			c, _ := p.Map.Contract(accountmap.ContractID(id))
			what, value = p.Words.Field("terms", "contract")+" "+id, c.Yearly()
		}
		return document.Row{p.dayCell(a.Date), cells.RowHead(cells.Words(what)), cells.TextCell(p.UnitName(a.Unit)), p.moneyCell(value), p.theirs(a.Contacts), p.ours(a.Members)}
	})
}

// purchasesSection lists the purchases of each unit with the sum of its orders.
func (p *page) purchasesSection(s *document.Section) {
	if bought := p.Map.Bought(""); len(bought) > 0 {
		s.Blocks = p.soldTables(bought)
	}
}

// conditionsSection lists the contracts and special conditions.
func (p *page) conditionsSection(s *document.Section) {
	if contracts := p.contractsTable(); contracts != nil {
		s.Blocks = append(s.Blocks, cells.Titled("contracts", p.Words.Field("", "contracts"), contracts))
	}
	if special := p.termsTable(); special != nil {
		s.Blocks = append(s.Blocks, cells.Titled("terms", p.Words.Field("", "terms"), special))
	}
}

// soldTables returns one table with a group for each unit or, for long lists, the sums of the units
// and the largest purchases.
func (p *page) soldTables(bought []accountmap.Purchase) []document.Block {
	table := &document.Table{Head: p.heads(left(terms.ColumnProduct), left(terms.ColumnStatus), left(terms.ColumnSince),
		left(terms.ColumnLastOrder), left(terms.ColumnRenewal), right(terms.ColumnOrders), right(terms.ColumnQuantity), right(terms.ColumnAmount))}
	table.Foot = []document.Row{p.soldTotal()}
	x := p.Map.Matrix()
	soldRow := func(b accountmap.Purchase) document.Row { return p.soldRow(b, x.At(b.Unit, b.Product)) }
	if len(bought) > rowsAtMost {
		units := p.soldByUnit(bought)
		slices.SortStableFunc(bought, func(a, b accountmap.Purchase) int { return p.compareLargest(a.Amounts, b.Amounts) })
		table.Groups = []document.Group{{Rows: rowsOf(bought, func(b accountmap.Purchase) document.Row {
			row := soldRow(b)
			row[0].Lines = append(row[0].Lines, cells.Muted(p.UnitName(b.Unit)))
			return row
		})}}
		return []document.Block{units, table}
	}
	for unit := range chunksBy(bought, func(b accountmap.Purchase) accountmap.UnitID { return b.Unit }) {
		table.Groups = append(table.Groups, document.Group{Title: p.unitTitle(unit[0].Unit), Rows: rowsOf(unit, soldRow)})
	}
	return []document.Block{table}
}

// soldByUnit sums the purchases of each unit, the largest sum first.
func (p *page) soldByUnit(bought []accountmap.Purchase) *document.Table {
	type sum struct {
		unit  accountmap.UnitID
		total accountmap.OrderTotal
	}
	var sums []sum
	for unit := range chunksBy(bought, func(b accountmap.Purchase) accountmap.UnitID { return b.Unit }) {
		s := sum{unit: unit[0].Unit}
		for _, b := range unit {
			s.total.Lines += b.Orders
			s.total.Amounts = accountmap.Sums(s.total.Amounts).Add(b.Amounts...)
		}
		sums = append(sums, s)
	}
	slices.SortStableFunc(sums, func(a, b sum) int { return p.compareLargest(a.total.Amounts, b.total.Amounts) })
	rows := rowsOf(sums, func(s sum) document.Row {
		return document.Row{cells.RowHead(p.unitTitle(s.unit)), p.countCell(s.total.Lines), p.amountCell(s.total.Amounts)}
	})
	return &document.Table{Head: p.heads(left(terms.ColumnUnit), right(terms.ColumnOrders), right(terms.ColumnAmount)), Groups: []document.Group{{Rows: rows}}}
}

// compareLargest compares sums by their amount in the account's currency, for an order from the
// largest to the smallest.
func (p *page) compareLargest(a, b accountmap.Sums) int {
	own := p.Map.Profile().Currency
	return cmp.Compare(b.In(own).Minor, a.In(own).Minor)
}

func (p *page) soldRow(b accountmap.Purchase, c accountmap.Cell) document.Row {
	status := p.statusCell(b.Status)
	if p.Client && b.Status == accountmap.CoverageUnassessed {
		status = document.Cell{} // our judgement is internal
	}
	quantity := ""
	if b.Quantity != 0 {
		quantity = p.Words.Decimal(b.Quantity, 2)
	}
	return document.Row{
		cells.RowHead(cells.Words(p.ProductName(b.Product))), status, p.dayCell(b.First), p.dayCell(b.Last), p.dayCell(c.Renewal),
		p.countCell(b.Orders), cells.NumberCell(quantity), p.amountCell(b.Amounts),
	}
}

func (p *page) amountCell(amounts []accountmap.Money) document.Cell {
	return cells.NumberLines(amounts, p.Words.Money)
}

// soldTotal sums all orders that were not cancelled, by currency.
func (p *page) soldTotal() document.Row {
	total := p.Map.Ordered(accountmap.Date{}, accountmap.Date{Year: 9999, Month: 12, Day: 31})
	head := cells.RowHead(cells.Words(p.Words.Text(terms.HandoffTotal)))
	return document.Row{head, {}, {}, {}, {}, p.countCell(total.Lines), {}, p.amountCell(total.Amounts)}
}

func (p *page) unitTitle(id accountmap.UnitID) document.Text {
	text := document.Text{document.Plain(p.UnitName(id))}
	if place := p.Place(id); place != "" {
		text = append(text, document.Muted("  "), document.Muted(place))
	}
	return text
}

// chunksBy iterates over the runs of elements with equal keys.
func chunksBy[T any, K comparable](list []T, key func(T) K) func(yield func([]T) bool) {
	return func(yield func([]T) bool) {
		from := 0
		for i := range list {
			if i+1 == len(list) || key(list[i+1]) != key(list[i]) {
				if !yield(list[from : i+1]) {
					return
				}
				from = i + 1
			}
		}
	}
}

// contractsTable lists the contracts. It returns nil without contracts.
func (p *page) contractsTable() document.Block {
	rows := rowsOf(slices.Collect(p.Map.Contracts()), func(c accountmap.Contract) document.Row {
		return document.Row{
			cells.RowHead(cells.Words(string(c.ID)), cells.Muted(accountview.OneLine(c.Note))), p.unitsOrAll(c.Units), p.productsOrAll(c.Products), p.dayCell(c.Start), p.dayCell(c.End),
			p.dayCell(c.Renewal), p.moneyCell(c.Value),
		}
	})
	return p.tableOf(rows, "contracts", "id", "units", "products", "start", "end", "renewal", "value")
}

// termsTable lists the special conditions. The approver of further conditions is internal. It
// returns nil without conditions.
func (p *page) termsTable() document.Block {
	keys := []string{"kind", "text", "units", "products", "contract", "value"}
	if !p.Client {
		keys = append(keys, "authority")
	}
	rows := rowsOf(slices.Collect(p.Map.Terms()), func(t accountmap.Term) document.Row {
		row := document.Row{
			cells.RowHead(cells.Words(p.Words.TermKind(t.Kind))), cells.TextCell(t.Text), p.unitsOrAll(t.Units), p.productsOrAll(t.Products), cells.TextCell(string(t.Contract)),
			p.worthCell(t),
		}
		if !p.Client {
			row = append(row, cells.TextCell(t.Authority))
		}
		return row
	})
	return p.tableOf(rows, "terms", keys...)
}

// tableOf returns a table whose heads are keys of the account file, with amounts aligned to the
// right. It returns nil without rows.
func (p *page) tableOf(rows []document.Row, list string, keys ...string) document.Block {
	if len(rows) == 0 {
		return nil
	}
	head := make(document.Row, len(keys))
	for i, key := range keys {
		head[i] = cells.TextCell(p.Words.Field(list, key))
		head[i].Number = rows[0][i].Number
	}
	return &document.Table{Head: []document.Row{head}, Groups: []document.Group{{Rows: rows}}}
}

func (p *page) unitsOrAll(ids []accountmap.UnitID) document.Cell {
	return namesOr(p.Words.Text(terms.HandoffWholeClient), ids, p.UnitName)
}

func (p *page) productsOrAll(ids []accountmap.ProductID) document.Cell {
	return namesOr(p.Words.Text(terms.PackWholeRange), ids, p.ProductName)
}

func (p *page) moneyCell(m accountmap.Money) document.Cell {
	return cells.NumberCell(p.Words.Money(m))
}

// worthCell returns the worth of a term: an amount, a percentage, or both.
func (p *page) worthCell(t accountmap.Term) document.Cell {
	var worth []string
	if !t.Value.IsZero() {
		worth = append(worth, p.Words.Money(t.Value))
	}
	if t.Percent != 0 {
		worth = append(worth, p.Words.Text(terms.PackPercent, p.Words.Decimal(t.Percent, 2)))
	}
	return cells.NumberCell(strings.Join(worth, " · "))
}
