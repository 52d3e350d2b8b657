package handoff

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// waysAtMost is how many people to ask a unit has, strangeAtMost how many units are listed.
const (
	waysAtMost    = 3
	strangeAtMost = 20
)

// waysIn lists, for each unit that could buy and in which we know nobody, whom to ask for a referral.
// It is nil without such a unit, and for the client.
func (p *page) waysIn() document.Block {
	if p.Client {
		return nil
	}
	table := &document.Table{Head: p.heads(left(terms.PackAsk), left(terms.ColumnReason), left(terms.HandoffThrough), left(terms.ColumnOwner))}
	for _, known := range p.Map.Known("", p.AsOf) {
		if len(known.Contacts) > 0 || len(table.Groups) == strangeAtMost {
			continue
		}
		group := document.Group{Title: p.unitTitle(known.Unit)}
		referrers := p.Map.ReferrersInto(known.Unit, p.AsOf)
		for _, r := range referrers[:min(waysAtMost, len(referrers))] {
			group.Rows = append(group.Rows, p.wayRow(r))
		}
		if len(group.Rows) > 0 {
			table.Groups = append(table.Groups, group)
		}
	}
	if len(table.Groups) == 0 {
		return nil
	}
	return titled("ways-in", p.Words.Text(terms.HandoffWaysIn), table)
}

// wayRow is a person to ask, why, who is between them and the unit, and who of us knows them.
func (p *page) wayRow(r accountmap.Referrer) document.Row {
	c, _ := p.Map.Contact(r.Contact)
	var through, why []document.Text
	for _, hop := range r.Path[1:] {
		through = append(through, words(p.ContactName(hop.From)))
	}
	seen := map[accountmap.Reason]bool{}
	for _, reason := range append([]accountmap.Reason{r.Path[len(r.Path)-1].Reasons[0]}, r.Reasons...) {
		if !seen[reason] {
			why = append(why, words(p.Words.Reason(reason)))
		}
		seen[reason] = true
	}
	owner := p.Map.Liaison(c.Unit, p.AsOf, accountmap.Liaison{Contact: r.Contact}).Member
	return document.Row{rowHead(words(p.PersonName(c)), muted(p.UnitName(c.Unit))), cell(why...), cell(through...), textCell(p.MemberName(owner))}
}
