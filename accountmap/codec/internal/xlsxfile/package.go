// Package xlsxfile reads the cells of a workbook (Office Open XML), row by row and in bounded
// memory.
//
// It reads values: shared and inline texts, including rich texts, numbers, dates by their format in
// either calendar, booleans, errors and the values of formulas. It is strict where a damaged file
// would otherwise appear to have fewer rows. Every part is read to its end, and its checksum and
// its closing tags are checked. A part that the workbook names must exist. Rows and cells must be
// in order. Sizes and compression ratios of parts are limited, so that a small file cannot take
// much time or memory.
//
// No library does this: excelize v2.11.1 reads a truncated sheet, or a sheet with an invalid
// checksum, as a shorter sheet.
package xlsxfile

import (
	"archive/zip"
	"bytes"
	"errors"
	"github.com/accountatlas/accountatlas/internal/message"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// Book is a workbook whose sheets can be read. It is not safe for concurrent use.
type Book struct {
	parts  map[string]*zip.File
	sheets []Sheet
	texts  []string
	// dates[style] reports whether numbers in the style are dates.
	dates    []bool
	from1904 bool
	// left is the remaining byte budget for the texts of cells. A shared text counts once per cell.
	left int64
}

// Sheet is one sheet of a workbook.
type Sheet struct {
	Name string
	part string
}

// Open reads the list of sheets, the styles and the shared texts of a workbook. The error is a
// [Fault].
func Open(r io.ReaderAt, size int64) (*Book, error) {
	if err := checkSignature(r, size); err != nil {
		return nil, err
	}
	z, err := unzip(r, size)
	if _, known := errors.AsType[*Fault](err); known {
		return nil, err
	} else if errors.Is(err, zip.ErrFormat) {
		return nil, fault("", message.Of("the file is cut off in the middle, or is not a workbook"))
	} else if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fault("", message.Of("the file cannot be unpacked: %s", strings.TrimPrefix(err.Error(), "zip: ")))
	}
	if other := kindOf(z); other != "" {
		return nil, &Fault{Detail: other, Hint: message.Of("open it in a spreadsheet and save it as .xlsx")}
	}
	if err := checkSizes(z, size); err != nil {
		return nil, err
	}
	b := &Book{parts: map[string]*zip.File{}, left: unpacked(size)}
	for _, f := range z.File {
		name := strings.TrimPrefix(f.Name, "/")
		if b.parts[name] != nil {
			return nil, fault(name, message.Of("the part is there twice"))
		}
		b.parts[name] = f
	}
	return b, b.open()
}

// checkSignature recognises other kinds of file by their first bytes.
func checkSignature(r io.ReaderAt, size int64) error {
	head := make([]byte, min(8, size))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return fault("", err.Error())
	}
	switch {
	case len(head) == 0:
		return &Fault{Detail: message.Of("the file is empty"), Hint: message.Of("take another copy, or open it in a spreadsheet and save it again")}
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return &Fault{Detail: message.Of("the file is protected by a password, or of the format before Excel 2007"),
			Hint: message.Of("open it in a spreadsheet and save it as .xlsx, without a password")}
	case !bytes.HasPrefix(head, []byte("PK")):
		return notAWorkbook()
	}
	return nil
}

func notAWorkbook() error {
	return &Fault{Detail: message.Of("the file is not a workbook"), Hint: message.Of("save it as .xlsx in a spreadsheet")}
}

// kindOf describes a zip-based file format that people mistake for a workbook. It is "" for others.
func kindOf(z *zip.Reader) string {
	for _, f := range z.File {
		switch {
		case f.Name == "mimetype":
			return message.Of("the file is of OpenDocument (.ods)")
		case f.Name == "xl/workbook.bin":
			return message.Of("the file is a binary workbook (.xlsb)")
		case f.Name == "Index/Document.iwa":
			return message.Of("the file is of Numbers")
		}
	}
	return ""
}

func (b *Book) open() error {
	roots, err := b.relations("")
	if err != nil {
		return err
	}
	workbook := ""
	for _, r := range roots {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			workbook = r.target
		}
	}
	if workbook == "" {
		return notAWorkbook()
	}
	relations, err := b.relations(workbook)
	if err != nil {
		return err
	}
	if err := b.workbook(workbook, relations); err != nil {
		return err
	}
	for _, read := range []struct {
		kind string
		part func(string) error
	}{{"/styles", b.styles}, {"/sharedStrings", b.sharedTexts}} {
		part, err := onlyPart(relations, read.kind)
		if err != nil {
			return err
		}
		if part == "" {
			continue
		}
		if err := read.part(part); err != nil {
			return err
		}
	}
	return nil
}

func onlyPart(relations map[string]relation, kind string) (part string, err error) {
	for _, id := range slices.Sorted(maps.Keys(relations)) {
		switch r := relations[id]; {
		case !strings.HasSuffix(r.kind, kind):
		case part != "":
			return "", fault(r.target, message.Of("the workbook has two parts of this kind; only one is allowed"))
		default:
			part = r.target
		}
	}
	return part, nil
}

type relation struct{ kind, target string }

// relations returns the parts that a part refers to, by id. The empty name means the whole file. A
// missing part is a fault.
func (b *Book) relations(name string) (map[string]relation, error) {
	folder := path.Dir(name)
	part := path.Join(folder, "_rels", path.Base(name)+".rels")
	if name == "" {
		part = "_rels/.rels"
	}
	found := map[string]relation{}
	return found, b.each(part, maxNames, func(l *lexer) error {
		if !l.is("Relationship") || l.attr("TargetMode") == "External" {
			return nil
		}
		id := l.attr("Id")
		kind := l.attr("Type")
		target := l.attr("Target")
		if strings.HasPrefix(target, "/") {
			target = strings.TrimPrefix(path.Clean(target), "/")
		} else {
			target = path.Join(folder, target)
		}
		if b.parts[target] == nil {
			return fault(target, message.Of("the part is missing"))
		}
		if found[id] = (relation{kind, target}); len(found) > maxEntries {
			return tooLarge(part, message.Of("the part refers to more than %d others", maxEntries))
		}
		return nil
	})
}

// Comments returns the number of comments on the cells of a sheet, and the row and the column of the
// first. Comments that cannot be read do not count.
func (b *Book) Comments(sheet Sheet) (n, row, column int) {
	found, _ := b.relations(sheet.part)
	for _, id := range slices.Sorted(maps.Keys(found)) {
		if !strings.HasSuffix(found[id].kind, "/comments") {
			continue
		}
		_ = b.each(found[id].target, maxNames, func(l *lexer) error {
			if l.is("comment") {
				if n++; n == 1 {
					column, row, _ = parseRef(l.attr("ref"))
				}
			}
			return nil
		})
	}
	return n, row, column
}

// each calls visit for every tag of a part of limited unpacked size. It verifies the checksum of
// the part. If visit returns [io.EOF], reading stops without an error.
func (b *Book) each(part string, most int64, visit func(l *lexer) error) error {
	f := b.parts[part]
	if f == nil {
		return fault(part, message.Of("the part is missing"))
	}
	packed := int64(maxRatio)
	if most == maxTexts {
		packed = maxTextRatio
	}
	most = min(most, max(smallPart, packed*int64(f.CompressedSize64)))
	if f.UncompressedSize64 > uint64(most) {
		return tooLarge(part, message.Of("the part takes more than %d MiB", most>>20))
	}
	rc, err := f.Open()
	if err != nil {
		return fault(part, strings.TrimPrefix(err.Error(), "zip: "))
	}
	defer rc.Close()
	l, err := newLexer(part, &checkedReader{part, rc})
	for err == nil {
		if err = l.tag(); err == nil {
			err = visit(l)
		}
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// checkedReader reads a part. It fails if the part differs from its entry in the list of parts.
type checkedReader struct {
	part string
	r    io.Reader
}

func (c *checkedReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	switch {
	case errors.Is(err, zip.ErrChecksum):
		return 0, fault(c.part, message.Of("the part is damaged: its checksum is wrong"))
	case err != nil && err != io.EOF:
		return 0, fault(c.part, message.Of("the part cannot be unpacked: %s", strings.TrimPrefix(err.Error(), "zip: ")))
	}
	return n, err
}

// Sheets returns the sheets with cells, in the order of their tabs. The caller must not change
// them.
func (b *Book) Sheets() []Sheet { return b.sheets }

func (b *Book) workbook(part string, relations map[string]relation) error {
	sheets := map[string]bool{}
	return b.each(part, maxNames, func(l *lexer) error {
		switch {
		case l.is("workbookPr"):
			v := l.attr("date1904")
			b.from1904 = v == "1" || v == "true"
		case l.is("sheet"):
			name := l.attr("name")
			id := l.attr("id")
			r, ok := relations[id]
			if !ok {
				return fault(part, message.Of("the sheet %s has no part", name))
			}
			if sheets[r.target] {
				return fault(part, message.Of("the sheet %s has the part of another", name))
			}
			if sheets[r.target] = true; len(sheets) > maxSheets {
				return tooLarge(part, message.Of("the workbook has more than %d sheets", maxSheets))
			}
			if strings.HasSuffix(r.kind, "/worksheet") {
				b.sheets = append(b.sheets, Sheet{name, r.target})
			}
		}
		return nil
	})
}
