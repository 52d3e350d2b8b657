package codec

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// ErrHiddenText is the code of a warning: a "#" in an unquoted YAML text begins a comment, so that the rest of the line is not read, as in
// "title: #1 in lab". Comments that begin with a space are not reported.
const ErrHiddenText accountmap.Code = "hidden-text"

// ErrCurlyQuotes is the code of a warning: a text in YAML is between the quotation marks of a word processor, which YAML takes for part of the
// text.
const ErrCurlyQuotes accountmap.Code = "curly-quotes"

const (
	commentHint = `"#" begins a comment: put the whole text in quotes`
	quotesHint  = `use straight quotes, or none`
)

// doubt is a value that can be read, but is hardly what was meant. It becomes a warning, or the hint of an error that it leads to.
type doubt struct {
	path         string
	at           uint64
	code         accountmap.Code
	detail, hint string
	// hintOfError is the hint where an error says what is wrong.
	hintOfError string
	explained   bool
}

// hidden remembers that a comment hides the value at hand, or a part of it.
func (b *binder) hidden(n *node) {
	b.doubt(doubt{
		at: n.at, code: ErrHiddenText, detail: `what follows "#" on this line is a comment and is not read`,
		hint: `put the whole text in quotes, or write a space after "#" if it is a comment`, hintOfError: commentHint,
	})
}

// curly remembers that the value at hand stands between curly quotes.
func (b *binder) curly(n *node) {
	b.doubt(doubt{
		at: n.at, code: ErrCurlyQuotes, detail: "the curly quotes around " + cut(n.text) + " are read as a part of the text",
		hint: quotesHint, hintOfError: quotesHint,
	})
}

func (b *binder) doubt(d doubt) {
	if len(b.doubts) < maxProblems {
		d.path = b.at.String()
		b.doubts = append(b.doubts, d)
	}
}

// isCurly reports a bare text between the quotes of a word processor.
func isCurly(n *node) bool {
	first, last := strings.HasPrefix(n.text, "“") || strings.HasPrefix(n.text, "„"), strings.HasSuffix(n.text, "”") || strings.HasSuffix(n.text, "“")
	return n.kind == plain && first && last
}

// explain returns the hint of a doubt about the value at the path, which is then the cause of an error there.
func (b *binder) explain(path string) (hint string, ok bool) {
	for i := range b.doubts {
		if d := &b.doubts[i]; d.path == path {
			d.explained = true
			return d.hintOfError, true
		}
	}
	return "", false
}

// warnOfDoubts reports the doubts that no error speaks of.
func (b *binder) warnOfDoubts() {
	for _, d := range b.doubts {
		if !d.explained {
			b.report.warn(d.at, d.path, d.code, d.detail, d.hint)
		}
	}
}
