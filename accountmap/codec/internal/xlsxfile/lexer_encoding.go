package xlsxfile

import (
	"regexp"
	"strings"
)

// encoding finds the encoding in the declaration of a part.
var encoding = regexp.MustCompile(`^<\?xml\s[^>]*\bencoding\s*=\s*["']([^"']*)["']`)

// instruction passes over an instruction at the position. One before the root may declare an encoding: in another than that of the texts here, its
// bytes would be read as other letters.
func (l *lexer) instruction() error {
	if l.rooted {
		return l.pass("?>", nil)
	}
	const longest = 1 << 10
	var text []byte
	err := l.pass("?>", func(b []byte) error {
		text = append(text, b[:min(len(b), longest-len(text))]...)
		return nil
	})
	if err != nil {
		return err
	}
	if found := encoding.FindSubmatch(text); found != nil {
		switch name := string(found[1]); strings.ToUpper(name) {
		case "UTF-8", "UTF8", "US-ASCII", "ASCII":
		default:
			return l.encoded(name)
		}
	}
	return nil
}

// isWide reports whether the part begins in an encoding with two bytes a letter.
func (l *lexer) isWide(rest []byte) bool { return !l.rooted && len(rest) > 1 && rest[1] == 0 }

func (l *lexer) encoded(name string) error {
	return &Fault{Part: l.part, Detail: "the part is in the encoding " + name + ", and only UTF-8 is read, in which spreadsheets write",
		Hint: "open the file in a spreadsheet and save it anew"}
}
