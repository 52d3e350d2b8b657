package handoff

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// namedAtMost is how many people or units a gap names before it counts the others.
const namedAtMost = 6

// readinessSection says how complete the handoff is, and lists what to do about each gap, the
// heaviest first. What is complete is below, in one line.
func (p *page) readinessSection(s *document.Section) {
	ready := insight.Ready(p.Map, p.AsOf)
	missing := ready.Missing()
	met, all := ready.Met(), len(ready.Findings)
	done := share(met, all)
	blocks := []document.Block{&document.Facts{Items: []document.Fact{{
		Label: p.Words.Text(terms.PackReadiness), Value: p.Words.Text(terms.PackOf, met, all), Share: done, Tone: readinessTone(done, len(missing)),
	}, p.introductionFact(), p.signOffFact()}}}
	if len(missing) > 0 {
		table := &document.Table{Head: p.heads(left(terms.PackToDo), right(terms.PackInPlaceHead), left(terms.PackWhere))}
		var group document.Group
		for _, f := range missing {
			group.Rows = append(group.Rows, document.Row{
				rowHead(words(p.Words.Gap(f.Check))), numberCell(p.Words.Text(terms.PackOf, f.Part, f.Whole)), p.whereCell(f)})
		}
		table.Groups = []document.Group{group}
		blocks = append(blocks, table)
	}
	var inPlace []string
	for _, f := range ready.Findings {
		if f.Met() {
			inPlace = append(inPlace, p.Words.Check(f.Check))
		}
	}
	if len(inPlace) > 0 {
		blocks = append(blocks, p.note(terms.PackMet, strings.Join(inPlace, " · ")))
	}
	s.Blocks = blocks
}

// introductionFact is the day on which the client meets the new account manager.
func (p *page) introductionFact() document.Fact {
	h := p.Map.Handoff()
	return document.Fact{Label: p.Words.Text(terms.HandoffIntroduced), Value: cmp.Or(p.day(h.Introduction), "–"), Note: p.fromTo(h)}
}

// signOffFact is the day of the signature, or the day on which it is due.
func (p *page) signOffFact() document.Fact {
	h := p.Map.Handoff()
	f := document.Fact{Label: p.Words.Text(terms.HandoffSignOff), Value: cmp.Or(p.day(h.SignedOff), "–"), Note: p.period(h.Start, h.End)}
	if h.SignedOff.IsZero() {
		f.Note = strings.Trim(p.Words.Text(terms.HandoffNotSignedOff)+" · "+f.Note, " ·")
	}
	return f
}

// readinessTone is green when nothing is missing and the handoff can be signed, else yellow or red
// by the share. It borrows the tones of the stances.
func readinessTone(share float64, missing int) string {
	switch {
	case missing == 0:
		return stanceTone(accountmap.StanceChampion)
	case share >= 0.6:
		return stanceTone(accountmap.StanceSceptic)
	}
	return stanceTone(accountmap.StanceBlocker)
}

// whereCell names the people and units that a gap is about.
func (p *page) whereCell(f insight.Finding) document.Cell {
	var names []string
	for _, id := range f.Contacts {
		names = append(names, p.ContactName(id))
	}
	for _, id := range f.Units {
		names = append(names, p.UnitName(id))
	}
	if more := len(names) - namedAtMost; more > 0 {
		names = append(names[:namedAtMost:namedAtMost], p.Words.Count(terms.MapMore, more))
	}
	return textCell(strings.Join(names, " · "))
}

// checklistSection lists what has to be done before the handoff is complete, in the author's
// order, and who signs that it is.
func (p *page) checklistSection(s *document.Section) {
	if p.Map.Handoff().IsZero() {
		return
	}
	var blocks []document.Block
	if items := p.Map.Handoff().Checklist; len(items) > 0 {
		blocks = p.checklist(items)
	}
	s.Blocks = append(blocks, titled("signoff", p.Words.Text(terms.HandoffSignOff), p.signOff()))
}

func (p *page) checklist(items []accountmap.ChecklistItem) []document.Block {
	done := 0
	var group document.Group
	for _, item := range items {
		state := document.Chip{Text: p.Words.Text(terms.HandoffToDo), Tone: stanceTone(accountmap.StanceSceptic)}
		if item.Done {
			done++
			state = document.Chip{Text: p.Words.Text(terms.HandoffDone), Tone: stanceTone(accountmap.StanceChampion)}
		}
		group.Rows = append(group.Rows, document.Row{cell(document.Text{state}), textCell(item.Text)})
	}
	return []document.Block{
		&document.Paragraph{Text: words(p.Words.Text(terms.HandoffDoneOf, done, len(items)))},
		&document.Table{Head: p.heads(left(terms.ColumnState), left(terms.ColumnItem)), Groups: []document.Group{group}},
	}
}

// signOff has a line to sign for each side of the handoff, with the day when it was signed.
func (p *page) signOff() document.Block {
	h := p.Map.Handoff()
	var group document.Group
	for _, side := range []struct {
		part terms.Key
		who  accountmap.MemberID
	}{{terms.HandoffHandsOver, h.From}, {terms.HandoffTakesOver, h.To}} {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(p.Words.Text(side.part))), p.signer(side.who), p.dayCell(h.SignedOff), {}})
	}
	return &document.Table{
		Head:   p.heads(left(terms.PackPart), left(terms.ColumnName), left(terms.ColumnDate), left(terms.PackSignature)),
		Groups: []document.Group{group},
		Widths: []int{3, 4, 3, 6}, // with room to sign
	}
}

// signer is a member of our team above the role, with room to sign at the right.
func (p *page) signer(id accountmap.MemberID) document.Cell {
	t, _ := p.Map.Member(id)
	return cell(words(p.MemberName(id)), muted(accountview.OneLine(t.Role)))
}
