package render

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// people is a graph under construction whose nodes are contacts and whose groups are units; the views of people share it.
type people struct {
	m     *accountmap.Map
	words *terms.Terms
	g     *graph.Graph
	// asOf is the day for which the picture is true.
	asOf accountmap.Date
	// client tells that the map is for the client.
	client bool
	// seen is the people in focus, nil when everybody is.
	seen    *accountmap.Focused
	groupOf map[accountmap.UnitID]int
	nodeOf  map[accountmap.ContactID]int
	// linesOf are the edges of each tie; several ties may be equal.
	linesOf map[accountmap.Relationship][]int
	// outside and unplaced are the groups of outside advisers and of people without a unit, made when first needed.
	outside, unplaced *int
}

// newPeople begins a graph. The error names what is in the focus of the options but not in the map.
func newPeople(m *accountmap.Map, opts *Options) (*people, error) {
	o := opts.defaults(m)
	b := &people{m: m, words: o.Terms, asOf: o.AsOf, client: forClient(m), g: &graph.Graph{Language: o.Terms.Language()},
		groupOf: map[accountmap.UnitID]int{}, nodeOf: map[accountmap.ContactID]int{}, linesOf: map[accountmap.Relationship][]int{}}
	if o.Focus.IsZero() {
		return b, nil
	}
	seen, err := m.InFocus(o.Focus)
	b.seen = seen
	return b, err
}

// addContacts adds a card for each contact that is to be shown.
func (b *people) addContacts(shown func(accountmap.Contact) bool) {
	for c := range b.m.Contacts() {
		if shown(c) {
			b.addContact(c, b.m)
		}
	}
}

// addContact adds the card of a contact of account m: the map's own, or an earlier state of it.
func (b *people) addContact(c accountmap.Contact, m *accountmap.Map) {
	n := b.card(c, m)
	n.Group = b.home(c)
	b.nodeOf[c.ID] = len(b.g.Nodes)
	b.g.Nodes = append(b.g.Nodes, n)
}

// card is a contact's card, in no box yet.
func (b *people) card(c accountmap.Contact, m *accountmap.Map) graph.Node {
	n := graph.Node{Group: graph.None, Class: b.contactClasses(c), Label: c.Name, Detail: c.Title, Tooltip: b.contactTooltip(c, m),
		Link: contactLink(c)}
	switch {
	case c.Name == "":
		n.Label, n.Detail = c.Title, b.words.Text(terms.MapNotYetKnown)
	case c.Placeholder && c.Title == "":
		n.Detail = b.words.Text(terms.MapNotYetKnown)
	}
	if !c.Left.IsZero() {
		n.Chips = append(n.Chips, b.words.Text(terms.MapLeft))
	}
	for _, r := range c.Roles {
		n.Chips = append(n.Chips, b.words.RoleShort(r))
	}
	if c.Power > 0 {
		n.Level = &graph.Level{Value: c.Power, Max: 5}
	}
	if owner, ok := m.Member(c.Owner); ok {
		n.Badge = &graph.Badge{Text: initials(owner.Name), Class: []graph.Class{contactLevelClass(c.ContactLevel)}}
	}
	n.Class = append(n.Class, fadedUnless(b.seen == nil || b.seen.Contacts[c.ID])...)
	return n
}

// note adds a line to a contact's card, with the sign of its class, and says it in the tooltip too.
func (b *people) note(id accountmap.ContactID, class graph.Class, text string) {
	n := &b.g.Nodes[b.nodeOf[id]]
	n.Notes = append(n.Notes, graph.Note{Text: text, Class: []graph.Class{class}})
	n.Tooltip += "\n" + text
}

// everyone shows every contact.
func everyone(accountmap.Contact) bool { return true }

// initials are the first letters of a name's first and last word.
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) > 2 {
		words = []string{words[0], words[len(words)-1]}
	}
	letters := ""
	for _, w := range words {
		for _, r := range w {
			letters += strings.ToUpper(string(r))
			break
		}
	}
	return letters
}
