package codec

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

// firstOf finds the entry that a problem says is there already, "the id "u1" is that of units[0] already", since whoever reads a file counts no
// entries. It returns nil for another problem.
func firstOf(code accountmap.Code, detail string, place func(path string) uint64) *first {
	said, repeats := strings.CutSuffix(detail, " already")
	if code != accountmap.ErrDuplicateID && code != accountmap.ErrDuplicateCoverage || !repeats {
		return nil
	}
	path := said[strings.LastIndexByte(said, ' ')+1:]
	return &first{path, place(path + ".id")} // of an entry without an id, the entry itself
}

// positions turns the places of problems, and of what they repeat, into positions. They are asked for in rising order.
func (r *report) positions(position func(at uint64) accountmap.Pos) {
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
			all = append(all, asked{f.first.at, func(p accountmap.Pos) { f.Detail = f.first.placed(f.Detail, p) }})
		}
	}
	slices.SortStableFunc(all, func(a, b asked) int { return cmp.Compare(a.at, b.at) })
	for _, a := range all {
		a.set(position(a.at))
	}
}

// placed says in a detail where the first entry stands: its line beside its path, or its cell alone, as a workbook shows no paths.
func (f *first) placed(detail string, p accountmap.Pos) string {
	where := ""
	switch {
	case p.Line == 0:
		return detail
	case p.Sheet == "":
		where = "line " + strconv.Itoa(p.Line)
	default:
		p.File = ""
		return strings.TrimSuffix(detail, f.path+" already") + p.String() + " already"
	}
	return strings.TrimSuffix(detail, f.path+" already") + f.path + ", " + where + ", already"
}
