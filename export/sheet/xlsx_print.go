package sheet

import (
	"bufio"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

func (p Print) write(out *bufio.Writer) {
	out.WriteString(`<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`) // inches
	orientation, fit := "portrait", ""
	if p.Landscape {
		orientation = "landscape"
	}
	if p.PagesWide > 0 {
		fit = fmt.Sprintf(` fitToWidth="%d" fitToHeight="0"`, p.PagesWide)
	}
	fmt.Fprintf(out, `<pageSetup paperSize="%d"%s orientation="%s"/>`, [...]int{9, 8, 1}[p.Paper], fit, orientation)
	p.writeEdges(out)
	p.writeBreaks(out)
}

// writeBreaks writes where pages end: each break has the number of the row above it, which counts from one.
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
	s = strings.ReplaceAll(strings.Join(strings.Fields(cleanText(s)), " "), "&", "&&")
	if s == "" {
		return ""
	}
	return "&L" + s
}

// addPrintNames keeps what is printed and repeated, which the file has as names of the sheet.
func (b *builder) addPrintNames(name string, p Print) error {
	var area, titles []string
	if p.Area != (Range{}) {
		area = append(area, quoteName(name)+"!"+p.Area.absolute())
	}
	if p.TitleColumns > 0 {
		titles = append(titles, quoteName(name)+"!$A:$"+columnName(p.TitleColumns-1))
	}
	if p.TitleRows > 0 {
		titles = append(titles, quoteName(name)+"!$"+strconv.Itoa(p.TitleFrom+1)+":$"+strconv.Itoa(p.TitleFrom+p.TitleRows))
	}
	return errors.Join(b.addSheetName(name, "_xlnm.Print_Area", area), b.addSheetName(name, "_xlnm.Print_Titles", titles))
}

func (b *builder) addSheetName(sheet, name string, refersTo []string) error {
	if refersTo == nil {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: strings.Join(refersTo, ","), Scope: sheet})
}
