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
// w untouched; an error names the sheet and the cell. Sheets beyond some 16 MB pass through the temporary directory.
func (wb *Workbook) WriteXLSX(w io.Writer) (err error) {
	if err := wb.check(); err != nil {
		return err
	}
	parts := newPackage()
	f := excelize.NewFile()
	defer func() { err = cmp.Or(err, f.Close()) }()
	f.SetZipWriter(func(out io.Writer) excelize.ZipWriter { parts.out = out; return parts })

	b := &builder{file: f, names: wb.SheetNames(), styles: newStyleBook(f), parts: parts, sheets: wb.Sheets}
	if err := b.addSheets(); err != nil {
		return err
	}
	for i, s := range wb.Sheets {
		if err := b.writeSheet(i, s); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
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
	return nil
}

// partName is where the library puts a sheet.
func partName(index int) string {
	return "xl/worksheets/sheet" + strconv.Itoa(index+1) + ".xml"
}

// insert adds to a part what the library leaves out. The places in one part come in the order of the calls.
func (b *builder) insert(part, before, xml string) {
	b.parts.inserts[part] = append(b.parts.inserts[part], insert{before, xml})
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

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
