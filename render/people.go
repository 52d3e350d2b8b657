package render

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// people is a graph under construction whose nodes are contacts and whose groups are units. The
// views of people share it.
type people struct {
	m     *accountmap.Map
	words *terms.Terms
	g     *graph.Graph
	// asOf is the day that the picture describes.
	asOf   accountmap.Date
	client bool
	// staffed reports whether the map has members of our team.
	staffed bool
	// seen is the set of people in focus. Nil means no focus.
	seen    *accountmap.Focused
	groupOf map[accountmap.UnitID]int
	nodeOf  map[accountmap.ContactID]int
	// linesOf maps a tie to its edges, several if equal ties exist.
	linesOf map[accountmap.Relationship][]int
	// outside and unplaced are the groups of outside advisers and of people without a unit. They
	// are nil until needed.
	outside, unplaced *int
}

// newPeople starts the graph of a view. It returns an error if the audience of the map may not see
// the view, and for a focus that is not in the map.
func newPeople(v View, m *accountmap.Map, opts *Options) (*people, error) {
	if err := checkAudience(v, m); err != nil {
		return nil, err
	}
	o := opts.defaults(m)
	b := &people{m: m, words: o.Terms, asOf: o.AsOf, client: forClient(m), g: &graph.Graph{Language: o.Terms.Language()},
		staffed: len(slices.Collect(m.Team())) > 0, groupOf: map[accountmap.UnitID]int{}, nodeOf: map[accountmap.ContactID]int{}, linesOf: map[accountmap.Relationship][]int{}}
	if o.Focus.IsZero() {
		return b, nil
	}
	seen, err := m.InFocus(o.Focus)
	b.seen = seen
	return b, err
}

// newNested returns the people of a view that draws units inside units. It returns an error for
// units that are nested too deep.
func newNested(v View, m *accountmap.Map, opts *Options) (*people, error) {
	b, err := newPeople(v, m, opts)
	if err != nil {
		return nil, err
	}
	return b, checkDepth(m, opts)
}

func (b *people) addContacts(shown func(accountmap.Contact) bool) {
	for c := range b.m.Contacts() {
		if shown(c) {
			b.addContact(c, b.m)
		}
	}
}

// addContact adds the card of a contact of m, which is the map itself or an earlier state of it.
func (b *people) addContact(c accountmap.Contact, m *accountmap.Map) {
	n := b.card(c, m)
	n.Group = b.home(c)
	b.nodeOf[c.ID] = len(b.g.Nodes)
	b.g.Nodes = append(b.g.Nodes, n)
}

// note adds a line to a contact's card and to its tooltip.
func (b *people) note(id accountmap.ContactID, sign graph.Class, text string) {
	n := &b.g.Nodes[b.nodeOf[id]]
	n.Notes = append(n.Notes, graph.Note{Text: text, Class: []graph.Class{sign}})
	n.Tooltip += "\n" + text
}

// present returns the contacts who have not left, in their order.
func (b *people) present() (all []accountmap.Contact) {
	for c := range b.m.Contacts() {
		if c.Here(b.asOf) {
			all = append(all, c)
		}
	}
	return all
}

// firstOf returns the set of the first most contacts, or of all contacts if most is negative.
func firstOf(ranked []accountmap.Contact, most int) map[accountmap.ContactID]bool {
	if most < 0 || most > len(ranked) {
		most = len(ranked)
	}
	set := map[accountmap.ContactID]bool{}
	for _, c := range ranked[:most] {
		set[c.ID] = true
	}
	return set
}

func trueFirst(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return -1
	}
	return 1
}

func (b *people) locations() map[accountmap.UnitID]accountmap.Location {
	of := map[accountmap.UnitID]accountmap.Location{}
	for _, l := range b.m.Locations() {
		of[l.Unit] = l
	}
	return of
}

func everyone(accountmap.Contact) bool { return true }

// addUnits adds a box for each shown unit and for each of its ancestors.
func (b *people) addUnits(shown func(accountmap.UnitID) bool) {
	locations := b.locations()
	holding, peopled := map[accountmap.UnitID]bool{}, map[accountmap.UnitID]bool{}
	for u := range b.m.Units() {
		holding[u.Parent] = holding[u.Parent] || shown(u.ID)
	}
	for c := range b.m.Contacts() {
		peopled[c.Unit] = peopled[c.Unit] || !c.External
	}
	for u := range b.m.Units() {
		if !shown(u.ID) {
			continue
		}
		g := graph.Group{ID: string(u.ID), Parent: graph.None, Label: u.Name, Detail: place(u.Name, locations[u.ID]), Tooltip: b.unitTooltip(u, locations[u.ID])}
		if u.Parent != "" {
			g.Parent = b.groupOf[u.Parent]
		}
		switch {
		case holding[u.ID]:
			g.Class = append(g.Class, class.Holding)
			g.Bracket = g.Parent != graph.None
		case !peopled[u.ID] && !b.client:
			g.Detail = joined([]string{g.Detail, b.words.Text(terms.MapNobodyYet)}, " · ")
		}
		if p := b.m.Penetration(u.ID); p.Sellable > 0 && !b.client {
			g.Share = &graph.Share{Part: p.Sold, Whole: p.Sellable, Caption: b.words.Count(terms.MapProducts, p.Sellable, p.Sold)}
			if holding[u.ID] {
				g.Share.Caption = b.words.Text(terms.MapPenetration, b.words.Percent(p.Share()))
			}
		}
		g.Class = append(g.Class, b.fadedUnit(u.ID)...)
		b.groupOf[u.ID] = b.addGroup(g)
	}
}

func everywhere(accountmap.UnitID) bool { return true }

func (b *people) addGroup(g graph.Group) int {
	b.g.Groups = append(b.g.Groups, g)
	return len(b.g.Groups) - 1
}

// place returns the shortest description of a unit's location: "Madrid, Spain", without words that
// its name already has.
func place(name string, l accountmap.Location) string {
	parts := []string{l.City, l.Country}
	if l.City == "" {
		parts[0] = l.Region
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" || part == name })
	return strings.Join(parts, ", ")
}

func (b *people) home(c accountmap.Contact) int {
	once := func(at **int, label, detail terms.Key) int {
		if *at == nil {
			g := graph.Group{Parent: b.top(), Label: b.words.Text(label), Class: []graph.Class{class.Outside}}
			if detail != "" {
				g.Detail = b.words.Text(detail)
			}
			*at = new(b.addGroup(g))
		}
		return **at
	}
	switch {
	case c.External:
		return once(&b.outside, terms.MapAdvisers, terms.MapOutside)
	case c.Unit != "":
		return b.groupOf[c.Unit]
	case len(b.groupOf) == 0:
		return graph.None
	}
	return once(&b.unplaced, b.either(terms.MapUnitUnknown, terms.ClientOtherPeople), "")
}

// top returns the group of the only top-level unit if that is a holding, and [graph.None]
// otherwise. The boxes of outside advisers and of people without a unit are inside it.
func (b *people) top() int {
	top := graph.None
	for i, g := range b.g.Groups {
		switch {
		case g.Parent != graph.None:
		case top != graph.None || g.ID == "":
			return graph.None
		default:
			top = i
		}
	}
	if top == graph.None || !slices.Contains(b.g.Groups[top].Class, class.Holding) {
		return graph.None
	}
	return top
}

// fadedPerson returns the class of a contact outside the focus, or nil.
func (b *people) fadedPerson(id accountmap.ContactID) []graph.Class {
	return fadedUnless(b.seen == nil || b.seen.Contacts[id])
}

func (b *people) fadedUnit(id accountmap.UnitID) []graph.Class {
	return fadedUnless(b.seen == nil || b.seen.Units[id])
}

func fadedUnless(seen bool) []graph.Class {
	if seen {
		return nil
	}
	return []graph.Class{class.Faded}
}

// finish fades the lines and boxes of faded people, and makes the legend.
func (b *people) finish() {
	b.fadeAround()
	b.g.Legend = class.Legend(b.g, b.words)
}

// head sets the title and the description, which name the account, and the subtitle: the nonempty
// parts, then the focus.
func (b *people) head(title, description terms.Key, parts ...string) {
	name := b.m.Profile().Name
	b.g.Title, b.g.Description = b.words.Text(title, name), b.words.Text(description, name)
	if b.seen != nil {
		parts = append(parts, b.words.Count(terms.MapFocus, len(b.seen.Contacts)))
	}
	b.g.Subtitle = joined(parts, "  ·  ")
}

// dated returns the subtitle with the day, or the other subtitle if the day is unknown.
func (b *people) dated(with, without terms.Key) string {
	if b.asOf.IsZero() {
		return b.words.Text(without)
	}
	return b.words.Text(with, b.words.Date(b.asOf))
}

func (b *people) asOfDay() string {
	if b.asOf.IsZero() {
		return ""
	}
	return b.words.Text(terms.WorkbookAsOf, b.asOf)
}

// fadeAround fades lines with a faded end, and boxes outside units in which everybody is faded.
func (b *people) fadeAround() {
	if b.seen == nil {
		return
	}
	faded := func(n graph.Node) bool { return slices.Contains(n.Class, class.Faded) }
	bright := make([]bool, len(b.g.Groups))
	for _, n := range b.g.Nodes {
		if n.Group != graph.None && !faded(n) {
			bright[n.Group] = true
		}
	}
	for _, box := range []*int{b.outside, b.unplaced} {
		if box != nil && !bright[*box] {
			b.g.Groups[*box].Class = append(b.g.Groups[*box].Class, class.Faded)
		}
	}
	for i, e := range b.g.Edges {
		if faded(b.g.Nodes[e.From]) || faded(b.g.Nodes[e.To]) {
			b.g.Edges[i].Class = append(slices.Clip(e.Class), class.Faded)
		}
	}
}

func (b *people) unitTooltip(u accountmap.Unit, l accountmap.Location) string {
	lines := []string{u.Name}
	if u.Kind != "" {
		lines = append(lines, b.words.UnitKind(u.Kind))
	}
	return joinLines(append(lines, joined([]string{l.Address, l.City, l.Region, l.Country}, ", ")))
}

func (b *people) labelled(label terms.Key, value string) string {
	return b.words.Text(label) + ": " + value
}

type field struct{ key, value string }

// fields returns a line for each field that has a value.
func (b *people) fields(list string, all []field) string {
	var lines []string
	for _, f := range all {
		if f.value != "" {
			lines = append(lines, b.words.Field(list, f.key)+": "+f.value)
		}
	}
	return joinLines(lines)
}

func joinLines(lines []string) string { return joined(lines, "\n") }

func joined(parts []string, separator string) string {
	kept := slices.DeleteFunc(slices.Clone(parts), func(part string) bool { return part == "" })
	return strings.Join(kept, separator)
}

// forClient reports whether the map's audience is anyone but our own people.
func forClient(m *accountmap.Map) bool { return m.Audience() != accountmap.AudienceInternal }

// either returns the key for our own people, or the key for the client.
func (b *people) either(ours, theirs terms.Key) terms.Key {
	if b.client {
		return theirs
	}
	return ours
}

// maxBands is the largest number of nested headings. A deeper unit is under its nearest ancestor
// with a heading.
const maxBands = 3

type unitBands struct {
	list []graph.Band
	// paths has, by unit, the indexes of the headings above it, the topmost first. A unit with
	// children is under its own heading.
	paths map[accountmap.UnitID][]int
}

func newUnitBands(m *accountmap.Map) *unitBands {
	b := &unitBands{paths: map[accountmap.UnitID][]int{}}
	for u := range m.Units() {
		path := b.paths[u.Parent]
		if len(slices.Collect(m.SubUnits(u.ID))) > 0 {
			path = path[:min(len(path), maxBands-1):min(len(path), maxBands-1)]
			parent := graph.None
			if len(path) > 0 {
				parent = path[len(path)-1]
			}
			path = append(path, len(b.list))
			b.list = append(b.list, graph.Band{Parent: parent, Class: []graph.Class{class.UnitBand}, Label: u.Name})
		}
		b.paths[u.ID] = path
	}
	return b
}

func (b *unitBands) of(u accountmap.Unit) int {
	if path := b.paths[u.ID]; len(path) > 0 {
		return path[len(path)-1]
	}
	return graph.None
}
