package render

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// asking returns meridiano with every possible outcome of a request for a referral or testimonial.
func asking() *accountmap.Account {
	a := meridiano()
	day := func(month time.Month, day int) accountmap.Date {
		return accountmap.Date{Year: 2026, Month: month, Day: day}
	}
	a.Units = append(a.Units, accountmap.Unit{ID: "far", Name: "Παραγωγή", Parent: "gr"})
	referral, testimonial := accountmap.EndorsementReferral, accountmap.EndorsementTestimonial
	a.Endorsements = []accountmap.Endorsement{
		{Kind: referral, Contact: "jm", Asked: day(1, 1), Given: day(1, 8), ToUnit: "gr", ToContact: "gd", Text: "He is the one."},
		{Kind: referral, Contact: "bn", Asked: day(2, 1), ToUnit: "far"},
		{Kind: referral, Contact: "vh", Asked: day(3, 1), Declined: day(3, 2), ToContact: "lc"},
		{Kind: referral, Contact: "jm", Asked: day(4, 1)},
		{Kind: referral, Contact: "jm", Asked: day(4, 2), Given: day(4, 3)},
		{Kind: referral, Contact: "jm", Asked: day(4, 4), Declined: day(4, 5)},
		{Kind: testimonial, Contact: "jm", Asked: day(5, 1), Given: day(5, 2), Product: "core", Public: true},
		{Kind: testimonial, Contact: "bn", Given: day(5, 3), Product: "fleet"},
		{Kind: testimonial, Contact: "bn", Asked: day(5, 4), Given: day(5, 5), Product: "core", Expires: day(9, 1)},
		{Kind: testimonial, Contact: "gd", Asked: day(6, 1), Declined: day(6, 2), Product: "core"},
		{Kind: testimonial, Contact: "gone", Asked: day(7, 1)},
	}
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "cu", Name: "Could Speak", Unit: "log", Stance: accountmap.StanceSupporter})
	return a
}

func advocacyOf(t testing.TB, a *accountmap.Account, v Advocacy, opts *Options) *graph.Graph {
	t.Helper()
	m := mustNew(t, a)
	o := opts.defaults(m)
	g, err := v.Graph(m, &o)
	require.NoError(t, err)
	return g
}

func TestAdvocacyGraph(t *testing.T) {
	goldenGraph(t, "advocacy.json", advocacyOf(t, asking(), Advocacy{}, nil))
}

func TestAdvocacyShowsWhoHasAPart(t *testing.T) {
	g := advocacyOf(t, asking(), Advocacy{}, nil)
	var people, boxes []string
	for _, n := range g.Nodes {
		people = append(people, n.Label)
	}
	for _, b := range g.Groups {
		boxes = append(boxes, b.Label)
	}
	assert.Equal(t, []string{"Begoña Núñez", "Jörg Müller", "Legal counsel?", "Γιάννης Δήμου", "Иван Петров", "Victor Hale", "Somebody in Παραγωγή"}, people)
	assert.Equal(t, []string{"Grupo Meridiano", "Logística", "Προμήθειες", "Παραγωγή", "Advisers (external)"}, boxes)
	assert.Equal(t, "Advocacy as of 1 November 2026  ·  referrals: 6 asked, 2 given (33%)  ·  testimonials: 3 asked, 2 given (67%), 1 unasked  ·  "+
		"1 person could be asked for a testimonial  ·  3 others not shown", g.Subtitle)

	assert.Contains(t, fmt.Sprint(g.Groups), "Zaragoza, Spain · 1 person could be asked for a testimonial")
	assert.Contains(t, fmt.Sprint(g.Groups), "\nCould Speak: could vouch for Core")
}

func TestAdvocacyNotes(t *testing.T) {
	assert.Equal(t, map[string][]string{
		"Jörg Müller":   {"asked for a referral", "gave a referral", "declined to give a referral", "may be quoted on Core"},
		"Begoña Núñez":  {"vouches for Fleet", "testimonial for Core expired"},
		"Γιάννης Δήμου": {"declined to vouch for Core"},
		"Иван Петров":   {"asked to vouch for our work"},
	}, notesOf(advocacyOf(t, asking(), Advocacy{}, nil)))
	early := notesOf(advocacyOf(t, asking(), Advocacy{}, &Options{AsOf: accountmap.Date{Year: 2026, Month: 8, Day: 1}}))
	assert.Contains(t, early["Begoña Núñez"], "vouches for Core", "as of a day before it expired")
}

func TestAdvocacyLines(t *testing.T) {
	got := map[string]graph.Class{}
	for _, e := range advocacyOf(t, asking(), Advocacy{}, nil).Edges {
		got[e.Tooltip] = e.Class[0]
		assert.Equal(t, e.Class[0] == class.ReferRefused, e.Label == "declined", e.Tooltip)
	}
	assert.Equal(t, map[string]graph.Class{
		"Jörg Müller referred us to Γιάννης Δήμου (8 January 2026): He is the one.":    "edge-given",
		"Begoña Núñez was asked to refer us to Somebody in Παραγωγή (1 February 2026)": "edge-open",
		"Victor Hale declined to refer us to Legal counsel? (2 March 2026)":            "edge-declined",
	}, got)
}

func TestAdvocacyOfNobody(t *testing.T) {
	g := advocacyOf(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Nobody"}}, Advocacy{}, nil)
	assert.Equal(t, "Advocacy  ·  nobody has been asked yet", g.Subtitle)
	assert.Empty(t, g.Nodes)
	assert.NoError(t, Draw(t.Context(), io.Discard, mustNew(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Nobody"}}), Advocacy{}, SVG, nil))
}

func TestAdvocacyIsPlaced(t *testing.T) {
	for _, shape := range []accountmaptest.Shape{accountmaptest.Typical(60), accountmaptest.LongNames(), accountmaptest.Greek()} {
		for seed := range uint64(3) {
			d, err := Layout(t.Context(), mustNew(t, accountmaptest.Generate(seed, shape)), Advocacy{}, nil)
			require.NoError(t, err)
			checkCards(t, d)
			checkBoxes(t, d)
			checkLines(t, d)
			checkLabels(t, d)
		}
	}
}

func TestAdvocacyFocus(t *testing.T) {
	o := &Options{Focus: accountmap.Focus{Units: []accountmap.UnitID{"far"}}}
	people, boxes, _ := bright(advocacyOf(t, asking(), Advocacy{}, o))
	assert.Equal(t, []string{"Somebody in Παραγωγή"}, people)
	assert.Equal(t, []string{"Παραγωγή"}, boxes)
	err := Draw(t.Context(), io.Discard, mustNew(t, asking()), Advocacy{}, SVG, &Options{Focus: accountmap.Focus{Contacts: []accountmap.ContactID{"x"}}})
	assert.ErrorIs(t, err, accountmap.ErrUnknownReference)
}

func TestAdvocacyOfHostileText(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	for _, text := range accountmaptest.Hostile() {
		a := asking()
		accountmaptest.FillText(a, text)
		m, err := accountmap.New(a)
		if err != nil {
			continue // an error is also valid
		}
		drawnInEvery(t, m, Advocacy{}, text)
	}
}

func TestAdvocacySpeaksEveryLanguage(t *testing.T) {
	english := wordsOf(advocacyOf(t, asking(), Advocacy{}, nil))
	for _, lang := range terms.Languages()[1:] {
		words, _ := terms.Lookup(lang)
		other := wordsOf(advocacyOf(t, asking(), Advocacy{}, &Options{Terms: words}))
		require.Len(t, other, len(english))
		for i, word := range english {
			if strings.ContainsAny(word, "abcdefghijklmnopqrstuvwxyz") && word != "Neutral" && word != "Ana Rodríguez Ruiz" {
				assert.NotEqual(t, word, other[i], lang)
			}
		}
	}
}
