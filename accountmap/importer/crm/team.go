package crm

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
)

// team is our people: the owners in the rows of the client, in order of appearance.
type team struct {
	users   *index
	records []*record
	// at maps the id of a member, as written and in lower case, to its index. Without a file of
	// users, an id is a name, and names that differ only in case are one person.
	at map[accountmap.MemberID]int
	// named maps a name to the last member of that name.
	named   map[string]int
	members []accountmap.Member
}

func (im *importer) readTeam() {
	im.team = &team{users: newIndex(), at: map[accountmap.MemberID]int{}, named: map[string]int{}}
	for i, r := range im.records[usersTable] {
		im.team.records = append(im.team.records, r)
		names := []string{fullName(r), r.get(fieldEmail).text}
		for _, alias := range r.all(fieldAlias) {
			names = append(names, alias.text)
		}
		slices.Sort(names)
		im.team.users.add(i, im.system.id(r.get(fieldID).text), slices.Compact(names)...)
	}
}

func fullName(r *record) string {
	if name := r.get(fieldName).text; name != "" {
		return name
	}
	return strings.TrimSpace(r.get(fieldFirst).text + " " + r.get(fieldLast).text)
}

// owner returns the member of the team who owns a row, or "" if the row has no owner.
func (im *importer) owner(r *record) accountmap.MemberID {
	id, named := r.get(fieldOwner), r.get(fieldOwnerName)
	for _, reference := range []string{id.text, named.text} {
		if i, found := im.team.users.find(im.system, reference); found && reference != "" {
			im.reportOther(r, fieldOwner, im.team.users, i, fullName(im.team.records[i]))
			im.reportOther(r, fieldOwnerName, im.team.users, i, fullName(im.team.records[i]))
			return im.team.join(im.member(im.team.records[i]))
		}
	}
	named = cmp.Or(named, id)
	if all := im.team.users.lookup(im.system, named.text); len(all) > 1 {
		why, hint := im.unfound(im.team.users, named.text, "users", "")
		im.WarnOf(named.text, r.pos(named), accountmap.ErrUnknownReference, hint, "the owner %q %s, and is read as another person", named.text, why)
	}
	name, email := splitAddress(named.text)
	if name == "" {
		return ""
	}
	if named == id && isSalesforceID(id.text) {
		im.WarnOf(id.text, r.pos(id), accountmap.ErrMissingName, message.Of("also export the users, or the column with the owner's name"), "the owner %q is known by an id alone", id.text)
	}
	if id.text != "" {
		return im.team.join(accountmap.Member{ID: accountmap.MemberID(im.system.id(id.text)), Name: name, Email: email})
	}
	return im.team.join(accountmap.Member{ID: accountmap.MemberID(name), Name: name, Email: email})
}

func (im *importer) member(r *record) accountmap.Member {
	m := accountmap.Member{Name: cmp.Or(fullName(r), r.get(fieldEmail).text), Role: r.get(fieldTitle).text, Region: r.get(fieldRegion).text,
		Email: r.get(fieldEmail).text}
	m.ID = accountmap.MemberID(cmp.Or(im.system.id(r.get(fieldID).text), m.Name))
	m.Name = cmp.Or(m.Name, string(m.ID))
	return m
}

func (t *team) join(m accountmap.Member) accountmap.MemberID {
	folded := accountmap.MemberID(strings.ToLower(string(m.ID)))
	i, there := t.at[m.ID]
	if !there {
		i, there = t.at[folded]
	}
	if !there && string(m.ID) == m.Name {
		i, there = t.named[strings.ToLower(m.Name)]
	}
	if !there { // an address alone is the member with this address
		i = slices.IndexFunc(t.members, func(other accountmap.Member) bool {
			return m.Email != "" && strings.EqualFold(m.Email, other.Email) && (m.Name == m.Email || other.Name == other.Email)
		})
		if there = i >= 0; there && t.members[i].Name == t.members[i].Email {
			t.members[i].Name = m.Name
			t.named[strings.ToLower(m.Name)] = i
		}
	}
	if there {
		t.at[m.ID] = i
		t.members[i].Email = cmp.Or(t.members[i].Email, m.Email)
		return t.members[i].ID
	}
	t.at[m.ID], t.at[folded], t.named[strings.ToLower(m.Name)] = len(t.members), len(t.members), len(t.members)
	t.members = append(t.members, m)
	return m.ID
}

func (t *team) looksAfter(id accountmap.MemberID, unit accountmap.UnitID) {
	m := &t.members[t.at[id]]
	m.Units = append(m.Units, unit)
}

// splitAddress divides "Ana Núñez (ana@example.org)", the notation of HubSpot for owners, into name
// and address. An address alone is also the name.
func splitAddress(text string) (name, email string) {
	if name, within := splitBrackets(text); strings.Contains(within, "@") {
		return name, within
	}
	if strings.Contains(text, "@") && !strings.Contains(text, " ") {
		return text, text
	}
	return text, ""
}

// characterise sets the stance, the roles and the traits of a contact, with the words of the source
// as evidence.
func (im *importer) characterise(p *person, c *accountmap.Contact) {
	t := traits{contact: c}
	for _, f := range append(traitFields(), fieldChannel) {
		for _, value := range p.rec.all(f) {
			t.take(f, im.meanings(p.rec, f, value))
			if f != fieldChannel {
				t.quote(value)
			}
		}
	}
	for _, r := range p.roles {
		for _, value := range r.all(fieldRole) {
			t.take(fieldRole, im.meanings(r, fieldRole, value))
			t.quote(value)
		}
		if primary, _ := im.yes(r, fieldPrimary); primary { // only evidence, not a trait of the contact
			t.quote(r.get(fieldPrimary))
		}
	}
	switch {
	case len(t.stances) == 1:
		c.Stance = t.stances[0]
	case len(t.stances) > 1:
		im.Warn(p.rec.pos(p.rec.get(fieldRole)), ErrContradiction, message.Of("correct the CRM"), "the contact %q is called %s: the stance is left unknown", p.name, strings.Join(t.words, ", "))
	}
	if len(t.words) > 0 {
		c.Evidence = accountmap.Evidence{Source: im.system.title + ": " + strings.Join(t.words, ", "), Date: im.date(p.rec, fieldModified)}
	}
}

// traits collects the words of a source about a contact.
type traits struct {
	contact *accountmap.Contact
	stances []accountmap.Stance
	// words are the words of the source, each after the name of its column.
	words []string
}

// take adds the meaning of a word, in words of the account file.
func (t *traits) take(f field, meant []string) {
	c := t.contact
	for _, word := range meant {
		switch f {
		case fieldInfluence, fieldRole, fieldStance:
			if s := accountmap.Stance(word); slices.Contains(accountmap.Stances(), s) {
				if !slices.Contains(t.stances, s) {
					t.stances = append(t.stances, s)
				}
			} else if role := accountmap.Role(word); !slices.Contains(c.Roles, role) {
				c.Roles = append(c.Roles, role)
			}
		case fieldLevel:
			c.ContactLevel = accountmap.ContactLevel(word)
		case fieldPower:
			c.Power, _ = strconv.Atoi(word) // a digit, as checked by meaning
		case fieldOrientation:
			c.Orientation = accountmap.Orientation(word)
		case fieldAdaptability:
			c.Adaptability = accountmap.Adaptability(word)
		case fieldSeniority:
			c.Seniority = accountmap.Seniority(word)
		case fieldChannel:
			c.PreferredChannel = accountmap.Channel(word)
		}
	}
}

func (t *traits) quote(value cell) {
	if text := value.called + " = " + value.text; !slices.Contains(t.words, text) {
		t.words = append(t.words, text)
	}
}
