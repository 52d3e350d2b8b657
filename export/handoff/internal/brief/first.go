package brief

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
)

// doFirst lists what to do first: what is late, what comes soon, and who has to be met.
func (p *page) doFirst() []document.Block {
	var rows []document.Row
	add := func(when document.Text, what, who, ours string) {
		owner := cells.Cell(cells.Muted(ours))
		owner.Number = true
		rows = append(rows, document.Row{cells.Cell(when), cells.TextCell(cells.Short(what, 96)), cells.Cell(cells.Muted(who)), owner})
	}
	late := slices.DeleteFunc(p.Map.Overdue(p.AsOf, accountmap.Deadlines{}), func(o accountmap.Overdue) bool { return o.Kind == accountmap.OverdueSurvey })
	for _, o := range late[:min(len(late), 3)] {
		what := cmp.Or(o.Title, p.Words.OverdueKind(o.Kind)+": "+p.place(o.Product, o.Unit))
		add(document.Text{document.Toned{Text: p.late(o.Days), Tone: cells.AlarmTone}}, what, cmp.Or(p.contact(o.Contact), p.UnitName(o.Unit)), p.member(o.Member))
	}
	for _, a := range p.coming() {
		if len(rows) == movesAtMost-1 {
			break
		}
		who, ours := "", ""
		if len(a.Contacts) > 0 {
			who = p.contact(a.Contacts[0])
		}
		if len(a.Members) > 0 {
			ours = p.member(a.Members[0])
		}
		add(cells.Strong(p.day(a.Date)), p.subject(a, 96), cmp.Or(who, p.UnitName(a.Unit)), ours)
	}
	for _, e := range p.watch.ToFindOut.Entries {
		if len(rows) == movesAtMost {
			break
		}
		key := terms.BriefFindStance
		if c, _ := p.Map.Contact(e.Contact); c.Placeholder {
			key = terms.BriefFindWho
		}
		ours := ""
		if len(e.Members) > 0 {
			ours = p.member(e.Members[0])
		}
		add(cells.Strong(p.Words.Text(terms.BriefSoon)), p.Words.Text(key, p.ContactName(e.Contact)), p.contact(e.Contact), ours)
	}
	return p.listed(0, []int{13, 46, 27, 17}, rows)
}

// coming lists the appointments of the next weeks that somebody has to prepare.
func (p *page) coming() []event {
	if p.AsOf.IsZero() {
		return nil
	}
	return merged(insight.Agenda(p.Map, p.AsOf, p.AsOf.AddDays(ahead), insight.AgendaIntroduction, insight.AgendaPromise, insight.AgendaMilestone,
		insight.AgendaRenewal))
}

// place is "Core, Mill", or the known one of the two.
func (p *page) place(product accountmap.ProductID, unit accountmap.UnitID) string {
	switch name := p.ProductName(product); {
	case name == "":
		return p.UnitName(unit)
	case unit == "":
		return name
	default:
		return name + ", " + p.UnitName(unit)
	}
}
