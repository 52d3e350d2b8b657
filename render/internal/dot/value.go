package dot

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// value is the value of an attribute as it stands in DOT: a [word], a [tooltip], an [html] or a [number]. What is a user's is
// escaped by its type.
type value interface{ dot() string }

// word is a word or a list of words of ours, in which nothing needs escaping.
type word string

func (w word) dot() string { return `"` + string(w) + `"` }

// Graphviz takes no string or label of more than 16,384 bytes. What is longer is cut off well before, each text of a label for itself.
const (
	tooltipBytes = 12000
	textBytes    = 1500
)

// tooltip is a user's text on pointing, in lines. Graphviz gives a backslash and an ampersand a meaning there (\N is the node's name,
// &amp; a character), and reads the backslashes of a tooltip twice over.
type tooltip string

func (t tooltip) dot() string {
	var b strings.Builder
	b.Grow(len(t) + 2)
	b.WriteByte('"')
	for _, r := range string(t) {
		if b.Len() > tooltipBytes {
			b.WriteString("…")
			break
		}
		switch r {
		case '\\':
			b.WriteString(`\\\\`)
		case '"':
			b.WriteString(`\"`)
		case '&':
			b.WriteString("&amp;")
		case '\n':
			b.WriteString(`\n`)
		default:
			b.WriteRune(cleantext.Rune(r))
		}
	}
	b.WriteByte('"')
	return b.String()
}

// data is a user's text that Graphviz only passes on. A backslash is doubled and stays so, as DOT has
// no way to write a single one before a quote.
type data string

func (d data) dot() string {
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(strings.Map(cleantext.Rune, string(d))) + `"`
}

// dataID is an id as data, or nil for no id and for one that is too long for Graphviz.
func dataID(id string) value {
	if id == "" || len(id) > tooltipBytes {
		return nil
	}
	return data(id)
}

// address is where an element leads. It has only the characters of addresses, of which an ampersand alone means something to Graphviz.
type address string

func (a address) dot() string { return `"` + strings.ReplaceAll(string(a), "&", "&amp;") + `"` }

// html is the inside of an HTML-like label: markup, with users' texts in it only as [escape] gives them.
type html string

func (h html) dot() string { return "<" + string(h) + ">" }

// escape is a user's text as part of an HTML-like label, in which Graphviz gives a backslash its meaning too.
func escape(text string) html {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		if b.Len() > textBytes {
			b.WriteString("…")
			break
		}
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '"':
			b.WriteString("&quot;")
		case ']': // Graphviz 2.43 takes a label with a text of nothing but these for broken
			b.WriteString("&#93;")
		case '\\':
			b.WriteString(`\\`)
		default:
			b.WriteRune(cleantext.Rune(r))
		}
	}
	return html(b.String())
}

// number is written with four decimals at most and nothing that can be left out, the same on every machine.
type number float64

func (n number) dot() string { return n.String() }

// String is the number without quotes, to be part of a word.
func (n number) String() string {
	v := float64(n)
	if !(math.Abs(v) < 1e9) {
		return "0"
	}
	const one = 10000
	fine := int64(math.Round(v * one))
	sign := ""
	if fine < 0 {
		sign, fine = "-", -fine
	}
	part := strings.TrimRight(fmt.Sprintf(".%04d", fine%one), "0")
	return sign + strconv.FormatInt(fine/one, 10) + strings.TrimSuffix(part, ".")
}
