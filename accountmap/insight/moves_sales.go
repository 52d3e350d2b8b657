package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// sales makes moves of the best openings: selling there, and what would help.
func (p *planner) sales() {
	openings := p.whitespace(WhitespaceOptions{Limit: 5})
	for _, o := range openings[:min(3, len(openings))] {
		v := Move{Kind: MoveSell, Key: moveKey(MoveSell, string(o.Unit), string(o.Product)), Unit: o.Unit, Products: []accountmap.ProductID{o.Product},
			Contacts: slices.Clone(o.Contacts), Members: slices.Clone(o.Members), Worth: o.Expected, Factors: o.Factors()}
		if o.Status == accountmap.CoverageCompetitor {
			v.By = p.Matrix().At(o.Unit, o.Product).Renewal
		}
		v.Factors = append([]Factor{{Reason: accountmap.ReasonOpenPotential, Amount: o.Potential}}, v.Factors...)
		p.move(v, weight{about: firstOf(v.Contacts)}, o.Status, o.Potential)
	}
	p.askForTestimonial(openings)
	p.showProducts()
}

// askForTestimonial makes one move of the best opening for whose product nobody has testified yet,
// though somebody could.
func (p *planner) askForTestimonial(openings []Opening) {
	for _, o := range openings {
		references := p.ReferencesFor(o.Unit, o.Product, p.today)
		if len(references) == 0 || !references[0].Given.IsZero() {
			continue
		}
		r := references[0]
		v := Move{Kind: MoveTestimonial, Key: moveKey(MoveTestimonial, string(r.Contact), string(o.Product)), Contacts: []accountmap.ContactID{r.Contact},
			Products: []accountmap.ProductID{o.Product}, Members: p.whoOfUs(r.Unit, []accountmap.ContactID{r.Contact}), Unit: r.Unit, Worth: o.Expected}
		for _, reason := range r.Reasons {
			v.Factors = append(v.Factors, Factor{Reason: reason})
		}
		p.move(v, weight{about: firstOf(v.Contacts)}, o.Status)
		return
	}
}

// showProducts makes one move of the most powerful person for whom there is a deal and who was
// never shown the product, or has forgotten it.
func (p *planner) showProducts() {
	for _, g := range p.ExposureGaps(p.today, accountmap.Memory{}) {
		c := p.contacts[g.Contact]
		if g.Openings == 0 || !inProgress(g.Show[0].Status) || c.Stance.Against() {
			continue
		}
		show := g.Show[0]
		v := Move{Kind: MoveShow, Key: moveKey(MoveShow, string(g.Contact), string(show.Product)), Contacts: []accountmap.ContactID{g.Contact}, Unit: c.Unit,
			Products: []accountmap.ProductID{show.Product}, Members: p.whoOfUs(c.Unit, []accountmap.ContactID{g.Contact}),
			Worth: p.own(OpenPotential(p.Matrix().At(c.Unit, show.Product)))}
		v.Factors = append(v.Factors, Factor{Reason: show.Reason, Date: show.Last}, Factor{Reason: statusReason(show.Status)})
		p.move(v, weight{about: firstOf(v.Contacts)}, show.Last)
		return
	}
}

// targets makes one move of the sales target of the running period that is furthest behind in
// money.
func (p *planner) targets() {
	var worst accountmap.Attainment
	short := accountmap.Money{}
	for _, a := range p.Attainments(p.today) {
		share, known := a.Share()
		if !known || share >= a.Elapsed || a.Target.Sales.Currency != p.currency || !a.Target.Period.Contains(p.today) {
			continue
		}
		missing := accountmap.Money{Minor: int64(float64(a.Target.Sales.Minor)*a.Elapsed) - a.Ordered.Minor, Currency: p.currency}
		if missing.Minor > short.Minor {
			worst, short = a, missing
		}
	}
	if short.Minor == 0 {
		return
	}
	share, _ := worst.Share()
	_, last, _ := worst.Target.Period.Bounds()
	v := Move{Kind: MoveReachTarget, Key: moveKey(MoveReachTarget, string(worst.Target.Unit), string(worst.Target.Product), string(worst.Target.Period)),
		Title: string(worst.Target.Period), Unit: worst.Target.Unit, By: last, Worth: short, Members: p.whoOfUs(worst.Target.Unit, nil)}
	v.Factors = []Factor{{Reason: accountmap.ReasonBehindTarget, Share: share, Expected: worst.Elapsed, Amount: short}}
	p.move(v, weight{severity: accountmap.SeverityHigh}, worst.Target.Sales)
}
