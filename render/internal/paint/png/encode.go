package png

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
	"slices"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// encode writes the picture as a PNG (RFC 2083), with alpha unless it is opaque, once all of it is
// painted. The encoder of the standard library writes no resolution and needs the whole picture in
// memory; for 60 people it takes 2.6 times as long.
func (c *canvas) encode(ctx context.Context, w io.Writer, opaque bool) error {
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

	var data blocks
	z := compressors.Get().(*zlib.Writer)
	defer func() {
		z.Reset(nil) // keeps no data
		compressors.Put(z)
	}()
	z.Reset(&data)
	f := newFilter(c.width, opaque)
	err := c.paint(ctx, opaque, func(b *band) error {
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
	if err != nil {
		return err
	}
	if b, ok := w.(*bytes.Buffer); ok {
		b.Grow(len(data)*blockSize + 100)
	}
	_, err = io.WriteString(w, "\x89PNG\r\n\x1a\n")
	for _, chunk := range []struct {
		name string
		data blocks
	}{{"IHDR", blocks{head}}, {"pHYs", blocks{size}}, {"IDAT", data}, {"IEND", nil}} {
		if err == nil {
			err = writeChunk(w, chunk.name, chunk.data)
		}
	}
	return err
}

// compressors keeps the memory of compressors, 0.5 MB each, for the next picture.
var compressors = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // an unknown level
	}
	return z
}}

func writeChunk(w io.Writer, name string, data blocks) error {
	length, sum := 0, crc32.ChecksumIEEE([]byte(name))
	for _, block := range data {
		length += len(block)
		sum = crc32.Update(sum, crc32.IEEETable, block)
	}
	head := append(binary.BigEndian.AppendUint32(nil, uint32(length)), name...)
	for _, part := range slices.Concat(blocks{head}, data, blocks{binary.BigEndian.AppendUint32(nil, sum)}) {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// blocks is a buffer that never copies its content to grow: a map of 1,000 people is 20 MB.
type blocks [][]byte

const blockSize = 1 << 16

func (b *blocks) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		if len(*b) == 0 || len((*b)[len(*b)-1]) == blockSize {
			*b = append(*b, make([]byte, 0, blockSize))
		}
		last := &(*b)[len(*b)-1]
		n := min(len(rest), blockSize-len(*last))
		*last, rest = append(*last, rest[:n]...), rest[n:]
	}
	return len(p), nil
}

// filter prepares the rows of a picture for compression: each becomes its difference from the row
// above, which is mostly zero.
type filter struct {
	samples int    // of a pixel that are written: 3, or 4 with alpha
	above   []byte // the row above, four bytes a pixel
	out     []byte
}

func newFilter(width int, opaque bool) *filter {
	f := &filter{samples: 4, above: make([]byte, 4*width)}
	if opaque {
		f.samples = 3
	}
	f.out = make([]byte, 1+f.samples*width)
	return f
}

// row converts a row of four bytes per pixel to a row of the PNG. The result is valid until the
// next call.
func (f *filter) row(pix []byte) []byte {
	const up = 2
	clear(f.out)
	f.out[0] = up
	if bytes.Equal(pix, f.above) {
		return f.out
	}
	out := f.out[1:]
	for i, j := 0, 0; i < len(pix); i, j = i+4, j+f.samples {
		now, above := pix[i:i+4:i+4], f.above[i:i+4:i+4]
		if binary.LittleEndian.Uint32(now) == binary.LittleEndian.Uint32(above) {
			continue
		}
		for k := range f.samples {
			out[j+k] = now[k] - above[k]
		}
	}
	copy(f.above, pix)
	return f.out
}
