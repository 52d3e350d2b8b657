package workbook

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/paper"
)

// choices returns the name of the range with the words of an enumeration or the labels of a table,
// or "" without such a range.
func (b *book) choices(kind string) string {
	if b.choice == nil {
		b.nameChoices()
	}
	return b.choice[kind]
}

type choiceColumn struct {
	kind, head string
	words      []string
}

// choiceColumns returns the columns of the sheet of words: the enumerations in lists, and the
// tables to which lists refer.
func (b *book) choiceColumns() []choiceColumn {
	var columns []choiceColumn
	seen := map[string]bool{}
	for _, t := range table.All() {
		for _, c := range t.Columns {
			column := choiceColumn{}
			switch {
			case c.Kind == table.Word && !seen[c.Enum]:
				column = choiceColumn{kind: c.Enum, head: b.Words.Heading(t.Name, c.Key)}
				for _, word := range c.Words {
					column.words = append(column.words, b.Words.Word(c.Enum, word))
				}
			case c.Kind == table.Reference && !seen[c.Refers]:
				column = choiceColumn{kind: c.Refers, head: b.Words.Field("", c.Refers)}
				refers, _ := table.Lookup(c.Refers)
				labels := b.labelsOf(c.Refers)
				for r := range refers.Rows(b.data) {
					column.words = append(column.words, labels[r.Key()])
				}
			default:
				continue
			}
			seen[column.kind] = true
			columns = append(columns, column)
		}
	}
	slices.SortStableFunc(columns, func(a, b choiceColumn) int { return isList(a.kind) - isList(b.kind) })
	return columns
}

func isList(kind string) int {
	if _, ok := table.Lookup(kind); ok {
		return 1
	}
	return 0
}

const choiceRow = cells.TitleHeight + 1

func (b *book) nameChoices() {
	b.choice = map[string]string{}
	for i, c := range b.choiceColumns() {
		if len(c.words) == 0 {
			continue
		}
		b.choice[c.kind] = "Choices_" + c.kind
		b.ranges = append(b.ranges, sheet.Name{Name: "Choices_" + c.kind, Sheet: b.sheets["lists"],
			Range: sheet.Range{Row: choiceRow, Column: i, Rows: len(c.words), Columns: 1}})
	}
}

// fillLists adds a column of words for each kind, as choices for the cells of other sheets.
func (b *book) fillLists(s *sheet.Sheet) {
	b.choices("")
	b.hideIf(true, s)
	s.Rows = b.TitleRows(b.Words.Text(terms.SheetsTitle, b.ClientName(), s.Name), b.Words.Text(terms.SheetsListsNote))
	columns := b.choiceColumns()
	rows := make([]sheet.Row, 1)
	for i, c := range columns {
		width := 1.1*sheetstyle.TextWidth(c.head) + headPadding
		for _, word := range c.words {
			width = max(width, sheetstyle.TextWidth(word)+sheetstyle.ListPadding)
		}
		s.Columns = append(s.Columns, sheet.Column{Width: min(width, sheetstyle.MostLong)})
		rows[0].Cells = append(rows[0].Cells, sheet.Cell{Value: sheet.Text(accountview.OneLine(c.head)), Style: b.Head})
		for k, word := range c.words {
			if k+1 == len(rows) {
				rows = append(rows, sheet.Row{})
			}
			row := &rows[k+1]
			for len(row.Cells) <= i {
				row.Cells = append(row.Cells, sheet.Cell{})
			}
			row.Cells[i] = sheet.Cell{Value: sheet.Text(word), Style: b.choiceStyle(c.kind, k)}
		}
	}
	rows[0].Height = 22
	s.Rows = append(s.Rows, rows...)
	s.FreezeRows = choiceRow
	s.Print = sheet.Print{Landscape: true, Paper: paper.A3(), PagesWide: 2, Footer: b.Footer(b.tab(s)), PageNumbers: true, TitleFrom: cells.TitleHeight, TitleRows: 1}
}

func (b *book) choiceStyle(kind string, i int) *sheet.Style {
	switch {
	case kind == "CoverageStatus" && i < len(accountmap.CoverageStatuses()):
		return b.Statuses[accountmap.CoverageStatuses()[i]]
	case kind == "Stance" && i < len(accountmap.Stances()):
		return b.Stances[accountmap.Stances()[i]]
	}
	return b.Plain
}
