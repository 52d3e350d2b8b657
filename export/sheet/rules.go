package sheet

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// A Bar draws a bar in each cell of a range, in proportion to the number in the cell.
type Bar struct {
	Range Range

	// Color of the bar where it begins. Needed.
	Color string

	// Max is the number whose bar fills the cell; the bar of zero has no length. Zero means 1,
	// which suits [Percent].
	Max float64
}

// A Scale colours the numbers of a range from Low, for zero, to High, for the greatest of them.
// Blank cells keep their own colour.
type Scale struct {
	Range Range

	// Low and High are both needed.
	Low, High string
}

// A Tint colours the cells of a range that hold a given word, in any case.
type Tint struct {
	Range Range

	// Text is what the cell must hold, 1 to 255 UTF-16 units.
	Text string

	// Fill and Ink replace the cell's own. Empty leaves it.
	Fill, Ink string
}

// writeConditions writes bars, then scales, then tints. Where two apply, the earlier has priority.
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

// A Choice offers the same words in every cell of some ranges, as a drop-down list. A cell may be
// left blank; any other entry is refused.
type Choice struct {
	Ranges []Range

	// Words are the choices in order: together 1 to 255 UTF-16 units with a comma between each
	// two. So no word may have a comma, a double quote, or spaces around it.
	Words []string

	// Name is the [Name] of a range in the workbook whose cells are the choices, as many as
	// needed. Give either Name or Words.
	Name string

	// None refuses any entry, on a sheet that must not be changed but has folded rows, which
	// spreadsheets do not unfold once the sheet is protected. It has neither Name nor Words.
	None bool

	// Open lets readers write something else without a message.
	Open bool

	// Title and Text are the message when something else is written, up to 32 and 255 UTF-16
	// units. Empty leaves it to the spreadsheet.
	Title, Text string
}

const (
	maxChoice      = 255
	maxChoiceTitle = 32
	maxChoiceText  = 255
)

func (c Choice) check() error {
	if len(c.Ranges) == 0 {
		return errors.New("has no ranges")
	}
	for _, r := range c.Ranges {
		if err := r.check(); err != nil {
			return err
		}
	}
	if c.None {
		if len(c.Words) > 0 || c.Name != "" || c.Open {
			return errors.New("refuses any entry and offers choices; drop one")
		}
		return c.checkMessage()
	}
	if c.Name != "" {
		if len(c.Words) > 0 {
			return fmt.Errorf("has both words and the name %q; drop one", c.Name)
		}
		return c.checkMessage()
	}
	for _, word := range c.Words {
		if word == "" || word != strings.TrimSpace(word) || strings.ContainsAny(word, ",\"\t\n") || word != cleantext.DropLines(word) || markEscapes(word) != word {
			return fmt.Errorf("the word %q; want one without commas, quotes, escapes, control characters and outer spaces", word)
		}
	}
	if n := unitCount(strings.Join(c.Words, ",")); n < 1 || n > maxChoice {
		return fmt.Errorf("words of %d UTF-16 units in all; want 1 to %d", n, maxChoice)
	}
	return c.checkMessage()
}

func (c Choice) checkMessage() error {
	if unitCount(cleantext.DropLines(c.Title)) > maxChoiceTitle || unitCount(cleantext.DropLines(c.Text)) > maxChoiceText {
		return fmt.Errorf("its title or text is longer than %d or %d UTF-16 units; shorten it", maxChoiceTitle, maxChoiceText)
	}
	return nil
}

func (p *worksheet) writeChoices(out *bufio.Writer) {
	if len(p.sheet.Choices) == 0 {
		return
	}
	fmt.Fprintf(out, `<dataValidations count="%d">`, len(p.sheet.Choices))
	for _, c := range p.sheet.Choices {
		ranges := make([]string, len(c.Ranges))
		for i, r := range c.Ranges {
			ranges[i] = r.String()
		}
		kind, formula := "list", c.Name
		switch {
		case c.None:
			kind, formula = "custom", "FALSE"
		case formula == "":
			formula = `"` + strings.Join(c.Words, ",") + `"`
		}
		fmt.Fprintf(out, `<dataValidation type="%s" allowBlank="%d" showInputMessage="1" showErrorMessage="%d" errorTitle="%s" error="%s" sqref="%s">`+
			`<formula1>%s</formula1></dataValidation>`,
			kind, oneIf(!c.None), oneIf(!c.Open), xstring(cleantext.DropLines(c.Title)), xstring(cleantext.DropLines(c.Text)), strings.Join(ranges, " "), formulaText(formula))
	}
	out.WriteString("</dataValidations>")
}

func oneIf(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
