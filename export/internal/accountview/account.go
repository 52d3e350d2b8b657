// Package accountview describes an account in words: its names, its places, its coverage by line
// and band, and the colors of statuses and stances. The pages, workbooks and calendars of package
// export share it.
package accountview

import (
	"cmp"
	"errors"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// A View is a map with the words and the day of its presentation.
type View struct {
	Map     *accountmap.Map
	Words   *terms.Terms
	AsOf    accountmap.Date // zero means unknown
	places  map[accountmap.UnitID]accountmap.Location
	Client  bool // the client is the reader
	insight *insight.Situation
	figures *insight.Summary
}

// Insight returns the analysis of the account on the day of the view. It is computed once for all
// judgements.
func (a *View) Insight() *insight.Situation {
	if a.insight == nil {
		a.insight = insight.Of(a.Map, a.AsOf)
	}
	return a.insight
}

// Figures returns the main figures of the account, which every output shows.
func (a *View) Figures() *insight.Summary {
	if a.figures == nil {
		s := a.Insight().Summary()
		a.figures = &s
	}
	return a.figures
}

func New(m *accountmap.Map, asOf accountmap.Date, words *terms.Terms) (*View, error) {
	if m == nil {
		return nil, errors.New("the Map is nil; make one with accountmap.New")
	}
	a := &View{Map: m, Words: words, AsOf: cmp.Or(asOf, m.Profile().AsOf), places: map[accountmap.UnitID]accountmap.Location{},
		Client: m.Audience() != accountmap.AudienceInternal}
	for _, l := range m.Locations() {
		a.places[l.Unit] = l
	}
	return a, nil
}

// ClientName returns the client's name, or its id in an account that may have no name.
func (a *View) ClientName() string {
	p := a.Map.Profile()
	return OneLine(cmp.Or(p.Name, p.ID))
}

// UnitName returns the name of a unit, or "" for the empty id.
func (a *View) UnitName(id accountmap.UnitID) string {
	u, _ := a.Map.Unit(id)
	return cmp.Or(OneLine(u.Name), string(u.ID))
}

func (a *View) ProductName(id accountmap.ProductID) string {
	p, _ := a.Map.Product(id)
	return cmp.Or(OneLine(p.Name), string(p.ID))
}

func (a *View) MemberName(id accountmap.MemberID) string {
	t, _ := a.Map.Member(id)
	return cmp.Or(OneLine(t.Name), string(t.ID))
}

func (a *View) ContactName(id accountmap.ContactID) string {
	c, ok := a.Map.Contact(id)
	if !ok {
		return ""
	}
	return a.PersonName(c)
}

// PersonName returns the name of a contact or, without a name, the title.
func (a *View) PersonName(c accountmap.Contact) string {
	return OneLine(cmp.Or(strings.TrimSpace(c.Name), strings.TrimSpace(c.Title), a.Words.Text(terms.MapNameUnknown)))
}

// Place returns the place of a unit in a few words: "Zaragoza, Spain".
func (a *View) Place(id accountmap.UnitID) string {
	l := a.places[id]
	var parts []string
	for _, part := range []string{cmp.Or(l.City, l.Region, l.Address), l.Country} {
		if part = OneLine(part); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// RoleWords returns the buying roles of a contact, the most important first.
func (a *View) RoleWords(c accountmap.Contact) []string {
	words := make([]string, len(c.Roles))
	for i, r := range c.Roles {
		words[i] = a.Words.Role(r)
	}
	return words
}

// OneLine returns a text without line breaks and tabs.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
