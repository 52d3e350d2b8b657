package crm

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
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
	for _, r := range im.records["products"] {
		name := r.get("name")
		code := r.get("code").text
		id := im.ownID(r, "product", code, name.text)
		if id == "" {
			im.Warn(r.pos(name), accountmap.ErrMissingName, "export both columns", "the product has neither name nor id, and is left out")
			continue
		}
		if im.repeats(im.catalog.index, r, "product", id) {
			continue
		}
		p := &product{rec: r, pos: r.pos(name), Product: accountmap.Product{ID: accountmap.ProductID(id), Name: cmp.Or(name.text, code, id),
			Line: r.get("family").text, Description: r.get("description").text}}
		for _, word := range im.words(r, "active") {
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
	id, code, name := r.get("product"), r.get("code"), r.get("productName")
	for _, c := range []cell{id, code, name} {
		if i, found := im.catalog.find(im.system, c.text); found && c.text != "" {
			return im.catalog.all[i]
		}
	}
	called := cmp.Or(name.text, code.text, id.text)
	if called == "" {
		return nil
	}
	if len(im.records["products"]) > 0 {
		im.WarnOf(called, r.pos(cmp.Or(name, code, id)), accountmap.ErrUnknownReference, "it is added; export it, too, for its line and its price", "the product %q is not among the products", called)
	}
	p := &product{pos: r.pos(cmp.Or(name, code, id)), Product: accountmap.Product{
		ID: accountmap.ProductID(cmp.Or(im.system.id(id.text), code.text, called)), Name: called, Line: r.get("family").text}}
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
			p.Price = im.money(p.rec, "price", im.currencyOf(p.rec))
		}
		im.account.Products = append(im.account.Products, p.Product)
		im.placed("products", p.pos)
	}
}
