package sheet

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/paper"
)

// A Sheet is one tab: its cells, and the settings for display, filters and print. The zero value is
// an empty sheet.
type Sheet struct {
	// Name is the name on the tab. An invalid or duplicate name is changed; see
	// [Workbook.SheetNames].
	Name string

	// TabColor colours the tab. Empty means no colour.
	TabColor string

	// Visibility is the visibility of the tab.
	Visibility Visibility

	// Columns describes the columns from A on. Further columns have the zero value.
	Columns []Column

	// DefaultWidth is the width of every column without a width of its own, in characters. Zero
	// means 10. It costs less than many equal entries in Columns.
	DefaultWidth float64

	// Rows are the rows from 1 on. Rows may have different lengths.
	Rows []Row

	// FreezeRows and FreezeColumns are the numbers of rows and columns that stay in place while the
	// rest scrolls.
	FreezeRows, FreezeColumns int

	// Filter is the range that gets filter buttons, including its headings. The zero Range means
	// none. It excludes Tables, which have filters of their own.
	Filter Range

	// Tables are ranges with a name and filter buttons. They must not overlap.
	Tables []Table

	// Merges are ranges drawn as one cell, with the value of the top left cell. They must not
	// overlap one another or a table. [AlignAcross] centres a word over several cells without a
	// merge, and keeps sorting and filtering usable.
	Merges []Range

	// Bars, Scales and Tints are drawn by the spreadsheet from the values, and change when a reader
	// edits them. If two tints apply to a cell, the earlier wins.
	Bars   []Bar
	Scales []Scale
	Tints  []Tint

	// Choices limit the entries of some cells, and offer them as a list.
	Choices []Choice

	// Pictures and Charts are above the cells, later ones above earlier ones.
	Pictures []Picture
	Charts   []Chart

	Print Print

	HideGridlines bool

	// Protected prevents a reader from changing cells, without a password. Filters and the sizes of
	// rows and columns stay usable. Spreadsheets do not unfold rows of a protected sheet.
	Protected bool
}

// A Column is the format of one column. The zero value is a visible column of the sheet's default
// width.
type Column struct {
	// Width is in characters of the default font, up to 255. Zero means the sheet's DefaultWidth.
	Width float64

	Hidden bool

	// Outline is the level of the column in the outline, from 0 (not grouped) to 7. The column to
	// the left of a group is its heading.
	Outline int

	// Blank is the format of the column's cells outside of [Sheet.Rows]: Date{} for days,
	// Literal("") for text that looks like a number or a day. Nil means the spreadsheet's default.
	Blank Value
}

// A Row is a row of cells from column A on.
type Row struct {
	Cells []Cell

	// Style is for cells without a style of their own, and for the rest of the row to the edge of
	// the sheet. Nil means the default style.
	Style *Style

	// Height is in points, up to 409. Zero means the height of the text.
	Height float64

	// Outline is the level of the row in the outline, from 0 (not grouped) to 7. The row above a
	// group is its heading.
	Outline int8

	// Folded hides the rows of the group below this heading until a reader unfolds them.
	Folded bool

	Hidden bool
}

// A Table is a range with a name, headings and filter buttons. Other programs read it by its name.
type Table struct {
	// Name begins with a letter or underscore and continues with letters, digits, underscores and
	// dots, all ASCII. It must not look like a cell reference, and must be unique in the workbook,
	// ignoring case.
	Name string

	// Range starts with the row of headings, which are [Text], not blank, and unique, ignoring
	// case. A range of one row gets an empty row below it, since a table needs one.
	Range Range
}

// A Range is a rectangle of Rows by Columns cells, from (Row, Column) down and to the right,
// counted from zero. The zero Range is empty.
type Range struct{ Row, Column, Rows, Columns int }

// String returns the range in the notation of spreadsheets, such as "B2:D9", or "" for an empty
// range.
func (r Range) String() string {
	if r.Rows < 1 || r.Columns < 1 {
		return ""
	}
	return Ref(r.Row, r.Column) + ":" + Ref(r.Row+r.Rows-1, r.Column+r.Columns-1)
}

// Absolute returns the range with absolute columns and rows, such as "$B$2:$D$9".
func (r Range) Absolute() string {
	return AbsoluteRef(r.Row, r.Column) + ":" + AbsoluteRef(r.Row+r.Rows-1, r.Column+r.Columns-1)
}

// AbsoluteRef returns a cell with absolute column and row, such as "$B$2".
func AbsoluteRef(row, column int) string { return "$" + columnName(column) + "$" + strconv.Itoa(row+1) }

// Ref returns the name of a cell in spreadsheets: Ref(0, 0) is "A1", Ref(4, 27) is "AB5". Negative
// arguments count as zero.
func Ref(row, column int) string {
	return columnName(column) + strconv.Itoa(max(row, 0)+1)
}

func columnName(column int) string {
	var letters [16]byte
	i := len(letters)
	for n := max(column, 0) + 1; n > 0; n = (n - 1) / 26 {
		i--
		letters[i] = 'A' + byte((n-1)%26)
	}
	return string(letters[i:])
}

func (r Range) overlaps(o Range) bool {
	return r.Row < o.Row+o.Rows && o.Row < r.Row+r.Rows &&
		r.Column < o.Column+o.Columns && o.Column < r.Column+r.Columns
}

// Print has the print settings of a sheet. The zero value is A4 in portrait, at full size, with
// nothing added.
type Print struct {
	Landscape bool

	// Paper is A4, A3 or Letter, in portrait. The zero value is A4.
	Paper paper.Size

	// PagesWide shrinks the sheet to that width in pages, with any number of pages in length. Zero
	// keeps the sheet at full size.
	PagesWide int

	// Area is the printed range. Zero means the whole sheet.
	Area Range

	// TitleRows rows from row TitleFrom on, counted from zero, and the first TitleColumns columns
	// are repeated on every page. A text that extends beyond the repeated columns is cut on the
	// pages to the right of the first.
	TitleFrom, TitleRows, TitleColumns int

	// Breaks are the rows that begin a page, counted from zero, in ascending order.
	Breaks []int

	// Header and Footer are printed at the left of the upper and lower margin of every page. Each
	// has at most 200 UTF-16 units, none of which is interpreted as a code.
	Header, Footer string

	// PageNumbers puts "2 / 5" at the right of the footer.
	PageNumbers bool
}

// paperCodes returns the codes of ISO 29500 for the supported paper sizes.
func paperCodes() map[paper.Size]int {
	return map[paper.Size]int{{}: 9, paper.A4(): 9, paper.A3(): 8, paper.Letter(): 1}
}

func (p Print) write(out *bufio.Writer) {
	out.WriteString(`<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`) // inches
	orientation, fit := "portrait", ""
	if p.Landscape {
		orientation = "landscape"
	}
	if p.PagesWide > 0 {
		fit = fmt.Sprintf(` fitToWidth="%d" fitToHeight="0"`, p.PagesWide)
	}
	fmt.Fprintf(out, `<pageSetup paperSize="%d"%s orientation="%s"/>`, paperCodes()[p.Paper], fit, orientation)
	p.writeEdges(out)
	p.writeBreaks(out)
}

// writeBreaks writes the page breaks. Each has the number of the row above it, counted from one.
func (p Print) writeBreaks(out *bufio.Writer) {
	if len(p.Breaks) == 0 {
		return
	}
	fmt.Fprintf(out, `<rowBreaks count="%[1]d" manualBreakCount="%[1]d">`, len(p.Breaks))
	for _, row := range p.Breaks {
		fmt.Fprintf(out, `<brk id="%d" max="%d" man="1"/>`, row, maxColumns-1)
	}
	out.WriteString("</rowBreaks>")
}

func (p Print) writeEdges(out *bufio.Writer) {
	header, footer := literal(p.Header), literal(p.Footer)
	if p.PageNumbers {
		footer += "&R&P / &N"
	}
	if header == "" && footer == "" {
		return
	}
	out.WriteString("<headerFooter>")
	if header != "" {
		out.WriteString("<oddHeader>" + xstring(header) + "</oddHeader>")
	}
	if footer != "" {
		out.WriteString("<oddFooter>" + xstring(footer) + "</oddFooter>")
	}
	out.WriteString("</headerFooter>")
}

// literal returns a text for the left of a header or footer, in which & begins a code unless
// doubled.
func literal(s string) string {
	s = strings.ReplaceAll(strings.Join(strings.Fields(cleantext.DropLines(s)), " "), "&", "&&")
	if s == "" {
		return ""
	}
	return "&L" + s
}
