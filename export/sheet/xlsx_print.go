package sheet

import (
	"errors"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

func (b *builder) setPrint(name string, p Print) error {
	return errors.Join(b.setPage(name, p), b.setHeaderFooter(name, p), b.setArea(name, p), b.setTitles(name, p))
}

func (b *builder) setPage(name string, p Print) error {
	layout := &excelize.PageLayoutOptions{
		Orientation: new("portrait"),
		Size:        new([...]int{9, 8, 1}[p.Paper]),
	}
	if p.Landscape {
		layout.Orientation = new("landscape")
	}
	if p.PagesWide > 0 {
		layout.FitToWidth, layout.FitToHeight = new(p.PagesWide), new(0)
	}
	if err := b.file.SetPageLayout(name, layout); err != nil {
		return err
	}
	side := 0.5 // inches
	return b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: new(0.6), Bottom: new(0.6), Header: new(0.3), Footer: new(0.3),
	})
}

func (b *builder) setHeaderFooter(name string, p Print) error {
	header, footer := literal(p.Header), literal(p.Footer)
	if p.PageNumbers {
		footer += "&R&P / &N"
	}
	if header == "" && footer == "" {
		return nil
	}
	return b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddHeader: header, OddFooter: footer})
}

// literal is a text on the left of a header or footer, in which & begins a code unless doubled.
func literal(s string) string {
	s = strings.ReplaceAll(strings.Join(strings.Fields(cleanText(s)), " "), "&", "&&")
	if s == "" {
		return ""
	}
	return "&L" + markEscapes(s)
}

// setArea prints a part of the sheet only; the file keeps that as a name.
func (b *builder) setArea(name string, p Print) error {
	if p.Area == (Range{}) {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Area", RefersTo: quoteName(name) + "!" + p.Area.absolute(), Scope: name,
	})
}

// setTitles repeats rows and columns on every page; the file keeps that as a name.
func (b *builder) setTitles(name string, p Print) error {
	var ranges []string
	if p.TitleColumns > 0 {
		ranges = append(ranges, quoteName(name)+"!$A:$"+columnName(p.TitleColumns-1))
	}
	if p.TitleRows > 0 {
		ranges = append(ranges, quoteName(name)+"!$"+strconv.Itoa(p.TitleFrom+1)+":$"+strconv.Itoa(p.TitleFrom+p.TitleRows))
	}
	if ranges == nil {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: strings.Join(ranges, ","), Scope: name,
	})
}
