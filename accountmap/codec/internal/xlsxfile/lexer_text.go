package xlsxfile

import (
	"bytes"
	"io"
	"strconv"
	"unicode/utf8"
)

// attr returns the value of an attribute by its local name, and "" when the tag does not have it.
func (l *lexer) attr(name string) string {
	raw, _ := l.rawAttr(name)
	return string(unescape(nil, raw))
}

// rawAttr is attr without resolving entities, good until the next tag: for values that are numbers and names of cells.
func (l *lexer) rawAttr(name string) ([]byte, bool) {
	rest := l.attrs
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil, false
		}
		key := bytes.TrimSpace(rest[:eq])
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil, false
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil, false
		}
		if string(key[bytes.IndexByte(key, ':')+1:]) == name {
			return rest[1 : 1+end], true
		}
		rest = rest[end+2:]
	}
}

// text returns what stands between the tag just begun and the next one, good until the next call; nothing for one that is empty.
func (l *lexer) text() ([]byte, error) {
	l.content = l.content[:0]
	if l.empty || l.closing {
		return nil, nil
	}
	take := func(raw []byte) error {
		if len(l.content)+len(raw) > maxText {
			return tooLarge(l.part, "a text is longer than any cell can be")
		}
		l.content = append(l.content, raw...)
		return nil
	}
	decoded := 0 // what is before is decoded already
	for {
		if err := l.pass("<", take); err != nil {
			return nil, err
		}
		l.pos-- // back before it
		l.content = unescape(l.content[:decoded], l.content[decoded:])
		decoded = len(l.content)
		if rest := l.buf[l.pos:l.end]; len(rest) < len("<![CDATA[") {
			if err := l.more(l.pos); err != nil && err != io.EOF {
				return nil, err
			}
		}
		switch rest := l.buf[l.pos:l.end]; {
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			l.pos += len("<![CDATA[")
			if err := l.pass("]]>", take); err != nil {
				return nil, err
			}
			decoded = len(l.content)
		case bytes.HasPrefix(rest, []byte("<!--")):
			if err := l.pass("-->", nil); err != nil {
				return nil, err
			}
		default:
			return l.content, nil
		}
	}
}

// unescape appends a text with its entities resolved and its line ends made one; what is no entity stays as it is. Into and raw may be parts of one
// array, into before raw, since a text never grows.
func unescape(into, raw []byte) []byte {
	for len(raw) > 0 {
		i := bytes.IndexAny(raw, "&\r")
		if i < 0 {
			return append(into, raw...)
		}
		into = append(into, raw[:i]...)
		raw = raw[i:]
		if raw[0] == '\r' {
			into = append(into, '\n')
			raw = bytes.TrimPrefix(raw[1:], []byte("\n"))
			continue
		}
		end := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
		r, ok := entity(raw[1:max(1, end)])
		if !ok {
			into = append(into, '&')
			raw = raw[1:]
			continue
		}
		into = utf8.AppendRune(into, r)
		raw = raw[end+1:]
	}
	return into
}

func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := bytes.CutPrefix(name, []byte("#"))
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := bytes.CutPrefix(digits, []byte("x")); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(string(digits), base, 21)
	return rune(n), err == nil
}
