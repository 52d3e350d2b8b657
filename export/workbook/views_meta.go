package workbook

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// noteViews tells the book of the sheets that only show the account, so that what somebody writes there is not lost in silence.
func (b *book) noteViews() {
	for _, name := range []string{"summary", "coverage", "answers", "exposure", "endorsements", "quarters", "lists"} {
		if s := b.sheets[name]; s != nil {
			b.meta.Views = append(b.meta.Views, table.NewBookView(b.tab(s), b.shown(s)))
		}
	}
}

// shown are the fingerprints of the rows of a sheet that are not read back: of one with a list, those above it.
func (b *book) shown(s *sheet.Sheet) []uint64 {
	const titles = 2
	matrix := b.coverage != nil && b.coverage.sheet == s
	var rows []uint64
	for i, row := range s.Rows[min(titles, len(s.Rows)):] {
		cells, from := row.Cells, 0
		if beginsList(cells) {
			break
		}
		if matrix && len(cells) > 0 {
			id, _ := cells[idColumn].Value.(sheet.Text)
			number := i + titles
			switch {
			case id == table.MatrixMark, id == table.EndMark:
				continue
			case number >= b.coverage.first && number <= b.coverage.last && id != "": // the statuses are read
				cells = cells[:min(firstUnit, len(cells))]
			}
			from = idColumn + 1
		}
		var print uint64
		for _, c := range cells[min(from, len(cells)):] {
			print += shownValue(c.Value)
		}
		if print != 0 {
			rows = append(rows, print)
		}
	}
	return rows
}

func beginsList(cells []sheet.Cell) bool {
	if len(cells) == 0 {
		return false
	}
	text, _ := cells[0].Value.(sheet.Text)
	_, marked := table.Marked(string(text))
	return marked
}

func shownValue(v sheet.Value) uint64 {
	switch v := v.(type) {
	case sheet.Text:
		return table.ShownText(string(v))
	case sheet.Rich:
		text := ""
		for _, run := range v {
			text += run.Text
		}
		return table.ShownText(text)
	case sheet.Link:
		return table.ShownText(v.Text)
	case sheet.Jump:
		return table.ShownText(v.Text)
	case sheet.Number:
		return table.ShownNumber(float64(v))
	case sheet.Percent:
		return table.ShownNumber(float64(v))
	case sheet.Money:
		return table.ShownNumber(float64(v.Minor) / math.Pow10(v.Decimals))
	case sheet.Date:
		return table.ShownText(v.String())
	}
	return 0 // of a formula, which spreadsheets work out anew
}
