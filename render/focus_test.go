package render

import (
	"io"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// bright returns the parts of a graph that are not faded: the names of people and boxes, and the
// tooltips of lines.
func bright(g *graph.Graph) (people, boxes, lines []string) {
	for _, n := range g.Nodes {
		if !slices.Contains(n.Class, class.Faded) {
			people = append(people, n.Label)
		}
	}
	for _, b := range g.Groups {
		if !slices.Contains(b.Class, class.Faded) {
			boxes = append(boxes, b.Label)
		}
	}
	for _, e := range g.Edges {
		if !slices.Contains(e.Class, class.Faded) {
			lines = append(lines, e.Tooltip)
		}
	}
	return people, boxes, lines
}

func TestFocusFadesTheRest(t *testing.T) {
	m := mustNew(t, meridiano())
	whole := stakeholdersOf(t, meridiano())
	for name, c := range map[string]struct {
		focus                accountmap.Focus
		people, boxes, lines []string
	}{
		"a unit": {accountmap.Focus{Units: []accountmap.UnitID{"log"}}, []string{"Jörg Müller", "Tom Whitfield", "Lia Soto"}, []string{"Logística"},
			[]string{"Tom Whitfield reports to Jörg Müller", "Lia Soto assists Jörg Müller"}},
		"stances": {accountmap.Focus{Stances: []accountmap.Stance{"champion", "blocker"}}, []string{"Jörg Müller", "Γιάννης Δήμου"},
			[]string{"Logística", "Προμήθειες"}, []string{"Jörg Müller influences Γιάννης Δήμου"}},
		"an adviser": {accountmap.Focus{Contacts: []accountmap.ContactID{"vh"}}, []string{"Victor Hale"}, []string{"Advisers (external)"}, nil},
		"nobody's unit": {accountmap.Focus{Contacts: []accountmap.ContactID{"nn", "jm"}}, []string{"Jörg Müller", "Nadie Sabe"}, []string{"Logística", "Unit not known"},
			[]string{"Jörg Müller allied with Nadie Sabe"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := (&Options{Focus: c.focus}).defaults(m)
			g, err := Stakeholders{}.Graph(m, &o)
			require.NoError(t, err)
			people, boxes, lines := bright(g)
			assert.Equal(t, c.people, people)
			assert.Equal(t, c.boxes, boxes)
			assert.Equal(t, c.lines, lines)
			assert.Len(t, g.Nodes, len(whole.Nodes), "nothing is hidden")
			assert.Len(t, g.Edges, len(whole.Edges))
			assert.Contains(t, g.Subtitle, "focus on")
			assert.NoError(t, Draw(t.Context(), io.Discard, m, Stakeholders{}, SVG, &Options{Focus: c.focus}))
		})
	}
}

func TestWithoutFocusNothingFades(t *testing.T) {
	g := stakeholdersOf(t, meridiano())
	people, boxes, lines := bright(g)
	assert.Len(t, people, len(g.Nodes))
	assert.Len(t, boxes, len(g.Groups))
	assert.Len(t, lines, len(g.Edges))
	assert.NotContains(t, g.Subtitle, "focus")
}

func TestFocusOnNobodyIsAnError(t *testing.T) {
	err := Draw(t.Context(), io.Discard, mustNew(t, meridiano()), Stakeholders{}, SVG, &Options{Focus: accountmap.Focus{Units: []accountmap.UnitID{"lgo"}}})
	assert.ErrorIs(t, err, accountmap.ErrUnknownReference)
	assert.ErrorContains(t, err, `did you mean "log"?`)
}
