package workbook

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// What is otherwise in a workbook for the client. What the client may read is what the map holds: nothing here says it once more, so that an
// empty sheet or column, which would tell what was taken out, is left out whatever it is of.

// readable are the sheets on which the client can read something. A caller's own is the caller's.
func (b *book) readable(asked []Sheet) []Sheet {
	return slices.DeleteFunc(slices.Clone(asked), func(s Sheet) bool {
		return s.own == nil && s.fill != nil && !b.saysSomething(s.name)
	})
}

// saysSomething reports whether a sheet has anything for the client: the views that judge have not, whatever is in them.
func (b *book) saysSomething(sheet string) bool {
	switch sheet {
	case "summary", "coverage":
		return true
	case "value":
		return slices.ContainsFunc(b.data.Coverage, func(c accountmap.Cell) bool { return !c.Value.IsZero() })
	case "quarters":
		return len(b.Series(b.AsOf, accountmap.PeriodQuarter, quarters)) > 0
	case detailsName:
		sheet = "coverage"
	}
	t, ok := table.Lookup(sheet)
	if !ok {
		return false
	}
	for r := range t.Rows(b.data) {
		if sheet != "coverage" || !justStatus(r) {
			return true
		}
	}
	return false
}

// filled reports whether some row of a table has a value in a column.
func (b *book) filled(t *table.Table, column int) bool {
	for r := range t.Rows(b.data) {
		if r.Value(column) != nil {
			return true
		}
	}
	return false
}

// shownStatuses are those that a cell of the coverage can have.
func (b *book) shownStatuses() []accountmap.Status {
	if b.Client {
		return []accountmap.Status{accountmap.StatusSold}
	}
	return accountmap.Statuses()
}

// peopleHead heads the people below their units.
func (c *coverage) peopleHead() terms.Key {
	if c.Client {
		return terms.HandoffSectionPeople
	}
	return terms.WorkbookPeople
}

// straysHead heads the people of whom no unit is known.
func (c *coverage) straysHead() terms.Key {
	if c.Client {
		return terms.ClientOtherPeople
	}
	return terms.WorkbookUnitUnknown
}

// clientFigures are the figures of the summary that the client can read.
func (b *book) clientFigures() []figure {
	figures := []figure{
		{terms.HandoffBuyingUnits, sheet.Number(len(b.ActiveUnits())), b.Words.Count(terms.HandoffOfUnits, len(b.matrix.Units))},
		{terms.HandoffSectionPeople, sheet.Number(b.Standing().Total()), ""},
	}
	if value, _ := b.valueAndPotential(); value != nil {
		figures = append(figures, figure{terms.SheetsSoldValue, value, ""})
	}
	if b.AsOf.IsZero() {
		return figures
	}
	figures = append(figures, b.yearFigures()...)
	return append(figures, b.renewalFigures()...)
}
