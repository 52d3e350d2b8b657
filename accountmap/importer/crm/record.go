package crm

import (
	"cmp"
	"hash/maphash"
	"io/fs"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

// sheet is the content of a file: the values of each row in the columns with a meaning.
type sheet struct {
	source
	// kept are the columns with a meaning. byField maps each field to the indexes of its values in
	// a record, in order of precedence. Several holds the fields of [oneText] with several columns.
	kept      []int
	labels    []*label // of the kept columns
	byField   map[field][]int
	ambiguous []field
	spelling  values.Spelling
	records   []*record
	// seed and sums, the hashes of the headings, determine the hash of a row.
	seed maphash.Seed
	sums []uint64
	// strange holds the first values of each column without a meaning.
	strange [][]string
	// summed is true if a row of totals was read.
	summed bool
}

type record struct {
	*sheet
	line  int
	cells []cell
	// more are values of further rows of the record, from other files, for columns without a value
	// in its own row.
	more []cell
	// sum is a hash, the same for rows that are equal in every column.
	sum uint64
}

// cell is a value without surrounding spaces, and its place.
type cell struct {
	text         string
	line, column int32
	// label is nil for an empty cell.
	*label
}

// label is a column of a file: its heading there, and its meaning.
type label struct {
	heading string
	column
	of *sheet
}

// spelling returns the notation of the file that the value is from.
func (c cell) spelling() values.Spelling {
	if c.label == nil {
		return values.Spelling{}
	}
	return c.of.spelling
}

// isZero reports whether a number or an amount is 0.
func (c cell) isZero() bool {
	n, _, err := c.spelling().Exact(c.text, "")
	return err == nil && n != nil && n.Sign() == 0
}

// get returns the first non-empty value of a field, in the order of its columns.
func (r *record) get(f field) cell {
	var first cell
	for _, i := range r.byField[f] {
		if r.cells[i].text != "" {
			first = r.cells[i]
			break
		}
	}
	for _, c := range r.more {
		if c.field == f && (first.text == "" || c.rank < first.rank) {
			first = c
		}
	}
	return first
}

func (r *record) all(f field) []cell {
	var all []cell
	for _, i := range r.byField[f] {
		if r.cells[i].text != "" {
			all = append(all, r.cells[i])
		}
	}
	for _, c := range r.more {
		if c.field == f {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b cell) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// under returns the first non-empty value of a column, by its name in the mapping.
func (r *record) under(l *label) cell {
	for _, c := range r.all(l.field) {
		if c.called == l.called {
			return c
		}
	}
	return cell{}
}

// said returns all non-empty values.
func (r *record) said() []cell {
	return slices.DeleteFunc(slices.Concat(r.cells, r.more), func(c cell) bool { return c.text == "" })
}

// texts returns all non-empty values of a field, one a line.
func texts(r *record, f field) string {
	var lines []string
	for _, c := range r.all(f) {
		lines = append(lines, c.text)
	}
	return strings.Join(lines, "\n")
}

// pos returns the place of a value, or the place of the row if the value is empty.
func (r *record) pos(c cell) accountmap.Pos {
	if c.line == 0 {
		return accountmap.Pos{File: r.name, Line: r.line, Column: 1}
	}
	return accountmap.Pos{File: c.of.name, Line: int(c.line), Column: int(c.column)}
}

// rowBytes and cellBytes are the memory of a row and of a cell, without its text.
const rowBytes, cellBytes = 88, 32

// budget is the remaining capacity for content of all files.
type budget struct{ rows, bytes int }

func (b *budget) isSpent() bool { return b.rows < 0 || b.bytes < 0 }

// load reads the rows of a file. It returns false if the budget is exhausted.
func load(fsys fs.FS, src source, seed maphash.Seed, left *budget, r *problems.List) (s *sheet, ok bool) {
	s = newSheet(src, seed)
	used := make([]bool, len(s.headings))
	above := s.titles + 1
	failed := csvtext.Each(fsys, s.name, r.Add, func(rows *csvtext.Reader, row []string) error {
		if above--; above >= 0 {
			if title := report.Title(row); above > 0 && title != "" {
				r.Warn(rows.Pos(0), ErrLeftOut, message.Of("nothing to do"), "a row above the headings is left out: %q", title)
			}
			return nil
		}
		left.bytes -= s.add(row, rows, used, r)
		if left.rows--; left.isSpent() {
			return accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrTooLarge, Pos: rows.Pos(0)}.Say(
				message.Of("the files have more than %d rows, or values of more than %d MiB", maxRows, maxBytes>>20), message.Of("export one client at a time"))
		}
		return nil
	})
	if failed != nil {
		r.Add(*failed)
	}
	if left.isSpent() {
		return nil, false
	}
	s.reportUnused(used, r)
	return s, true
}

func newSheet(src source, seed maphash.Seed) *sheet {
	s := &sheet{source: src, seed: seed, byField: map[field][]int{}, strange: make([][]string, len(src.columns))}
	for _, h := range src.headings {
		s.sums = append(s.sums, maphash.String(seed, h.key)|1)
	}
	for i, c := range src.columns {
		if c.field == noField || c.field == fieldIgnore {
			continue
		}
		at := s.byField[c.field]
		place := len(at)
		for place > 0 && src.columns[s.kept[at[place-1]]].rank > c.rank {
			place--
		}
		at = append(at, 0)
		copy(at[place+1:], at[place:])
		at[place] = len(s.kept)
		s.byField[c.field] = at
		s.kept, s.labels = append(s.kept, i), append(s.labels, &label{src.headings[i].text, c, s})
	}
	for _, f := range oneText() {
		if len(s.byField[f]) > 1 {
			s.ambiguous = append(s.ambiguous, f)
		}
	}
	return s
}

// add keeps a row, updates the notation of the file, and returns the number of bytes kept.
func (s *sheet) add(row []string, rows *csvtext.Reader, used []bool, r *problems.List) (size int) {
	if len(row) == 1 && len(s.headings) > 1 {
		r.Warn(rows.Pos(0), ErrLeftOut, message.Of("delete it if it is a title or the footer of a report"), "a row with one value is not a record: %q", row[0])
		return 0
	}
	if report.IsFoot(row, s.summed) {
		r.Warn(rows.Pos(0), ErrLeftOut, message.Of("nothing to do"), "a row below the table is not a record: %q", report.Title(row))
		return 0
	}
	if report.IsTotal(row) {
		s.summed = true
		r.Warn(rows.Pos(0), ErrLeftOut, message.Of("nothing to do"), "a row of sums is not a record: %q", report.Title(row))
		return 0
	}
	if s.repeats(row) {
		r.Warn(rows.Pos(0), ErrLeftOut, message.Of("nothing to do"), "the headings are repeated; the row is not a record")
		return 0
	}
	if len(row) > len(s.headings) && strings.TrimSpace(strings.Join(row[len(s.headings):], "")) != "" {
		r.Warn(rows.Pos(len(s.headings)), accountmap.ErrSyntax, message.Of("is there a comma in a value that is not in quotation marks?"), "the row has more values than there are columns, and the rest is ignored")
	}
	rec := &record{sheet: s, line: rows.Pos(0).Line, cells: make([]cell, len(s.kept))}
	blank := true
	for i, text := range row[:min(len(row), len(used))] {
		if text := strings.TrimSpace(text); text != "" {
			used[i], blank = true, false
			s.keepStrange(i, text)
			rec.sum += s.sums[i] * maphash.String(s.seed, text) // in any order of columns
		}
	}
	if blank {
		return 0
	}
	size = rowBytes + len(rec.cells)*cellBytes
	for k, i := range s.kept {
		if i >= len(row) {
			r.Warn(rows.Pos(len(row)-1), accountmap.ErrSyntax, message.Of("is the file cut off?"), "the row ends before the column %q, and the rest is read as empty", s.headings[i].text)
			break
		}
		text, f := values.Unguard(strings.TrimSpace(row[i])), s.columns[i].field
		if text == "" || f.isReference() && values.IsNullID(text) || values.IsNothing(text, !f.isFree()) {
			continue
		}
		pos := rows.Pos(i)
		if values.IsSheetError(text) {
			r.WarnOf(s.headings[i].text, pos, accountmap.ErrInvalidValue, message.Of("correct the formula, or widen the column, and save the file again"),
				"%s: %q is an error of a spreadsheet, not a value, and is ignored", s.headings[i].text, text)
			continue
		}
		if len(text) > maxCell {
			r.WarnOf(s.headings[i].text, pos, ErrLeftOut, message.Of("shorten it in the CRM"), "%s: the text has more than %d letters, and its end is cut off", s.headings[i].text, maxCell)
			text = strings.ToValidUTF8(text[:maxCell], "")
		}
		size += len(text)
		rec.cells[k] = cell{strings.Clone(text), int32(pos.Line), int32(pos.Column), s.labels[k]}
		switch {
		case f.isDate():
			s.spelling.SeeDate(text)
		case f.isNumber():
			s.spelling.SeeNumber(text)
		}
	}
	s.reportUnread(rec, r)
	s.records = append(s.records, rec)
	return size
}

// maxCell is the maximum length of a cell. An account allows 32,767 letters, and notes may
// combine several cells.
const maxCell = 30_000

// repeats reports a repetition of the headings, in the same or other words. It occurs in
// concatenated exports, and in exports with labels and API names.
func (s *sheet) repeats(row []string) bool {
	same := 0
	for i, text := range row[:min(len(row), len(s.headings))] {
		text = strings.Join(strings.Fields(text), " ")
		if text == "" {
			continue
		}
		c := s.system.columns[s.table][key(text)]
		if text != s.headings[i].text && (c.field == noField || c.field != s.columns[i].field) {
			return false
		}
		same++
	}
	return same > 1
}

func (s *sheet) reportUnused(used []bool, r *problems.List) {
	for i, c := range s.columns {
		if used[i] && c.field == noField {
			h := s.headings[i]
			r.WarnOf(h.text, h.pos, ErrUnknownColumn, message.Of("say in the mapping what it means in %q, or that it is to be ignored", string(s.table)), "the column %q has no place in an account, and its values are ignored", h.text)
		}
	}
}
