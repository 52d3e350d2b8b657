package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// first is the entry that another repeats.
type first struct {
	path string
	at   uint64
}

// FirstOf finds the entry that a problem says is there already, "the id "u1" is that of units[0]
// already", since whoever reads a file counts no entries. It returns "" for another problem.
func FirstOf(code accountmap.Code, detail string) (path string) {
	said, repeats := strings.CutSuffix(detail, " already")
	if code != accountmap.ErrDuplicateID && code != accountmap.ErrDuplicateCoverage || !repeats {
		return ""
	}
	return said[strings.LastIndexByte(said, ' ')+1:]
}

// positions turns the places of problems, and of what they repeat, into positions. They are asked
// for in rising order.
func (r *Report) positions(position func(at uint64) accountmap.Pos) {
	type asked struct {
		at  uint64
		set func(accountmap.Pos)
	}
	var all []asked
	for i := range r.found {
		f := &r.found[i]
		if f.Pos == (accountmap.Pos{}) {
			all = append(all, asked{f.at, func(p accountmap.Pos) { f.Pos = p }})
		}
		if f.first != nil {
			all = append(all, asked{f.first.at, func(p accountmap.Pos) { f.Detail = PlaceFirst(f.Detail, f.first.path, p) }})
		}
	}
	slices.SortStableFunc(all, func(a, b asked) int { return cmp.Compare(a.at, b.at) })
	for _, a := range all {
		a.set(position(a.at))
	}
}

// PlaceFirst adds to a detail where the first entry is: its line beside its path, or its cell
// alone, as a workbook shows no paths.
func PlaceFirst(detail, first string, p accountmap.Pos) string {
	where := ""
	switch {
	case p.Line == 0:
		return detail
	case p.Sheet == "":
		where = "line " + strconv.Itoa(p.Line)
	default:
		p.File = ""
		return strings.TrimSuffix(detail, first+" already") + p.String() + " already"
	}
	return strings.TrimSuffix(detail, first+" already") + first + ", " + where + ", already"
}
