package accountmap

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
)

// idList is a list whose members others refer to. It reads their ids in the account, of which there may be many.
type idList struct {
	key string
	len int
	id  func(i int) string
	t   reflect.Type
	// thing is what a message calls one of the list.
	thing string
}

func idLists(a *Account) []idList {
	return []idList{
		listIDs("units", "unit", a.Units, func(u *Unit) UnitID { return u.ID }),
		listIDs("products", "product", a.Products, func(p *Product) ProductID { return p.ID }),
		listIDs("contacts", "contact", a.Contacts, func(c *Contact) ContactID { return c.ID }),
		listIDs("contracts", "contract", a.Contracts, func(c *Contract) ContractID { return c.ID }),
		listIDs("goals", "goal", a.Goals, func(g *Goal) GoalID { return g.ID }),
		listIDs("milestones", "milestone", a.Milestones, func(m *Milestone) MilestoneID { return m.ID }),
		listIDs("team", "member of the team", a.Team, func(m *Member) MemberID { return m.ID }),
		listIDs("competitors", "competitor", a.Competitors, func(c *Competitor) CompetitorID { return c.ID }),
		listIDs("cases", "case", a.Cases, func(c *Case) CaseID { return c.ID }),
	}
}

func listIDs[T any, K ~string](key, thing string, list []T, id func(*T) K) idList {
	return idList{key: key, thing: thing, t: reflect.TypeFor[K](), len: len(list), id: func(i int) string { return string(id(&list[i])) }}
}

// first returns the index of the first entry with each id.
func (l idList) first() map[string]int {
	at := make(map[string]int, l.len)
	for i := range l.len {
		if _, duplicate := at[l.id(i)]; !duplicate {
			at[l.id(i)] = i
		}
	}
	return at
}

// near returns the id that somebody probably meant.
func (l idList) near(id string) (string, bool) {
	ids := make([]string, l.len)
	for i := range ids {
		ids[i] = l.id(i)
	}
	return spell.Nearest(id, ids)
}

func checkMissingIDs(a *Account, report Report) {
	for _, l := range idLists(a) {
		for i := range l.len {
			if strings.TrimSpace(l.id(i)) == "" {
				report(fmt.Sprintf("%s[%d].id", l.key, i), "the "+l.thing+" has no id", "give it one that no other "+l.thing+" has")
			}
		}
	}
}

func checkDuplicateIDs(a *Account, report Report) {
	for _, l := range idLists(a) {
		first := l.first()
		for i := range l.len {
			if id, j := l.id(i), first[l.id(i)]; id != "" && j < i {
				report(fmt.Sprintf("%s[%d].id", l.key, i), fmt.Sprintf("the id %s is that of %s[%d] already", quote(id), l.key, j),
					"give each "+l.thing+" an id of its own")
			}
		}
	}
}

// mostHints bounds the search for near ids, which is linear in the list for each unknown reference.
const mostHints = 50

func checkReferences(a *Account, report Report) {
	lists, known := map[reflect.Type]idList{}, map[reflect.Type]map[string]int{}
	for _, l := range idLists(a) {
		lists[l.t], known[l.t] = l, l.first()
	}
	isID := func(s *shape) bool { return known[s.t] != nil }
	hints := 0
	walk(a, isID, func(at keypath.Path, field string, v reflect.Value) {
		if field == "id" || v.String() == "" {
			return
		}
		if _, ok := known[v.Type()][v.String()]; ok {
			return
		}
		l, hint := lists[v.Type()], ""
		if hints++; hints <= mostHints {
			if near, ok := l.near(v.String()); ok {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
		}
		if hint == "" {
			hint = fmt.Sprintf("add it to %q, or correct the id", l.key)
		}
		report(at.String(), fmt.Sprintf("no %s has the id %s", l.thing, quote(v.String())), hint)
	})
}

// checkEmptyReferences checks every list of ids: an empty id among them refers to nothing, but does not say so.
func checkEmptyReferences(a *Account, report Report) {
	known := map[reflect.Type]bool{}
	for _, l := range idLists(a) {
		known[l.t] = true
	}
	walk(a, func(s *shape) bool { return known[s.t] }, func(at keypath.Path, _ string, v reflect.Value) {
		if v.String() == "" {
			report(at.String(), "the id is empty", "delete it, or give the id that is meant")
		}
	})
}
