package render

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// planned is meridiano with milestones of every kind.
func planned() *accountmap.Account {
	on := func(y int, m time.Month, d int) accountmap.Date { return accountmap.Date{Year: y, Month: m, Day: d} }
	a := meridiano()
	a.Milestones = []accountmap.Milestone{
		{ID: "kick", Title: "Kick-off", Phase: accountmap.PhaseOnboarding, Due: on(2026, 9, 15), Status: accountmap.MilestoneDone, Owner: "ar"},
		{ID: "train", Title: "Everybody trained", Phase: accountmap.PhaseOnboarding, Start: on(2026, 9, 20), Due: on(2026, 10, 15),
			Status: accountmap.MilestoneInProgress, After: []accountmap.MilestoneID{"kick"}, Owner: "ar", Contact: "jm"},
		{ID: "renew", Title: "Renewal signed", Phase: accountmap.PhaseRenewal, Due: on(2027, 1, 31), Status: accountmap.MilestonePlanned,
			After: []accountmap.MilestoneID{"train", "more"}},
		{ID: "pilot", Title: "Pilot", Phase: accountmap.PhaseAdoption, Due: on(2026, 10, 1), Status: accountmap.MilestoneDropped},
		{ID: "begun", Title: "Begun", Start: on(2026, 12, 1)},
		{ID: "more", Title: "A second plant", Phase: accountmap.PhaseExpansion},
	}
	return a
}

func TestRoadmapGraph(t *testing.T) {
	goldenGraph(t, "roadmap.json", graphOf(t, planned(), Roadmap{}, nil))
}

func TestRoadmapTellsHowEachStands(t *testing.T) {
	g := graphOf(t, planned(), Roadmap{}, nil)
	told := map[string]string{}
	for _, n := range g.Nodes {
		told[n.Label] = n.Detail
	}
	assert.Equal(t, map[string]string{
		"Kick-off": "done, was due 15 Sep 2026", "Everybody trained": "17 days late · due 15 Oct 2026", "Renewal signed": "Planned · due 31 Jan 2027",
		"Pilot": "dropped, was due 1 Oct 2026", "Begun": "since 1 Dec 2026", "A second plant": "",
	}, told)
	assert.Equal(t, []graph.Class{"milestone-in-progress", class.Late}, g.Nodes[1].Class)
	assert.Contains(t, g.Subtitle, "6 milestones: 1 done, 1 late")
	assert.Nil(t, g.Nodes[5].Place.Span)
	assert.Equal(t, "No date yet", g.Grid.Columns[g.Nodes[5].Place.Column].Label)
	var lanes []string
	for _, r := range g.Grid.Rows {
		lanes = append(lanes, r.Label)
	}
	assert.Equal(t, []string{"Onboarding", "Adoption", "Renewal", "Expansion", "Phase not said"}, lanes)
	assert.Equal(t, []string{"1 late"}, g.Grid.Rows[0].Chips)

	var order []string
	for _, e := range g.Edges {
		order = append(order, e.Tooltip)
	}
	assert.Equal(t, []string{"Kick-off must be done before Everybody trained", "Everybody trained must be done before Renewal signed",
		"A second plant must be done before Renewal signed"}, order)
}

// TestRoadmapBarsStandOnTheirDays measures the drawing: bars and the line of the day begin and end where the scale has their days.
func TestRoadmapBarsStandOnTheirDays(t *testing.T) {
	d := layGridView(t, planned(), Roadmap{}, "en")
	columns := d.picture.Input.Placed.Grid.Columns
	september, november := columns[0], columns[2]
	require.Equal(t, "Sep 2026", d.picture.Input.Graph.Grid.Columns[0].Label)
	perDay := september.W / 30
	span := d.picture.Input.Placed.Grid.Spans[1] // 20 September to 15 October
	assert.InDelta(t, september.X+19*perDay, span.Left, 0.01)
	assert.InDelta(t, columns[1].X+14*perDay, span.Right, 0.01)
	assert.InDelta(t, november.X, d.picture.Input.Placed.Grid.Marks[0].X, 0.01, "the first of November")
	for i, n := range d.picture.Input.Graph.Nodes {
		if n.Place.Span != nil {
			card, bar := d.picture.Input.Placed.Cards[i], d.picture.Input.Placed.Grid.Spans[i]
			assert.True(t, card.X <= bar.Left && card.Right() >= bar.Right, "%s: the bar is on its card", n.Label)
		}
	}
}

// TestLateOnTheMapIsLateInTheAnswer compares with what the map says on several days.
func TestLateOnTheMapIsLateInTheAnswer(t *testing.T) {
	for seed := range uint64(4) {
		a := accountmaptest.Generate(seed, accountmaptest.Typical(60))
		for _, asOf := range []accountmap.Date{{}, a.AsOf.AddDays(90), a.AsOf.AddDays(4000)} {
			m, g := mustNew(t, a), graphOf(t, a, Roadmap{}, &Options{AsOf: asOf})
			late := 0
			for _, o := range m.Overdue(asOf, accountmap.Deadlines{}) {
				if o.Kind == accountmap.OverdueMilestone {
					late++
				}
			}
			drawn := 0
			for _, n := range g.Nodes {
				if strings.Contains(n.Detail, "late") {
					drawn++
				}
			}
			assert.Equal(t, late, drawn)
		}
	}
}

func TestTimeScales(t *testing.T) {
	for _, c := range []struct {
		from, to    string
		first, last string
		parts       int
	}{
		{"2026-11-01", "2026-11-01", "Nov 2026", "Dec 2026", 2},
		{"2026-01-31", "2027-06-01", "Jan 2026", "Jul 2027", 19},
		{"2026-02-28", "2028-06-01", "Q1 2026", "Q3 2028", 11},
		{"2020-05-05", "2027-01-01", "2020", "2028", 9},
		{"0001-01-01", "9999-12-31", "0–499", "10000–10499", 21},
	} {
		s := newTimeScale(mustDate(c.from), mustDate(c.to))
		columns := s.columns(terms.English())
		assert.Len(t, columns, c.parts, c.from)
		assert.Equal(t, c.first, columns[0].Label)
		assert.Equal(t, c.last, columns[len(columns)-1].Label)
		long := 0.0
		for _, column := range columns {
			long += column.Length
		}
		for _, day := range []string{c.from, c.to} {
			at := s.at(mustDate(day))
			assert.True(t, at >= 0 && at < long, "%s is at %v of %v", day, at, long)
		}
	}
}

func mustDate(text string) accountmap.Date {
	d, err := accountmap.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// TestRoadmapForTheClientSaysNoStatusYet where it says to our own people that we do not know it.
func TestRoadmapForTheClientSaysNoStatusYet(t *testing.T) {
	words := func(g *graph.Graph) (all []string) {
		for _, section := range g.Legend {
			for _, e := range section.Entries {
				all = append(all, e.Label)
			}
		}
		return all
	}
	assert.Contains(t, words(graphOf(t, planned(), Roadmap{}, nil)), "Unknown")
	client := words(clientGraph(t, mustNew(t, planned()).Select(toClient), Roadmap{}))
	assert.Contains(t, client, "No status yet")
	assert.NotContains(t, client, "Unknown")
}
