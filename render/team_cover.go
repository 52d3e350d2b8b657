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

// TeamCover shows the relationships between our team and the client's people. It has a row for each
// unit of the client and a column for each member of our team on the day. A last column is for
// people whom no member knows. The client's people are in the cells of the members who know them.
// Each has the glyph of the stance. A recorded relationship is shown as four bars: filled up to the
// present level, outlined up to the wanted level. Key people are bold. The column of a leaving
// member is tinted.
//
// Start reading with the last column. Then read the headings, which count the people known to one
// member only, and the words under the units that depend on one person. The zero TeamCover is ready
// to use.
type TeamCover struct {
	// People is the largest number of people named; the others are counted with their unit. People
	// with influence or an indispensable role come first, of these the people whom no member knows.
	// Then come people in contact with us, then the people with most power. Zero means 80; a
	// negative number means everybody.
	People int
}

const enoughRows = 80

// Graph makes the graph: rows in the order of [accountmap.Map.Units], columns in the order of the
// team. A nil opts means the defaults. Graph returns an error for a client's map, since clients may
// not see this view, and for a focus that is not in the map.
func (v TeamCover) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	people, err := newPeople(v, m, opts)
	if err != nil {
		return nil, err
	}
	b := teamCover{people: people, team: m.Serving(people.asOf), links: map[accountmap.ContactID][]accountmap.Link{},
		unowned: map[accountmap.ContactID]bool{}, threads: map[accountmap.UnitID]accountmap.SingleThread{}, hangs: map[accountmap.UnitID]bool{}}
	b.g.Grid = &graph.Grid{Wrap: graph.WrapRows, Corner: graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsTheirUnits),
		Detail: b.words.Text(terms.ViewsKeyInBold)}}
	for _, l := range m.Links(b.asOf) {
		b.links[l.Contact] = append(b.links[l.Contact], l)
	}
	for _, u := range m.UnownedKeyPlayers(b.asOf) {
		b.unowned[u.Contact] = true
	}
	for _, t := range m.SingleThreads(b.asOf) {
		b.threads[t.Unit] = t
	}
	for _, e := range insight.Of(m, b.asOf).Watch(insight.WatchOptions{Limit: math.MaxInt}).HangsOnOne.Entries {
		if e.Unit != "" { // the whole client is in the subtitle
			b.hangs[e.Unit] = true
		}
	}
	b.addTeam()
	b.addRows(b.choose(v.People))
	b.addTitle()
	b.explain()
	return b.g, nil
}

type teamCover struct {
	*people
	team    []accountmap.Member
	links   map[accountmap.ContactID][]accountmap.Link
	unowned map[accountmap.ContactID]bool
	threads map[accountmap.UnitID]accountmap.SingleThread
	// hangs are the units in the box of the account map for units that depend on one person.
	hangs map[accountmap.UnitID]bool
}

// addTeam adds a column for each member of our team, and one for the people whom no member knows.
func (b *teamCover) addTeam() {
	alone, keys := map[accountmap.MemberID]int{}, map[accountmap.MemberID]int{}
	nobody := 0
	for _, c := range b.present() {
		switch links := b.links[c.ID]; len(links) {
		case 0:
			nobody++
		case 1:
			alone[links[0].Member]++
			if c.KeyPlayer() {
				keys[links[0].Member]++
			}
		}
	}
	for _, t := range b.team {
		track := graph.Track{Band: graph.None, Label: t.Name, Detail: t.Role, Tooltip: joinLines([]string{t.Name, t.Role, t.Region})}
		if b.leaves(t) {
			track.Class = []graph.Class{class.Leaver}
			track.Detail = joined([]string{t.Role, b.words.Text(terms.ViewsLeaves, b.words.ShortDate(t.To))}, " · ")
		}
		if n := alone[t.ID]; n > 0 {
			track.Chips = []string{b.words.Count(terms.ViewsAlone, n)}
			if key := keys[t.ID]; key > 0 {
				track.Chips[0] += ", " + b.words.Count(terms.ViewsKeyCount, key)
			}
		}
		b.g.Grid.Columns = append(b.g.Grid.Columns, track)
	}
	b.g.Grid.Columns = append(b.g.Grid.Columns, graph.Track{Band: graph.None, Class: []graph.Class{class.Uncovered}, Label: capital(b.words.Text(terms.MapNobodyOfUs)),
		Chips: []string{b.words.Count(terms.MapPeople, nobody)}, GapBefore: len(b.team) > 0})
}

// leaves reports whether a member has a last day on the account.
func (b *teamCover) leaves(t accountmap.Member) bool { return !t.To.IsZero() }

// counts reports whether a person is a key player or must agree to every purchase.
func counts(c accountmap.Contact) bool { return c.KeyPlayer() || len(c.Decides()) > 0 }

func (b *teamCover) choose(most int) map[accountmap.ContactID]bool {
	rank := func(c accountmap.Contact) int {
		switch linked := len(b.links[c.ID]) > 0; {
		case counts(c) && !linked:
			return 0
		case counts(c):
			return 1
		case linked:
			return 2
		}
		return 3
	}
	all := b.present()
	slices.SortStableFunc(all, func(x, y accountmap.Contact) int { return cmp.Or(rank(x)-rank(y), y.Power-x.Power) })
	return firstOf(all, cmp.Or(most, enoughRows))
}

// addRows adds the rows of the units; outside advisers and people without a known unit come last.
func (b *teamCover) addRows(shown map[accountmap.ContactID]bool) {
	inUnit := map[accountmap.UnitID][]accountmap.Contact{}
	var advisers, strays []accountmap.Contact
	for _, c := range b.present() {
		switch {
		case c.External:
			advisers = append(advisers, c)
		case c.Unit == "":
			strays = append(strays, c)
		default:
			inUnit[c.Unit] = append(inUnit[c.Unit], c)
		}
	}
	locations, holding := b.locations(), map[accountmap.UnitID]bool{}
	for u := range b.m.Units() {
		holding[u.Parent] = true
	}
	for u := range b.m.Units() {
		thread, single := b.threads[u.ID]
		if len(inUnit[u.ID]) == 0 && !single && holding[u.ID] {
			continue
		}
		track := graph.Track{Band: graph.None, Strong: true, Class: b.fadedUnit(u.ID), Label: u.Name, Detail: place(u.Name, locations[u.ID])}
		switch {
		case single:
			track.Class, track.Detail = append([]graph.Class{class.Alarm}, track.Class...), b.warning(thread)
		case b.hangs[u.ID]:
			track.Class, track.Detail = append([]graph.Class{class.Alarm}, track.Class...), b.words.Text(terms.ViewsNoLink)
		}
		b.addUnit(track, inUnit[u.ID], shown)
	}
	for _, rest := range []struct {
		word     terms.Key
		contacts []accountmap.Contact
	}{{terms.MapAdvisers, advisers}, {terms.MapUnitUnknown, strays}} {
		if len(rest.contacts) > 0 {
			b.addUnit(graph.Track{Band: graph.None, Strong: true, Label: b.words.Text(rest.word)}, rest.contacts, shown)
		}
	}
}

// addUnit adds the row of a unit with the cells of its people, key people first, then by power.
func (b *teamCover) addUnit(track graph.Track, contacts []accountmap.Contact, shown map[accountmap.ContactID]bool) {
	slices.SortStableFunc(contacts, func(x, y accountmap.Contact) int { return cmp.Or(trueFirst(counts(x), counts(y)), y.Power-x.Power) })
	row, others := len(b.g.Grid.Rows), 0
	cells := make([]graph.Cell, len(b.team)+1)
	for i := range cells {
		cells[i] = graph.Cell{Row: row, Column: i}
		if i < len(b.team) && b.leaves(b.team[i]) {
			cells[i].Class = []graph.Class{class.Leaver}
		}
	}
	for _, c := range contacts {
		if !shown[c.ID] {
			others++
			continue
		}
		for i, t := range b.team {
			if level, known := b.standing(c, t); known {
				cells[i].Lines = append(cells[i].Lines, b.line(c, level))
				cells[i].Tooltip = joined([]string{cells[i].Tooltip, b.standingTooltip(c, t)}, "\n")
			}
		}
		if len(b.links[c.ID]) == 0 {
			cells[len(b.team)].Lines = append(cells[len(b.team)].Lines, b.line(c, nil))
		}
	}
	if len(contacts) == 0 {
		cells[len(b.team)].Lines = []graph.Line{{Class: []graph.Class{class.Nobody}, Label: b.words.Text(terms.MapNobodyYet)}}
	}
	if others > 0 {
		more := b.words.Count(terms.MapMore, others)
		if others == len(contacts) {
			more = b.words.Count(terms.MapPeople, others)
		}
		track.Chips = []string{more}
	}
	b.g.Grid.Rows = append(b.g.Grid.Rows, track)
	for _, cell := range cells {
		if len(cell.Lines)+len(cell.Class) > 0 {
			b.g.Grid.Cells = append(b.g.Grid.Cells, cell)
		}
	}
}

func (b *teamCover) line(c accountmap.Contact, standing *graph.Level) graph.Line {
	classes := []graph.Class{class.Stance(c.Stance)}
	if c.Placeholder || c.Name == "" {
		classes = append(classes, class.Placeholder)
	}
	return graph.Line{Class: append(classes, b.fadedPerson(c.ID)...), Label: cmp.Or(c.Name, c.Title), Strong: c.KeyPlayer(), Level: standing}
}

// standing returns the recorded level of a relationship, or nil. It also reports whether the two
// are in contact or should be.
func (b *teamCover) standing(c accountmap.Contact, t accountmap.Member) (level *graph.Level, known bool) {
	for _, l := range b.links[c.ID] {
		known = known || l.Member == t.ID
	}
	for _, r := range t.Reach {
		if r.Contact == c.ID && (r.Now != "" || r.Wanted != "") {
			return &graph.Level{Value: reachValue(r.Now), Max: len(accountmap.ReachLevels()), Wanted: reachValue(r.Wanted)}, true
		}
	}
	return nil, known
}

func (b *teamCover) standingTooltip(c accountmap.Contact, t accountmap.Member) string {
	parts := []string{cmp.Or(c.Name, c.Title)}
	if c.Owner == t.ID {
		parts = append(parts, b.words.Text(terms.ViewsOwner))
	}
	for _, r := range t.Reach {
		if r.Contact == c.ID && r.Now != "" {
			parts = append(parts, b.words.ReachLevel(r.Now))
		}
		if r.Contact == c.ID && r.Wanted != "" {
			parts = append(parts, b.words.Text(terms.ViewsWanted)+": "+b.words.ReachLevel(r.Wanted))
		}
	}
	return strings.Join(parts, " · ")
}

// reachValue returns the number of bars of a level, or 0 for an unknown level.
func reachValue(l accountmap.ReachLevel) int { return slices.Index(accountmap.ReachLevels(), l) + 1 }

// warning names the people on whom our relationship with a unit depends.
func (b *teamCover) warning(t accountmap.SingleThread) string {
	if len(t.Members)+len(t.Contacts) == 0 {
		return b.words.Text(terms.ViewsNoLink)
	}
	var parts []string
	for _, id := range t.Members {
		member, _ := b.m.Member(id)
		parts = append(parts, b.words.Text(terms.ViewsHangsOnOurs, member.Name))
	}
	for _, id := range t.Contacts {
		contact, _ := b.m.Contact(id)
		parts = append(parts, b.words.Text(terms.ViewsHangsOnTheirs, contact.Name))
	}
	return strings.Join(parts, " · ")
}

// addTitle writes the title and the subtitle: the day, the number of key people whom nobody knows,
// and the units that depend on one person. If one member alone knows a key person, the headline
// says so.
func (b *teamCover) addTitle() {
	parts := []string{b.asOfDay()}
	if len(b.team) == 0 {
		parts = append(parts, b.words.Text(terms.ViewsNoTeam))
	}
	keys, uncovered, alone, unowned := 0, 0, 0, 0
	for _, c := range b.present() {
		if !c.KeyPlayer() {
			continue
		}
		keys++
		switch len(b.links[c.ID]) {
		case 0:
			uncovered++
		case 1:
			alone++
		}
		if b.unowned[c.ID] {
			unowned++
		}
	}
	name, players, hang := b.m.Profile().Name, b.words.Count(terms.ViewsKeyPlayers, keys), b.words.Count(terms.MapWatchHangs, len(b.hangs))
	cover := []string{players, b.words.Count(terms.ViewsUncovered, uncovered)}
	if alone > 0 {
		clauses := []string{players + ": " + b.words.Count(terms.ViewsHangOnOne, alone)}
		if len(b.hangs) > 0 {
			clauses = append(clauses, hang)
		}
		b.g.Headline = name + " · " + b.words.Clauses(clauses)
		parts = slices.Insert(parts, 0, b.words.Text(terms.ViewsCoverTitle, name))
	}
	if unowned > 0 {
		cover = append(cover, b.words.Count(terms.ViewsUnowned, unowned))
	}
	parts = append(parts, strings.Join(cover, ", "))
	if whole, ok := b.threads[""]; ok {
		parts = append(parts, name+": "+b.warning(whole))
	}
	if b.g.Headline == "" && len(b.hangs) > 0 {
		parts = append(parts, hang)
	}
	b.head(terms.ViewsCoverTitle, terms.ViewsCoverDescription, parts...)
}

// explain makes the legend: the stances, the levels and the tint of leaving members.
func (b *teamCover) explain() {
	stances, standing, leaver := map[graph.Class]bool{}, []graph.LegendEntry(nil), []graph.LegendEntry(nil)
	for _, c := range b.g.Grid.Cells {
		if slices.Contains(c.Class, class.Leaver) && leaver == nil {
			leaver = append(leaver, class.Entry(graph.LegendCell, class.Leaver, b.words.Text(terms.ViewsLeaver)))
		}
		for _, l := range c.Lines {
			class.Add(stances, l.Class)
			if l.Level != nil && standing == nil {
				var levels []string
				for _, level := range accountmap.ReachLevels() {
					levels = append(levels, b.words.ReachLevel(level))
				}
				standing = []graph.LegendEntry{{Kind: graph.LegendBars, Level: &graph.Level{Value: 2, Max: len(levels), Wanted: 3},
					Label: b.words.Text(terms.ViewsStanding, strings.Join(levels, ", "))}}
			}
		}
	}
	var others []graph.LegendEntry
	if stances[class.Placeholder] {
		others = append(others, class.Entry(graph.LegendName, class.Placeholder, b.words.Text(terms.MapNotYetKnown)))
	}
	if slices.ContainsFunc(b.g.Grid.Rows, func(r graph.Track) bool { return slices.Contains(r.Class, class.Alarm) }) {
		others = append(others, class.Entry(graph.LegendGlyph, class.Alarm, b.words.Text(terms.ViewsThin)))
	}
	b.g.Legend = class.Sections(
		graph.LegendSection{Title: b.words.Text(terms.MapLegendStance), Entries: class.Stances(stances, b.words)},
		graph.LegendSection{Entries: slices.Concat(standing, leaver, others)},
	)
}
