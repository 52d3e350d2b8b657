package sheet

import (
	"bufio"
	"fmt"
	"strings"
)

func (p *sheetPart) writeChoices(out *bufio.Writer) {
	if len(p.sheet.Choices) == 0 {
		return
	}
	fmt.Fprintf(out, `<dataValidations count="%d">`, len(p.sheet.Choices))
	for _, c := range p.sheet.Choices {
		ranges := make([]string, len(c.Ranges))
		for i, r := range c.Ranges {
			ranges[i] = r.String()
		}
		list := c.Name
		if list == "" {
			list = `"` + strings.Join(c.Words, ",") + `"`
		}
		fmt.Fprintf(out, `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="%d" errorTitle="%s" error="%s" sqref="%s">`+
			`<formula1>%s</formula1></dataValidation>`,
			oneIf(!c.Open), xstring(cleanText(c.Title)), xstring(cleanText(c.Text)), strings.Join(ranges, " "), formulaText(list))
	}
	out.WriteString("</dataValidations>")
}

func oneIf(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
