package rows

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// placed is the position of a listed problem, which is worked out when all problems are known.
type placed struct {
	at  uint64
	pos *accountmap.Pos
}

// Add reports an error.
func (g *Gatherer) Add(at uint64, code accountmap.Code, detail, hint string) {
	g.Found(at, accountmap.Problem{Level: accountmap.LevelError, Code: code, Detail: detail, Hint: hint})
}

// Warn reports a warning.
func (g *Gatherer) Warn(at uint64, code accountmap.Code, detail, hint string) {
	g.Found(at, accountmap.Problem{Level: accountmap.LevelWarning, Code: code, Detail: detail, Hint: hint})
}

// Syntax reports a syntax error.
func (g *Gatherer) Syntax(at uint64, detail, hint string) {
	g.Broken = true
	g.Add(at, accountmap.ErrSyntax, detail, hint)
}

// Found reports a problem. The rules are not applied to a value at its path, nor below.
func (g *Gatherer) Found(at uint64, p accountmap.Problem) {
	if p.Path != "" {
		g.reported[p.Path] = true
	}
	listed := g.list.AddLine(p)
	if listed == nil {
		return
	}
	if p.Pos.IsZero() {
		g.placed = append(g.placed, placed{at, &listed.Pos})
	}
}

// Full reports whether further errors are only counted.
func (g *Gatherer) Full() bool { return g.list.Full() || len(g.faults) >= problems.Max }

// Hide counts an error that is not listed.
func (g *Gatherer) Hide() { g.list.Hide(accountmap.LevelError) }

// Problems returns the problems in the order of their positions. Position converts places, in
// ascending order.
func (g *Gatherer) Problems(position func(at uint64) accountmap.Pos) accountmap.Problems {
	slices.SortStableFunc(g.placed, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	for _, p := range g.placed {
		*p.pos = position(p.at)
	}
	return g.list.All()
}

// validate applies the rules of the domain and reports their violations, but for the consequences
// of a problem in reading.
func (g *Gatherer) validate(a *accountmap.Account) {
	lost := map[string]bool{}
	for t := range g.Lost {
		lost[t.Name] = true
	}
	g.check(a, func(p accountmap.Problem) {
		isReference := p.Code == accountmap.ErrUnknownReference
		if g.covers(p.Path) || isReference && lost[bind.ListOf(p.Path)] {
			return
		}
		t, row, column := g.Draft.Find(p.Path)
		if isReference && g.isWorkbook() && column >= 0 {
			p.Hint = g.nearReference(p.Path, t, row, column)
		}
		listed := g.list.AddLine(p)
		if listed == nil {
			return
		}
		g.placed = append(g.placed, placed{g.At(t, row, column), &listed.Pos})
		if p.Related != "" {
			t, row, column := g.Draft.Find(p.Related + ".id") // the entry itself, where it has no id
			g.placed = append(g.placed, placed{g.At(t, row, column), &listed.RelatedPos})
		}
	})
}

// covers reports whether a problem was reported at the path, or above it.
func (g *Gatherer) covers(path string) bool {
	for len(g.reported) > 0 {
		if g.reported[path] {
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
