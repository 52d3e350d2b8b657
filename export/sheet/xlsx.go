package sheet

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// WriteXLSX writes the workbook as an Office Open XML workbook. The same workbook gives the same bytes, on every
// machine. Nothing goes to w before the file is complete, and then it goes in one piece, so an error of the model leaves
// w untouched; an error names the sheet and the cell. Beside the model it takes about the memory of the file itself.
//
// The library (excelize) writes the package, the styles and the lists of sheets and names. The sheets themselves are written here, row by row:
// the library's own streaming takes six times as long and several times the memory, and silently drops settings that are not made in the order
// it expects.
func (wb *Workbook) WriteXLSX(w io.Writer) (err error) {
	if err := wb.check(); err != nil {
		return err
	}
	parts := newPackage()
	f := excelize.NewFile()
	defer func() { err = cmp.Or(err, f.Close()) }()
	f.SetZipWriter(func(out io.Writer) excelize.ZipWriter { parts.out = out; return parts })

	b := &builder{file: f, names: wb.SheetNames(), styles: newStyleBook(f, dateCode(wb.Language)), parts: parts, sheets: wb.Sheets}
	if err := b.addSheets(); err != nil {
		return err
	}
	for i, s := range wb.Sheets {
		if err := b.addSheet(i, s); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	if err := b.addNames(wb.Names); err != nil {
		return err
	}
	if b.formulas {
		if err := f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: new(true)}); err != nil {
			return err
		}
	}
	f.Pkg.Store("docProps/core.xml", []byte(wb.coreProperties()))
	defaults := f.ContentTypes.Defaults // in the order of a map
	sort.Slice(defaults, func(i, j int) bool { return defaults[i].Extension < defaults[j].Extension })
	if err := f.Write(w); err != nil {
		return fmt.Errorf("sheet: writing the workbook: %w", err)
	}
	return nil
}

// A builder turns a checked workbook into a file of the library.
type builder struct {
	file     *excelize.File
	sheets   []*Sheet
	names    []string
	styles   *styleBook
	parts    *pkg
	formulas bool // whether any cell has one

	// How many parts of each kind there are so far, in the whole workbook.
	tables, drawings, charts, images int
}

// addSheets makes every sheet before the first is filled: a fresh file has one, which becomes the first of ours.
func (b *builder) addSheets() error {
	if err := b.file.SetSheetName("Sheet1", b.names[0]); err != nil {
		return err
	}
	for _, name := range b.names[1:] {
		if _, err := b.file.NewSheet(name); err != nil {
			return fmt.Errorf("sheet %q: %w", name, err)
		}
	}
	b.file.SetActiveSheet(firstVisible(b.sheets)) // the library hides no sheet that is active
	for i, s := range b.sheets {
		if s.Visibility == Visible {
			continue
		}
		if err := b.file.SetSheetVisible(b.names[i], false, s.Visibility == VeryHidden); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	return nil
}

// firstVisible is the index of the sheet that opens; a checked workbook has one.
func firstVisible(sheets []*Sheet) int {
	for i, s := range sheets {
		if s.Visibility == Visible {
			return i
		}
	}
	return 0
}

// partName is where the library puts a sheet.
func partName(index int) string {
	return "xl/worksheets/sheet" + strconv.Itoa(index+1) + ".xml"
}

// addPart adds a part that the library knows nothing of.
func (b *builder) addPart(name, contentType string, content []byte) {
	b.file.Pkg.Store(name, content)
	entry := b.file.ContentTypes.Overrides[0]
	entry.PartName, entry.ContentType = "/"+name, contentType
	b.file.ContentTypes.Overrides = append(b.file.ContentTypes.Overrides, entry)
}

// coreProperties is the part with title, author and date. The library's own cannot be opened by every reader: it
// leaves out a prefix.
func (wb *Workbook) coreProperties() string {
	created := wb.Created
	if created == (Date{}) {
		created = Date{2000, 1, 1}
	}
	var b strings.Builder
	element := func(name, text string) {
		if text = cleanText(text); text != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>", name, escapeXML(text), name)
		}
	}
	b.WriteString(xml.Header + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	element("dc:title", wb.Title)
	element("dc:creator", wb.Author)
	element("cp:lastModifiedBy", wb.Author)
	for _, name := range []string{"created", "modified"} {
		fmt.Fprintf(&b, `<dcterms:%s xsi:type="dcterms:W3CDTF">%vT00:00:00Z</dcterms:%[1]s>`, name, created)
	}
	element("dc:language", wb.Language)
	b.WriteString("</cp:coreProperties>")
	return b.String()
}
