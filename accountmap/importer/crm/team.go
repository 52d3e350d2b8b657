package crm

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// team are our people: those whom the rows of the client name as owners, in the order in which they are met.
type team struct {
	users   *index
	records []*record
	at      map[accountmap.MemberID]int
	members []accountmap.Member
}

func (im *importer) readTeam() {
	im.team = &team{users: newIndex(), at: map[accountmap.MemberID]int{}}
	for i, r := range im.records["users"] {
		im.team.records = append(im.team.records, r)
		im.team.users.add(i, im.system.id(r.get("id").text), fullName(r), r.get("email").text)
	}
}

// fullName returns the name of a person, from one column or from two.
func fullName(r *record) string {
	if name := r.get("name").text; name != "" {
		return name
	}
	return strings.TrimSpace(r.get("first").text + " " + r.get("last").text)
}

// owner returns the member of the team who owns a row, and none when it names nobody.
func (im *importer) owner(r *record) accountmap.MemberID {
	id, named := r.get("owner"), r.get("ownerName")
	for _, reference := range []string{id.text, named.text} {
		if i, found := im.team.users.find(im.system, reference); found && reference != "" {
			return im.team.join(im.member(im.team.records[i]))
		}
	}
	name, email := splitAddress(cmp.Or(named.text, id.text))
	if name == "" {
		return ""
	}
	if named.text == "" && isSalesforceID(id.text) {
		im.WarnOf(id.text, r.pos(id), accountmap.ErrMissingName, "export the users, too, or the column with the owner's name", "the owner %q is known by an id alone", id.text)
	}
	if id.text != "" {
		return im.team.join(accountmap.Member{ID: accountmap.MemberID(im.system.id(id.text)), Name: name, Email: email})
	}
	return im.team.join(accountmap.Member{ID: accountmap.MemberID(name), Name: name, Email: email})
}

// member makes a member of a row of users.
func (im *importer) member(r *record) accountmap.Member {
	m := accountmap.Member{Name: cmp.Or(fullName(r), r.get("email").text), Role: r.get("title").text, Region: r.get("region").text,
		Email: r.get("email").text}
	m.ID = accountmap.MemberID(cmp.Or(im.system.id(r.get("id").text), m.Name))
	m.Name = cmp.Or(m.Name, string(m.ID))
	return m
}

// join adds a member who is not there yet. Rows may write an owner with an address or without.
func (t *team) join(m accountmap.Member) accountmap.MemberID {
	if i, there := t.at[m.ID]; there {
		t.members[i].Email = cmp.Or(t.members[i].Email, m.Email)
		return m.ID
	}
	t.at[m.ID] = len(t.members)
	t.members = append(t.members, m)
	return m.ID
}

func (t *team) looksAfter(id accountmap.MemberID, unit accountmap.UnitID) {
	m := &t.members[t.at[id]]
	m.Units = append(m.Units, unit)
}

// splitAddress divides "Ana Núñez (ana@example.org)", as HubSpot writes owners, into name and address. An address alone is the name, too.
func splitAddress(text string) (name, email string) {
	name, rest, bracketed := strings.Cut(text, " (")
	if address, ok := strings.CutSuffix(rest, ")"); bracketed && ok && strings.Contains(address, "@") && name != "" {
		return strings.TrimSpace(name), address
	}
	if strings.Contains(text, "@") && !strings.Contains(text, " ") {
		return text, text
	}
	return text, ""
}
