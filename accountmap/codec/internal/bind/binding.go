package bind

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Binding relates an account to the file from which it was read.
type Binding struct {
	*binder
	root tree.Node
	// lists caches the entries of lists.
	lists map[tree.Node][]tree.Node
}

// Pos returns the position of the value at a path or, when the file lacks it, of the nearest list
// or object around it.
func (b *Binding) Pos(path string) accountmap.Pos {
	n := b.root
	for _, step := range schema.ParsePath(path) {
		next, ok := n.Field(step.Key)
		if step.Key == "" && n.Kind() == tree.List {
			entries, known := b.lists[n]
			if !known {
				entries = slices.Collect(n.Entries())
				b.lists[n] = entries
			}
			if ok = step.Index < len(entries); ok {
				next = entries[step.Index]
			}
		}
		if !ok {
			break
		}
		n = next
	}
	return n.At().Pos("")
}

// Follows reports whether a violation of a rule is a consequence of a problem found in reading.
func (b *Binding) Follows(code accountmap.Code, path string) bool {
	if code == accountmap.ErrUnknownReference && b.lost[ListOf(path)] {
		return true
	}
	i := strings.LastIndexByte(path, '.')
	if isMissing(code) && i > 0 && b.cut[path[:i]] {
		return true
	}
	for len(b.reported) > 0 && path != "" {
		if b.reported[path] {
			return true
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return false
}

// Hint returns a better hint for a violation of a rule that is caused by a doubt about the value.
func (b *Binding) Hint(code accountmap.Code, path, hint string) string {
	if isMissing(code) || code == accountmap.ErrUnknownReference {
		for i := range b.doubts {
			if d := &b.doubts[i]; d.problem.Path == path {
				d.explained = true
				return d.hintOfError
			}
		}
	}
	return hint
}

// ListOf returns the list that the reference at a path refers to, and "" for other paths.
func ListOf(path string) string {
	if t := description().At(schema.ParsePath(path)); t != nil && t.Refers != nil {
		return t.Refers.Key
	}
	return ""
}

// isMissing reports a code for a missing key of an entry.
func isMissing(code accountmap.Code) bool {
	switch code {
	case accountmap.ErrMissingID, accountmap.ErrMissingName, accountmap.ErrMissingValue, accountmap.ErrMissingReason:
		return true
	}
	return false
}
