package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A frame is the workbook in excelize: styles, names and sheets without cells.
type frame struct {
	excel    *excelize.File
	workbook *Workbook
	names    []string // of the sheets
	styles   *styleBook
	formulas bool // whether any cell has a formula
}

func newFrame(wb *Workbook) *frame {
	excel := excelize.NewFile()
	return &frame{excel: excel, workbook: wb, names: wb.SheetNames(), styles: newStyleBook(excel, dateCode(wb.Language))}
}

// prepare registers everything that a sheet needs in the frame, and reports everything that cannot
// be written.
func (f *frame) prepare(index int, s *Sheet) (*worksheet, error) {
	r := cellReader{frame: f}
	if err := r.rows(s); err != nil {
		return nil, err
	}
	if len(r.links) > maxLinks {
		return nil, fmt.Errorf("%d links, but a sheet takes %d; split it, or write some as plain text", len(r.links), maxLinks)
	}
	tints, err := f.styles.tints(s)
	if err != nil {
		return nil, err
	}
	if s.Filter != (Range{}) {
		if err := f.excel.AutoFilter(f.names[index], s.Filter.String(), nil); err != nil { // a hidden name in the file
			return nil, err
		}
	}
	if err := f.addPrintNames(f.names[index], s.Print); err != nil {
		return nil, err
	}
	return &worksheet{frame: f, index: index, sheet: s, links: r.links, tints: tints}, nil
}

// addSheets adds every sheet, without cells. A new file of excelize already has one sheet, which
// becomes the first.
func (f *frame) addSheets() error {
	if err := f.excel.SetSheetName("Sheet1", f.names[0]); err != nil {
		return err
	}
	for _, name := range f.names[1:] {
		if _, err := f.excel.NewSheet(name); err != nil {
			return fmt.Errorf("sheet %q: %w", name, err)
		}
	}
	f.excel.SetActiveSheet(firstVisible(f.workbook.Sheets)) // excelize does not hide the active sheet
	for i, s := range f.workbook.Sheets {
		if s.Visibility == Visible {
			continue
		}
		if err := f.excel.SetSheetVisible(f.names[i], false, s.Visibility == VeryHidden); err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
	}
	return nil
}

func firstVisible(sheets []*Sheet) int {
	return slices.IndexFunc(sheets, func(s *Sheet) bool { return s.Visibility == Visible })
}

func (f *frame) addNames() error {
	for _, n := range f.workbook.Names {
		i := slices.Index(f.workbook.Sheets, n.Sheet)
		if err := f.addName(n.Name, quoteName(f.names[i])+"!"+n.Range.Absolute(), ""); err != nil {
			return fmt.Errorf("name %q: %w", n.Name, err)
		}
	}
	return nil
}

// addPrintNames defines the print area and the repeated rows and columns, which are names of the
// sheet in the file.
func (f *frame) addPrintNames(name string, p Print) error {
	var area, titles []string
	if p.Area != (Range{}) {
		area = append(area, quoteName(name)+"!"+p.Area.Absolute())
	}
	if p.TitleColumns > 0 {
		titles = append(titles, quoteName(name)+"!$A:$"+columnName(p.TitleColumns-1))
	}
	if p.TitleRows > 0 {
		titles = append(titles, quoteName(name)+"!$"+strconv.Itoa(p.TitleFrom+1)+":$"+strconv.Itoa(p.TitleFrom+p.TitleRows))
	}
	return cmp.Or(f.addName("_xlnm.Print_Area", strings.Join(area, ","), name), f.addName("_xlnm.Print_Titles", strings.Join(titles, ","), name))
}

// addName defines a name of the workbook, or of one sheet as its scope. A name with an empty
// reference is omitted.
func (f *frame) addName(name, refersTo, scope string) error {
	if refersTo == "" {
		return nil
	}
	return f.excel.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo, Scope: scope})
}

func (f *frame) file() ([]byte, error) {
	if err := f.addNames(); err != nil {
		return nil, err
	}
	if f.formulas {
		if err := f.excel.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: new(true)}); err != nil {
			return nil, err
		}
	}
	file, err := f.excel.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}
