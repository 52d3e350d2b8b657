package sheet

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"

	"github.com/klauspost/compress/flate"
)

// level compresses as well as the standard library's default in half of its time.
const level = 5

// A pkg collects the parts of a file as the library hands them over, which is in no fixed order, and writes them in the
// order of their names. It is the library's ZipWriter. Parts are compressed as they come, so it never holds a sheet.
type pkg struct {
	out   io.Writer
	parts []*part
	flate *flate.Writer

	// sheets write the parts of these names, in place of the library.
	sheets map[string]func(*bufio.Writer)
}

func newPackage() *pkg { return &pkg{sheets: map[string]func(*bufio.Writer){}} }

// A part is one file inside the package, compressed.
type part struct {
	name       string
	compressed bytes.Buffer
	deflate    *flate.Writer
	crc        hash.Hash32
	size       uint64
}

func (p *part) Write(data []byte) (int, error) {
	p.crc.Write(data) // a hash takes everything
	p.size += uint64(len(data))
	return p.deflate.Write(data)
}

// Create begins the next part; what was the last one is complete.
func (p *pkg) Create(name string) (io.Writer, error) {
	if err := p.finish(); err != nil {
		return nil, err
	}
	next := &part{name: name, crc: crc32.NewIEEE()}
	if p.flate == nil {
		w, err := flate.NewWriter(&next.compressed, level)
		if err != nil {
			return nil, err
		}
		p.flate = w
	} else {
		p.flate.Reset(&next.compressed)
	}
	next.deflate = p.flate
	p.parts = append(p.parts, next)
	write, ours := p.sheets[name]
	if !ours {
		return next, nil
	}
	buffered := bufio.NewWriterSize(next, 1<<16)
	write(buffered)
	return io.Discard, buffered.Flush()
}

// AddFS is part of the library's interface and never called by it when saving.
func (p *pkg) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the package.
func (p *pkg) Close() error {
	if err := p.finish(); err != nil {
		return err
	}
	slices.SortFunc(p.parts, func(a, b *part) int { return cmp.Compare(a.name, b.name) })
	zw := zip.NewWriter(p.out)
	for _, part := range p.parts {
		w, err := zw.CreateRaw(&zip.FileHeader{
			Name:               part.name,
			Method:             zip.Deflate,
			CRC32:              part.crc.Sum32(),
			CompressedSize64:   uint64(part.compressed.Len()),
			UncompressedSize64: part.size,
			//lint:ignore SA1019 CreateRaw heeds nothing else, and 1980-01-01 is the first day there is
			ModifiedDate: 1<<5 | 1,
		})
		if err != nil {
			return err
		}
		if _, err := part.compressed.WriteTo(w); err != nil {
			return err
		}
	}
	return zw.Close()
}

func (p *pkg) finish() error {
	if len(p.parts) == 0 {
		return nil
	}
	return p.flate.Close()
}
