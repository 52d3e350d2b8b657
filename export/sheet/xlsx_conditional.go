package sheet

import (
	"bufio"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// tintStyles gives each tint of a sheet its number among the workbook's.
func (b *builder) tintStyles(s *Sheet) ([]int, error) {
	ids := make([]int, len(s.Tints))
	for i, t := range s.Tints {
		style := &excelize.Style{}
		if t.Fill != "" {
			style.Fill = solid(t.Fill)
		}
		if t.Ink != "" {
			style.Font = &excelize.Font{Color: t.Ink}
		}
		id, err := b.file.NewConditionalStyle(style)
		if err != nil {
			return nil, fmt.Errorf("tint %d: %w", i+1, err)
		}
		ids[i] = id
	}
	return ids, nil
}

// writeConditions writes bars, then scales, then tints. Where two apply, the earlier has priority.
func (p *sheetPart) writeConditions(out *bufio.Writer) {
	priority := 0
	rule := func(over Range, format string, args ...any) {
		priority++
		fmt.Fprintf(out, `<conditionalFormatting sqref="%v"><cfRule priority="%d" `, over, priority)
		fmt.Fprintf(out, format, args...)
		out.WriteString("</cfRule></conditionalFormatting>")
	}
	for i, bar := range p.sheet.Bars {
		rule(bar.Range, `type="dataBar"><dataBar><cfvo type="num" val="0"/><cfvo type="num" val="%s"/><color rgb="%s"/></dataBar>`+
			`<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="%s"><x14:id>%s</x14:id></ext></extLst>`,
			bar.full(), argb(bar.Color), x14, p.barID(i))
	}
	for _, scale := range p.sheet.Scales {
		rule(scale.Range, `type="colorScale"><colorScale><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="%s"/><color rgb="%s"/></colorScale>`,
			argb(scale.Low), argb(scale.High))
	}
	for i, t := range p.sheet.Tints {
		word := `"` + strings.ReplaceAll(cleanText(t.Text), `"`, `""`) + `"`
		rule(t.Range, `type="cellIs" operator="equal" dxfId="%d"><formula>%s</formula>`, p.tints[i], formulaText(word))
	}
}

func (bar Bar) full() string {
	return strconv.FormatFloat(cmp.Or(bar.Full, 1), 'f', -1, 64)
}

const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"

func (p *sheetPart) barID(i int) string {
	return fmt.Sprintf("{00000000-0000-0000-%04X-%012X}", p.index+1, i)
}

// writeExtensions says that bars are of one plain colour and that zero has none: without it they fade out, and zero gets a
// tenth of the cell.
func (p *sheetPart) writeExtensions(out *bufio.Writer) {
	if len(p.sheet.Bars) == 0 {
		return
	}
	fmt.Fprintf(out, `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="%s"><x14:conditionalFormattings>`, x14)
	for i, bar := range p.sheet.Bars {
		fmt.Fprintf(out, `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">`+
			`<x14:cfRule type="dataBar" id="%s">`+
			`<x14:dataBar minLength="0" maxLength="100" gradient="0">`+
			`<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>%s</xm:f></x14:cfvo>`+
			`<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>`+
			`<xm:sqref>%v</xm:sqref></x14:conditionalFormatting>`, p.barID(i), bar.full(), bar.Range)
	}
	out.WriteString(`</x14:conditionalFormattings></ext></extLst>`)
}
