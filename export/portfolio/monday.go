package portfolio

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/paper"
)

// Task is a next action in an account, in words, so that a program need not keep the account
// itself.
type Task struct {
	What, Theirs, Ours, Why string
	// By is the day by which the task should be done, and Late the number of days since By. The
	// zero By means no day; such tasks come last.
	By   accountmap.Date
	Late int
	// Worth is the yearly amount at stake by currency, the account's own first. Empty means
	// unknown.
	Worth accountmap.Sums
}

// TasksOf returns the next tasks of an account: its moves ([insight.Situation.Moves]), in words. A
// zero asOf means the account's own day, and nil words mean English. TasksOf returns nil for a nil
// map.
func TasksOf(m *accountmap.Map, asOf accountmap.Date, words *terms.Terms) []Task {
	var tasks []Task
	a, err := accountview.New(m, asOf, words)
	if err != nil {
		return nil
	}
	for _, v := range a.Insight().Moves(insight.MoveOptions{}) {
		tasks = append(tasks, Task{What: words.Move(m, v), Theirs: a.OrNobody(words.Contacts(m, v.Contacts)), Ours: a.OrNobody(words.Members(m, v.Members)),
			Why: strings.Join(words.Whys(m, v.Why()), " · "), By: v.By, Late: v.Late, Worth: v.Worth})
	}
	return tasks
}

// monday returns the sheet with the tasks of all accounts, by day. It returns nil without tasks.
func (p *portfolio) monday(entries []entry) *sheet.Sheet {
	type row struct {
		account string
		Task
	}
	var rows []row
	for _, e := range entries {
		for _, t := range e.tasks {
			rows = append(rows, row{e.Profile.Name, t})
		}
	}
	if rows == nil {
		return nil
	}
	last := accountmap.Day(9999, 12, 31)
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Or(a.By, last).Compare(cmp.Or(b.By, last)) })
	title := p.words.Text(terms.PortfolioMonday)
	s := &sheet.Sheet{Name: title, HideGridlines: true, FreezeRows: 3, FreezeColumns: 1}
	s.Rows = []sheet.Row{{Height: 30, Cells: []sheet.Cell{{Value: sheetstyle.CellText(title), Style: p.Title}}}, {}}
	head := sheet.Row{}
	widths := []float64{26, 50, 26, 24, 13, 12, 18, 60}
	for i, k := range []terms.Key{terms.PortfolioAccount, terms.JudgedWhat, terms.ColumnTheirPeople, terms.ColumnOurPeople, terms.JudgedBy, terms.JudgedDaysLate,
		terms.JudgedWorth, terms.JudgedWhy} {
		head.Cells = append(head.Cells, sheet.Cell{Value: sheetstyle.CellText(p.words.Text(k)), Style: p.Head})
		widths[i] = max(widths[i], headWidth(p.words.Text(k)))
	}
	sheetstyle.Fit(&head, widths, 22)
	s.Rows = append(s.Rows, head)
	for _, r := range rows {
		cells := []sheet.Cell{p.text(r.account), p.text(r.What), p.text(r.Theirs), p.text(r.Ours), {Value: sheetstyle.SheetDate(r.By), Style: p.Number}, {Style: p.Number}, {Style: p.Number}, p.text(r.Why)}
		if r.Late > 0 {
			cells[5].Value = sheet.Number(r.Late)
		}
		cells[6].Value = p.amount(r.Worth)
		line := sheet.Row{Cells: cells}
		sheetstyle.Fit(&line, widths, 20)
		s.Rows = append(s.Rows, line)
	}
	for i, w := range widths {
		s.Columns = append(s.Columns, sheet.Column{Width: max(w, sheetstyle.WidestNumber(s.Rows, i)+sheetstyle.ListPadding)})
	}
	s.Print = sheet.Print{Landscape: true, Paper: paper.A3(), PagesWide: 1, TitleFrom: 2, TitleRows: 1, Header: sheetstyle.Edge(title), PageNumbers: true}
	return s
}

func (p *portfolio) text(s string) sheet.Cell {
	return sheet.Cell{Value: sheetstyle.CellText(accountview.OneLine(s)), Style: p.Wrapped}
}
