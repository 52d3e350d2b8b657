package render

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

func sample(t testing.TB) *accountmap.Map {
	t.Helper()
	a, problems := codec.ReadFile("../examples/handoff/sample.yaml")
	require.NoError(t, problems.Err())
	return mustNew(t, a)
}

// crossing is a typical account with ties between people of different units.
func crossing(people, ties int) *accountmap.Account {
	shape := accountmaptest.Typical(people)
	shape.Relationships = 40 * ties
	a := accountmaptest.Generate(1, shape)
	unit := map[accountmap.ContactID]accountmap.UnitID{}
	for _, c := range a.Contacts {
		unit[c.ID] = c.Unit
	}
	var kept []accountmap.Relationship
	for _, r := range a.Relationships {
		if len(kept) < ties && unit[r.From] != unit[r.To] {
			kept = append(kept, r)
		}
	}
	a.Relationships = kept
	return a
}

func TestLinesOfMapsAreReadable(t *testing.T) {
	check := func(name string, m *accountmap.Map, crossings int) {
		t.Run(name, func(t *testing.T) {
			d, err := Layout(t.Context(), m, Stakeholders{}, nil)
			require.NoError(t, err)
			f := faultsOf(t, d)
			w, h := d.Size()
			t.Logf("%s: %v; %.0f x %.0f", name, f, w, h)
			if testing.Verbose() {
				for _, list := range [][]string{f.crossings, f.closeRuns, f.nearText, f.nearCard, f.heads, f.cutNames, f.brokenName} {
					for _, fault := range list[:min(len(list), 12)] {
						t.Log("  ", fault)
					}
				}
			}
		})
	}
	check("sample", sample(t), 3)
	for _, people := range []int{25, 60, 120, 300} {
		for _, ties := range []int{12, 30, 60} {
			check(fmt.Sprintf("%d people, %d ties", people, ties), mustNew(t, crossing(people, ties)), -1)
		}
	}
}
