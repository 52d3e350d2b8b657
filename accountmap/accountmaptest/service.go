package accountmaptest

import "github.com/accountatlas/accountatlas/accountmap"

// service makes what the client said of us, what went wrong, and what was promised, objected and feared.
func (g *generator) service() {
	for i := range g.Surveys {
		s := accountmap.Survey{Date: g.before(500), Kind: pick(g.r, accountmap.SurveyKinds()), Comment: "It is all right.", WouldImprove: "Answers by phone."}
		worst, best := s.Kind.Scale()
		s.Score = worst + g.r.IntN(best-worst+1)
		s.Contact = g.anybody()
		if products := g.someProducts(); len(products) > 0 && i%2 == 0 {
			s.Product = products[0]
		}
		g.a.Surveys = append(g.a.Surveys, s)
	}
	for i := range g.Cases {
		c := accountmap.Case{ID: accountmap.CaseID(id("case", i)), Kind: pick(g.r, accountmap.CaseKinds()), Opened: g.before(300), Contact: g.anybody(),
			Owner: g.anyMember(), Severity: anyOf(g.r, accountmap.Gravities()), Status: anyOf(g.r, accountmap.CaseStatuses()), Summary: "Came late, twice."}
		if c.Status == accountmap.CaseResolved {
			c.Closed = c.Opened.AddDays(g.r.IntN(30))
		}
		if units := g.someUnits(); len(units) > 0 {
			c.Unit = units[0]
		}
		if products := g.someProducts(); len(products) > 0 {
			c.Product = products[0]
		}
		g.a.Cases = append(g.a.Cases, c)
	}
	for range g.Commitments {
		g.a.Commitments = append(g.a.Commitments, accountmap.Commitment{Text: "A report each quarter", By: g.anyMember(), To: g.anybody(),
			Due: g.before(200).AddDays(100), Status: anyOf(g.r, accountmap.CommitmentStatuses()), Verbal: g.sometimes(3)})
	}
	for range g.Objections {
		g.a.Objections = append(g.a.Objections, accountmap.Objection{Text: "Too dear", RaisedBy: g.anybody(), Answer: "It saves more than it costs.",
			Status: anyOf(g.r, accountmap.ObjectionStatuses())})
	}
	for range g.Risks {
		g.a.Risks = append(g.a.Risks, accountmap.Risk{Text: "The sponsor retires", Severity: anyOf(g.r, accountmap.Gravities()), Owner: g.anyMember(),
			Mitigation: "Know the next one.", State: anyOf(g.r, accountmap.RiskStates())})
	}
}

// anybody returns a contact, or nobody when there is none.
func (g *generator) anybody() accountmap.ContactID {
	if people := g.somebody(); len(people) > 0 {
		return people[0]
	}
	return ""
}

// anyMember returns one of us, or nobody when there is none.
func (g *generator) anyMember() accountmap.MemberID {
	if members := g.someOfUs(); len(members) > 0 {
		return members[0]
	}
	return ""
}
