package codec

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// flow adds the list or object in brackets that begins at the current token. It returns false after a fault, from which there is no going
// on before the next entry of the block around it.
func (y *yamlReader) flow() bool {
	open := y.cur()
	if !y.enter(open) {
		return false
	}
	defer func() { y.depth-- }()
	k, end, sign := list, token.SequenceEndType, `"]"`
	if open.kind == token.MappingStartType {
		k, end, sign = object, token.MappingEndType, `"}"`
	}
	i := y.tree.add(k, "", open.at())
	defer y.tree.close(i)
	y.pos++
	for {
		t := y.cur()
		if isEnd(t) {
			y.unclosed(open, sign)
			return false
		}
		if t.kind == end {
			y.pos++
			return true
		}
		if k == object && !y.flowKey() || !y.flowValue() {
			return false
		}
		if k == object && y.commaInValue() {
			y.passCommas()
		}
		switch t = y.cur(); {
		case isEnd(t) || t.kind == end:
		case t.kind == token.CollectEntryType:
			y.pos++
		case t.first && (t.kind == token.SequenceEntryType || k == list && y.isKey()):
			y.unclosed(open, sign)
			return false
		default:
			y.fail(t, "a comma or "+sign+" is missing before this", "separate entries with commas; put texts with signs in them in quotes")
			return false
		}
	}
}

// unclosed reports an object or a list in brackets that does not end with its sign before other things begin.
func (y *yamlReader) unclosed(open *yamlToken, sign string) {
	if !y.hiddenEnd() {
		y.fail(open, "the bracket that opens here is not closed", "close it with "+sign)
	}
}

// hiddenEnd reports whether the last token has a comment behind it that looks like text, and if so, that it hides what should follow.
func (y *yamlReader) hiddenEnd() bool {
	before := y.ahead(-1)
	if before == nil || before.hides == 0 {
		return false
	}
	y.fail(&yamlToken{line: before.line, column: before.hides}, `"#" begins a comment, which hides the rest of the line, brackets too`,
		"put the text in quotes")
	return true
}

// commaInValue reports whether the value just read goes on behind a comma, which ends values within braces: a text without a colon follows.
func (y *yamlReader) commaInValue() bool {
	comma, rest, next := y.cur(), y.ahead(1), y.ahead(2)
	return y.ahead(-1).scalar() && !isEnd(comma) && comma.kind == token.CollectEntryType && !isEnd(rest) && rest.scalar() && !rest.first &&
		!isEnd(next) && next.kind != token.MappingValueType
}

// passCommas reports a value with commas and passes over it. Nothing is made of the value.
func (y *yamlReader) passCommas() {
	begin := y.ahead(-1)
	value := begin.text
	for y.commaInValue() {
		comma, rest := y.cur(), y.ahead(1)
		value += "," + strings.Repeat(" ", max(0, min(1, rest.column-comma.column-1))) + rest.text
		y.pos += 2
	}
	hint := "put the whole text in quotes: " + quote(value)
	if amount, ok := amountHint(value, ""); ok {
		hint = "write the amount as " + amount + "; a text with a comma goes in quotes"
	}
	y.fail(begin, "a comma ends a value within braces", hint)
	*y.tree.last() = node{at: begin.at(), next: int32(len(y.tree.nodes)), kind: null}
}

// flowKey adds a key and passes its colon.
func (y *yamlReader) flowKey() bool {
	y.properties()
	t, colon := y.cur(), y.ahead(1)
	switch {
	case isEnd(t) || !t.scalar():
		y.fail(t, "a key is missing here", `within braces, write "key: value"`)
		return false
	case isEnd(colon) || colon.kind != token.MappingValueType:
		y.fail(t, "a key without a colon", `within braces, write "key: value"`)
		return false
	}
	y.tree.add(key, t.text, t.at())
	y.pos += 2
	return true
}

// flowValue adds one value, which is null when nothing is said.
func (y *yamlReader) flowValue() bool {
	y.properties()
	t := y.cur()
	y.tree.entries++
	switch {
	case isEnd(t) || t.kind == token.MappingEndType || t.kind == token.SequenceEndType || t.kind == token.CollectEntryType:
		y.nothing()
		return true
	case t.scalar():
		y.scalar()
		return true
	case t.kind == token.MappingStartType || t.kind == token.SequenceStartType:
		return y.flow()
	}
	y.tree.add(null, "", t.at())
	if !y.hiddenEnd() {
		y.unexpected(t)
	}
	return false
}
