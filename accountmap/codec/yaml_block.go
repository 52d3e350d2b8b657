package codec

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// block adds the value that begins at the current token, within a block whose entries stand at column parent (0 at the top).
func (y *yamlReader) block(parent int) {
	y.properties()
	t := y.cur()
	if isEnd(t) {
		y.tree.add(null, "", y.end())
		return
	}
	switch {
	case y.isKey():
		y.mapping(t.column)
	case t.scalar():
		y.scalar()
	case t.kind == token.SequenceEntryType:
		y.sequence(t.column)
	case t.kind == token.LiteralType || t.kind == token.FoldedType:
		y.blockText()
	case t.kind == token.MappingStartType || t.kind == token.SequenceStartType:
		if !y.flow() {
			y.skipTo(parent)
		}
	default:
		y.tree.add(null, "", t.at())
		y.unexpected(t)
		y.skipEntry(parent)
	}
}

// end is the place of what is missing at the end.
func (y *yamlReader) end() uint64 {
	if y.pos > 0 && y.pos <= len(y.tokens) {
		return y.tokens[y.pos-1].at()
	}
	return lined(1, 1)
}

// mapping adds the object whose keys stand at the column.
func (y *yamlReader) mapping(column int) {
	if !y.enter(y.cur()) {
		return
	}
	i := y.tree.add(object, "", y.cur().at())
	for t := y.cur(); !isEnd(t) && t.column == column; t = y.cur() {
		if !y.isKey() {
			y.notKey(t)
			y.skipEntry(column)
			continue
		}
		y.unspoilt(t)
		y.tree.add(key, t.text, t.at())
		y.pos += 2
		y.entry(column, true)
	}
	y.tree.close(i)
	y.depth--
}

// sequence adds the list whose dashes stand at the column.
func (y *yamlReader) sequence(column int) {
	if !y.enter(y.cur()) {
		return
	}
	i := y.tree.add(list, "", y.cur().at())
	for t := y.cur(); t != nil && t.kind == token.SequenceEntryType && t.column == column; t = y.cur() {
		y.tree.entries++
		y.pos++
		y.entry(column, false)
	}
	y.tree.close(i)
	y.depth--
}

// entry adds the value of a key or a dash that stands at the column, which may be nothing, and sees to it that the next entry begins on a line of its
// own.
func (y *yamlReader) entry(column int, ofKey bool) {
	y.properties()
	t := y.cur()
	switch {
	case isEnd(t) || t.first && t.column < column:
		y.tree.add(null, "", y.end())
		return
	case t.first && t.column == column:
		// The dashes of a list may stand right below the key of the list.
		if !ofKey || t.kind != token.SequenceEntryType {
			y.tree.add(null, "", y.end())
			return
		}
		y.sequence(column)
	case ofKey && !t.first && y.isKey():
		y.tree.add(plain, t.text, t.at())
		y.fail(y.ahead(1), "a second colon stands on this line", "put the text in quotes, or begin a new line")
		y.skipTo(column)
	case ofKey && !t.first && t.kind == token.SequenceEntryType:
		y.tree.add(null, "", t.at())
		y.fail(t, "a list begins on the line of its key", "begin a new line before the first dash")
		y.skipEntry(column)
	default:
		y.block(column)
	}
	if t = y.cur(); isEnd(t) || t.first && t.column <= column {
		return
	}
	if t.first {
		y.fail(t, "this line is indented like none above it", "align it with the line that it belongs to")
	} else {
		y.unexpected(t)
	}
	y.skipTo(column)
}

// notKey reports a token that stands where a key should.
func (y *yamlReader) notKey(t *yamlToken) {
	switch {
	case t.kind == token.MergeKeyType:
		y.fail(t, "merge keys are not read", "write the keys out")
	case t.scalar() && strings.Contains(t.text, ":"):
		y.fail(t, "a key and a colon without a space behind it", `write a space after the colon: "name: Northwind"`)
	case t.scalar():
		y.fail(t, "a key without a colon", `write "key: value"`)
	case t.kind == token.SequenceEntryType:
		y.fail(t, "a list entry stands among keys", "indent the list below the key that it belongs to")
	default:
		y.unexpected(t)
	}
}

// unexpected reports a token that cannot stand where it does.
func (y *yamlReader) unexpected(t *yamlToken) {
	switch t.kind {
	case token.AliasType:
		y.fail(t, "aliases are not read", "write the value out")
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
		y.fail(t, "this cannot stand here", "begin a new line, or put the whole text in quotes")
	}
}
