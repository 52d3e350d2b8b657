package answers

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

const maxNames = 12

// known answers "whom do I know in each unit?", with one row for each unit and the best known
// people first.
func (b *maker) known() answer {
	a := answer{
		question: terms.WorkbookQuestionKnown, none: terms.WorkbookNoUnits, rest: "contacts",
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnContacts, "", "", "", "", terms.SheetsPeople},
	}
	met, people := 0, 0
	for _, k := range b.Map.Known("", b.AsOf) {
		people += len(k.Contacts)
		cell := sheet.Cell{Value: sheet.Text(b.Words.Text(terms.WorkbookNobodyYet)), Style: b.Alarm}
		if len(k.Contacts) > 0 {
			met++
		}
		if all := append(k.Contacts, k.Missing...); len(all) > 0 {
			cell = b.TextCell(b.namesOf(all))
		}
		blank := b.TextCell("")
		a.rows = append(a.rows, answerRow{cells: []sheet.Cell{b.unitCell(k.Unit), cell, blank, blank, blank, blank, b.NumberCell(len(k.Contacts))},
			span: 5, weight: int64(len(k.Contacts))})
	}
	a.summary = b.Words.Count(terms.WorkbookUnitsOf, len(b.Coverage.Units), met) + " · " + b.Words.Count(terms.MapPeople, people)
	return a
}

// namesOf returns the names of the first maxNames people, with the marks of their stances and their
// job titles, and the number of the others.
func (b *maker) namesOf(all []accountmap.ContactID) string {
	var names []string
	for _, id := range all[:min(len(all), maxNames)] {
		c, _ := b.Map.Contact(id)
		name := b.Words.StanceMark(c.Stance) + " " + b.Person(c).Name
		if title := accountview.OneLine(c.Title); title != "" {
			name += ", " + title
		}
		names = append(names, name)
	}
	text := strings.Join(names, "  ·  ")
	if more := len(all) - maxNames; more > 0 {
		text += "  ·  " + b.Words.Count(terms.MapMore, more)
	}
	return text
}

// asked answers "which contacts have I asked for referrals and testimonials?", with one row for
// each contact and kind.
func (b *maker) asked() answer {
	a := answer{
		question: terms.WorkbookQuestionAsked, none: terms.WorkbookNobodyAsked, rest: "endorsements",
		heads: []terms.Key{terms.ColumnContact, terms.ColumnUnit, terms.ColumnKind, terms.ColumnTimes, terms.ColumnGiven, terms.ColumnDeclined,
			terms.ColumnOpen, terms.ColumnUnasked, terms.ColumnLastAsked},
	}
	var summary []string
	for _, kind := range accountmap.EndorsementKinds() {
		asks := b.Map.Asked(kind, b.AsOf)
		summary = append(summary, b.Words.Text(accountview.EndorsementHead(kind))+": "+b.Words.Count(terms.MapPeople, len(asks)))
		for _, ask := range asks {
			c, _ := b.Map.Contact(ask.Contact)
			a.addWeighted(int64(ask.Times), sheet.Cell{Value: sheetstyle.CellText(b.PersonName(c)), Style: b.Bold}, b.TextCell(b.UnitName(c.Unit)),
				b.TextCell(b.Words.EndorsementKind(kind)), b.NumberCell(ask.Times), b.NumberCell(ask.Given), b.NumberCell(ask.Declined),
				b.NumberCell(ask.Open), b.NumberCell(ask.Unasked), b.DateCell(ask.Last))
		}
	}
	a.summary = strings.Join(summary, " · ")
	return a
}

// given answers "how many referrals and testimonials were given?", with one row for each kind.
func (b *maker) given() answer {
	a := answer{
		question: terms.WorkbookQuestionGiven, none: terms.WorkbookNothingGiven,
		heads: []terms.Key{terms.ColumnKind, terms.ColumnConversion, terms.ColumnAsked, terms.ColumnGiven, terms.ColumnDeclined, terms.ColumnOpen,
			terms.ColumnUnasked},
	}
	var summary []string
	for _, kind := range accountmap.EndorsementKinds() {
		n := b.Map.Given(kind, b.AsOf)
		summary = append(summary, b.Words.Text(accountview.EndorsementHead(kind))+": "+b.Words.Number(n.Given)+" / "+b.Words.Number(n.Asked))
		share := sheet.Cell{Style: b.Number}
		if n.Asked > 0 {
			share.Value = sheet.Percent(n.Share())
		}
		a.add(sheet.Cell{Value: sheet.Text(b.Words.Text(accountview.EndorsementHead(kind))), Style: b.Bold}, share, b.NumberCell(n.Asked),
			b.NumberCell(n.Given), b.NumberCell(n.Declined), b.NumberCell(n.Open), b.NumberCell(n.Unasked))
	}
	a.summary = strings.Join(summary, " · ")
	return a
}
