package sheet

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	tableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.]{0,254}$`)
	cellLike  = regexp.MustCompile(`(?i)^([A-Z]{1,3}[0-9]+|R[0-9]*(C[0-9]*)?|C[0-9]*)$`)
)

// checkTable holds the table to what Excel asks of it; a table that breaks these rules makes it repair the file.
func (s *Sheet) checkTable() error {
	t := s.Table
	if t == (Table{}) {
		return nil
	}
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
		case head != strings.TrimSpace(head) || head != cleanText(head) || strings.ContainsAny(head, "\t\n") || markEscapes(head) != head:
			return fmt.Errorf("table %q, cell %s: head %q is not one plain line", t.Name, at, head)
		case seen[foldCase(head)]:
			return fmt.Errorf("table %q, cell %s: head %q is there twice", t.Name, at, head)
		case unitCount(head) > 255:
			return fmt.Errorf("table %q, cell %s: a head takes 255 UTF-16 units", t.Name, at)
		}
		seen[foldCase(head)] = true
	}
	return nil
}
