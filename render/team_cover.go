package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// TeamCover shows our people against theirs: a row for each of the client's people, by unit and the
// most powerful first; a column for each of our people who is on the account on the day. A cell has
// up to four dots for how well they know ours, a ring around the level wanted, and a word for the
// owner. Key players have a chip, as have the people whose agreement every purchase needs.
//
// Start with the last column and the headings: a glyph and a word mark every person who counts but
// has no owner or is known to at most one of us, and every unit where our contact hangs on one
// person. The zero TeamCover is ready to use.
type TeamCover struct {
	// People is the greatest number of rows; all other people are counted with their unit. People
	// who count come first, then those we are in touch with, then those with most power. Zero means
	// 80; a negative number means everybody.
	People int
}

// enoughRows is the default of TeamCover.People.
const enoughRows = 80

// Graph makes the graph: rows in the order of [accountmap.Map.Units], columns in the order of the
// team. A nil opts means the defaults. The error reports a map for the client, who may not see this
// view, or a focus that is not in the map.
func (v TeamCover) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	people, err := newPeople(v, m, opts)
	if err != nil {
		return nil, err
	}
	b := teamCover{people: people, team: m.Serving(people.asOf), links: map[accountmap.ContactID][]accountmap.Link{},
		unowned: map[accountmap.ContactID]bool{}, threads: map[accountmap.UnitID]accountmap.SingleThread{}}
	b.g.Grid = &graph.Grid{Wrap: graph.WrapRows, Corner: graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsTheirPeople)}}
	for _, l := range m.Links(b.asOf) {
		b.links[l.Contact] = append(b.links[l.Contact], l)
	}
	for _, u := range m.UnownedKeyPlayers(b.asOf) {
		b.unowned[u.Contact] = true
	}
	for _, t := range m.SingleThreads(b.asOf) {
		b.threads[t.Unit] = t
	}
	b.addTeam()
	b.addRows(b.choose(v.People))
	b.tell()
	b.explain()
	return b.g, nil
}

type teamCover struct {
	*people
	team    []accountmap.Member
	links   map[accountmap.ContactID][]accountmap.Link
	unowned map[accountmap.ContactID]bool
	threads map[accountmap.UnitID]accountmap.SingleThread
	// keys and uncovered count key players, and those of them whom none of us knows.
	keys, uncovered int
}

// addTeam adds a column for each of our people, and one for the verdict.
func (b *teamCover) addTeam() {
	knows := map[accountmap.MemberID]int{}
	for _, links := range b.links {
		for _, l := range links {
			knows[l.Member]++
		}
	}
	for _, t := range b.team {
		b.g.Grid.Columns = append(b.g.Grid.Columns, graph.Track{Band: graph.None, Label: t.Name,
			Detail: t.Role, Chips: []string{b.words.Count(terms.ViewsKnows, knows[t.ID])},
			Tooltip: joinLines([]string{t.Name, t.Role, t.Region})})
	}
	b.g.Grid.Columns = append(b.g.Grid.Columns, graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsCover), GapBefore: len(b.team) > 0})
}

// counts reports whether a person has influence, or every purchase needs their agreement.
func counts(c accountmap.Contact) bool { return c.KeyPlayer() || len(c.Decides()) > 0 }

func (b *teamCover) choose(most int) map[accountmap.ContactID]bool {
	all := b.present()
	slices.SortStableFunc(all, func(x, y accountmap.Contact) int {
		return cmp.Or(trueFirst(counts(x), counts(y)), trueFirst(len(b.links[x.ID]) > 0, len(b.links[y.ID]) > 0), y.Power-x.Power)
	})
	return firstOf(all, cmp.Or(most, enoughRows))
}

// addRows adds the rows, under the headings of their units; advisers and people without a known
// unit come last.
func (b *teamCover) addRows(shown map[accountmap.ContactID]bool) {
	inUnit := map[accountmap.UnitID][]accountmap.Contact{}
	var advisers, strays []accountmap.Contact
	for c := range b.m.Contacts() {
		switch {
		case !c.Here(b.asOf):
		case c.External:
			advisers = append(advisers, c)
		case c.Unit == "":
			strays = append(strays, c)
		default:
			inUnit[c.Unit] = append(inUnit[c.Unit], c)
		}
	}
	for u := range b.m.Units() {
		thread, single := b.threads[u.ID]
		if len(inUnit[u.ID]) == 0 && !single {
			continue
		}
		band := graph.Band{Parent: graph.None, Class: []graph.Class{class.LineBand}, Label: u.Name}
		if single {
			band.Class, band.Detail = append(band.Class, class.Alarm), b.warning(thread)
		}
		b.addUnit(band, inUnit[u.ID], shown)
	}
	for _, rest := range []struct {
		word     terms.Key
		contacts []accountmap.Contact
	}{{terms.MapAdvisers, advisers}, {terms.MapUnitUnknown, strays}} {
		if len(rest.contacts) > 0 {
			b.addUnit(graph.Band{Parent: graph.None, Class: []graph.Class{class.LineBand}, Label: b.words.Text(rest.word)}, rest.contacts, shown)
		}
	}
}

func (b *teamCover) addUnit(band graph.Band, contacts []accountmap.Contact, shown map[accountmap.ContactID]bool) {
	at := len(b.g.Grid.RowBands)
	slices.SortStableFunc(contacts, func(x, y accountmap.Contact) int { return y.Power - x.Power })
	others, before := 0, len(b.g.Grid.Rows)
	for _, c := range contacts {
		if c.KeyPlayer() {
			b.keys++
		}
		if shown[c.ID] {
			b.addPerson(at, c)
		} else {
			others++
		}
	}
	if others > 0 {
		more := b.words.Count(terms.MapMore, others)
		if len(b.g.Grid.Rows) == before {
			more = b.words.Count(terms.MapPeople, others)
		}
		b.g.Grid.Rows = append(b.g.Grid.Rows, graph.Track{Band: at, Label: more})
	}
	if len(contacts) == 0 {
		b.g.Grid.Rows = append(b.g.Grid.Rows, graph.Track{Band: at, Class: []graph.Class{class.Nobody}, Label: b.words.Text(terms.MapNobodyYet)})
	}
	b.g.Grid.RowBands = append(b.g.Grid.RowBands, band)
}

// warning names the people on whom our contact with a unit hangs.
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

func (b *teamCover) tell() {
	noTeam := ""
	if len(b.team) == 0 {
		noTeam = b.words.Text(terms.ViewsNoTeam)
	}
	parts := []string{b.asOfDay(), noTeam,
		b.words.Count(terms.ViewsKeyPlayers, b.keys) + ", " + b.words.Count(terms.ViewsUncovered, b.uncovered)}
	units := len(b.threads)
	if whole, ok := b.threads[""]; ok {
		units--
		parts = append(parts, b.m.Profile().Name+": "+b.warning(whole))
	}
	parts = append(parts, b.words.Count(terms.ViewsSingleThreads, units))
	b.head(terms.ViewsCoverTitle, terms.ViewsCoverDescription, parts...)
}

func (b *teamCover) addPerson(band int, c accountmap.Contact) {
	row := len(b.g.Grid.Rows)
	faded := b.fadedPerson(c.ID)
	track := graph.Track{Band: band, Class: append([]graph.Class{class.Stance(c.Stance)}, faded...), Label: cmp.Or(c.Name, c.Title), Detail: c.Title,
		Tooltip: b.contactTooltip(c, b.m)}
	if c.Placeholder || c.Name == "" {
		track.Detail = b.words.Text(terms.MapNotYetKnown)
	}
	if c.KeyPlayer() {
		track.Chips = append(track.Chips, b.words.Text(terms.ViewsKeyPlayer))
	}
	for _, r := range c.Decides() {
		track.Chips = append(track.Chips, b.words.RoleShort(r))
	}
	if c.Power > 0 {
		track.Level = &graph.Level{Value: c.Power, Max: mostPower}
	}
	b.g.Grid.Rows = append(b.g.Grid.Rows, track)
	for column, t := range b.team {
		b.addStanding(row, column, c, t, faded)
	}
	b.addVerdict(row, c, faded)
}

// addStanding adds the cell of one of ours and one of theirs, unless they have no contact.
func (b *teamCover) addStanding(row, column int, c accountmap.Contact, t accountmap.Member, faded []graph.Class) {
	cell := graph.Cell{Row: row, Column: column, Class: slices.Clone(faded)}
	lines := []string{t.Name + " · " + cmp.Or(c.Name, c.Title)}
	if c.Owner == t.ID {
		cell.Label = b.words.Text(terms.ViewsOwner)
		cell.Class = append([]graph.Class{class.Owner}, faded...)
		lines = append(lines, cell.Label)
	}
	for _, r := range t.Reach {
		if r.Contact != c.ID || r.Now == "" && r.Wanted == "" {
			continue
		}
		cell.Level = &graph.Level{Value: reachValue(r.Now), Max: len(accountmap.ReachLevels()), Wanted: reachValue(r.Wanted)}
		lines = append(lines, b.words.ReachLevel(r.Now))
		if r.Wanted != "" {
			lines = append(lines, b.words.Text(terms.ViewsWanted)+": "+b.words.ReachLevel(r.Wanted))
		}
	}
	if cell.Label != "" || cell.Level != nil {
		cell.Tooltip = joinLines(lines)
		b.g.Grid.Cells = append(b.g.Grid.Cells, cell)
	}
}

// reachValue is the number of dots of a level, zero for an unknown one.
func reachValue(l accountmap.ReachLevel) int { return slices.Index(accountmap.ReachLevels(), l) + 1 }

// addVerdict marks a row with at most one of ours, or without an owner. It is highlighted where the
// person counts.
func (b *teamCover) addVerdict(row int, c accountmap.Contact, faded []graph.Class) {
	links := b.links[c.ID]
	var parts []string
	switch {
	case c.Placeholder:
	case len(links) == 0:
		parts = append(parts, b.words.Text(terms.ViewsNobodyOfUs))
		if c.KeyPlayer() {
			b.uncovered++
		}
	case len(links) == 1:
		member, _ := b.m.Member(links[0].Member)
		parts = append(parts, b.words.Text(terms.ViewsOnlyOne, member.Name))
	}
	if b.unowned[c.ID] && (len(links) > 0 || c.Placeholder) {
		parts = append(parts, b.words.Text(terms.ViewsNoOwner))
	}
	if len(parts) == 0 {
		return
	}
	cell := graph.Cell{Row: row, Column: len(b.team), Label: strings.Join(parts, " · "), Class: faded}
	if counts(c) {
		cell.Class = append([]graph.Class{class.Alarm}, faded...)
	}
	b.g.Grid.Cells = append(b.g.Grid.Cells, cell)
}

func (b *teamCover) explain() {
	b.g.Legend = class.Sections(
		graph.LegendSection{Title: b.words.Text(terms.ViewsReach), Entries: b.standings()},
		graph.LegendSection{Title: b.words.Text(terms.MapLegendStance), Entries: b.stances()},
		graph.LegendSection{Entries: b.cells()},
	)
}

// standings are the levels of dots in the cells.
func (b *teamCover) standings() (entries []graph.LegendEntry) {
	levels, wanted := map[int]bool{}, false
	for _, c := range b.g.Grid.Cells {
		if c.Level != nil {
			levels[c.Level.Value] = true
			wanted = wanted || c.Level.Wanted > 0
		}
	}
	most := len(accountmap.ReachLevels())
	dots := func(l graph.Level, word string) {
		entries = append(entries, graph.LegendEntry{Kind: graph.LegendLevel, Level: &l, Label: word})
	}
	for _, l := range accountmap.ReachLevels() {
		if levels[reachValue(l)] {
			dots(graph.Level{Value: reachValue(l), Max: most}, b.words.ReachLevel(l))
		}
	}
	if wanted {
		dots(graph.Level{Value: 1, Max: most, Wanted: most}, b.words.Text(terms.ViewsWanted))
	}
	return entries
}

// stances are the glyphs and dots in the heads of rows.
func (b *teamCover) stances() []graph.LegendEntry {
	used, power := map[graph.Class]bool{}, false
	for _, r := range b.g.Grid.Rows {
		class.Add(used, r.Class)
		power = power || r.Level != nil
	}
	entries := class.Stances(used, b.words)
	if power {
		entries = append(entries, graph.LegendEntry{Kind: graph.LegendLevel, Label: b.words.Text(terms.MapLegendPower)})
	}
	return entries
}

// cells are the tint of an owner's cell, and the glyph of a warning.
func (b *teamCover) cells() (entries []graph.LegendEntry) {
	owner, thin := false, false
	for _, c := range b.g.Grid.Cells {
		owner = owner || slices.Contains(c.Class, class.Owner)
		thin = thin || slices.Contains(c.Class, class.Alarm)
	}
	for _, band := range b.g.Grid.RowBands {
		thin = thin || slices.Contains(band.Class, class.Alarm)
	}
	if owner {
		entries = append(entries, class.Entry(graph.LegendCell, class.Owner, b.words.Text(terms.ViewsOwner)))
	}
	if thin {
		entries = append(entries, class.Entry(graph.LegendGlyph, class.Alarm, b.words.Text(terms.ViewsThin)))
	}
	return entries
}
