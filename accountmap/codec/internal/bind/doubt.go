package bind

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
)

// The codes of warnings about valid YAML that is probably a mistake. Package codec documents them.
const (
	ErrHiddenText  accountmap.Code = "hidden-text"
	ErrCurlyQuotes accountmap.Code = "curly-quotes"
)

const (
	commentHint = `"#" begins a comment: put the whole text in quotes`
	quotesHint  = `use straight quotes, or none`
)

// doubt is a warning about a value, unless it explains an error caused by the value.
type doubt struct {
	problem accountmap.Problem
	// hintOfError is the hint for such an error.
	hintOfError string
	explained   bool
}

// hidden records that a comment hides the current value, or a part of it.
func (b *binder) hidden(n tree.Node) {
	b.doubt(n, ErrHiddenText, `what follows "#" on this line is a comment and is not read`,
		`put the whole text in quotes, or write a space after "#" if it is a comment`, commentHint)
}

// curly records that the current value is between curly quotes.
func (b *binder) curly(n tree.Node) {
	b.doubt(n, ErrCurlyQuotes, "the curly quotes around "+tree.Cut(n.Text())+" are read as a part of the text", quotesHint, quotesHint)
}

func (b *binder) doubt(n tree.Node, code accountmap.Code, detail, hint, hintOfError string) {
	const maxDoubts = 1000
	if len(b.doubts) < maxDoubts {
		b.doubts = append(b.doubts, doubt{problem: accountmap.Problem{
			Level: accountmap.LevelWarning, Code: code, Path: b.at.String(), Pos: n.At().Pos(""), Detail: detail, Hint: hint,
		}, hintOfError: hintOfError})
	}
}

// isCurly reports an unquoted text between the quotes of a word processor.
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
