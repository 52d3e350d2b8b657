package workbook

import (
	"errors"
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// checkIDs reports the ids that no cell gives back as they are: a workbook with one of them could
// not be read back, or would be read back as another account.
func (b *book) checkIDs() error {
	if b.Client {
		return nil // its ids are not written
	}
	const most = 10
	var wrong []error
	more := 0
	for _, t := range table.All() {
		if !t.HasID() {
			continue
		}
		for row := range t.Rows(b.data) {
			switch {
			case hiddensheet.HoldsKey(row.Key()):
			case len(wrong) == most:
				more++
			default:
				id, _ := hiddensheet.Cut(row.Key())
				wrong = append(wrong, fmt.Errorf("workbook: %s: no cell of a workbook holds the id %.60q; give it another, of letters, digits and hyphens", row.Path(), id))
			}
		}
	}
	if more > 0 {
		wrong = append(wrong, fmt.Errorf("workbook: %d more ids are like these", more))
	}
	return errors.Join(wrong...)
}
