package workbook

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

func (b *book) fillHidden() error {
	b.hidden.Language, b.hidden.Words = b.Words.Language(), b.ownWords()
	b.hidden.Texts = map[string]int{}
	for _, t := range b.order {
		if !t.readOnly {
			b.hidden.Texts[b.tab(t.sheet)] = texts(t.sheet)
		}
	}
	if b.coverage != nil {
		b.hidden.Matrix = b.tab(b.coverage.sheet)
	}
	b.hidden.SetAccount(b.data, b.sheets["answers"] != nil)
	rows, err := b.hidden.Rows()
	if err != nil {
		return err
	}
	s := b.sheets[metaSheet]
	for _, cells := range rows {
		row := sheet.Row{Cells: make([]sheet.Cell, len(cells))}
		for i, cell := range cells {
			row.Cells[i].Value = sheet.Text(cell)
		}
		s.Rows = append(s.Rows, row)
	}
	return nil
}

func texts(s *sheet.Sheet) int {
	n, inside := 0, false
	for _, row := range s.Rows {
		mark := ""
		if len(row.Cells) > 0 {
			text, _ := row.Cells[idColumn].Value.(sheet.Text)
			mark = string(text)
		}
		_, isList := hiddensheet.Marked(mark)
		switch {
		case isList, mark == hiddensheet.MatrixMark:
			inside = true
		case mark == hiddensheet.EndMark:
			inside = false
		case !inside:
			for _, cell := range row.Cells {
				if cell.Value != nil && cell.Value != sheet.Value(sheet.Text("")) {
					n++
				}
			}
		}
	}
	return n
}

// ownWords returns the words of values that differ from the words of the language.
func (b *book) ownWords() []hiddensheet.Word {
	language, _ := terms.Lookup(b.Words.Language())
	var own []hiddensheet.Word
	add := func(enum, value, said, usual string) {
		if said != usual {
			own = append(own, hiddensheet.Word{Enum: enum, Value: value, Said: said})
		}
	}
	for _, yes := range []bool{true, false} {
		add("", strconv.FormatBool(yes), b.Words.YesNo(yes), language.YesNo(yes))
	}
	seen := map[string]bool{}
	for _, t := range table.All() {
		for _, c := range t.Columns {
			if c.Kind != table.Word || seen[c.Enum] {
				continue
			}
			seen[c.Enum] = true
			for _, word := range c.Words {
				add(c.Enum, word, b.Words.Word(c.Enum, word), language.Word(c.Enum, word))
			}
		}
	}
	return own
}

// checkIDs returns an error for ids that a cell would change. A workbook with such an id could not
// be read back, or would be read as another account.
func (b *book) checkIDs() error {
	if b.Client {
		return nil // its ids are not written
	}
	const most = 10
	var wrong []error
	more := 0
	for _, t := range table.All() {
		if !t.HasID() {
			continue
		}
		for row := range t.Rows(b.data) {
			switch {
			case hiddensheet.HoldsKey(row.Key()):
			case len(wrong) == most:
				more++
			default:
				id, _ := hiddensheet.Cut(row.Key())
				wrong = append(wrong, fmt.Errorf("workbook: %s: no cell of a workbook holds the id %.60q; give it another, of letters, digits and hyphens", row.Path(), id))
			}
		}
	}
	if more > 0 {
		wrong = append(wrong, fmt.Errorf("workbook: %d more ids are like these", more))
	}
	return errors.Join(wrong...)
}
