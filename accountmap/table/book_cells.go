package table

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// bookVersion is that of the cells of a book; another is not read.
const bookVersion = "1"

// Cells walks the rows of the sheet [BookSheet], all of them texts that fit a cell.
func (b *Book) Cells() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		ok, rows := true, 0
		put := func(cells ...string) {
			ok = ok && yield(cells)
			rows++
		}
		put("accountatlas", bookVersion)
		put("language", b.Language)
		for _, w := range b.Words {
			said, _ := Cut(w.Said)
			put("word", w.Enum, w.Value, said)
		}
		put("revision", b.Revision)
		for _, l := range b.Lists {
			l.put(put)
		}
		put("matrix", b.Matrix)
		for _, id := range b.Units {
			put("unit", id)
		}
		for _, id := range b.Products {
			put("product", id)
		}
		for chunk := range slices.Chunk(b.Order, 2000) {
			put("order", joinNumbers(chunk))
		}
		for _, a := range b.Amounts {
			put("amounts", a.Column)
			for _, id := range slices.Sorted(maps.Keys(a.Rows)) {
				put("amount", id, strconv.FormatUint(a.Rows[id], 36))
			}
		}
		for _, v := range b.Views {
			put("view", v.Sheet, strconv.FormatUint(v.Sum, 36), joinPrints(v.Rows))
		}
		for _, r := range b.Rests {
			put(append([]string{"rest", r.Table.Name, r.Row, r.Column}, pieces(strconv.Quote(r.Text))...)...)
		}
		put("end", strconv.Itoa(rows)) // so that no row can be lost in between
	}
}

func (l *BookList) put(put func(cells ...string)) {
	put("list", l.Table.Name, l.Sheet)
	for i, key := range l.Columns {
		put("column", key, l.Headings[i])
	}
	if l.Labels == nil {
		for chunk := range slices.Chunk(spans(l.Rows), 1000) {
			put("rows", strings.Join(chunk, " "))
		}
		return
	}
	for i, key := range l.Rows {
		put("row", key, strconv.FormatUint(l.Labels[i], 36))
	}
}

// spans writes the keys "#1", "#2", "#3", "#7" as "1-3", "7".
func spans(keys []string) []string {
	var all []string
	for i := 0; i < len(keys); {
		first, _ := strconv.Atoi(strings.TrimPrefix(keys[i], "#"))
		last := first
		for i++; i < len(keys) && keys[i] == "#"+strconv.Itoa(last+1); i++ {
			last++
		}
		if span := strconv.Itoa(first); last > first {
			all = append(all, span+"-"+strconv.Itoa(last))
		} else {
			all = append(all, span)
		}
	}
	return all
}

func joinNumbers(list []int) string {
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = strconv.Itoa(n)
	}
	return strings.Join(texts, " ")
}

func joinPrints(list []uint64) string {
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = strconv.FormatUint(n, 36)
	}
	return strings.Join(texts, " ")
}

// BookReader reads the rows of the sheet [BookSheet] one by one.
type BookReader struct {
	// Row, if not nil, is called for each row of a list, in the order of the account, with its key, which is valid until Row returns, and the
	// fingerprint of its label, 0 in a table without ids.
	Row   func(t *Table, key string, label uint64)
	book  Book
	begun bool
	ended bool
	// room is how many more rows may be told of in spans, which are small in the file, and read how many were read behind the first.
	room, read int
}

// Read reads the next row and skips an empty one. The error says that it is not a row of a book.
func (r *BookReader) Read(cells []string) error {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) == 0 {
		return nil
	}
	cell := func(i int) string {
		if i < len(cells) {
			return cells[i]
		}
		return ""
	}
	if !r.begun {
		if cells[0] != "accountatlas" || cell(1) != bookVersion {
			return fmt.Errorf("the sheet %s is not of this version", BookSheet)
		}
		r.begun, r.room = true, maxRows
		return nil
	}
	r.read++
	return r.entry(cells[0], cell, cells)
}

// maxRows is the number of rows of a sheet.
const maxRows = 1 << 20

func (r *BookReader) entry(what string, cell func(int) string, cells []string) error {
	b := &r.book
	wrong := changed(cells)
	var list *BookList
	if len(b.Lists) > 0 {
		list = &b.Lists[len(b.Lists)-1]
	}
	switch what {
	case "language":
		b.Language = cell(1)
	case "word":
		b.Words = append(b.Words, BookWord{cell(1), cell(2), cell(3)})
	case "revision":
		b.Revision = cell(1)
	case "list":
		t, ok := Lookup(cell(1))
		if !ok {
			return wrong
		}
		b.Lists = append(b.Lists, BookList{Table: t, Sheet: cell(2)})
	case "column", "row", "rows":
		if list == nil {
			return wrong
		}
		if err := r.listEntry(list, what, cell); err != nil {
			return wrong
		}
	case "matrix":
		b.Matrix = cell(1)
	case "unit":
		b.Units = append(b.Units, cell(1))
	case "product":
		b.Products = append(b.Products, cell(1))
	case "order":
		for text := range strings.SplitSeq(cell(1), " ") {
			n, err := strconv.Atoi(text)
			if err != nil {
				return wrong
			}
			b.Order = append(b.Order, n)
		}
	case "amounts":
		b.Amounts = append(b.Amounts, BookAmounts{Column: cell(1), Rows: map[string]uint64{}})
	case "amount":
		print, err := strconv.ParseUint(cell(2), 36, 64)
		if err != nil || len(b.Amounts) == 0 {
			return wrong
		}
		b.Amounts[len(b.Amounts)-1].Rows[cell(1)] = print
	case "view":
		v, ok := readView(cell)
		if !ok || len(b.Views) > maxViews {
			return wrong
		}
		b.Views = append(b.Views, v)
	case "rest":
		t, ok := Lookup(cell(1))
		text, err := strconv.Unquote(strings.Join(cells[min(len(cells), 4):], "")) // so that no cell changes it
		if !ok || err != nil {
			return wrong
		}
		b.Rests = append(b.Rests, Rest{t, cell(2), cell(3), text})
	case "end":
		if rows := cell(1); rows != "" && rows != strconv.Itoa(r.read) {
			return wrong
		}
		r.ended = true
	}
	return nil
}

// changed is the error of a row that no writer of a book makes.
type changed []string

func (c changed) Error() string {
	return fmt.Sprintf("the sheet %s was changed: %q", BookSheet, strings.Join(c[:min(len(c), 2)], " "))
}

// maxViews bounds the views that are read; a workbook has six.
const maxViews = 20

func readView(cell func(int) string) (v BookView, ok bool) {
	sum, err := strconv.ParseUint(cell(2), 36, 64)
	if err != nil {
		return v, false
	}
	v.Sheet, v.Sum = cell(1), sum
	for text := range strings.FieldsSeq(cell(3)) {
		print, err := strconv.ParseUint(text, 36, 64)
		if err != nil || len(v.Rows) > 0 && print <= v.Rows[len(v.Rows)-1] {
			return v, false
		}
		v.Rows = append(v.Rows, print)
	}
	return v, true
}

func (r *BookReader) listEntry(l *BookList, what string, cell func(int) string) error {
	switch what {
	case "column":
		l.Columns, l.Headings = append(l.Columns, cell(1)), append(l.Headings, cell(2))
	case "row":
		f, err := strconv.ParseUint(cell(2), 36, 64)
		if err != nil {
			return err
		}
		if !l.Table.HasID() {
			return strconv.ErrSyntax
		}
		r.row(l, cell(1), f)
	case "rows":
		if l.Table.HasID() {
			return strconv.ErrSyntax
		}
		for span := range strings.SplitSeq(cell(1), " ") {
			from, to, ranged := strings.Cut(span, "-")
			first, err := strconv.Atoi(from)
			last := first
			if ranged && err == nil {
				last, err = strconv.Atoi(to)
			}
			if r.room -= last - first + 1; err != nil || r.room < 0 || last < first || first < 1 {
				return strconv.ErrRange
			}
			for n := first; n <= last; n++ {
				r.row(l, "#"+strconv.Itoa(n), 0)
			}
		}
	}
	return nil
}

func (r *BookReader) row(l *BookList, key string, label uint64) {
	l.Len++
	if r.Row != nil {
		r.Row(l.Table, key, label)
	}
}

// Book returns the book. The error says that the end of the sheet is missing.
func (r *BookReader) Book() (*Book, error) {
	if !r.ended {
		return nil, fmt.Errorf("the sheet %s is not complete", BookSheet)
	}
	return &r.book, nil
}
