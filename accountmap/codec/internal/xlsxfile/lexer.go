package xlsxfile

import (
	"bufio"
	"encoding/xml"
	"errors"
	"github.com/accountatlas/accountatlas/internal/message"
	"io"
	"strings"
)

// lexer reads the elements of an XML part, and their text on request. Earlier tokens are not kept.
type lexer struct {
	part   string
	in     *partReader
	xml    *xml.Decoder
	rooted bool
	// depth is the number of open elements, including the current one.
	depth int

	// name is the local name of the current tag, attrs are its attributes, and closing reports an
	// end tag. All are valid until the next tag.
	name    string
	attrs   []xml.Attr
	closing bool
	content []byte
}

// newLexer returns a lexer, after checking the first bytes for UTF-16.
func newLexer(part string, r io.Reader) (*lexer, error) {
	l := &lexer{part: part, in: &partReader{Reader: bufio.NewReaderSize(r, 32<<10), part: part}}
	head, err := l.in.Peek(2)
	if err != nil && err != io.EOF {
		return nil, l.asFault(err)
	}
	switch string(head) {
	case "\xff\xfe", "\xfe\xff", "<\x00", "\x00<":
		return nil, l.encoded("UTF-16")
	}
	l.xml = xml.NewDecoder(l.in)
	l.xml.CharsetReader = func(name string, in io.Reader) (io.Reader, error) {
		switch strings.ToUpper(name) {
		case "UTF8", "US-ASCII", "ASCII":
			return in, nil
		}
		return nil, l.encoded(name)
	}
	return l, nil
}

type partReader struct {
	*bufio.Reader
	part string
	left int
}

func (r *partReader) ReadByte() (byte, error) {
	if r.left--; r.left < 0 {
		return 0, tooLarge(r.part, longText)
	}
	return r.Reader.ReadByte()
}

func (l *lexer) fault(detail string) error { return fault(l.part, detail) }

func (l *lexer) encoded(name string) error {
	return &Fault{Part: l.part, Detail: message.Of("the part is in the encoding %s; only UTF-8 is read, which spreadsheets write", name),
		Hint: message.Of("open the file in a spreadsheet and save it again")}
}

func (l *lexer) cut() error { return l.fault(message.Of("the part is cut off in the middle")) }

func (l *lexer) asFault(err error) error {
	if f, ok := errors.AsType[*Fault](err); ok {
		return f
	}
	if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
		if syntax.Msg == "unexpected EOF" {
			return l.cut()
		}
		return l.fault(message.Of("the part is not well-formed XML: %s", syntax.Msg))
	}
	return l.fault(err.Error())
}

// next reads the next token. After the last token it returns io.EOF, if all elements are closed. A
// document type is refused, since it could define entities.
func (l *lexer) next() (xml.Token, error) {
	l.in.left = maxText
	before := l.xml.InputOffset()
	token, err := l.xml.Token()
	if err == io.EOF && !l.rooted {
		return nil, l.cut()
	} else if err == io.EOF {
		return nil, err
	} else if err != nil {
		return nil, l.asFault(err)
	}
	switch t := token.(type) {
	case xml.Directive:
		return nil, l.fault(message.Of("the part has a document type declaration, which no workbook needs"))
	case xml.EndElement:
		l.name, l.attrs, l.closing = t.Name.Local, nil, true
		l.depth--
	case xml.StartElement:
		switch {
		case l.xml.InputOffset()-before > maxTag:
			return nil, l.fault(longTag)
		case l.depth == maxDepth:
			return nil, l.fault(deepElements)
		case l.depth == 0 && l.rooted:
			return nil, l.fault(message.Of("the part is not well-formed XML: it has a second root element"))
		}
		l.name, l.attrs, l.closing, l.rooted = t.Name.Local, t.Attr, false, true
		l.depth++
	}
	return token, nil
}

// tag reads up to the next tag. An empty element has two tags, a start tag and an end tag.
func (l *lexer) tag() error {
	for {
		token, err := l.next()
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement, xml.EndElement:
			return nil
		}
	}
}

// inside is [lexer.tag] within an element of the given depth. It returns false at the end of the
// element.
func (l *lexer) inside(depth int) (bool, error) {
	err := l.tag()
	return err == nil && l.depth >= depth, err
}

func (l *lexer) is(name string) bool { return !l.closing && l.name == name }

// attr returns the value of an attribute by its local name, or "" if the tag lacks it.
func (l *lexer) attr(name string) string {
	value, _ := l.lookup(name)
	return value
}

func (l *lexer) lookup(name string) (value string, ok bool) {
	for _, a := range l.attrs {
		if a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

// text returns the text of the current element and reads its end tag. The text is valid until the
// next call.
func (l *lexer) text() ([]byte, error) {
	l.content = l.content[:0]
	for depth := l.depth; l.depth >= depth; {
		token, err := l.next()
		if err != nil {
			return nil, err
		}
		if text, ok := token.(xml.CharData); ok && l.depth == depth {
			if l.content = append(l.content, text...); len(l.content) > maxText {
				return nil, tooLarge(l.part, longText)
			}
		}
	}
	return l.content, nil
}
