package brief

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
)

// figures are the four figures at the head: what was ordered in the last year, what could still
// be sold, how much of the range is sold, and how far the handoff has come.
func (p *page) figures() *document.Facts {
	return &document.Facts{Plain: true, Items: []document.Fact{p.ordered(), p.open(), p.penetration(), p.ready()}}
}

func (p *page) ordered() document.Fact {
	last, before := p.Map.OrdersByYear(p.AsOf)
	currency := p.Map.Profile().Currency
	if last.In(currency).IsZero() && len(last.Amounts) > 0 {
		currency = last.Amounts[0].Currency
	}
	f := document.Fact{Value: p.amount(last.In(currency)), Label: p.Words.Text(terms.BriefOrdered)}
	if growth, known := last.Growth(before, currency); known {
		f.Label = p.Words.Text(terms.BriefOrderedGrowth, p.signed(growth))
	}
	return f
}

// amount is a rounded sum with its currency, and a dash for none.
func (p *page) amount(m accountmap.Money) string {
	if m.IsZero() {
		return "–"
	}
	text := p.Words.ShortAmount(m)
	if m.Currency != "" {
		text += "\u00a0" + string(m.Currency)
	}
	return text
}

// signed is a share of change with its sign.
func (p *page) signed(change float64) string {
	text := p.Words.Percent(math.Abs(change))
	switch {
	case text == p.Words.Percent(0):
		return "±" + text
	case change > 0:
		return "+" + text
	}
	return "−" + text
}

func (p *page) open() document.Fact {
	return document.Fact{Value: p.amount(p.watch.ToSell.Worth), Label: p.Words.Text(terms.BriefOpen)}
}

func (p *page) penetration() document.Fact {
	whole := p.Map.Penetration("")
	f := document.Fact{Value: p.Words.Percent(whole.Share()), Label: p.Words.Text(terms.BriefSold, whole.Sold, whole.Sellable)}
	if whole.Sellable == 0 {
		f.Value = "–" // no share of nothing
	}
	return f
}

// ready is how much of the handoff is in place; without a handoff it is how many key players are
// for us.
func (p *page) ready() document.Fact {
	if !p.Map.Handoff().IsZero() {
		r := insight.Ready(p.Map, p.AsOf)
		whole := len(r.Findings)
		return document.Fact{Value: p.Words.Text(terms.PackOf, whole-len(r.Missing()), whole), Label: p.Words.Text(terms.BriefReady)}
	}
	in, all := 0, 0
	for c := range p.Map.Contacts() {
		if c.Left.IsZero() && c.KeyPlayer() {
			all++
			if c.Stance.For() {
				in++
			}
		}
	}
	return document.Fact{Value: p.Words.Text(terms.PackOf, in, all), Label: p.Words.Text(terms.BriefKeyPlayersFor)}
}

// contact is a person with the unit, in short.
func (p *page) contact(id accountmap.ContactID) string {
	c, ok := p.Map.Contact(id)
	if !ok {
		return ""
	}
	name := p.PersonName(c)
	if unit := p.UnitName(c.Unit); unit != "" && len([]rune(name+unit)) < 28 {
		name += ", " + unit
	}
	return cells.Short(name, p.name)
}

func (p *page) member(id accountmap.MemberID) string {
	return cells.Short(p.MemberName(id), 24)
}
