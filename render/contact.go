package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/weblink"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

func (b *people) card(c accountmap.Contact, m *accountmap.Map) graph.Node {
	n := graph.Node{ID: string(c.ID), Group: graph.None, Class: b.contactClasses(c), Label: c.Name, Detail: c.Title, Tooltip: b.contactTooltip(c, m),
		Link: b.contactLink(c)}
	switch {
	case c.Name == "":
		n.Label, n.Detail = c.Title, b.words.Text(terms.MapNotYetKnown)
	case c.Placeholder && c.Title == "":
		n.Detail = b.words.Text(terms.MapNotYetKnown)
	}
	if !c.Here(b.asOf) {
		n.Detail = joined([]string{n.Detail, b.leftInWords(c)}, " · ")
	}
	n.Weight = b.weightOf(c)
	for _, r := range byWeight(c.Roles) {
		n.Chips = append(n.Chips, b.words.RoleShort(r))
	}
	n.Rank = rank(c)
	n.KeyChips = len(c.Decides())
	if c.Power > 0 {
		n.Level = &graph.Level{Value: c.Power, Max: 5}
	}
	if c.Name != "" && !c.Placeholder {
		n.Initials = initials(c.Name)
	}
	n.Badge = b.owner(c, m)
	n.Tags = b.tags(c, m, n.Badge != nil)
	n.Class = append(n.Class, b.fadedPerson(c.ID)...)
	return n
}

// tags returns the filters of an interactive page for a contact: the facts on the card.
func (b *people) tags(c accountmap.Contact, m *accountmap.Map, ring bool) []graph.Tag {
	var tags []graph.Tag
	add := func(name terms.Key, value string) {
		tags = append(tags, graph.Tag{Name: b.words.Text(name), Value: value})
	}
	if !b.client {
		add(terms.MapLegendStance, b.words.Stance(c.Stance))
	}
	for _, r := range c.Roles {
		add(terms.ColumnRoles, b.words.Role(r))
	}
	if owner, ok := m.Member(c.Owner); ok {
		add(terms.MapLegendContact, owner.Name)
	} else if ring {
		add(terms.MapLegendContact, b.words.Text(terms.MapNobodyOfUs))
	}
	for unit, ok := m.Unit(c.Unit); ok; unit, ok = m.Unit(unit.Parent) {
		add(terms.ColumnUnit, unit.Name)
	}
	return tags
}

// rank returns the power of a key player, a higher number for a contact who decides, and 0 for
// anyone else.
func rank(c accountmap.Contact) int {
	const most = 5 // power
	switch {
	case len(c.Decides()) > 0:
		return most + 1 + c.Power
	case c.KeyPlayer():
		return c.Power
	}
	return 0
}

// leftInWords returns the date on which somebody left, followed by the former stance.
func (b *people) leftInWords(c accountmap.Contact) string {
	words := b.words.Leaving(c, b.asOf, b.words.Date)
	if b.client || c.Stance == "" {
		return words
	}
	return words + " · " + b.words.Text(terms.ChangesWas, b.words.Stance(c.Stance))
}

// weightOf returns heavy for key players. It returns light for people who left, and for people of
// little power without a say, except champions and blockers.
func (b *people) weightOf(c accountmap.Contact) graph.Weight {
	extreme := c.Stance == accountmap.StanceChampion || c.Stance == accountmap.StanceBlocker
	switch {
	case !c.Here(b.asOf):
		return graph.WeightLight
	case c.KeyPlayer():
		return graph.WeightHeavy
	case c.Power > 0 && c.Power <= 2 && !extreme && len(c.Decides()) == 0:
		return graph.WeightLight
	}
	return graph.WeightUsual
}

// byWeight sorts roles by importance, indispensable roles first.
func byWeight(roles []accountmap.Role) []accountmap.Role {
	weights := []accountmap.Role{
		accountmap.RoleDecisionMaker, accountmap.RoleBudgetHolder, accountmap.RoleExecutiveSponsor, accountmap.RoleTechnicalBuyer, accountmap.RoleLegal,
		accountmap.RoleProcurement, accountmap.RoleCoach, accountmap.RoleInfluencer, accountmap.RoleGatekeeper, accountmap.RoleEvaluator,
	}
	weight := func(r accountmap.Role) int {
		if i := slices.Index(weights, r); i >= 0 {
			return i
		}
		return len(weights)
	}
	sorted := slices.Clone(roles)
	slices.SortStableFunc(sorted, func(a, b accountmap.Role) int { return cmp.Compare(weight(a), weight(b)) })
	return sorted
}

// owner returns the ring with the initials of our colleague. It returns a dash for a present
// contact whom no colleague knows, and nil on a map without our team.
func (b *people) owner(c accountmap.Contact, m *accountmap.Map) *graph.Badge {
	if owner, ok := m.Member(c.Owner); ok {
		return &graph.Badge{Text: initials(owner.Name), Name: owner.Name, Class: []graph.Class{class.ContactLevel(c.ContactLevel)}}
	}
	if b.client || !c.Here(b.asOf) || !b.staffed {
		return nil
	}
	return &graph.Badge{Text: "–", Class: []graph.Class{class.NobodyOfUs}}
}

// initials returns the first letters of the first and the last word that begin with a letter or a
// digit.
func initials(name string) string {
	words := strings.Fields(name)
	for i := range words {
		words[i] = strings.TrimLeftFunc(words[i], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
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

// contactTooltip returns all texts of a card in full, and its signs in words.
func (b *people) contactTooltip(c accountmap.Contact, m *accountmap.Map) string {
	lines := []string{c.Name, c.Title}
	if unit, ok := m.Unit(c.Unit); ok {
		lines = append(lines, unit.Name)
	}
	if c.Placeholder {
		lines = append(lines, b.words.Text(terms.MapNotYetKnown))
	}
	if !c.Left.IsZero() {
		lines = append(lines, b.words.Leaving(c, b.asOf, b.words.Date))
	}
	if !b.client {
		lines = append(lines, b.labelled(terms.MapLegendStance, b.words.Stance(c.Stance)))
	}
	if len(c.Roles) > 0 {
		var roles []string
		for _, r := range c.Roles {
			roles = append(roles, b.words.Role(r))
		}
		lines = append(lines, b.labelled(terms.ColumnRoles, strings.Join(roles, ", ")))
	}
	if c.Power > 0 {
		lines = append(lines, b.words.Text(terms.MapPower, c.Power))
	}
	if owner, ok := m.Member(c.Owner); ok {
		lines = append(lines, b.labelled(terms.MapLegendContact, owner.Name+" ("+b.words.ContactLevel(c.ContactLevel)+")"))
	} else if b.owner(c, m) != nil {
		lines = append(lines, b.labelled(terms.MapLegendContact, b.words.Text(terms.MapNobodyOfUs)))
	}
	if b.contactLink(c) != "" {
		lines = append(lines, c.Email)
	}
	return joinLines(lines)
}

// contactLink returns the contact's mail address as a link. It returns "" for an invalid address
// and for people who left.
func (b *people) contactLink(c accountmap.Contact) string {
	if !c.Here(b.asOf) {
		return ""
	}
	link, _ := weblink.Mailto(c.Email)
	return link
}

// contactClasses returns the classes of a contact's card. A client's map shows no stance.
func (b *people) contactClasses(c accountmap.Contact) []graph.Class {
	classes := []graph.Class{class.Stance(c.Stance)}
	if b.client {
		classes = []graph.Class{class.Plain}
	}
	if c.Placeholder {
		classes = append(classes, class.Placeholder)
	}
	if c.External {
		classes = append(classes, class.External)
	}
	if !c.Here(b.asOf) {
		classes = append(classes, class.Left)
	}
	return classes
}
