package sheet

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// A Bar draws a bar in each cell of a range, in proportion to the number in the cell.
type Bar struct {
	Range Range

	// Color is the colour of the bar at its beginning. It is required.
	Color string

	// Max is the number whose bar fills the cell; the bar of zero is empty. Zero means 1, which
	// suits [Percent].
	Max float64
}

// A Scale colours the numbers of a range from Low, for zero, to High, for the greatest number.
// Blank cells keep their own colour.
type Scale struct {
	Range Range

	// Low and High are both required.
	Low, High string
}

// A Tint colours the cells of a range that contain a given word, ignoring case.
type Tint struct {
	Range Range

	// Text is the word in the cell, 1 to 255 UTF-16 units.
	Text string

	// Fill and Ink replace the cell's own. Empty keeps it.
	Fill, Ink string
}

// writeConditions writes bars, then scales, then tints. If two apply to a cell, the earlier has
// priority.
func (p *worksheet) writeConditions(out *bufio.Writer) {
	priority := 0
	rule := func(over Range, format string, args ...any) {
		priority++
		fmt.Fprintf(out, `<conditionalFormatting sqref="%v"><cfRule priority="%d" `, over, priority)
		fmt.Fprintf(out, format, args...)
		out.WriteString("</cfRule></conditionalFormatting>")
	}
	for _, bar := range p.sheet.Bars {
		rule(bar.Range, `type="dataBar"><dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="num" val="%s"/><color rgb="%s"/></dataBar>`,
			decimal(cmp.Or(bar.Max, 1)), argb(bar.Color))
	}
	for _, scale := range p.sheet.Scales {
		rule(scale.Range, `type="colorScale"><colorScale><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="%s"/><color rgb="%s"/></colorScale>`,
			argb(scale.Low), argb(scale.High))
	}
	for i, t := range p.sheet.Tints {
		word := `"` + strings.ReplaceAll(cleantext.DropLines(t.Text), `"`, `""`) + `"`
		rule(t.Range, `type="cellIs" operator="equal" dxfId="%d"><formula>%s</formula>`, p.tints[i], formulaText(word))
	}
}
