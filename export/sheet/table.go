package sheet

import (
	"encoding/xml"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/opc"
)

var (
	tableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.]{0,254}$`)
	cellLike  = regexp.MustCompile(`(?i)^([A-Z]{1,3}[0-9]+|R[0-9]*(C[0-9]*)?|C[0-9]*)$`)
)

// checkNames checks the workbook's names against the rules of Excel. taken has the lower-case names
// of the tables.
func (wb *Workbook) checkNames(taken map[string]bool) error {
	named := make(map[string]bool, len(wb.Names))
	for _, n := range wb.Names {
		key := foldCase(n.Name)
		switch {
		case !tableName.MatchString(n.Name) || cellLike.MatchString(n.Name):
			return fmt.Errorf("sheet: name %q; want letters, digits, _ and . that do not look like a cell", n.Name)
		case taken[key]:
			return fmt.Errorf("sheet: the name %q is there twice, or is a table's; give it another", n.Name)
		case !slices.Contains(wb.Sheets, n.Sheet):
			return fmt.Errorf("sheet: name %q is of a sheet that is not in the workbook", n.Name)
		}
		if err := n.Range.check(); err != nil {
			return fmt.Errorf("sheet: name %q: %w", n.Name, err)
		}
		taken[key], named[n.Name] = true, true
	}
	for _, s := range wb.Sheets {
		for i, c := range s.Choices {
			if c.Name != "" && !named[c.Name] {
				return fmt.Errorf("sheet %q: choice %d: the workbook has no name %q", s.Name, i+1, c.Name)
			}
		}
	}
	return nil
}

func (s *Sheet) checkTables() error {
	for i, t := range s.Tables {
		if err := s.checkTable(t); err != nil {
			return err
		}
		for _, other := range s.Tables[:i] {
			if other.covers().overlaps(t.covers()) {
				return fmt.Errorf("tables %q and %q overlap", other.Name, t.Name)
			}
		}
	}
	return nil
}

func (t Table) covers() Range {
	r := t.Range
	r.Rows = max(r.Rows, 2)
	return r
}

// checkTable checks a table against the rules of Excel, which reports a file that breaks them as
// damaged.
func (s *Sheet) checkTable(t Table) error {
	if !tableName.MatchString(t.Name) || cellLike.MatchString(t.Name) {
		return fmt.Errorf("table name %q; want letters, digits, _ and . that do not look like a cell", t.Name)
	}
	if err := t.Range.check(); err != nil {
		return fmt.Errorf("table %q: %w", t.Name, err)
	}
	if t.Range.Row >= len(s.Rows) {
		return fmt.Errorf("table %q: row %d, its heads, is not there", t.Name, t.Range.Row+1)
	}
	cells := s.Rows[t.Range.Row].Cells
	seen := make(map[string]bool, t.Range.Columns)
	for c := t.Range.Column; c < t.Range.Column+t.Range.Columns; c++ {
		var head string
		if c < len(cells) {
			text, _ := cells[c].Value.(Text)
			head = string(text)
		}
		at := Ref(t.Range.Row, c)
		switch {
		case strings.TrimSpace(head) == "":
			return fmt.Errorf("table %q, cell %s: a head must be a Text that is not blank", t.Name, at)
		case head != strings.TrimSpace(head) || head != cleantext.DropLines(head) || strings.ContainsAny(head, "\t\n") || markEscapes(head) != head:
			return fmt.Errorf("table %q, cell %s: head %q is not one plain line", t.Name, at, head)
		case seen[foldCase(head)]:
			return fmt.Errorf("table %q, cell %s: head %q is there twice", t.Name, at, head)
		case cleantext.UTF16Len(head) > 255:
			return fmt.Errorf("table %q, cell %s: a head takes 255 UTF-16 units", t.Name, at)
		}
		seen[foldCase(head)] = true
	}
	return nil
}

const tableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"

func tableID(i int) string { return "table" + strconv.Itoa(i+1) }

// addTable adds the part of a table, whose headings are the texts of its first row.
func (x *filler) addTable(on *worksheet, i int, t Table, related *opc.Relations) {
	x.tables++
	over := t.covers()
	var out strings.Builder
	fmt.Fprintf(&out, xml.Header+`<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="%d" name="%[2]s" displayName="%[2]s" ref="%[3]v" totalsRowShown="0">`+
		`<autoFilter ref="%[3]v"/><tableColumns count="%[4]d">`, x.tables, t.Name, over, over.Columns)
	for i := range over.Columns {
		head := on.sheet.Rows[over.Row].Cells[over.Column+i].Value.(Text)
		fmt.Fprintf(&out, `<tableColumn id="%d" name="%s"/>`, i+1, xstring(string(head)))
	}
	out.WriteString(`</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`)
	name := fmt.Sprintf("xl/tables/table%d.xml", x.tables)
	x.Add(name, tableType, []byte(out.String()))
	related.Add(tableID(i), "table", "../tables/"+path.Base(name))
}
