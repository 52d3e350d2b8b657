package csvtext

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
)

// encoding is the encoding of the characters beyond ASCII, as detected: a CSV file does not declare
// it.
type encoding uint8

const (
	// encodingUndetected: no such character yet.
	encodingUndetected encoding = iota
	encodingUTF8
	// encodingWindows1252: Windows-1252, the encoding of Excel's "CSV" in Western Europe and the
	// Americas. It includes Latin-1, the encoding of reports exported by Salesforce.
	encodingWindows1252
	// encodingMixed: rows in UTF-8 and rows in another encoding.
	encodingMixed
	// encodingUnknown: another encoding.
	encodingUnknown
)

// saveAnew is the hint for a file in another encoding than UTF-8.
func saveAnew() string { return message.Of(`save it again as "CSV UTF-8"`) }

func checkLetters() string {
	return message.Of(`check the letters with accents, or save it again as "CSV UTF-8"`)
}

func (r *Reader) warnOfByte(at accountmap.Pos) {
	r.warn(at, message.Of("the value has a byte that is not a letter in the encoding of the file"), message.Of("it is read as \ufffd; correct it"))
}

// decodeWestern decodes the last row from Windows-1252 if it is not UTF-8 and may be Windows-1252.
// Content is the whole row. A file joined from two exports may mix both encodings, and a file may
// have single invalid bytes. A row in any other encoding stays unchanged.
func (r *Reader) decodeWestern(content string) {
	isUTF8 := utf8.ValidString(content)
	ascii := isUTF8 && utf8.RuneCountInString(content) == len(content)
	switch {
	case ascii, r.encoding == encodingUnknown:
	case isUTF8 && r.encoding == encodingWindows1252:
		r.encoding = encodingMixed
		r.warn(r.Pos(firstBeyondASCII(r.row)), message.Of("the row is UTF-8, and rows before it are not: those were read as Windows-1252"), checkLetters())
	case isUTF8:
		r.encoding = max(r.encoding, encodingUTF8)
	case r.encoding == encodingUndetected && isWestern(content):
		r.encoding = encodingWindows1252
		r.warn(r.Pos(firstInvalid(r.row)), message.Of("the file is not UTF-8; it is read as Windows-1252, as spreadsheets of Western Europe and the Americas save CSV"), checkLetters())
	case r.encoding == encodingWindows1252 && isWestern(content):
	case r.encoding != encodingUndetected, r.greekUTF8, strings.ContainsFunc(content, func(c rune) bool { return c >= 0x80 && c != utf8.RuneError }):
		r.decodeMixedRow()
	default:
		r.encoding = encodingUnknown
	}
	r.reportLostLetters(content)
	if r.encoding != encodingWindows1252 || ascii {
		return
	}
	for i, text := range r.row {
		r.row[i], _ = charmap.Windows1252.NewDecoder().String(text) // every remaining byte is in Windows-1252
	}
}

// maxInvalidBytes is the maximum number of invalid bytes in a row that is read.
const maxInvalidBytes = 2

// decodeMixedRow decodes a row whose encoding differs from the rows before it, value by value. It
// tries Windows-1253 for a Greek row of a Greek file, otherwise Windows-1252, and then replaces a few invalid bytes
// by U+FFFD. Otherwise the encoding of the file is unknown.
func (r *Reader) decodeMixedRow() {
	var invalid []string
	for _, text := range r.row {
		if !utf8.ValidString(text) {
			invalid = append(invalid, text)
		}
	}
	single, name, fits := charmap.Windows1252, "Windows-1252", isWestern
	if r.greekUTF8 && isGreek([]byte(strings.Join(invalid, "\n"))) {
		single, name, fits = charmap.Windows1253, "Windows-1253", func(string) bool { return true }
	}
	read, odd := slices.Clone(r.row), 0
	whole := true
	for i, text := range r.row {
		if utf8.ValidString(text) {
			continue
		}
		if fits(text) {
			read[i], _ = single.NewDecoder().String(text)
			continue
		}
		whole = false
		read[i] = strings.Map(func(c rune) rune {
			if c == utf8.RuneError {
				odd++
			}
			return c
		}, text)
	}
	switch at := r.Pos(firstInvalid(r.row)); {
	case odd > maxInvalidBytes:
		r.encoding = encodingUnknown
		return
	case whole:
		r.warn(at, message.Of("the row is not UTF-8, unlike other rows: it is read as %s", name), checkLetters())
	default:
		r.warnOfByte(at)
	}
	r.encoding = encodingMixed
	copy(r.row, read)
}

func (r *Reader) warn(at accountmap.Pos, detail, hint string) {
	r.report(accountmap.Problem{Level: accountmap.LevelWarning, Code: accountmap.ErrInvalidText, Pos: at}.Say(detail, hint))
}

// reportLostLetters reports a text with "???" in a Windows-1252 file. Saving letters of another
// script in that encoding leaves question marks.
func (r *Reader) reportLostLetters(all string) {
	const marks = "???"
	if r.suspect.Line == 0 && strings.Contains(all, marks) {
		i := slices.IndexFunc(r.row, func(text string) bool { return strings.Contains(text, marks) })
		r.suspect = r.Pos(max(0, i))
	}
	if r.encoding == encodingWindows1252 && r.suspect.Line > 0 && !r.suspectReported {
		r.suspectReported = true
		r.report(accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidText, Pos: r.suspect}.Say(
			message.Of("letters were lost: the file was saved in Windows-1252, which turns letters of other scripts into question marks"),
			message.Of(`save the original again as "CSV UTF-8"`)))
	}
}

// reportDoubled decodes values that were UTF-8, were read as Windows-1252 and saved as UTF-8 again:
// "NÃºÃ±ez" is "Núñez". It reports them once per file. An exact reader does not change them.
func (r *Reader) reportDoubled() {
	if r.Exact {
		return
	}
	for i, text := range r.row {
		once, ok := decodeTwice(text)
		if !ok {
			continue
		}
		if !r.doubled {
			r.doubled = true
			r.warn(r.Pos(i), "the text is UTF-8 that was saved in UTF-8 once more: "+problems.Quote(text)+" is read as "+problems.Quote(once),
				"check the letters with accents, or export the file again as UTF-8")
		}
		r.row[i] = once
	}
}

// decodeTwice is the inverse of reading the bytes of UTF-8 as Windows-1252 or Latin-1. It returns
// false for any other text.
func decodeTwice(text string) (string, bool) {
	suspect, lead := false, false
	for _, c := range text {
		suspect = suspect || lead && c > unicode.MaxASCII
		lead = c >= 0xc2 && c <= 0xf4
	}
	if !suspect {
		return "", false
	}
	var once []byte
	for _, c := range text {
		b, ok := charmap.Windows1252.EncodeRune(c)
		switch {
		case ok:
		case c <= unicode.MaxLatin1:
			b = byte(c)
		default:
			return "", false
		}
		once = append(once, b)
	}
	return string(once), utf8.Valid(once)
}

func firstInvalid(row []string) int {
	return max(0, slices.IndexFunc(row, func(text string) bool { return !utf8.ValidString(text) }))
}

func firstBeyondASCII(row []string) int {
	return max(0, slices.IndexFunc(row, func(text string) bool { return utf8.RuneCountInString(text) < len(text) }))
}

// isWestern reports whether a text that is not UTF-8 may be Windows-1252. Evidence against it is a
// byte that is undefined there, or a UTF-8 character. Three adjacent letters beyond ASCII indicate
// Greek or Russian, and a symbol within a word indicates Mac OS Roman.
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

// readGreek decodes the file from Windows-1253 if its beginning is Greek in that encoding.
func (r *Reader) readGreek() {
	head, _ := r.in.Peek(sampleBytes)
	r.greekUTF8 = bytes.ContainsFunc(head, func(c rune) bool { return unicode.Is(unicode.Greek, c) })
	if isGreek(head) {
		r.greek = true
		r.in = bufio.NewReaderSize(charmap.Windows1253.NewDecoder().Reader(r.in), sampleBytes)
	}
}

// reportGreek reports the first Greek letters of a Windows-1253 file, and every value with
// undefined bytes.
func (r *Reader) reportGreek(content string) {
	if !r.greek || utf8.RuneCountInString(content) == len(content) {
		return
	}
	if !r.greekReported {
		r.greekReported = true
		r.warn(r.Pos(firstBeyondASCII(r.row)), message.Of("the file is not UTF-8; it is read as Windows-1253, as spreadsheets in Greece and Cyprus save CSV"), checkLetters())
	}
	for i, text := range r.row {
		if strings.ContainsRune(text, utf8.RuneError) {
			r.warnOfByte(r.Pos(i))
		}
	}
}

// isGreek reports whether a text is Greek in Windows-1253. In Greek words, an accented small letter
// is between other letters; the same byte is a capital in Cyrillic, Arabic and Western encodings.
// Evidence against Greek is a small letter before a capital (the byte 0xC0 is the small letter ΐ), a
// final sigma before a letter, or UTF-8.
func isGreek(text []byte) bool {
	greek, other, before := 0, 0, byte(0)
	for i, c := range text[:max(0, len(text)-1)] {
		after := text[i+1]
		switch {
		case before < 0xc0:
			if c >= 0xc2 && c < 0xf0 && after&0xc0 == 0x80 {
				other++
			}
		case c >= 0xdc && c <= 0xdf && after >= 0xe0:
			greek++
		case before >= 0xe0 && c > 0xc0 && c < 0xdc, c == 0xf2 && after >= 0xc0:
			other++
		}
		before = c
	}
	const mistakes = 20 // any file may have a mistyped letter
	return greek > mistakes*other
}
