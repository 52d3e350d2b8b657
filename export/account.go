package export

import (
	"cmp"
	"errors"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// An account is a map with the words and the day to tell it by.
type account struct {
	*accountmap.Map
	words  *terms.Terms
	asOf   accountmap.Date // zero when nobody says
	places map[accountmap.UnitID]accountmap.Location
	client bool // the client reads it
}

func newAccount(m *accountmap.Map, asOf accountmap.Date, words *terms.Terms) (*account, error) {
	if m == nil {
		return nil, errors.New("export: the Map is nil; make one with accountmap.New")
	}
	a := &account{Map: m, words: words, asOf: cmp.Or(asOf, m.Profile().AsOf), places: map[accountmap.UnitID]accountmap.Location{},
		client: m.Audience() != accountmap.AudienceInternal}
	for _, l := range m.Locations() {
		a.places[l.Unit] = l
	}
	return a, nil
}

// clientName is the client's name, or its id where an account without rules has none.
func (a *account) clientName() string {
	p := a.Profile()
	return oneLine(cmp.Or(p.Name, p.ID))
}

// unitName is the name of a unit, and empty for the empty id.
func (a *account) unitName(id accountmap.UnitID) string {
	u, _ := a.Unit(id)
	return cmp.Or(oneLine(u.Name), string(u.ID))
}

func (a *account) productName(id accountmap.ProductID) string {
	p, _ := a.Product(id)
	return cmp.Or(oneLine(p.Name), string(p.ID))
}

func (a *account) memberName(id accountmap.MemberID) string {
	t, _ := a.Member(id)
	return cmp.Or(oneLine(t.Name), string(t.ID))
}

func (a *account) contactName(id accountmap.ContactID) string {
	c, ok := a.Contact(id)
	if !ok {
		return ""
	}
	return a.personName(c)
}

// personName is the name of a contact; who has none is called by the title.
func (a *account) personName(c accountmap.Contact) string {
	return oneLine(cmp.Or(strings.TrimSpace(c.Name), strings.TrimSpace(c.Title), a.words.Text(terms.MapNameUnknown)))
}

// place is where a unit is, in a few words: "Zaragoza, Spain".
func (a *account) place(id accountmap.UnitID) string {
	l := a.places[id]
	var parts []string
	for _, part := range []string{cmp.Or(l.City, l.Region, l.Address), l.Country} {
		if part = oneLine(part); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// roles are the buying roles of a contact, the most important first.
func (a *account) roles(c accountmap.Contact) []string {
	words := make([]string, len(c.Roles))
	for i, r := range c.Roles {
		words[i] = a.words.Role(r)
	}
	return words
}

// oneLine is a text without line breaks and tabs, for a place that has one line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
