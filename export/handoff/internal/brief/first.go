package brief

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
)

// doFirst lists the most important moves: the deadline, the task, the client's people, and our
// colleague.
func (p *page) doFirst() []document.Block {
	var rows []document.Row
	for _, v := range p.todo[:min(len(p.todo), p.moves)] {
		who, owner := p.OrNobody(""), p.OrNobody("")
		if len(v.Contacts) > 0 {
			who = p.contact(v.Contacts[0])
		}
		if len(v.Members) > 0 {
			owner = p.member(v.Members[0])
		}
		ours := cells.Cell(cells.Muted(owner))
		ours.Number = true
		rows = append(rows, document.Row{p.by(v), cells.TextCell(cells.Short(p.Words.Move(p.Map, v), p.letters)), cells.Cell(cells.Muted(who)), ours})
	}
	return p.listed(0, []int{13, 46, 27, 17}, rows)
}

// by is the deadline of a move, in red when it is past.
func (p *page) by(v insight.Move) document.Cell {
	switch {
	case v.Late > 0:
		return cells.Cell(document.Text{document.Toned{Text: p.late(v.Late), Tone: cells.AlarmTone}})
	case v.By.IsZero():
		return cells.Cell(cells.Strong(p.Words.Text(terms.BriefSoon)))
	}
	return cells.Cell(cells.Strong(p.day(v.By)))
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
