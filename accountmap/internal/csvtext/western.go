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
	// lettersMixed: rows of both.
	lettersMixed
	// lettersUnknown: neither.
	lettersUnknown
)

// saveAnew is the way out for a file in another encoding than UTF-8.
const saveAnew = `save it anew as "CSV UTF-8"`

// western reads the last row as Windows-1252 where it is not UTF-8 and may be that. Content is the whole row. A file may mix both, where it was
// put together from two exports, or have single odd bytes. A row of any other encoding stays as it is.
func (r *Reader) western(content string) {
	isUTF8 := utf8.ValidString(content)
	ascii := isUTF8 && utf8.RuneCountInString(content) == len(content)
	switch {
	case ascii, r.letters == lettersUnknown:
	case isUTF8 && r.letters == lettersWestern:
		r.letters = lettersMixed
		r.warn(r.Pos(firstBeyondASCII(r.row)), "the row is UTF-8, and rows before it are not: those were read as Windows-1252", "check the letters with accents in them, or "+saveAnew)
	case isUTF8:
		r.letters = max(r.letters, lettersUTF8)
	case r.letters == lettersUnseen && isWestern(content):
		r.letters = lettersWestern
		r.warn(r.Pos(firstInvalid(r.row)), "the file is not UTF-8; it is read as Windows-1252, as spreadsheets of Western Europe and the Americas save CSV",
			"check the letters with accents, or "+saveAnew)
	case r.letters == lettersWestern && isWestern(content):
	case r.letters != lettersUnseen, hasUTF8(content):
		r.oddRow()
	default:
		r.letters = lettersUnknown
	}
	r.lost(content)
	if r.letters != lettersWestern || ascii {
		return
	}
	for i, text := range r.row {
		r.row[i], _ = charmap.Windows1252.NewDecoder().String(text) // it knows every byte that is left
	}
}

// mostOddBytes is how many bytes of a row may belong to no letter, so that it is still read.
const mostOddBytes = 2

// oddRow reads a row that is not of the encoding of the rows before it: as Windows-1252 where it may be that, value by value, or else without its
// odd bytes, if they are few. Otherwise the encoding of the file is unknown.
func (r *Reader) oddRow() {
	read, odd := slices.Clone(r.row), 0
	western := true
	for i, text := range r.row {
		if utf8.ValidString(text) {
			continue
		}
		if isWestern(text) {
			read[i], _ = charmap.Windows1252.NewDecoder().String(text)
			continue
		}
		western = false
		read[i] = strings.Map(func(c rune) rune {
			if c == utf8.RuneError {
				odd++
			}
			return c
		}, text)
	}
	switch at := r.Pos(firstInvalid(r.row)); {
	case odd > mostOddBytes:
		r.letters = lettersUnknown
		return
	case western:
		r.warn(at, "the row is not UTF-8, as other rows are: it is read as Windows-1252", "check its letters with accents, or "+saveAnew)
	default:
		r.warn(at, "the value has a byte that is no letter in the encoding of the file", "it is read as \ufffd; correct it")
	}
	r.letters = lettersMixed
	copy(r.row, read)
}

func (r *Reader) warn(at accountmap.Pos, detail, hint string) {
	r.report(accountmap.Problem{Level: accountmap.LevelWarning, Code: accountmap.ErrInvalidText, Pos: at, Detail: detail, Hint: hint})
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
		r.report(accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidText, Pos: r.question,
			Detail: "letters were lost: the file was saved in Windows-1252, which has question marks for those of other scripts",
			Hint:   `save what it was made of as "CSV UTF-8"`})
	}
}

func firstInvalid(row []string) int {
	return max(0, slices.IndexFunc(row, func(text string) bool { return !utf8.ValidString(text) }))
}

func firstBeyondASCII(row []string) int {
	return max(0, slices.IndexFunc(row, func(text string) bool { return utf8.RuneCountInString(text) < len(text) }))
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

// hasUTF8 reports whether a text has a character beyond ASCII in UTF-8.
func hasUTF8(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return c >= 0x80 && c != utf8.RuneError })
}

func isSmall(c byte) bool { return c >= 'a' && c <= 'z' }
