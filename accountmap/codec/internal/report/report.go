// Package report gathers the problems of a file whose positions are only worked out at the end, in one sweep.
package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Max is how many problems are listed; more are counted.
const Max = 1000

// Report gathers problems with the nodes that they are about; their places in the file are worked
// out at the end, in one sweep.
type Report struct {
	found []found
	// hidden counts the problems beyond [Max].
	hidden       int
	hiddenErrors bool
	// broken says that the syntax of the file is, so that only a part of it was read.
	Broken bool
	// opens says that the caller wants the Map, for which its further rules hold too; opened is
	// that Map, if it is valid.
	Opens  bool
	Rules  []accountmap.Rule
	Opened *accountmap.Map
	// at is where the paths of problems found while reading stand.
	at map[string]bool
}

type found struct {
	accountmap.Problem
	at uint64
	// first is the entry that the problem is a repetition of, or nil.
	first *first
}

// Add reports an error.
func (r *Report) Add(at uint64, path string, code accountmap.Code, detail, hint string) {
	if r.Enough() {
		r.Hide(accountmap.LevelError)
		return
	}
	if path != "" {
		if r.at == nil {
			r.at = map[string]bool{}
		}
		r.at[path] = true
	}
	r.found = append(r.found, found{accountmap.Problem{
		Level: accountmap.LevelError, Code: code, Path: path, Detail: detail, Hint: hint,
	}, at, nil})
}

// Warn reports what is no error.
func (r *Report) Warn(at uint64, path string, code accountmap.Code, detail, hint string) {
	if r.Enough() {
		r.Hide(accountmap.LevelWarning)
		return
	}
	r.found = append(r.found, found{accountmap.Problem{
		Level: accountmap.LevelWarning, Code: code, Path: path, Detail: detail, Hint: hint,
	}, at, nil})
}

// Placed reports a problem that knows its position.
func (r *Report) Placed(at uint64, p accountmap.Problem) {
	r.Broken = r.Broken || p.Code == accountmap.ErrSyntax
	if r.Enough() {
		r.Hide(p.Level)
		return
	}
	r.found = append(r.found, found{p, at, nil})
}

// Syntax reports that the file is not what its format demands.
func (r *Report) Syntax(at uint64, detail, hint string) {
	r.Broken = true
	r.Add(at, "", accountmap.ErrSyntax, detail, hint)
}

// Enough reports whether further problems are only counted.
func (r *Report) Enough() bool { return len(r.found) >= Max }

func (r *Report) Hide(s accountmap.Level) {
	r.hidden++
	r.hiddenErrors = r.hiddenErrors || s == accountmap.LevelError
}

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
		if path := FirstOf(p.Code, p.Detail); path != "" {
			f.first = &first{path, place(path + ".id")}
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

// Problems returns what was found in the order of places, each of which becomes a position; they
// are asked for in rising order. What goes beyond [Max] is counted in a last problem.
func (r *Report) Problems(position func(at uint64) accountmap.Pos) accountmap.Problems {
	if len(r.found) == 0 {
		return nil
	}
	slices.SortStableFunc(r.found, func(a, b found) int { return cmp.Compare(a.at, b.at) })
	r.positions(position)
	all := make(accountmap.Problems, len(r.found))
	for i, f := range r.found {
		all[i] = f.Problem
	}
	all.Sort()
	for _, p := range all[min(len(all), Max):] {
		r.Hide(p.Level)
	}
	all = all[:min(len(all), Max)]
	if r.hidden > 0 {
		severity := accountmap.LevelWarning
		if r.hiddenErrors {
			severity = accountmap.LevelError
		}
		all = append(all, accountmap.Problem{
			Level: severity, Code: accountmap.ErrTooLarge, Pos: all[len(all)-1].Pos, // they are behind the last one listed
			Detail: fmt.Sprintf("%d more problems are not listed", r.hidden), Hint: "correct these and read the file again",
		})
	}
	return all
}
