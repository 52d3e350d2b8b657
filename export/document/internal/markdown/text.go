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

// A markdown is text that may stand in a Markdown file as it is: constants of this package convert
// by themselves, strings from outside only by the functions of this file.
type markdown string

// lineBreak is a line break that holds in headings, list items and table cells too.
const lineBreak markdown = "<br>"

// signs are the characters that can begin markup wherever they stand.
var signs = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`, "#", `\#`,
	"\n", string(lineBreak),
	// Mathematics on GitHub, which a backslash does not prevent; its manual recommends the span.
	"$", "<span>$</span>",
)

var (
	// An entity would be read as the character that it stands for.
	entity = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)
	// A web address in plain words becomes a link. So does a mail address, but that is what it would be
	// anyway.
	address = regexp.MustCompile(`(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)`)
	// On GitHub a name after an at sign calls a person, a number after a hash is an issue and a word
	// between colons is an emoji, all of it after the Markdown has been read: only an element between
	// sign and word prevents it. The hash is escaped already.
	mention = regexp.MustCompile(`(^|[^0-9A-Za-z_.+-])@([0-9A-Za-z])`)
	issue   = regexp.MustCompile(`\\#([0-9])`)
	emoji   = regexp.MustCompile(`:([0-9A-Za-z+_\\-]*[A-Za-z+][0-9A-Za-z+_\\-]*:)`)
	// What begins a list at the start of a line, or makes a heading of the line before.
	listStart = regexp.MustCompile(`^([-+=]|[0-9]{1,9}[.)])`)

	blanks = regexp.MustCompile(`[ \t]+`)
)

// words returns a string so that it is read as the words that it is, whatever stands in it. Spaces
// at the ends go, runs of them become one, and line breaks stay.
func escape(s string) markdown {
	s = strings.Trim(blanks.ReplaceAllString(undirected(cleantext.Lines(s)), " "), " ")
	s = signs.Replace(s)
	s = entity.ReplaceAllString(s, `\&$1`)
	s = address.ReplaceAllString(s, `$1$3\$2$4`)
	s = mention.ReplaceAllString(s, "$1<span>@</span>$2")
	s = issue.ReplaceAllString(s, "<span>#</span>$1")
	s = emoji.ReplaceAllString(s, "<span>:</span>$1")
	return markdown(s)
}

// undirected returns s without the characters that turn the direction of the text after them:
// Markdown has no element to end them.
func undirected(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
}

// atLineStart keeps the first characters of a line from beginning a list or ruling a line.
func atLineStart(s markdown) markdown {
	return markdown(listStart.ReplaceAllStringFunc(string(s), func(start string) string {
		return start[:len(start)-1] + `\` + start[len(start)-1:]
	}))
}

// text returns t on one line. What is strong is bold, a chip is a piece of code; what is muted
// stands as it is.
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
			all = all[:len(all)-1] + `\!` // else the link would be an image
		}
		all += words
		if ends && all != "" && !strings.HasSuffix(string(all), " ") {
			all += " "
		}
	}
	return markdown(strings.TrimRight(string(all), " "))
}

// blankEnds reports whether a piece begins and ends with a blank. A chip is always parted from its
// neighbours.
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

// bold returns s in bold where nothing but spaces stands beside it.
func bold(s string) markdown { return emphasis(s, true, false) }

// emphasis returns s in bold. Asterisks hold with spaces around them, which is free, or with
// letters within them, unless others stand right before; the element always holds.
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

// chip returns a chip as a piece of code, and as words when it holds what would end the code or the
// cell of a table.
func chip(c document.Chip) markdown {
	s := strings.Join(strings.Fields(undirected(cleantext.Lines(c.Text))), " ")
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

// url returns an address so that nothing in it ends the link, the cell or the line.
func escapeURL(s string) markdown {
	s = weblink.Escape(s, func(c byte) bool { return c > ' ' && c != 0x7F && strings.IndexByte("()<>|\\\"`", c) < 0 })
	return markdown(entity.ReplaceAllString(s, `\&$1`))
}
