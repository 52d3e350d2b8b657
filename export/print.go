package export

import (
	"strings"

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
		Header: edge(string(title + "  ·  " + subtitle)), PageNumbers: true,
	}
}

// lastText is the text of the last cell of a row of the title, before which columns may be hidden.
func lastText(r sheet.Row) sheet.Text {
	text, _ := r.Cells[len(r.Cells)-1].Value.(sheet.Text)
	return text
}

// longestEdge is how much of a text stands at the edge of a page, where the file has every ampersand twice.
const longestEdge = 180

// edge is a text as the edge of a page can hold it.
func edge(s string) string {
	n := longestEdge
	for utf16Len(s)+strings.Count(s, "&") > longestEdge {
		s = cut(s, n)
		n--
	}
	return s
}
