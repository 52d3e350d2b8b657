package handoff

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// exposuresSection lists who was shown what and how they took it, the latest first.
func (p *page) exposuresSection() *document.Section {
	all := slices.Collect(p.Exposures())
	if len(all) == 0 {
		return p.section(SectionExposures, terms.HandoffSectionExposures, terms.HandoffNoExposures)
	}
	slices.SortStableFunc(all, func(a, b accountmap.Exposure) int { return b.Date.Compare(a.Date) })
	heads := []headKey{left(terms.ColumnDate), left(terms.ColumnContact), left(terms.ColumnUnit), left(terms.ColumnProduct), left(terms.ColumnKind),
		left(terms.ColumnOurPeople)}
	if !p.Client {
		heads = append(heads, left(terms.ColumnReaction))
	}
	table := &document.Table{Head: p.heads(heads...)}
	var group document.Group
	for _, e := range all {
		c, _ := p.Contact(e.Contact)
		row := document.Row{
			p.dayCell(e.Date), rowHead(words(p.ContactName(e.Contact))), textCell(p.UnitName(c.Unit)), textCell(p.ProductName(e.Product)),
			textCell(accountview.OrBlank(p.Words.ExposureKind, e.Kind)), textCell(p.MemberName(e.By)),
		}
		if !p.Client {
			row = append(row, p.reactionCell(e.Reaction))
		}
		group.Rows = append(group.Rows, row)
	}
	table.Groups = []document.Group{group}
	return p.section(SectionExposures, terms.HandoffSectionExposures, "", table)
}

func (p *page) reactionCell(r accountmap.Reaction) document.Cell {
	tone := accountmap.StanceNeutral
	switch r {
	case "":
		return document.Cell{}
	case accountmap.ReactionInterested:
		tone = accountmap.StanceSupporter
	case accountmap.ReactionNegative:
		tone = accountmap.StanceBlocker
	}
	return cell(document.Text{document.Chip{Text: p.Words.Reaction(r), Tone: stanceTone(tone)}})
}
