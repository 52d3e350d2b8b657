package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// Roadmap is the path agreed with the client: a lane for each phase, with the milestones on a scale
// of months, quarters or years, depending on the length of the path. The bar on a card runs from
// the start of the work to a diamond on the due date; the glyph shows whether the milestone is
// planned, in progress, done, dropped or late; arrows lead from a milestone to those that wait for
// it. The vertical line is the day for which the picture is true.
//
// Start at that line: a milestone to its left that is not done is late, with its number of days.
// Milestones without a date have a column of their own. The zero Roadmap is ready to use.
type Roadmap struct{}

// Graph makes the graph: nodes in the order of the milestones. A nil opts means the defaults. The
// error reports a focus that is not in the map.
func (Roadmap) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	people, err := newPeople(Roadmap{}, m, opts)
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
	// scale is the scale of the columns, undated the column of milestones without a date, phases
	// the phases of the rows.
	scale   timeScale
	undated int
	phases  []accountmap.Phase
	at      map[accountmap.MilestoneID]int
}

// stretch is the interval of a milestone, and whether any date of it is known.
func stretch(s accountmap.Milestone) (from, to accountmap.Date, dated bool) {
	from, to = cmp.Or(s.Start, s.Due), cmp.Or(s.Due, s.Start)
	if to.Before(from) {
		from = to
	}
	return from, to, !to.IsZero()
}

// addScale adds the columns of the scale, the line of the day, and the column without a date.
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
			b.g.Grid.Marks = []graph.Mark{{At: b.scale.at(b.asOf), Class: []graph.Class{class.Today},
				Label: b.words.Text(terms.ViewsToday, b.words.ShortDate(b.asOf))}}
		}
	}
	if missing {
		b.undated = len(b.g.Grid.Columns)
		b.g.Grid.Columns = append(b.g.Grid.Columns, graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsUndated), GapBefore: b.undated > 0})
	}
}

// addLanes adds a row for each phase with milestones.
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
				word = b.words.Text(terms.ClientNoStatus) // the client does not read that a status is unknown
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

func (b *roadmap) addCards() {
	for _, s := range b.milestones {
		n := graph.Node{ID: string(s.ID), Group: graph.None, Class: []graph.Class{class.Milestone(s.Status)}, Label: s.Title, Detail: b.when(s),
			Place: &graph.Place{Row: slices.Index(b.phases, s.Phase), Column: b.undated}, Tooltip: b.tooltip(s)}
		if from, to, dated := stretch(s); dated {
			n.Place.Column = 0
			n.Place.Span = &graph.Span{From: b.scale.at(from), To: b.scale.at(to)}
		}
		if _, ok := b.late[string(s.ID)]; ok {
			n.Class = append(n.Class, class.Late)
		}
		n.Class = append(n.Class, b.fadedPerson(s.Contact)...)
		if owner, ok := b.m.Member(s.Owner); ok {
			n.Badge = &graph.Badge{Text: initials(owner.Name)}
		}
		b.at[s.ID] = len(b.g.Nodes)
		b.g.Nodes = append(b.g.Nodes, n)
	}
}

// when is the state of a milestone and its due date: "17 days late · due 15 Oct 2026".
func (b *roadmap) when(s accountmap.Milestone) string {
	var parts []string
	due := b.words.ShortDate(s.Due)
	late, isLate := b.late[string(s.ID)]
	switch {
	case isLate:
		parts = append(parts, b.words.Count(terms.ViewsLate, late.Days))
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
	owner, _ := b.m.Member(s.Owner)
	contact, _ := b.m.Contact(s.Contact)
	goal, _ := b.m.Goal(s.Goal)
	return joinLines([]string{s.Title, b.when(s), b.fields("milestones", []field{
		{"start", b.words.Date(s.Start)}, {"due", b.words.Date(s.Due)}, {"owner", owner.Name},
		{"contact", cmp.Or(contact.Name, contact.Title)}, {"goal", goal.Title},
	})})
}

// addOrder draws the dependencies of milestones.
func (b *roadmap) addOrder() {
	for _, s := range b.milestones {
		for _, before := range s.After {
			from, to := b.at[before], b.at[s.ID]
			b.g.Edges = append(b.g.Edges, graph.Edge{From: from, To: to, Class: []graph.Class{class.After},
				Tooltip: b.g.Nodes[from].Label + " " + b.words.Text(terms.ViewsBefore) + " " + b.g.Nodes[to].Label})
		}
	}
	b.fadeAround()
}

// timeScale measures days from the beginning of a month, quarter or year to the end of another.
type timeScale struct {
	first, last accountmap.Date // last is exclusive
	// months is the length of a part of the scale.
	months int
}

// The longest paths in months and in quarters, and the largest number of parts of a longer one.
const (
	mostMonths   = 18
	mostQuarters = 20
	mostYears    = 20
)

// newTimeScale makes the scale that contains both days.
func newTimeScale(from, to accountmap.Date) timeScale {
	s := timeScale{months: 1}
	span := (to.Year-from.Year)*12 + int(to.Month) - int(from.Month) + 1
	switch {
	case span <= mostMonths:
	case span <= 3*mostQuarters:
		s.months = 3
	default:
		s.months = 12 * ((span/12 + mostYears) / mostYears)
	}
	begin := from.Year*12 + int(from.Month) - 1
	begin -= begin % s.months
	end := to.Year*12 + int(to.Month) - 1
	end += 2*s.months - end%s.months // one part more, with room for the cards of the last days
	s.first, s.last = monthOf(begin), monthOf(end)
	return s
}

// monthOf is the first day of a month counted from the year 0.
func monthOf(month int) accountmap.Date {
	return accountmap.Date{Year: month / 12, Month: time.Month(month%12 + 1), Day: 1}
}

// at is the beginning of a day on the scale.
func (s timeScale) at(d accountmap.Date) float64 { return float64(days(s.first, d)) }

// days is the number of days from one day to another.
func days(from, to accountmap.Date) int {
	seconds := func(d accountmap.Date) int64 { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() }
	return int((seconds(to) - seconds(from)) / (24 * 60 * 60))
}

func (s timeScale) columns(words *terms.Terms) []graph.Track {
	var columns []graph.Track
	for at := s.first; at.Before(s.last); {
		next := monthOf(at.Year*12 + int(at.Month) - 1 + s.months)
		label := strconv.Itoa(at.Year)
		switch {
		case s.months == 1:
			label = words.ShortMonth(at)
		case s.months == 3:
			label = words.Quarter(at)
		case s.months > 12:
			label += "–" + strconv.Itoa(next.Year-1)
		}
		columns = append(columns, graph.Track{Band: graph.None, Label: label, Length: float64(days(at, next))})
		at = next
	}
	return columns
}
