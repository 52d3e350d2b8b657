package tree

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/internal/message"
)

// jsonReader builds a tree from JSON. encoding/json has validated the text up to end, so the reader
// does not check the grammar again. Reading with [json.Decoder.Token] would take twice as long as
// filling an account with encoding/json.
type jsonReader struct {
	*reader
	src   string
	end   int
	pos   int
	depth int
	// plain makes numbers and booleans unquoted texts, as in YAML.
	plain bool
	// line and column are the place of the byte at the offset counted.
	line, column, counted int
}

// json reads the text of a JSON file, or of a YAML file that is JSON.
func (r *reader) json(src string, f Format) {
	j := &jsonReader{reader: r, src: src, end: len(src), plain: f == YAML, line: 1, column: 1}
	count, long := countValues(src)
	switch {
	case long > 0:
		r.tooLarge(j.place(long), longTextDetail, longTextHint)
		return
	case count > maxNodes:
		r.tooLarge(At(1, 1), tooManyDetail, tooManyHint)
		return
	}
	if data := []byte(src); !json.Valid(data) {
		j.end = firstFault(data)
		count, _ = countValues(src[:j.end])
	}
	j.tree.nodes = make([]node, 0, count)
	j.skip()
	switch {
	case j.pos == len(src):
		r.syntax(At(1, 1), message.Of("the file is empty"), JSON.Beginning())
	case !j.value():
	case j.next() != 0 || j.end < len(src):
		j.fault(j.pos, message.Of("the file continues after its end"), message.Of("a file holds one object; check the braces before this place"))
	}
}

// countValues returns an upper bound of the number of nodes. It also returns the offset of the
// first quoted text that is longer than the limit, or 0. It stops at the limits of the file, so that
// a file that is too large is refused before its nodes take memory, and at an object with too many
// keys, where reading stops too.
func countValues(src string) (n, long int) {
	n = 16
	keys := []int{0} // of the open objects
	for i := 0; i < len(src) && n <= maxNodes; i++ {
		switch src[i] {
		case '{', '[':
			n++
			keys = append(keys, 0)
		case '}', ']':
			keys = keys[:max(1, len(keys)-1)]
		case ',':
			n++
		case ':':
			n++
			if keys[len(keys)-1]++; keys[len(keys)-1] > maxPairs {
				return n, 0
			}
		case '"':
			start := i
			for i++; i < len(src) && src[i] != '"'; i++ {
				if src[i] == '\\' {
					i++
				}
			}
			if i-start > maxText {
				return n, start
			}
		}
	}
	return n, 0
}

var (
	tooManyHint    = message.Of("divide the account, or leave out old orders")
	longTextHint   = message.Of("keep the whole text in a separate file, and write the file's name here")
	tooManyDetail  = message.Of("the file has more than %d entries or %d values, or an object has more than %d keys", maxEntries, maxNodes, maxPairs)
	longTextDetail = message.Of("the text is longer than %d MiB", maxText>>20)
	deepDetail     = message.Of("lists and objects are nested more than %d deep", maxDepth)
)

func firstFault(data []byte) int {
	var raw json.RawMessage
	e, ok := errors.AsType[*json.SyntaxError](json.Unmarshal(data, &raw))
	if !ok || strings.HasPrefix(e.Error(), "unexpected end") {
		return len(data)
	}
	return max(0, int(e.Offset)-1)
}

// place returns the place of a byte. Offsets must not decrease between calls.
func (j *jsonReader) place(offset int) Place {
	passed := j.src[j.counted:offset]
	if i := strings.LastIndexByte(passed, '\n'); i >= 0 {
		j.line += strings.Count(passed, "\n")
		j.column, passed = 1, passed[i+1:]
	}
	j.column += utf8.RuneCountInString(passed)
	j.counted = offset
	return At(j.line, j.column)
}

// fault reports a syntax error and returns false for convenience.
func (j *jsonReader) fault(at int, detail, hint string) bool {
	j.syntax(j.place(at), detail, hint)
	return false
}

func (j *jsonReader) skip() {
	for j.pos < j.end && strings.IndexByte(" \t\r\n", j.src[j.pos]) >= 0 {
		j.pos++
	}
}

// next skips white space and returns the next byte, or 0 at the end of the valid text.
func (j *jsonReader) next() byte {
	if j.skip(); j.pos < j.end {
		return j.src[j.pos]
	}
	return 0
}

// value adds one value. It returns false if the rest of the file cannot be read.
func (j *jsonReader) value() bool {
	c := j.next()
	at := j.place(j.pos)
	if j.tree.full() {
		j.tree.Add(Null, "", at)
		return j.tooLarge(at, tooManyDetail, tooManyHint)
	}
	switch {
	case c == 0:
		j.tree.Add(Null, "", at)
		return j.missingValue(j.pos)
	case c == '{' || c == '[':
		if j.depth == maxDepth {
			j.tree.Add(Null, "", at)
			return j.tooLarge(at, deepDetail, message.Of("an account file needs no more than a few levels"))
		}
		j.depth++
		defer func() { j.depth-- }()
		if c == '{' {
			return j.group(Object, at, '}', j.pair)
		}
		return j.group(List, at, ']', j.entry)
	case c == '"':
		s, ok := j.text()
		j.tree.Add(Text, s, at)
		return ok
	}
	start := j.pos
	for j.pos < len(j.src) && strings.IndexByte(" \t\r\n,:{}[]\"", j.src[j.pos]) < 0 {
		j.pos++
	}
	word := j.src[start:j.pos]
	switch {
	case word == "":
		j.tree.Add(Null, "", at)
		return j.missingValue(start)
	case j.pos >= j.end && !json.Valid([]byte(word)): // the word is invalid
		j.tree.Add(Null, "", at)
		return j.invalidWord(start, word)
	case word == "null":
		j.tree.Add(Null, "", at)
	case j.plain:
		j.tree.Add(Plain, word, at)
	case word == "true" || word == "false":
		j.tree.Add(Bool, word, at)
	default:
		j.tree.Add(Number, word, at)
	}
	return true
}

// group reads a list or an object up to its closing bracket.
func (j *jsonReader) group(kind Kind, at Place, end byte, element func() bool) bool {
	i := j.tree.Begin(kind, "", at)
	defer j.tree.End(i)
	j.pos++
	for n := 0; ; n++ {
		c := j.next()
		if c == ',' && n > 0 {
			j.pos++
			c = j.next()
		}
		switch c {
		case end:
			j.pos++
			return true
		case 0:
			return j.missingMember(end, n == 0)
		}
		if kind == Object && n == maxPairs {
			return j.tooLarge(j.place(j.pos), tooManyDetail, tooManyHint)
		}
		if !element() {
			return false
		}
	}
}

func (j *jsonReader) entry() bool {
	j.tree.entries++
	return j.value()
}

func (j *jsonReader) pair() bool {
	at := j.place(j.pos)
	name, ok := j.text()
	if !ok {
		return false
	}
	j.tree.AddKey(name, at)
	if j.next() != ':' {
		j.tree.Add(Null, "", at)
		return j.fault(j.pos, message.Of("a colon is missing after the key"), message.Of(`a key and its value are written "name": "value"`))
	}
	j.pos++
	return j.value()
}

// text reads a quoted text. It returns false for an invalid text.
func (j *jsonReader) text() (string, bool) {
	start, escaped := j.pos, false
	for i := start + 1; i < j.end; i++ {
		switch j.src[i] {
		case '"':
			j.pos = i + 1
			if !escaped {
				return j.src[start+1 : i], true
			}
			var s string
			if json.Unmarshal([]byte(j.src[start:j.pos]), &s) != nil {
				return "", j.invalidText(start)
			}
			if at, found := halfCharacter(j.src[start:j.pos]); found {
				j.fault(start+at, message.Of("this is half of a character"), message.Of(`characters beyond \uffff are written as two escapes, or simply as they are`))
			}
			return s, true
		case '\\':
			escaped = true
			i++
		}
	}
	return "", j.invalidText(start)
}

// halfCharacter finds the escape of an unpaired UTF-16 surrogate, which encoding/json reads as
// U+FFFD.
func halfCharacter(literal string) (offset int, found bool) {
	for i := 0; i < len(literal); {
		first, size := utf16Escape(literal[i:])
		if utf16.IsSurrogate(first) {
			second, more := utf16Escape(literal[i+size:])
			if utf16.DecodeRune(first, second) == utf8.RuneError {
				return i, true
			}
			size += more
		}
		i += size
	}
	return 0, false
}

// utf16Escape returns the code unit and the length of the escape \uXXXX at the start of s. For any
// other escape or character, the unit is 0.
func utf16Escape(s string) (unit rune, size int) {
	switch {
	case len(s) < 2 || s[0] != '\\':
		return 0, 1
	case s[1] != 'u' || len(s) < 6:
		return 0, 2
	}
	for _, c := range []byte(s[2:6]) {
		unit = unit<<4 | rune(strings.IndexByte("0123456789abcdef", c|0x20))
	}
	return unit, 6
}

// IsNumber reports whether a text is a JSON number: no leading zeros, no plus sign, and digits on
// both sides of the point.
func IsNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789+-.eE") == "" && json.Valid([]byte(s))
}
