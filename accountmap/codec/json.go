package codec

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// jsonReader parses JSON into a tree. It goes on after the slips that hands make (a comma too many or too few, a comment), and stops at
// anything else.
type jsonReader struct {
	tree   *tree
	report *report
	src    string
	pos    int
	depth  int
	// commented says that a comment was reported already.
	commented bool
}

// readJSON parses src, which is UTF-8. The tree is empty when there is nothing in src.
func readJSON(src string, r *report) *tree {
	j := &jsonReader{tree: newTree(strings.Count(src, ":") + strings.Count(src, ",")), report: r, src: src}
	j.skip()
	if j.pos == len(src) {
		r.syntax(0, "the file is empty", JSON.beginning())
		return j.tree
	}
	if j.value() {
		if j.skip(); j.pos < len(src) {
			j.fail(j.pos, "the file goes on after its end", "a file holds one object; check the braces before this place")
		}
	}
	return j.tree
}

// fail reports a fault of syntax at a byte of the source; it returns false, for its callers to hand on.
func (j *jsonReader) fail(at int, detail, hint string) bool {
	j.report.syntax(uint64(at), detail, hint)
	return false
}

func (j *jsonReader) tooLarge(detail, hint string) bool {
	j.report.broken = true
	j.report.add(uint64(j.pos), "", accountmap.ErrTooLarge, detail, hint)
	return false
}

// skip passes over white space, and over comments, which it reports.
func (j *jsonReader) skip() {
	for j.pos < len(j.src) {
		switch j.src[j.pos] {
		case ' ', '\t', '\r', '\n':
			j.pos++
		case '/':
			if !j.comment() {
				return
			}
		default:
			return
		}
	}
}

func (j *jsonReader) comment() bool {
	rest, length := j.src[j.pos:], 0
	switch {
	case strings.HasPrefix(rest, "//"):
		length = len(rest)
		if end := strings.IndexByte(rest, '\n'); end >= 0 {
			length = end
		}
	case strings.HasPrefix(rest, "/*"):
		length = len(rest)
		if end := strings.Index(rest[2:], "*/"); end >= 0 {
			length = end + 4
		}
	default:
		return false
	}
	if !j.commented {
		j.fail(j.pos, "JSON has no comments", "delete it, or write the file in YAML, which has them")
		j.commented = true
	}
	j.pos += length
	return true
}

// next skips to the next character and returns it, and 0 at the end of the file.
func (j *jsonReader) next() byte {
	j.skip()
	if j.pos == len(j.src) {
		return 0
	}
	return j.src[j.pos]
}

// value adds one value to the tree, whatever happens. It returns false when the rest of the file cannot be read.
func (j *jsonReader) value() bool {
	c := j.next()
	at := uint64(j.pos)
	switch {
	case j.tree.full():
		j.tree.add(null, "", at)
		return j.tooLarge("the file holds more values than are read", "divide the account, or leave out old orders")
	case c == '{' || c == '[':
		if j.depth == maxDepth {
			j.tree.add(null, "", at)
			return j.tooLarge("lists and objects are nested too deeply", "an account file needs no more than a few levels")
		}
		j.depth++
		defer func() { j.depth-- }()
		if c == '{' {
			return j.object()
		}
		return j.list()
	case c == '"':
		s, ok := j.text()
		j.tree.add(text, s, at)
		return ok
	case c == '-' || '0' <= c && c <= '9':
		return j.number()
	default:
		return j.word()
	}
}

func (j *jsonReader) object() bool {
	i := j.tree.add(object, "", uint64(j.pos))
	defer j.tree.close(i)
	j.pos++
	for first := true; ; first = false {
		c, ok := j.separate('}', first)
		if !ok || c == '}' {
			return ok
		}
		if c != '"' {
			return j.fail(j.pos, "a key is missing here", `keys stand in double quotes: "name"`)
		}
		at := uint64(j.pos)
		name, ok := j.text()
		j.tree.add(key, name, at)
		if ok && j.next() != ':' {
			ok = j.fail(j.pos, "a colon is missing after the key", `a key and its value are written "name": "value"`)
		}
		if !ok {
			j.tree.add(null, "", uint64(j.pos))
			return false
		}
		j.pos++
		if !j.value() {
			return false
		}
	}
}

func (j *jsonReader) list() bool {
	i := j.tree.add(list, "", uint64(j.pos))
	defer j.tree.close(i)
	j.pos++
	for first := true; ; first = false {
		c, ok := j.separate(']', first)
		if !ok || c == ']' {
			return ok
		}
		j.tree.entries++
		if !j.value() {
			return false
		}
	}
}

// separate goes from one member of a list or an object to the next, or to its end, which it passes. It returns the character there.
func (j *jsonReader) separate(end byte, first bool) (byte, bool) {
	c := j.next()
	if c == end {
		j.pos++
		return c, true
	}
	if !first {
		if c == ',' {
			comma := j.pos
			j.pos++
			if c = j.next(); c == end {
				j.fail(comma, "there is a comma after the last entry", "delete the comma")
				j.pos++
				return c, true
			}
		} else if c == '"' || c == '{' && end == ']' {
			j.fail(j.pos, "a comma is missing before this", "separate entries with commas")
		} else if c != 0 {
			return c, j.fail(j.pos, "a comma or "+closing(end)+" is missing here", "entries are separated by commas")
		}
	}
	if c == 0 {
		return 0, j.fail(j.pos, "the file ends before "+closing(end), "close every brace and bracket; perhaps the end of the file is lost")
	}
	return c, true
}

func closing(end byte) string {
	if end == '}' {
		return `a closing brace "}"`
	}
	return `a closing bracket "]"`
}
