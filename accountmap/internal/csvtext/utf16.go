package csvtext

import "io"

// utf16Check passes UTF-16 with a byte order mark on, and finds half characters: a single byte at
// the end, and half a surrogate pair. The decoder behind it puts U+FFFD in their place.
type utf16Check struct {
	r io.Reader
	// n counts the bytes; last is the one before the next.
	n    int
	last byte
	// little tells the order of the bytes of a unit.
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

// unit checks the code unit that ends with a byte.
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
