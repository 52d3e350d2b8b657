package bind

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Binding maps an account to the file that it was read from.
type Binding struct {
	*binder
	root tree.Node
	// lists caches the entries of lists.
	lists map[tree.Node][]tree.Node
}

// Pos returns the position of the value at a path. The fallback is the nearest enclosing list or
// object in the file.
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

// Follows reports whether a violation of a rule is a consequence of a problem found while reading.
func (b *Binding) Follows(code accountmap.Code, path string) bool {
	if code == accountmap.ErrUnknownReference && b.unread[ListOf(path)] {
		return true
	}
	i := strings.LastIndexByte(path, '.')
	if isMissing(code) && i > 0 && b.partial[path[:i]] {
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

// Hint returns a better hint for a violation that is caused by a doubtful value.
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

// ListOf returns the list that the reference at a path refers to, or "" for other paths.
func ListOf(path string) string {
	if t := description().At(schema.ParsePath(path)); t != nil && t.Refers != nil {
		return t.Refers.Key
	}
	return ""
}

func isMissing(code accountmap.Code) bool {
	switch code {
	case accountmap.ErrMissingID, accountmap.ErrMissingName, accountmap.ErrMissingValue, accountmap.ErrMissingReason:
		return true
	}
	return false
}

// The codes of warnings about valid YAML that is probably a mistake. Package codec documents them.
const (
	ErrHiddenText  accountmap.Code = "hidden-text"
	ErrCurlyQuotes accountmap.Code = "curly-quotes"
)

func commentHint() string { return message.Of("\"#\" begins a comment: put the whole text in quotes") }

func quotesHint() string { return message.Of("use straight quotes, or none") }

// doubt is a warning about a value, unless it explains an error caused by the value.
type doubt struct {
	problem accountmap.Problem
	// hintOfError is the hint for such an error.
	hintOfError string
	explained   bool
}

// hidden records that a comment hides the current value, or a part of it.
func (b *binder) hidden(n tree.Node) {
	b.doubt(n, ErrHiddenText, message.Of(`what follows "#" on this line is a comment and is not read`),
		message.Of(`put the whole text in quotes, or write a space after "#" if it is a comment`), commentHint())
}

func (b *binder) curly(n tree.Node) {
	b.doubt(n, ErrCurlyQuotes, message.Of("the curly quotes around %s are read as a part of the text", quote.Cut(n.Text())), quotesHint(), quotesHint())
}

func (b *binder) doubt(n tree.Node, code accountmap.Code, detail, hint, hintOfError string) {
	const maxDoubts = 1000
	if len(b.doubts) == maxDoubts {
		b.list.Hide(accountmap.LevelWarning)
		return
	}
	b.doubts = append(b.doubts, doubt{problem: accountmap.Problem{
		Level: accountmap.LevelWarning, Code: code, Path: b.at.String(), Pos: n.At().Pos(""), Detail: detail, Hint: hint,
	}, hintOfError: hintOfError})
}

// isCurly reports an unquoted text in the curly quotes of a word processor.
func isCurly(n tree.Node) bool {
	text := n.Text()
	opens, closes := strings.HasPrefix(text, "“") || strings.HasPrefix(text, "„"), strings.HasSuffix(text, "”") || strings.HasSuffix(text, "“")
	return n.Kind() == tree.Plain && opens && closes
}

// Warn adds a warning for each doubt that does not explain an error.
func (b *Binding) Warn() {
	for _, d := range b.doubts {
		if !d.explained {
			b.list.AddLine(d.problem)
		}
	}
}
