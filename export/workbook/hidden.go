package workbook

import (
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// fillHidden fills the hidden sheet, by which the workbook is read back. It comes last.
func (b *book) fillHidden() error {
	b.hidden.Language, b.hidden.Words = b.Words.Language(), b.ownWords()
	if b.coverage != nil {
		m := &hiddensheet.Matrix{Sheet: b.tab(b.coverage.sheet)}
		for _, u := range b.Coverage.Units {
			m.Units = append(m.Units, u.ID)
		}
		for _, l := range b.Coverage.Lines {
			for _, r := range l.Rows {
				m.Products = append(m.Products, r.Product.ID)
			}
		}
		b.hidden.Matrix = m
	}
	b.hidden.SetAccount(b.data)
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

// ownWords are the words of values that are not the language's.
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
