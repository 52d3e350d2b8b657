package sheet

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
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
	open  *part
	flate *flate.Writer

	// inserts is what the library leaves out of the part of that name, in the order of the places where it belongs.
	inserts map[string][]insert
}

func newPackage() *pkg {
	return &pkg{inserts: make(map[string][]insert)}
}

// Create begins the next part; what was the last one is complete.
func (p *pkg) Create(name string) (io.Writer, error) {
	if err := p.finish(); err != nil {
		return nil, err
	}
	p.open = &part{name: name, crc: crc32.NewIEEE(), inserts: p.inserts[name]}
	if p.flate == nil {
		w, err := flate.NewWriter(&p.open.compressed, level)
		if err != nil {
			return nil, err
		}
		p.flate = w
	} else {
		p.flate.Reset(&p.open.compressed)
	}
	p.open.deflate = p.flate
	p.parts = append(p.parts, p.open)
	return p.open, nil
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
	if p.open == nil {
		return nil
	}
	if err := p.open.close(); err != nil {
		return fmt.Errorf("part %s: %w", p.open.name, err)
	}
	p.open = nil
	return p.flate.Close()
}
