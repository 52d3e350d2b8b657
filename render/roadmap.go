package render

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// Roadmap is the path agreed with the client over a year around today. It has a lane for each phase
// and a bar for each milestone. The bar is from the start of the work to a diamond on the due date.
// The glyph shows whether the milestone is planned, in progress, done, dropped or late. Arrows lead
// from the due date of a milestone to the start of the milestones that depend on it. The vertical
// line is the day of the picture.
//
// Start reading at that line: an unfinished milestone to its left is late, by the number of days on
// it. Milestones due before the year, starting after it or without a date are in lists at the
// sides. The zero Roadmap is ready to use.
type Roadmap struct{}

// Graph makes the graph: nodes in the order of the milestones, without the milestones that a list
// only counts. A nil opts means the defaults. Graph returns an error for a focus that is not in the
// map.
func (Roadmap) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	people, err := newPeople(Roadmap{}, m, opts)
	if err != nil {
		return nil, err
	}
	b := roadmap{people: people, late: map[string]accountmap.Overdue{}, at: map[accountmap.MilestoneID]int{}}
	b.g.Grid = &graph.Grid{Corner: graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsPhase)}}
	b.milestones = slices.Collect(m.Milestones())
	for _, o := range m.Overdue(b.asOf, accountmap.Deadlines{}) {
		if o.Kind == accountmap.OverdueMilestone {
			b.late[o.ID] = o
		}
	}
	b.addColumns()
	b.addLanes()
	b.addCards()
	b.addOrder()
	b.addTitle()
	b.explain()
	return b.g, nil
}

type roadmap struct {
	*people
	milestones []accountmap.Milestone
	late       map[string]accountmap.Overdue
	// first is the first month of the year. column maps a period to its column.
	first  accountmap.Date
	column map[period]int
	phases []accountmap.Phase
	at     map[accountmap.MilestoneID]int
}

// period is the part of the roadmap to which a milestone belongs.
type period string

const (
	periodYear    period = "in the year"
	periodEarlier period = "earlier"
	periodLater   period = "later"
	periodUndated period = "undated"
)

// The number of months in the picture, and the number of them before today.
const (
	yearMonths  = 12
	monthsSince = 6
)

// dates returns the interval of a milestone, and whether any of its dates is known.
func dates(s accountmap.Milestone) (from, to accountmap.Date, known bool) {
	from, to = cmp.Or(s.Start, s.Due), cmp.Or(s.Due, s.Start)
	if to.Before(from) {
		from = to
	}
	return from, to, !to.IsZero()
}

func (b *roadmap) period(s accountmap.Milestone) period {
	from, to, known := dates(s)
	switch {
	case !known:
		return periodUndated
	case to.Before(b.first):
		return periodEarlier
	case !from.Before(b.month(yearMonths)):
		return periodLater
	}
	return periodYear
}

// middle returns the middle day of the year shown: the day of the picture or, if it is unknown, the
// earliest date of unfinished work.
func (b *roadmap) middle() accountmap.Date {
	day := b.asOf
	for _, s := range b.milestones {
		from, _, _ := dates(s)
		open := s.Status != accountmap.MilestoneDone && s.Status != accountmap.MilestoneDropped
		if b.asOf.IsZero() && !from.IsZero() && (day.IsZero() || open && from.Before(day)) {
			day = from
		}
	}
	return day
}

func (b *roadmap) month(n int) accountmap.Date {
	return monthOf(b.first.Year*12 + int(b.first.Month) - 1 + n)
}

// monthOf returns the first day of a month, counted from the year 0.
func monthOf(month int) accountmap.Date {
	return accountmap.Date{Year: month / 12, Month: time.Month(month%12 + 1), Day: 1}
}

// addColumns adds the months of the year, the line of the day, and the lists at both sides.
func (b *roadmap) addColumns() {
	middle := b.middle()
	b.first = monthOf(middle.Year*12 + int(middle.Month) - 1 - monthsSince)
	b.column = map[period]int{}
	used := map[period]bool{}
	for _, s := range b.milestones {
		used[b.period(s)] = true
	}
	add := func(p period, track graph.Track) {
		if used[p] {
			b.column[p] = len(b.g.Grid.Columns)
			track.Band, track.GapBefore = graph.None, len(b.g.Grid.Columns) > 0
			b.g.Grid.Columns = append(b.g.Grid.Columns, track)
		}
	}
	last := b.month(yearMonths - 1)
	add(periodEarlier, graph.Track{Label: b.words.Text(terms.ViewsEarlier, b.words.ShortMonth(b.first))})
	for n := range yearMonths {
		from := b.month(n)
		if add(periodYear, graph.Track{Label: b.words.ShortMonth(from), Length: float64(days(from, b.month(n+1)))}); n > 0 && used[periodYear] {
			b.g.Grid.Columns[len(b.g.Grid.Columns)-1].GapBefore = false
		}
	}
	add(periodLater, graph.Track{Label: b.words.Text(terms.ViewsLater, b.words.ShortMonth(last))})
	add(periodUndated, graph.Track{Label: b.words.Text(terms.ViewsUndated)})
	if used[periodYear] && !b.asOf.IsZero() {
		b.g.Grid.Marks = []graph.Mark{{At: float64(days(b.first, b.asOf)), Class: []graph.Class{class.Today},
			Label: b.words.Text(terms.ViewsToday, b.words.ShortDate(b.asOf))}}
	}
}

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

func (b *roadmap) addTitle() {
	done := 0
	for _, s := range b.milestones {
		if s.Status == accountmap.MilestoneDone {
			done++
		}
	}
	count := b.words.Text(terms.ViewsNoMilestones)
	if len(b.milestones) > 0 {
		count = b.words.Count(terms.ViewsMilestones, len(b.milestones)) + ": " +
			b.words.Count(terms.ViewsAreDone, done) + ", " + b.words.Count(terms.ViewsAreLate, len(b.late))
	}
	b.head(terms.ViewsRoadmapTitle, terms.ViewsRoadmapDescription, b.asOfDay(), count)
}

func (b *roadmap) explain() {
	used, _, _ := class.Used(b.g)
	var signs, others []graph.LegendEntry
	for _, s := range append(accountmap.MilestoneStatuses(), "") {
		if c := class.Milestone(s); used[c] {
			word := b.words.MilestoneStatus(s)
			if s == "" && b.m.Audience() == accountmap.AudienceClient {
				word = b.words.Text(terms.ClientNoStatus) // a client's map has no unknown status
			}
			signs = append(signs, class.Entry(graph.LegendGlyph, c, word))
		}
	}
	if used[class.Late] {
		signs = append(signs, class.Entry(graph.LegendGlyph, class.Late, b.words.Text(terms.ViewsIsLate)))
	}
	if slices.ContainsFunc(b.g.Nodes, func(n graph.Node) bool { return n.Place.Span != nil }) {
		others = append(others, graph.LegendEntry{Kind: graph.LegendSpan, Label: b.words.Text(terms.ViewsSpan)})
	}
	if slices.ContainsFunc(b.g.Nodes, func(n graph.Node) bool { return n.Badge != nil }) {
		others = append(others, graph.LegendEntry{Kind: graph.LegendBadge, Label: b.words.Text(terms.ViewsOwner)})
	}
	if len(b.g.Edges) > 0 {
		others = append(others, class.Entry(graph.LegendLine, class.After, b.words.Text(terms.ViewsBefore)))
	}
	b.g.Legend = class.Sections(
		graph.LegendSection{Title: b.words.Text(terms.ColumnStatus), Entries: signs},
		graph.LegendSection{Entries: others},
	)
}

// maxListed is the largest number of milestones in a list of a phase; the others are counted.
const maxListed = 6

func (b *roadmap) addCards() {
	listed := b.listed()
	for _, s := range b.milestones {
		where := b.period(s)
		if where != periodYear && !listed[s.ID] {
			continue
		}
		n := graph.Node{ID: string(s.ID), Group: graph.None, Class: []graph.Class{class.Milestone(s.Status)}, Label: s.Title, Detail: b.when(s),
			Place: &graph.Place{Row: slices.Index(b.phases, s.Phase), Column: b.column[where], Bare: true}, Tooltip: b.tooltip(s)}
		if where == periodYear {
			n.Place.Column, n.Place.Span = 0, b.span(s)
		}
		if _, ok := b.late[string(s.ID)]; ok {
			n.Class = append(n.Class, class.Late)
		}
		n.Class = append(n.Class, b.fadedPerson(s.Contact)...)
		if owner, ok := b.owner(s); ok {
			n.Badge = &graph.Badge{Text: initials(owner.Name)}
		}
		b.at[s.ID] = len(b.g.Nodes)
		b.g.Nodes = append(b.g.Nodes, n)
	}
}

// owner returns the member of our team who owns a closed milestone. For an open milestone, it is
// the responsible member on the due day or, if that has passed, on the day of the picture.
func (b *roadmap) owner(s accountmap.Milestone) (accountmap.Member, bool) {
	if s.Owner != "" && !s.Status.Closed() {
		day := b.asOf
		if day.Before(s.Due) {
			day = s.Due
		}
		s.Owner = b.m.Liaison("", day, accountmap.Liaison{Contact: s.Contact, Member: s.Owner}).Member
	}
	return b.m.Member(s.Owner)
}

// span returns the part of the year that a milestone covers, in days from the first day of the
// year.
func (b *roadmap) span(s accountmap.Milestone) *graph.Span {
	from, to, _ := dates(s)
	first, end := float64(days(b.first, from)), float64(days(b.first, b.month(yearMonths)))
	last := float64(days(b.first, to))
	return &graph.Span{From: max(0, first), To: min(last, end), Earlier: first < 0, Later: last >= end}
}

// listed chooses the milestones of the lists by phase: late milestones first, then the nearest to
// the year. The cell counts the others.
func (b *roadmap) listed() map[accountmap.MilestoneID]bool {
	type cell struct {
		where period
		phase accountmap.Phase
	}
	in := map[cell][]accountmap.Milestone{}
	var cells []cell
	for _, s := range b.milestones {
		if at := (cell{b.period(s), s.Phase}); at.where != periodYear {
			if in[at] == nil {
				cells = append(cells, at)
			}
			in[at] = append(in[at], s)
		}
	}
	set := map[accountmap.MilestoneID]bool{}
	for _, at := range cells {
		slices.SortStableFunc(in[at], func(x, y accountmap.Milestone) int {
			_, xLate := b.late[string(x.ID)]
			_, yLate := b.late[string(y.ID)]
			_, xEnd, _ := dates(x)
			_, yEnd, _ := dates(y)
			near := xEnd.Compare(yEnd)
			if at.where == periodEarlier {
				near = -near
			}
			return cmp.Or(trueFirst(xLate, yLate), near)
		})
		most := len(in[at])
		if most > maxListed+1 {
			most = maxListed
			b.g.Grid.Cells = append(b.g.Grid.Cells, graph.Cell{Row: slices.Index(b.phases, at.phase), Column: b.column[at.where],
				Label: b.words.Count(terms.MapMore, len(in[at])-most)})
		}
		for _, s := range in[at][:most] {
			set[s.ID] = true
		}
	}
	return set
}

// when returns the state of a milestone and its due date: "17 days late · due 15 Oct 2026".
func (b *roadmap) when(s accountmap.Milestone) string {
	var parts []string
	due := b.words.ShortDate(s.Due)
	late, isLate := b.late[string(s.ID)]
	switch {
	case isLate:
		parts = append(parts, b.words.Count(terms.BriefLate, late.Days))
	case s.Status == accountmap.MilestoneDone && due != "":
		return b.words.Text(terms.ViewsDoneBy, due)
	case s.Status == accountmap.MilestoneDropped && due != "":
		return b.words.Text(terms.ViewsDroppedBy, due)
	case s.Status != "":
		parts = append(parts, b.words.MilestoneStatus(s.Status))
	}
	switch {
	case due != "":
		parts = append(parts, b.words.Text(terms.ViewsDue, due))
	case !s.Start.IsZero():
		parts = append(parts, b.words.Text(terms.ViewsSince, b.words.ShortDate(s.Start)))
	}
	return strings.Join(parts, " · ")
}

func (b *roadmap) tooltip(s accountmap.Milestone) string {
	owner, _ := b.owner(s)
	contact, _ := b.m.Contact(s.Contact)
	goal, _ := b.m.Goal(s.Goal)
	return joinLines([]string{s.Title, b.when(s), b.fields("milestones", []field{
		{"start", b.words.Date(s.Start)}, {"due", b.words.Date(s.Due)}, {"owner", owner.Name},
		{"contact", cmp.Or(contact.Name, contact.Title)}, {"goal", goal.Title},
	})})
}

func (b *roadmap) addOrder() {
	for _, s := range b.milestones {
		for _, before := range s.After {
			from, ok := b.at[before]
			to, also := b.at[s.ID]
			if !ok || !also {
				continue
			}
			b.g.Edges = append(b.g.Edges, graph.Edge{From: from, To: to, Class: []graph.Class{class.After},
				Tooltip: b.g.Nodes[from].Label + " " + b.words.Text(terms.ViewsBefore) + " " + b.g.Nodes[to].Label})
		}
	}
	b.fadeAround()
}

func days(from, to accountmap.Date) int {
	seconds := func(d accountmap.Date) int64 { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() }
	return int((seconds(to) - seconds(from)) / (24 * 60 * 60))
}
