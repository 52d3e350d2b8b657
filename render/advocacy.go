package render

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// Advocacy is the map of referrals and testimonials. Lines lead from each referrer to the people
// whom the referrer introduced us to, was asked to introduce us to, or declined to. Notes on the
// cards name who testifies for what. Each unit counts the people who could be asked (see
// [accountmap.Map.Candidates]); its tooltip names them. A referral into a unit leads to a card for
// an unnamed person there. Only people with a part in this are drawn, in the boxes of their units;
// the heading counts the others. The zero Advocacy is ready to use.
type Advocacy struct{}

// Graph returns the graph. Groups are in the order of [accountmap.Map.Units], and nodes in the
// order of the contacts, followed by the unnamed people. There is an edge for each referral with a
// target, in the order of the account. Testimonials expire by the day of the options; candidates
// are chosen on the account's own day. A nil opts means the defaults. Graph returns an error for a
// client's map, since clients may not see this view, and for a focus that is not in the map.
func (v Advocacy) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	b, err := newNested(v, m, opts)
	if err != nil {
		return nil, err
	}
	a := advocacy{people: b, candidates: m.Candidates(b.asOf), someoneIn: map[accountmap.UnitID]int{}}
	shown := a.parts()
	a.addUnits(func(id accountmap.UnitID) bool { return shown.units[id] })
	a.addContacts(func(c accountmap.Contact) bool { return shown.contacts[c.ID] })
	for e := range m.Endorsements() {
		a.addEndorsement(e)
	}
	a.countCandidates()
	a.addHead(shown)
	a.finish()
	return a.g, nil
}

type advocacy struct {
	*people
	candidates []accountmap.Candidate
	// someoneIn maps a unit to the node of its unnamed person.
	someoneIn map[accountmap.UnitID]int
}

type parts struct {
	contacts map[accountmap.ContactID]bool
	units    map[accountmap.UnitID]bool
}

func (a *advocacy) parts() parts {
	p := parts{map[accountmap.ContactID]bool{}, map[accountmap.UnitID]bool{}}
	showUnit := func(id accountmap.UnitID) {
		for u, ok := a.m.Unit(id); ok && !p.units[u.ID]; u, ok = a.m.Unit(u.Parent) {
			p.units[u.ID] = true
		}
	}
	showContact := func(id accountmap.ContactID) {
		c, ok := a.m.Contact(id)
		p.contacts[id] = ok
		if !c.External {
			showUnit(c.Unit)
		}
	}
	for e := range a.m.Endorsements() {
		showContact(e.Contact)
		switch {
		case e.Kind != accountmap.EndorsementReferral:
		case e.ToContact != "":
			showContact(e.ToContact)
		default:
			showUnit(e.ToUnit)
		}
	}
	for _, c := range a.candidates {
		if who, _ := a.m.Contact(c.Contact); !who.External {
			showUnit(who.Unit)
		}
	}
	return p
}

func (a *advocacy) addHead(shown parts) {
	referrals := a.conversion(a.m.Given(accountmap.EndorsementReferral, a.asOf), terms.AdvocacyReferrals)
	testimonials := a.conversion(a.m.Given(accountmap.EndorsementTestimonial, a.asOf), terms.AdvocacyTestimonials)
	lines := []string{a.dated(terms.AdvocacySubtitle, terms.AdvocacyUndated), referrals, testimonials}
	if referrals == "" && testimonials == "" {
		lines = append(lines, a.words.Text(terms.AdvocacyNone))
	}
	if n := len(a.candidates); n > 0 {
		lines = append(lines, a.words.Count(terms.AdvocacyCould, n))
	}
	hidden := slices.DeleteFunc(a.present(), func(c accountmap.Contact) bool {
		counted := func(could accountmap.Candidate) bool { return could.Contact == c.ID }
		return shown.contacts[c.ID] || slices.ContainsFunc(a.candidates, counted)
	})
	if n := len(hidden); n > 0 {
		lines = append(lines, a.words.Count(terms.AdvocacyHidden, n))
	}
	a.head(terms.AdvocacyTitle, terms.AdvocacyDescription, lines...)
}

// conversion counts the endorsements asked for and given. It returns "" if there are none.
func (a *advocacy) conversion(c accountmap.Conversion, key terms.Key) string {
	if c.Asked == 0 && c.Unasked == 0 {
		return ""
	}
	text := a.words.Text(key, c.Asked, c.Given, a.words.Percent(c.Share()))
	if c.Unasked > 0 {
		text += ", " + a.words.Count(terms.AdvocacyUnasked, c.Unasked)
	}
	return text
}

// addEndorsement adds a note for a testimonial, and a line for a referral that has a target.
func (a *advocacy) addEndorsement(e accountmap.Endorsement) {
	if e.Kind == accountmap.EndorsementTestimonial {
		a.note(e.Contact, class.Asked(e, a.asOf), a.words.Text(a.testimonialKey(e), a.productName(e.Product)))
		return
	}
	var never accountmap.Date // a referral that was given does not expire
	outcome := class.Asked(e, never)
	line := referralLine(outcome)
	to, ok := a.nodeOf[e.ToContact]
	switch {
	case ok:
	case e.ToUnit != "":
		to = a.someone(e.ToUnit)
	default:
		a.note(e.Contact, outcome, a.words.Text(line.note))
		return
	}
	tooltip := a.g.Nodes[a.nodeOf[e.Contact]].Label + " " + a.words.Text(line.verb) + " " + a.g.Nodes[to].Label
	if day := cmp.Or(e.Given, e.Declined, e.Asked); !day.IsZero() {
		tooltip += " (" + a.words.Date(day) + ")"
	}
	if e.Text != "" {
		tooltip += ": " + e.Text
	}
	edge := graph.Edge{From: a.nodeOf[e.Contact], To: to, Class: []graph.Class{line.class}, Tooltip: tooltip}
	if outcome == class.AskDeclined {
		edge.Label = a.words.Text(terms.AdvocacyDeclined)
	}
	a.g.Edges = append(a.g.Edges, edge)
}

// referral is the appearance of a requested referral: its class, the verb of its tooltip, and the
// note on the card if the request has no target.
type referral struct {
	class      graph.Class
	verb, note terms.Key
}

func referralLine(outcome graph.Class) referral {
	switch outcome {
	case class.AskGiven:
		return referral{class.Referred, terms.AdvocacyReferred, terms.AdvocacyRefersUs}
	case class.AskDeclined:
		return referral{class.ReferRefused, terms.AdvocacyReferRefused, terms.AdvocacyReferNo}
	}
	return referral{class.ReferOpen, terms.AdvocacyReferAsked, terms.AdvocacyReferOpen}
}

func (a *advocacy) testimonialKey(e accountmap.Endorsement) terms.Key {
	switch {
	case a.m.Quotable(e, a.asOf):
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

func (a *advocacy) someone(unit accountmap.UnitID) int {
	if node, ok := a.someoneIn[unit]; ok {
		return node
	}
	u, _ := a.m.Unit(unit)
	label := a.words.Text(terms.AdvocacySomebody, u.Name)
	n := graph.Node{Group: a.groupOf[unit], Class: []graph.Class{class.Stance(accountmap.StanceUnknown), class.Placeholder}, Label: label,
		Detail: a.words.Text(terms.MapNotYetKnown), Tooltip: label}
	n.Class = append(n.Class, a.fadedUnit(unit)...)
	a.someoneIn[unit] = len(a.g.Nodes)
	a.g.Nodes = append(a.g.Nodes, n)
	return a.someoneIn[unit]
}

// countCandidates counts, for each unit, the people who could be asked for a testimonial. The
// tooltip names them with their possible topics.
func (a *advocacy) countCandidates() {
	count := map[int]int{}
	for _, c := range a.candidates {
		who, _ := a.m.Contact(c.Contact)
		at, ok := a.groupOf[who.Unit]
		if !ok || who.External {
			continue
		}
		count[at]++
		var names []string
		for _, p := range c.Products {
			names = append(names, a.productName(p))
		}
		a.g.Groups[at].Tooltip += "\n" + who.Name + ": " + a.words.Text(terms.AdvocacyCandidate, a.words.List(names))
	}
	for i := range a.g.Groups {
		if n := count[i]; n > 0 {
			g := &a.g.Groups[i]
			g.Detail = joined([]string{g.Detail, a.words.Count(terms.AdvocacyCould, n)}, " · ")
		}
	}
}
