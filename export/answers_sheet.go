package export

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// An answer is a question of account penetration with its answer as a table.
type answer struct {
	question terms.Key
	// summary is the answer in a line.
	summary string
	heads   []terms.Key
	rows    [][]sheet.Cell
	// none is said in place of a table without rows.
	none terms.Key
}

// answerWidths are the widths of the columns that all tables share: two of names, and then what there is to say of them.
var answerWidths = [...]float64{30, 34, 30, 17, 17, 20, 17, 17, 20}

// answersSheet has one answer below another, after a list of the questions that leads to them.
func (b *book) fillAnswers(s *sheet.Sheet) {
	s.Rows = b.titleRows(b.words.Text(terms.WorkbookAnswersTitle, b.clientName()), b.coverageSubtitle())
	s.Print = sheet.Print{Landscape: true, PagesWide: 1, Footer: b.footer(), PageNumbers: true}
	for _, width := range answerWidths {
		s.Columns = append(s.Columns, sheet.Column{Width: width})
	}
	answers := []answer{
		b.activeUnits(), b.dormantUnits(), b.locations(), b.bought(), b.notBought(), b.known(), b.asked(), b.given(),
	}
	index := len(s.Rows)
	s.Rows = append(s.Rows, make([]sheet.Row, len(answers))...)
	for i, a := range answers {
		s.Rows = append(s.Rows, sheet.Row{Height: 14})
		s.Rows[index+i] = sheet.Row{Height: 16, Cells: []sheet.Cell{{
			Value: sheet.Jump{Text: b.words.Text(a.question), Sheet: s, Row: len(s.Rows)}, Style: b.jump,
		}}}
		s.Rows = append(s.Rows, b.answerRows(a)...)
	}
}

func (b *book) answerRows(a answer) []sheet.Row {
	rows := []sheet.Row{
		{Height: 24, Cells: []sheet.Cell{{Value: sheet.Text(b.words.Text(a.question)), Style: b.question}}},
		{Height: 18, Cells: []sheet.Cell{{Value: cellText(a.summary), Style: b.note}}},
	}
	if len(a.rows) == 0 {
		return append(rows, sheet.Row{Height: 18, Cells: []sheet.Cell{{Value: sheet.Text(b.words.Text(a.none)), Style: b.quiet}}})
	}
	head := sheet.Row{Height: 20}
	for i, key := range a.heads {
		style := b.head
		if a.rightAligned(i, b.styles) {
			style = b.headNumber
		}
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(b.words.Text(key)), Style: style})
	}
	fit(&head, answerWidths[:], 20)
	rows = append(rows, head)
	for _, cells := range a.rows {
		row := sheet.Row{Cells: cells}
		fit(&row, answerWidths[:], 17)
		rows = append(rows, row)
	}
	return rows
}

// rightAligned reports whether a column holds numbers, over which its head stands on the right too.
func (a answer) rightAligned(column int, s *styles) bool {
	return column < len(a.rows[0]) && a.rows[0][column].Style == s.number
}

// unitCell is a unit's name.
func (b *book) unitCell(id accountmap.UnitID) sheet.Cell {
	return sheet.Cell{Value: cellText(b.unitName(id)), Style: b.bold}
}

// byStatus counts cells by status in words: "Gap: 10 · Not assessed: 3". Statuses that no cell has are left out.
func (b *book) byStatus(counts map[accountmap.Status]int) string {
	var parts []string
	for _, s := range append(accountmap.Statuses(), accountmap.StatusUnassessed) {
		if n := counts[s]; n > 0 {
			parts = append(parts, b.words.Status(s)+": "+b.words.Number(n))
		}
	}
	return strings.Join(parts, " · ")
}
