// Package report collects the problems of a file whose positions are worked out at the end.
package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// Max is how many problems are kept to be listed; more are counted.
const Max = 1000

// Report collects the problems of a folder of CSV files or of a workbook. Their places become
// positions at the end, in one sweep.
type Report struct {
	found []found
	// list counts the problems that are not in found.
	list problems.List
	// Broken says that the syntax of the file is, so that only a part of it was read.
	Broken bool
	// Opens says that the caller wants the Map, for which its further rules hold too; Opened is
	// that Map, if it is valid.
	Opens  bool
	Rules  []accountmap.Rule
	Opened *accountmap.Map
	// at has the paths of the problems found in reading.
	at map[string]bool
}

type found struct {
	accountmap.Problem
	at uint64
	// related is the place of the entry at the Related path of the problem, if it has one.
	related uint64
}

// Add reports an error.
func (r *Report) Add(at uint64, path string, code accountmap.Code, detail, hint string) {
	if path != "" && !r.Enough() {
		if r.at == nil {
			r.at = map[string]bool{}
		}
		r.at[path] = true
	}
	r.keep(at, accountmap.Problem{Level: accountmap.LevelError, Code: code, Path: path, Detail: detail, Hint: hint})
}

// Warn reports a warning.
func (r *Report) Warn(at uint64, path string, code accountmap.Code, detail, hint string) {
	r.keep(at, accountmap.Problem{Level: accountmap.LevelWarning, Code: code, Path: path, Detail: detail, Hint: hint})
}

// Placed reports a problem that knows its position.
func (r *Report) Placed(at uint64, p accountmap.Problem) {
	r.Broken = r.Broken || p.Code == accountmap.ErrSyntax
	r.keep(at, p)
}

func (r *Report) keep(at uint64, p accountmap.Problem) {
	if r.Enough() {
		r.Hide(p.Level)
		return
	}
	r.found = append(r.found, found{Problem: p, at: at})
}

// Syntax reports that the file is not what its format demands.
func (r *Report) Syntax(at uint64, detail, hint string) {
	r.Broken = true
	r.Add(at, "", accountmap.ErrSyntax, detail, hint)
}

// Enough reports whether further problems are only counted.
func (r *Report) Enough() bool { return len(r.found) >= Max }

// Hide counts a problem that is not listed.
func (r *Report) Hide(l accountmap.Level) { r.list.Hide(l) }

// covers reports whether a problem was reported at the path, or above it.
func (r *Report) covers(path string) bool {
	for len(r.at) > 0 {
		if r.at[path] {
			return true
		}
		i := strings.LastIndexAny(path, ".[")
		if i < 0 {
			return false
		}
		path = path[:i]
	}
	return false
}

// Apply reports what the rules of the domain find, but for what follows from another problem. Hint
// may know a better hint, and place says where the value at a path stands.
func (r *Report) Apply(a *accountmap.Account, follows func(code accountmap.Code, path string) bool,
	hint func(code accountmap.Code, path, hint string) string, place func(path string) uint64) {
	counts := map[accountmap.Code]int{}
	r.Check(a, func(p accountmap.Problem) {
		if r.covers(p.Path) || follows(p.Code, p.Path) {
			return
		}
		p.Hint = hint(p.Code, p.Path, p.Hint)
		if counts[p.Code]++; counts[p.Code] > Max {
			r.Hide(p.Level)
			return
		}
		f := found{Problem: p, at: place(p.Path)}
		if p.Related != "" {
			f.related = place(p.Related + ".id") // of an entry without an id, the entry itself
		}
		r.found = append(r.found, f)
	})
}

// Check applies the rules of the domain, and calls add for each problem that they find. When the
// caller wants the Map, its further rules are applied too.
func (r *Report) Check(a *accountmap.Account, add func(accountmap.Problem)) {
	if r.Opens {
		r.Opened = accountmap.Check(a, add, r.Rules...)
		return
	}
	for _, rule := range accountmap.Rules() {
		rule.Apply(a, add)
	}
}

// Problems returns the problems in the order of their positions. Position turns a place into one;
// it is called with places that never decrease.
func (r *Report) Problems(position func(at uint64) accountmap.Pos) accountmap.Problems {
	type lookup struct {
		at  uint64
		set func(accountmap.Pos)
	}
	var all []lookup
	for i := range r.found {
		f := &r.found[i]
		if f.Pos.IsZero() {
			all = append(all, lookup{f.at, func(p accountmap.Pos) { f.Pos = p }})
		}
		if f.Related != "" {
			all = append(all, lookup{f.related, func(p accountmap.Pos) { f.Detail = PlaceRelated(f.Problem, p) }})
		}
	}
	slices.SortStableFunc(all, func(a, b lookup) int { return cmp.Compare(a.at, b.at) })
	for _, l := range all {
		l.set(position(l.at))
	}
	slices.SortStableFunc(r.found, func(a, b found) int { return cmp.Compare(a.at, b.at) })
	for _, f := range r.found {
		r.list.AddLine(f.Problem)
	}
	return r.list.All()
}

// PlaceRelated returns the detail of a problem with the position of the related entry: its line
// after its path, or its cell in place of the path, as a workbook shows no paths.
func PlaceRelated(p accountmap.Problem, at accountmap.Pos) string {
	i := strings.LastIndex(p.Detail, p.Related)
	if i < 0 || at.Line == 0 {
		return p.Detail
	}
	where := p.Related + ", line " + strconv.Itoa(at.Line)
	if at.Sheet != "" {
		at.File = ""
		where = at.String()
	}
	return p.Detail[:i] + where + p.Detail[i+len(p.Related):]
}
