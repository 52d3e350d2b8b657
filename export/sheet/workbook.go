// Package sheet is a small model of a workbook, and its writer.
//
// A [Workbook] is plain data: sheets of rows of cells. It is built with struct literals and append,
// compared and printed in tests, and written by [Workbook.WriteXLSX]. The package knows nothing of
// accounts: its caller decides the meaning of the cells, and only the writer knows the file format.
//
// Positions count from zero, like slices: Rows[0].Cells[0] is the cell A1 of a spreadsheet. [Ref]
// returns that name. Colours are "#RRGGBB"; the empty string means none.
//
// Nothing in this package changes a model, so any number of goroutines may write one workbook at
// once while none edits it.
package sheet

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/opc"
)

// A Workbook is a list of sheets, and the properties that a file manager shows.
type Workbook struct {
	Title string

	// Language is a BCP 47 tag such as "es" or "el-GR", written to the properties of the file
	// unless empty. It determines the format of dates: 01/11/2026, or 2026-11-01 in English, where
	// the order of day and month is ambiguous.
	Language string

	// Created is the date in the properties of the file, at midnight UTC. Zero means 2000-01-01.
	// The writer uses no clock, so that equal workbooks give equal bytes.
	Created Date

	// Sheets are in the order of their tabs. The first visible one opens. At least one must be
	// visible.
	Sheets []*Sheet

	// Names are the named ranges for choices and formulas.
	Names []Name
}

// A Name is a name for a range, valid in the whole workbook.
type Name struct {
	// Name follows the rules of [Table].Name, and is unique among the names of tables and ranges.
	Name string

	// Sheet is a member of the workbook's Sheets.
	Sheet *Sheet
	Range Range
}

// Visibility is the visibility of a sheet's tab.
type Visibility uint8

// The visibilities. At least one sheet of a workbook must be visible.
const (
	Visible    Visibility = iota
	Hidden                // a reader can unhide it
	VeryHidden            // only a program can unhide it
)

const maxName = 31

// SheetNames returns the names of the sheets in the file, in order. A formula that refers to
// another sheet needs them. A valid, unused name is unchanged. Other names change in the same way
// each time: : \ / ? * [ and ] become hyphens, apostrophes become ’, and control characters and
// runs of spaces become one space. An empty name becomes "Sheet", and "History", which Excel
// reserves, gets an underscore. A name of more than 31 UTF-16 units is cut, and a duplicate,
// ignoring case, gets " (2)" and so on.
func (wb *Workbook) SheetNames() []string {
	names := make([]string, len(wb.Sheets))
	taken := make(map[string]bool, len(wb.Sheets))
	for i, s := range wb.Sheets {
		base := ""
		if s != nil {
			base = s.Name
		}
		base = legalName(base)
		name := base
		for n := 2; taken[foldCase(name)]; n++ {
			tail := " (" + strconv.Itoa(n) + ")"
			name = strings.TrimRight(cleantext.UTF16Prefix(base, maxName-len(tail)), " ") + tail
		}
		taken[foldCase(name)] = true
		names[i] = name
	}
	return names
}

func legalName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`:\/?*[]`, r):
			return '-'
		case r == '\'':
			return '’'
		case r < ' ' || r == 0x7f:
			return ' '
		}
		return r
	}, name)
	name = strings.Join(strings.Fields(cleantext.DropLines(name)), " ")
	name = strings.TrimRight(cleantext.UTF16Prefix(name, maxName), " ")
	switch {
	case name == "":
		return "Sheet"
	case foldCase(name) == "history":
		return name + "_"
	}
	return name
}

func foldCase(s string) string { return strings.ToLower(strings.ToUpper(s)) }

// WriteXLSX writes the workbook as an Office Open XML workbook. Equal workbooks give equal bytes,
// on every machine. The complete file is written to w in one piece, so an error of the model writes
// nothing. An error names the sheet and the cell. WriteXLSX takes about twice the memory of the
// file in addition to the model.
//
// The library excelize makes the frame: a workbook with all styles, names and empty sheets. This
// package then fills the sheets row by row. The library's own streaming takes five times as long
// and four times the memory, and silently drops settings made in an unexpected order.
func (wb *Workbook) WriteXLSX(w io.Writer) (err error) {
	if err := wb.check(); err != nil {
		return err
	}
	f := newFrame(wb)
	defer func() { err = cmp.Or(err, f.excel.Close()) }()
	if err := f.addSheets(); err != nil {
		return err
	}
	sheets := make([]*worksheet, len(wb.Sheets))
	for i, s := range wb.Sheets {
		if sheets[i], err = f.prepare(i, s); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	file, err := f.file()
	if err != nil {
		return fmt.Errorf("sheet: %w", err)
	}

	pack, err := opc.Open(file)
	if err != nil {
		return fmt.Errorf("sheet: the frame of the workbook: %w", err)
	}
	pack.Set("docProps/core.xml", []byte(wb.coreProperties()))
	x := &filler{Package: pack}
	for _, s := range sheets {
		x.fill(s)
	}
	if err := pack.Write(w); err != nil {
		return fmt.Errorf("sheet: writing the workbook: %w", err)
	}
	return nil
}

// A filler puts the sheets into the frame, together with their parts.
type filler struct {
	*opc.Package
	tables, drawings, charts, images int // the number of parts of each kind so far
}

func (x *filler) fill(s *worksheet) {
	var related opc.Relations
	x.addDrawing(s, &related)
	for i, t := range s.sheet.Tables {
		x.addTable(s, i, t, &related)
	}
	s.relateLinks(&related)
	name := "xl/worksheets/sheet" + strconv.Itoa(s.index+1) + ".xml"
	x.AddRelations(name, &related)
	x.SetFunc(name, s.write)
}

// coreProperties returns the part with title and date. The part by excelize lacks a prefix,
// and some readers reject it.
func (wb *Workbook) coreProperties() string {
	created := wb.Created
	if created == (Date{}) {
		created = Date{2000, 1, 1}
	}
	var b strings.Builder
	element := func(name, text string) {
		if text = cleantext.DropLines(text); text != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>", name, opc.Escape(text), name)
		}
	}
	b.WriteString(xml.Header + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	element("dc:title", wb.Title)
	for _, name := range []string{"created", "modified"} {
		fmt.Fprintf(&b, `<dcterms:%s xsi:type="dcterms:W3CDTF">%vT00:00:00Z</dcterms:%[1]s>`, name, created)
	}
	element("dc:language", wb.Language)
	b.WriteString("</cp:coreProperties>")
	return b.String()
}
