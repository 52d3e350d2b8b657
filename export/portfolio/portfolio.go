// Package portfolio makes the workbook that compares many accounts.
package portfolio

import (
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/paper"
)

// Options are the options of [New]. Nil and the zero value mean the defaults.
type Options struct {
	// Terms are the words in the workbook. Nil means English.
	Terms *terms.Terms
	// Packs are the files to which the names of the accounts link, in the order of the accounts.
	// Each is a path relative to the folder of the workbook, such as "acme/handoff.html". An empty
	// or missing entry means no link.
	Packs []string
	// Tasks are the next tasks of each account, in the order of the accounts; see [TasksOf]. The
	// workbook has a sheet for Monday only if there are tasks.
	Tasks [][]Task
	// Missing are the names of files that belong to the portfolio and could not be read. The first
	// ten stand above the table, with the number of the others.
	Missing []string
}

// New returns a workbook that compares accounts. It has one table with a row for each account, by
// name in the order of the language. Amounts are in the account's own currency. The workbook
// belongs to the caller. Equal accounts give equal workbooks.
func New(accounts []insight.Summary, opts *Options) *sheet.Workbook {
	if opts == nil {
		opts = &Options{}
	}
	entries := make([]entry, len(accounts))
	for i, a := range accounts {
		entries[i].Summary = a
		if i < len(opts.Packs) {
			entries[i].pack = opts.Packs[i]
		}
		if i < len(opts.Tasks) {
			entries[i].tasks = opts.Tasks[i]
		}
		entries[i].share = shareOf(a, accounts)
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return opts.Terms.Compare(a.Profile.Name, b.Profile.Name) })
	p := &portfolio{words: opts.Terms, Styles: sheetstyle.New(""), columns: allColumns()}
	p.widen(entries)
	title := p.words.Text(terms.PortfolioTitle)
	s := &sheet.Sheet{Name: title, HideGridlines: true, FreezeColumns: 1}
	s.Rows = []sheet.Row{
		{Height: 30, Cells: []sheet.Cell{{Value: sheetstyle.CellText(title), Style: p.Title}}},
		{Height: 20, Cells: []sheet.Cell{{Value: sheetstyle.CellText(p.subtitle(entries)), Style: p.Styles.Note}}},
		{Cells: p.missing(opts.Missing)},
		p.heads(),
	}
	from := len(s.Rows) - 1
	s.FreezeRows = from + 1
	for _, e := range entries {
		s.Rows = append(s.Rows, p.row(e))
	}
	for i, c := range p.columns {
		s.Columns = append(s.Columns, sheet.Column{Width: c.width})
		if c.bar && len(accounts) > 0 {
			s.Bars = append(s.Bars, sheet.Bar{Range: sheet.Range{Row: from + 1, Column: i, Rows: len(accounts), Columns: 1}, Color: accountview.BarColour})
		}
	}
	all := sheet.Range{Row: from, Rows: len(accounts) + 1, Columns: len(p.columns)}
	s.Tables = []sheet.Table{{Name: "Portfolio", Range: all}}
	s.Print = sheet.Print{Landscape: true, Paper: paper.A3(), PagesWide: 1, TitleFrom: from, TitleRows: 1, Header: sheetstyle.Edge(title), PageNumbers: true}
	wb := &sheet.Workbook{Title: title, Language: p.words.Language(), Created: sheetstyle.SheetDate(latestDay(accounts)), Sheets: []*sheet.Sheet{s}}
	if monday := p.monday(entries); monday != nil {
		wb.Sheets = append(wb.Sheets, monday)
	}
	return wb
}

// missing returns the cell that names the files without an account, or none.
func (p *portfolio) missing(files []string) []sheet.Cell {
	const most = 10
	if len(files) == 0 {
		return nil
	}
	named := strings.Join(files[:min(most, len(files))], ", ")
	if more := len(files) - most; more > 0 {
		named += ", +" + strconv.Itoa(more)
	}
	return []sheet.Cell{{Value: sheetstyle.CellText(accountview.OneLine(p.words.Text(terms.PortfolioMissing, named))), Style: p.Styles.Note}}
}

// shareOf returns the account's share of the revenue of all accounts in its currency, from 0 to 1.
func shareOf(a insight.Summary, accounts []insight.Summary) float64 {
	total := 0.0
	for _, other := range accounts {
		total += float64(ordered(other).In(a.Revenue.Currency).Minor)
	}
	if total == 0 {
		return 0
	}
	return float64(a.Revenue.Minor) / total
}

func latestDay(accounts []insight.Summary) accountmap.Date {
	var last accountmap.Date
	for _, a := range accounts {
		if last.Before(a.AsOf) {
			last = a.AsOf
		}
	}
	return last
}

type entry struct {
	insight.Summary
	pack  string
	tasks []Task
	share float64
}

type portfolio struct {
	*sheetstyle.Styles
	words   *terms.Terms
	columns []column
}

const textColumns = 4

type column struct {
	head  terms.Key
	width float64
	bar   bool
	value func(p *portfolio, a entry) sheet.Value
}

func allColumns() []column {
	text := func(of func(insight.Summary) string) func(*portfolio, entry) sheet.Value {
		return func(_ *portfolio, a entry) sheet.Value {
			return sheetstyle.CellText(accountview.OneLine(of(a.Summary)))
		}
	}
	count := func(of func(insight.Summary) int) func(*portfolio, entry) sheet.Value {
		return func(_ *portfolio, a entry) sheet.Value { return sheet.Number(of(a.Summary)) }
	}
	day := func(of func(insight.Summary) accountmap.Date) func(*portfolio, entry) sheet.Value {
		return func(_ *portfolio, a entry) sheet.Value {
			if d := of(a.Summary); !d.IsZero() {
				return sheetstyle.SheetDate(d)
			}
			return nil
		}
	}
	amount := func(of func(insight.Summary) accountmap.Sums) func(*portfolio, entry) sheet.Value {
		return func(p *portfolio, a entry) sheet.Value { return p.amount(of(a.Summary)) }
	}
	return []column{
		{terms.PortfolioAccount, 32, false, text(func(a insight.Summary) string { return a.Profile.Name })},
		{terms.PortfolioManager, 22, false, text(func(a insight.Summary) string { return a.Manager })},
		{terms.HandoffTier, 16, false, text(func(a insight.Summary) string { return a.Profile.Tier })},
		{terms.ColumnSegment, 16, false, text(func(a insight.Summary) string { return a.Profile.Segment })},
		{terms.ColumnAsOf, 12, false, day(func(a insight.Summary) accountmap.Date { return a.AsOf })},
		{terms.HandoffPenetration, 13, true, func(_ *portfolio, a entry) sheet.Value { return sheet.Percent(a.Penetration.Share()) }},
		{terms.HandoffOrdersLastYear, 20, false, amount(ordered)},
		{terms.PortfolioShare, 12, true, func(_ *portfolio, a entry) sheet.Value {
			if a.Revenue.IsZero() {
				return nil
			}
			return sheet.Percent(a.share)
		}},
		{terms.PortfolioTrend, 12, false, func(_ *portfolio, a entry) sheet.Value {
			if !a.GrowthKnown {
				return nil
			}
			return sheet.Percent(a.Growth)
		}},
		{terms.PackAtRisk, 18, false, amount(func(a insight.Summary) accountmap.Sums { return a.AtRisk })},
		{terms.HandoffNextRenewal, 14, false, day(func(a insight.Summary) accountmap.Date { return a.NextRenewal })},
		{terms.PortfolioRenewals, 14, false, count(func(a insight.Summary) int { return a.Renewals })},
		{terms.PortfolioRenewing, 18, false, amount(func(a insight.Summary) accountmap.Sums { return a.Renewing })},
		{terms.PackOverdue, 10, false, count(func(a insight.Summary) int { return a.Overdue })},
		{terms.PackOpenCases, 12, false, count(func(a insight.Summary) int { return a.OpenCases })},
		{terms.PortfolioFor, 10, false, count(func(a insight.Summary) int { return a.Standing.For })},
		{terms.PortfolioAgainst, 10, false, count(func(a insight.Summary) int { return a.Standing.Against })},
		{terms.PortfolioThreads, 16, false, count(func(a insight.Summary) int { return a.SingleThreads })},
		{terms.PortfolioHealth, 10, false, func(_ *portfolio, a entry) sheet.Value {
			if a.Health.Confidence == 0 {
				return nil
			}
			return sheet.Number(a.Health.Score)
		}},
		{terms.PortfolioMoves, 10, false, count(func(a insight.Summary) int { return a.Moves })},
		{terms.PackSectionReadiness, 13, false, func(p *portfolio, a entry) sheet.Value {
			return sheet.Text(p.words.Text(terms.PackOf, a.Ready, a.Checks))
		}},
	}
}

// ordered returns the orders of the last year by currency, the revenue first.
func ordered(a insight.Summary) accountmap.Sums {
	return append(accountmap.Sums{a.Revenue}, accountmap.Sums(a.Ordered.Amounts).Others(a.Revenue.Currency)...)
}

// amount returns a single sum as a number, several sums as one text, and nil for no sums.
func (p *portfolio) amount(sums accountmap.Sums) sheet.Value {
	switch len(sums) {
	case 0:
		return nil
	case 1:
		return sheetstyle.SheetMoney(sums[0])
	}
	texts := make([]string, len(sums))
	for i, sum := range sums {
		texts[i] = p.words.Money(sum)
	}
	return sheetstyle.CellText(strings.Join(texts, " + "))
}

// widen gives each column the width of the longest word of its head, and of its sums in several
// currencies.
func (p *portfolio) widen(entries []entry) {
	for i := range p.columns {
		c := &p.columns[i]
		c.width = max(c.width, headWidth(p.words.Text(c.head)))
		for _, e := range entries {
			if text, ok := c.value(p, e).(sheet.Text); ok && i >= textColumns {
				c.width = max(c.width, min(sheetstyle.TextWidth(string(text))+sheetstyle.ListPadding, sheetstyle.MostLong))
			}
		}
	}
}

// headWidth returns the width of a column for the longest word of its bold head.
func headWidth(head string) float64 {
	return 1.1*sheetstyle.LongestWord(head) + sheetstyle.ListPadding
}

func (p *portfolio) heads() sheet.Row {
	row := sheet.Row{}
	for i, c := range p.columns {
		style := p.HeadNumber
		if i < textColumns {
			style = p.Head
		}
		row.Cells = append(row.Cells, sheet.Cell{Value: sheetstyle.CellText(p.words.Text(c.head)), Style: style})
	}
	sheetstyle.Fit(&row, p.widths(), 34)
	return row
}

// row returns the row of an account. Texts are aligned left and numbers right, like their heads.
// The name links to the pack.
func (p *portfolio) row(e entry) sheet.Row {
	row := sheet.Row{}
	for i, c := range p.columns {
		style := p.Number
		if i < textColumns {
			style = p.Wrapped
		}
		row.Cells = append(row.Cells, sheet.Cell{Value: c.value(p, e), Style: style})
	}
	name := &row.Cells[0]
	if name.Style = p.Bold; e.pack != "" && name.Value != nil {
		name.Value, name.Style = sheet.Link{Text: accountview.OneLine(e.Profile.Name), Path: e.pack}, p.Link
	}
	sheetstyle.Fit(&row, p.widths(), 20)
	return row
}

func (p *portfolio) widths() []float64 {
	widths := make([]float64, len(p.columns))
	for i, c := range p.columns {
		widths[i] = c.width
	}
	return widths
}

// subtitle returns the number of accounts and the sum of their orders of the last year in each
// currency. The currencies are in the order of the accounts.
func (p *portfolio) subtitle(accounts []entry) string {
	parts := []string{p.words.Count(terms.PortfolioAccounts, len(accounts))}
	var sums accountmap.Sums
	for _, a := range accounts {
		sums = sums.Add(ordered(a.Summary)...)
	}
	for _, sum := range sums {
		parts = append(parts, p.words.Money(sum))
	}
	return strings.Join(parts, "  ·  ")
}
