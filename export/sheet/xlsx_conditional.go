package sheet

import (
	"bufio"
	"cmp"
	"fmt"
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
	for _, bar := range p.sheet.Bars {
		rule(bar.Range, `type="dataBar"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="%s"/><color rgb="%s"/></dataBar>`,
			decimal(cmp.Or(bar.Full, 1)), argb(bar.Color))
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
