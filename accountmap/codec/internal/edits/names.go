package edits

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// warnOfSameNames warns of a new row with the name of another row. References to the name in
// earlier rows mean the earlier row.
func warnOfSameNames(b *bookReader) {
	for _, t := range table.All() {
		l := b.lists[t]
		column, named := t.NameColumn()
		if !named || !t.HasID() || len(l.added) == 0 {
			continue
		}
		newRows := map[string][]int{}
		for _, row := range l.added {
			if name := b.g.Draft.Text(t, row, column); name != "" && !b.g.Faulty(t, row, 0) && !l.dropped[row] {
				newRows[hiddensheet.Fold(name)] = append(newRows[hiddensheet.Fold(name)], row)
			}
		}
		for other := range b.g.Draft.Len(t) - len(l.added) {
			name := hiddensheet.Fold(b.g.Draft.Text(t, other, column))
			for _, row := range newRows[name] {
				where := ""
				if line := b.g.Places[t].Line(other); line > 0 {
					where = message.Of("; the other is in %s", b.cellName(b.g.At(t, other, column)))
				}
				b.g.Warn(b.g.At(t, row, column), accountmap.ErrSameName, message.Of("the new row has the name of an earlier row, %s: references to this name mean the earlier row", quote.Text(b.g.Draft.Text(t, row, column))),
					message.Of("if they are two, make the names differ; if they are one, delete the new row%s", where))
			}
			delete(newRows, name)
		}
	}
}

// warnOfMovedNames warns of names that moved from row to row, because somebody sorted one column
// without the others or exchanged hidden ids. People may have been renamed on purpose.
func warnOfMovedNames(b *bookReader) {
	for _, t := range table.All() {
		l := b.lists[t]
		column, _ := t.NameColumn()
		before := map[string]bool{}
		for _, r := range l.renamed {
			before[hiddensheet.Fold(r.was)] = true
		}
		first, count := renamed{row: -1}, 0
		for _, r := range l.renamed {
			name := b.g.Draft.Text(t, r.row, column)
			if name == "" || hiddensheet.Fold(name) == hiddensheet.Fold(r.was) || !before[hiddensheet.Fold(name)] {
				continue
			}
			if count++; first.row < 0 || r.base < first.base {
				first = r
			}
		}
		if count > 0 {
			b.g.Warn(b.g.At(t, first.row, column), ErrMovedNames,
				message.Of("the name %s was the name of another row before (names like this in the list: %d): were the cells of one column sorted without the others?", quote.Text(b.g.Draft.Text(t, first.row, column)), count), message.Of("undo the sorting, or ignore this if it is intended"))
		}
	}
}
