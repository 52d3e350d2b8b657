package render

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

var toClient = accountmap.Scope{Audience: accountmap.AudienceClient}

// clientAccount returns meridiano with internal facts on every card, and a milestone for the
// roadmap.
func clientAccount() *accountmap.Account {
	a := meridiano()
	a.Milestones = []accountmap.Milestone{{ID: "m1", Title: "Kick-off", Phase: accountmap.PhaseOnboarding,
		Status: accountmap.MilestoneDone, Due: accountmap.Date{Year: 2026, Month: 10, Day: 1}}}
	a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "gr", Product: "core", Status: accountmap.CoverageCompetitor})
	return a
}

// TestClientSeesNoInternalWords draws every view for clients in every language. No text of the
// picture, including tooltips and alternative text, may contain a word of internal content. The
// internal pictures contain these words.
func TestClientSeesNoInternalWords(t *testing.T) {
	norace.Only(t)
	ours := mustNew(t, clientAccount())
	before := mustNew(t, earlier())
	views := map[string]View{"stakeholders": Stakeholders{Labels: true}, "coverage": Coverage{}, "roadmap": Roadmap{}, "changes": Changes{Before: before}}
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		for name, view := range views {
			t.Run(language+" "+name, func(t *testing.T) {
				read := func(m *accountmap.Map, f Format) string {
					var out bytes.Buffer
					require.NoError(t, Draw(t.Context(), &out, m, view, f, &Options{Terms: words}))
					return out.String()
				}
				formats := []Format{SVG}
				if name == "stakeholders" || name == "changes" { // the others are tables
					formats = append(formats, DOT)
				}
				for _, f := range formats {
					theirs := read(ours.Select(toClient), f)
					assert.Empty(t, accountmaptest.Said(theirs, accountmaptest.OursAlone(words)), f)
					assert.NotRegexp(t, regexp.MustCompile(`stance-|contact-|nobody|status-(?:[^s])`), theirs, "%s has no class of ours", f)
					if name != "roadmap" {
						assert.NotEmpty(t, accountmaptest.Said(read(ours, f), accountmaptest.OursAlone(words)), f)
						assert.Contains(t, theirs, "Jörg Müller")
					}
				}
			})
		}
	}
}

func TestClientsMapHasNoEmptyFrames(t *testing.T) {
	g := clientGraph(t, mustNew(t, clientAccount()).Select(toClient), Stakeholders{})
	for _, box := range g.Groups {
		assert.Nil(t, box.Share, box.Label)
	}
	for _, n := range g.Nodes {
		assert.Nil(t, n.Level, n.Label)
		assert.Nil(t, n.Badge, n.Label)
		assert.Equal(t, []graph.Class{class.Plain}, n.Class)
	}
	require.Len(t, g.Legend, 1, "lines alone are explained")
	assert.Equal(t, graph.LegendLine, g.Legend[0].Entries[0].Kind)
	assert.Equal(t, "Stakeholders as of 1 November 2026  ·  6 people in 3 units", g.Subtitle)

	g = clientGraph(t, mustNew(t, clientAccount()).Select(toClient), Coverage{})
	for _, track := range append(append(g.Grid.Rows, g.Grid.Columns...), g.Grid.Corner) {
		assert.Nil(t, track.Share, track.Label)
	}
	require.Len(t, g.Legend, 1)
	assert.Len(t, g.Legend[0].Entries, 1, "only what is sold")
}

// TestClientSeesOwnChanges compares with an internal earlier state, whose internal content must not
// appear.
func TestClientSeesOwnChanges(t *testing.T) {
	m, before := mustNew(t, meridiano()).Select(toClient), mustNew(t, earlier())
	g := clientGraph(t, m, Changes{Before: before})
	assert.Equal(t, clientGraph(t, m, Changes{Before: before.Select(toClient)}), g)
	assert.NotEqual(t, clientGraph(t, mustNew(t, meridiano()), Changes{Before: before}), g)
	for _, e := range g.Edges {
		assert.NotContains(t, e.Class, class.Relationship(accountmap.RelationshipConflict))
	}
}

func TestInternalViewsNameTheOthers(t *testing.T) {
	m := mustNew(t, meridiano()).Select(toClient)
	for _, view := range []View{Influence{}, TeamCover{}, Advocacy{}} {
		var out bytes.Buffer
		err := Draw(t.Context(), &out, m, view, SVG, nil)
		assert.ErrorContains(t, err, `is for our own people, but the map is for the audience "client": draw stakeholders, coverage, roadmap or changes`)
		assert.Zero(t, out.Len())
	}
}

func clientGraph(t *testing.T, m *accountmap.Map, v View) *graph.Graph {
	t.Helper()
	o := (&Options{}).defaults(m)
	g, err := v.Graph(m, &o)
	require.NoError(t, err)
	return g
}
