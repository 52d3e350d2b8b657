package codec

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ErrMovedNames is the code of a warning: names moved from row to row of a list, because somebody sorted one column without the others or
// exchanged hidden ids. It is no error, since people may have been renamed on purpose.
const ErrMovedNames accountmap.Code = "moved-names"

// ErrSameName is the code of a warning: a new row has the name of another. References to the name in earlier rows mean the earlier one.
const ErrSameName accountmap.Code = "same-name"

// warnOfSameNames tells of new rows whose name is that of a row that was there before.
func (w *workbookReader) warnOfSameNames() {
	for _, t := range table.All() {
		column, named := t.NameColumn()
		if !named || !t.HasID() {
			continue
		}
		fresh := map[uint64][]int{}
		for row := range w.draft.Len(t) {
			if name := w.draft.Text(t, row, column); name != "" && !w.wasThere(t, row) && !w.faulty(t, row, 0) {
				print := table.Fingerprint(name)
				fresh[print] = append(fresh[print], row)
			}
		}
		for other := range w.draft.Len(t) {
			if len(fresh) == 0 {
				break
			}
			print := table.Fingerprint(w.draft.Text(t, other, column))
			if len(fresh[print]) == 0 || !w.wasThere(t, other) {
				continue
			}
			for _, row := range fresh[print] {
				w.report.warn(w.at(t, row, column), "", ErrSameName, "the new row has the name of another, "+quote(w.draft.Text(t, row, column))+": where that is named, the other is meant",
					"if they are two, add something that tells them apart; if they are one, delete the new row"+w.whereIs(t, other))
			}
			delete(fresh, print)
		}
	}
}

// whereIs names the cell of a row, when the sheet has it.
func (w *workbookReader) whereIs(t *table.Table, row int) string {
	l := w.gatherer.lists[t]
	if l.rows.at(row) == 0 {
		return ""
	}
	c, _ := t.NameColumn()
	return "; the other is in " + w.cellName(l.file, l.rows.at(row), l.columns[c])
}

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
