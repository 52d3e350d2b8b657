package csvtext

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/message"
)

// sampleBytes is the number of bytes from which encoding and delimiter are detected.
const sampleBytes = 64 << 10

// decode returns the text of r as UTF-8 without its byte order mark, and reports whether it had
// one. For UTF-16 it also returns the check.
func decode(r io.Reader) (text *bufio.Reader, marked bool, wide *utf16Check, err error) {
	b := bufio.NewReaderSize(r, sampleBytes)
	head, err := b.Peek(16) // an image has a NUL byte in its first 16 bytes
	if err != nil && err != io.EOF {
		return nil, false, nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, err := b.Discard(3)
		return b, true, nil, err
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return nil, false, nil, notText(message.Of("the file is a workbook or an archive"), message.Of("save the sheet as CSV UTF-8"))
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
		wide := &utf16Check{r: b}
		return bufio.NewReaderSize(utf16.NewDecoder().Reader(wide), sampleBytes), true, wide, nil
	case bytes.IndexByte(head, 0) >= 0:
		return nil, false, nil, notText(message.Of("the file is not text: perhaps it is a picture, or UTF-16 without a byte order mark"), saveAnew())
	}
	return b, false, nil, nil
}

func notText(detail, hint string) accountmap.Problem {
	return accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidText}.Say(detail, hint)
}

// delimiters are tried in this order: the first of two equally frequent ones wins.
var delimiters = [...]byte{',', ';', '\t', '|'}

// sniff detects the delimiter: the most frequent one in the header outside quotation marks. A line
// "sep=;" before the header, which spreadsheets write, takes precedence and is skipped.
func sniff(b *bufio.Reader) (delimiter byte, skipped int, err error) {
	head, err := b.Peek(sampleBytes)
	if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
		return 0, 0, err
	}
	first, _, ended := bytes.Cut(head, []byte("\n"))
	if sep, ok := bytes.CutPrefix(bytes.TrimSuffix(first, []byte("\r")), []byte("sep=")); ok && ended && len(sep) == 1 {
		for _, d := range delimiters {
			if d == sep[0] {
				_, err := b.Discard(len(first) + 1)
				return d, 1, err
			}
		}
	}
	var counts [len(delimiters)]int
	quoted := false
	for _, c := range bytes.TrimLeft(head, "\r\n") {
		if (c == '\n' || c == '\r') && !quoted {
			break
		}
		if c == '"' {
			quoted = !quoted
		}
		for i, d := range delimiters {
			if c == d && !quoted {
				counts[i]++
			}
		}
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	return delimiters[best], 0, nil
}

func withoutControl(r rune) rune {
	if cleantext.Control(r) {
		return utf8.RuneError
	}
	return r
}

// utf16Check copies UTF-16 with a byte order mark. It detects a single byte at the end, and
// unpaired surrogates, which the decoder replaces by U+FFFD.
type utf16Check struct {
	r io.Reader
	// n is the number of bytes read; last is the previous byte.
	n    int
	last byte
	// little reports little-endian byte order.
	little bool
	// high is set after the first half of a surrogate pair.
	high, broken bool
}

func (c *utf16Check) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for _, b := range p[:n] {
		if c.n++; c.n%2 == 0 {
			c.unit(b)
		}
		c.last = b
	}
	if err == io.EOF && (c.n%2 == 1 || c.high) {
		c.broken = true
	}
	return n, err
}

// unit checks the code unit that ends with b.
func (c *utf16Check) unit(b byte) {
	if c.n == 2 {
		c.little = c.last == 0xff
		return
	}
	top := c.last
	if c.little {
		top = b
	}
	high, low := top&0xfc == 0xd8, top&0xfc == 0xdc
	c.broken = c.broken || c.high != low
	c.high = high
}
