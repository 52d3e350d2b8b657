package accountview

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// maxBands is the limit of levels above the row of units. A deeper unit is under its nearest
// visible ancestor.
const maxBands = 4

// A Band is a unit above the columns of the units in it, or a blank cell above columns without a
// unit on that level.
type Band struct {
	// Unit is empty for a blank band.
	Unit accountmap.UnitID
	// Below reports whether levels between this band and the one above are omitted.
	Below   bool
	Columns int
}

// bands returns the rows of bands above the columns of units, the highest units first. A unit with
// a column of its own and units below it is in its own band.
func (a *View) bands(units []accountmap.Unit) [][]Band {
	paths := a.bandPaths()
	levels := 0
	for _, u := range units {
		levels = max(levels, len(paths[u.ID].units))
	}
	rows := make([][]Band, levels)
	for level := range rows {
		rows[level] = bandRow(units, paths, level)
	}
	return rows
}

type bandPath struct {
	units []accountmap.UnitID
	below bool
}

func (a *View) bandPaths() map[accountmap.UnitID]bandPath {
	paths := map[accountmap.UnitID]bandPath{}
	for u := range a.Map.Units() {
		path := paths[u.Parent] // none for a unit at the top
		if len(slices.Collect(a.Map.SubUnits(u.ID))) > 0 {
			kept := path.units
			if len(kept) == maxBands {
				kept, path.below = kept[:maxBands-1], true
			}
			path.units = append(append(make([]accountmap.UnitID, 0, len(kept)+1), kept...), u.ID)
		}
		paths[u.ID] = path
	}
	return paths
}

func bandRow(units []accountmap.Unit, paths map[accountmap.UnitID]bandPath, level int) []Band {
	var row []Band
	var last accountmap.UnitID // the band above, where a blank cell ends, too
	for _, u := range units {
		path := paths[u.ID]
		next := Band{Columns: 1}
		if level < len(path.units) {
			next.Unit, next.Below = path.units[level], path.below && level == maxBands-1
		}
		var above accountmap.UnitID
		if level > 0 && level <= len(path.units) {
			above = path.units[level-1]
		}
		if n := len(row); n > 0 && row[n-1].Unit == next.Unit && last == above {
			row[n-1].Columns++
			continue
		}
		row, last = append(row, next), above
	}
	return row
}
