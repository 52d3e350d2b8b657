package xlsxfile

import (
	"bytes"
	"errors"
	"io"
)

// lexer reads the tags of an XML part, and the text behind those that are asked for. It checks that elements are closed, and does
// not keep what it has passed.
type lexer struct {
	r        io.Reader
	part     string
	buf      []byte
	pos, end int
	rooted   bool
	// open has the names of the elements around, one behind the other, and ends where each begins.
	open []byte
	ends []int

	// name is the local name of the tag at hand, and attrs what stands behind it; both are good until the next one.
	name, attrs []byte
	// closing says that the tag ends an element, empty that the element begun has nothing in it and is closed.
	closing, empty bool
	content        []byte
}

func newLexer(part string, r io.Reader) *lexer {
	return &lexer{r: r, part: part, buf: make([]byte, 32<<10)}
}

func (l *lexer) fault(detail string) error { return fault(l.part, detail) }

var (
	errCut = "the part is cut off in the middle"
	errXML = "the part is no XML"
)

// more reads on; what is from keep on stays. It returns io.EOF at the end of the part.
func (l *lexer) more(keep int) error {
	if keep > 0 {
		copy(l.buf, l.buf[keep:l.end])
		l.pos -= keep
		l.end -= keep
	}
	if l.end == len(l.buf) {
		if len(l.buf) > maxTag {
			return l.fault("a tag is too long")
		}
		l.buf = append(l.buf, make([]byte, len(l.buf))...)
	}
	n, err := l.r.Read(l.buf[l.end:])
	l.end += n
	if n > 0 {
		return nil
	}
	var f *Fault
	switch {
	case err == nil:
		return l.more(0)
	case err == io.EOF, errors.As(err, &f):
		return err
	}
	return l.fault(err.Error())
}

// tag goes on to the next tag. It returns io.EOF behind the last one, when all elements are closed.
func (l *lexer) tag() error {
	if l.empty {
		l.empty = false
		l.pop()
	}
	for {
		i := bytes.IndexByte(l.buf[l.pos:l.end], '<')
		if i < 0 {
			l.pos = l.end
			if err := l.more(l.end); err == io.EOF {
				return l.over()
			} else if err != nil {
				return err
			}
			continue
		}
		l.pos += i
		if skipped, err := l.aside(); err != nil || skipped {
			if err != nil {
				return err
			}
			continue
		}
		return l.element()
	}
}

// over says whether the part may end here.
func (l *lexer) over() error {
	if len(l.ends) > 0 || !l.rooted {
		return l.fault(errCut)
	}
	return io.EOF
}

// aside passes over a comment, an instruction or a section of characters at the position. A document type is refused, as it could define
// entities, and every encoding but UTF-8.
func (l *lexer) aside() (bool, error) {
	for l.end-l.pos < len("<![CDATA[") {
		if err := l.more(l.pos); err == io.EOF {
			break
		} else if err != nil {
			return false, err
		}
	}
	rest := l.buf[l.pos:l.end]
	switch {
	case l.isWide(rest):
		return false, l.encoded("UTF-16")
	case bytes.HasPrefix(rest, []byte("<?")):
		return true, l.instruction()
	case bytes.HasPrefix(rest, []byte("<!--")):
		return true, l.pass("-->", nil)
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return true, l.pass("]]>", nil)
	case bytes.HasPrefix(rest, []byte("<!")):
		return false, l.fault("the part has a document type, which no workbook has")
	}
	return false, nil
}

// pass goes behind the next mark, and gives what is before it to take, which may be nil.
func (l *lexer) pass(mark string, take func([]byte) error) error {
	for {
		i := bytes.Index(l.buf[l.pos:l.end], []byte(mark))
		stop := l.pos + i
		if i < 0 {
			stop = max(l.pos, l.end-len(mark)+1)
		}
		if take != nil {
			if err := take(l.buf[l.pos:stop]); err != nil {
				return err
			}
		}
		if i >= 0 {
			l.pos = stop + len(mark)
			return nil
		}
		l.pos = stop
		if err := l.more(l.pos); err == io.EOF {
			return l.fault(errCut)
		} else if err != nil {
			return err
		}
	}
}

// element reads the tag at the position.
func (l *lexer) element() error {
	end, quote := l.pos+1, byte(0)
	for {
		for ; end < l.end; end++ {
			switch c := l.buf[end]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				return l.read(l.buf[l.pos+1:end], end+1)
			}
		}
		end -= l.pos
		if err := l.more(l.pos); err == io.EOF {
			return l.fault(errCut)
		} else if err != nil {
			return err
		}
		end += l.pos
	}
}

// read takes a tag apart.
func (l *lexer) read(tag []byte, next int) error {
	l.pos = next
	l.closing = bytes.HasPrefix(tag, []byte("/"))
	tag = bytes.TrimPrefix(tag, []byte("/"))
	l.empty = !l.closing && bytes.HasSuffix(tag, []byte("/"))
	if l.empty {
		tag = tag[:len(tag)-1]
	}
	full := tag
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		full = tag[:i]
	}
	l.attrs = tag[len(full):]
	l.name = full[bytes.IndexByte(full, ':')+1:]
	if len(l.name) == 0 {
		return l.fault(errXML)
	}
	if !l.closing {
		return l.push(full)
	}
	if len(l.ends) == 0 || !bytes.Equal(l.open[l.ends[len(l.ends)-1]:], full) {
		return l.fault("the tag </" + string(full) + "> closes nothing")
	}
	l.pop()
	return nil
}

func (l *lexer) push(name []byte) error {
	if len(l.ends) == 0 && l.rooted {
		return l.fault(errXML)
	}
	if len(l.ends) == maxDepth {
		return l.fault("elements stand too deep within each other")
	}
	l.rooted = true
	l.ends = append(l.ends, len(l.open))
	l.open = append(l.open, name...)
	return nil
}

func (l *lexer) pop() {
	last := len(l.ends) - 1
	l.open = l.open[:l.ends[last]]
	l.ends = l.ends[:last]
}

// depth is how many elements are open, that of a tag just begun among them.
func (l *lexer) depth() int { return len(l.ends) }

// is reports whether the tag begins an element of the name.
func (l *lexer) is(name string) bool { return !l.closing && string(l.name) == name }
