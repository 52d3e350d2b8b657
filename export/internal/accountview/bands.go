package accountview

import "github.com/accountatlas/accountatlas/accountmap"

// maxBands is how many levels of units stand above the row of units. Below so many, a unit stands under the nearest unit above it.
const maxBands = 4

// A band is a unit over the columns of the units in it, or a blank place where there is none on that level.
type Band struct {
	// unit is empty for a blank place.
	Unit accountmap.UnitID
	// below tells that levels between this one and the one above it are left out.
	Below   bool
	Columns int
}

// bands returns the rows of bands above the columns of units, the highest units first. A unit that has a column of its own and units below
// it stands in its own band.
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

// A bandPath lists the bands that a unit stands in, from the top.
type bandPath struct {
	units []accountmap.UnitID
	below bool
}

func (a *View) bandPaths() map[accountmap.UnitID]bandPath {
	paths := map[accountmap.UnitID]bandPath{}
	for u := range a.Units() {
		path := paths[u.Parent] // none for a unit at the top
		if a.holds(u.ID) {
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

// holds reports whether there are units below the unit.
func (a *View) holds(id accountmap.UnitID) bool {
	for range a.SubUnits(id) {
		return true
	}
	return false
}

func bandRow(units []accountmap.Unit, paths map[accountmap.UnitID]bandPath, level int) []Band {
	var row []Band
	var last accountmap.UnitID // the band above, so that a blank place ends where that one does
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
