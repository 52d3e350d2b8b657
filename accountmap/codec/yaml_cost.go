package codec

import "strings"

const (
	// maxMarks bounds the tokens, which take some 430 bytes of the process each: 2.6 GB.
	maxMarks = 6 << 20
	// maxCost is about as many steps as reading a file of the full size takes otherwise.
	maxCost = 1 << 28
)

// hardToLex reports a text on which the lexer would take memory beyond reason, or time that grows with the square of its length: it does so
// on long runs of "<", on many tabs in one line and on many blank lines in a row. No account is written like that.
func hardToLex(src string) bool {
	cost, marks, blank := 0, 0, 0
	for line := range strings.Lines(src) {
		marks += countTokens(line)
		cost += strings.Count(line, "\t") * len(line)
		for i := strings.Index(line, "<<"); i >= 0; i = strings.Index(line, "<<") {
			rest := strings.TrimLeft(line[i:], "<")
			run := len(line) - i - len(rest)
			cost += run * run
			line = rest
		}
		if strings.TrimSpace(line) == "" {
			blank++
			cost += 16 * blank // the run squared, once it is over
		} else {
			blank = 0
		}
		if cost > maxCost || marks > maxMarks {
			return true
		}
	}
	return false
}

// countTokens is about how many tokens the lexer makes of a line, and seldom fewer: a value or a comment, each bracket, two for a sign that
// has a key or a value beside it, and two for a dash, an anchor, an alias, a tag and the like.
func countTokens(line string) int {
	n := 1
	for i := range len(line) {
		switch line[i] {
		case '[', ']', '{', '}':
			n++
		case ',', ':', '&', '*', '!', '%':
			n += 2
		case '-', '?':
			if i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\n' || line[i+1] == '\r' {
				n += 2
			}
		}
	}
	return n
}
