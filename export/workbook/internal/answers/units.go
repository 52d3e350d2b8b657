package answers

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// activeUnits answers "which units do I do business with now?", with one row for each unit.
func (b *maker) activeUnits() answer {
	active := b.Map.ActiveUnits()
	a := answer{
		question: terms.WorkbookQuestionActiveUnits, none: terms.WorkbookNoActiveUnits, rest: "coverage",
		summary: b.Words.Count(terms.WorkbookUnitsOf, len(b.Coverage.Units), len(active)),
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnLocation, terms.ColumnPenetration, terms.ColumnProductsSold, terms.ColumnInProgress,
			terms.ColumnLapsed, terms.ColumnLastOrder},
	}
	shares := map[accountmap.UnitID]accountmap.Penetration{}
	for i, u := range b.Coverage.Units {
		shares[u.ID] = b.Coverage.Shares[i]
	}
	for _, u := range active {
		share := sheet.Cell{Value: sheet.Percent(shares[u.Unit].Share()), Style: b.Number}
		a.addWeighted(int64(u.Sold), b.unitCell(u.Unit), b.TextCell(b.Place(u.Unit)), share, b.NumberCell(u.Sold), b.NumberCell(u.Open),
			b.NumberCell(u.Lapsed), b.DateCell(u.LastOrder))
	}
	return a
}

// dormantUnits answers "which units do I not do business with?", with one row for each unit.
func (b *maker) dormantUnits() answer {
	dormant := b.Map.DormantUnits()
	a := answer{
		question: terms.WorkbookQuestionDormantUnits, none: terms.WorkbookNoDormantUnits, rest: "coverage",
		summary: b.Words.Count(terms.WorkbookUnitsOf, len(b.Coverage.Units), len(dormant)),
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnLocation, terms.ColumnContacts, terms.ColumnInProgress, terms.ColumnLapsed,
			terms.ColumnLastOrder},
	}
	if len(b.Coverage.Units) == 0 {
		a.none = terms.WorkbookNoUnits
	}
	known := map[accountmap.UnitID]int{}
	for _, k := range b.Map.Known("", b.AsOf) {
		known[k.Unit] = len(k.Contacts)
	}
	for _, u := range dormant {
		a.addWeighted(int64(known[u.Unit]), b.unitCell(u.Unit), b.TextCell(b.Place(u.Unit)), b.NumberCell(known[u.Unit]), b.NumberCell(u.Open),
			b.NumberCell(u.Lapsed), b.DateCell(u.LastOrder))
	}
	return a
}

// locations answers "where is each unit located?", also for units that are only headings. A place
// inherited from a parent is marked.
func (b *maker) locations() answer {
	a := answer{
		question: terms.WorkbookQuestionLocations, none: terms.WorkbookNoUnits, rest: "units",
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnPartOf, terms.ColumnAddress, terms.ColumnCity, terms.ColumnRegion, terms.ColumnCountry,
			terms.ColumnKind, terms.ColumnSegment, terms.ColumnNotes},
	}
	placed := 0
	locations := b.Map.Locations()
	for _, l := range locations {
		u, _ := b.Map.Unit(l.Unit)
		note := ""
		switch {
		case l.From != "":
			note = b.Words.Text(terms.WorkbookTakenFrom, b.UnitName(l.From))
		case !l.Known():
			note = b.Words.Text(terms.MapPlaceUnknown)
		}
		if l.Known() {
			placed++
		}
		a.add(b.unitCell(l.Unit), b.TextCell(b.UnitName(u.Parent)), b.TextCell(l.Address), b.TextCell(l.City),
			b.TextCell(l.Region), b.TextCell(l.Country), b.TextCell(accountview.OrBlank(b.Words.UnitKind, u.Kind)), b.TextCell(u.Segment), b.TextCell(note))
	}
	a.summary = b.Words.Count(terms.WorkbookUnitsOf, len(locations), placed)
	return a
}
