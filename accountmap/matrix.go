package accountmap

import (
	"cmp"
	"iter"
	"slices"
)

// Matrix is the coverage matrix of a map: products down, units across. It is read-only and safe for
// concurrent use. The zero Matrix is not usable: its methods panic.
type Matrix struct{ m *Map }

// Matrix returns the coverage matrix.
func (m *Map) Matrix() *Matrix { return &Matrix{m} }

// Units returns an iterator over the columns, parents first: all units but groupings (see
// [Map.IsGrouping]).
func (x *Matrix) Units() iter.Seq[Unit] { return eachOf(x.m.a.Units, x.m.columns("")) }

// Products returns an iterator over the rows in the order of [Map.Products].
func (x *Matrix) Products() iter.Seq[Product] { return x.m.Products() }

// Size returns the numbers of columns and rows.
func (x *Matrix) Size() (units, products int) { return len(x.m.columns("")), len(x.m.a.Products) }

// At returns the cell of a unit and a product. An unassessed cell, or a cell of unknown ids, is
// [CoverageUnassessed].
func (x *Matrix) At(unit UnitID, product ProductID) Cell { return x.m.cell(unit, product) }

// Cells returns an iterator over the assessed cells, by unit in the order of [Matrix.Units], then
// by product in the order of [Matrix.Products].
func (x *Matrix) Cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		more := true
		x.m.eachCell("", func(c Cell, _ []int) {
			more = more && (c.Status == CoverageUnassessed || yield(c))
		})
	}
}

// ColumnPenetration returns the penetration of one column; units below it have columns of their
// own. A unit without a column has no cells. See [Map.Penetration].
func (x *Matrix) ColumnPenetration(unit UnitID) Penetration {
	var p Penetration
	if i, ok := x.m.unitAt[unit]; !ok || !x.m.buys[i] {
		return p
	}
	for _, product := range x.m.a.Products {
		p.count(x.m.cell(unit, product.ID).Status)
	}
	return p
}

// Values returns the sums of the known yearly values of the sold cells, one sum for each currency
// in the order of first use. The empty unit means every column, the empty product every row.
func (x *Matrix) Values(unit UnitID, product ProductID) Sums {
	var sums Sums
	add := func(c Cell) {
		if c.Status == CoverageSold && (product == "" || c.Product == product) {
			sums = addAmount(sums, c.Value)
		}
	}
	if i, ok := x.m.unitAt[unit]; ok {
		for _, k := range x.m.cellsIn[i] {
			add(x.m.a.Coverage[k])
		}
	} else if unit == "" {
		for _, c := range x.m.a.Coverage {
			add(c)
		}
	}
	return sums
}

func (m *Map) cell(unit UnitID, product ProductID) Cell {
	if i, ok := m.cells[cellKey{unit, product}]; ok {
		return m.a.Coverage[i]
	}
	return Cell{Unit: unit, Product: product}
}

// columns returns the indexes of the units within scope that are not groupings, parents first. The
// empty scope is the whole account; an unknown one has no units.
func (m *Map) columns(scope UnitID) []int {
	within := m.units.order
	if scope != "" {
		i, ok := m.unitAt[scope]
		if !ok {
			return nil
		}
		within = m.units.below(i)
	}
	var buying []int
	for _, i := range within {
		if m.buys[i] {
			buying = append(buying, i)
		}
	}
	return buying
}

// Penetration is the share of the coverage matrix that is sold, in cells.
type Penetration struct {
	// Sold is the number of cells that are sold now, and Sellable the number of all cells that are
	// neither blocked nor not relevant.
	Sold, Sellable int
}

// Share returns Sold divided by Sellable, from 0 to 1, or 0 if nothing is sellable.
func (p Penetration) Share() float64 {
	return share(p.Sold, p.Sellable)
}

// share returns n divided by of, or 0 if of is 0.
func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func (p *Penetration) count(s CoverageStatus) {
	if !s.Sellable() {
		return
	}
	p.Sellable++
	if s == CoverageSold {
		p.Sold++
	}
}

// Penetration returns the penetration of a unit and of all units below it, over all products; the
// empty scope means the whole account. Unassessed cells count as sellable, since nobody has ruled
// them out.
func (m *Map) Penetration(scope UnitID) Penetration {
	var p Penetration
	for _, u := range m.columns(scope) {
		p.Sellable += len(m.a.Products)
		for _, i := range m.cellsIn[u] {
			switch status := m.a.Coverage[i].Status; {
			case !status.Sellable():
				p.Sellable--
			case status == CoverageSold:
				p.Sold++
			}
		}
	}
	return p
}

// ProductPenetration returns the penetration of one product over all units that can buy.
func (m *Map) ProductPenetration(id ProductID) Penetration {
	var p Penetration
	if _, ok := m.products[id]; !ok {
		return p
	}
	for _, u := range m.columns("") {
		p.count(m.cell(m.a.Units[u].ID, id).Status)
	}
	return p
}

// row is one unit's part of the coverage matrix, by the index of the product.
type row struct {
	cells  []int // the index of the cell, or -1
	orders [][]int
	// touched lists the products that are assessed or ordered.
	touched []int
}

// eachCell visits the assessed or ordered cells within scope, in the order of Units, then of
// Products. The indexes of the orders of a cell are in the author's order. It reads each assessed
// cell and each order once, and skips the empty rest of the matrix. Visitors must not keep the
// orders.
func (m *Map) eachCell(scope UnitID, visit func(c Cell, orders []int)) {
	n := len(m.byLine)
	r, rank := row{cells: make([]int, n), orders: make([][]int, n)}, make([]int, n)
	for i, p := range m.byLine {
		r.cells[p], rank[p] = -1, i
	}
	for _, u := range m.columns(scope) {
		m.fillRow(u, &r)
		slices.SortFunc(r.touched, func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
		for _, p := range r.touched {
			c := Cell{Unit: m.a.Units[u].ID, Product: m.a.Products[p].ID}
			if i := r.cells[p]; i >= 0 {
				c = m.a.Coverage[i]
			}
			visit(c, r.orders[p])
			r.cells[p], r.orders[p] = -1, r.orders[p][:0]
		}
	}
}

// fillRow sets an empty row to the cells and orders of a unit, by its index.
func (m *Map) fillRow(unit int, r *row) {
	r.touched = r.touched[:0]
	for _, i := range m.cellsIn[unit] {
		p := m.products[m.a.Coverage[i].Product]
		r.cells[p], r.touched = i, append(r.touched, p)
	}
	for _, i := range m.ordersIn[unit] {
		p := m.products[m.a.Orders[i].Product]
		if r.cells[p] < 0 && len(r.orders[p]) == 0 {
			r.touched = append(r.touched, p)
		}
		r.orders[p] = append(r.orders[p], i)
	}
}

// Cell is one cell of the coverage matrix: the progress of one product in one unit. An account
// lists only assessed cells; every other cell is [CoverageUnassessed].
type Cell struct {
	Unit    UnitID         `json:"unit" account:"key"`
	Product ProductID      `json:"product" account:"key"`
	Status  CoverageStatus `json:"status"`
	// Kind is the kind of sale that the cell is or would be. Empty means unknown.
	Kind SaleKind `json:"kind,omitzero"`
	// Value is the unit's yearly spending on the product with us, Potential the possible spending,
	// and Target our aim. Zero means unknown.
	Value     Money `json:"value,omitzero"`
	Potential Money `json:"potential,omitzero"`
	Target    Money `json:"target,omitzero"`
	// Competitor is the company that sells the product to the unit instead of us.
	Competitor CompetitorID `json:"competitor,omitzero"`
	// Renewal is the day on which the sale must be renewed. Zero means never, or unknown.
	Renewal Date `json:"renewal,omitzero"`
	// Reason is the reason for the status. A cell that is blocked or not relevant must have one.
	Reason string `json:"reason,omitzero"`
	// AsOf is the day of the assessment. Zero means the account's own day.
	AsOf Date `json:"asOf,omitzero"`
}

// CoverageStatus is the progress of a product in a unit.
type CoverageStatus string

// The states of a cell. "Never assessed", "assessed and found to be a gap" and "not relevant" are
// three different things.
const (
	// CoverageUnassessed: the cell is not assessed yet. It is the zero value and has no word in the
	// file.
	CoverageUnassessed CoverageStatus = ""
	// CoverageSold: the unit buys the product from us now.
	CoverageSold CoverageStatus = "sold"
	// CoverageOpportunity: there is a deal in progress.
	CoverageOpportunity CoverageStatus = "opportunity"
	// CoverageProposed: we have made an offer.
	CoverageProposed CoverageStatus = "proposed"
	// CoverageGap: they could use it and do not have it.
	CoverageGap CoverageStatus = "gap"
	// CoverageCompetitor: they buy it elsewhere.
	CoverageCompetitor CoverageStatus = "competitor"
	// CoverageInHouse: they make it or do it themselves.
	CoverageInHouse CoverageStatus = "in-house"
	// CoverageLapsed: they bought it from us and stopped.
	CoverageLapsed CoverageStatus = "lapsed"
	// CoverageNotRelevant: the unit has no use for it; the cell's reason says why.
	CoverageNotRelevant CoverageStatus = "not-relevant"
	// CoverageBlocked: it cannot be sold there; the cell's reason says why.
	CoverageBlocked CoverageStatus = "blocked"
)

// CoverageStatuses lists the states that a file can name, all but unassessed, in the order of the
// file format.
func CoverageStatuses() []CoverageStatus {
	return []CoverageStatus{CoverageSold, CoverageOpportunity, CoverageProposed, CoverageGap, CoverageCompetitor, CoverageInHouse, CoverageLapsed, CoverageNotRelevant,
		CoverageBlocked}
}

func (s *CoverageStatus) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (CoverageStatus) Words() []string                    { return words(CoverageStatuses()) }

// Sellable reports whether a cell in this state counts as sellable in penetration: every state but
// not relevant and blocked.
func (s CoverageStatus) Sellable() bool { return s != CoverageNotRelevant && s != CoverageBlocked }

// SaleKind is the kind of sale in a cell.
type SaleKind string

// The kinds of sale.
const (
	SaleNew       SaleKind = "new"
	SaleUpsell    SaleKind = "upsell"
	SaleCrossSell SaleKind = "cross-sell"
	SaleRenewal   SaleKind = "renewal"
)

// SaleKinds lists the kinds of sale.
func SaleKinds() []SaleKind { return []SaleKind{SaleNew, SaleUpsell, SaleCrossSell, SaleRenewal} }

func (k *SaleKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (SaleKind) Words() []string                    { return words(SaleKinds()) }

// Target is the planned sales to a part of the client in a period, with the budget that both sides
// agreed on.
type Target struct {
	// Unit is the unit of the target, with all units below it; empty means the whole client.
	// Product is the product of the target; empty means all our products.
	Unit    UnitID    `json:"unit,omitzero" account:"key,about,whole"`
	Product ProductID `json:"product,omitzero" account:"key,about,whole"`
	Period  Period    `json:"period" account:"key"`
	// Sales is the amount of orders that our company expects in the period. Zero means not set.
	Sales Money `json:"sales,omitzero"`
	// Budget is the amount that the client has set aside for the period, as agreed with us. Zero
	// means not agreed.
	Budget Money `json:"budget,omitzero"`
}
