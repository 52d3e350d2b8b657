package document

import (
	"net/url"
	"strings"
	"unicode"
)

// A Text is a run of words, printed one after another with no space added
// except around chips. A nil Text is empty.
type Text []Inline

// An Inline is a piece of a [Text]: a [Plain], [Strong], [Muted], [Link] or
// [Chip]. Pieces are isolated from each other where scripts of both directions
// meet, so that a Hebrew name does not reorder the words beside it. Printing a
// nil Inline is an error.
type Inline interface {
	inline()
}

// A Plain is ordinary text.
type Plain string

// A Strong is text that matters more than its neighbours.
type Strong string

// A Muted is text that matters less than its neighbours.
type Muted string

// A Link is text that leads to URL. Only http, https and mailto addresses, and
// "#" with the ID of a [Section], become links; with any other URL the text is
// printed as if it were [Plain]. An empty Text means the URL without a leading
// "mailto:".
type Link struct {
	Text string
	URL  string
}

// A Chip is a short label on a coloured ground. Tone is the name of a [Tone];
// "" is grey.
type Chip struct {
	Text string
	Tone string
}

func (Plain) inline()  {}
func (Strong) inline() {}
func (Muted) inline()  {}
func (Link) inline()   {}
func (Chip) inline()   {}

// Lines returns one Plain text for each string, in order: the items of a list
// or the lines of a cell.
func Lines(s ...string) []Text {
	lines := make([]Text, len(s))
	for i, line := range s {
		lines[i] = Text{Plain(line)}
	}
	return lines
}

// plain returns the words of a piece without what they look like.
func plain(x Inline) string {
	switch x := x.(type) {
	case Plain:
		return string(x)
	case Strong:
		return string(x)
	case Muted:
		return string(x)
	case Link:
		return x.text()
	case Chip:
		return x.Text
	}
	return ""
}

// text returns what a reader of the link sees.
func (l Link) text() string {
	if l.Text == "" {
		return strings.TrimPrefix(l.URL, "mailto:")
	}
	return l.Text
}

// safeURL reports whether a page may lead to address. Everything that is not
// plainly a web address, a mail address or a place on the page is refused,
// since what is left can run code in the reader's browser or open local files.
func safeURL(address string) bool {
	u, err := url.Parse(address)
	if err != nil || clean(address) != address {
		return false
	}
	switch u.Scheme { // url.Parse makes it lower-case
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	case "":
		return len(address) > 1 && address[0] == '#'
	}
	return false
}

// clean returns s with line breaks written as "\n" and with U+FFFD in place
// of invalid UTF-8, of control characters other than tab and line break, and
// of code points that are not characters. No format can carry those.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r == '\r':
			return '\n'
		case unicode.IsControl(r), r&0xFFFE == 0xFFFE, 0xFDD0 <= r && r <= 0xFDEF:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
