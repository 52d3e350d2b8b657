package codec

import (
	"cmp"
	"fmt"
	"iter"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// freshCell is a cell of the matrix in a column that somebody added, or in such a row: they have no hidden id, and are known by what they are called. Unit, product or
// both are empty.
type freshCell struct {
	unitProduct
	row, column int
	status      string
	err         error
}

// freshName is what a column or a row is called, and where that stands; once that was asked, the id of what it is of.
type freshName struct {
	text  string
	place uint64
	asked bool
	id    string
}

// first is the name in the first line; below it is where the unit is.
func (n freshName) first() string {
	text, _, _ := strings.Cut(n.text, "\n")
	return text
}

// called are the names of what the cells are of.
func (m *matrix) called(name func(freshCell) freshName) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range m.fresh {
			if !yield(name(c).first()) {
				return
			}
		}
	}
}

// maxFresh bounds the cells that are kept until it is known what they are of.
const maxFresh = 200_000

// nameless reads a row without the id of a product: a head, or a row that somebody added.
func (r *sheetReader) nameless(m *matrix, number int, cells []xlsx.Cell) {
	name, kept := freshName{}, len(m.fresh)
	for _, c := range cells {
		_, named := m.units[c.Column]
		text := freshName{text: strings.TrimSpace(c.Text), place: placed(m.sheet, number, c.Column)}
		switch {
		case c.Column == m.mark || c.Kind != xlsx.Text || text.text == "":
		case c.Column < m.first && name.text == "":
			name = text
		case c.Column > m.first && !named && len(m.rows) == 0:
			m.heads[c.Column] = text
		}
		if named || c.Column > m.first && len(m.rows) > 0 {
			r.addFresh(m, number, c, m.units[c.Column], "")
		}
	}
	if len(m.fresh) > kept {
		m.lines[number] = name
		return
	}
	r.shown(number, cells, func(column int) bool {
		_, named := m.units[column]
		return named || column < m.first && column != m.mark
	})
}

// addFresh keeps a cell until it is known what it is of. What is no status is none of it in a head.
func (r *sheetReader) addFresh(m *matrix, number int, c xlsx.Cell, unit, product string) {
	coverage, _ := table.Lookup("coverage")
	status, _ := coverage.Column("status")
	v, err := r.value(&coverage.Columns[status], cell{cellKinds[c.Kind], c.Text})
	said, _ := v.(string)
	if said == "" && (err == nil || product == "") { // a head
		return
	}
	if len(m.fresh) == maxFresh {
		r.report.broken = true
		r.report.add(placed(m.sheet, number, c.Column), "", accountmap.ErrTooLarge, fmt.Sprintf("there are more than %d cells of new units and products", maxFresh),
			"add those on their sheets, and make the workbook anew")
	}
	if len(m.fresh) <= maxFresh {
		m.fresh = append(m.fresh, freshCell{unitProduct{unit, r.keep(product)}, number, c.Column, said, err})
	}
}

// takeFresh gives the cells of new columns and rows to the units and products that those are called after.
func (w *workbookReader) takeFresh(m *matrix) {
	if len(m.fresh) == 0 {
		return
	}
	units := w.resolver("units", w.written, m.called(func(c freshCell) freshName { return m.heads[c.column] }))
	products := w.resolver("products", w.written, m.called(func(c freshCell) freshName { return m.lines[c.row] }))
	for _, c := range m.fresh {
		row := m.lines[c.row]
		if c.product == "" && !row.asked {
			row.id = w.freshID(row, placed(m.sheet, c.row, m.mark), "row", "product", products, func(id string) bool { return m.rows[id] > 0 })
			if row.asked = true; row.id != "" {
				m.rows[row.id] = c.row
			}
			m.lines[c.row] = row
		}
		head := m.heads[c.column]
		if c.unit == "" && !head.asked && c.status != "" { // a text may be a note
			head.id = w.freshID(head, placed(m.sheet, m.from, c.column), "column", "unit", units, func(id string) bool { _, there := m.columns[id]; return there })
			if head.asked = true; head.id != "" {
				m.columns[head.id], m.units[c.column] = c.column, head.id
			}
			m.heads[c.column] = head
		}
	}
	notes := map[int]bool{}
	for _, c := range m.fresh {
		if head := m.heads[c.column]; c.unit == "" && !head.asked && !notes[c.column] {
			notes[c.column] = true
			w.report.warn(placed(m.sheet, c.row, c.column), "", ErrUnreadCells, "what stands in this column was not read: it is that of no unit",
				"write it as the reason of a cell, or in the notes of somebody, on their sheets")
		}
		at := unitProduct{cmp.Or(c.unit, m.heads[c.column].id), cmp.Or(c.product, m.lines[c.row].id)}
		switch place := placed(m.sheet, c.row, c.column); {
		case at.unit == "" || at.product == "":
		case c.err != nil:
			m.addWrong(w.report, at, place, c.err)
		default:
			m.add(at, c.status, place)
		}
	}
}

// freshID finds what a new column or row is called after, which has none yet. Otherwise it reports why there is nothing.
func (w *workbookReader) freshID(name freshName, nowhere uint64, line, thing string, named *table.Resolver, has func(id string) bool) string {
	list := thing + "s"
	t, _ := table.Lookup(list)
	text := name.first()
	id, ok := named.Key(text)
	switch {
	case text == "":
		w.report.add(nowhere, "", accountmap.ErrMissingID, "the "+line+" has a status and no "+thing,
			"write the name of the "+thing+" where the others have theirs, and add it to "+w.called(t)+" if it is new")
	case !ok:
		w.report.add(name.place, "", accountmap.ErrMissingID, "the "+line+" has a status, and nothing on "+w.called(t)+" is called "+quote(text), w.near(t, text, false))
	case has(id):
		w.report.add(name.place, "", accountmap.ErrDuplicateID, "the "+thing+" "+quote(text)+" has another "+line+" already", "delete one of the two, or write the name of another "+thing)
	default:
		return id
	}
	return ""
}
