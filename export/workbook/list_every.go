package workbook

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// everyColumn says in words how often the talk in a row comes back, beside the rule that stands in a column of the table. It is not read back.
func (b *book) everyColumn(rule int) listColumn {
	return listColumn{
		head: b.Words.Text(terms.PackEvery), width: everyWidth,
		extra: func(r table.Row, _ int) sheet.Cell {
			every, _ := r.Value(rule).(string)
			return sheet.Cell{Value: sheetstyle.CellText(b.Every(accountmap.Recurrence(every))), Style: b.Wrapped}
		},
	}
}

// everyWidth is that of "every 12 months" in any language.
const everyWidth = 20
