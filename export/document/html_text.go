package document

import (
	"strings"
	"unicode/utf8"
)

// longWord is the number of characters from which a word may be broken
// anywhere. Shorter ones are kept whole, and tables leave them the room.
const longWord = 20

// longLine is the number of characters from which a number or a chip in a
// cell may run over several lines.
const longLine = 40

// words prints a string that stands alone, in an element that keeps its
// direction to itself.
func words(s string) markup {
	return "<bdi" + class(long(s)) + ">" + escape(s) + "</bdi>"
}

// text prints t. Every piece is an element with a direction of its own, found
// from its first letter (bdi has it by itself, the others by dir).
func (p *htmlPrinter) text(t Text) {
	for i, x := range t {
		switch x := x.(type) {
		case Plain:
			p.put(words(string(x)))
		case Strong:
			p.put("<strong", class(long(string(x))), ` dir="auto">`, escape(string(x)), "</strong>")
		case Muted:
			p.put("<span", class("muted", long(string(x))), ` dir="auto">`, escape(string(x)), "</span>")
		case Link:
			p.link(x)
		case Chip:
			// Without the space a listener would hear two chips as one word.
			if i > 0 {
				p.put(" ")
			}
			p.chip(x)
			if i+1 < len(t) {
				p.put(" ")
			}
		}
	}
}

func (p *htmlPrinter) link(l Link) {
	text := l.text()
	if !safeURL(l.URL) {
		p.put(words(text))
		return
	}
	p.put(`<a href="`, escape(l.URL), `"`, class(long(text)), ` dir="auto">`, breakable(text), "</a>")
}

// breakable returns s with places to break it, should it have to be broken, before the signs at which an address is best divided.
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

func (p *htmlPrinter) chip(c Chip) {
	breaks := long(c.Text)
	if utf8.RuneCountInString(c.Text) > longLine {
		breaks = "long"
	}
	p.put("<span", class("chip", breaks, p.tone(c.Tone)), ` dir="auto">`, escape(c.Text), "</span>")
}

// long returns the class of text that holds a word too long to be kept whole.
func long(s string) markup {
	for word := range strings.FieldsSeq(s) {
		if utf8.RuneCountInString(word) > longWord {
			return "long"
		}
	}
	return ""
}

// tone returns the class of the tone named, "" for none. Classes are made of
// numbers: a name is the caller's text.
func (p *htmlPrinter) tone(name string) markup {
	if name == "" {
		return ""
	}
	return "t" + number(p.tones[name])
}

// class returns the class attribute for those names that are not empty.
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

// isLong reports whether a line is too long to be kept on one.
func isLong(t Text) bool {
	n := 0
	for _, x := range t {
		n += utf8.RuneCountInString(plain(x))
	}
	return n > longLine
}
