package accountmap

import (
	"fmt"
	"strings"
)

func checkNames(a *Account, report Report) {
	named := func(name, list string, i int, key, thing string) {
		if strings.TrimSpace(name) == "" {
			report(fmt.Sprintf("%s[%d].%s", list, i, key), "the "+thing+" has no "+key, "say what readers should call it")
		}
	}
	if strings.TrimSpace(a.Name) == "" {
		report("account.name", "the account has no name", "say what readers should call it")
	}
	for i, u := range a.Units {
		named(u.Name, "units", i, "name", "unit")
	}
	for i, p := range a.Products {
		named(p.Name, "products", i, "name", "product")
	}
	for i, c := range a.Contacts {
		// A person not yet known may go by the title of the post alone.
		if !c.Placeholder || c.Title == "" {
			named(c.Name, "contacts", i, "name", "contact")
		}
	}
	for i, c := range a.Cadences {
		named(c.Title, "cadences", i, "title", "cadence")
	}
	for i, g := range a.Goals {
		named(g.Title, "goals", i, "title", "goal")
	}
	for i, k := range a.KPIs {
		named(k.Name, "kpis", i, "name", "figure")
	}
	for i, m := range a.Milestones {
		named(m.Title, "milestones", i, "title", "milestone")
	}
	for i, m := range a.Team {
		named(m.Name, "team", i, "name", "member of the team")
	}
	for i, c := range a.Competitors {
		named(c.Name, "competitors", i, "name", "competitor")
	}
	for i, c := range a.Cases {
		named(c.Summary, "cases", i, "summary", "case")
	}
	for i, c := range a.Commitments {
		named(c.Text, "commitments", i, "text", "commitment")
	}
	for i, o := range a.Objections {
		named(o.Text, "objections", i, "text", "objection")
	}
	for i, r := range a.Risks {
		named(r.Text, "risks", i, "text", "risk")
	}
}

// checkRequired reports entries that mean nothing without what they leave out. References are among them: an order of no unit.
func checkRequired(a *Account, report Report) {
	need := func(said bool, list string, i int, key, hint string) {
		if !said {
			report(fmt.Sprintf("%s[%d].%s", list, i, key), "the "+key+" is missing", hint)
		}
	}
	for i, r := range a.Relationships {
		need(r.From != "", "relationships", i, "from", "the id of a contact")
		need(r.To != "", "relationships", i, "to", "the id of a contact")
		need(r.Kind != "", "relationships", i, "kind", "influence, informal, conflict or alliance")
	}
	for i, c := range a.Coverage {
		need(c.Unit != "", "coverage", i, "unit", "the id of a unit")
		need(c.Product != "", "coverage", i, "product", "the id of a product")
		need(c.Status != "", "coverage", i, "status", "leave out cells that nobody has assessed")
	}
	for i, o := range a.Orders {
		need(o.Unit != "", "orders", i, "unit", "the id of a unit")
		need(o.Product != "", "orders", i, "product", "the id of a product")
		need(!o.Date.IsZero(), "orders", i, "date", "the day of the order")
	}
	for i, t := range a.Terms {
		need(t.Kind != "", "terms", i, "kind", "price, discount, bonus, provision or referral-clause")
	}
	for i, e := range a.Endorsements {
		need(e.Kind != "", "endorsements", i, "kind", "referral or testimonial")
		need(e.Contact != "", "endorsements", i, "contact", "the id of a contact")
	}
	for i, e := range a.Exposures {
		need(e.Contact != "", "exposures", i, "contact", "the id of a contact")
		need(e.Product != "", "exposures", i, "product", "the id of a product")
		need(!e.Date.IsZero(), "exposures", i, "date", "the day of the exposure")
	}
	for i, c := range a.Communications {
		need(!c.Date.IsZero(), "communications", i, "date", "the day of the communication")
	}
	for i, c := range a.Cadences {
		need(c.Every != "", "cadences", i, "every", `how often, such as "FREQ=MONTHLY;INTERVAL=3"`)
		need(!c.From.IsZero(), "cadences", i, "from", "the first day")
	}
	for i, k := range a.KPIs {
		for j, r := range k.Readings {
			need(!r.Date.IsZero(), fmt.Sprintf("kpis[%d].readings", i), j, "date", "the day of the reading")
		}
	}
	for i, m := range a.Team {
		for j, r := range m.Reach {
			need(r.Contact != "", fmt.Sprintf("team[%d].reach", i), j, "contact", "the id of a contact")
		}
	}
	for i, s := range a.Surveys {
		need(!s.Date.IsZero(), "surveys", i, "date", "the day of the answer")
		need(s.Kind != "", "surveys", i, "kind", "nps or csat")
	}
	for i, c := range a.Cases {
		need(c.Kind != "", "cases", i, "kind", "complaint or dispute")
		need(!c.Opened.IsZero(), "cases", i, "opened", "the day on which it was raised")
	}
	for i, t := range a.Targets {
		need(t.Period != "", "targets", i, "period", "such as 2027 or 2027-Q3")
	}
}
