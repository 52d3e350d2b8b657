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

// attentionSection lists what is late, the latest first, and the orders that are not what they were, with whom to ask.
func (p *page) attentionSection() *document.Section {
	var blocks []document.Block
	if late := p.Overdue(p.AsOf, accountmap.Deadlines{}); len(late) > 0 {
		blocks = append(blocks, titled("overdue", p.Words.Text(terms.PackOverdue), p.overdueTable(late)))
	}
	if alerts := insight.Alerts(p.Map, p.AsOf, insight.Thresholds{}); len(alerts) > 0 {
		blocks = append(blocks, titled("alerts", p.Words.Text(terms.PackOrderAlerts), p.alertTable(alerts)))
	}
	none := terms.PackNoAttention
	if p.AsOf.IsZero() {
		none = terms.PackDayUnknown // nothing can be late
	}
	return p.section(SectionAttention, terms.PackSectionAttention, none, blocks...)
}

func (p *page) overdueTable(late []accountmap.Overdue) document.Block {
	table := &document.Table{Head: p.heads(left(terms.ColumnKind), left(terms.PackWhat), left(terms.ColumnDue), right(terms.PackDaysLate),
		left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople))}
	var group document.Group
	for _, o := range late {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(p.Words.OverdueKind(o.Kind))), p.subjectCell(o.Title, o.ID, o.Product, o.Unit), p.dueCell(o), p.countCell(o.Days),
			textCell(p.ContactName(o.Contact)), textCell(p.MemberName(o.Member)),
		})
	}
	table.Groups = []document.Group{group}
	return table
}

// dueCell is the day by which something should have been done, or why it is late where no day says so.
func (p *page) dueCell(o accountmap.Overdue) document.Cell {
	if o.Due.IsZero() && len(o.Reasons) > 0 {
		return cell(muted(p.Words.Reason(o.Reasons[0])))
	}
	return p.dayCell(o.Due)
}

// subjectCell says what something is about: what the author calls it, or else its number, and below the product and the unit.
func (p *page) subjectCell(title, id string, product accountmap.ProductID, unit accountmap.UnitID) document.Cell {
	place := p.productAndUnit(product, unit)
	if title = cmp.Or(accountview.OneLine(title), id); title == "" {
		return textCell(place)
	}
	return cell(words(title), muted(place))
}

// productAndUnit is "Core · Mill", or the one that is known.
func (p *page) productAndUnit(product accountmap.ProductID, unit accountmap.UnitID) string {
	return strings.Trim(p.ProductName(product)+" · "+p.UnitName(unit), " ·")
}

func (p *page) alertTable(alerts []insight.Alert) document.Block {
	table := &document.Table{Head: p.heads(left(terms.PackWhat), left(terms.ColumnReason), left(terms.ColumnLastOrder), right(terms.PackAtRisk),
		left(terms.PackAsk))}
	var group document.Group
	for _, a := range alerts {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(p.ProductName(a.Product)), muted(p.UnitName(a.Unit))), cell(words(p.Words.Reason(a.Reason)), muted(p.alertDetail(a))),
			p.dayCell(a.Last), p.amountCell(a.AtRisk), p.people(a.Call),
		})
	}
	table.Groups = []document.Group{group}
	return table
}

// alertDetail is the figure behind an alert: for how long nothing came, or how much beside the usual.
func (p *page) alertDetail(a insight.Alert) string {
	if a.Reason == accountmap.ReasonSilent {
		return p.Words.Text(terms.PackSilence, a.Silent, p.Words.Decimal(a.Every, 0))
	}
	return p.Words.Text(terms.PackFewer, p.Words.Decimal(a.Quantity, 1), p.Words.Decimal(a.Usual, 1))
}
