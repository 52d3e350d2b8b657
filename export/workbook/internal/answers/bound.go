package answers

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// maxRows limits the rows of an answer. A sheet of the workbook has the others.
const maxRows = 150

// bound keeps the rows of a long answer with the greatest weight, the first among equals, and
// counts the others. In an answer with groups, each group keeps its sum and an equal share of the
// rows. If there are more groups than the limit, bound keeps the first groups.
func (a *answer) bound() {
	if len(a.rows) <= maxRows {
		return
	}
	all := a.rows
	groups := a.groups
	if len(groups) == 0 {
		groups = []answerGroup{{}}
	}
	share := max(1, maxRows/len(groups))
	a.rows = nil
	for i, g := range groups[:min(len(groups), maxRows)] {
		end := len(all)
		if i+1 < len(groups) {
			end = groups[i+1].from
		}
		rows := slices.Clone(all[g.from:end])
		if len(rows) > share {
			slices.SortStableFunc(rows, func(x, y answerRow) int { return cmp.Compare(y.weight, x.weight) })
			rows = rows[:share]
		}
		groups[i].from = len(a.rows)
		a.rows = append(a.rows, rows...)
	}
	if len(a.groups) > 0 {
		a.groups = groups[:min(len(groups), maxRows)]
	}
	a.more = len(all) - len(a.rows)
}

// addRest adds a row with the number of omitted rows, and the name of the sheet that has them.
func (on *answerSheet) addRest(a answer) {
	if a.more == 0 {
		return
	}
	name := on.ListName(a.rest)
	if a.rest == "coverage" {
		name = on.Words.Text(terms.WorkbookSheetCoverage)
	}
	text := on.Words.Count(terms.MapMore, a.more)
	if name != "" {
		text = on.Words.Count(terms.WorkbookRest, a.more, name)
	}
	on.sheet.Rows = append(on.sheet.Rows, sheet.Row{Height: 18, Cells: []sheet.Cell{{Value: sheet.Text(text), Style: on.Quiet}}})
}
