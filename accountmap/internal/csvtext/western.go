package csvtext

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/accountatlas/accountatlas/accountmap"
)

// letters is how the characters beyond ASCII are written in a file, which says nothing of it.
type letters uint8

const (
	// lettersUnseen: there was none yet.
	lettersUnseen letters = iota
	lettersUTF8
	// lettersWestern: Windows-1252, in which Excel saves "CSV" in Western Europe and the Americas, and of which Latin-1, as Salesforce exports
	// reports, is a part.
	lettersWestern
	// lettersUnknown: neither, or a mixture.
	lettersUnknown
)

// saveAnew is the way out for a file in another encoding than UTF-8.
const saveAnew = `save it anew as "CSV UTF-8"`

// western puts the last row, of which all is the content, into UTF-8, where the file turns out to be in Windows-1252: it has no character of UTF-8 and what no
// other encoding has. It leaves the row as it is otherwise.
func (r *Reader) western(all string) {
	isUTF8 := utf8.ValidString(all)
	ascii := isUTF8 && utf8.RuneCountInString(all) == len(all)
	switch {
	case ascii, r.letters == lettersUnknown, r.letters == lettersUTF8 && isUTF8, r.letters == lettersWestern && isWestern(all): // as before
	case r.letters == lettersUnseen && isUTF8:
		r.letters = lettersUTF8
	case r.letters == lettersUnseen && isWestern(all):
		r.letters = lettersWestern
		r.report(accountmap.Problem{Severity: accountmap.SeverityWarning, Code: accountmap.ErrInvalidText, Pos: r.Pos(firstForeign(r.row)),
			Detail: "the file is not UTF-8; it is read as Windows-1252, as spreadsheets of Western Europe and the Americas save CSV",
			Hint:   "check the letters with accents, or " + saveAnew})
	default:
		r.letters = lettersUnknown
	}
	r.lost(all)
	if r.letters != lettersWestern || ascii {
		return
	}
	for i, text := range r.row {
		r.row[i], _ = charmap.Windows1252.NewDecoder().String(text) // it knows every byte that is left
	}
}

// lost reports, in a file in Windows-1252, a text that had letters of another script: whoever saved it so left question marks of them.
func (r *Reader) lost(all string) {
	const marks = "???"
	if r.question.Line == 0 && strings.Contains(all, marks) {
		i := slices.IndexFunc(r.row, func(text string) bool { return strings.Contains(text, marks) })
		r.question = r.Pos(max(0, i))
	}
	if r.letters == lettersWestern && r.question.Line > 0 && !r.asked {
		r.asked = true
		r.report(accountmap.Problem{Severity: accountmap.SeverityError, Code: accountmap.ErrInvalidText, Pos: r.question,
			Detail: "letters were lost: the file was saved in Windows-1252, which has question marks for those of other scripts",
			Hint:   `save what it was made of as "CSV UTF-8"`})
	}
}

func firstForeign(row []string) int {
	return max(0, slices.IndexFunc(row, func(text string) bool { return !utf8.ValidString(text) }))
}

// isWestern reports whether a text that is no UTF-8 may be Windows-1252: it has no byte without a meaning there, no three letters beyond ASCII in a row, of
// which Greek and Russian words are made in encodings of their own, no sign amid a word, which are the letters of old Macs, and no character of UTF-8.
func isWestern(text string) bool {
	run := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c < 0x80:
			run = 0
			continue
		case c == 0x81, c == 0x8d, c == 0x8f, c == 0x90, c == 0x9d:
			return false
		case c >= 0xc0:
			if run++; run == 3 {
				return false
			}
		default:
			run = 0
			if c < 0xa0 && !strings.ContainsRune("\u0092\u009a\u009c\u009e", rune(c)) && i > 0 && isSmall(text[i-1]) && i+1 < len(text) && isSmall(text[i+1]) {
				return false
			}
		}
		if r, size := utf8.DecodeRuneInString(text[i:]); r != utf8.RuneError && size > 1 {
			return false
		}
	}
	return true
}

func isSmall(c byte) bool { return c >= 'a' && c <= 'z' }
