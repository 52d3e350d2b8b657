package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// Stakeholders is the account map: every contact as a card in the box of their unit, with stance, roles, power and our contact; who
// reports to whom; and who influences, opposes or stands with whom. Advisers from outside have a box of their own, and so have people
// whose unit is not known. An account without units has no boxes. The zero Stakeholders is ready to use.
type Stakeholders struct {
	// Labels writes on each tie what its note says, or its kind where it has none, as far as there is room clear of cards and other labels.
	Labels bool
}

// Graph makes the graph of the map: groups in the order of [accountmap.Map.Units], nodes in that of the contacts. The error says what the
// options' focus names that is not there.
func (v Stakeholders) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	seen, err := m.InFocus(opts.Focus)
	if err != nil {
		return nil, err
	}
	b := stakeholders{m: m, words: opts.Terms, seen: seen, g: &graph.Graph{Language: opts.Terms.Language()},
		groupOf: map[accountmap.UnitID]int{}, nodeOf: map[accountmap.ContactID]int{}}
	b.addUnits()
	b.addContacts()
	b.addReportingLines()
	b.addRelationships(v.Labels)
	fadeAround(b.g, func(group int) bool { return group < len(b.groupOf) })
	b.addHead(opts.AsOf)
	if !opts.Focus.IsZero() {
		b.g.Subtitle += "  ·  " + b.words.Count(terms.MapFocus, len(seen.Contacts))
	}
	b.g.Legend = legend(b.g, b.words)
	return b.g, nil
}

type stakeholders struct {
	m       *accountmap.Map
	words   *terms.Terms
	seen    *accountmap.Focused
	g       *graph.Graph
	groupOf map[accountmap.UnitID]int
	nodeOf  map[accountmap.ContactID]int
	// outside and unplaced are the groups of advisers and of people without a unit, made when first needed.
	outside, unplaced *int
}

func (b *stakeholders) addHead(asOf accountmap.Date) {
	name := b.m.Profile().Name
	b.g.Title = b.words.Text(terms.MapTitle, name)
	units, people := 0, b.m.Standing()
	for range b.m.Units() {
		units++
	}
	what := b.words.Text(terms.MapSubtitleUndated)
	if !asOf.IsZero() {
		what = b.words.Text(terms.MapSubtitle, b.words.Date(asOf))
	}
	count := b.words.Count(terms.MapPeople, people.Total())
	if units > 0 {
		count += " " + b.words.Count(terms.MapInUnits, units)
	}
	parts := []string{what, count}
	if people.Total() > 0 {
		parts = append(parts, b.standing(people))
	} else {
		parts = []string{what, b.words.Text(terms.MapEmpty)}
	}
	b.g.Subtitle = strings.Join(parts, "  ·  ")
	b.g.Description = b.words.Text(terms.MapDescription, name)
}

func (b *stakeholders) standing(s accountmap.Standing) string {
	var parts []string
	for _, part := range []struct {
		key terms.Key
		n   int
	}{{terms.MapFor, s.For}, {terms.MapAgainst, s.Against}, {terms.MapNeutral, s.Neutral}, {terms.MapUnknown, s.Unknown}} {
		if part.n > 0 {
			parts = append(parts, b.words.Count(part.key, part.n))
		}
	}
	return strings.Join(parts, ", ")
}

func (b *stakeholders) addUnits() {
	locations := map[accountmap.UnitID]accountmap.Location{}
	for _, l := range b.m.Locations() {
		locations[l.Unit] = l
	}
	holding, peopled := map[accountmap.UnitID]bool{}, map[accountmap.UnitID]bool{}
	for u := range b.m.Units() {
		holding[u.Parent] = true
	}
	for c := range b.m.Contacts() {
		peopled[c.Unit] = peopled[c.Unit] || !c.External
	}
	for u := range b.m.Units() {
		g := graph.Group{Parent: graph.None, Label: u.Name, Detail: place(u.Name, locations[u.ID]), Tooltip: b.unitTooltip(u, locations[u.ID])}
		if u.Parent != "" {
			g.Parent = b.groupOf[u.Parent]
		}
		switch {
		case holding[u.ID]:
			g.Class = append(g.Class, classHolding)
		case !peopled[u.ID]:
			g.Detail = strings.TrimPrefix(g.Detail+" · "+b.words.Text(terms.MapNobodyYet), " · ")
		}
		if p := b.m.Penetration(u.ID); p.Sellable > 0 {
			g.Share = &graph.Share{Part: p.Sold, Whole: p.Sellable, Caption: b.words.Count(terms.MapProducts, p.Sellable, p.Sold)}
			if holding[u.ID] {
				g.Share.Caption = b.words.Text(terms.MapPenetration, b.words.Percent(p.Share()))
			}
		}
		g.Class = append(g.Class, fadedUnless(b.seen.Units[u.ID])...)
		b.groupOf[u.ID] = b.addGroup(g)
	}
}

func (b *stakeholders) addGroup(g graph.Group) int {
	b.g.Groups = append(b.g.Groups, g)
	return len(b.g.Groups) - 1
}

// place is where a unit is, as short as a reader needs it: "Madrid, Spain". What the unit's name says already is not said again.
func place(name string, l accountmap.Location) string {
	parts := []string{l.City, l.Country}
	if l.City == "" {
		parts[0] = l.Region
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" || part == name })
	return strings.Join(parts, ", ")
}

func (b *stakeholders) addContacts() {
	members := map[accountmap.MemberID]accountmap.Member{}
	for t := range b.m.Team() {
		members[t.ID] = t
	}
	for c := range b.m.Contacts() {
		n := graph.Node{Group: b.home(c), Class: contactClasses(c), Label: c.Name, Detail: c.Title, Tooltip: b.contactTooltip(c),
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
		if owner, ok := members[c.Owner]; ok {
			n.Badge = &graph.Badge{Text: initials(owner.Name), Class: []graph.Class{contactLevelClass(c.ContactLevel)}}
		}
		n.Class = append(n.Class, fadedUnless(b.seen.Contacts[c.ID])...)
		b.nodeOf[c.ID] = len(b.g.Nodes)
		b.g.Nodes = append(b.g.Nodes, n)
	}
}

// home is the group that a contact's card stands in.
func (b *stakeholders) home(c accountmap.Contact) int {
	once := func(at **int, label, detail terms.Key) int {
		if *at == nil {
			g := graph.Group{Parent: graph.None, Label: b.words.Text(label), Class: []graph.Class{classOutside}}
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
	return once(&b.unplaced, terms.MapUnitUnknown, "")
}

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

// addReportingLines hangs reports below their managers and assistants beside whom they assist. Who does both hangs beside, and the line to
// the manager is led there like any other.
func (b *stakeholders) addReportingLines() {
	for c := range b.m.Contacts() {
		if c.AssistantTo != "" {
			b.g.Edges = append(b.g.Edges, graph.Edge{From: b.nodeOf[c.AssistantTo], To: b.nodeOf[c.ID], Class: []graph.Class{classAssistant},
				Hierarchy: true, Beside: true, Tooltip: b.sentence(c.ID, terms.MapLegendAssists, c.AssistantTo)})
		}
		if c.ReportsTo != "" && c.ReportsTo != c.AssistantTo {
			b.g.Edges = append(b.g.Edges, graph.Edge{From: b.nodeOf[c.ReportsTo], To: b.nodeOf[c.ID], Class: []graph.Class{classReport},
				Hierarchy: c.AssistantTo == "", Tooltip: b.sentence(c.ID, terms.MapLegendReportsTo, c.ReportsTo)})
		}
	}
}

func (b *stakeholders) addRelationships(labels bool) {
	for r := range b.m.Relationships() {
		tooltip := b.sentence(r.From, relationshipWord(r.Kind), r.To)
		if r.Note != "" {
			tooltip += ": " + r.Note
		}
		e := graph.Edge{From: b.nodeOf[r.From], To: b.nodeOf[r.To], Class: []graph.Class{relationshipClass(r.Kind)}, Tooltip: tooltip}
		if labels {
			e.Label = cmp.Or(r.Note, b.words.Text(relationshipWord(r.Kind)))
		}
		b.g.Edges = append(b.g.Edges, e)
	}
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

// sentence says what a line means: "Jörg Müller influences Γιάννης Δήμου".
func (b *stakeholders) sentence(from accountmap.ContactID, verb terms.Key, to accountmap.ContactID) string {
	return b.g.Nodes[b.nodeOf[from]].Label + " " + b.words.Text(verb) + " " + b.g.Nodes[b.nodeOf[to]].Label
}
