package codec

import "github.com/goccy/go-yaml/token"

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
		y.sequence(t.column, true)
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

// nothing adds a null for a value that is not there.
func (y *yamlReader) nothing() {
	i := y.tree.add(null, "", y.end())
	if before := y.ahead(-1); before != nil && before.hides > 0 {
		n := &y.tree.nodes[i]
		n.at, n.hidden = lined(before.line, before.hides), true
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

// sequence adds the list whose dashes stand at the column, which is the list's own unless its key stands there too.
func (y *yamlReader) sequence(column int, own bool) {
	if !y.enter(y.cur()) {
		return
	}
	i := y.tree.add(list, "", y.cur().at())
	for t := y.cur(); t != nil && t.kind == token.SequenceEntryType && t.column == column; t = y.cur() {
		y.tree.entries++
		y.pos++
		y.entry(column, false)
		if own {
			y.missingDash(column)
		}
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
		y.nothing()
		return
	case t.first && t.column == column:
		// The dashes of a list may stand right below the key of the list.
		if !ofKey || t.kind != token.SequenceEntryType {
			y.nothing()
			return
		}
		y.sequence(column, false)
	case ofKey && !t.first && y.isKey():
		y.tree.add(plain, t.text, t.at())
		y.fail(y.ahead(1), "a second colon stands on this line", "put the text in quotes, or begin a new line")
		y.skipTo(column)
	case !ofKey && !t.first && t.kind == token.SequenceEntryType:
		y.tree.add(null, "", t.at())
		y.fail(t, "a second dash stands on this line", "delete it, and align the entry's keys below each other")
		y.skipEntry(column)
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
	switch {
	case t.kind == token.MappingValueType && t.line > y.ahead(-1).line && y.tree.last().kind == plain:
		y.swallowedKey(t, ofKey)
	case t.first && ofKey:
		y.fail(t, "the indentation of this line fits nothing above it", "align it with the line that it belongs to")
	case t.first:
		y.fail(t, "the indentation of this line fits nothing above it", "align it with the line that it belongs to; a new entry begins with a dash")
	default:
		y.unexpected(t)
	}
	y.skipTo(column)
}
