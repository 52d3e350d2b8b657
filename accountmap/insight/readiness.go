package insight

import (
	"cmp"
	"iter"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Readiness is the completeness of a handoff: the share of the leaving manager's knowledge that is
// recorded for the new one.
type Readiness struct {
	// Findings has one entry for each check that applies to the account, in the order of [Checks].
	Findings []Finding
}

// Finding is the result of one check.
type Finding struct {
	Check Check
	// Weight is from 1 to 3. It orders the findings of [Readiness.Missing].
	Weight int
	// Part is the number of items in place, and Whole the number of all. Whole is never zero; it is
	// 1 for a check that counts nothing.
	Part, Whole int
	// Contacts and Units are the people and units that do not meet the check, in the order of the
	// map. They may be empty.
	Contacts []accountmap.ContactID
	Units    []accountmap.UnitID
}

// Met reports whether everything is in place.
func (f Finding) Met() bool { return f.Part >= f.Whole }

// Met counts the findings that are met: "14 of 18" is Met of len(Findings).
func (r Readiness) Met() int {
	met := 0
	for _, f := range r.Findings {
		if f.Met() {
			met++
		}
	}
	return met
}

// Missing returns the findings that are not met, by their missing weight, the largest first; ties
// are in the order of [Checks].
func (r Readiness) Missing() []Finding {
	var missing []Finding
	for _, f := range r.Findings {
		if !f.Met() {
			missing = append(missing, f)
		}
	}
	slices.SortStableFunc(missing, func(a, b Finding) int { return cmp.Compare(b.loss(), a.loss()) })
	return missing
}

// Ready answers "could somebody take this account over on this day?". It checks the items of
// handoff guides: the two managers and their introduction, champions and deciders, sales, the
// client's goals in figures, communications and promises, and the next steps. A leaving member does
// not count as an owner. The owner of a dated item must be there on its day. The owner of any other
// item must stay for longer than [DefaultLeavesWithin] and the handoff. A check that does not apply
// (open promises, key players) has no finding. Without a day, people with a last day count as gone,
// and nothing is in the future.
func (s *Situation) Ready() Readiness { return s.readiness() }

func (s *Situation) assess() Readiness {
	a := newAssessment(s)
	var r Readiness
	list := checks()
	for i, c := range Checks() {
		if f := list[i].find(a); f.Whole > 0 {
			f.Check, f.Weight = c, list[i].weight
			r.Findings = append(r.Findings, f)
		}
	}
	return r
}

// Check is a condition of a complete handoff.
type Check string

// The checks of a handoff.
const (
	CheckHandoverNamed   Check = "handover-named"    // the old and the new manager are named
	CheckIntroduction    Check = "introduction"      // the day on which the client meets the new manager is set
	CheckChecklist       Check = "checklist"         // there is a checklist, and its items are done
	CheckChampion        Check = "champion"          // somebody with power 3 or more is a champion
	CheckDecider         Check = "decider"           // a decision-maker and a budget-holder are known by name
	CheckPeopleInUnits   Check = "people-in-units"   // we know somebody in every unit that buys
	CheckKeyPlayersOwned Check = "key-players-owned" // every key player has an owner on our team
	CheckKeyPlayersStand Check = "key-players-stand" // the stance of every key player is known
	CheckSecondLink      Check = "second-link"       // no unit that buys depends on one person, ours or theirs
	CheckAssessed        Check = "assessed"          // every cell of the coverage matrix is assessed
	CheckRenewals        Check = "renewals"          // every unit that buys has a day of renewal
	CheckGoalInFigures   Check = "goal-in-figures"   // there is a goal, and a figure with a target
	CheckCommunications  Check = "communications"    // communications with the client are recorded
	CheckPromisesOwned   Check = "promises-owned"    // every open promise has an owner and a day
	CheckCasesOwned      Check = "cases-owned"       // every open case has an owner
	CheckRisksOwned      Check = "risks-owned"       // every open risk has an owner and a mitigation
	CheckMilestonesOwned Check = "milestones-owned"  // every open milestone has an owner
	CheckRoadmap         Check = "roadmap"           // a milestone is ahead
	CheckCalendar        Check = "calendar"          // there is a recurring communication
)

// Weight 3 is for the mandatory parts of a handoff (sales, goals, communications, introduction),
// and for supporters and deciders. Weight 1 is for good order, and 2 for the others. No published
// scale was found.
type check struct {
	check  Check
	weight int
	find   func(*assessment) Finding
}

// checks returns the checks in reading order: the handover, the people, the business, the work.
func checks() []check {
	return []check{
		{CheckHandoverNamed, 3, (*assessment).handoverNamed},
		{CheckIntroduction, 3, func(a *assessment) Finding { return one(!a.s.team.handoff.Introduction.IsZero()) }},
		{CheckChecklist, 1, (*assessment).checklist},
		{CheckChampion, 3, (*assessment).champion},
		{CheckDecider, 3, (*assessment).decider},
		{CheckPeopleInUnits, 2, func(a *assessment) Finding {
			return a.checkUnits(func(u accountmap.UnitID) bool { return len(a.s.known[u]) > 0 })
		}},
		{CheckKeyPlayersOwned, 2, (*assessment).keyPlayersOwned},
		{CheckKeyPlayersStand, 2, func(a *assessment) Finding {
			return a.checkPlayers(func(c accountmap.Contact) bool { return c.Stance != accountmap.StanceUnknown })
		}},
		{CheckSecondLink, 2, (*assessment).secondLink},
		{CheckAssessed, 1, (*assessment).assessed},
		{CheckRenewals, 2, (*assessment).renewals},
		{CheckGoalInFigures, 3, (*assessment).goalInFigures},
		{CheckCommunications, 3, func(a *assessment) Finding { return one(some(a.s.m.Communications())) }},
		{CheckPromisesOwned, 2, (*assessment).promisesOwned},
		{CheckCasesOwned, 2, func(a *assessment) Finding {
			return owned(a.s.m.Cases(), accountmap.Case.IsOpen, func(c accountmap.Case) bool { return a.answers(c.Owner, a.after) })
		}},
		{CheckRisksOwned, 1, (*assessment).risksOwned},
		{CheckMilestonesOwned, 2, (*assessment).milestonesOwned},
		{CheckRoadmap, 2, (*assessment).roadmap},
		{CheckCalendar, 1, func(a *assessment) Finding { return one(some(a.s.m.Cadences())) }},
	}
}

// Checks lists the checks in reading order.
func Checks() []Check {
	var list []Check
	for _, c := range checks() {
		list = append(list, c.check)
	}
	return list
}

// loss returns the missing part of the weight.
func (f Finding) loss() float64 {
	return float64(f.Weight) * (1 - float64(f.Part)/float64(f.Whole))
}

// assessment is the state of the checks. after is a day on which everybody who is about to leave
// has left. Owners and links are read as of that day.
type assessment struct {
	s     *Situation
	after accountmap.Date
	// people are the current contacts known by name, and players the key players with placeholders.
	// buying are the units with sold cells, in the order of [accountmap.Map.Units].
	people, players []accountmap.Contact
	buying          []accountmap.UnitID
}

// newAssessment sets after to the first day after the handoff, but at least a notice period ahead.
func newAssessment(s *Situation) *assessment {
	a := &assessment{s: s}
	if !s.today.IsZero() {
		a.after = s.today.AddDays(DefaultLeavesWithin)
		if end := s.team.handoff.End; !end.Before(a.after) {
			a.after = end.AddDays(1)
		}
	}
	a.people = make([]accountmap.Contact, 0, len(s.people))
	for _, c := range s.people {
		if !c.Placeholder {
			a.people = append(a.people, c)
		}
		if c.KeyPlayer() {
			a.players = append(a.players, c)
		}
	}
	sold := map[accountmap.UnitID]bool{}
	for _, c := range s.cells {
		sold[c.Unit] = sold[c.Unit] || c.Status == accountmap.CoverageSold
	}
	for _, u := range s.units {
		if sold[u.ID] {
			a.buying = append(a.buying, u.ID)
		}
	}
	return a
}

// championPower is the lowest power of a champion who counts. A champion without power is only a
// coach.
const championPower = 3

func (a *assessment) handoverNamed() Finding {
	h := a.s.team.handoff
	return Finding{Part: count(h.From != "") + count(h.To != ""), Whole: 2}
}

func (a *assessment) checklist() Finding {
	list := a.s.team.handoff.Checklist
	f := Finding{Whole: max(1, len(list))}
	for _, item := range list {
		f.Part += count(item.Done)
	}
	return f
}

func (a *assessment) champion() Finding {
	return one(slices.ContainsFunc(a.people, func(c accountmap.Contact) bool {
		return c.Stance == accountmap.StanceChampion && c.Power >= championPower
	}))
}

func (a *assessment) decider() Finding {
	f := Finding{Whole: 2}
	for _, role := range []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleBudgetHolder} {
		f.Part += count(slices.ContainsFunc(a.people, func(c accountmap.Contact) bool { return slices.Contains(c.Roles, role) }))
	}
	return f
}

// checkUnits counts the units that buy something.
func (a *assessment) checkUnits(inPlace func(accountmap.UnitID) bool) Finding {
	var f Finding
	for _, u := range a.buying {
		f.count(inPlace(u), func() { f.Units = append(f.Units, u) })
	}
	return f
}

// count counts one item, and calls missing if it is not in place.
func (f *Finding) count(inPlace bool, missing func()) {
	f.Whole++
	if inPlace {
		f.Part++
	} else {
		missing()
	}
}

func (a *assessment) keyPlayersOwned() Finding {
	unowned := map[accountmap.ContactID]bool{}
	for _, u := range a.s.m.UnownedKeyPlayers(a.after) {
		unowned[u.Contact] = true
	}
	return a.checkPlayers(func(c accountmap.Contact) bool { return !unowned[c.ID] })
}

func (a *assessment) checkPlayers(inPlace func(accountmap.Contact) bool) Finding {
	var f Finding
	for _, c := range a.players {
		f.count(inPlace(c), func() { f.Contacts = append(f.Contacts, c.ID) })
	}
	return f
}

func (a *assessment) secondLink() Finding {
	thin := map[accountmap.UnitID]bool{}
	for _, t := range a.s.m.SingleThreads(a.after) {
		thin[t.Unit] = true
	}
	return a.checkUnits(func(u accountmap.UnitID) bool { return !thin[u] })
}

func one(met bool) Finding {
	if met {
		return Finding{Part: 1, Whole: 1}
	}
	return Finding{Whole: 1}
}

// assessed counts the cells of the coverage matrix, and names the units with unassessed cells.
func (a *assessment) assessed() Finding {
	var f Finding
	assessed := map[accountmap.UnitID]int{}
	for _, c := range a.s.cells {
		assessed[c.Unit]++
	}
	products := len(slices.Collect(a.s.m.Products()))
	for u := range a.s.m.Matrix().Units() {
		f.Part, f.Whole = f.Part+assessed[u.ID], f.Whole+products
		if assessed[u.ID] < products {
			f.Units = append(f.Units, u.ID)
		}
	}
	return f
}

// renewals counts the units that buy something now and have a cell or a contract with a day of
// renewal.
func (a *assessment) renewals() Finding {
	dated, everywhere := map[accountmap.UnitID]bool{}, false
	for _, c := range a.s.cells {
		dated[c.Unit] = dated[c.Unit] || c.Status == accountmap.CoverageSold && !c.Renewal.IsZero()
	}
	for c := range a.s.m.Contracts() {
		if c.Renewal.IsZero() && c.End.IsZero() {
			continue
		}
		everywhere = everywhere || len(c.Units) == 0
		for _, u := range c.Units {
			dated[u] = true
		}
	}
	return a.checkUnits(func(u accountmap.UnitID) bool { return everywhere || dated[u] })
}

func (a *assessment) goalInFigures() Finding {
	if !some(a.s.m.Goals()) {
		return one(false)
	}
	for k := range a.s.m.KPIs() {
		if k.HasTarget() {
			return one(true)
		}
	}
	return one(false)
}

// answers reports whether a member has joined by a day, and has left neither today nor by then.
func (a *assessment) answers(id accountmap.MemberID, day accountmap.Date) bool {
	t, last := a.s.team.members[id], a.s.m.LastDay(id)
	switch {
	case t == nil || !a.s.today.IsZero() && a.s.today.Before(t.From) && day.Before(t.From):
		return false
	case last.IsZero():
		return true
	}
	return !a.s.today.IsZero() && !last.Before(a.s.today) && !last.Before(day)
}

// owned counts the open entries of a list, and the open entries that are in place.
func owned[T any](list iter.Seq[T], open, inPlace func(T) bool) Finding {
	var f Finding
	for e := range list {
		if open(e) {
			f.count(inPlace(e), func() {})
		}
	}
	return f
}

func (a *assessment) milestonesOwned() Finding {
	return owned(a.s.m.Milestones(), func(s accountmap.Milestone) bool { return !s.Status.Closed() },
		func(s accountmap.Milestone) bool { return a.answers(s.Owner, cmp.Or(s.Due, a.after)) })
}

func (a *assessment) promisesOwned() Finding {
	return owned(a.s.m.Commitments(), accountmap.Commitment.IsOpen,
		func(c accountmap.Commitment) bool { return !c.Due.IsZero() && a.answers(c.By, c.Due) })
}

func (a *assessment) risksOwned() Finding {
	return owned(a.s.m.Risks(), func(r accountmap.Risk) bool { return r.State != accountmap.RiskClosed },
		func(r accountmap.Risk) bool { return a.answers(r.Owner, a.after) && r.Mitigation != "" })
}

func (a *assessment) roadmap() Finding {
	for s := range a.s.m.Milestones() {
		if !a.s.today.IsZero() && !s.Status.Closed() && !s.Due.IsZero() && !s.Due.Before(a.s.today) {
			return one(true)
		}
	}
	return one(false)
}
