package sheet

import (
	"errors"
	"fmt"
	"strings"
)

// A Choice offers the same words in every cell of some ranges, as a drop-down list. A cell may be left blank; any other entry is refused.
type Choice struct {
	Ranges []Range

	// Words are the choices in order: together 1 to 255 UTF-16 units with a comma between each two. So no word may have a comma, a double quote,
	// or spaces around it.
	Words []string

	// Name is the [Name] of a range in the workbook whose cells are the choices, as many as needed. Give either Name or Words.
	Name string

	// Open lets readers write something else without a message.
	Open bool

	// Title and Text are the message when something else is written, up to 32 and 255 UTF-16 units. Empty leaves it to the spreadsheet.
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
	if c.Name != "" {
		if len(c.Words) > 0 {
			return fmt.Errorf("has both words and the name %q; drop one", c.Name)
		}
		return c.checkMessage()
	}
	for _, word := range c.Words {
		if word == "" || word != strings.TrimSpace(word) || strings.ContainsAny(word, ",\"\t\n") || word != cleanText(word) || markEscapes(word) != word {
			return fmt.Errorf("the word %q; want one without commas, quotes, escapes, control characters and outer spaces", word)
		}
	}
	if n := unitCount(strings.Join(c.Words, ",")); n < 1 || n > maxChoice {
		return fmt.Errorf("words of %d UTF-16 units in all; want 1 to %d", n, maxChoice)
	}
	return c.checkMessage()
}

func (c Choice) checkMessage() error {
	if unitCount(cleanText(c.Title)) > maxChoiceTitle || unitCount(cleanText(c.Text)) > maxChoiceText {
		return fmt.Errorf("its title or text is longer than %d or %d UTF-16 units; shorten it", maxChoiceTitle, maxChoiceText)
	}
	return nil
}
