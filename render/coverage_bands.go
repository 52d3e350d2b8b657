package render

import "github.com/accountatlas/accountatlas/render/graph"

// dropCommonBand removes the topmost band if it spans the table and has the name of the account or
// of a column below it: it would say the same twice.
func (b *coverage) dropCommonBand() {
	columns, bands := b.g.Grid.Columns, b.g.Grid.ColumnBands
	top := func(band int) int {
		for band != graph.None && bands[band].Parent != graph.None {
			band = bands[band].Parent
		}
		return band
	}
	if len(columns) == 0 || top(columns[0].Band) != 0 {
		return
	}
	said := bands[0].Label == b.m.Profile().Name
	for _, c := range columns {
		if top(c.Band) != 0 {
			return
		}
		said = said || c.Band == 0 && c.Label == bands[0].Label
	}
	if !said {
		return
	}
	for i := range columns {
		columns[i].Band-- // the bands below the first have the next indexes
	}
	for i := range bands[1:] {
		bands[i+1].Parent = max(graph.None, bands[i+1].Parent-1)
	}
	b.g.Grid.ColumnBands = bands[1:]
}
