package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

// A markdown is text that needs no escaping in a Markdown file. Constants convert implicitly, and
// other strings only through the functions of this file.
type markdown string

// lineBreak is a line break that also works in headings, list items and table cells.
const lineBreak markdown = "<br>"

// signs escapes the characters that can begin markup anywhere.
var signs = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`, "#", `\#`,
	"\n", string(lineBreak),
	// Mathematics on GitHub, which a backslash does not prevent. GitHub's documentation recommends
	// the span.
	"$", "<span>$</span>",
)

// entity matches text that a reader of Markdown would replace with a character.
var entity = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)

// defused has patterns with a meaning in Markdown, and their harmless replacements. Text without
// any of the letters in signs matches none.
var defused = []struct {
	signs   string
	pattern *regexp.Regexp
	with    string
}{
	{"&", entity, `\&$1`},
	// A web address in plain words becomes a link. So does a mail address, with or without the
	// escape.
	{":.", regexp.MustCompile(`(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)`), `$1$3\$2$4`},
	// On GitHub, a name after an at sign notifies a person. A number after a hash is an issue, and
	// a word between colons is an emoji. GitHub applies these rules after parsing the Markdown, so
	// only an element between sign and word prevents them. The hash is escaped already.
	{"@", regexp.MustCompile(`(^|[^0-9A-Za-z_.+-])@([0-9A-Za-z])`), "$1<span>@</span>$2"},
	{"#", regexp.MustCompile(`\\#([0-9])`), "<span>#</span>$1"},
	{":", regexp.MustCompile(`:([0-9A-Za-z+_\\-]*[A-Za-z+][0-9A-Za-z+_\\-]*:)`), "<span>:</span>$1"},
}

// listStart matches text that begins a list at the start of a line, or turns the previous line into
// a heading.
var listStart = regexp.MustCompile(`^([-+=]|[0-9]{1,9}[.)])`)

// escape returns s as literal text: no character of it acts as markup. Spaces at the ends are
// dropped, runs of spaces become one, and line breaks stay.
func escape(s string) markdown {
	s = signs.Replace(strings.Join(strings.FieldsFunc(cleantext.Undirected(cleantext.Lines(s)), func(r rune) bool { return r == ' ' || r == '\t' }), " "))
	for _, d := range defused {
		if strings.ContainsAny(s, d.signs) {
			s = d.pattern.ReplaceAllString(s, d.with)
		}
	}
	return markdown(s)
}

// atLineStart escapes the first characters of a line that would begin a list or a rule.
func atLineStart(s markdown) markdown {
	return markdown(listStart.ReplaceAllStringFunc(string(s), func(start string) string {
		return start[:len(start)-1] + `\` + start[len(start)-1:]
	}))
}

// textOf returns t on one line. Strong text is bold, a chip is code, and muted text is plain.
func textOf(t document.Text) markdown {
	var all markdown
	for i, x := range t {
		begins, ends := blankEnds(x)
		if begins && all != "" && !strings.HasSuffix(string(all), " ") {
			all += " "
		}
		before := all == "" || strings.HasSuffix(string(all), " ")
		after := ends || i == len(t)-1
		if !after {
			after, _ = blankEnds(t[i+1])
		}
		var words markdown
		if toned, ok := x.(document.Toned); ok {
			x = document.Strong(toned.Text)
		}
		if strong, ok := x.(document.Strong); ok {
			words = emphasis(string(strong), before && after, strings.HasSuffix(string(all), "*"))
		} else {
			words = piece(x)
		}
		if strings.HasSuffix(string(all), "!") && strings.HasPrefix(string(words), "[") {
			all = all[:len(all)-1] + `\!` // otherwise, the link would be an image
		}
		all += words
		if ends && all != "" && !strings.HasSuffix(string(all), " ") {
			all += " "
		}
	}
	return markdown(strings.TrimRight(string(all), " "))
}

// blankEnds reports whether a piece begins and ends with a blank. A chip always has spaces around
// it.
func blankEnds(x document.Inline) (begins, ends bool) {
	if _, chip := x.(document.Chip); chip {
		return true, true
	}
	s := structure.Plain(x)
	return strings.TrimLeft(s, " \t") != s, strings.TrimRight(s, " \t") != s
}

func piece(x document.Inline) markdown {
	switch x := x.(type) {
	case document.Link:
		return link(x)
	case document.Chip:
		return chip(x)
	}
	return escape(structure.Plain(x))
}

// bold returns s in bold between two spaces.
func bold(s string) markdown { return emphasis(s, true, false) }

// emphasis returns s in bold. Asterisks work between spaces (free) or within letters, unless other
// asterisks precede them. The HTML element always works.
func emphasis(s string, free, afterAsterisk bool) markdown {
	words := escape(s)
	first, _ := utf8.DecodeRuneInString(string(words))
	last, _ := utf8.DecodeLastRuneInString(string(words))
	switch {
	case words == "":
		return ""
	case free && !unicode.IsSpace(first) && !unicode.IsSpace(last), !afterAsterisk && isLetter(first) && isLetter(last):
		return "**" + words + "**"
	}
	return "<strong>" + words + "</strong>"
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// chip returns a chip as code, or as plain words if its text would end the code or the table cell.
func chip(c document.Chip) markdown {
	s := strings.Join(strings.Fields(cleantext.Undirected(cleantext.Lines(c.Text))), " ")
	if s == "" || strings.ContainsAny(s, "`|") {
		return escape(s)
	}
	return markdown("`" + s + "`")
}

func link(l document.Link) markdown {
	words := escape(structure.LinkText(l))
	address, ok := weblink.Encode(l.URL)
	if !ok || words == "" {
		return words
	}
	return "[" + words + "](" + escapeURL(address) + ")"
}

// escapeURL returns an address without characters that would end the link, the cell or the line.
func escapeURL(s string) markdown {
	s = weblink.Escape(s, func(c byte) bool { return c > ' ' && c != 0x7F && strings.IndexByte("()<>|\\\"`", c) < 0 })
	return markdown(entity.ReplaceAllString(s, `\&$1`))
}
