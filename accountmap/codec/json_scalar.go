package codec

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// text reads a text in quotes. It returns false when the text does not end.
func (j *jsonReader) text() (string, bool) {
	start := j.pos + 1
	for i := start; i < len(j.src); i++ {
		switch c := j.src[i]; {
		case c == '"':
			j.pos = i + 1
			return j.src[start:i], true
		case c == '\\' || c < ' ':
			return j.escapedText(start, i)
		}
	}
	return j.endlessText(start, len(j.src))
}

// escapedText reads a text whose part up to i has no escapes.
func (j *jsonReader) escapedText(start, i int) (string, bool) {
	var b strings.Builder
	b.WriteString(j.src[start:i])
	for i < len(j.src) {
		switch c := j.src[i]; {
		case c == '"':
			j.pos = i + 1
			return b.String(), true
		case c == '\\':
			i = j.escape(&b, i)
		case c == '\n':
			return j.endlessText(start, i)
		case c < ' ':
			j.fail(i, "a control character stands within a text", fmt.Sprintf(`delete it, or write it as \u%04x`, c))
			b.WriteByte(c)
			i++
		default:
			b.WriteByte(c)
			i++
		}
	}
	return j.endlessText(start, i)
}

func (j *jsonReader) endlessText(start, end int) (string, bool) {
	j.pos = end
	return strings.ToValidUTF8(j.src[start:end], ""), j.fail(start-1, "the text that begins here does not end on its line",
		`close it with a double quote; a line break within a text is written \n`)
}

// escape appends what the escape sequence at i means, and returns where it ends.
func (j *jsonReader) escape(b *strings.Builder, i int) int {
	if i+1 == len(j.src) {
		return i + 1
	}
	c := j.src[i+1]
	if k := strings.IndexByte(`"\/bfnrt`, c); k >= 0 {
		b.WriteByte("\"\\/\b\f\n\r\t"[k])
		return i + 2
	}
	first, ok := hex4(j.src[i:])
	if !ok {
		j.fail(i, "a backslash is followed by what JSON does not know", `write a backslash twice: "\\"`)
		b.WriteByte('\\')
		return i + 1
	}
	if !utf16.IsSurrogate(first) {
		b.WriteRune(first)
		return i + 6
	}
	second, _ := hex4(j.src[i+6:])
	if r := utf16.DecodeRune(first, second); r != utf8.RuneError {
		b.WriteRune(r)
		return i + 12
	}
	j.fail(i, "this is half of a character", `characters beyond \uffff are written as two escapes, or simply as they are`)
	b.WriteRune(utf8.RuneError)
	return i + 6
}

// hex4 reads the escape sequence \u0000 with which s begins.
func hex4(s string) (rune, bool) {
	if len(s) < 6 || s[:2] != `\u` {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil
}

func (j *jsonReader) number() bool {
	start := j.pos
	for j.pos < len(j.src) && strings.IndexByte("0123456789+-.eE", j.src[j.pos]) >= 0 {
		j.pos++
	}
	source := j.src[start:j.pos]
	j.tree.add(number, source, uint64(start))
	if !isJSONNumber(source) {
		return j.fail(start, strconv.Quote(cut(source))+" is not a number", "digits with a point for the decimals; texts, dates and phones stand in quotes")
	}
	return true
}

// isJSONNumber holds s against the grammar of JSON: no leading zeros or plus, a digit on both sides of the point.
func isJSONNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if strings.HasPrefix(s, ".") {
		n := digits(s[1:])
		if n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		n := digits(s)
		return n > 0 && n == len(s)
	}
	return s == ""
}

// digits counts the digits with which s begins.
func digits(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

// word reads true, false or null.
func (j *jsonReader) word() bool {
	start := j.pos
	for j.pos < len(j.src) && !strings.ContainsRune(" \t\r\n,:{}[]\"", rune(j.src[j.pos])) {
		j.pos++
	}
	at := uint64(start)
	switch word := j.src[start:j.pos]; word {
	case "true", "false":
		j.tree.add(boolean, word, at)
		return true
	case "null":
		j.tree.add(null, "", at)
		return true
	case "":
		j.tree.add(null, "", at)
		if j.pos == len(j.src) {
			return j.fail(start, "the file ends where a value should be", "perhaps the end of the file is lost")
		}
		return j.fail(start, "a value is missing here", "write null for nothing, or delete the key")
	default:
		j.tree.add(null, "", at)
		return j.fail(start, strconv.Quote(cut(word))+" is not JSON", "texts stand in double quotes; bare words are true, false and null")
	}
}

// cut shortens a text for a message.
func cut(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
