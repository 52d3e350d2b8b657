package render

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// TeamCover shows our people against theirs: a row for each of the client's people, by unit and the most powerful first; a column for each of
// our people who is on the account on the day. A cell has dots, out of four, for what our person is in the eyes of theirs, a ring around the
// level wanted, and a word for the owner. Key players have a chip, and so have the people without whose agreement nothing is bought.
//
// Start with the last column and the headings: a sign and a word mark every person who counts but whom none of us, or only one of us, knows, or
// who has no owner, and every unit that we would lose touch with if one person went. The zero TeamCover is ready to use.
type TeamCover struct {
	// People is the greatest number of rows; all other people are counted beside their unit. People who count come first, then those we are in
	// touch with, then those with most power. Zero means 80; a negative number means everybody.
	People int
}

// enoughRows is the number of rows unless the caller sets one.
const enoughRows = 80

// Graph makes the graph: rows in the order of [accountmap.Map.Units], columns in that of the team. A nil opts means the defaults. The error says
// that the map is for the client, who may not see this view, or names what is in the focus of the options but not in the map.
func (v TeamCover) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	if err := oursAlone("team cover", m); err != nil {
		return nil, err
	}
	people, err := newPeople(m, opts)
	if err != nil {
		return nil, err
	}
	b := teamCover{people: people, team: m.Serving(people.asOf), links: map[accountmap.ContactID][]accountmap.Link{},
		unowned: map[accountmap.ContactID]bool{}, threads: map[accountmap.UnitID]accountmap.Thread{}}
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
	threads map[accountmap.UnitID]accountmap.Thread
	// keys and uncovered count key players, and those of them whom nobody of us knows.
	keys, uncovered int
}

// addTeam adds a column for each of our people, and one for what is to be said of the cover.
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
	b.g.Grid.Columns = append(b.g.Grid.Columns, graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsCover), Apart: len(b.team) > 0})
}

// counts reports whether a person's word carries, or nothing is bought without it.
func counts(c accountmap.Contact) bool { return c.KeyPlayer() || len(c.Decides()) > 0 }

// choose picks those who have a row.
func (b *teamCover) choose(most int) map[accountmap.ContactID]bool {
	var all []accountmap.Contact
	for c := range b.m.Contacts() {
		if c.Left.IsZero() {
			all = append(all, c)
		}
	}
	if most == 0 {
		most = enoughRows
	}
	if most < 0 {
		most = len(all)
	}
	slices.SortStableFunc(all, func(x, y accountmap.Contact) int {
		for _, first := range []func(accountmap.Contact) bool{counts, func(c accountmap.Contact) bool { return len(b.links[c.ID]) > 0 }} {
			if first(x) != first(y) {
				if first(x) {
					return -1
				}
				return 1
			}
		}
		return y.Power - x.Power
	})
	shown := map[accountmap.ContactID]bool{}
	for _, c := range all[:min(most, len(all))] {
		shown[c.ID] = true
	}
	return shown
}

// addRows adds those who have a row, under the headings of their units; advisers and people whose unit is not known come last.
func (b *teamCover) addRows(shown map[accountmap.ContactID]bool) {
	inUnit := map[accountmap.UnitID][]accountmap.Contact{}
	var advisers, strays []accountmap.Contact
	for c := range b.m.Contacts() {
		switch {
		case !c.Left.IsZero():
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
		band := graph.Band{Parent: graph.None, Class: []graph.Class{classLineBand}, Label: u.Name}
		if single {
			band.Class, band.Detail = append(band.Class, classAlarm), b.warning(thread)
		}
		b.addUnit(band, inUnit[u.ID], shown)
	}
	for _, rest := range []struct {
		word     terms.Key
		contacts []accountmap.Contact
	}{{terms.MapAdvisers, advisers}, {terms.MapUnitUnknown, strays}} {
		if len(rest.contacts) > 0 {
			b.addUnit(graph.Band{Parent: graph.None, Class: []graph.Class{classLineBand}, Label: b.words.Text(rest.word)}, rest.contacts, shown)
		}
	}
}

// addUnit adds a heading with the rows under it.
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
		b.g.Grid.Rows = append(b.g.Grid.Rows, graph.Track{Band: at, Class: []graph.Class{classNobody}, Label: b.words.Text(terms.MapNobodyYet)})
	}
	b.g.Grid.RowBands = append(b.g.Grid.RowBands, band)
}

// warning says what a unit's link with us hangs on.
func (b *teamCover) warning(t accountmap.Thread) string {
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
	name := b.m.Profile().Name
	b.g.Title = b.words.Text(terms.ViewsCoverTitle, name)
	b.g.Description = b.words.Text(terms.ViewsCoverDescription, name)
	var parts []string
	if !b.asOf.IsZero() {
		parts = append(parts, b.words.Text(terms.WorkbookAsOf, b.asOf))
	}
	if len(b.team) == 0 {
		parts = append(parts, b.words.Text(terms.ViewsNoTeam))
	}
	parts = append(parts, b.words.Count(terms.ViewsKeyPlayers, b.keys)+", "+b.words.Count(terms.ViewsUncovered, b.uncovered))
	units := len(b.threads)
	if whole, ok := b.threads[""]; ok {
		units--
		parts = append(parts, name+": "+b.warning(whole))
	}
	b.g.Subtitle = strings.Join(append(parts, b.words.Count(terms.ViewsSingleThreads, units)), "  ·  ")
	if b.seen != nil {
		b.g.Subtitle += "  ·  " + b.words.Count(terms.MapFocus, len(b.seen.Contacts))
	}
}
