package handoff

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// dealsAtMost is how many units with open deals are listed.
const dealsAtMost = 10

// consensusSection has a row for each unit with open deals: whose agreement they lack, and who could
// get it. The deals of a unit need the same people.
func (p *page) consensusSection(s *document.Section) {
	deals := insight.Deals(p.Map, p.AsOf, len(p.matrix.Units))
	if len(deals) == 0 {
		return
	}
	table := &document.Table{Head: p.heads(left(terms.BriefDeals), left(terms.BriefYesMissing), left(terms.BriefCanGetIt), left(terms.BriefYesGiven))}
	var group document.Group
	for _, d := range deals[:min(len(deals), dealsAtMost)] {
		group.Rows = append(group.Rows, p.consensusRow(d))
	}
	table.Groups = []document.Group{group}
	if more := len(deals) - dealsAtMost; more > 0 {
		table.Foot = []document.Row{p.restRow(more, 4, p.sheetOf("coverage"))}
	}
	s.Blocks = []document.Block{table}
}

// consensusRow is the deals of a unit, who does not agree yet, who could win some of them over, and
// who agrees.
func (p *page) consensusRow(d insight.Deal) document.Row {
	var products []string
	for _, product := range d.Products {
		products = append(products, p.ProductName(product))
	}
	what := rowHead(words(p.UnitName(d.Unit)), muted(p.few(products, 4)))
	if !d.Worth.IsZero() {
		what.Lines[0] = append(what.Lines[0], document.Muted(" "+p.Words.ShortAmount(d.Worth)))
	}
	var missing document.Text
	var allies []accountmap.ContactID
	won := map[accountmap.ContactID][]string{}
	for i, v := range d.Open[:min(len(d.Open), approversAtMost)] {
		if i > 0 {
			missing = append(missing, document.Plain(", "))
		}
		name := p.ContactName(v.Contact)
		missing = append(missing, document.Toned{Text: p.Words.StanceMark(v.Stance) + "\u00a0", Tone: stanceTone(v.Stance)}, document.Plain(name))
		if len(v.Allies) > 0 {
			ally := v.Allies[0].Contact
			if won[ally] == nil {
				allies = append(allies, ally)
			}
			won[ally] = append(won[ally], name)
		}
	}
	if more := len(d.Open) - approversAtMost; more > 0 {
		missing = append(missing, document.Muted(" "+p.Words.Count(terms.MapMore, more)))
	}
	cells := []document.Text{missing}
	for _, role := range d.Roles {
		cells = append(cells, muted(p.Words.Role(role)+": "+p.Words.Text(terms.MapNotYetKnown)))
	}
	var winners []document.Text
	for _, ally := range allies {
		winners = append(winners, document.Text{document.Plain(p.ContactName(ally)), document.Muted(" → " + strings.Join(won[ally], ", "))})
	}
	var given []string
	for _, id := range d.Yes {
		given = append(given, p.ContactName(id))
	}
	return document.Row{what, cell(slices.DeleteFunc(cells, func(t document.Text) bool { return len(t) == 0 })...), cell(winners...), textCell(p.few(given, approversAtMost))}
}

// approversAtMost is how many people are named whose agreement a deal lacks or has.
const approversAtMost = 6
