package sheet

import (
	"cmp"
	"fmt"

	"github.com/xuri/excelize/v2"
)

func (b *builder) addChoices(name string, s *Sheet) error {
	for i, c := range s.Choices {
		v := excelize.NewDataValidation(true)
		for _, r := range c.Ranges {
			v.SetSqref(r.String())
		}
		v.SetError(excelize.DataValidationErrorStyleStop, markEscapes(cleanText(c.Title)), markEscapes(cleanText(c.Text)))
		if err := cmp.Or(v.SetDropList(c.Words), b.file.AddDataValidation(name, v)); err != nil {
			return fmt.Errorf("choice %d: %w", i+1, err)
		}
	}
	return nil
}
