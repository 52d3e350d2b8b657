package accountmap

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
)

// idList is a list whose members others refer to.
type idList struct {
	key string
	ids []string
	t   reflect.Type
	// thing is what a message calls one of the list.
	thing string
}

func idLists(a *Account) []idList {
	return []idList{
		listIDs("units", "unit", a.Units, func(u Unit) UnitID { return u.ID }),
		listIDs("products", "product", a.Products, func(p Product) ProductID { return p.ID }),
		listIDs("contacts", "contact", a.Contacts, func(c Contact) ContactID { return c.ID }),
		listIDs("goals", "goal", a.Goals, func(g Goal) GoalID { return g.ID }),
		listIDs("team", "member of the team", a.Team, func(m Member) MemberID { return m.ID }),
		listIDs("competitors", "competitor", a.Competitors, func(c Competitor) CompetitorID { return c.ID }),
	}
}

func listIDs[T any, K ~string](key, thing string, list []T, id func(T) K) idList {
	l := idList{key: key, thing: thing, t: reflect.TypeFor[K](), ids: make([]string, len(list))}
	for i, v := range list {
		l.ids[i] = string(id(v))
	}
	return l
}

func checkMissingIDs(a *Account, report Report) {
	for _, l := range idLists(a) {
		for i, id := range l.ids {
			if strings.TrimSpace(id) == "" {
				report(fmt.Sprintf("%s[%d].id", l.key, i), "the "+l.thing+" has no id", "give it one that no other "+l.thing+" has")
			}
		}
	}
}

func checkDuplicateIDs(a *Account, report Report) {
	for _, l := range idLists(a) {
		first := make(map[string]int, len(l.ids))
		for i, id := range l.ids {
			if id == "" {
				continue
			}
			if j, taken := first[id]; taken {
				report(fmt.Sprintf("%s[%d].id", l.key, i), fmt.Sprintf("the id %s is that of %s[%d] already", quote(id), l.key, j),
					"give each "+l.thing+" an id of its own")
				continue
			}
			first[id] = i
		}
	}
}

// mostHints bounds the search for near ids, which is linear in the list for each unknown reference.
const mostHints = 50

func checkReferences(a *Account, report Report) {
	lists := map[reflect.Type]idList{}
	known := map[reflect.Type]map[string]bool{}
	for _, l := range idLists(a) {
		set := make(map[string]bool, len(l.ids))
		for _, id := range l.ids {
			set[id] = true
		}
		lists[l.t], known[l.t] = l, set
	}
	hints := 0
	walk(a, func(at place, field string, v reflect.Value) {
		set, isReference := known[v.Type()]
		if !isReference || field == "id" || set[v.String()] {
			return
		}
		l, hint := lists[v.Type()], ""
		if hints++; hints <= mostHints {
			if near, ok := spell.Nearest(v.String(), l.ids); ok {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
		}
		if hint == "" {
			hint = fmt.Sprintf("add it to %q, or correct the id", l.key)
		}
		report(at.String(), fmt.Sprintf("no %s has the id %s", l.thing, quote(v.String())), hint)
	})
}

func checkNames(a *Account, report Report) {
	missing := func(name, path, thing string, args ...any) {
		if strings.TrimSpace(name) == "" {
			report(fmt.Sprintf(path, args...), "the "+thing+" has no name", "say what readers should call it")
		}
	}
	missing(a.Name, "account.name", "account")
	for i, u := range a.Units {
		missing(u.Name, "units[%d].name", "unit", i)
	}
	for i, p := range a.Products {
		missing(p.Name, "products[%d].name", "product", i)
	}
	for i, c := range a.Contacts {
		// A person not yet known may go by the title of the post alone.
		if !c.Placeholder || c.Title == "" {
			missing(c.Name, "contacts[%d].name", "contact", i)
		}
	}
	for i, g := range a.Goals {
		missing(g.Title, "goals[%d].title", "goal", i)
	}
	for i, m := range a.Team {
		missing(m.Name, "team[%d].name", "member of the team", i)
	}
	for i, c := range a.Competitors {
		missing(c.Name, "competitors[%d].name", "competitor", i)
	}
}

// checkRequired reports entries that mean nothing without what they leave out. References are among them: an order of no unit.
func checkRequired(a *Account, report Report) {
	need := func(value string, path, hint string, args ...any) {
		if value == "" {
			place := fmt.Sprintf(path, args...)
			report(place, "the "+place[strings.LastIndex(place, ".")+1:]+" is not said", hint)
		}
	}
	for i, r := range a.Relationships {
		need(string(r.From), "relationships[%d].from", "the id of a contact", i)
		need(string(r.To), "relationships[%d].to", "the id of a contact", i)
		need(string(r.Kind), "relationships[%d].kind", "influence, informal, conflict or alliance", i)
	}
	for i, c := range a.Coverage {
		need(string(c.Unit), "coverage[%d].unit", "the id of a unit", i)
		need(string(c.Product), "coverage[%d].product", "the id of a product", i)
		need(string(c.Status), "coverage[%d].status", "leave out cells that nobody has assessed", i)
	}
	for i, o := range a.Orders {
		need(string(o.Unit), "orders[%d].unit", "the id of a unit", i)
		need(string(o.Product), "orders[%d].product", "the id of a product", i)
		need(o.Date.String(), "orders[%d].date", "the day of the order", i)
	}
	for i, e := range a.Endorsements {
		need(string(e.Kind), "endorsements[%d].kind", "referral or testimonial", i)
		need(string(e.Contact), "endorsements[%d].contact", "the id of a contact", i)
	}
	for i, e := range a.Exposures {
		need(string(e.Contact), "exposures[%d].contact", "the id of a contact", i)
		need(string(e.Product), "exposures[%d].product", "the id of a product", i)
		need(e.Date.String(), "exposures[%d].date", "the day of the exposure", i)
	}
	for i, c := range a.Communications {
		need(c.Date.String(), "communications[%d].date", "the day of the communication", i)
	}
	for i, m := range a.Team {
		for j, r := range m.Reach {
			need(string(r.Contact), "team[%d].reach[%d].contact", "the id of a contact", i, j)
		}
	}
}
