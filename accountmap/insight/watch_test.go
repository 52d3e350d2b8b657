package insight_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// sample returns the account of the examples.
func sample(t testing.TB) *accountmap.Map {
	t.Helper()
	m, problems := codec.Open("../../examples/handoff/sample.yaml")
	require.NotNil(t, m, problems.Report())
	return m
}

func newMap(t testing.TB, a *accountmap.Account) *accountmap.Map {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return m
}

// holding returns a group with a mill and an office, which Lea and Jan look after.
func holding() *accountmap.Account {
	return &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: today},
		Units:    []accountmap.Unit{{ID: "group", Name: "Group"}, {ID: "mill", Name: "Mill", Parent: "group"}, {ID: "office", Name: "Office", Parent: "group"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}, {ID: "hub", Name: "Hub"}},
		Contacts: []accountmap.Contact{
			{ID: "boss", Name: "Boss", Unit: "group", Power: 5, Stance: accountmap.StanceSceptic, Owner: "lea", Roles: []accountmap.Role{accountmap.RoleBudgetHolder}},
			{ID: "miller", Name: "Miller", Unit: "mill", Power: 4, Stance: accountmap.StanceChampion, Owner: "jan"},
			{ID: "guard", Name: "Guard", Unit: "mill", Power: 4, Stance: accountmap.StanceBlocker, Owner: "jan"},
			{ID: "clerk", Name: "Clerk", Unit: "office", Power: 3, Owner: "lea"},
			{ID: "lawyer", Name: "Lawyer?", Unit: "office", Power: 4, Placeholder: true},
			{ID: "gone", Name: "Gone", Unit: "mill", Power: 5, Stance: accountmap.StanceBlocker, Left: today},
		},
		Relationships: []accountmap.Relationship{
			{From: "miller", To: "boss", Kind: accountmap.RelationshipInfluence, Strength: 4},
			{From: "guard", To: "boss", Kind: accountmap.RelationshipInfluence},
			{From: "gone", To: "boss", Kind: accountmap.RelationshipInfluence},
		},
		Coverage: []accountmap.Cell{
			{Unit: "mill", Product: "core", Status: accountmap.CoverageSold, Value: euros(30_000_00)},
			{Unit: "mill", Product: "hub", Status: accountmap.CoverageProposed, Potential: euros(8_000_00)},
			{Unit: "office", Product: "core", Status: accountmap.CoverageCompetitor, Competitor: "rival", Potential: euros(12_000_00)},
			{Unit: "office", Product: "hub", Status: accountmap.CoverageBlocked, Reason: "no room", Potential: euros(1)},
		},
		Competitors: []accountmap.Competitor{{ID: "rival", Name: "Rival"}},
		Team:        []accountmap.Member{{ID: "lea", Name: "Lea", Units: []accountmap.UnitID{"group", "office"}}, {ID: "jan", Name: "Jan", Units: []accountmap.UnitID{"mill"}}},
	}
}

// main returns the first reason of each entry of a list, by the subject of the entry.
func main(l insight.WatchList) map[string]accountmap.Reason {
	reasons := map[string]accountmap.Reason{}
	for _, e := range l.Entries {
		reasons[string(e.Contact)+string(e.Unit)+string(e.Product)] = e.Factors[0].Reason
	}
	return reasons
}

func TestWatch(t *testing.T) {
	m := newMap(t, holding())
	w := insight.Of(m, accountmap.Date{}).Watch(insight.WatchOptions{})

	// The boss has more power than the guard. People who left no longer count, neither here nor as
	// an influence.
	require.Len(t, w.ToWinOver.Entries, 2)
	assert.Equal(t, insight.Watched{Contact: "boss", Unit: "group", Members: []accountmap.MemberID{"lea"}, Worth: accountmap.Sums{euros(8_000_00)}, Factors: []insight.Factor{
		{Reason: accountmap.ReasonSceptic},
		{Reason: accountmap.ReasonHasSay, Roles: []accountmap.Role{accountmap.RoleBudgetHolder}},
		{Reason: accountmap.ReasonInfluenced, Contacts: []accountmap.ContactID{"guard"}},
		{Reason: accountmap.ReasonWinnable, Contacts: []accountmap.ContactID{"miller"}},
	}}, w.ToWinOver.Entries[0])
	assert.Equal(t, accountmap.ContactID("guard"), w.ToWinOver.Entries[1].Contact)

	assert.Equal(t, map[string]accountmap.Reason{"mill": accountmap.ReasonOneMember, "group": accountmap.ReasonOneMember, "office": accountmap.ReasonOneMember}, main(w.HangsOnOne))
	assert.Equal(t, accountmap.UnitID("mill"), w.HangsOnOne.Entries[0].Unit, "what buys most comes first")
	assert.Equal(t, accountmap.Sums{euros(30_000_00)}, w.HangsOnOne.Worth)

	assert.Equal(t, map[string]accountmap.Reason{"lawyeroffice": accountmap.ReasonNotYetKnown, "clerkoffice": accountmap.ReasonStanceUnknown}, main(w.ToFindOut))
	assert.Equal(t, accountmap.ContactID("lawyer"), w.ToFindOut.Entries[0].Contact, "power first")

	assert.Equal(t, map[string]accountmap.Reason{"officecore": accountmap.ReasonWithCompetitor, "millhub": accountmap.ReasonOffered}, main(w.ToSell))
	assert.Equal(t, accountmap.Sums{euros(20_000_00)}, w.ToSell.Worth, "blocked is not open")
}

func TestWatchLimits(t *testing.T) {
	m := newMap(t, holding())
	w := insight.Of(m, accountmap.Date{}).Watch(insight.WatchOptions{Limit: 1, Power: 5, Unknown: 4})
	assert.Equal(t, 1, w.ToWinOver.Total)
	assert.Equal(t, 1, w.ToFindOut.Total)
	assert.Len(t, w.ToSell.Entries, 1)
	assert.Equal(t, 2, w.ToSell.Total)
	assert.Equal(t, accountmap.Sums{euros(20_000_00)}, w.ToSell.Worth, "the worth of the whole list")
}

func TestNobodyIsKnown(t *testing.T) {
	a := holding()
	a.Units = append(a.Units, accountmap.Unit{ID: "plant", Name: "Plant", Parent: "group"}, accountmap.Unit{ID: "shed", Name: "Shed", Parent: "group"})
	a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "plant", Product: "core", Status: accountmap.CoverageGap, Potential: euros(5_000_00)})
	w := insight.Of(newMap(t, a), accountmap.Date{}).Watch(insight.WatchOptions{Limit: 9})
	assert.Equal(t, accountmap.ReasonNobodyKnown, main(w.HangsOnOne)["plant"])
	assert.NotContains(t, main(w.HangsOnOne), "shed", "there is nothing to lose and nothing to sell")
}

func TestTheLinkLeaves(t *testing.T) {
	a := holding()
	a.Team[1].To = today.AddDays(44)
	w := insight.Of(newMap(t, a), accountmap.Date{}).Watch(insight.WatchOptions{})
	assert.Contains(t, w.HangsOnOne.Entries[0].Factors, insight.Factor{Reason: accountmap.ReasonLeaves, Members: []accountmap.MemberID{"jan"}, Date: today.AddDays(44)})
}

// TestWatchTheSample compares the lists with the findings of a reader of the sample.
func TestWatchTheSample(t *testing.T) {
	w := insight.Of(sample(t), accountmap.Date{}).Watch(insight.WatchOptions{Limit: 99})
	assert.Equal(t, map[string]accountmap.Reason{
		"inaki-ozturkmeridiano": accountmap.ReasonSceptic, "marek-kowalskimeridiano": accountmap.ReasonBlocker, "victor-halemeridiano": accountmap.ReasonSceptic,
	}, main(w.ToWinOver))
	assert.Equal(t, map[string]accountmap.Reason{
		"service": accountmap.ReasonOneMember, "plant-north": accountmap.ReasonOneMember, "promithies": accountmap.ReasonOneMember,
		"fundacion": accountmap.ReasonOneMember, "paragogi": accountmap.ReasonNobodyKnown,
	}, main(w.HangsOnOne))
	assert.Equal(t, 4, w.ToFindOut.Total)
	assert.Equal(t, accountmap.Sums{euros(768_992_00)}, w.ToSell.Worth)
}

// TestTheClientWatchesNothing checks that no judgement reaches a copy for the client.
func TestTheClientWatchesNothing(t *testing.T) {
	m := sample(t).Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	assert.Zero(t, insight.Of(m, accountmap.Date{}).Watch(insight.WatchOptions{}))
	assert.Empty(t, insight.Of(m, accountmap.Date{}).Transfers(insight.TransferOptions{}))
}

// TestJudgementsHold checks on any account that lists are bounded and every entry has a reason. A
// second call returns the same answer.
func TestJudgementsHold(t *testing.T) {
	for _, shape := range accountmaptest.Shapes() {
		m := newMap(t, accountmaptest.Generate(1, shape))
		w := insight.Of(m, accountmap.Date{}).Watch(insight.WatchOptions{})
		assert.Equal(t, w, insight.Of(m, accountmap.Date{}).Watch(insight.WatchOptions{}))
		for _, l := range []insight.WatchList{w.ToWinOver, w.HangsOnOne, w.ToFindOut, w.ToSell} {
			assert.Len(t, l.Entries, min(l.Total, insight.DefaultWatchLimit), shape.Name)
			for _, e := range l.Entries {
				assert.NotEmpty(t, e.Factors)
			}
		}
		for _, tr := range insight.Of(m, accountmap.Date{}).Transfers(insight.TransferOptions{}) {
			for _, i := range append(tr.After(), tr.Orphans()...) {
				assert.Contains(t, tr.Items, i)
			}
		}
	}
}
