package sheet

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// addConditions adds bars, then tints. Bars come first as the numbers of their rules are needed again below.
func (b *builder) addConditions(index int, name string, s *Sheet) error {
	for i, bar := range s.Bars {
		err := b.file.SetConditionalFormat(name, bar.Range.String(), []excelize.ConditionalFormatOptions{{
			Type: "data_bar", Criteria: "=",
			MinType: "num", MinValue: "0", MaxType: "num", MaxValue: bar.full(),
			BarColor: bar.Color, BarSolid: true,
		}})
		if err != nil {
			return fmt.Errorf("bar %d: %w", i+1, err)
		}
	}
	if len(s.Bars) > 0 {
		b.insert(partName(index), "</worksheet>", barExtension(index, s.Bars))
	}
	for i, t := range s.Tints {
		if err := b.addTint(name, t); err != nil {
			return fmt.Errorf("tint %d: %w", i+1, err)
		}
	}
	return nil
}

func (bar Bar) full() string {
	return strconv.FormatFloat(cmp.Or(bar.Full, 1), 'f', -1, 64)
}

func (b *builder) addTint(name string, t Tint) error {
	style := &excelize.Style{}
	if t.Fill != "" {
		style.Fill = solid(t.Fill)
	}
	if t.Ink != "" {
		style.Font = &excelize.Font{Color: t.Ink}
	}
	id, err := b.file.NewConditionalStyle(style)
	if err != nil {
		return err
	}
	word := `"` + strings.ReplaceAll(markEscapes(cleanText(t.Text)), `"`, `""`) + `"`
	return b.file.SetConditionalFormat(name, t.Range.String(), []excelize.ConditionalFormatOptions{{
		Type: "cell", Criteria: "==", Format: &id, Value: word,
	}})
}

// barExtension says that bars are of one plain colour and that zero has none: without it they fade out, and zero gets a
// tenth of the cell. The library writes the rules' halves of it and loses this one, the list that ends a sheet, when it
// streams; each id is the one it gave.
func barExtension(index int, bars []Bar) string {
	var b strings.Builder
	b.WriteString(`<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"` +
		` xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>`)
	for i, bar := range bars {
		fmt.Fprintf(&b, `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">`+
			`<x14:cfRule type="dataBar" id="{00000000-0000-0000-%04X-%012X}">`+
			`<x14:dataBar minLength="0" maxLength="100" gradient="0">`+
			`<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>%s</xm:f></x14:cfvo>`+
			`<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>`+
			`<xm:sqref>%v</xm:sqref></x14:conditionalFormatting>`, index+1, i, bar.full(), bar.Range)
	}
	b.WriteString(`</x14:conditionalFormattings></ext></extLst>`)
	return b.String()
}
