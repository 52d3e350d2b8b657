package dot

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

type value interface{ dot() string }

type word string

func (w word) dot() string { return `"` + string(w) + `"` }

// Graphviz accepts strings and labels of at most 16,384 bytes. Longer texts are truncated well
// before that, each text of a label separately.
const (
	tooltipBytes = 12000
	textBytes    = 1500
)

// tooltip is a user's text with line breaks. Graphviz interprets backslashes and ampersands in it
// (\N is the node's name, &amp; a character), and unescapes the backslashes of a tooltip twice.
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

// data is a user's text that Graphviz passes on unchanged. A backslash is doubled and stays
// doubled: DOT cannot write a single one before a quote.
type data string

func (d data) dot() string {
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`).Replace(strings.Map(cleantext.Rune, string(d))) + `"`
}

// dataID returns an id as data, or nil for an id that is empty or too long for Graphviz.
func dataID(id string) value {
	if id == "" || len(id) > tooltipBytes {
		return nil
	}
	return data(id)
}

// address is a checked link, in which only an ampersand is special to Graphviz.
type address string

func (a address) dot() string { return `"` + strings.ReplaceAll(string(a), "&", "&amp;") + `"` }

// html is the inside of an HTML-like label. Users' texts enter it only through [escape].
type html string

func (h html) dot() string { return "<" + string(h) + ">" }

// escape returns a user's text for an HTML-like label, in which Graphviz interprets backslashes as
// well.
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
		case ']': // Graphviz 2.43 rejects a label whose texts consist of these alone
			b.WriteString("&#93;")
		case '\\':
			b.WriteString(`\\`)
		default:
			b.WriteRune(cleantext.Rune(r))
		}
	}
	return html(b.String())
}

// number is written with at most four decimals and no trailing zeros, the same on every machine.
type number float64

func (n number) dot() string { return n.String() }

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
