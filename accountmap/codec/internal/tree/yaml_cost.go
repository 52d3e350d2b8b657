package tree

import "strings"

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
