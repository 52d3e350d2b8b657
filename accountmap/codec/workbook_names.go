package codec

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/keyindex"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ErrMovedNames is the code of names that moved from row to row of a list: somebody sorted one column without the others, or exchanged the hidden ids. It is
// a warning, since people may have been given each other's names on purpose.
const ErrMovedNames accountmap.Code = "moved-names"

// warnOfMovedNames tells of each list in which names moved, once.
func (w *workbookReader) warnOfMovedNames() {
	for _, t := range table.All() {
		written := w.written(t)
		column, named := t.NameColumn()
		if !named || len(written.Labels) == 0 {
			continue
		}
		// moved reports whether the row that was written at a place has another name now, and what that is.
		moved := func(place int) (name string, is bool) {
			row := int(written.Rows[place])
			if row < 0 {
				return "", false
			}
			name = w.draft.Text(t, row, column)
			return name, name != "" && table.Fingerprint(name) != written.Labels[place]
		}
		var places *keyindex.Index[uint64]
		first, count := -1, 0
		for place := range written.Labels {
			name, is := moved(place)
			if !is {
				continue
			}
			if places == nil {
				places = keyindex.New(len(written.Labels), func(i int) uint64 { return written.Labels[i] })
				for i := range written.Labels {
					places.Add(i)
				}
			}
			from, was := places.Find(table.Fingerprint(name))
			if !was {
				continue
			}
			if _, is := moved(from); !is {
				continue
			}
			if count++; first < 0 {
				first = int(written.Rows[place])
			}
		}
		if count > 0 {
			w.report.warn(w.at(t, first, column), "", ErrMovedNames,
				fmt.Sprintf("the name %s was that of another row, as are %d names of this list: were the cells of one column sorted without the others?",
					quote(w.draft.Text(t, first, column)), count), "undo that, or leave it if it is meant")
		}
	}
}
