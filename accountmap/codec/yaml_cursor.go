package codec

import (
	"strings"
	"unicode/utf8"
)

// cursor finds the true columns of tokens: the lexer is beside the mark on lines with tabs and where a line ends in spaces. It is
// meant to be moved forwards, so that a long line costs no more than its length.
type cursor struct {
	lines []string
	// line is where the cursor stands, and offset the byte at which the column begins.
	line, column, offset int
}

// find returns the column, counted in characters, at which the source of a token begins, given where the lexer thinks it does.
func (c *cursor) find(line, column int, source string) int {
	mark, _, _ := strings.Cut(strings.TrimSpace(source), "\n")
	if line < 1 || line > len(c.lines) || mark == "" {
		return max(1, column)
	}
	c.move(line, column)
	text := c.lines[line-1]
	if strings.HasPrefix(text[c.offset:], mark) {
		return c.column
	}
	// Tabs before the mark, which are not counted, have left it further on; spaces at the end of the line, counted twice, further back.
	ahead := strings.TrimLeft(text[c.offset:], " \t")
	if strings.HasPrefix(ahead, mark) {
		return c.column + len(text) - c.offset - len(ahead)
	}
	for from := c.offset; from > max(0, c.offset-maxShift); from-- {
		if strings.HasPrefix(text[from-1:], mark) {
			return c.column - utf8.RuneCountInString(text[from-1:c.offset])
		}
	}
	return c.column
}

// maxShift is how far back, in bytes, the cursor looks for a mark.
const maxShift = 200

// move puts the cursor on a column, or at the end of the line.
func (c *cursor) move(line, column int) {
	if line != c.line {
		c.line, c.column, c.offset = line, 1, 0
	}
	text := c.lines[line-1]
	for c.column < column && c.offset < len(text) {
		_, size := utf8.DecodeRuneInString(text[c.offset:])
		c.offset += size
		c.column++
	}
	for c.column > max(1, column) && c.offset > 0 {
		_, size := utf8.DecodeLastRuneInString(text[:c.offset])
		c.offset -= size
		c.column--
	}
}
