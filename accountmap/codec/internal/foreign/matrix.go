package foreign

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
)

// matrix is a sheet with names in the first row and the first column, and statuses in the other
// cells.
type matrix struct {
	sheet *sheet
	head  line
	// first is the column of the row names.
	first int
	lines []line
	// transposed is true if units are rows and products are columns.
	transposed bool
	statuses   int
	// assessed holds the folded names with a status.
	assessed map[string]bool
}

// maxSample is the number of rows examined to recognise a matrix.
const maxSample = 200

// asMatrix returns the matrix on a sheet, or nil. A matrix has a row of different names, a column of
// names below it, and mostly statuses in the other cells.
func (r *reader) asMatrix(s *sheet) *matrix {
	for i, l := range s.lines[:min(maxTitles, len(s.lines))] {
		m := &matrix{sheet: s, head: l, lines: s.lines[i+1:]}
		names := map[string]bool{}
		isName := func(c cell) bool {
			twice := names[fold(c.Text)]
			names[fold(c.Text)] = true
			return c.Kind == rows.Text && !twice
		}
		if len(m.lines) == 0 || len(l.cells) < 2 || slices.ContainsFunc(l.cells, func(c cell) bool { return !isName(c) }) {
			continue
		}
		m.first = m.lines[0].cells[0].column
		words, others := 0, 0
		for _, below := range m.lines[:min(maxSample, len(m.lines))] {
			if below.cells[0].column != m.first || r.isTotal(below) {
				continue
			}
			for _, c := range below.cells[1:] {
				if _, headed := l.at(c.column); !headed || isDash(c.Text) {
					continue
				}
				if _, ok := r.status(c); ok {
					words++
				} else {
					others++
				}
			}
		}
		if words >= 2 && 2*words > 3*others {
			return m
		}
	}
	return nil
}

func (r *reader) status(c cell) (status string, ok bool) {
	t, _ := table.Lookup("coverage")
	i, _ := t.Column("status")
	if c.Kind == rows.Truth && c.Text == "true" {
		return string(accountmap.CoverageSold), true
	}
	if status, ok = r.names.word(t.Columns[i].Enum, c.Text); ok {
		return status, true
	}
	if c.Kind != rows.Text {
		return "", false
	}
	v, err := r.g.Cells.Value(&t.Columns[i], c.Cell)
	status, _ = v.(string)
	return status, err == nil
}

func (r *reader) readMatrix(m *matrix) {
	m.transposed = r.isTransposed(m)
	t, _ := table.Lookup("coverage")
	column := map[string]int{}
	for _, key := range []string{"unit", "product", "status", "reason"} {
		column[key], _ = t.Column(key)
	}
	read := map[string]string{} // synonyms of statuses
	m.assessed = map[string]bool{}
	for _, l := range m.lines {
		if l.cells[0].column != m.first || r.isTotal(l) {
			r.list.Warn(m.sheet.pos(l, l.cells[0]), unread, message.Of("no action needed if it is a sum or a note"), "a row of the matrix without a name, or of sums, is not read: %q", l.cells[0].Text)
			continue
		}
		for _, c := range l.cells[1:] {
			head, headed := m.head.at(c.column)
			if isDash(c.Text) || r.names.totals[fold(head.Text)] {
				continue
			}
			if !headed {
				r.list.Warn(m.sheet.pos(l, c), unread, message.Of("write a heading above it"), "a cell in a column of the matrix without a heading is not read: %q", c.Text)
				continue
			}
			status, ok := r.status(c)
			if !ok {
				r.list.WarnOf(c.Text, m.sheet.pos(l, c), accountmap.ErrInvalidValue, message.Of(`write sold, opportunity, proposed, gap, competitor, in-house or lapsed, or say in a mapping what it means: {"words": {"CoverageStatus": {"…": "sold"}}}`),
					"the word %q is not a status and is ignored", c.Text)
				continue
			}
			if status == "" {
				continue
			}
			unit, product := head.Text, l.cells[0].Text
			if m.transposed {
				unit, product = product, unit
			}
			row := r.add(t, place{at: m.sheet.pos(l, c)})
			r.g.Draft.SetText(t, row, column["unit"], unit)
			r.g.Draft.SetText(t, row, column["product"], product)
			r.g.Draft.SetText(t, row, column["status"], status)
			if s := accountmap.CoverageStatus(status); s == accountmap.CoverageNotRelevant || s == accountmap.CoverageBlocked {
				r.g.Draft.SetText(t, row, column["reason"], c.Text)
				r.list.Warn(m.sheet.pos(l, c), accountmap.ErrMissingValue, message.Of("write the reason into the account"), "the matrix gives no reason for %q, so the word itself is the reason", c.Text)
			}
			if fold(c.Text) != fold(status) {
				read[c.Text] = status
			}
			m.statuses++
			m.assessed[fold(unit)], m.assessed[fold(product)] = true, true
		}
	}
	for _, term := range slices.Sorted(maps.Keys(read)) {
		r.understand(fmt.Sprintf("%s: %q = %s", r.placeOf(m.sheet), term, read[term]))
	}
}

// reportBlank reports the names of a matrix that have no status and are nowhere else in the account.
func (r *reader) reportBlank(m *matrix) {
	units, products := r.namesOf("units"), r.namesOf("products")
	report := func(l line, c cell) {
		if name := fold(c.Text); name != "" && !m.assessed[name] && !units[name] && !products[name] && !r.names.totals[name] {
			r.list.Warn(m.sheet.pos(l, c), unread, message.Of("no action needed if it is a note; otherwise write a status, or list it in a table of the units or products"),
				"a name of the matrix has no status, and is left out: %q", c.Text)
		}
	}
	for _, c := range m.head.cells {
		if c.column != m.first {
			report(m.head, c)
		}
	}
	for _, l := range m.lines {
		if l.cells[0].column == m.first && !r.isTotal(l) {
			report(l, l.cells[0])
		}
	}
}

// namesOf returns the folded names of the rows that a list has so far.
func (r *reader) namesOf(list string) map[string]bool {
	t, _ := table.Lookup(list)
	name, _ := t.NameColumn()
	known := map[string]bool{}
	for row := range r.g.Draft.Len(t) {
		known[fold(r.g.Draft.Text(t, row, name))] = true
	}
	return known
}

// isTransposed reports whether the row names are units, according to the tables of units and
// products. By default, rows are products.
func (r *reader) isTransposed(m *matrix) bool {
	score := 0
	for _, list := range []struct {
		name string
		sign int
	}{{"units", 1}, {"products", -1}} {
		known := r.namesOf(list.name)
		for _, l := range m.lines {
			if known[fold(l.cells[0].Text)] {
				score += list.sign
			}
		}
		for _, c := range m.head.cells {
			if c.column != m.first && known[fold(c.Text)] {
				score -= list.sign
			}
		}
	}
	if corner, ok := m.head.at(m.first); ok && score == 0 {
		products, _ := table.Lookup("products")
		units, _ := table.Lookup("units")
		inProducts, _ := r.names.column(products, corner.Text)
		inUnits, _ := r.names.column(units, corner.Text)
		return inUnits == "name" && inProducts != "name"
	}
	return score > 0
}

func (m *matrix) describe(where string) string {
	if m.transposed {
		return message.Of("%s, row %d: a matrix of the coverage, units down and products across (statuses: %d)", where, m.head.number, m.statuses)
	}
	return message.Of("%s, row %d: a matrix of the coverage, products down and units across (statuses: %d)", where, m.head.number, m.statuses)
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
