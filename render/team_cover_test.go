package render

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// withTeam returns meridiano with a team, one of whose members has left, and relationships of
// several levels.
func withTeam() *accountmap.Account {
	a := meridiano()
	a.Team = []accountmap.Member{
		{ID: "ar", Name: "Ana Rodríguez Ruiz", Role: "Account manager", Reach: []accountmap.Reach{
			{Contact: "jm", Now: accountmap.ReachProblemSolver, Wanted: accountmap.ReachTrustedAdviser},
			{Contact: "tw", Wanted: accountmap.ReachCredibleSource}, {Contact: "gd", Now: accountmap.ReachVendor}}},
		{ID: "old", Name: "Otto Alt", To: accountmap.Date{Year: 2026, Month: 10, Day: 31}, Reach: []accountmap.Reach{{Contact: "bn", Now: accountmap.ReachTrustedAdviser}}},
		{ID: "js", Name: "Jan Sowa", Reach: []accountmap.Reach{{Contact: "jm", Now: accountmap.ReachVendor}}},
	}
	a.Contacts[7].Power, a.Contacts[7].Owner = 5, "old" // Victor Hale
	return a
}

func TestTeamCoverGraph(t *testing.T) {
	goldenGraph(t, "teamcover.json", graphOf(t, withTeam(), TeamCover{}, nil))
}

// coverOf returns the lines of a person, by column.
func coverOf(g *graph.Graph, person string) map[string]graph.Line {
	found := map[string]graph.Line{}
	for _, c := range g.Grid.Cells {
		for _, l := range c.Lines {
			if l.Label == person {
				found[g.Grid.Columns[c.Column].Label] = l
			}
		}
	}
	return found
}

func TestTeamCoverShowsRelationships(t *testing.T) {
	g := graphOf(t, withTeam(), TeamCover{}, nil)
	var members []string
	for _, c := range g.Grid.Columns {
		members = append(members, c.Label)
	}
	assert.Equal(t, []string{"Ana Rodríguez Ruiz", "Jan Sowa", "Nobody on our side"}, members, "who has left has no column")

	jorg := coverOf(g, "Jörg Müller")
	assert.Equal(t, &graph.Level{Value: 3, Max: 4, Wanted: 4}, jorg["Ana Rodríguez Ruiz"].Level)
	assert.Equal(t, &graph.Level{Value: 1, Max: 4}, jorg["Jan Sowa"].Level)
	assert.NotContains(t, jorg, "Nobody on our side", "two of us know him")
	assert.True(t, jorg["Jan Sowa"].Strong, "key people are bold")

	begona := coverOf(g, "Begoña Núñez")
	assert.Len(t, begona, 1)
	assert.Contains(t, begona, "Nobody on our side")
	assert.False(t, coverOf(g, "Γιάννης Δήμου")["Ana Rodríguez Ruiz"].Strong)
	assert.Equal(t, &graph.Level{Max: 4, Wanted: 2}, coverOf(g, "Tom Whitfield")["Ana Rodríguez Ruiz"].Level, "what is wanted and not there yet")
	assert.Empty(t, coverOf(g, "Иван Петров"), "who has left the client is not there")
	assert.Contains(t, g.Subtitle, "3 key players, 2 uncovered")
	assert.Equal(t, []string{"1 alone"}, g.Grid.Columns[0].Chips)
}

// TestTeamCoverTintsWhoLeaves checks that the column of a member with a last day is tinted, even in
// empty cells.
func TestTeamCoverTintsWhoLeaves(t *testing.T) {
	a := withTeam()
	a.Team[2].To = accountmap.Date{Year: 2026, Month: 12, Day: 15}
	g := graphOf(t, a, TeamCover{}, nil)
	assert.Equal(t, []graph.Class{class.Leaver}, g.Grid.Columns[1].Class)
	assert.Contains(t, g.Grid.Columns[1].Detail, "leaves 15 Dec 2026")
	tinted := 0
	for _, c := range g.Grid.Cells {
		assert.Equal(t, c.Column == 1, slices.Contains(c.Class, class.Leaver))
		if c.Column == 1 {
			tinted++
		}
	}
	assert.Len(t, g.Grid.Rows, tinted)
}

// TestTeamCoverHasEverybodyInTheirCells compares the cells with the links of the map.
func TestTeamCoverHasEverybodyInTheirCells(t *testing.T) {
	a := accountmaptest.Generate(3, accountmaptest.Typical(60))
	m, g := mustNew(t, a), graphOf(t, a, TeamCover{People: -1}, nil)
	lines := map[string]int{}
	for _, c := range g.Grid.Cells {
		lines[g.Grid.Columns[c.Column].Label] += len(c.Lines)
	}
	linked := map[accountmap.ContactID]bool{}
	for _, l := range m.Links(accountmap.Date{}) {
		c, _ := m.Contact(l.Contact)
		linked[l.Contact] = true
		assert.Contains(t, coverOf(g, cmp.Or(c.Name, c.Title)), memberName(m, l.Member))
	}
	nobody := 0
	for c := range m.Contacts() {
		if c.Left.IsZero() && !linked[c.ID] {
			nobody++
		}
	}
	assert.GreaterOrEqual(t, lines["Nobody on our side"], nobody)
}

func memberName(m *accountmap.Map, id accountmap.MemberID) string {
	member, _ := m.Member(id)
	return member.Name
}

// TestTeamCoverNamesSingleThreads compares the headings with the map's own answer, and with the box
// of the account map, which also has units where nobody is known.
func TestTeamCoverNamesSingleThreads(t *testing.T) {
	norace.Only(t)
	for name, shape := range gridShapes() {
		for seed := range uint64(3) {
			a := accountmaptest.Generate(seed, shape)
			m, g := mustNew(t, a), graphOf(t, a, TeamCover{People: -1}, nil)
			warned := map[string]int{}
			for _, r := range g.Grid.Rows {
				if slices.Contains(r.Class, class.Alarm) {
					assert.NotEmpty(t, r.Detail)
					warned[r.Label]++
				}
			}
			hang := map[accountmap.UnitID]bool{}
			for _, thread := range m.SingleThreads(accountmap.Date{}) {
				hang[thread.Unit] = true
			}
			for _, e := range insight.Of(m, accountmap.Date{}).Watch(insight.WatchOptions{Limit: 1000}).HangsOnOne.Entries {
				hang[e.Unit] = true
			}
			want := map[string]int{}
			for id := range hang {
				if unit, ok := m.Unit(id); ok {
					want[unit.Name]++
				}
			}
			assert.Equal(t, want, warned, "%s, seed %d", name, seed)
			assert.NotContains(t, " "+g.Headline+" "+g.Subtitle, " 0 units", "%s, seed %d", name, seed)
		}
	}
}

func TestTeamCoverCountsHiddenPeople(t *testing.T) {
	g := graphOf(t, withTeam(), TeamCover{People: 2}, nil)
	var rows []string
	for _, r := range g.Grid.Rows {
		rows = append(rows, joined([]string{r.Label, joined(r.Chips, " ")}, ": "))
	}
	assert.Equal(t, []string{"Grupo Meridiano", "Logística: 3 people", "Προμήθειες: 2 people", "Advisers (external)", "Unit not known: 1 person"}, rows,
		"the adviser is a key player whom nobody of us knows")
	assert.Contains(t, graphOf(t, meridiano(), TeamCover{}, &Options{AsOf: accountmap.Date{Year: 2020, Month: 1, Day: 1}}).Subtitle, "key players")
	nobody := meridiano()
	nobody.Team, nobody.Contacts[1].Owner = nil, ""
	assert.Contains(t, graphOf(t, nobody, TeamCover{}, nil).Subtitle, "Nobody on our side works on the account")
}

// TestTeamCoverNamesKeyPeopleWithoutUs checks that a large account names the key people whom nobody
// on our side knows, before anybody else.
func TestTeamCoverNamesKeyPeopleWithoutUs(t *testing.T) {
	a := accountmaptest.Generate(3, accountmaptest.Typical(300))
	m := mustNew(t, a)
	g := graphOf(t, a, TeamCover{}, nil)
	named := 0
	for _, c := range g.Grid.Cells {
		if c.Column == len(g.Grid.Columns)-1 {
			named += len(c.Lines)
		}
	}
	linked := map[accountmap.ContactID]bool{}
	for _, l := range m.Links(m.Profile().AsOf) {
		linked[l.Contact] = true
	}
	want := 0
	for _, c := range a.Contacts {
		if c.Here(m.Profile().AsOf) && c.KeyPlayer() && !linked[c.ID] {
			want++
		}
	}
	require.Positive(t, want)
	assert.GreaterOrEqual(t, named, want)
}
