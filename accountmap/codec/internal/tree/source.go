package tree

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// source is the text of a YAML file with an index for the places of nodes.
type source struct {
	src string
	// starts are the offsets of the lines.
	starts []int
	// at is the last place looked up, and atOffset its offset. Nodes are looked up in file order,
	// so that all look-ups in one long line take linear time.
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

// line returns the text of a line, from 1, without its line break, or "" after the last line.
func (s *source) line(line int) string {
	switch {
	case line < 1 || line > len(s.starts):
		return ""
	case line == len(s.starts):
		return s.src[s.starts[line-1]:]
	}
	return s.src[s.starts[line-1] : s.starts[line]-1]
}

// offset returns the offset of a line and a column. A column beyond the line gives the end of the
// line.
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

// place returns the place of an offset. The offset must not be before the line looked up last.
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

// plainEnd returns the end of an unquoted text, whose white space may differ in the source.
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

// quotedEnd returns the end of a quoted text. Two single quotes within it are one apostrophe.
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

// blockEnd returns the end of a block text, which begins with "|" or ">".
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
	depth, begins := 0, true // begins: a value may begin here
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

// maxMarks bounds the memory of the YAML library, which takes about 200 bytes per mark. A file of
// 200,000 orders has five million marks.
const maxMarks = 6 << 20

// longLine is the length in bytes of a line that counts three times. The library keeps all tokens
// of a bracketed line, since they may be a key. A million pairs take 3.2 GB.
const longLine = 64 << 10

// quoteMarks is the number of marks of a quote in a long line. A million quotes in one line take 320
// MB before the library finds the error.
const quoteMarks = 12

// maxProperties bounds anchors, aliases and tags, which account files do not have. The library
// takes a second for half a million. Texts such as "AT &T" may look like them.
const maxProperties = 1 << 16

// maxKeys bounds the consecutive keys without a dash. An entry has at most forty.
const maxKeys = 20_000

// tooManyEntries reports a text with more lines that begin with a dash than a file may have
// entries.
func tooManyEntries(src string) bool {
	entries := 0
	for line := range strings.Lines(src) {
		if line = strings.TrimLeft(line, " "); strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "-\n") {
			entries++
		}
	}
	return entries > maxEntries
}

// longText returns the line on which the first text over the limit ends, or 0. The YAML library
// takes 20 seconds for a text of 30 MB. A bracket or comma ends a text in brackets. A line without
// a key or a dash continues the text before it. Comments do not count.
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

// costsTooMuch reports a text for which the YAML library would take excessive memory. No real
// account is such a text.
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
			m = 3*m + quoteMarks*(strings.Count(line, `"`)+strings.Count(line, "'"))
		}
		marks, properties = marks+m, properties+p
		if marks > maxMarks || properties > maxProperties {
			return true
		}
	}
	return false
}

// countMarks estimates the tokens of a line: one for its text, for each bracket and for each comma,
// and two for each colon and dash. It also counts anchors, aliases and tags.
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
