package workbook

import (
	"slices"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// fillMeta has what the workbook was when it was written, out of sight. It comes last.
func (b *book) fillMeta() {
	b.meta.Language = b.Words.Language()
	b.meta.Words = b.ownWords()
	if b.coverage != nil {
		var units []accountmap.UnitID
		var products []accountmap.ProductID
		for _, u := range b.Coverage.Units {
			units = append(units, u.ID)
		}
		for _, l := range b.Coverage.Lines {
			for _, r := range l.Rows {
				products = append(products, r.Product.ID)
			}
		}
		b.meta.SetMatrix(b.tab(b.coverage.sheet), units, products, b.data)
	}
	b.noteViews()
	s := b.sheets[metaSheet]
	for cells := range b.meta.Cells() {
		row := sheet.Row{Cells: make([]sheet.Cell, len(cells))}
		for i, cell := range slices.All(cells) {
			row.Cells[i].Value = sheet.Text(cell)
		}
		s.Rows = append(s.Rows, row)
	}
}

// ownWords are the words of values that are not the language's.
func (b *book) ownWords() []table.BookWord {
	language, _ := terms.Lookup(b.Words.Language())
	var own []table.BookWord
	add := func(enum, value, said, usual string) {
		if said != usual {
			own = append(own, table.BookWord{Enum: enum, Value: value, Said: said})
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
