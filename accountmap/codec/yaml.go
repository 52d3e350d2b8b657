package codec

import (
	"math"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/token"

	"github.com/accountatlas/accountatlas/accountmap"
)

// yamlReader builds a tree from the tokens of the lexer. The parser that comes with the lexer is not used: it recurses for each key of an
// object, so that a small file overflows the stack, which no program survives, and it stops at the first fault.
//
// A fault within a block ends the entry that it is in, and reading goes on with the next entry.
type yamlReader struct {
	tree   *tree
	report *report
	lines  []string
	tokens []yamlToken
	pos    int
	depth  int
	// stopped is where the lexer gave up. Faults of structure from there on are its consequence.
	stopped uint64
	full    bool
	// opened is where the text in quotes begins that was last reported to end too late.
	opened uint64
}

// readYAML parses src, which is UTF-8 with plain line feeds. The tree is empty when there is nothing in src.
func readYAML(src string, r *report) *tree {
	y := &yamlReader{tree: &tree{}, report: r, lines: strings.Split(src, "\n")}
	if hardToLex(src) {
		r.broken = true
		r.add(lined(1, 1), "", accountmap.ErrTooLarge, "the file has more signs, tabs or blank lines than are read", "take out what is not the account")
		return y.tree
	}
	y.tokens, y.stopped = lexYAML(src, y.lines, r)
	y.tree = newTree(len(y.tokens))
	y.document()
	return y.tree
}

func (y *yamlReader) document() {
	for t := y.cur(); t != nil && (t.kind == token.DirectiveType || t.kind == token.DocumentHeaderType); t = y.cur() {
		y.pos++
		if t.kind == token.DirectiveType {
			y.fail(t, "directives are not read", `delete the line that begins with "%"`)
			y.skipTo(math.MaxInt)
			continue
		}
		break
	}
	if y.cur() == nil || y.cur().kind == token.DocumentEndType {
		if !y.report.broken {
			y.report.syntax(lined(1, 1), "the file is empty", YAML.beginning())
		}
		return
	}
	y.block(0)
	t := y.cur()
	if t != nil && t.kind == token.DocumentEndType {
		y.pos++
		t = y.cur()
	}
	switch {
	case t == nil:
	case t.kind == token.DocumentHeaderType || t.kind == token.DocumentEndType:
		y.fail(t, "a second document begins here", "a file holds one account: delete this line, or make two files")
	default:
		y.fail(t, "the file goes on after its end", "give every key at the top the same indentation")
	}
}

// cur returns the token to be read next, and nil at the end.
func (y *yamlReader) cur() *yamlToken { return y.ahead(0) }

func (y *yamlReader) ahead(n int) *yamlToken {
	if y.pos+n < 0 || y.pos+n >= len(y.tokens) {
		return nil
	}
	return &y.tokens[y.pos+n]
}

// fail reports a fault at a token, or at the end of the file when it is nil.
func (y *yamlReader) fail(t *yamlToken, detail, hint string) {
	at := lined(1, 1)
	if t != nil {
		at = t.at()
	} else if n := len(y.tokens); n > 0 {
		at = y.tokens[n-1].at()
	}
	if y.stopped != 0 && (t == nil || at >= y.stopped) || y.full {
		return
	}
	if open := y.quoteBefore(t); open != nil {
		if y.opened == open.at() {
			return
		}
		y.opened, at = open.at(), open.at()
		detail = "the text in quotes that begins here ends on line " + strconv.Itoa(open.until) + ", where more follows"
		hint = "is its closing quote missing? close the text where it ends"
	}
	y.report.syntax(at, detail, hint)
}

// quoteBefore returns the text in quotes that ends on the line of a token, before it, and began on another line; nil when there is none. What
// stands behind it is most likely a text that was meant to be in quotes, and its opening quote taken for the end of the one before.
func (y *yamlReader) quoteBefore(t *yamlToken) *yamlToken {
	const near = 32 // tokens
	if t == nil {
		return nil
	}
	last := min(y.pos, len(y.tokens)-1)
	for i := last; i >= 0 && i > last-near; i-- {
		if q := &y.tokens[i]; q.until == t.line && q.at() < t.at() {
			return q
		}
	}
	return nil
}

// skipTo passes over the rest of an entry of a block whose entries stand at the column: up to the next line that begins there or before.
func (y *yamlReader) skipTo(column int) {
	for t := y.cur(); t != nil && (!t.first || t.column > column); t = y.cur() {
		y.pos++
	}
}

// skipEntry is skipTo from the token after this one.
func (y *yamlReader) skipEntry(column int) {
	y.pos++
	y.skipTo(column)
}

// enter reports false, and adds a null instead, when there is no room for another list or object at the token.
func (y *yamlReader) enter(t *yamlToken) bool {
	deep := y.depth == maxDepth
	if !deep && !y.tree.full() {
		y.depth++
		return true
	}
	y.tree.add(null, "", t.at())
	if !y.full {
		y.report.broken = true
		detail, hint := "the file holds more values than are read", "divide the account, or leave out old orders"
		if deep {
			detail, hint = "lists and objects are nested too deeply", "an account file needs no more than a few levels"
		}
		y.report.add(t.at(), "", accountmap.ErrTooLarge, detail, hint)
	}
	y.full = true
	y.pos = len(y.tokens)
	return false
}

// isKey reports whether the token is the key of an object: a colon follows it on its line.
func (y *yamlReader) isKey() bool {
	t, colon := y.cur(), y.ahead(1)
	return t != nil && colon != nil && t.scalar() && colon.kind == token.MappingValueType && !colon.first
}

// isEnd reports whether nothing of the document is left at the token.
func isEnd(t *yamlToken) bool {
	return t == nil || t.kind == token.DocumentHeaderType || t.kind == token.DocumentEndType
}

// properties reports and passes over what may stand before a value and is not read.
func (y *yamlReader) properties() {
	for t := y.cur(); t != nil; t = y.cur() {
		switch t.kind {
		case token.AnchorType:
			y.fail(t, "anchors are not read", `write the value out wherever it is meant; a text that begins with "&" goes in quotes`)
			y.pos++
			if name := y.cur(); name != nil && !name.first && name.scalar() {
				y.pos++
			}
		case token.TagType:
			y.fail(t, "tags are not read", `delete the word that begins with "!", or put the text in quotes`)
			y.pos++
		default:
			return
		}
	}
}

// scalar adds the value of the token, which is one by itself, and passes it.
func (y *yamlReader) scalar() {
	t := y.cur()
	y.pos++
	switch {
	case t.kind == token.SingleQuoteType || t.kind == token.DoubleQuoteType:
		y.tree.add(text, t.text, t.at())
	case t.kind == token.NullType:
		y.tree.add(null, "", t.at())
	default:
		y.unspoilt(t)
		i := y.tree.add(plain, t.text, t.at())
		y.tree.nodes[i].hidden = t.hides > 0
	}
}

func (y *yamlReader) unspoilt(t *yamlToken) {
	if t.spoilt {
		y.fail(t, "a text without quotes has a tab, a blank line with spaces, or a line that begins with a dash",
			`put the text in quotes, or below "|"; a list begins on the line after its key`)
	}
}

// blockText adds the text that stands below "|" or ">".
func (y *yamlReader) blockText() {
	t := y.cur()
	y.pos++
	content := ""
	if next := y.cur(); next != nil && !next.first && next.kind == token.StringType {
		content = next.text
		y.pos++
	}
	y.tree.add(text, content, t.at())
}

// newlines replaces the line breaks of other systems, between which YAML makes no difference.
func newlines(src string) string {
	if !strings.Contains(src, "\r") {
		return src
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src)
}
