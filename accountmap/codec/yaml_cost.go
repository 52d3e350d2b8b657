package codec

import "strings"

const (
	// maxMarks bounds the tokens, which take some 200 bytes each.
	maxMarks = 8 << 20
	// maxCost is about as many steps as reading a file of the full size takes otherwise.
	maxCost = 1 << 28
)

// hardToLex reports a text on which the lexer would take memory beyond reason, or time that grows with the square of its length: it does so
// on long runs of "<", on many tabs in one line and on many blank lines in a row. No account is written like that.
func hardToLex(src string) bool {
	cost, marks, blank := 0, 0, 0
	for line := range strings.Lines(src) {
		cost += strings.Count(line, "\t") * len(line)
		for i := strings.Index(line, "<<"); i >= 0; i = strings.Index(line, "<<") {
			rest := strings.TrimLeft(line[i:], "<")
			run := len(line) - i - len(rest)
			cost += run * run
			line = rest
		}
		for _, mark := range "[]{},:" {
			marks += strings.Count(line, string(mark))
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
