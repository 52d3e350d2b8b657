package render

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

func graphOf(t testing.TB, a *accountmap.Account, v View, opts *Options) *graph.Graph {
	t.Helper()
	m := mustNew(t, a)
	o := opts.defaults(m)
	g, err := v.Graph(m, &o)
	require.NoError(t, err)
	require.NoError(t, checkGraph(g))
	return g
}

func goldenGraph(t *testing.T, name string, g *graph.Graph) {
	t.Helper()
	data, err := json.Marshal(g)
	require.NoError(t, err)
	var all any
	require.NoError(t, json.Unmarshal(data, &all))
	got, err := json.MarshalIndent(filled(all), "", "  ")
	require.NoError(t, err)
	accountmaptest.Golden(t, name, append(got, '\n'))
}

// filled returns a JSON value without its empty parts, or nil for an empty value.
func filled(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, part := range v {
			if v[key] = filled(part); v[key] == nil {
				delete(v, key)
			}
		}
		if len(v) == 0 {
			return nil
		}
	case []any:
		for i, part := range v {
			v[i] = filled(part)
		}
		if len(v) == 0 {
			return nil
		}
	case float64:
		if v == 0 {
			return nil
		}
	case string:
		if v == "" {
			return nil
		}
	case bool:
		if !v {
			return nil
		}
	}
	return v
}

// covered returns meridiano with amounts, a unit without known people, and products of two lines.
func covered() *accountmap.Account {
	a := meridiano()
	a.Currency = "EUR"
	a.Units = append(a.Units, accountmap.Unit{ID: "new", Name: "Παραγωγή", Parent: "gr", City: "Θεσσαλονίκη"})
	a.Products = []accountmap.Product{{ID: "core", Name: "Core", Line: "Platform"}, {ID: "fleet", Name: "Fleet", Line: "Field"}, {ID: "talk", Name: "Talk"}}
	a.Coverage[0].Value = accountmap.Money{Minor: 12_345_600, Currency: "EUR"}
	a.Coverage = append(a.Coverage,
		accountmap.Cell{Unit: "gr", Product: "core", Status: accountmap.CoverageProposed, Potential: accountmap.Money{Minor: 450_000, Currency: "EUR"}},
		accountmap.Cell{Unit: "new", Product: "core", Status: accountmap.CoverageSold, Value: accountmap.Money{Minor: 99_900, Currency: "USD"}})
	return a
}

func TestCoverageGraph(t *testing.T) {
	goldenGraph(t, "coverage.json", graphOf(t, covered(), Coverage{}, nil))
}

// TestCoverageIsTheMatrix compares every cell of the picture with the matrix.
func TestCoverageIsTheMatrix(t *testing.T) {
	for _, shape := range gridShapes() {
		a := accountmaptest.Generate(4, shape)
		m, g := mustNew(t, a), graphOf(t, a, Coverage{People: -1}, nil)
		var units []accountmap.Unit
		for u := range m.Matrix().Units() {
			units = append(units, u)
		}
		require.Len(t, g.Grid.Columns, len(units))
		words := map[[2]int]graph.Cell{}
		for _, c := range g.Grid.Cells {
			words[[2]int{c.Row, c.Column}] = c
		}
		row := 0
		for p := range m.Products() {
			assert.Equal(t, p.Name, g.Grid.Rows[row].Label)
			for column, u := range units {
				want := m.Matrix().At(u.ID, p.ID)
				cell, there := words[[2]int{row, column}]
				assert.Equal(t, want.Status != accountmap.CoverageUnassessed, there)
				if there {
					assert.Equal(t, terms.English().Status(want.Status), cell.Label)
					assert.Equal(t, []graph.Class{class.Status(want.Status)}, cell.Class)
				}
			}
			row++
		}
		assert.Len(t, g.Grid.Rows, row)
	}
}

func TestCoverageShowsAmountsAndPenetration(t *testing.T) {
	d := layGridView(t, covered(), Coverage{}, "en")
	cells, columns, rows := textsOf(t, d, "cell"), textsOf(t, d, "column"), textsOf(t, d, "row")
	assert.Equal(t, []string{"Sold", "123k"}, cells["Logística · Core"])
	assert.Equal(t, []string{"Proposed", "(4.5k)"}, cells["Προμήθειες · Core"], "a potential stands in brackets")
	assert.Equal(t, []string{"Sold", "999\u00a0USD"}, cells["Παραγωγή · Core"], "another currency says so")
	assert.Equal(t, []string{"Logística", "Zaragoza, Spain", "33% · 123k"}, columns["Grupo Meridiano › Logística"])
	assert.Equal(t, []string{"Core", "50% · 123k + 999\u00a0USD (4.5k)"}, rows["Core"])
	assert.Contains(t, d.picture.Input.Graph.Subtitle, "a year's value in EUR, potential in brackets")
	assert.Equal(t, []string{"Penetration", "18% · 123k + 999\u00a0USD (4.5k)"}, textsOf(t, d, "corner")["Penetration"])
}

func TestCoverageNamesThePeople(t *testing.T) {
	g := graphOf(t, covered(), Coverage{}, nil)
	row := len(g.Grid.Rows) - 1
	var lines [][]string
	for _, c := range g.Grid.Cells {
		if c.Row == row {
			var names []string
			for _, l := range c.Lines {
				names = append(names, l.Label)
			}
			lines = append(lines, names)
		}
	}
	assert.Equal(t, [][]string{{"Begoña Núñez"}, {"Jörg Müller", "Tom Whitfield", "Lia Soto"}, {"Γιάννης Δήμου", "Legal counsel?"}, {"nobody yet"}}, lines)
	assert.Equal(t, "1 more, unit not known", g.Grid.Rows[row].Detail)

	few := graphOf(t, covered(), Coverage{People: 1}, nil)
	for _, c := range few.Grid.Cells {
		if c.Row == row && c.Column == 1 {
			assert.Equal(t, "and 2 more", c.Lines[1].Label)
		}
	}
	assert.Len(t, graphOf(t, covered(), Coverage{People: -1}, nil).Grid.Rows, row)
}

func TestCoverageLegendHasUsedEntries(t *testing.T) {
	var labels []string
	for _, s := range graphOf(t, covered(), Coverage{}, nil).Legend {
		for _, e := range s.Entries {
			labels = append(labels, e.Label)
		}
	}
	assert.Equal(t, []string{"Sold", "Proposed", "Not relevant", "blank: not assessed yet", "Champion", "Supporter", "Neutral", "Blocker", "Unknown", "not yet known"}, labels)
}

func TestCoverageFocusFadesOtherUnits(t *testing.T) {
	focus := accountmap.Focus{Units: []accountmap.UnitID{"log"}}
	g := graphOf(t, covered(), Coverage{}, &Options{Focus: focus})
	for _, c := range g.Grid.Columns {
		if c.Label == "Logística" {
			assert.Empty(t, c.Class)
		} else {
			assert.Equal(t, []graph.Class{class.Faded}, c.Class)
		}
	}
	m := mustNew(t, covered())
	for name, view := range gridViews() {
		o := (&Options{Focus: focus}).defaults(m)
		seen, err := view.Graph(m, &o)
		require.NoError(t, err)
		assert.Contains(t, seen.Subtitle, "focus on", name)
		o.Focus.Units[0] = "nowhere"
		_, err = view.Graph(m, &o)
		assert.ErrorContains(t, err, "nowhere", name)
		o.Focus.Units[0] = "log"
	}
}

// TestCoverageSaysTheAccountOnce checks that a band with the name of the account, or of a column
// below it, is left out if it spans the table, and kept if another unit is outside.
func TestCoverageSaysTheAccountOnce(t *testing.T) {
	bands := func(account, group, own string, more ...accountmap.Unit) (labels []string) {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: account}, Products: []accountmap.Product{{ID: "p", Name: "P"}},
			Units: append([]accountmap.Unit{{ID: "g", Name: group}, {ID: "d", Name: "Division", Parent: "g"},
				{ID: "n", Name: "North", Parent: "d"}, {ID: "s", Name: "South", Parent: "d"}}, more...)}
		for _, id := range []accountmap.UnitID{"n", "s", accountmap.UnitID(own)} {
			if id != "" {
				a.Coverage = append(a.Coverage, accountmap.Cell{Unit: id, Product: "p", Status: accountmap.CoverageGap})
			}
		}
		g := graphOf(t, a, Coverage{}, nil)
		for i, b := range g.Grid.ColumnBands {
			assert.Less(t, b.Parent, i)
			labels = append(labels, b.Label)
		}
		for _, c := range g.Grid.Columns {
			if c.Label == "North" {
				assert.Equal(t, "Division", g.Grid.ColumnBands[c.Band].Label)
			}
		}
		return labels
	}
	assert.Equal(t, []string{"Division"}, bands("Group", "Group", ""))
	assert.Equal(t, []string{"Division"}, bands("Client", "Holding", "g"), "the holding has a column")
	assert.Equal(t, []string{"Group", "Division"}, bands("Group", "Group", "x", accountmap.Unit{ID: "x", Name: "Partner"}))
}
