package workbook

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// known answers "whom do I know in each unit?", one row a person, and one that says nobody.
func (b *book) known() answer {
	a := answer{
		question: terms.WorkbookQuestionKnown, none: terms.WorkbookNoUnits,
		heads: []terms.Key{terms.ColumnUnit, terms.ColumnContact, terms.ColumnTitle, terms.ColumnStance, terms.ColumnContactLevel,
			terms.ColumnPower},
	}
	met, people := 0, 0
	for _, k := range b.Known("") {
		people += len(k.Contacts)
		if len(k.Contacts) > 0 {
			met++
		} else {
			nobody := sheet.Cell{Value: sheet.Text(b.Words.Text(terms.WorkbookNobodyYet)), Style: b.Alarm}
			a.add(b.unitCell(k.Unit), nobody, b.textCell(""), b.textCell(""), b.textCell(""), sheet.Cell{Style: b.Number})
		}
		for _, id := range append(k.Contacts, k.Missing...) {
			c, _ := b.Contact(id)
			a.add(b.unitCell(k.Unit), b.textCell(b.Person(c).Name), b.textCell(c.Title), b.stanceCell(c.Stance),
				b.textCell(b.Words.ContactLevel(c.ContactLevel)), b.powerCell(c.Power))
		}
	}
	a.summary = b.Words.Count(terms.WorkbookUnitsOf, len(b.matrix.Units), met) + " · " + b.Words.Count(terms.MapPeople, people)
	return a
}

// asked answers "which contacts have I asked for referrals and testimonials?", one row a contact and kind.
func (b *book) asked() answer {
	a := answer{
		question: terms.WorkbookQuestionAsked, none: terms.WorkbookNobodyAsked,
		heads: []terms.Key{terms.ColumnContact, terms.ColumnUnit, terms.ColumnKind, terms.ColumnTimes, terms.ColumnGiven, terms.ColumnDeclined,
			terms.ColumnOpen, terms.ColumnUnasked, terms.ColumnLastAsked},
	}
	var summary []string
	for _, kind := range accountmap.EndorsementKinds() {
		asks := b.Asked(kind)
		summary = append(summary, b.Words.Text(accountview.EndorsementHead(kind))+": "+b.Words.Count(terms.MapPeople, len(asks)))
		for _, ask := range asks {
			c, _ := b.Contact(ask.Contact)
			a.add(sheet.Cell{Value: sheetstyle.CellText(b.PersonName(c)), Style: b.Bold}, b.textCell(b.UnitName(c.Unit)),
				b.textCell(b.Words.EndorsementKind(kind)), b.numberCell(ask.Times), b.numberCell(ask.Given), b.numberCell(ask.Declined),
				b.numberCell(ask.Open), b.numberCell(ask.Unasked), b.dateCell(ask.Last))
		}
	}
	a.summary = strings.Join(summary, " · ")
	return a
}

// given answers "how many of each were given?".
func (b *book) given() answer {
	a := answer{
		question: terms.WorkbookQuestionGiven, none: terms.WorkbookNothingGiven,
		heads: []terms.Key{terms.ColumnKind, terms.ColumnConversion, terms.ColumnAsked, terms.ColumnGiven, terms.ColumnDeclined, terms.ColumnOpen,
			terms.ColumnUnasked},
	}
	var summary []string
	for _, kind := range accountmap.EndorsementKinds() {
		n := b.Given(kind)
		summary = append(summary, b.Words.Text(accountview.EndorsementHead(kind))+": "+b.Words.Number(n.Given)+" / "+b.Words.Number(n.Asked))
		share := sheet.Cell{Style: b.Number}
		if n.Asked > 0 {
			share.Value = sheet.Percent(n.Share())
		}
		a.add(sheet.Cell{Value: sheet.Text(b.Words.Text(accountview.EndorsementHead(kind))), Style: b.Bold}, share, b.numberCell(n.Asked),
			b.numberCell(n.Given), b.numberCell(n.Declined), b.numberCell(n.Open), b.numberCell(n.Unasked))
	}
	a.summary = strings.Join(summary, " · ")
	return a
}
