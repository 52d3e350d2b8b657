package render

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// scattered returns people whose managers are in other units, with ties across all units.
func scattered(people, units, ties int) *accountmap.Account {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Halden"}, Products: []accountmap.Product{{ID: "p", Name: "Base"}}}
	for i := range units {
		a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID("u" + strconv.Itoa(i)), Name: fmt.Sprintf("Unit %d", i)})
	}
	for i := range people {
		c := accountmap.Contact{ID: accountmap.ContactID("c" + strconv.Itoa(i)), Name: fmt.Sprintf("Person %03d", i), Unit: a.Units[i%units].ID}
		if i > 0 {
			c.ReportsTo = accountmap.ContactID("c" + strconv.Itoa(i/7))
		}
		a.Contacts = append(a.Contacts, c)
	}
	for i := range ties {
		from, to := a.Contacts[(i*37)%people].ID, a.Contacts[(i*i*11+5)%people].ID
		if from != to {
			a.Relationships = append(a.Relationships, accountmap.Relationship{From: from, To: to, Kind: accountmap.RelationshipKinds()[i%4], Note: strconv.Itoa(i)})
		}
	}
	return a
}

// TestEveryLineIsOnAPage checks that each person's page has their manager. Every tie must be drawn
// or described on a page of one of its ends. A card with further lines names the pages with these
// lines.
func TestEveryLineIsOnAPage(t *testing.T) {
	norace.Only(t)
	for name, a := range map[string]*accountmap.Account{
		"scattered": scattered(160, 40, 60), "one unit": scattered(180, 1, 0), "a hub": scattered(120, 12, 300),
		"typical": accountmaptest.Generate(4, accountmaptest.Typical(200)),
	} {
		for _, size := range []paper.Size{paper.A4().Landscape(), {}} {
			t.Run(fmt.Sprint(name, size), func(t *testing.T) {
				t.Parallel()
				m := mustNew(t, a)
				whole := graphOf(t, a, Stakeholders{}, &Options{Paper: size})
				pictures := drawings(t, m, Stakeholders{}, &Options{Paper: size})
				require.Greater(t, len(pictures), 2)
				lines := map[string]bool{} // of every page, by tooltip
				for i, p := range pictures {
					g := p.picture.Input.Graph
					assert.Contains(t, g.Subtitle, fmt.Sprintf("Page %d of %d", i+1, len(pictures)))
					assert.True(t, p.picture.Legible(size), "%s: %.2f points", p.Title(), p.picture.PrintedText(size))
					assert.NotRegexp(t, `\(\d+ of \d+\)`, p.Title(), "a page is called by who is at its head")
					if p.Depth() > 0 && len(g.Nodes) > 0 && !hasSlices(g) {
						checkManagers(t, m, p)
					}
					for _, e := range g.Edges {
						lines[e.Tooltip] = true
					}
					for _, n := range g.Nodes {
						for _, said := range strings.Split(n.Tooltip, "\n") {
							lines[said] = true
						}
					}
				}
				for _, e := range whole.Edges {
					assert.True(t, lines[e.Tooltip], "on no page: %s", e.Tooltip)
				}
			})
		}
	}
}

func hasSlices(g *graph.Graph) bool {
	for _, n := range g.Nodes {
		if len(n.Slices) > 0 {
			return true
		}
	}
	return false
}

// checkManagers checks that a page shows the managers of its own people, and that their cards name
// their page.
func checkManagers(t *testing.T, m *accountmap.Map, p *Drawing) {
	t.Helper()
	here := map[accountmap.ContactID]bool{}
	for _, n := range p.picture.Input.Graph.Nodes {
		here[accountmap.ContactID(n.ID)] = true
	}
	for _, n := range p.picture.Input.Graph.Nodes {
		if strings.HasPrefix(n.Link, "#") {
			assert.Regexp(t, `page \d+`, n.Label+n.Detail)
			assert.False(t, n.ID != "" && strings.Contains(n.Detail, " – "), "a card refers to a number and a unit, not to a range of people")
			continue
		}
		c, ok := m.Contact(accountmap.ContactID(n.ID))
		require.True(t, ok, n.Label)
		assert.True(t, c.ReportsTo == "" || here[c.ReportsTo], "%s: the manager of %s is on it", p.Title(), n.Label)
	}
}

// TestFurtherLinesNameTheirPages checks that each page named on a card shows the person or another
// end of one of the lines.
func TestFurtherLinesNameTheirPages(t *testing.T) {
	norace.Only(t)
	m := mustNew(t, scattered(160, 40, 0))
	pictures := drawings(t, m, Stakeholders{}, nil)
	referred := 0
	for _, p := range pictures {
		for _, n := range p.picture.Input.Graph.Nodes {
			for _, note := range n.Notes {
				rest, ok := strings.CutPrefix(note.Text, "more on p.")
				if !ok {
					continue
				}
				require.Equal(t, []graph.Class{class.Elsewhere}, note.Class)
				for _, number := range strings.Split(rest, ",") {
					at, err := strconv.Atoi(strings.TrimSpace(number))
					require.NoError(t, err, note.Text)
					shown := false
					for _, other := range pictures[at-1].picture.Input.Graph.Nodes {
						shown = shown || other.ID == n.ID
					}
					assert.True(t, shown, "page %d shows %s", at, n.Label)
					referred++
				}
			}
		}
	}
	assert.Positive(t, referred)
}

// TestEveryPageOfEveryOutputCanBeRead checks that texts have at least 6.5 points on the paper of
// documents, workbooks and printers, whatever the number of people.
func TestEveryPageOfEveryOutputCanBeRead(t *testing.T) {
	norace.Only(t)
	a4 := paper.A4().Landscape()
	frames := map[string]paper.Size{"A3": paper.A3().Landscape(), "A4": a4, "slide": paper.Slide(), "handoff.pdf": {Width: 801, Height: 439},
		"printed page": {Width: 773, Height: 456}, "workbook": {Width: 770, Height: 453}}
	for _, people := range []int{12, 41, 120, 300} {
		d, err := Layout(t.Context(), mustNew(t, accountmaptest.Generate(2, accountmaptest.Typical(people))), Stakeholders{}, nil)
		require.NoError(t, err)
		for name, size := range frames {
			t.Run(fmt.Sprint(people, " people on ", name), func(t *testing.T) {
				t.Parallel()
				pictures, err := d.OnPaper(t.Context(), size)
				require.NoError(t, err)
				assert.True(t, len(pictures) == 1 || len(pictures) > 2)
				for _, p := range pictures {
					assert.GreaterOrEqual(t, p.(*Drawing).picture.PrintedText(size), 6.5, p.Title())
				}
			})
		}
	}
}
