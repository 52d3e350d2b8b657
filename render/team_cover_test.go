package render

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// manned is meridiano with a team in which one has left, and standing of several sorts.
func manned() *accountmap.Account {
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
	goldenGraph(t, "teamcover.json", graphOf(t, manned(), TeamCover{}, nil))
}

// coverOf is the words and dots of the cells of a row, by column.
func coverOf(g *graph.Graph, person string) map[string]graph.Cell {
	found := map[string]graph.Cell{}
	for _, c := range g.Grid.Cells {
		if g.Grid.Rows[c.Row].Label == person {
			found[g.Grid.Columns[c.Column].Label] = c
		}
	}
	return found
}

func TestTeamCoverTellsWhoKnowsWhom(t *testing.T) {
	g := graphOf(t, manned(), TeamCover{}, nil)
	var members []string
	for _, c := range g.Grid.Columns {
		members = append(members, c.Label)
	}
	assert.Equal(t, []string{"Ana Rodríguez Ruiz", "Jan Sowa", "Cover"}, members, "who has left has no column")

	jorg := coverOf(g, "Jörg Müller")
	assert.Equal(t, &graph.Level{Value: 3, Max: 4, Wanted: 4}, jorg["Ana Rodríguez Ruiz"].Level)
	assert.Equal(t, "owner", jorg["Ana Rodríguez Ruiz"].Label)
	assert.Equal(t, &graph.Level{Value: 1, Max: 4}, jorg["Jan Sowa"].Level)
	assert.NotContains(t, jorg, "Cover", "two of us know him, and he has an owner")

	begona := coverOf(g, "Begoña Núñez")
	assert.Equal(t, "nobody of us", begona["Cover"].Label)
	assert.Equal(t, []graph.Class{class.Alarm}, begona["Cover"].Class, "a key player without cover stands out")
	assert.Equal(t, "only Ana Rodríguez Ruiz", coverOf(g, "Γιάννης Δήμου")["Cover"].Label)
	assert.Empty(t, coverOf(g, "Γιάννης Δήμου")["Cover"].Class, "who does not count does not stand out")
	assert.Equal(t, &graph.Level{Max: 4, Wanted: 2}, coverOf(g, "Tom Whitfield")["Ana Rodríguez Ruiz"].Level, "what is wanted and not there yet")
	assert.Empty(t, coverOf(g, "Иван Петров"), "who has left the client has no row")
	assert.Contains(t, g.Subtitle, "3 key players, 2 uncovered")
}

// TestTeamCoverSaysWhatHangsOnOnePerson compares the headings with the answer of the map.
func TestTeamCoverSaysWhatHangsOnOnePerson(t *testing.T) {
	for name, shape := range gridShapes() {
		for seed := range uint64(3) {
			a := accountmaptest.Generate(seed, shape)
			m, g := mustNew(t, a), graphOf(t, a, TeamCover{People: -1}, nil)
			warned := map[string]int{}
			for _, b := range g.Grid.RowBands {
				if b.Detail != "" {
					assert.Contains(t, b.Class, class.Alarm)
					warned[b.Label]++
				}
			}
			want := map[string]int{}
			for _, thread := range m.SingleThreads(accountmap.Date{}) {
				if unit, ok := m.Unit(thread.Unit); ok {
					want[unit.Name]++
				}
			}
			assert.Equal(t, want, warned, "%s, seed %d", name, seed)
		}
	}
}

func TestTeamCoverCountsWhomItDoesNotShow(t *testing.T) {
	g := graphOf(t, manned(), TeamCover{People: 2}, nil)
	var rows []string
	for _, r := range g.Grid.Rows {
		rows = append(rows, r.Label)
	}
	assert.Equal(t, []string{"Begoña Núñez", "Jörg Müller", "and 2 more", "2 people", "1 person", "1 person"}, rows)
	assert.Contains(t, graphOf(t, meridiano(), TeamCover{}, &Options{AsOf: accountmap.Date{Year: 2020, Month: 1, Day: 1}}).Subtitle, "key players")
	nobody := meridiano()
	nobody.Team, nobody.Contacts[1].Owner = nil, ""
	assert.Contains(t, graphOf(t, nobody, TeamCover{}, nil).Subtitle, "Nobody of us is on the account")
}
