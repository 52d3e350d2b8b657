package codec

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// baseRows are the rows of the account that the workbook was made of, by their keys.
func (w *workbookReader) baseRows(l *foundList) *table.List {
	rows, ok := w.bases[l.table]
	if !ok {
		rows = l.table.List(w.base)
		w.bases[l.table] = rows
	}
	return rows
}

// complete reports what is missing of each list, and fills in from the base what stays of it.
func (w *workbookReader) complete() {
	for _, t := range table.All() {
		was, l := w.meta.List(t), w.found[t]
		if l.sheet > 0 {
			w.missingRows(l)
		}
		w.keepRows(l, was, w.remove && l.sheet > 0)
	}
}

// lostLists reports the lists that were deleted with their sheet, or with their mark.
func (w *workbookReader) lostLists() {
	for _, t := range table.All() {
		if w.found[t] != nil {
			continue
		}
		w.found[t] = &foundList{table: t}
		w.gatherer.lists[t] = &gathered{columns: slices.Repeat([]int{-1}, len(t.Columns))}
		was := w.meta.List(t)
		if was == nil || was.Len == 0 {
			continue
		}
		if w.base == nil {
			w.lost[t] = true
		}
		at, without := w.withoutMark(was.Sheet)
		w.missing(at, "the list "+quote(t.Name)+" is gone, which stood in "+was.Sheet+without, "put its sheet back, and its hidden first column and row",
			"it stays as it is in the account")
	}
}

// withoutMark says of a sheet that is there, while what stood in it is gone, that nothing of it was read, and returns its place.
func (w *workbookReader) withoutMark(sheet string) (at uint64, detail string) {
	for i, s := range w.file.Sheets() {
		if s.Name == sheet {
			return placed(i+1, 0, 0), ": the sheet is there, and its hidden row and column of ids are not, so that nothing of it was read"
		}
	}
	return 0, ""
}

// inPart reports that the workbook was made with some sheets of the account only, and so is no account by itself.
func (w *workbookReader) inPart() bool {
	var without []string
	for _, t := range table.All() {
		if w.meta.List(t) == nil {
			without = append(without, quote(t.Name))
		}
	}
	units, _ := table.Lookup("units")
	products, _ := table.Lookup("products")
	if len(without) == 0 && w.meta.Matrix == "" && w.meta.List(units).Len > 0 && w.meta.List(products).Len > 0 {
		without = []string{"the matrix of statuses"}
	}
	if len(without) == 0 {
		return false
	}
	const named = 3
	what := strings.Join(without[:min(len(without), named)], ", ")
	if more := len(without) - named; more > 0 {
		what += " and " + strconv.Itoa(more) + " more"
	}
	w.report.broken = true
	w.report.add(0, "", accountmap.ErrMissingList, "the workbook does not hold the whole account: it was made without "+what,
		"read it onto the account that it was made of, as codec.Merge does, or make it with all sheets")
	return true
}

// missingRows reports the rows that were deleted.
func (w *workbookReader) missingRows(l *foundList) {
	if w.base != nil && w.remove {
		return
	}
	for _, key := range l.missing {
		name := quote(key)
		if w.base != nil {
			if c, ok := l.table.NameColumn(); ok {
				if said := w.baseName(l, key, c); said != "" && said != key {
					name += ", " + quote(said) + ","
				}
			}
		}
		w.missing(placed(l.sheet, 0, 0), "the row "+name+" is gone", "put it back, or read the workbook onto the account that it was made of, "+
			"which keeps such rows or deletes them", "it stays in the account, unless rows that are gone are to be deleted")
	}
}

// baseName is the text that a row of the account that the workbook was made of has in a column.
func (w *workbookReader) baseName(l *foundList, key string, column int) string {
	row, ok := w.baseRows(l).Find(key)
	if !ok {
		return ""
	}
	said, _ := row.Value(column).(string)
	return said
}

// keepRows adds the rows of the base that stay: those that the workbook never had, and those that were deleted and are not to be. Which
// cells of the coverage have nothing but a status is for the matrix to say.
func (w *workbookReader) keepRows(l *foundList, was *table.BookList, remove bool) {
	if w.base == nil {
		return
	}
	missing, keys := map[string]bool{}, w.keys(l.table)
	for _, key := range l.missing {
		missing[key] = true
	}
	place := 0
	for row := range l.table.Rows(w.base) {
		key := row.Key()
		_, here := keys.Find(key)
		written := here || missing[key]
		if here || written && remove || l.table.Name == "coverage" && !written && w.inMatrix(row) && (was != nil || justStatus(row)) {
			place++
			continue
		}
		n := w.draft.Add(l.table)
		w.draft.Copy(l.table, n, row)
		l.origin.add(place)
		keys.Add(n)
		place++
		w.gatherer.lists[l.table].rows.add(0)
	}
}

// order puts the rows of each list into the order of the account, those that are new behind it in the order of the sheet.
func (w *workbookReader) order() {
	for _, t := range table.All() {
		l := w.found[t]
		if t.Name == "coverage" {
			continue
		}
		w.sort(l, func(row int) int {
			if l.origin.at(row) < 0 {
				return behind
			}
			return l.origin.at(row)
		})
	}
}

// behind is the rank of what comes after all that has one.
const behind = 1 << 40

// sort puts the rows of a list into the order of their ranks, equal ones as they are.
func (w *workbookReader) sort(l *foundList, rank func(row int) int) {
	sorted := true
	for i := 1; i < l.origin.len && sorted; i++ {
		sorted = rank(i-1) <= rank(i)
	}
	if sorted {
		return
	}
	order := make([]int, l.origin.len)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	w.draft.Sort(l.table, order)
	w.rearranged(l.table, order)
}
