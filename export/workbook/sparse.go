package workbook

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// mostCells is the size from which a view leaves out the rows and columns that would be blank. The order
// book of 790 people and 1,860 products, of whom nobody was shown anything, had 32 MB of blank cells.
const mostCells = 50_000

// withProducts returns the book with only some products in its matrix.
func (b *book) withProducts(keep map[accountmap.ProductID]bool) *book {
	coverage, cells, narrow := *b.Coverage, *b.Cells, *b
	coverage.Lines = nil
	for _, l := range b.Coverage.Lines {
		l.Rows = slices.DeleteFunc(slices.Clone(l.Rows), func(r accountview.ProductRow) bool { return !keep[r.Product.ID] })
		if len(l.Rows) > 0 {
			coverage.Lines = append(coverage.Lines, l)
		}
	}
	cells.Coverage, narrow.Cells = &coverage, &cells
	return &narrow
}

// withAmounts returns the book for a view of the amounts of cells: the whole book, or the products with
// an amount when the view is large.
func (b *book) withAmounts(amount func(accountmap.Cell) accountmap.Money) *book {
	if len(b.Coverage.Units)*len(b.data.Products) <= mostCells {
		return b
	}
	keep := map[accountmap.ProductID]bool{}
	for _, c := range b.data.Coverage {
		keep[c.Product] = keep[c.Product] || !amount(c).IsZero()
	}
	return b.withProducts(keep)
}

// withExposures returns the book and the contacts for the view of exposures: all of them, or the contacts
// and products of an exposure when the view is large.
func (b *book) withExposures(all []accountmap.ContactExposure) (*book, []accountmap.ContactExposure) {
	if len(all)*len(b.data.Products) <= mostCells {
		return b, all
	}
	keep := map[accountmap.ProductID]bool{}
	for _, e := range all {
		for _, s := range e.Shown {
			keep[s.Product] = true
		}
	}
	return b.withProducts(keep), slices.DeleteFunc(all, func(e accountmap.ContactExposure) bool { return len(e.Shown) == 0 })
}
