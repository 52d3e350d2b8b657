package brief

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// figures returns the four figures at the head: orders of the last year, open potential,
// penetration, and the progress of the handoff.
func (p *page) figures() *document.Facts {
	return &document.Facts{Plain: true, Items: []document.Fact{p.ordered(), p.open(), p.penetration(), p.ready()}}
}

func (p *page) ordered() document.Fact {
	figures := p.Figures()
	label := p.Words.Text(terms.BriefOrdered)
	if figures.GrowthKnown {
		label = p.Words.Text(terms.BriefOrderedGrowth, p.Words.Change(figures.Growth))
	}
	sums := accountmap.Sums{figures.Revenue}
	return p.amount(append(sums, accountmap.Sums(figures.Ordered.Amounts).Others(figures.Revenue.Currency)...), label)
}

// amount returns a rounded sum with its currency, and a dash without a sum. The sums in other
// currencies are below the label.
func (p *page) amount(sums accountmap.Sums, label string) document.Fact {
	if len(sums) == 0 || sums[0].IsZero() {
		return document.Fact{Value: "–", Label: label}
	}
	f := document.Fact{Value: p.Words.ShortAmount(sums[0]), Label: label}
	if others := p.Words.ShortAmounts("", sums[1:]); others != "" {
		f.Note = "+\u00a0" + others
	}
	if sums[0].Currency != "" {
		f.Value += "\u00a0" + string(sums[0].Currency)
	}
	return f
}

func (p *page) open() document.Fact {
	return p.amount(p.Figures().Open, p.Words.Text(terms.BriefOpen))
}

func (p *page) penetration() document.Fact {
	whole := p.Figures().Penetration
	if whole.Sellable == 0 {
		return document.Fact{Value: "–", Label: p.Words.Text(terms.HandoffPenetration)} // there is no share of zero cells
	}
	return document.Fact{Value: p.Words.Percent(whole.Share()), Label: p.Words.Text(terms.BriefSold, whole.Sold, whole.Sellable)}
}

// ready returns the completeness of the handoff or, without a handoff, the number of key players on
// our side.
func (p *page) ready() document.Fact {
	figures := p.Figures()
	if !p.Map.Handoff().IsZero() {
		return document.Fact{Value: p.Words.Text(terms.PackOf, figures.Ready, figures.Checks), Label: p.Words.Text(terms.BriefReady)}
	}
	if figures.KeyPlayers == 0 {
		return document.Fact{Value: "–", Label: p.Words.Text(terms.BriefKeyPlayersFor)}
	}
	return document.Fact{Value: p.Words.Text(terms.PackOf, figures.KeyPlayersFor, figures.KeyPlayers), Label: p.Words.Text(terms.BriefKeyPlayersFor)}
}

// contact returns a person's name and unit. If the text before has the name, it returns the title
// and the unit.
func (p *page) contact(id accountmap.ContactID, before string) string {
	c, ok := p.Map.Contact(id)
	if !ok {
		return ""
	}
	name, unit := p.PersonName(c), p.UnitName(c.Unit)
	if title := cmp.Or(accountview.OneLine(c.Title), unit); strings.Contains(before, name) && title != "" {
		name = title
	}
	if unit != "" && unit != name && len([]rune(name+", "+unit)) <= p.name {
		name += ", " + unit
	}
	return cells.Short(name, p.name)
}
