// Package message makes sentences that can be translated later: a message keeps the English format
// and the arguments of a sentence, as the messages of gettext do. A catalogue maps the format to the
// format of another language.
package message

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// A message is a text between begin and end: the format and the arguments, which may contain
// further messages.
const (
	begin     = '\x0e'
	separator = '\x1f'
	end       = '\x0f'
)

// Catalogue returns the format of a language for an English format. It returns "" for an unknown
// format, which stays English.
type Catalogue func(format string) string

// Of returns a message. It may be an argument or a part of another one. The format is a literal,
// which a test looks for, with the verbs of package fmt in the order of the arguments.
func Of(format string, args ...any) string {
	var b strings.Builder
	b.WriteRune(begin)
	b.WriteString(format)
	for verb, arg := range pieces(format) {
		if 0 <= arg && arg < len(args) {
			fmt.Fprintf(&b, string(separator)+verb, args[arg])
		}
	}
	b.WriteRune(end)
	return b.String()
}

// Word returns the message of a word that is not a literal, such as the noun for an entry.
func Word(word string) string { return string(begin) + word + string(end) }

// English returns a text with its messages in English.
func English(text string) string { return In(nil, text) }

// In returns a text with its messages in the language of a catalogue. What is between them stays as
// it is.
func In(catalogue Catalogue, text string) string {
	if strings.IndexByte(text, begin) < 0 {
		return text
	}
	// open has the parts of the messages that have begun, and the text around them.
	open := [][]string{{""}}
	for {
		i := strings.IndexAny(text, string([]rune{begin, separator, end}))
		if i < 0 {
			i = len(text)
		}
		parts := open[len(open)-1]
		parts[len(parts)-1] += text[:i]
		if i == len(text) {
			break
		}
		switch mark := text[i]; {
		case mark == begin:
			open = append(open, []string{""})
		case len(open) == 1: // a mark of a user's text
		case mark == separator:
			open[len(open)-1] = append(parts, "")
		default:
			open = open[:len(open)-1]
			around := open[len(open)-1]
			around[len(around)-1] += catalogue.fill(parts)
		}
		text = text[i+1:]
	}
	var b strings.Builder
	for _, parts := range open {
		b.WriteString(strings.Join(parts, ""))
	}
	return b.String()
}

// fill returns the sentence of a format and its arguments.
func (c Catalogue) fill(parts []string) string {
	format, args := parts[0], parts[1:]
	if c != nil {
		if own := c(format); own != "" {
			format = own
		}
	}
	var b strings.Builder
	for text, arg := range pieces(format) {
		switch {
		case arg < 0:
			b.WriteString(text)
		case arg < len(args):
			b.WriteString(args[arg])
		}
	}
	return b.String()
}

// pieces splits a format into texts, and verbs with the index of their argument. The index of a
// text is -1.
func pieces(format string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		next := 0
		for format != "" {
			size, arg := strings.IndexByte(format, '%'), -1
			piece := format[:max(size, 0)]
			switch {
			case size < 0:
				size, piece = len(format), format
			case strings.HasPrefix(format, "%%"):
				size, piece = 2, "%"
			case size == 0:
				flags := len(format) - 1 - len(strings.TrimLeft(format[1:], "[]0123456789.+"))
				size = min(flags+2, len(format))
				piece, arg = format[:size], next
				if index, _, ok := strings.Cut(strings.TrimPrefix(piece, "%["), "]"); ok {
					if n, err := strconv.Atoi(index); err == nil {
						arg = max(n-1, 0)
					}
				}
				next = arg + 1
			}
			if !yield(piece, arg) {
				return
			}
			format = format[size:]
		}
	}
}

// Arguments returns the indexes of the arguments of a format, in ascending order.
func Arguments(format string) []int {
	var all []int
	for _, arg := range pieces(format) {
		if arg >= 0 {
			all = append(all, arg)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
