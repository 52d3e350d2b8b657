package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// Roadmap is the path agreed with the client: a lane for each phase, with the milestones on a scale of months, quarters or years, depending on
// the length of the path. The bar on a card runs from the day on which work begins to a diamond on the due date; the sign says whether the
// milestone is planned, in progress, done, dropped or late; arrows lead from a milestone to those that wait for it. The vertical line is the day
// for which the picture is true.
//
// Start at that line: a milestone to its left that is not done is late, and says by how many days. Milestones without a date are listed apart.
// The zero Roadmap is ready to use.
type Roadmap struct{}

// Graph makes the graph: nodes in the order of the milestones. A nil opts means the defaults. The error names what is in the focus of the
// options but not in the map.
func (Roadmap) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	people, err := newPeople(m, opts)
	if err != nil {
		return nil, err
	}
	b := roadmap{people: people, late: map[string]accountmap.Overdue{}, at: map[accountmap.MilestoneID]int{}}
	b.g.Grid = &graph.Grid{Corner: graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsPhase)}}
	for s := range m.Milestones() {
		b.milestones = append(b.milestones, s)
	}
	for _, o := range m.Overdue(b.asOf, accountmap.Deadlines{}) {
		if o.Kind == accountmap.OverdueMilestone {
			b.late[o.ID] = o
		}
	}
	b.addScale()
	b.addLanes()
	b.addCards()
	b.addOrder()
	b.tell()
	b.explain()
	return b.g, nil
}

type roadmap struct {
	*people
	milestones []accountmap.Milestone
	late       map[string]accountmap.Overdue
	// scale is what the columns measure, undated the column of milestones without a date, phases those of the rows.
	scale   timeScale
	undated int
	phases  []accountmap.Phase
	at      map[accountmap.MilestoneID]int
}

// stretch is from when to when a milestone goes on, and whether anything is known of it.
func stretch(s accountmap.Milestone) (from, to accountmap.Date, dated bool) {
	from, to = cmp.Or(s.Start, s.Due), cmp.Or(s.Due, s.Start)
	if to.Before(from) {
		from = to
	}
	return from, to, !to.IsZero()
}

// addScale adds the columns of the scale, the line of the day, and the column of what has no date.
func (b *roadmap) addScale() {
	var first, last accountmap.Date
	missing := false
	take := func(d accountmap.Date) {
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if last.Before(d) {
			last = d
		}
	}
	for _, s := range b.milestones {
		from, to, dated := stretch(s)
		if !dated {
			missing = true
			continue
		}
		take(from)
		take(to)
	}
	if !first.IsZero() {
		if !b.asOf.IsZero() {
			take(b.asOf)
		}
		b.scale = newTimeScale(first, last)
		b.g.Grid.Columns = b.scale.columns(b.words)
		if !b.asOf.IsZero() {
			b.g.Grid.Marks = []graph.Mark{{At: b.scale.at(b.asOf), Class: []graph.Class{classToday},
				Label: b.words.Text(terms.ViewsToday, b.words.ShortDate(b.asOf))}}
		}
	}
	if missing {
		b.undated = len(b.g.Grid.Columns)
		b.g.Grid.Columns = append(b.g.Grid.Columns, graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsUndated), Apart: b.undated > 0})
	}
}

// addLanes adds a row for each phase in which something is to be done.
func (b *roadmap) addLanes() {
	for _, phase := range append(accountmap.Phases(), "") {
		count, late := 0, 0
		for _, s := range b.milestones {
			if s.Phase == phase {
				count++
				if _, ok := b.late[string(s.ID)]; ok {
					late++
				}
			}
		}
		if count == 0 {
			continue
		}
		track := graph.Track{Band: graph.None, Label: b.words.Phase(phase), Detail: b.words.Count(terms.ViewsMilestones, count)}
		if phase == "" {
			track.Label = b.words.Text(terms.ViewsPhaseUnknown)
		}
		if late > 0 {
			track.Chips = []string{b.words.Count(terms.ViewsAreLate, late)}
		}
		b.phases = append(b.phases, phase)
		b.g.Grid.Rows = append(b.g.Grid.Rows, track)
	}
}

func (b *roadmap) tell() {
	name := b.m.Profile().Name
	b.g.Title = b.words.Text(terms.ViewsRoadmapTitle, name)
	b.g.Description = b.words.Text(terms.ViewsRoadmapDescription, name)
	var parts []string
	if !b.asOf.IsZero() {
		parts = append(parts, b.words.Text(terms.WorkbookAsOf, b.asOf))
	}
	done := 0
	for _, s := range b.milestones {
		if s.Status == accountmap.MilestoneDone {
			done++
		}
	}
	if len(b.milestones) == 0 {
		parts = append(parts, b.words.Text(terms.ViewsNoMilestones))
	} else {
		parts = append(parts, b.words.Count(terms.ViewsMilestones, len(b.milestones))+": "+b.words.Count(terms.ViewsAreDone, done)+", "+
			b.words.Count(terms.ViewsAreLate, len(b.late)))
	}
	if b.seen != nil {
		parts = append(parts, b.words.Count(terms.MapFocus, len(b.seen.Contacts)))
	}
	b.g.Subtitle = strings.Join(parts, "  ·  ")
}

// explain makes the legend of the signs in the picture.
func (b *roadmap) explain() {
	used, _, _ := usedClasses(b.g)
	var signs, others []graph.LegendEntry
	for _, s := range append(accountmap.MilestoneStatuses(), "") {
		if class := milestoneClass(s); used[class] {
			word := b.words.MilestoneStatus(s)
			if s == "" && b.m.Audience() == accountmap.AudienceClient {
				word = b.words.Text(terms.ClientNoStatus) // the client does not read what we do not know
			}
			signs = append(signs, entry(graph.LegendGlyph, class, word))
		}
	}
	if used[classLate] {
		signs = append(signs, entry(graph.LegendGlyph, classLate, b.words.Text(terms.ViewsIsLate)))
	}
	if len(signs) > 0 {
		b.g.Legend = append(b.g.Legend, graph.LegendSection{Title: b.words.Text(terms.ColumnStatus), Entries: signs})
	}
	if slices.ContainsFunc(b.g.Nodes, func(n graph.Node) bool { return n.Place.Span != nil }) {
		others = append(others, graph.LegendEntry{Kind: graph.LegendSpan, Label: b.words.Text(terms.ViewsSpan)})
	}
	if slices.ContainsFunc(b.g.Nodes, func(n graph.Node) bool { return n.Badge != nil }) {
		others = append(others, graph.LegendEntry{Kind: graph.LegendBadge, Label: b.words.Text(terms.ViewsOwner)})
	}
	if len(b.g.Edges) > 0 {
		others = append(others, entry(graph.LegendLine, classAfter, b.words.Text(terms.ViewsBefore)))
	}
	if len(others) > 0 {
		b.g.Legend = append(b.g.Legend, graph.LegendSection{Entries: others})
	}
}
