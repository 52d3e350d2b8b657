package workbook

import (
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// besidePrint prints the sheet from a row on over so many pages side by side. What stands above that row, which would be cut where the first
// columns are repeated, is at the head of every page.
func (b *book) besidePrint(s *sheet.Sheet, from, pages int) sheet.Print {
	columns := 1
	for _, row := range s.Rows {
		columns = max(columns, len(row.Cells))
	}
	title, subtitle := lastText(s.Rows[0]), lastText(s.Rows[1])
	return sheet.Print{
		Landscape: true, Paper: sheet.A3, PagesWide: pages, TitleFrom: from,
		Area:   sheet.Range{Row: from, Rows: len(s.Rows) - from, Columns: columns},
		Header: sheetstyle.Edge(string(title + "  ·  " + subtitle)), PageNumbers: true,
	}
}

// lastText is the text of the last cell of a row of the title, before which columns may be hidden.
func lastText(r sheet.Row) sheet.Text {
	text, _ := r.Cells[len(r.Cells)-1].Value.(sheet.Text)
	return text
}
