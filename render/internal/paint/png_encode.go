package paint

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"

	"github.com/klauspost/compress/zlib"
)

// encode writes the picture as a PNG (RFC 2083): with red, green and blue, and alpha unless it is opaque. The standard library's encoder
// writes no resolution.
func (c *canvas) encode(w io.Writer, opaque bool) error {
	const perInch = 39.37007874015748 // inches to the metre
	var head, size []byte
	kind := byte(6)
	if opaque {
		kind = 2
	}
	head = binary.BigEndian.AppendUint32(head, uint32(c.width))
	head = binary.BigEndian.AppendUint32(head, uint32(c.height))
	head = append(head, 8, kind, 0, 0, 0)
	perMetre := uint32(math.Round(float64(c.dpi) * perInch))
	size = binary.BigEndian.AppendUint32(size, perMetre)
	size = binary.BigEndian.AppendUint32(size, perMetre)
	size = append(size, 1)

	var data bytes.Buffer
	z, err := zlib.NewWriterLevel(&data, zlib.BestSpeed)
	if err != nil {
		return err
	}
	f := newFilter(c.width, opaque)
	err = c.paint(opaque, func(b *band) error {
		for y := range b.Rect.Dy() {
			if _, err := z.Write(f.row(b.Pix[y*b.Stride:][:b.Stride])); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = z.Close()
	}
	if err == nil {
		_, err = io.WriteString(w, "\x89PNG\r\n\x1a\n")
	}
	for _, chunk := range []struct {
		name string
		data []byte
	}{{"IHDR", head}, {"pHYs", size}, {"IDAT", data.Bytes()}, {"IEND", nil}} {
		if err == nil {
			err = writeChunk(w, chunk.name, chunk.data)
		}
	}
	return err
}

func writeChunk(w io.Writer, name string, data []byte) error {
	head := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), name...)
	sum := crc32.Update(crc32.ChecksumIEEE([]byte(name)), crc32.IEEETable, data)
	for _, part := range [][]byte{head, data, binary.BigEndian.AppendUint32(nil, sum)} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// filter makes the rows of a picture easy to compress: each is written as its difference to the one above, which is mostly nothing.
type filter struct {
	opaque     bool
	above, now []byte // rows as they are
	out        []byte
}

func newFilter(width int, opaque bool) *filter {
	n := 4 * width
	if opaque {
		n = 3 * width
	}
	return &filter{opaque: opaque, above: make([]byte, n), now: make([]byte, n), out: make([]byte, 1+n)}
}

// row is the row of a picture, four bytes a pixel, as a PNG has it. It is valid until the next call.
func (f *filter) row(pix []byte) []byte {
	if f.opaque {
		now := f.now
		for i, j := 0, 0; j < len(now); i, j = i+4, j+3 {
			now[j], now[j+1], now[j+2] = pix[i], pix[i+1], pix[i+2]
		}
	} else {
		copy(f.now, pix)
	}
	const up = 2
	f.out[0] = up
	if bytes.Equal(f.now, f.above) {
		clear(f.out[1:])
	} else {
		out, above := f.out[1:], f.above
		for i, v := range f.now {
			out[i] = v - above[i]
		}
	}
	f.above, f.now = f.now, f.above
	return f.out
}
