package render

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// Stakeholders is the account map: a card for every contact in the box of their unit, with stance,
// roles, power and the initials of our contact; lines for who reports to whom, and for who
// influences, opposes or is allied with whom. Outside advisers and people whose unit is unknown
// have boxes of their own. An account without units has no boxes. A client's map shows only who
// works where and who reports to whom. The zero Stakeholders is ready to use.
type Stakeholders struct {
	// Labels writes on each tie its note, or its kind if it has no note, if the label fits between
	// cards and other labels.
	Labels bool
}

// Graph makes the graph: groups in the order of [accountmap.Map.Units], nodes in the order of the
// contacts. A nil opts means the defaults. Graph returns an error for a focus that is not in the
// map.
func (v Stakeholders) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	b, err := newNested(v, m, opts)
	if err != nil {
		return nil, err
	}
	b.addUnits(everywhere)
	b.addContacts(everyone)
	b.addReportingLines()
	b.addRelationships(v.Labels)
	b.addHead()
	b.addWatch()
	b.finish()
	return b.g, nil
}

func (b *people) addHead() {
	people, units := b.m.Standing(b.asOf), map[accountmap.UnitID]bool{}
	for c := range b.m.Contacts() {
		if c.Here(b.asOf) && c.Unit != "" {
			units[c.Unit] = true
		}
	}
	what := b.dated(terms.MapSubtitle, terms.MapSubtitleUndated)
	count := b.words.Count(terms.MapPeople, people.Total())
	if len(units) > 0 {
		count += " " + b.words.Count(terms.MapInUnits, len(units))
	}
	parts := []string{what, count}
	switch {
	case people.Total() == 0:
		parts = []string{what, b.words.Text(terms.MapEmpty)}
	case !b.client:
		parts = append(parts, strings.Join(b.words.Standing(people), ", "))
	}
	b.head(terms.MapTitle, b.either(terms.MapDescription, terms.ClientMapDescription), parts...)
}

// addReportingLines places reports below their managers, and assistants beside the person they
// assist. An assistant who reports to somebody else has an ordinary line to that manager.
func (b *people) addReportingLines() {
	back := b.reportsBack()
	for c := range b.m.Contacts() {
		if c.AssistantTo != "" {
			b.g.Edges = append(b.g.Edges, graph.Edge{From: b.nodeOf[c.AssistantTo], To: b.nodeOf[c.ID], Class: []graph.Class{class.Assistant},
				Hierarchy: true, Assistant: true, Tooltip: b.sentence(c.ID, terms.MapLegendAssists, c.AssistantTo)})
		}
		if c.ReportsTo != "" && c.ReportsTo != c.AssistantTo {
			e := graph.Edge{From: b.nodeOf[c.ReportsTo], To: b.nodeOf[c.ID], Class: []graph.Class{class.Report},
				Hierarchy: c.AssistantTo == "", Tooltip: b.sentence(c.ID, terms.MapLegendReportsTo, c.ReportsTo)}
			if b.apart(e) || back[[2]int{b.g.Nodes[e.From].Group, b.g.Nodes[e.To].Group}] {
				e.Words.To = b.words.Text(terms.MapLegendReportsTo) + " " + b.g.Nodes[e.From].Label
			}
			b.g.Edges = append(b.g.Edges, e)
		}
	}
}

// reportsBack returns the pairs of boxes, of the manager and of the report, whose lines would run
// against the others: people of each box manage people of the other, directly or through further
// boxes, and the manager's box comes later.
func (b *people) reportsBack() map[[2]int]bool {
	managed := make([][]int, len(b.g.Groups)) // by box, the boxes of the people whom its people manage
	for c := range b.m.Contacts() {
		manager, ok := b.m.Contact(c.ReportsTo)
		if !ok || c.AssistantTo == c.ReportsTo {
			continue
		}
		from, to := b.g.Nodes[b.nodeOf[manager.ID]].Group, b.g.Nodes[b.nodeOf[c.ID]].Group
		if from != to && from != graph.None && to != graph.None && !slices.Contains(managed[from], to) {
			managed[from] = append(managed[from], to)
		}
	}
	back := map[[2]int]bool{}
	for from, boxes := range managed {
		for _, to := range boxes {
			if from > to && leads(managed, to, from) {
				back[[2]int{from, to}] = true
			}
		}
	}
	return back
}

// leads reports whether a path leads from one vertex of a graph to another.
func leads(successors [][]int, from, to int) bool {
	reached := make([]bool, len(successors))
	for rest := []int{from}; len(rest) > 0; rest = rest[1:] {
		if rest[0] == to {
			return true
		}
		for _, next := range successors[rest[0]] {
			if !reached[next] {
				reached[next] = true
				rest = append(rest, next)
			}
		}
	}
	return false
}

// apart reports whether exactly one end of an edge is in the box of outside advisers or of unplaced
// people.
func (b *people) apart(e graph.Edge) bool {
	from, to := b.g.Nodes[e.From].Group, b.g.Nodes[e.To].Group
	unitless := func(group int) bool {
		return b.outside != nil && group == *b.outside || b.unplaced != nil && group == *b.unplaced
	}
	return from != to && (unitless(from) || unitless(to))
}

// addRelationships draws the ties between people with cards.
func (b *people) addRelationships(labels bool) {
	for r := range b.m.Relationships() {
		_, from := b.nodeOf[r.From]
		_, to := b.nodeOf[r.To]
		if from && to {
			b.linesOf[r] = append(b.linesOf[r], len(b.g.Edges))
			b.g.Edges = append(b.g.Edges, b.tie(r, labels))
		}
	}
}

func (b *people) tie(r accountmap.Relationship, labels bool) graph.Edge {
	e := graph.Edge{From: b.nodeOf[r.From], To: b.nodeOf[r.To], Class: []graph.Class{class.Relationship(r.Kind)},
		Words:   graph.EdgeWords{From: b.reasoned(r.To, r.Note), To: b.reasoned(r.From, r.Note)},
		Tooltip: b.sentence(r.From, relationshipWord(r.Kind), r.To)}
	if r.Strength > 0 {
		e.Weight = 0.55 + 0.15*float64(r.Strength) // the usual strength of 3 has the weight 1
	}
	if r.Note != "" {
		e.Tooltip += ": " + r.Note
	}
	if labels {
		e.Label = cmp.Or(r.Note, b.words.Text(relationshipWord(r.Kind)))
	}
	return e
}

// reasoned returns a person's name with the reason for a tie: "Γιάννης Δήμου: the largest budget".
func (b *people) reasoned(id accountmap.ContactID, reason string) string {
	return joined([]string{b.g.Nodes[b.nodeOf[id]].Label, reason}, ": ")
}

func relationshipWord(k accountmap.RelationshipKind) terms.Key {
	switch k {
	case accountmap.RelationshipInfluence:
		return terms.MapLegendInfluences
	case accountmap.RelationshipConflict:
		return terms.MapLegendConflict
	case accountmap.RelationshipAlliance:
		return terms.MapLegendAlliance
	}
	return terms.MapLegendInformal
}

// sentence returns the meaning of a line: "Jörg Müller influences Γιάννης Δήμου".
func (b *people) sentence(from accountmap.ContactID, verb terms.Key, to accountmap.ContactID) string {
	return b.g.Nodes[b.nodeOf[from]].Label + " " + b.words.Text(verb) + " " + b.g.Nodes[b.nodeOf[to]].Label
}

// addWatch adds the most important findings to the heading: a headline, and a box for each list.
// The lists are whom to win over, what depends on one person, what to find out and what to sell. A
// client's map has none.
func (b *people) addWatch() {
	w := insight.Of(b.m, b.asOf).Watch(insight.WatchOptions{Limit: math.MaxInt})
	b.g.Headline = b.headline(w)
	for _, p := range []graph.Point{
		b.watched(class.WatchWinOver, b.words.Text(terms.ViewsWinOver), b.words.Count(terms.MapWatchPower, w.ToWinOver.Total, insight.DefaultPowerToWin), w.ToWinOver, b.person),
		b.watched(class.WatchThread, b.words.Text(terms.MapWatchThread), b.words.Count(terms.MapWatchUnits, w.HangsOnOne.Total), w.HangsOnOne, b.unit),
		b.watched(class.WatchFindOut, b.words.Text(terms.ViewsFindOut), b.words.Count(terms.MapPeople, w.ToFindOut.Total), w.ToFindOut, b.person),
		b.watched(class.WatchSell, b.words.Text(terms.MapWatchSell), b.amountOpen(w.ToSell.Worth), w.ToSell, b.cell),
	} {
		if len(p.Lines) > 0 {
			b.g.Points = append(b.g.Points, p)
		}
	}
}

// headline returns the client's name with the first two findings: opposing power, units that depend
// on one person, unknown power, and open potential. Each has the number in its box. The headline is
// empty without findings.
func (b *people) headline(w insight.Watching) string {
	threads := w.HangsOnOne.Total
	if len(b.m.Serving(b.asOf)) == 0 {
		threads = 0 // no relationship is recorded
	}
	var parts []string
	for _, part := range []struct {
		key   terms.Key
		count int
	}{{terms.MapWatchAgainst, w.ToWinOver.Total}, {terms.MapWatchHangs, threads}, {terms.MapWatchUnknown, w.ToFindOut.Total}} {
		if part.count > 0 {
			parts = append(parts, b.words.Count(part.key, part.count))
		}
	}
	if open := b.amountOpen(w.ToSell.Worth); open != "" {
		parts = append(parts, open)
	}
	if len(parts) == 0 {
		return ""
	}
	return joined([]string{b.m.Profile().Name, b.words.Clauses(parts[:min(2, len(parts))])}, " · ")
}

// amountOpen returns an amount such as "769k a year still open", or "" without an amount.
func (b *people) amountOpen(open accountmap.Sums) string {
	if len(open) == 0 {
		return ""
	}
	return b.words.Text(terms.BriefAYearOpen, b.amounts(open))
}

func (b *people) amounts(sums accountmap.Sums) string {
	return b.words.ShortAmounts(b.m.Profile().Currency, sums)
}

// watched returns the box of a list. Entries with the same reasons share a line.
func (b *people) watched(sign graph.Class, title, total string, list insight.WatchList, who func(insight.Watched) string) graph.Point {
	type line struct {
		who []string
		why string
	}
	var lines []line
	for _, e := range list.Entries {
		why := b.why(e)
		if e.Product != "" {
			lines = append(lines, line{[]string{who(e)}, why}) // each entry has its own amount
			continue
		}
		if i := slices.IndexFunc(lines, func(l line) bool { return l.why == why }); i >= 0 {
			lines[i].who = append(lines[i].who, who(e))
			continue
		}
		lines = append(lines, line{[]string{who(e)}, why})
	}
	p := graph.Point{Title: joined([]string{title, total}, " · "), Class: []graph.Class{sign}}
	left := len(list.Entries)
	for _, l := range lines {
		left -= len(l.who)
		const most = 3 // the largest number of names in a line
		if more := len(l.who) - most; more > 0 {
			l.who = append(l.who[:most:most], b.words.Count(terms.MapMore, more))
		}
		p.Lines = append(p.Lines, joined([]string{strings.Join(l.who, ", "), l.why}, ": "))
		p.Rest = append(p.Rest, b.rest(left))
	}
	return p
}

// rest returns the note for a number of entries that a box leaves out, or "" for none.
func (b *people) rest(entries int) string {
	if entries == 0 {
		return ""
	}
	return b.words.Count(terms.MapMore, entries)
}

// why returns the main reasons, without reasons that the map shows or the title counts.
func (b *people) why(e insight.Watched) string {
	var parts []string
	const most = 2
	for _, f := range e.Factors {
		switch f.Reason {
		case accountmap.ReasonHasSay, accountmap.ReasonBuys, accountmap.ReasonOpenPotential:
		default:
			if len(parts) < most {
				parts = append(parts, b.words.Why(b.m, f))
			}
		}
	}
	return strings.Join(parts, " · ")
}

func (b *people) person(e insight.Watched) string {
	if c, ok := b.m.Contact(e.Contact); ok && c.Name != "" {
		return c.Name
	} else if ok {
		return c.Title
	}
	return string(e.Contact)
}

func (b *people) unit(e insight.Watched) string {
	if u, ok := b.m.Unit(e.Unit); ok {
		return u.Name
	}
	return b.m.Profile().Name // the whole client
}

// cell returns the yearly potential of a product in a unit: "81.6k Core, Retail".
func (b *people) cell(e insight.Watched) string {
	name := ""
	for p := range b.m.Products() {
		if p.ID == e.Product {
			name = p.Name
		}
	}
	return joined([]string{b.amounts(e.Worth), joined([]string{name, b.unit(e)}, ", ")}, " ")
}

// The limits on lines outside the hierarchy: among more lines, a reader cannot follow a single one.
// 39,000 lines among 300 people took minutes.
const (
	fewTies     = 600
	tiesPerCard = 2
	// tiesPerPair is the limit between the same two cards: each of the four kinds, in both
	// directions. 600 lines between two cards took minutes.
	tiesPerPair = 8
	// fewInTable is the limit in a table, whose cards leave little space for lines.
	fewInTable = 200
)

// withFewerTies removes the weakest ties from a graph that has too many, and says how many it
// removed. Changed ties outrank unchanged ties, and the first tie of a person outranks a second.
func withFewerTies(g *graph.Graph, words *terms.Terms) *graph.Graph {
	type tie struct {
		edge, turn int
		weight     float64
		changed    bool
	}
	var ties []tie
	of := make([]int, len(g.Nodes))
	for i, e := range g.Edges {
		if e.Hierarchy {
			continue
		}
		changed := slices.Contains(e.Class, class.TieNew) || slices.Contains(e.Class, class.TieEnded)
		ties = append(ties, tie{i, min(of[e.From], of[e.To]), cmp.Or(e.Weight, 1), changed})
		of[e.From]++
		of[e.To]++
	}
	most := max(fewTies, tiesPerCard*len(g.Nodes))
	if g.Grid != nil {
		most = fewInTable
	}
	slices.SortStableFunc(ties, func(a, b tie) int {
		return cmp.Or(trueFirst(a.changed, b.changed), cmp.Compare(b.weight, a.weight), cmp.Compare(a.turn, b.turn))
	})
	left, undrawn, between := make([]bool, len(g.Edges)), 0, map[[2]int]int{}
	for i, t := range ties {
		e := g.Edges[t.edge]
		pair := [2]int{min(e.From, e.To), max(e.From, e.To)}
		if i-undrawn == most || between[pair] == tiesPerPair {
			left[t.edge] = true
			undrawn++
			continue
		}
		between[pair]++
	}
	if undrawn == 0 {
		return g
	}
	drawn := *g
	drawn.Edges = nil
	for i, e := range g.Edges {
		if !left[i] {
			drawn.Edges = append(drawn.Edges, e)
		}
	}
	drawn.Subtitle = joined([]string{g.Subtitle, words.Count(terms.MapUndrawn, undrawn)}, "  ·  ")
	return &drawn
}
