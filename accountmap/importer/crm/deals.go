package crm

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// catalog are our products: those of the file of products, and those that only deals name.
type catalog struct {
	*index
	all []*product
}

type product struct {
	accountmap.Product
	rec *record
	pos accountmap.Pos
	// retired says that it is sold no more, and sought that a deal of the client is about it.
	retired, sought bool
	// place is its place in the catalog.
	place int
}

func (im *importer) readProducts() {
	im.catalog = &catalog{index: newIndex()}
	for _, r := range im.records[productsTable] {
		name := r.get(fieldName)
		code := r.get(fieldCode).text
		id, ok := im.identify(im.catalog.index, r, "product", code, name.text)
		if !ok {
			continue
		}
		p := &product{rec: r, pos: r.pos(name), Product: accountmap.Product{ID: accountmap.ProductID(id), Name: cmp.Or(name.text, code, id),
			Line: r.get(fieldFamily).text, Description: r.get(fieldDescription).text}}
		for _, word := range im.words(r, fieldActive) {
			p.retired = word == "no"
		}
		im.catalog.put(p, code)
	}
}

func (c *catalog) put(p *product, code string) {
	p.place = len(c.all)
	c.add(p.place, string(p.ID), p.Name, code)
	c.all = append(c.all, p)
}

// productOf returns the product of a row of deals or lines; one that is in no file of products is made of what the row says of it. It returns
// nil when the row names none.
func (im *importer) productOf(r *record) *product {
	id, code, name := r.get(fieldProduct), r.get(fieldCode), r.get(fieldProductName)
	for _, c := range []cell{id, code, name} {
		if i, found := im.catalog.find(im.system, c.text); found {
			return im.catalog.all[i]
		}
		if named := im.catalog.names[c.text]; len(named) > 1 {
			im.WarnOf(c.text, r.pos(c), accountmap.ErrUnknownReference, "export the column with the ids of the products, too",
				"several products are called %q: the first of them is taken", c.text)
			return im.catalog.all[named[0]]
		}
	}
	called := cmp.Or(name.text, code.text, id.text)
	if called == "" {
		return nil
	}
	if len(im.records[productsTable]) > 0 {
		im.WarnOf(called, r.pos(cmp.Or(name, code, id)), accountmap.ErrUnknownReference, "it is added; export it, too, for its line and its price", "the product %q is not among the products", called)
	}
	p := &product{pos: r.pos(cmp.Or(name, code, id)), Product: accountmap.Product{
		ID: accountmap.ProductID(im.catalog.unique(cmp.Or(im.system.id(id.text), code.text, called))), Name: called, Line: r.get(fieldFamily).text}}
	im.catalog.put(p, code.text)
	return p
}

// addProducts adds the products to the account. Prices come last, when the currency of the account is known.
func (im *importer) addProducts() {
	for _, p := range im.catalog.all {
		if p.retired && !p.sought {
			im.Warn(p.pos, ErrLeftOut, "nothing to do, unless it is still for sale", "the product %q is sold no more, and nobody bought it: it is left out", p.Name)
			continue
		}
		if p.rec != nil {
			p.Price = im.money(p.rec, fieldPrice, im.currencyOf(p.rec))
		}
		im.account.Products = append(im.account.Products, p.Product)
		im.placed("products", p.pos)
	}
}

// deal is a deal, which may have several rows.
type deal struct {
	rec      *record
	id, name string
	unit     int
	seat     seat
	// status is what it makes of a cell; empty when it is not known.
	status accountmap.CoverageStatus
	open   bool
	// date is the day on which it was closed, or is to be.
	date accountmap.Date
	// lines are the rows that name its products.
	lines []*record
	// lined says that its rows have amounts of their own, as they differ.
	lined bool
}

// readDeals finds the deals of the client and their lines.
func (im *importer) readDeals() {
	im.dealsBy = newIndex()
	im.dealsLike = map[string]*deal{}
	for _, r := range im.records[dealsTable] {
		if own := im.system.id(r.get(fieldID).text); own != "" && im.dealsBy.records[own] != nil && !values.IsMangled(own) {
			im.readAgain(im.deals[im.dealsBy.ids[own]], r)
		} else if d := im.dealsLike[sayings(r)]; own == "" && d != nil && namesProduct(r) && len(d.lines) > 0 {
			if !im.repeatsRow(im.dealsBy, r, "deal", d.name) {
				d.lines = append(d.lines, r) // a report has a row for each product of a deal
			}
		} else {
			im.readDeal(r)
		}
	}
	for _, r := range im.records[linesTable] {
		im.readLine(r)
	}
}

// sayings is what a row says of its deal, and not of a product. Rows without ids are lines of one deal only if all of it agrees.
func sayings(r *record) string {
	var b strings.Builder
	for k, i := range r.kept {
		if f := r.columns[i].field; !f.isOfLine() && f != fieldNote {
			b.WriteString(r.cells[k].text + "\x00")
		}
	}
	return b.String()
}

// isOfLine reports the fields that a row of deals has of one product.
func (f field) isOfLine() bool {
	switch f {
	case fieldProduct, fieldProductName, fieldCode, fieldFamily, fieldQuantity, fieldPrice, fieldTotal, fieldDiscount:
		return true
	}
	return false
}

// readAgain reads a further row of the id of a deal: a line of it, unless it contradicts what is known of the deal.
func (im *importer) readAgain(d *deal, r *record) {
	same := d.rec.sheet == r.sheet && namesProduct(r) && len(d.lines) > 0
	for k, i := range r.kept {
		if f := r.columns[i].field; same && !f.isOfLine() && f != fieldAmount && f != fieldActual && r.cells[k].text != d.rec.cells[k].text {
			same = false
		}
	}
	if !same {
		im.reportContradiction(d.rec, r, "deal", d.id)
		return
	}
	if im.dealsBy.again(d.id, r) {
		return
	}
	d.lined = d.lined || r.get(fieldAmount).text != d.rec.get(fieldAmount).text || r.get(fieldActual).text != d.rec.get(fieldActual).text
	d.lines = append(d.lines, r)
}

func (im *importer) readDeal(r *record) {
	name := r.get(fieldName).text
	id, ok := im.identify(im.dealsBy, r, "deal", name)
	if !ok {
		return
	}
	d := &deal{rec: r, id: id, name: name}
	d.unit, d.seat = im.seatOf(r)
	im.dealsBy.add(len(im.deals), id, name)
	im.deals = append(im.deals, d)
	im.dealsLike[sayings(r)] = d
	im.dealsBy.again(id, r)
	if namesProduct(r) {
		d.lines = []*record{r}
	}
	if d.seat != seatWithin {
		im.leaveOut(r, "deal", d.called(), d.unit, d.seat)
		return
	}
	d.status, d.open = im.statusOf(r)
	d.date = im.date(r, fieldClose)
	if on := im.date(r, fieldClosedOn); !d.open && !on.IsZero() {
		d.date = on
	}
	im.owner(r) // joins the team
}

func (d *deal) called() string { return cmp.Or(d.name, d.id) }

func namesProduct(r *record) bool {
	return r.get(fieldProduct).text != "" || r.get(fieldProductName).text != "" || r.get(fieldCode).text != ""
}

func (im *importer) readLine(r *record) {
	named := r.get(fieldDeal)
	for _, reference := range im.system.references(named.text) {
		i, found := im.dealsBy.find(im.system, reference)
		if !found {
			hint := "export it, too"
			if im.dealsBy.several(reference) {
				hint = "several have this name: export the column with their ids, too"
			}
			im.WarnOf(reference, r.pos(named), accountmap.ErrUnknownReference, hint, "the deal %q is not among the deals, and its line is left out", reference)
			continue
		}
		d := im.deals[i]
		if len(d.lines) > 0 && d.lines[0].table == dealsTable { // what the deal says of its products is less than what its lines say
			d.lines = nil
		}
		d.lines = append(d.lines, r)
	}
}

// statusOf returns what a deal makes of a cell, by its stage and by what else says whether it is closed. What is not known is reported, and
// no status.
func (im *importer) statusOf(r *record) (s accountmap.CoverageStatus, open bool) {
	var all []accountmap.CoverageStatus
	said := false
	for _, f := range []field{fieldOutcome, fieldState, fieldStage} {
		for _, word := range im.words(r, f) {
			all = append(all, accountmap.CoverageStatus(word))
		}
		said = said || f != fieldStage && r.get(f).text != ""
	}
	won, saidWon := im.yes(r, fieldWon)
	closed, saidClosed := im.yes(r, fieldClosed)
	ends := slices.IndexFunc(all, isEnd)
	switch {
	case won:
		return accountmap.CoverageSold, false
	case saidClosed && closed && saidWon && (ends < 0 || all[ends] == accountmap.CoverageSold):
		return accountmap.CoverageGap, false
	case ends >= 0 && (closed || !saidClosed):
		return all[ends], false
	case slices.Contains(all, accountmap.CoverageProposed):
		return accountmap.CoverageProposed, true
	case len(all) > 0, saidClosed && !closed, said:
		return accountmap.CoverageOpportunity, true
	}
	if r.get(fieldStage).text == "" && r.has(fieldStage) { // otherwise it was said of the file
		im.Warn(r.pos(cell{}), accountmap.ErrMissingValue, "export the column, or give it one in the CRM", "the deal %q has no stage, and is in no cell", r.get(fieldName).text)
	}
	return "", true
}

// isEnd reports whether a status is one of deals that are closed.
func isEnd(s accountmap.CoverageStatus) bool {
	return s != accountmap.CoverageOpportunity && s != accountmap.CoverageProposed
}
