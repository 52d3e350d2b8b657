package edits

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsxfile"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// title is the text above a column or before a row without a hidden id, which was added to the
// matrix. The text is the name of a unit or product.
type title struct {
	text     string
	at       uint64
	resolved bool
	id       string
}

func (t *title) name() string {
	if t == nil {
		return ""
	}
	name, _, _ := strings.Cut(t.text, "\n")
	return name
}

type unnamedCell struct {
	matrixCell
	row, column int
}

// maxUnnamed bounds the cells kept until their unit or product is known.
const maxUnnamed = 200_000

// unnamedRow reads a row without a product id: the row of headings, or an added row.
func (s *sheetReader) unnamedRow(m *matrix, number int, cells []xlsxfile.Cell) {
	line, kept := &title{at: rows.Place(m.sheet, number, m.mark)}, len(m.unnamed)
	var above []xlsxfile.Cell
	for _, c := range cells {
		_, named := m.units[c.Column]
		text := strings.TrimSpace(c.Text)
		switch {
		case c.Column == m.mark:
			continue
		case c.Kind == xlsxfile.Text && text != "" && c.Column < m.first && line.text == "":
			line.text, line.at = text, rows.Place(m.sheet, number, c.Column)
		case c.Kind == xlsxfile.Text && text != "" && c.Column >= m.first && !named:
			above = append(above, c)
		}
		if named || c.Column >= m.first && (len(m.rows) > 0 || len(m.units) == 0) { // the name of a unit may equal a status
			s.addUnnamed(m, number, c, m.units[c.Column], "")
		}
	}
	if len(m.unnamed) > kept || m.blank.rows[number] && line.text != "" {
		m.rowTitles[number] = line
		return
	}
	if len(m.rows)+len(m.rowTitles) == 0 {
		for _, c := range cells {
			if _, named := m.units[c.Column]; named && c.Kind == xlsxfile.Text {
				m.above[c.Column] = append(m.above[c.Column], title{text: strings.TrimSpace(c.Text), at: rows.Place(m.sheet, number, c.Column)})
			}
		}
		for _, c := range above {
			m.columnTitles[c.Column] = &title{text: strings.TrimSpace(c.Text), at: rows.Place(m.sheet, number, c.Column)}
		}
	}
}

// addUnnamed keeps a cell until its unit and product are known. In a row without a product, a text
// that is not a status is a heading.
func (s *sheetReader) addUnnamed(m *matrix, number int, c xlsxfile.Cell, unit, product string) {
	status, err := s.status(c)
	if status == "" && (err == nil || product == "") {
		return
	}
	if len(m.unnamed) == maxUnnamed {
		s.b.g.Broken = true
		s.b.g.Add(rows.Place(m.sheet, number, c.Column), accountmap.ErrTooLarge, message.Of("there are more than %d cells of new units and products", maxUnnamed),
			message.Of("add those on their sheets, and make a new workbook"))
	}
	if len(m.unnamed) <= maxUnnamed {
		m.unnamed = append(m.unnamed, unnamedCell{matrixCell{unitProduct{unit, product}, status, rows.Place(m.sheet, number, c.Column), err}, number, c.Column})
	}
}

// checkName reports a product renamed in the matrix, whose names are not read.
func (s *sheetReader) checkName(m *matrix, product string, number int, cells []xlsxfile.Cell) {
	i := slices.IndexFunc(cells, func(c xlsxfile.Cell) bool {
		return c.Column != m.mark && c.Column < m.first && c.Kind == xlsxfile.Text && c.Text != ""
	})
	if i >= 0 {
		checkTitle(s.b, "products", product, title{text: cells[i].Text, at: rows.Place(m.sheet, number, cells[i].Column)})
	}
}

// checkGroup reports a title above the name of a unit that begins with no name of a unit above it.
// The place of the unit may follow its name, and "… › " stands for groups above it that have no
// line of their own.
func checkGroup(b *bookReader, unit string, title title) {
	t, _ := table.Lookup("units")
	parent, _ := t.Column("parent")
	l, shown := b.lists[t], strings.TrimPrefix(visibleLetters(title.name()), "…›")
	cut, short := strings.CutSuffix(shown, "…")
	base, known := l.find(unit)
	for range l.base.Len() {
		name := visibleLetters(cmp.Or(l.nameOf(base), l.base.Row(base).Key()))
		if !known || strings.HasPrefix(shown, name) || short && strings.HasPrefix(name, cut) {
			return
		}
		above := l.base.Row(base).Text(parent)
		if base, known = l.find(above); above == "" {
			reportTitle(b, t, title)
			return
		}
	}
}

// checkTitle reports a title that is not the name of the entry of the base.
func checkTitle(b *bookReader, list, id string, title title) {
	t, _ := table.Lookup(list)
	l := b.lists[t]
	base, known := l.find(id)
	if !known {
		return
	}
	shown, name := visibleLetters(title.name()), visibleLetters(cmp.Or(l.nameOf(base), id))
	if cut, short := strings.CutSuffix(shown, "…"); shown != name && !(short && strings.HasPrefix(name, cut)) {
		reportTitle(b, t, title)
	}
}

func reportTitle(b *bookReader, t *table.Table, title title) {
	b.g.Warn(title.at, ErrUnreadCells, message.Of("the name is only shown here, so the change was not read"), message.Of("change it on %s", b.g.Called(t)))
}

// visibleLetters returns the visible characters of a text in lower case, without spaces.
func visibleLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || !unicode.IsGraphic(r) || unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// nameCells assigns the cells of new columns and rows to the named units and products.
func nameCells(b *bookReader, m *matrix) {
	for _, column := range sortedKeys(m.above) {
		titles := m.above[column]
		groups, unit := titles[:len(titles)-1], titles[len(titles)-1]
		checkTitle(b, "units", m.units[column], unit)
		for _, group := range groups {
			checkGroup(b, m.units[column], group)
		}
	}
	if len(m.unnamed) == 0 {
		return
	}
	units, products := rows.NewResolver(), rows.NewResolver()
	for _, c := range m.unnamed {
		units.Want(m.columnTitles[c.column].name())
		products.Want(m.rowTitles[c.row].name())
	}
	for name, r := range map[string]*rows.Resolver{"units": units, "products": products} {
		t, _ := table.Lookup(name)
		b.addCandidates(r, t)
	}
	for _, c := range m.unnamed {
		line := m.rowTitles[c.row]
		if c.product == "" && !line.resolved {
			if id := titleID(b, line, rows.Place(m.sheet, c.row, m.mark), "row", "product", products, m.rows); id != "" {
				m.rows[id] = c.row
			}
		}
		if c.unit == "" && m.columnTitles[c.column] == nil {
			m.columnTitles[c.column] = &title{}
		}
		head := m.columnTitles[c.column]
		if c.unit == "" && !head.resolved && c.status != "" { // the text may be a note
			if id := titleID(b, head, rows.Place(m.sheet, m.from, c.column), "column", "unit", units, m.columns); id != "" {
				m.columns[id], m.units[c.column] = c.column, id
			}
		}
	}
	for _, c := range m.unnamed {
		head := m.columnTitles[c.column]
		if c.unit == "" && !head.resolved && !m.warned[c.column] {
			m.warned[c.column] = true
			b.g.Warn(c.at, ErrUnreadCells, message.Of("the text in this column was not read: the column belongs to no unit"), noteHint())
		}
		if c.unit == "" {
			c.unit = head.id
		}
		if c.product == "" {
			c.product = m.rowTitles[c.row].id
		}
		if c.unit != "" && c.product != "" {
			b.addStatus(m, c.matrixCell)
		}
	}
}

// addNamed adds the units and products named in blank columns and rows of the matrix, unless their
// own sheet has them. A name similar to a listed one is probably misspelt; [titleID] reports it.
func addNamed(b *bookReader, m *matrix) {
	for _, column := range sortedKeys(m.blank.columns) {
		addEntry(b, "units", m.columnTitles[column])
	}
	for _, row := range sortedKeys(m.blank.rows) {
		addEntry(b, "products", m.rowTitles[row])
	}
}

func addEntry(b *bookReader, list string, named *title) {
	name := named.name()
	if name == "" {
		return
	}
	t, _ := table.Lookup(list)
	column, _ := t.NameColumn()
	l := b.lists[t]
	var listed []string
	for row := range b.g.Draft.Len(t) {
		known := b.g.Draft.Text(t, row, column)
		if hiddensheet.Fold(known) == hiddensheet.Fold(name) || hiddensheet.Fold(b.g.Draft.Key(t, row)) == hiddensheet.Fold(name) {
			return
		}
		if b.g.Places[t].Line(row) > 0 {
			listed = append(listed, known)
		}
	}
	if _, near := spell.Nearest(name, listed); near {
		return
	}
	row := b.g.Draft.Add(t)
	l.added = append(l.added, row)
	b.g.Draft.SetText(t, row, column, name)
}

// titleID returns the id of the unit or product that a new column or row names. It reports a
// missing, unknown or duplicate name.
func titleID(b *bookReader, t *title, nowhere uint64, line, thing string, named *rows.Resolver, taken map[string]int) string {
	t.resolved = true
	list, _ := table.Lookup(thing + "s")
	text := t.name()
	id, ok, _ := named.Find(text)
	_, isTaken := taken[id]
	at := cmp.Or(t.at, nowhere)
	switch {
	case text == "":
		b.g.Add(nowhere, accountmap.ErrMissingID, message.Of("the %s has a status and no %s", message.Word(line), message.Word(thing)),
			message.Of("write the name of the %s where the others have theirs, and add it to %s if it is new", message.Word(thing), b.g.Called(list)))
	case !ok:
		b.g.Add(at, accountmap.ErrMissingID, message.Of("the %s has a status, and nothing on %s is called %s", message.Word(line), b.g.Called(list), quote.Text(text)), b.g.Near(list, text, false))
	case isTaken:
		b.g.Add(at, accountmap.ErrDuplicateID, message.Of("the %s %s has another %s already", message.Word(thing), quote.Text(text), message.Word(line)), message.Of("delete one of the two, or write the name of another %s", message.Word(thing)))
	default:
		t.id = id
	}
	return t.id
}
