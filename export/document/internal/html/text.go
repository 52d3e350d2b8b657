package html

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

// words returns a string as an element of its own, which isolates its direction.
func words(s string) markup {
	return "<bdi" + class(long(s)) + ">" + escape(s) + "</bdi>"
}

// text prints t. Every piece is an element with a direction of its own, derived from its first
// letter: bdi does so by default, other elements with dir.
func (p *printer) text(t document.Text) {
	for i, x := range t {
		switch x := x.(type) {
		case document.Plain:
			p.put(words(string(x)))
		case document.Strong:
			p.put("<strong", class(long(string(x))), ` dir="auto">`, escape(string(x)), "</strong>")
		case document.Muted:
			p.put("<span", class("muted", long(string(x))), ` dir="auto">`, escape(string(x)), "</span>")
		case document.Toned:
			p.put("<strong", class(p.inkOf(x.Tone), long(x.Text)), ` dir="auto">`, escape(x.Text), "</strong>")
		case document.Link:
			p.link(x)
		case document.Chip:
			// Without the space, a screen reader would join two chips into one word.
			if i > 0 {
				p.put(" ")
			}
			breaks := long(x.Text)
			if utf8.RuneCountInString(x.Text) > structure.LongLine {
				breaks = "long"
			}
			p.put("<span", class("chip", breaks, p.tone(x.Tone)), ` dir="auto">`, escape(x.Text), "</span>")
			if i+1 < len(t) {
				p.put(" ")
			}
		}
	}
}

func (p *printer) link(l document.Link) {
	text := structure.LinkText(l)
	address, ok := weblink.Encode(l.URL)
	if !ok {
		p.put(words(text))
		return
	}
	p.put(`<a href="`, escape(address), `"`, class(long(text)), ` dir="auto">`, breakable(text), "</a>")
}

// breakable returns s with optional line breaks before the characters where an address is best
// divided.
func breakable(s string) markup {
	if long(s) == "" {
		return escape(s)
	}
	var parts markup
	for i, part := range strings.Split(s, "@") {
		if i > 0 {
			parts += "<wbr>@"
		}
		parts += escape(part)
	}
	return parts
}

// long returns the class of text with a word that is too long to be kept whole.
func long(s string) markup {
	for word := range strings.FieldsSeq(s) {
		if utf8.RuneCountInString(word) > structure.LongWord {
			return "long"
		}
	}
	return ""
}

// tone returns the class of a tone, or "" for the empty name. Class names are numbers, since a
// tone's name is arbitrary text.
func (p *printer) tone(name string) markup {
	if name == "" {
		return ""
	}
	return "t" + number(p.tones[name])
}

func class(names ...markup) markup {
	var list markup
	for _, name := range names {
		if name != "" && list != "" {
			list += " "
		}
		list += name
	}
	if list == "" {
		return ""
	}
	return ` class="` + list + `"`
}

// A markup is text that needs no escaping in the page. The type lets the compiler check escaping:
// constants convert implicitly, and other strings only through escape.
type markup string

func escape(s string) markup {
	return markup(html.EscapeString(cleantext.JoinUnits(cleantext.Lines(s))))
}

func number(n int) markup { return markup(strconv.Itoa(n)) }

// decimal returns a length with two decimals, which is precise enough.
func decimal(x float64) markup {
	return markup(strings.TrimRight(strings.TrimRight(strconv.FormatFloat(x, 'f', 2, 64), "0"), "."))
}

// columnShares returns the best column widths of a table on a printed page, in hundredths of its
// width. Nil leaves them to the browser. A browser considers only the longest line of each column,
// and squeezes a column of long notes in favour of many short words.
func (p *printer) columnShares(t *document.Table) []int {
	columns := structure.Columns(t)
	if structure.IsMatrix(t) || columns < 3 || columns > landscapeColumns {
		return nil
	}
	return p.estimate.ColumnShares(t, p.tableSheet(t) != "")
}
