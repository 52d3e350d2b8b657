package insight_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

func agenda(t *testing.T, a *accountmap.Account, days int) []insight.Appointment {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return insight.Agenda(m, today, today.AddDays(days))
}

func TestAgenda(t *testing.T) {
	a := ready()
	a.Cadences[0].Every = "FREQ=MONTHLY;BYDAY=1TU" // 3 November and 1 December 2026
	a.Cadences[0].Contacts = []accountmap.ContactID{"cfo"}
	a.Contracts = []accountmap.Contract{{ID: "k", Renewal: today.AddDays(31), Note: "Frame"}}
	a.Exposures = []accountmap.Exposure{{Contact: "coo", Product: "core", Date: today.AddDays(-170), Kind: accountmap.ExposureDemo}}
	a.Goals[0].Due = today.AddDays(20)
	a.Communications[0].FollowUp, a.Communications[0].Subject = today.AddDays(4), "Call back"
	var got []string
	for _, p := range agenda(t, a, 31) {
		got = append(got, p.Date.String()+" "+string(p.Kind)+" "+p.Title+string(p.Product))
	}
	assert.Equal(t, []string{
		"2026-11-01 introduction ",
		"2026-11-01 promise Send it",
		"2026-11-01 milestone Go live",
		"2026-11-03 cadence Review",
		"2026-11-05 follow-up Call back",
		"2026-11-11 exposure core",
		"2026-11-21 goal Grow",
		"2026-12-01 cadence Review",
		"2026-12-01 renewal core",
		"2026-12-02 renewal Frame",
	}, got)
}

func TestWhatIsDoneIsNotOnTheAgenda(t *testing.T) {
	a := ready()
	a.Coverage, a.Cadences = nil, nil
	a.Handoff.SignedOff = today
	a.Commitments[0].Status = accountmap.CommitmentKept
	a.Milestones[0].Status = accountmap.MilestoneDone
	a.Goals[0].Due, a.Goals[0].State = today, accountmap.GoalAchieved
	assert.Empty(t, agenda(t, a, 31))
}

func TestAgendaHasAnEnd(t *testing.T) {
	a := ready()
	a.Cadences[0].Every = "FREQ=DAILY"
	a.Cadences[0].From = accountmap.Date{Year: 1900, Month: 1, Day: 1}
	assert.Len(t, slices.DeleteFunc(agenda(t, a, 1_000_000), func(p insight.Appointment) bool { return p.Kind != insight.AgendaCadence }), insight.MaxAgendaDays)
	a.Cadences[0].Every = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
	for _, p := range agenda(t, a, 400) {
		assert.NotEqual(t, insight.AgendaCadence, p.Kind, "30 February never comes")
	}
	assert.Empty(t, agenda(t, a, -1))
	m, err := accountmap.New(a)
	require.NoError(t, err)
	assert.Empty(t, insight.Agenda(m, accountmap.Date{}, today))
}

func TestAgendaOfManyAccounts(t *testing.T) {
	for _, s := range accountmaptest.Shapes() {
		m, err := accountmap.New(accountmaptest.Generate(3, s))
		require.NoError(t, err)
		from := m.Profile().AsOf
		list := insight.Agenda(m, from, from.AddDays(365))
		assert.True(t, slices.IsSortedFunc(list, func(a, b insight.Appointment) int { return a.Date.Compare(b.Date) }))
		for _, p := range list {
			assert.False(t, p.Date.Before(from))
			assert.False(t, from.AddDays(365).Before(p.Date))
		}
	}
}

// everyShape returns the sample and generated accounts of every shape.
func everyShape(t *testing.T) []*accountmap.Map {
	maps := []*accountmap.Map{sample(t)}
	for seed := range uint64(5) {
		for _, s := range accountmaptest.Shapes() {
			m, err := accountmap.New(accountmaptest.Generate(seed, s))
			require.NoError(t, err)
			maps = append(maps, m)
		}
	}
	return maps
}

// TestOneThingHasOnePerson checks that moves, overdue entries, the agenda and transfers name the
// same member of our team for the same item.
func TestOneThingHasOnePerson(t *testing.T) {
	type thing struct {
		title string
		day   accountmap.Date
	}
	compared := map[string]int{}
	for _, m := range everyShape(t) {
		from := m.Profile().AsOf
		s, ours := insight.Of(m, from), map[thing][]accountmap.MemberID{}
		for _, o := range m.Overdue(from, accountmap.Deadlines{}) {
			ours[thing{o.Title, o.Due}] = append(ours[thing{o.Title, o.Due}], o.Member)
		}
		for _, p := range insight.Agenda(m, from, from.AddDays(400)) {
			ours[thing{p.Title, p.Date}] = append(ours[thing{p.Title, p.Date}], p.Members...)
		}
		same := func(what string, about thing, members []accountmap.MemberID) {
			if due, ok := ours[about]; ok && about.title != "" && !about.day.IsZero() {
				compared[what]++
				assert.Subset(t, due, members, "%s: %s %s", m.Profile().Name, what, about.title)
			}
		}
		for _, v := range s.Moves(insight.MoveOptions{Limit: 1000}) {
			if v.Kind != insight.MoveRenew {
				same("move", thing{v.Title, v.By}, v.Members)
			}
		}
		for _, tr := range s.Transfers(insight.TransferOptions{}) {
			for _, i := range tr.After() {
				if i.To != "" {
					same("transfer", thing{i.Title, i.Due}, []accountmap.MemberID{i.To})
				}
			}
		}
	}
	assert.Greater(t, compared["move"], 50)
	assert.Positive(t, compared["transfer"])
}

// TestARenewalHasOnePerson checks that moves and the agenda name the same person at the client for
// a renewal.
func TestARenewalHasOnePerson(t *testing.T) {
	compared := 0
	for _, m := range everyShape(t) {
		from := m.Profile().AsOf
		next := map[accountmap.UnitID]insight.Appointment{}
		for _, p := range insight.Agenda(m, from, from.AddDays(insight.RenewalDays), insight.AgendaRenewal) {
			if _, known := next[p.Unit]; !known && p.Product != "" {
				next[p.Unit] = p
			}
		}
		for _, v := range insight.Of(m, from).Moves(insight.MoveOptions{Limit: 1000}) {
			p, ok := next[v.Unit]
			if v.Kind != insight.MoveRenew || !ok || v.By != p.Date {
				continue
			}
			compared++
			assert.Equal(t, p.Contacts[:1], v.Contacts[:1], "%s: %s", m.Profile().Name, v.Unit)
		}
	}
	assert.Greater(t, compared, 10)
}

// TestARenewalOfUnitsIsWithTheFirst checks a contract of several units, whose renewal has no unit of
// its own: the people are those of the first unit, not the most powerful of the client.
func TestARenewalOfUnitsIsWithTheFirst(t *testing.T) {
	m, err := accountmap.New(&accountmap.Account{
		Profile: accountmap.Profile{Name: "Client"},
		Units:   []accountmap.Unit{{ID: "hq", Name: "Head office"}, {ID: "mill", Name: "Mill"}, {ID: "lab", Name: "Lab"}},
		Team:    []accountmap.Member{{ID: "ana", Name: "Ana", Units: []accountmap.UnitID{"hq"}}, {ID: "ben", Name: "Ben", Units: []accountmap.UnitID{"mill"}}},
		Contacts: []accountmap.Contact{{ID: "boss", Name: "Boss", Unit: "hq", Power: 5, Owner: "ana"}, {ID: "miller", Name: "Miller", Unit: "mill", Power: 2, Owner: "ben"},
			{ID: "chemist", Name: "Chemist", Unit: "lab", Power: 3}},
		Contracts: []accountmap.Contract{{ID: "both", Units: []accountmap.UnitID{"mill", "lab"}, Renewal: accountmap.Day(2026, 12, 1)}},
	})
	require.NoError(t, err)
	list := insight.Agenda(m, accountmap.Day(2026, 11, 1), accountmap.Day(2026, 12, 31), insight.AgendaRenewal)
	require.Len(t, list, 1)
	assert.Equal(t, []accountmap.ContactID{"miller"}, list[0].Contacts)
	assert.Equal(t, []accountmap.MemberID{"ben"}, list[0].Members)
}
