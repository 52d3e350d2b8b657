package codec

import "github.com/goccy/go-yaml/token"

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
			y.fail(open, "the bracket that opens here is not closed", "close it with "+sign)
			return false
		}
		if t.kind == end {
			y.pos++
			return true
		}
		if k == object && !y.flowKey() || !y.flowValue() {
			return false
		}
		switch t = y.cur(); {
		case isEnd(t) || t.kind == end:
		case t.kind == token.CollectEntryType:
			y.pos++
		default:
			y.fail(t, "a comma or "+sign+" is missing before this", "separate entries with commas; put texts with signs in them in quotes")
			return false
		}
	}
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
		y.tree.add(null, "", y.end())
		return true
	case t.scalar():
		y.scalar()
		return true
	case t.kind == token.MappingStartType || t.kind == token.SequenceStartType:
		return y.flow()
	}
	y.tree.add(null, "", t.at())
	y.unexpected(t)
	return false
}
