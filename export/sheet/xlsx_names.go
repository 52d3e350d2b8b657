package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// addNames defines the workbook's own names.
func (b *builder) addNames(names []Name) error {
	for _, n := range names {
		for i, s := range b.sheets {
			if s != n.Sheet {
				continue
			}
			err := b.file.SetDefinedName(&excelize.DefinedName{Name: n.Name, RefersTo: quoteName(b.names[i]) + "!" + n.Range.absolute()})
			if err != nil {
				return fmt.Errorf("sheet: name %q: %w", n.Name, err)
			}
		}
	}
	return nil
}
