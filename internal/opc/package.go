// Package opc writes zip packages of parts, such as .xlsx, .docx and .pptx: the Open Packaging
// Conventions (ISO 29500-2).
package opc

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"path"
	"slices"

	"github.com/klauspost/compress/flate"
)

// level compresses as well as the default of the standard library, in half the time.
const level = 5

const typesPart = "[Content_Types].xml"

// A Package is a set of parts by name. A part may be generated during writing, so that a large part
// is never in memory uncompressed.
type Package struct {
	parts map[string]func(*bufio.Writer)
	types contentTypes
}

// contentTypes has the media types of the parts: by extension, and by the part's name.
type contentTypes struct {
	XMLName   xml.Name   `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []byName   `xml:"Default"`
	Overrides []override `xml:"Override"`
}

type byName struct {
	Extension   string `xml:",attr"`
	ContentType string `xml:",attr"`
}

type override struct {
	PartName    string `xml:",attr"`
	ContentType string `xml:",attr"`
}

// New returns a package without parts, with the media types of XML and PNG. [Package.Add] sets the
// media type of any other part.
func New() *Package {
	return &Package{parts: map[string]func(*bufio.Writer){}, types: contentTypes{Defaults: []byName{
		{"png", "image/png"}, {"rels", "application/vnd.openxmlformats-package.relationships+xml"}, {"xml", "application/xml"},
	}}}
}

// Open reads all parts of a package, so that some can be replaced and others added.
func Open(file []byte) (*Package, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	p := &Package{parts: map[string]func(*bufio.Writer){}}
	for _, f := range archive.File {
		content, err := read(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		p.Set(f.Name, content)
		if f.Name == typesPart {
			if err := xml.Unmarshal(content, &p.types); err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name, err)
			}
		}
	}
	slices.SortFunc(p.types.Defaults, func(a, b byName) int { return cmp.Compare(a.Extension, b.Extension) })
	return p, nil
}

func read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(r)
	return content, cmp.Or(err, r.Close())
}

// Add adds a part of a media type.
func (p *Package) Add(name, contentType string, content []byte) {
	p.AddFunc(name, contentType, func(w *bufio.Writer) { w.Write(content) })
}

// AddFunc is [Package.Add] for a part with generated content; see [Package.SetFunc].
func (p *Package) AddFunc(name, contentType string, write func(*bufio.Writer)) {
	p.SetFunc(name, write)
	p.types.Overrides = append(p.types.Overrides, override{"/" + name, contentType})
}

// Set sets the content of a part. The package must already have the media type of the part, by name
// or by extension.
func (p *Package) Set(name string, content []byte) {
	p.SetFunc(name, func(w *bufio.Writer) { w.Write(content) })
}

// SetFunc is [Package.Set] for a part that write generates. It is called once each time the package
// is written.
func (p *Package) SetFunc(name string, write func(*bufio.Writer)) { p.parts[name] = write }

// AddRelations adds the relationships of a part, if it has any. The relationships of the whole
// package belong to the part "".
func (p *Package) AddRelations(part string, r *Relations) {
	if r.list.Len() == 0 {
		return
	}
	folder, name := path.Split(part)
	p.Set(folder+"_rels/"+name+".rels", []byte(xml.Header+
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+r.list.String()+"</Relationships>"))
}

// Write writes the package, with its parts in the order of their names. Equal packages give equal
// bytes. The memory holds one compressed part at a time.
func (p *Package) Write(w io.Writer) error {
	types, err := xml.Marshal(p.types)
	if err != nil {
		return err
	}
	p.Set(typesPart, append([]byte(xml.Header), types...))
	deflate, err := flate.NewWriter(nil, level)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(nil, 1<<16)
	archive := zip.NewWriter(w)
	one := part{deflate: deflate}
	for _, name := range slices.Sorted(maps.Keys(p.parts)) {
		if err := one.compress(buffered, p.parts[name]); err != nil {
			return err
		}
		if err := one.writeTo(archive, name); err != nil {
			return err
		}
	}
	return archive.Close()
}

// A part is compressed before it is written, since its size and its checksum come first in the file.
type part struct {
	compressed bytes.Buffer
	crc        uint32
	size       uint64
	deflate    *flate.Writer
}

func (p *part) compress(buffered *bufio.Writer, write func(*bufio.Writer)) error {
	p.compressed.Reset()
	p.crc, p.size = 0, 0
	p.deflate.Reset(&p.compressed)
	buffered.Reset(p)
	write(buffered)
	return cmp.Or(buffered.Flush(), p.deflate.Close())
}

// Write takes the uncompressed bytes.
func (p *part) Write(data []byte) (int, error) {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, data)
	p.size += uint64(len(data))
	return p.deflate.Write(data)
}

func (p *part) writeTo(archive *zip.Writer, name string) error {
	w, err := archive.CreateRaw(&zip.FileHeader{
		Name:               name,
		Method:             zip.Deflate,
		CRC32:              p.crc,
		CompressedSize64:   uint64(p.compressed.Len()),
		UncompressedSize64: p.size,
		//lint:ignore SA1019 CreateRaw heeds nothing else, and 1980-01-01 is the first day there is
		ModifiedDate: 1<<5 | 1,
	})
	if err != nil {
		return err
	}
	_, err = p.compressed.WriteTo(w)
	return err
}
