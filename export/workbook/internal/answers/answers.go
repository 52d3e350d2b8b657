// Package answers makes the sheet of the questions of account penetration and their answers.
package answers

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
)

// An answer is a question of account penetration with its answer as a table.
type answer struct {
	question terms.Key
	// summary is the answer in one line.
	summary string
	heads   []terms.Key
	rows    []answerRow
	// groups are the sums of each unit. In a long answer, each group is above the folded rows of
	// its unit.
	groups []answerGroup
	// none is the text for an answer without rows.
	none terms.Key
	// rest is the name of the list whose sheet has every row, or "coverage". more is the number of
	// rows that are only on that sheet.
	rest string
	more int
}

// An answerRow is a row of an answer. Its second cell is merged with the cells to its right over
// span columns; 0 means no merge. A long answer keeps the rows with the greatest weight.
type answerRow struct {
	cells  []sheet.Cell
	span   int
	weight int64
}

type answerGroup struct {
	answerRow
	from int
}

func (a *answer) add(cells ...sheet.Cell) { a.addWeighted(0, cells...) }

func (a *answer) addWeighted(weight int64, cells ...sheet.Cell) {
	a.rows = append(a.rows, answerRow{cells: cells, weight: weight})
}

// lead inserts a group before the rows from an index on.
func (a *answer) lead(from, span int, cells ...sheet.Cell) {
	a.groups = append(a.groups, answerGroup{answerRow{cells: cells, span: span}, from})
}

// FoldedFrom is the number of rows beyond which the rows of each unit are folded below their sum.
const FoldedFrom = 60

// answerWidths are the minimal widths of the columns, which all answers share: two columns of
// names, then the details.
var answerWidths = [...]float64{30, 34, 42, 17, 19, 20, 17, 17, 20}

// An answerSheet is the sheet of the answers under construction, from top to bottom.
type answerSheet struct {
	*maker
	sheet  *sheet.Sheet
	widths []float64
}

type maker struct{ *cells.Cells }

// Fill adds the answers to a sheet, one below another, after a list of the questions with links to
// them. The footer is printed at the foot of each page.
func Fill(s *sheet.Sheet, shared *cells.Cells, footer string) {
	b := maker{shared}
	answers := []answer{
		b.activeUnits(), b.dormantUnits(), b.locations(), b.bought(), b.notBought(), b.known(), b.asked(), b.given(),
	}
	for i := range answers {
		answers[i].bound()
	}
	on := &answerSheet{maker: &b, sheet: s, widths: b.answerWidths(answers)}
	for _, width := range on.widths {
		s.Columns = append(s.Columns, sheet.Column{Width: width})
	}
	s.Rows = b.TitleRows(b.Words.Text(terms.WorkbookAnswersTitle, b.ClientName()), b.Subtitle())
	s.Print = sheet.Print{Landscape: true, PagesWide: 1, Footer: footer, PageNumbers: true}
	index := len(s.Rows)
	s.Rows = append(s.Rows, make([]sheet.Row, (len(answers)+1)/2)...)
	var questions []int
	for i, a := range answers {
		s.Rows = append(s.Rows, sheet.Row{Height: 12})
		questions = append(questions, len(s.Rows))
		row := &s.Rows[index+i%((len(answers)+1)/2)]
		if i >= (len(answers)+1)/2 {
			row.Cells = append(row.Cells, sheet.Cell{})
		}
		row.Height = 16
		row.Cells = append(row.Cells, sheet.Cell{Value: sheet.Jump{Text: b.Words.Text(a.question), Sheet: s, Row: len(s.Rows)}, Style: b.Jump})
		on.add(a)
	}
	s.Print.Breaks = cells.BreaksBefore(s, questions, cells.PrintedPage(s), 0)
}

// answerWidths returns the widths of the columns: wide enough for every number, and for the names
// in the first column.
func (b *maker) answerWidths(answers []answer) []float64 {
	widths := slices.Clone(answerWidths[:])
	fit := func(r answerRow) {
		for i, cell := range r.cells {
			widths[i] = max(widths[i], sheetstyle.NumberWidth(cell.Value, sheet.General)+sheetstyle.ListPadding-1)
		}
	}
	for _, a := range answers {
		for _, r := range a.rows {
			if name, ok := r.cells[0].Value.(sheet.Text); ok {
				widths[0] = max(widths[0], min(1.1*sheetstyle.TextWidth(string(name))+sheetstyle.ListPadding, maxUnitName))
			}
			fit(r)
		}
		for _, g := range a.groups {
			fit(g.answerRow)
		}
	}
	return widths
}

// maxUnitName is the width above which the name of a unit wraps.
const maxUnitName = 44

func (on *answerSheet) add(a answer) {
	s := on.sheet
	s.Rows = append(s.Rows,
		sheet.Row{Height: 22, Cells: []sheet.Cell{{Value: sheet.Text(on.Words.Text(a.question)), Style: on.Question}}},
		sheet.Row{Height: 16, Cells: []sheet.Cell{{Value: sheetstyle.CellText(a.summary), Style: on.Note}}})
	if len(a.rows) == 0 {
		s.Rows = append(s.Rows, sheet.Row{Height: 18, Cells: []sheet.Cell{{Value: sheet.Text(on.Words.Text(a.none)), Style: on.Quiet}}})
		return
	}
	head := sheet.Row{}
	for i, key := range a.heads {
		style := on.Head
		if key == "" {
			head.Cells = append(head.Cells, sheet.Cell{Style: style})
			continue
		}
		if first := a.rows[0].cells; i < len(first) && first[i].Style == on.Number {
			style = on.HeadNumber
		}
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(on.Words.Text(key)), Style: style})
	}
	sheetstyle.Fit(&head, on.widths, 20)
	s.Rows = append(s.Rows, head)
	folds := len(a.groups) > 0 && len(a.rows) > FoldedFrom && !on.Client // a client gets no hidden rows
	groups := a.groups
	for i, r := range a.rows {
		row := sheet.Row{}
		if folds {
			if len(groups) > 0 && groups[0].from == i {
				on.addRow(groups[0].answerRow, sheet.Row{Folded: true})
				groups = groups[1:]
			}
			row.Outline = 1
		}
		on.addRow(r, row)
	}
	on.addRest(a)
}

func (on *answerSheet) addRow(r answerRow, row sheet.Row) {
	row.Cells = r.cells
	widths := on.widths
	if r.span > 0 {
		widths = []float64{widths[0], 0}
		for _, w := range on.widths[1 : 1+r.span] {
			widths[1] += w
		}
		on.sheet.Merges = append(on.sheet.Merges, sheet.Range{Row: len(on.sheet.Rows), Column: 1, Rows: 1, Columns: r.span})
	}
	sheetstyle.Fit(&row, widths, 17)
	row.Height -= cells.RowSaving
	on.sheet.Rows = append(on.sheet.Rows, row)
}

func (b *maker) unitCell(id accountmap.UnitID) sheet.Cell {
	return sheet.Cell{Value: sheetstyle.CellText(b.UnitName(id)), Style: b.Bold}
}

// byStatus returns the number of cells of each status in words: "Gap: 10 · Not assessed: 3". It
// leaves out statuses without cells.
func (b *maker) byStatus(counts map[accountmap.CoverageStatus]int) string {
	var parts []string
	for _, s := range append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed) {
		if n := counts[s]; n > 0 {
			parts = append(parts, b.Words.Status(s)+": "+b.Words.Number(n))
		}
	}
	return strings.Join(parts, " · ")
}
