package render

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// addEndorsement notes a testimonial on the card of who was asked, and draws a referral that leads somewhere.
func (a *advocacy) addEndorsement(e accountmap.Endorsement) {
	if e.Kind == accountmap.EndorsementTestimonial {
		a.note(e.Contact, askClass(e, a.asOf), a.words.Text(a.testimonialKey(e), a.productName(e.Product)))
		return
	}
	var never accountmap.Date // a referral that was given has led us there, whatever day it is
	class := askClass(e, never)
	to, ok := a.nodeOf[e.ToContact]
	switch {
	case ok:
	case e.ToUnit != "":
		to = a.someone(e.ToUnit)
	default:
		a.note(e.Contact, class, a.words.Text(referrals[class].note))
		return
	}
	line := referrals[class]
	tooltip := a.g.Nodes[a.nodeOf[e.Contact]].Label + " " + a.words.Text(line.word) + " " + a.g.Nodes[to].Label
	for _, day := range []accountmap.Date{e.Given, e.Declined, e.Asked} {
		if !day.IsZero() {
			tooltip += " (" + a.words.Date(day) + ")"
			break
		}
	}
	if e.Text != "" {
		tooltip += ": " + e.Text
	}
	edge := graph.Edge{From: a.nodeOf[e.Contact], To: to, Class: []graph.Class{line.class}, Tooltip: tooltip}
	if class == classAskDeclined {
		edge.Label = a.words.Text(terms.AdvocacyDeclined)
	}
	a.g.Edges = append(a.g.Edges, edge)
}

// referrals tells by what came of asking for one which line it is and what its tooltip says, or the note of one that leads to nobody.
var referrals = map[graph.Class]struct {
	sign
	note terms.Key
}{
	classAskGiven:    {sign{classReferred, terms.AdvocacyReferred}, terms.AdvocacyRefersUs},
	classAskOpen:     {sign{classReferOpen, terms.AdvocacyReferAsked}, terms.AdvocacyReferOpen},
	classAskDeclined: {sign{classReferRefused, terms.AdvocacyReferRefused}, terms.AdvocacyReferNo},
}

func (a *advocacy) testimonialKey(e accountmap.Endorsement) terms.Key {
	switch {
	case e.Quotable(a.asOf):
		return terms.AdvocacyQuotable
	case !e.Given.IsZero() && e.Expired(a.asOf):
		return terms.AdvocacyExpired
	case !e.Given.IsZero():
		return terms.AdvocacyTestified
	case !e.Declined.IsZero():
		return terms.AdvocacyDeclinedFor
	}
	return terms.AdvocacyAskedFor
}

func (a *advocacy) productName(id accountmap.ProductID) string {
	if p, ok := a.m.Product(id); ok {
		return p.Name
	}
	return a.words.Text(terms.AdvocacySomething)
}

// someone is the node for somebody in a unit whom nobody knows yet.
func (a *advocacy) someone(unit accountmap.UnitID) int {
	if node, ok := a.someoneIn[unit]; ok {
		return node
	}
	u, _ := a.m.Unit(unit)
	label := a.words.Text(terms.AdvocacySomebody, u.Name)
	n := graph.Node{Group: a.groupOf[unit], Class: []graph.Class{stanceClass(accountmap.StanceUnknown), classPlaceholder}, Label: label,
		Detail: a.words.Text(terms.MapNotYetKnown), Tooltip: label}
	n.Class = append(n.Class, fadedUnless(a.seen == nil || a.seen.Units[unit])...)
	a.someoneIn[unit] = len(a.g.Nodes)
	a.g.Nodes = append(a.g.Nodes, n)
	return a.someoneIn[unit]
}

// noteCandidates marks people who could be asked for a testimonial. The card has the first products, the tooltip all.
func (a *advocacy) noteCandidates() {
	for _, c := range a.candidates {
		var names []string
		for _, p := range c.Products {
			names = append(names, a.productName(p))
		}
		a.note(c.Contact, classAskCandidate, a.words.Text(terms.AdvocacyCandidate, a.words.List(names)))
	}
}
