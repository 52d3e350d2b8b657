package sheet

import (
	"bytes"
	"fmt"
	"hash"
	"io"
)

// A part is one file inside the package. It compresses what is written to it, with the inserts put in on the way.
type part struct {
	name       string
	compressed bytes.Buffer
	deflate    io.Writer
	crc        hash.Hash32
	size       uint64

	inserts []insert // those whose place has not come yet
	tail    []byte   // written but held back, as the next place may begin in it
	half    []byte   // past the inserts but held back, as it is the beginning of a mark
}

// An insert is XML to go before the first of some tag. Text cannot be mistaken for a tag, as it is escaped.
type insert struct{ before, xml string }

func (p *part) Write(data []byte) (int, error) {
	rest := data
	if len(p.tail) > 0 {
		rest = append(p.tail, data...)
		p.tail = nil
	}
	for len(p.inserts) > 0 {
		next := p.inserts[0]
		at := bytes.Index(rest, []byte(next.before))
		if at < 0 {
			held := min(len(rest), len(next.before)-1)
			p.tail = bytes.Clone(rest[len(rest)-held:])
			return len(data), p.pass(rest[:len(rest)-held])
		}
		if err := p.pass(rest[:at]); err != nil {
			return 0, err
		}
		if err := p.pass([]byte(next.xml)); err != nil {
			return 0, err
		}
		rest, p.inserts = rest[at:], p.inserts[1:]
	}
	return len(data), p.pass(rest)
}

// close passes on what was held back. An insert without its place would be lost without a word, so it is an error.
func (p *part) close() error {
	if len(p.inserts) > 0 {
		return fmt.Errorf("has no %s", p.inserts[0].before)
	}
	if err := p.pass(p.tail); err != nil {
		return err
	}
	return p.store(p.half)
}

// pass turns the marks of [markEscapes] into what they stand for.
func (p *part) pass(data []byte) error {
	if len(p.half) > 0 {
		data = append(p.half, data...)
		p.half = nil
	}
	for {
		at := bytes.Index(data, []byte(mark))
		if at < 0 {
			break
		}
		if err := p.store(data[:at]); err != nil {
			return err
		}
		if err := p.store([]byte(escapedUnderscore)); err != nil {
			return err
		}
		data = data[at+len(mark):]
	}
	for n := len(mark) - 1; n > 0; n-- {
		if bytes.HasSuffix(data, []byte(mark[:n])) {
			p.half, data = bytes.Clone(data[len(data)-n:]), data[:len(data)-n]
			break
		}
	}
	return p.store(data)
}

func (p *part) store(data []byte) error {
	p.crc.Write(data) // a hash takes everything
	p.size += uint64(len(data))
	_, err := p.deflate.Write(data)
	return err
}
