package crm

import (
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// characterise fills in where a contact stands and what part it plays, with the words of the source as evidence.
func (im *importer) characterise(p *person, c *accountmap.Contact) {
	t := traits{contact: c}
	for _, field := range []string{"influence", "role", "stance", "level", "power", "orientation", "adaptability", "seniority", "channel"} {
		for _, value := range p.rec.all(field) {
			t.take(field, im.meant(p.rec, field, value))
			if field != "channel" {
				t.quote(value)
			}
		}
	}
	for _, r := range p.roles {
		for _, value := range r.all("role") {
			t.take("role", im.meant(r, "role", value))
			t.quote(value)
		}
		if primary, _ := im.yes(r, "primary"); primary { // which says nothing of the person, but somebody found it worth saying
			t.quote(r.get("primary"))
		}
	}
	switch {
	case len(t.stances) == 1:
		c.Stance = t.stances[0]
	case len(t.stances) > 1:
		im.Warn(p.rec.pos(p.rec.get("role")), ErrContradiction, "settle in the CRM which is true", "the contact %q is called %s: the stance is left unknown", p.name, strings.Join(t.words, ", "))
	}
	if len(t.words) > 0 {
		c.Evidence = accountmap.Evidence{Source: im.system.title + ": " + strings.Join(t.words, ", "), Date: im.date(p.rec, "modified")}
	}
}

// traits gathers what the words of a source say of a contact.
type traits struct {
	contact *accountmap.Contact
	stances []accountmap.Stance
	// words are the source's own, each beside the name of its column.
	words []string
}

// take takes what a word means, in words of the account file.
func (t *traits) take(field string, meant []string) {
	c := t.contact
	for _, word := range meant {
		switch field {
		case "influence", "role", "stance":
			if s := accountmap.Stance(word); slices.Contains(accountmap.Stances(), s) {
				if !slices.Contains(t.stances, s) {
					t.stances = append(t.stances, s)
				}
			} else if role := accountmap.Role(word); !slices.Contains(c.Roles, role) {
				c.Roles = append(c.Roles, role)
			}
		case "level":
			c.ContactLevel = accountmap.ContactLevel(word)
		case "power":
			c.Power, _ = strconv.Atoi(word) // a digit, see meaning
		case "orientation":
			c.Orientation = accountmap.Orientation(word)
		case "adaptability":
			c.Adaptability = accountmap.Adaptability(word)
		case "seniority":
			c.Seniority = accountmap.Seniority(word)
		case "channel":
			c.PreferredChannel = accountmap.Channel(word)
		}
	}
}

// quote keeps the source's own words.
func (t *traits) quote(value cell) {
	if text := value.called + " = " + value.text; !slices.Contains(t.words, text) {
		t.words = append(t.words, text)
	}
}
