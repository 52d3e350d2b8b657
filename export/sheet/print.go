package sheet

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/paper"
)

// Print is how a sheet is put on paper. The zero value is A4, upright, at its own size, with
// nothing added.
type Print struct {
	Landscape bool

	// Paper is A4, A3 or Letter, in portrait. The zero value is A4.
	Paper paper.Size

	// PagesWide shrinks the sheet until it is that many pages wide; it may be as many pages long
	// as it needs. Zero leaves the sheet at its own size.
	PagesWide int

	// Area is the printed range. Zero means the whole sheet.
	Area Range

	// TitleRows rows from row TitleFrom on, counted from zero, and the first TitleColumns columns
	// are repeated on every page. A text that reaches out of the repeated columns is cut on the
	// pages to the right of the first.
	TitleFrom, TitleRows, TitleColumns int

	// Breaks are the rows that begin a page, counted from zero, in ascending order.
	Breaks []int

	// Header and Footer are printed at the left of the upper and lower margin of every page, up
	// to 200 UTF-16 units each; nothing in them is a code.
	Header, Footer string

	// PageNumbers puts "2 / 5" at the right of the footer.
	PageNumbers bool
}

// paperCodes are the codes of ISO 29500 for the sizes of paper that a sheet can have.
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

// writeBreaks writes where pages end: each break has the number of the row above it, which counts
// from one.
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

// literal is a text on the left of a header or footer, in which & begins a code unless doubled.
func literal(s string) string {
	s = strings.ReplaceAll(strings.Join(strings.Fields(cleantext.DropLines(s)), " "), "&", "&&")
	if s == "" {
		return ""
	}
	return "&L" + s
}
