package export

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// attentionSection lists what is late, the latest first, and the orders that are not what they were, with whom to ask.
func (p *page) attentionSection() *document.Section {
	var blocks []document.Block
	if late := p.Overdue(p.asOf, accountmap.Deadlines{}); len(late) > 0 {
		blocks = append(blocks, titled("overdue", p.words.Text(terms.PackOverdue), p.overdueTable(late)))
	}
	if alerts := insight.Alerts(p.Map, p.asOf, insight.Thresholds{}); len(alerts) > 0 {
		blocks = append(blocks, titled("alerts", p.words.Text(terms.PackOrderAlerts), p.alertTable(alerts)))
	}
	none := terms.PackNoAttention
	if p.asOf.IsZero() {
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
			rowHead(words(p.words.OverdueKind(o.Kind))), p.subjectCell(o.Title, o.ID, o.Product, o.Unit), p.dueCell(o), p.countCell(o.Days),
			textCell(p.contactName(o.Contact)), textCell(p.memberName(o.Member)),
		})
	}
	table.Groups = []document.Group{group}
	return table
}

// dueCell is the day by which something should have been done, or why it is late where no day says so.
func (p *page) dueCell(o accountmap.Overdue) document.Cell {
	if o.Due.IsZero() && len(o.Reasons) > 0 {
		return cell(muted(p.words.Reason(o.Reasons[0])))
	}
	return p.dayCell(o.Due)
}

// subjectCell says what something is about: what the author calls it, or else its number, and below the product and the unit.
func (p *page) subjectCell(title, id string, product accountmap.ProductID, unit accountmap.UnitID) document.Cell {
	place := p.productAndUnit(product, unit)
	if title = cmp.Or(oneLine(title), id); title == "" {
		return textCell(place)
	}
	return cell(words(title), muted(place))
}

// productAndUnit is "Core · Mill", or the one that is known.
func (p *page) productAndUnit(product accountmap.ProductID, unit accountmap.UnitID) string {
	return strings.Trim(p.productName(product)+" · "+p.unitName(unit), " ·")
}

func (p *page) alertTable(alerts []insight.Alert) document.Block {
	table := &document.Table{Head: p.heads(left(terms.PackWhat), left(terms.ColumnReason), left(terms.ColumnLastOrder), right(terms.PackAtRisk),
		left(terms.PackAsk))}
	var group document.Group
	for _, a := range alerts {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(p.productName(a.Product)), muted(p.unitName(a.Unit))), cell(words(p.words.Reason(a.Reason)), muted(p.alertDetail(a))),
			p.dayCell(a.Last), p.amountCell(a.AtRisk), p.people(a.Call),
		})
	}
	table.Groups = []document.Group{group}
	return table
}

// alertDetail is the figure behind an alert: for how long nothing came, or how much beside the usual.
func (p *page) alertDetail(a insight.Alert) string {
	if a.Reason == accountmap.ReasonSilent {
		return p.words.Text(terms.PackSilence, a.Silent, p.words.Decimal(a.Every, 0))
	}
	return p.words.Text(terms.PackFewer, p.words.Decimal(a.Quantity, 1), p.words.Decimal(a.Usual, 1))
}
