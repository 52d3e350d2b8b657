package render

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// office returns a chief with assistants and reports. The first leading reports have reports of
// their own.
func office(assistants, reports, leading int) *accountmap.Account {
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Office"},
		Units:    []accountmap.Unit{{ID: "u", Name: "Unit"}, {ID: "v", Name: "Other"}},
		Contacts: []accountmap.Contact{{ID: "chief", Name: "Chief", Unit: "u"}},
	}
	add := func(id, above string, assists bool) {
		c := accountmap.Contact{ID: accountmap.ContactID(id), Name: id, Unit: "u", ReportsTo: accountmap.ContactID(above)}
		if assists {
			c.ReportsTo, c.AssistantTo = "", c.ReportsTo
		}
		a.Contacts = append(a.Contacts, c)
	}
	for i := range assistants {
		add(fmt.Sprintf("assistant %d", i), "chief", true)
	}
	for i := range reports {
		add(fmt.Sprintf("report %d", i), "chief", false)
		if i < leading {
			add(fmt.Sprintf("worker %d", i), fmt.Sprintf("report %d", i), false)
			add(fmt.Sprintf("helper %d", i), fmt.Sprintf("report %d", i), true)
		}
	}
	return a
}

// TestAssistantsAreBesideTheManager checks that every assistant is level with the manager, or below
// another assistant, and above the row of the reports. The chief stays in the middle.
func TestAssistantsAreBesideTheManager(t *testing.T) {
	norace.Only(t)
	for _, c := range []struct{ assistants, reports, leading int }{
		{1, 0, 0}, {2, 0, 0}, {5, 0, 0}, {1, 3, 0}, {2, 3, 0}, {4, 3, 0}, {1, 9, 0}, {1, 4, 2}, {3, 12, 12}, {1, 30, 30}, {4, 60, 20},
	} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			d, err := Layout(t.Context(), mustNew(t, office(c.assistants, c.reports, c.leading)), Stakeholders{}, nil)
			require.NoError(t, err)
			checkCards(t, d)
			checkLines(t, d)
			reach := map[int]float64{} // the lowest edge of each card's assistants
			for _, e := range d.picture.Input.Graph.Edges {
				if e.Assistant {
					chief, aide := d.picture.Input.Placed.Cards[e.From], d.picture.Input.Placed.Cards[e.To]
					assert.GreaterOrEqual(t, aide.Y, chief.Y)
					assert.False(t, aide.X < chief.Right() && chief.X < aide.Right(), "beside, not below")
					reach[e.From] = max(reach[e.From], aide.Bottom())
				}
			}
			assert.Len(t, reach, 1+c.leading)
			for i, e := range d.picture.Input.Graph.Edges {
				if !e.Assistant {
					assert.Greater(t, d.picture.Input.Placed.Cards[e.To].Y, reach[e.From], "edge %d: a report stands below the assistants", i)
				} else if c.assistants <= 2 {
					assert.InDelta(t, d.picture.Input.Placed.Cards[e.From].Y, d.picture.Input.Placed.Cards[e.To].Y, 0.5, "on a level")
					assert.Len(t, d.picture.Input.Placed.Lines[i], 2, "a straight line")
				}
			}
		})
	}
}

// TestAssistantsWithOtherRelations draws assistants who have reports, who are in another unit than
// their manager, or who report to somebody else.
func TestAssistantsWithOtherRelations(t *testing.T) {
	norace.Only(t)
	a := office(3, 2, 1)
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "junior", Name: "Junior", Unit: "u", ReportsTo: "assistant 0"},
		accountmap.Contact{ID: "far", Name: "Far", Unit: "v", AssistantTo: "chief"})
	a.Contacts[2].ReportsTo = "report 1" // assistant 1
	d, err := Layout(t.Context(), mustNew(t, a), Stakeholders{}, nil)
	require.NoError(t, err)
	checkCards(t, d)
	checkBoxes(t, d)
	checkLines(t, d)
	at := map[string]geom.Rect{}
	for i, n := range d.picture.Input.Graph.Nodes {
		at[n.Label] = d.picture.Input.Placed.Cards[i]
	}
	assert.Greater(t, at["Junior"].Y, at["assistant 0"].Bottom())
	assert.Equal(t, at["Chief"].Y, at["assistant 1"].Y, "who reports elsewhere too hangs beside")
	tooltips := map[string]bool{}
	for _, e := range d.picture.Input.Graph.Edges {
		tooltips[e.Tooltip] = true
	}
	assert.True(t, tooltips["assistant 1 assists Chief"] && tooltips["assistant 1 reports to report 1"], "both lines are there")
}
