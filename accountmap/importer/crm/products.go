package crm

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
)

type catalog struct {
	*index
	all []*product
}

type product struct {
	accountmap.Product
	rec *record
	pos accountmap.Pos
	// retired is true if the product is no longer sold, and wanted if a deal of the client names
	// it.
	retired, wanted bool
	// place is its position in the catalog.
	place int
}

func (im *importer) readProducts() {
	im.catalog = &catalog{index: newIndex()}
	for _, r := range im.records[productsTable] {
		name := r.get(fieldName)
		code := r.get(fieldCode)
		id, ok := im.identify(im.catalog.index, r, "product", code.text, name.text)
		if !ok {
			continue
		}
		p := &product{rec: r, pos: r.pos(name), Product: accountmap.Product{ID: accountmap.ProductID(id), Name: cmp.Or(name.text, code.text, id),
			Line: r.get(fieldFamily).text, Description: r.get(fieldDescription).text}}
		if code.text != "" && code.text != id && code.text != p.Name {
			p.Description = strings.TrimSpace(p.Description + "\n" + code.heading + ": " + code.text)
		}
		for _, word := range im.words(r, fieldActive) {
			p.retired = word == "no"
		}
		deleted, _ := im.yes(r, fieldDeleted)
		p.retired = p.retired || deleted
		im.catalog.put(p, code.text)
	}
}

func (c *catalog) put(p *product, code string) {
	p.place = len(c.all)
	c.add(p.place, string(p.ID), p.Name, code)
	c.all = append(c.all, p)
}

// productOf returns the product of a row of deals or lines, or nil if the row names no product. A
// product missing from the product file is made from the row.
func (im *importer) productOf(r *record) *product {
	id, code, name := r.get(fieldProduct), r.get(fieldCode), r.get(fieldProductName)
	for _, c := range []cell{id, code, name} {
		if i, found := im.catalog.find(im.system, c.text); found {
			im.describeProduct(im.catalog.all[i], i, r)
			return im.catalog.all[i]
		}
		if all := im.catalog.lookup(im.system, c.text); len(all) > 1 {
			why, hint := im.unfound(im.catalog.index, c.text, "products", "")
			im.WarnOf(c.text, r.pos(c), accountmap.ErrUnknownReference, hint, "the product %q %s: the first is used", c.text, why)
			return im.catalog.all[all[0]]
		}
	}
	called := cmp.Or(name.text, code.text, id.text)
	if called == "" {
		return nil
	}
	if len(im.records[productsTable]) > 0 {
		im.WarnOf(called, r.pos(cmp.Or(name, code, id)), accountmap.ErrUnknownReference, message.Of("it is added; also export it, for its line and its price"), "the product %q is not among the products", called)
	}
	p := &product{pos: r.pos(cmp.Or(name, code, id)), Product: accountmap.Product{
		ID: accountmap.ProductID(im.catalog.unique(cmp.Or(im.system.id(id.text), code.text, called))), Name: called, Line: r.get(fieldFamily).text}}
	im.catalog.put(p, code.text)
	return p
}

// describeProduct adds the line of a product from a row of a deal, and reports another name or
// line.
func (im *importer) describeProduct(p *product, i int, r *record) {
	for _, f := range []field{fieldProduct, fieldCode, fieldProductName} {
		im.reportOther(r, f, im.catalog.index, i, p.Name)
	}
	line := r.get(fieldFamily)
	if p.Line = cmp.Or(p.Line, line.text); line.text != "" && key(p.Line) != key(line.text) {
		im.WarnOf(line.heading, r.pos(line), ErrLeftOut, message.Of("no action needed unless it is right: then correct the product in the CRM"),
			"%s: a row has %q for the product %q, and another row %q, which counts", line.heading, line.text, p.Name, p.Line)
	}
}

// addProducts adds the products to the account. Prices come last, since they need the currency of
// the account.
func (im *importer) addProducts() {
	for _, p := range im.catalog.all {
		if p.retired && !p.wanted {
			im.Warn(p.pos, ErrLeftOut, message.Of("no action needed unless it is still for sale"), "the product %q is no longer sold, and nobody bought it: it is ignored", p.Name)
			continue
		}
		if p.rec != nil {
			p.Price = cmp.Or(im.money(p.rec, fieldPrice, im.currencyOf(p.rec)), p.Price)
		}
		im.account.Products = append(im.account.Products, p.Product)
		im.placed("products", p.pos)
	}
}
