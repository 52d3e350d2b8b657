package tree

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// innermost returns the innermost unclosed bracket before a fault, and its closing bracket in
// quotes. Without one, the line of the mark is 0.
func (s *source) innermost(m yaml.Mark) (open yaml.Mark, sign string) {
	open, _ = s.enclosing(m)
	if open.Line == 0 {
		return open, ""
	}
	if s.src[open.Index] == '{' {
		return open, `"}"`
	}
	return open, `"]"`
}

// enclosing returns the innermost unclosed bracket at a fault. It also returns the start of the
// last quoted text that ends on the line of the fault and begins on an earlier line. Missing marks
// have line 0. The scan starts at the top-level key above the fault and interprets only brackets,
// quotes and comments.
func (s *source) enclosing(m yaml.Mark) (open, quote yaml.Mark) {
	line := max(1, min(m.Line, len(s.starts)))
	end := s.offset(line, m.Column)
	if m.Line > len(s.starts) {
		end = len(s.src)
	}
	line = max(1, line-1) // the fault may be at the next top-level key
	for line > 1 && (s.line(line) == "" || strings.IndexByte(" \t-#}]\"'", s.line(line)[0]) >= 0) {
		line--
	}
	type bracket struct{ line, offset int } // building a mark is linear in the line
	var brackets []bracket
	defer func() {
		if n := len(brackets); n > 0 {
			open = s.mark(brackets[n-1].line, brackets[n-1].offset)
		}
	}()
	before := byte('\n') // the last byte that is not a space
	for i := s.starts[line-1]; i < end; i++ {
		c := s.src[i]
		begins := strings.IndexByte("\n:-,[{", before) >= 0
		switch {
		case c == ' ' || c == '\t':
			continue
		case c == '\n':
			line++
		case c == '#' && (i == 0 || strings.IndexByte(" \t\n", s.src[i-1]) >= 0):
			next := strings.IndexByte(s.src[i:], '\n')
			if next < 0 {
				return open, quote
			}
			i += next - 1
			continue
		case (c == '"' || c == '\'') && begins:
			from := i
			i = s.quotedEnd(i) - 1
			if i >= end {
				return open, quote
			}
			if lines := strings.Count(s.src[from:i], "\n"); lines > 0 {
				if quote = (yaml.Mark{}); line+lines == m.Line {
					quote = s.mark(line, from)
				}
				line += lines
			}
		case (c == '[' || c == '{') && (begins || len(brackets) > 0):
			brackets = append(brackets, bracket{line, i})
		case (c == ']' || c == '}') && len(brackets) > 0:
			brackets = brackets[:len(brackets)-1]
		}
		before = c
	}
	return open, quote
}

func (s *source) mark(line, offset int) yaml.Mark {
	return yaml.Mark{Index: offset, Line: line, Column: 1 + len([]rune(s.src[s.starts[line-1]:offset]))}
}
