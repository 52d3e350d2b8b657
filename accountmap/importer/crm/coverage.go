package crm

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// cellKey is a cell of the coverage.
type cellKey struct {
	unit    int
	product *product
}

// addCoverage makes the coverage and the orders of the account.
func (im *importer) addCoverage() {
	cells := map[cellKey][]sale{}
	for _, d := range im.deals {
		if d.seat != seatWithin || d.status == "" {
			continue
		}
		for _, s := range im.sales(d) {
			k := cellKey{d.unit, s.product}
			cells[k] = append(cells[k], s)
			s.product.sought = true
			if d.status == accountmap.StatusSold {
				im.addOrder(s)
			}
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(cells), im.compareCells) {
		im.account.Coverage = append(im.account.Coverage, im.cell(k.unit, k.product, cells[k]))
		im.placed("coverage", cells[k][0].rec.pos(cell{}))
	}
}

// compareCells orders cells by unit and product, as the account has both.
func (im *importer) compareCells(a, b cellKey) int {
	return cmp.Or(cmp.Compare(im.clients.units[a.unit].place, im.clients.units[b.unit].place), cmp.Compare(a.product.place, b.product.place))
}

// cell makes a cell of the coverage of all the lines that are about it.
func (im *importer) cell(unit int, p *product, sales []sale) accountmap.Cell {
	var won, open, lost []sale
	for _, s := range sales {
		switch {
		case s.deal.status == accountmap.StatusSold:
			won = append(won, s)
		case s.deal.open:
			open = append(open, s)
		default:
			lost = append(lost, s)
		}
	}
	c := accountmap.Cell{Unit: im.clients.id(unit), Product: p.ID}
	deciding := latest(sales)
	switch {
	case len(won) > 0:
		deciding = latest(won)
		c.Status = accountmap.StatusSold
	case len(open) > 0:
		deciding = latest(open)
		c.Status = accountmap.StatusOpportunity
		if i := slices.IndexFunc(open, func(s sale) bool { return s.deal.status == accountmap.StatusProposed }); i >= 0 {
			deciding, c.Status = open[i], accountmap.StatusProposed
		}
	default:
		im.lose(&c, deciding)
	}
	im.reportUntold(lost, deciding)
	im.reportRivals(won)
	im.reportRivals(open)
	for _, word := range im.words(deciding.deal.rec, "kind") {
		c.Kind = accountmap.SaleKind(word)
	}
	if !c.Status.Sellable() {
		c.Kind, c.Potential = "", accountmap.Money{}
		return c
	}
	c.Value = im.sum(won, im.inLastYear)
	if len(open) > 0 {
		c.Potential = im.sum(open, nil)
	}
	return c
}

// reportUntold reports the lost deals of a cell in which another decides: a cell has one reason.
func (im *importer) reportUntold(lost []sale, deciding sale) {
	for _, s := range lost {
		r := s.deal.rec
		if s.deal != deciding.deal && (r.get("reason").text != "" || r.get("competitor").text != "") {
			im.Warn(r.pos(cell{}), ErrLeftOut, "nothing to do, unless the cell should say so: see its reason", "the deal %q was lost, and another decides what its cell is: why it was lost is left out", s.deal.called())
		}
	}
}

// reportRivals reports what deals that are not lost say of a competitor or a loss, for which a cell has a place only when it is lost.
func (im *importer) reportRivals(sales []sale) {
	for _, s := range sales {
		r := s.deal.rec
		for _, field := range []string{"competitor", "reason"} {
			if c := r.get(field); c.text != "" {
				im.WarnOf(field, r.pos(c), ErrLeftOut, "nothing to do, unless the account should say so: add it by hand", "the deal %q is not lost, and its %s, %q, is left out", s.deal.called(), c.heading, c.text)
			}
		}
	}
}

// lose fills in what a lost deal says of a cell.
func (im *importer) lose(c *accountmap.Cell, s sale) {
	r := s.deal.rec
	c.Status, c.AsOf = s.deal.status, s.deal.date
	c.Potential = im.sum([]sale{s}, nil)
	var reason []string
	for _, field := range []string{"outcome", "stage", "reason"} {
		if text := r.get(field).text; text != "" {
			reason = append(reason, text)
		}
	}
	c.Reason = strings.Join(reason, ": ")
	if rival := r.get("competitor"); rival.text != "" {
		c.Competitor = im.competitor(rival.text)
		if c.Status == accountmap.StatusGap {
			c.Status = accountmap.StatusCompetitor
		}
	}
}

// competitor returns the first of those named, and adds all of them to the account.
func (im *importer) competitor(text string) accountmap.CompetitorID {
	var first accountmap.CompetitorID
	for name := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == ',' }) {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		id, known := im.rivals[key(name)]
		if !known {
			id = accountmap.CompetitorID(name)
			im.rivals[key(name)] = id
			im.account.Competitors = append(im.account.Competitors, accountmap.Competitor{ID: id, Name: name})
		}
		first = cmp.Or(first, id)
	}
	return first
}
