package sheet

import (
	"bufio"
	"errors"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// A Choice offers the same words in every cell of some ranges, as a drop-down list. A cell may stay
// blank; any other entry is refused.
type Choice struct {
	Ranges []Range

	// Words are the choices in order: 1 to 255 UTF-16 units in total, including a comma between
	// adjacent words. No word may contain a comma or a double quote, or begin or end with a space.
	Words []string

	// Name is the [Name] of a range in the workbook whose cells are the choices, without a limit on
	// their number. Either Name or Words must be set.
	Name string

	// None refuses any entry. It is for a sheet that must not be changed but has folded rows, which
	// spreadsheets do not unfold once the sheet is protected. None excludes Name and Words.
	None bool

	// Open lets readers write another entry without a message.
	Open bool

	// Title and Text are the message for another entry, up to 32 and 255 UTF-16 units. Empty means
	// the spreadsheet's own.
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
	switch {
	case c.None && (len(c.Words) > 0 || c.Name != "" || c.Open):
		return errors.New("refuses any entry and offers choices; drop one")
	case c.Name != "" && len(c.Words) > 0:
		return fmt.Errorf("has both words and the name %q; drop one", c.Name)
	case !c.None && c.Name == "":
		if err := checkWords(c.Words); err != nil {
			return err
		}
	}
	if cleantext.UTF16Len(cleantext.DropLines(c.Title)) > maxChoiceTitle || cleantext.UTF16Len(cleantext.DropLines(c.Text)) > maxChoiceText {
		return fmt.Errorf("its title or text is longer than %d or %d UTF-16 units; shorten it", maxChoiceTitle, maxChoiceText)
	}
	return nil
}

func checkWords(words []string) error {
	for _, word := range words {
		if word == "" || word != strings.TrimSpace(word) || strings.ContainsAny(word, ",\"\t\n") || word != cleantext.DropLines(word) || markEscapes(word) != word {
			return fmt.Errorf("the word %q; want one without commas, quotes, escapes, control characters and outer spaces", word)
		}
	}
	if n := cleantext.UTF16Len(strings.Join(words, ",")); n < 1 || n > maxChoice {
		return fmt.Errorf("words of %d UTF-16 units in all; want 1 to %d", n, maxChoice)
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
