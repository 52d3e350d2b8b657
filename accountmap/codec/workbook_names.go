package codec

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ErrMovedNames is the code of a warning: names moved from row to row of a list, because somebody sorted one column without the others or
// exchanged hidden ids. It is no error, since people may have been renamed on purpose.
const ErrMovedNames accountmap.Code = "moved-names"

// warnOfMovedNames tells of each list in which names moved, once.
func (w *workbookReader) warnOfMovedNames() {
	for _, t := range table.All() {
		renamed, origin := w.found[t].renamed, &w.found[t].origin
		column, _ := t.NameColumn()
		before := map[uint64]bool{}
		for _, label := range renamed.Labels {
			before[label] = true
		}
		first, count := -1, 0
		for _, row := range renamed.Rows {
			name := w.draft.Text(t, int(row), column)
			if name == "" || !before[table.Fingerprint(name)] {
				continue
			}
			if count++; first < 0 || origin.at(int(row)) < origin.at(first) {
				first = int(row)
			}
		}
		if count > 0 {
			w.report.warn(w.at(t, first, column), "", ErrMovedNames,
				fmt.Sprintf("the name %s was that of another row, as are %d names of this list: were the cells of one column sorted without the others?",
					quote(w.draft.Text(t, first, column)), count), "undo that, or leave it if it is meant")
		}
	}
}
