package render

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// contactTooltip says in words everything that the card shows by signs, and whole what the card may have had to cut.
func (b *people) contactTooltip(c accountmap.Contact, m *accountmap.Map) string {
	lines := []string{c.Name, c.Title}
	if unit, ok := m.Unit(c.Unit); ok {
		lines = append(lines, unit.Name)
	}
	if c.Placeholder {
		lines = append(lines, b.words.Text(terms.MapNotYetKnown))
	}
	if !c.Left.IsZero() {
		lines = append(lines, b.words.Text(terms.MapLeftOn, b.words.Date(c.Left)))
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
	}
	if contactLink(c) != "" {
		lines = append(lines, c.Email)
	}
	return joinLines(lines)
}

func (b *people) unitTooltip(u accountmap.Unit, l accountmap.Location) string {
	lines := []string{u.Name}
	if u.Kind != "" {
		lines = append(lines, b.words.UnitKind(u.Kind))
	}
	var where []string
	for _, part := range []string{l.Address, l.City, l.Region, l.Country} {
		if part != "" {
			where = append(where, part)
		}
	}
	return joinLines(append(lines, strings.Join(where, ", ")))
}

func (b *people) labelled(label terms.Key, value string) string {
	return b.words.Text(label) + ": " + value
}

func joinLines(lines []string) string {
	var kept []string
	for _, line := range lines {
		if line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
