package render

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
)

// planned returns meridiano with milestones of every kind.
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

func TestRoadmapShowsStatuses(t *testing.T) {
	g := graphOf(t, planned(), Roadmap{}, nil)
	details := map[string]string{}
	for _, n := range g.Nodes {
		details[n.Label] = n.Detail
	}
	assert.Equal(t, map[string]string{
		"Kick-off": "done, was due 15 Sep 2026", "Everybody trained": "17 days late · due 15 Oct 2026", "Renewal signed": "Planned · due 31 Jan 2027",
		"Pilot": "dropped, was due 1 Oct 2026", "Begun": "since 1 Dec 2026", "A second plant": "",
	}, details)
	assert.Equal(t, []graph.Class{"milestone-in-progress", class.Late}, g.Nodes[1].Class)
	assert.Contains(t, g.Subtitle, "6 milestones: 1 done, 1 late")
	assert.Nil(t, g.Nodes[5].Place.Span)
	assert.Equal(t, "No date yet", g.Grid.Columns[g.Nodes[5].Place.Column].Label)
	var lanes []string
	for _, r := range g.Grid.Rows {
		lanes = append(lanes, r.Label)
	}
	assert.Equal(t, []string{"Onboarding", "Adoption", "Renewal", "Expansion", "No phase"}, lanes)
	assert.Equal(t, []string{"1 late"}, g.Grid.Rows[0].Chips)

	var order []string
	for _, e := range g.Edges {
		order = append(order, e.Tooltip)
	}
	assert.Equal(t, []string{"Kick-off must be done before Everybody trained", "Everybody trained must be done before Renewal signed",
		"A second plant must be done before Renewal signed"}, order)
}

// TestRoadmapBarsBeginOnTheirDays checks that bars and the line of the day begin and end at the
// positions of their days on the scale.
func TestRoadmapBarsBeginOnTheirDays(t *testing.T) {
	d := layGridView(t, planned(), Roadmap{}, "en")
	placed := d.picture.Input.Placed
	columns := placed.Grid.Columns
	september, october, november := columns[4], columns[5], columns[6]
	require.Equal(t, "Sep 2026", d.picture.Input.Graph.Grid.Columns[4].Label)
	perDay := september.W / 30
	bar := placed.Grid.Bars[1] // 20 September to 15 October
	assert.InDelta(t, september.X+19*perDay, bar.X, 0.01)
	assert.InDelta(t, october.X+14*perDay, bar.Right()-table.BarEnd, 0.01)
	assert.InDelta(t, november.X, placed.Grid.Marks[0].X, 0.01, "the first of November")
	for i, n := range d.picture.Input.Graph.Nodes {
		if n.Place.Span != nil {
			card, bar := placed.Cards[i], placed.Grid.Bars[i]
			assert.True(t, card.X <= bar.X && card.Right() >= bar.Right(), "%s: the bar is on its card", n.Label)
		}
	}
	for i, e := range d.picture.Input.Graph.Edges {
		line, from, to := placed.Lines[i], placed.Grid.Bars[e.From], placed.Grid.Bars[e.To]
		if from.W > 0 && to.W > 0 {
			leaves, enters := line[0], line[len(line)-1]
			assert.Equal(t, from.Right(), leaves.X, "edge %d leaves at the due day", i)
			assert.Equal(t, to.X, enters.X, "edge %d enters at the start", i)
			assert.InDelta(t, from.CenterY(), leaves.Y, table.BarEnd)
			assert.InDelta(t, to.CenterY(), enters.Y, table.BarEnd)
		}
	}
}

// TestRoadmapShowsAYear draws work before, during and after the year around today, and work without
// a date.
func TestRoadmapShowsAYear(t *testing.T) {
	a := planned()
	on := mustDate
	a.Milestones = append(a.Milestones,
		accountmap.Milestone{ID: "old", Title: "Old", Due: on("2026-04-30"), Status: accountmap.MilestoneDone},
		accountmap.Milestone{ID: "across", Title: "Across", Start: on("2020-01-01"), Due: on("2030-01-01")},
		accountmap.Milestone{ID: "next", Title: "Next", Start: on("2027-05-01"), After: []accountmap.MilestoneID{"across"}})
	g := graphOf(t, a, Roadmap{}, nil)
	var heads []string
	for _, c := range g.Grid.Columns {
		heads = append(heads, c.Label)
	}
	assert.Equal(t, []string{"Before May 2026", "May 2026", "Apr 2027", "After Apr 2027", "No date yet"},
		append(append(heads[:2:2], heads[12]), heads[13:]...))
	where := map[string]graph.Place{}
	for _, n := range g.Nodes {
		where[n.Label] = *n.Place
	}
	assert.Equal(t, graph.Place{Row: 4, Column: 0, Bare: true}, where["Old"])
	assert.Equal(t, &graph.Span{To: 365, Earlier: true, Later: true}, where["Across"].Span)
	assert.Equal(t, 13, where["Next"].Column)
	a.AsOf = accountmap.Date{}
	undated := graphOf(t, a, Roadmap{}, nil)
	assert.Empty(t, undated.Grid.Marks)
	assert.Equal(t, "Jul 2019", undated.Grid.Columns[0].Label, "without a day the year is around what is still to be done")
}

// TestRoadmapListsCountTheRest draws more past work than a list shows. Late milestones come first,
// then the most recent.
func TestRoadmapListsCountTheRest(t *testing.T) {
	a := planned()
	a.Milestones = []accountmap.Milestone{{ID: "late", Title: "Late", Due: mustDate("2020-01-01")}}
	for i := range 20 {
		a.Milestones = append(a.Milestones, accountmap.Milestone{ID: accountmap.MilestoneID(rune('a' + i)), Title: "Done", Status: accountmap.MilestoneDone, Due: mustDate("2021-01-01").AddDays(i)})
	}
	g := graphOf(t, a, Roadmap{}, nil)
	var ids []string
	for _, n := range g.Nodes {
		ids = append(ids, n.ID)
	}
	assert.Equal(t, []string{"late", "p", "q", "r", "s", "t"}, ids)
	require.Len(t, g.Grid.Cells, 1)
	assert.Equal(t, "and 15 more", g.Grid.Cells[0].Label)
}

// TestLateOnTheMapIsLateInTheAnswer compares the map with the account's own answer on several days.
// TestPagesOfARoadmapHaveNoEmptyLists checks that a list beside the months is only on pages with
// milestones in it.
func TestPagesOfARoadmapHaveNoEmptyLists(t *testing.T) {
	pages := drawings(t, sample(t), Roadmap{}, &Options{Paper: paper.Frame(paper.A4())})
	require.Greater(t, len(pages), 1)
	lists := 0
	for _, p := range pages {
		g := p.picture.Input.Graph
		used := map[int]bool{}
		for _, n := range g.Nodes {
			used[n.Place.Column] = used[n.Place.Column] || n.Place.Span == nil
		}
		for i, c := range g.Grid.Columns {
			if c.Length == 0 {
				lists++
				assert.True(t, used[i], "%s: %s is empty", p.Title(), c.Label)
			}
		}
	}
	assert.Equal(t, 1, lists, "the first page has the list of earlier work")
}

// TestTheFirstPageOfARoadmapIsFull checks that a page has as many phases as it holds: the sample's
// first three phases, with the later ones on the second page.
func TestTheFirstPageOfARoadmapIsFull(t *testing.T) {
	pages := drawings(t, sample(t), Roadmap{}, &Options{Paper: paper.Frame(paper.A4())})
	require.Len(t, pages, 2)
	assert.GreaterOrEqual(t, pages[0].picture.Fill(), pages[1].picture.Fill())
}

func TestLateOnTheMapIsLateInTheAnswer(t *testing.T) {
	for seed := range uint64(4) {
		a := accountmaptest.Generate(seed, accountmaptest.Typical(20)) // with fewer milestones than lists hold
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

func mustDate(text string) accountmap.Date {
	d, err := accountmap.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// TestClientRoadmapHasNoUnknownStatus checks that only our own people read that a status is
// unknown.
func TestClientRoadmapHasNoUnknownStatus(t *testing.T) {
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

// TestRoadmapLinesGoStraightOn draws two lines from one milestone. Its texts end at its due day,
// and the lines leave as one line and stay clear of the day of the picture.
func TestRoadmapLinesGoStraightOn(t *testing.T) {
	day := func(month, day int) accountmap.Date {
		return accountmap.Date{Year: 2026, Month: time.Month(month), Day: day}
	}
	for _, today := range []int{2, 9, 12, 14, 18, 22} {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", AsOf: day(6, today)}, Milestones: []accountmap.Milestone{
			{ID: "a", Title: "A proof that takes some words to name", Phase: accountmap.PhaseAdoption, Start: day(6, 1), Due: day(6, 8)},
			{ID: "b", Title: "Next", Phase: accountmap.PhaseAdoption, Start: day(7, 1), Due: day(7, 20), After: []accountmap.MilestoneID{"a"}},
			{ID: "c", Title: "Later", Phase: accountmap.PhaseRenewal, Start: day(8, 1), Due: day(8, 20), After: []accountmap.MilestoneID{"a"}},
		}}
		d, err := Layout(t.Context(), mustNew(t, a), Roadmap{}, nil)
		require.NoError(t, err)
		placed := d.picture.Input.Placed
		assert.InDelta(t, placed.Grid.Bars[0].Right(), placed.Cards[0].Right(), 0.01)
		require.Len(t, placed.Lines, 2)
		assert.Equal(t, placed.Lines[0][0], placed.Lines[1][0])
		for _, line := range placed.Lines {
			assert.LessOrEqual(t, len(line), 4, "no line around a text")
			for i := 1; i < len(line); i++ {
				if line[i].X == line[i-1].X {
					assert.Greater(t, math.Abs(line[i].X-placed.Grid.Marks[0].X), 6.5)
				}
			}
		}
	}
}
