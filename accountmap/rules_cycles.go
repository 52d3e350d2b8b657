package accountmap

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/keyindex"
)

func checkUnitCycles(a *Account, report Report) {
	at := placesOf(a.Units, func(u *Unit) UnitID { return u.ID })
	for _, circle := range circles(len(a.Units), func(i int) []int { return existing(at, a.Units[i].Parent) }) {
		name := func(i int) string { return string(a.Units[i].ID) }
		report(fmt.Sprintf("units[%d].parent", circle[0]), "units belong to each other in a circle: "+drawCircle(circle, name),
			"remove the parent of the one that is really at the top")
	}
}

// checkReportingCycles also finds those who assist themselves, or one of their own reports.
func checkReportingCycles(a *Account, report Report) {
	at := superiors(a.Contacts)
	above := func(i int) []int { return existing(at, a.Contacts[i].ReportsTo, a.Contacts[i].AssistantTo) }
	for _, circle := range circles(len(a.Contacts), above) {
		first, second := a.Contacts[circle[0]], a.Contacts[circle[1%len(circle)]].ID
		key := "reportsTo"
		if first.ReportsTo != second {
			key = "assistantTo"
		}
		name := func(i int) string { return string(a.Contacts[i].ID) }
		report(fmt.Sprintf("contacts[%d].%s", circle[0], key), "contacts report to, or assist, each other in a circle: "+drawCircle(circle, name),
			"remove "+key+" from the one that is really at the top")
	}
}

func checkMilestoneCycles(a *Account, report Report) {
	at := placesOf(a.Milestones, func(m *Milestone) MilestoneID { return m.ID })
	for _, circle := range circles(len(a.Milestones), func(i int) []int { return existing(at, a.Milestones[i].After...) }) {
		name := func(i int) string { return string(a.Milestones[i].ID) }
		report(fmt.Sprintf("milestones[%d].after", circle[0]), "milestones wait for each other, so that none can begin: "+drawCircle(circle, name),
			"remove from one of them a milestone that it need not wait for")
	}
}

// placesOf returns the index of the first entry of a list with each id.
func placesOf[T any, K comparable](list []T, id func(*T) K) *keyindex.Index[K] {
	at := keyindex.New(len(list), func(i int) K { return id(&list[i]) })
	for i := range list {
		at.Add(i)
	}
	return at
}

// superiors finds the first contact of each id that another reports to or assists: few of them, as a rule.
func superiors(contacts []Contact) *keyindex.Index[ContactID] {
	asked := keyindex.NewSieve[ContactID](len(contacts))
	for i := range contacts {
		asked.Put(contacts[i].ReportsTo)
		asked.Put(contacts[i].AssistantTo)
	}
	at := keyindex.New(0, func(i int) ContactID { return contacts[i].ID })
	for i := range contacts {
		if asked.Has(contacts[i].ID) {
			at.Add(i)
		}
	}
	return at
}

// existing returns the indexes of those ids that an entry has.
func existing[K ~string](at *keyindex.Index[K], ids ...K) []int {
	var found []int
	for _, id := range ids {
		if id == "" {
			continue
		}
		if i, ok := at.Find(id); ok {
			found = append(found, i)
		}
	}
	return found
}

// drawCircle names every member of a circle, and the first again at its end; of a very long one the first members and how many follow.
func drawCircle(circle []int, name func(int) string) string {
	const most = 40
	var names []string
	for k, i := range circle {
		if k == most {
			names = append(names, fmt.Sprintf("… %d more …", len(circle)-most))
			break
		}
		names = append(names, cut(name(i)))
	}
	return strings.Join(append(names, cut(name(circle[0]))), " → ")
}
