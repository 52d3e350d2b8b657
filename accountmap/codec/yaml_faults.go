package codec

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// swallowedKey reports the colon of a key that is indented deeper than the key before it. YAML takes it for a further line of that key's
// text, which is therefore not what was meant.
func (y *yamlReader) swallowedKey(colon *yamlToken, ofKey bool) {
	y.tree.last().kind = null
	if !ofKey {
		id, _, _ := strings.Cut(y.ahead(-1).text, " ")
		y.fail(y.ahead(-1), "the entry begins with a text instead of a key", `write "key: value", such as `+quote("- id: "+id))
		return
	}
	line := y.lines[colon.line-1]
	margin := len(line) - len(strings.TrimLeft(line, " \t"))
	first := yamlToken{line: colon.line, column: margin + 1}
	y.fail(&first, "this line is indented deeper than the line before it", "align it with the line that it belongs to")
}

// missingDash reports keys that stand where the next entry of a list has its dash, and passes over them. A key without a value on its line
// may rather be that of a list which is indented too far.
func (y *yamlReader) missingDash(column int) {
	t, value := y.cur(), y.ahead(2)
	if isEnd(t) || !t.first || t.column != column || !y.isKey() || isEnd(value) || value.first {
		return
	}
	detail, line := "the dash of a new entry is missing", strings.TrimSpace(y.lines[t.line-1])
	begin := strings.TrimLeft(line, "-–— ")
	if begin != line {
		detail = "the entry does not begin with a dash and a space"
	}
	y.fail(t, detail, "begin the entry with a dash, and indent its other keys alike: "+quote("- "+begin))
	for !isEnd(t) && t.column == column && t.kind != token.SequenceEntryType {
		y.skipEntry(column)
		t = y.cur()
	}
}

// notKey reports a token that stands where a key should.
func (y *yamlReader) notKey(t *yamlToken) {
	switch {
	case t.kind == token.MergeKeyType:
		y.fail(t, "merge keys are not read", "write the keys out")
	case t.scalar() && strings.Contains(t.text, ":"):
		name, value, _ := strings.Cut(t.text, ":")
		y.fail(t, "a key and a colon without a space behind it", "write a space after the colon: "+quote(name+": "+value))
	case t.scalar():
		y.fail(t, "a key without a colon", keyHint(t.text))
	case t.kind == token.SequenceEntryType:
		y.fail(t, "a list entry stands among keys", "indent the list below the key that it belongs to")
	default:
		y.unexpected(t)
	}
}

// keyHint says how a key and a value that no colon divides are written.
func keyHint(text string) string {
	name, value, divided := strings.Cut(text, " ")
	if value = strings.TrimLeft(value, "= "); divided && value != "" {
		return "write " + quote(name+": "+value)
	}
	return `write "key: value"`
}

// unexpected reports a token that cannot stand where it does.
func (y *yamlReader) unexpected(t *yamlToken) {
	before := y.ahead(-1)
	switch t.kind {
	case token.AliasType:
		y.fail(t, "aliases are not read", `write the value out; a text that begins with "*" goes in quotes`)
	case token.AnchorType, token.TagType:
		y.properties()
	case token.MergeKeyType:
		y.fail(t, "merge keys are not read", "write the keys out")
	case token.MappingKeyType:
		y.fail(t, `keys that begin with "?" are not read`, `write "key: value"`)
	case token.MappingValueType:
		y.fail(t, "a key is missing before the colon", `write "key: value", or put the text in quotes`)
	case token.DirectiveType:
		y.fail(t, "directives are not read", `delete the line that begins with "%"`)
	case token.SequenceEndType, token.MappingEndType, token.CollectEntryType:
		y.fail(t, "this sign has no beginning", "delete it, or put the text in quotes")
	default:
		if before != nil && before.kind == token.SingleQuoteType && before.line == t.line {
			y.fail(t, "a text goes on behind its closing quote", "put it in double quotes; within single ones, an apostrophe is written twice")
			return
		}
		y.fail(t, "this cannot stand here", "begin a new line, or put the whole text in quotes")
	}
}
