package sheet

import (
	"errors"
	"fmt"
	"strings"
)

// A Choice offers the same words in every cell of some ranges, as a list that opens from the cell. A cell may also be left blank; anything
// else is refused when a reader writes it.
type Choice struct {
	Ranges []Range

	// Words are what may be chosen, in order: one to 255 UTF-16 units in all with a comma between each two, which is why none may hold
	// one, nor a double quote; no spaces around them.
	Words []string

	// Name is that of a [Name] of the workbook, whose cells hold the words; it takes as many of them as you like. Either Name or Words.
	Name string

	// Open lets a reader write something else without a word.
	Open bool

	// Title and Text are shown when something else is written, up to 32 and 255 UTF-16 units. Empty leaves it to the spreadsheet.
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
