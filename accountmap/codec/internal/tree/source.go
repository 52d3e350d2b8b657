package tree

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// source is the text of a YAML file, in which the lines and columns of nodes are looked up.
type source struct {
	src string
	// starts are the offsets of the lines.
	starts []int
	// at is the place that was looked up last, and atOffset its offset. Nodes are looked up in the
	// order of the file, so that a file of one long line takes no longer than its length.
	at       Place
	atOffset int
}

func newSource(src string) source {
	starts := []int{0}
	for i := strings.IndexByte(src, '\n'); i >= 0; {
		starts = append(starts, starts[len(starts)-1]+i+1)
		i = strings.IndexByte(src[starts[len(starts)-1]:], '\n')
	}
	return source{src: src, starts: starts, at: At(1, 1)}
}

// line returns the text of a line, from 1, without its line break. A line after the end is empty.
func (s *source) line(line int) string {
	switch {
	case line < 1 || line > len(s.starts):
		return ""
	case line == len(s.starts):
		return s.src[s.starts[line-1]:]
	}
	return s.src[s.starts[line-1] : s.starts[line]-1]
}

// offset returns the offset of a line and a column. A column after the end of the line is its end.
func (s *source) offset(line, column int) int {
	if line > len(s.starts) {
		return len(s.src)
	}
	text, start := s.line(line), s.starts[line-1]
	if s.at.Line() != line {
		s.at, s.atOffset = At(line, 1), start
	}
	for s.at < At(line, column) && s.atOffset < start+len(text) {
		_, size := utf8.DecodeRuneInString(s.src[s.atOffset:])
		s.atOffset += size
		s.at++
	}
	for s.at > At(line, max(1, column)) {
		_, size := utf8.DecodeLastRuneInString(s.src[:s.atOffset])
		s.atOffset -= size
		s.at--
	}
	return s.atOffset
}

// place returns the place of an offset that is on the line looked up last or after it.
func (s *source) place(offset int) Place {
	line, from, column := s.at.Line(), s.atOffset, int(uint32(s.at))
	for line < len(s.starts) && s.starts[line] <= offset {
		line++
		from, column = s.starts[line-1], 1
	}
	if from > offset {
		from, column = s.starts[line-1], 1
	}
	return At(line, column+utf8.RuneCountInString(s.src[from:offset]))
}

func (s *source) from(n *yaml.Node) string { return s.src[s.offset(n.Line, n.Column):] }

// plainEnd returns the offset of the end of a text without quotes, which is in the source but for
// its white space.
func (s *source) plainEnd(start int, text string) int {
	if strings.HasPrefix(s.src[start:], text) {
		return start + len(text)
	}
	end := start
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }) {
		rest := strings.TrimLeft(s.src[end:], " \t\n")
		if !strings.HasPrefix(rest, word) {
			break
		}
		end = len(s.src) - len(rest) + len(word)
	}
	return end
}

// quotedEnd returns the offset of the end of a text in quotes. Two single quotes are one in it.
func (s *source) quotedEnd(start int) int {
	quote := s.src[start]
	for i := start + 1; i < len(s.src); i++ {
		switch {
		case s.src[i] == '\\' && quote == '"', quote == '\'' && strings.HasPrefix(s.src[i:], "''"):
			i++
		case s.src[i] == quote:
			return i + 1
		}
	}
	return len(s.src)
}

func (s *source) start(n Node) int { return s.offset(n.At().Line(), int(uint32(n.At()))) }

func (s *source) lineStart(offset int) int { return strings.LastIndexByte(s.src[:offset], '\n') + 1 }

// lineEnd returns the offset of the line break at or after an offset, or the end of the text.
func (s *source) lineEnd(offset int) int {
	if i := strings.IndexByte(s.src[offset:], '\n'); i >= 0 {
		return offset + i
	}
	return len(s.src)
}

func (s *source) colon(name Node) int {
	end := s.start(name)
	if strings.IndexByte(`"'`, s.src[end]) >= 0 {
		end = s.quotedEnd(end)
	} else {
		end = s.plainEnd(end, name.Text())
	}
	return end + strings.IndexByte(s.src[end:], ':') + 1
}

func (s *source) pairEnd(p pair) int {
	if p.value.IsNull() {
		end := s.colon(p.name)
		rest := s.src[end:s.lineEnd(end)]
		value := strings.TrimLeft(rest, " ")
		for _, null := range nulls {
			if strings.HasPrefix(value, null) {
				return end + len(rest) - len(value) + len(null)
			}
		}
		return end
	}
	return s.end(p.value)
}

func (s *source) end(n Node) int {
	start := s.start(n)
	switch first := s.src[start]; {
	case n.isScalar() && (first == '"' || first == '\'') && n.Kind() == Text:
		return s.quotedEnd(start)
	case n.Kind() == Text && (first == '|' || first == '>'):
		return s.blockEnd(start)
	case n.isScalar():
		return s.plainEnd(start, n.Text())
	case first == '[' || first == '{':
		return s.bracketEnd(start)
	}
	end := start
	if n.Kind() == List {
		for e := range n.Entries() {
			end = s.end(e)
		}
		return end
	}
	for name, value := range n.Fields() {
		end = s.pairEnd(pair{name: name, value: value})
	}
	return end
}

// blockEnd returns the offset of the end of a text in lines of its own, which begins with its sign.
func (s *source) blockEnd(start int) int {
	end, indentation := s.lineEnd(start), 0
	for from := end + 1; from < len(s.src); {
		to := s.lineEnd(from)
		line := s.src[from:to]
		spaces := len(line) - len(strings.TrimLeft(line, " "))
		if spaces < len(line) {
			if spaces < indentation || spaces == 0 {
				break
			}
			if indentation == 0 {
				indentation = spaces
			}
			end = to
		}
		from = to + 1
	}
	return end
}

func (s *source) bracketEnd(start int) int {
	depth, begins := 0, true // begins says that a value may begin here
	for i := start; i < len(s.src); i++ {
		switch c := s.src[i]; {
		case begins && (c == '"' || c == '\''):
			i = s.quotedEnd(i) - 1
			begins = false
		case c == '#' && strings.IndexByte(" \n", s.src[i-1]) >= 0:
			i = s.lineEnd(i)
		case c == '[' || c == '{':
			depth++
			begins = true
		case c == ']' || c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
			begins = false
		case c == ',' || c == ':':
			begins = true
		case c != ' ' && c != '\n':
			begins = false
		}
	}
	return len(s.src)
}

// maxMarks bounds what the YAML library makes of a file: about 200 bytes of each
// mark. A file of 200,000 orders has five million.
const maxMarks = 6 << 20

// longLine is the length in bytes beyond which a line counts three times: the library keeps the
// tokens of a line in brackets, which may turn out to be a key. A million pairs take 3.2 GB.
const longLine = 64 << 10

// maxProperties bounds anchors, aliases and tags, which an account file has none of: the library
// takes a second for half a million. Texts may look like them, as in "AT &T".
const maxProperties = 1 << 16

// maxKeys bounds the keys that follow each other without a dash. An entry has forty at most.
const maxKeys = 20_000

// longText returns the number of the line with the end of what the YAML library would read as one text
// longer than any is read, or 0. The library takes 20 seconds for 30 MB. Text in brackets ends at each
// sign; lines without a key or a dash go on with the text before them. Comments are no text.
func longText(src string) int {
	n, text := 0, 0
	for line := range strings.Lines(src) {
		n++
		if start := strings.TrimSpace(line); start == "" || start[0] == '#' {
			continue
		}
		begins := strings.HasPrefix(strings.TrimLeft(line, " "), "-") || strings.Contains(line, ":")
		if begins {
			text = 0
		}
		if text += len(line); text <= maxText {
			continue
		}
		for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return r < 0x80 && strings.IndexByte("[]{},", byte(r)) >= 0 }) {
			if len(part) > maxText {
				return n
			}
		}
		if len(line) <= maxText {
			return n
		}
		text = 0
	}
	return 0
}

// costsTooMuch reports a text for which the YAML library would take memory beyond reason. No
// account is written like that.
func costsTooMuch(src string) bool {
	marks, properties, keys := 0, 0, 0
	for line := range strings.Lines(src) {
		if keys++; strings.HasPrefix(strings.TrimLeft(line, " "), "-") || !strings.Contains(line, ":") {
			keys = 0
		}
		if keys > maxKeys {
			return true
		}
		m, p := countMarks(line)
		if len(line) > longLine {
			m *= 3
		}
		marks, properties = marks+m, properties+p
		if marks > maxMarks || properties > maxProperties {
			return true
		}
	}
	return false
}

// countMarks is about how many values a line has: one for its text, each bracket and each comma,
// two for a colon and for a dash; and how many anchors, aliases and tags.
func countMarks(line string) (marks, properties int) {
	marks = 1
	for i := range len(line) {
		ends := i+1 == len(line) || strings.IndexByte(" \t\n", line[i+1]) >= 0
		switch line[i] {
		case '[', ']', '{', '}', ',':
			marks++
		case ':', '%':
			marks += 2
		case '&', '*', '!':
			if !ends && (i == 0 || strings.IndexByte(" \t,:[]{}-?&*!", line[i-1]) >= 0) {
				properties++
			}
		case '-', '?':
			if ends {
				marks += 2
			}
		}
	}
	return marks, properties
}
