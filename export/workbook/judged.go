package workbook

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
)

// A block is a table with a title. A sheet of findings has several blocks, one below another.
type block struct {
	title string
	heads []terms.Key
	rows  [][]sheet.Cell
	// most limits the rows; zero means no limit. The sheet rest has the other rows, if it is not
	// empty.
	most int
	rest string
}

// fillMoves adds the next moves, overdue entries, and changed orders.
func (b *book) fillMoves(s *sheet.Sheet) {
	b.fillBlocks(s, []float64{50, 28, 26, 15, 17, 16, 70, 30}, b.moveBlock(), b.lateBlock(), b.alertBlock())
}

func (b *book) fillPace(s *sheet.Sheet) {
	b.fillBlocks(s, []float64{30, 26, 22, 14, 14, 18, 18, 18, 18, 36}, b.targetBlock(), b.healthBlock())
}

// fillPeople adds the people whose agreement is missing for open deals, and the last talk with each
// person.
func (b *book) fillPeople(s *sheet.Sheet) {
	b.fillBlocks(s, []float64{30, 26, 15, 10, 15, 24, 26, 46, 26}, b.dealBlock(), b.touchBlock())
}

func (b *book) fillBlocks(s *sheet.Sheet, widths []float64, blocks ...block) {
	s.Rows = b.TitleRows(b.Words.Text(terms.SheetsTitle, b.ClientName(), s.Name), b.Subtitle())
	for _, w := range widths {
		s.Columns = append(s.Columns, sheet.Column{Width: w})
	}
	var heads []int
	for _, k := range blocks {
		if len(k.rows) == 0 {
			continue
		}
		heads = append(heads, len(s.Rows))
		s.Rows = append(s.Rows, sheet.Row{Height: 24, Cells: []sheet.Cell{{Value: sheetstyle.CellText(k.title), Style: b.Question}}})
		head := sheet.Row{Height: 20}
		for i, h := range k.heads {
			style := b.Head
			if k.rows[0][i].Style == b.Number {
				style = b.HeadNumber
			}
			head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(b.Words.Text(h)), Style: style})
		}
		sheetstyle.Fit(&head, widths, 20)
		s.Rows = append(s.Rows, head)
		shown := len(k.rows)
		if k.most > 0 {
			shown = min(shown, k.most)
		}
		for _, found := range k.rows[:shown] {
			row := sheet.Row{Cells: found}
			sheetstyle.Fit(&row, widths, 17)
			row.Height -= cells.RowSaving
			s.Rows = append(s.Rows, row)
		}
		if more := len(k.rows) - shown; more > 0 {
			text := b.Words.Count(terms.MapMore, more)
			if k.rest != "" {
				text = b.Words.Count(terms.WorkbookRest, more, k.rest)
			}
			s.Rows = append(s.Rows, sheet.Row{Height: 18, Cells: []sheet.Cell{{Value: sheet.Text(text), Style: b.Quiet}}})
		}
		s.Rows = append(s.Rows, sheet.Row{Height: 12})
	}
	for i := range s.Columns {
		s.Columns[i].Width = max(s.Columns[i].Width, sheetstyle.WidestNumber(s.Rows, i)+sheetstyle.ListPadding)
	}
	b.hideIf(len(heads) == 0, s)
	s.Print = sheet.Print{Landscape: true, PagesWide: 1, Footer: b.Footer(b.tab(s)), PageNumbers: true}
	if len(heads) == 0 {
		s.Rows = append(s.Rows, sheet.Row{Height: 19, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.SheetsNothing)), Style: b.Quiet}}})
		return
	}
	s.Print.Breaks = cells.BreaksBefore(s, heads, cells.PrintedPage(s), 0)
}

// The limits for the rows of the blocks.
const (
	maxRows    = 25
	maxTouches = 16
	maxTargets = 40
	maxDeals   = 12
)

func (b *book) moveBlock() block {
	k := block{b.Words.Text(terms.JudgedMovesTable), []terms.Key{terms.JudgedWhat, terms.ColumnTheirPeople, terms.ColumnOurPeople, terms.JudgedBy, terms.JudgedDaysLate,
		terms.JudgedWorth, terms.JudgedWhy, terms.JudgedKey}, nil, 0, ""}
	for _, v := range b.Insight().Moves(insight.MoveOptions{}) {
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(accountview.OneLine(b.Words.Move(b.Map, v))), b.TextCell(b.OrNobody(b.Words.Contacts(b.Map, v.Contacts))),
			b.TextCell(b.OrNobody(b.Words.Members(b.Map, v.Members))), b.DateCell(v.By), b.countCell(v.Late), b.MoneyCell(v.Worth...),
			b.TextCell(strings.Join(b.Words.Whys(b.Map, v.Why()), " · ")), b.TextCell(v.Key)})
	}
	return k
}

func (b *book) countCell(n int) sheet.Cell {
	if n == 0 {
		return sheet.Cell{Style: b.Number}
	}
	return b.NumberCell(n)
}

func (b *book) lateBlock() block {
	k := block{b.Words.Text(terms.JudgedLate), []terms.Key{terms.JudgedWhat, terms.ColumnTheirPeople, terms.ColumnOurPeople, terms.JudgedBy, terms.JudgedDaysLate,
		terms.ColumnKind, terms.ColumnUnit}, nil, maxRows, ""}
	late, surveys := b.LateRows()
	for _, o := range late {
		title := o.Title
		if title == "" {
			title = strings.Trim(b.ProductName(o.Product)+" · "+o.ID, " ·")
		}
		if title == "" {
			title = cmp.Or(b.UnitName(o.Unit), b.Words.OverdueKind(o.Kind))
		}
		theirs := b.OrNobody(b.Words.Contacts(b.Map, accountview.Known(o.Contact)))
		if o.AmongUs() {
			theirs = ""
		}
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(accountview.OneLine(title)), b.TextCell(theirs),
			b.TextCell(b.OrNobody(b.Words.Members(b.Map, accountview.Known(o.Member)))), b.DateCell(o.Due), b.countCell(o.Days), b.TextCell(b.Words.OverdueKind(o.Kind)), b.TextCell(b.UnitName(o.Unit))})
	}
	if len(surveys) > 0 {
		contacts, members := b.SurveyPeople(surveys)
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(b.Words.OverdueKind(accountmap.OverdueSurvey) + ": " + b.Words.Number(len(surveys))),
			b.TextCell(b.OrNobody(b.Words.Contacts(b.Map, contacts))), b.TextCell(b.OrNobody(b.Words.Members(b.Map, members))), b.DateCell(surveys[0].Due), b.countCell(surveys[0].Days),
			b.TextCell(b.Words.OverdueKind(accountmap.OverdueSurvey)), b.TextCell(b.SurveyUnits(surveys))})
	}
	return k
}

// alertBlock returns the changed orders, with the person to ask, our colleague, and the deadline.
func (b *book) alertBlock() block {
	k := block{b.Words.Text(terms.PackOrderAlerts), []terms.Key{terms.JudgedWhat, terms.ColumnTheirPeople, terms.ColumnOurPeople, terms.JudgedBy, terms.ColumnSeverity,
		terms.JudgedWorth, terms.JudgedWhy}, nil, maxRows, b.ListName("orders")}
	for _, a := range b.Insight().Alerts(insight.Thresholds{}) {
		severity := b.TextCell(b.Words.AlertSeverity(a.Severity))
		if a.Severity == insight.AlertAlarming {
			severity.Style = b.Alarm
		}
		why := b.Words.Reason(a.Reason)
		switch a.Reason {
		case accountmap.ReasonSilent:
			why += " · " + b.Words.Text(terms.PackSilence, a.Silent, b.Words.Decimal(a.Every, 0))
		case accountmap.ReasonFewer, accountmap.ReasonMore:
			why += " · " + b.Words.Text(terms.PackFewer, b.Words.Decimal(a.Quantity, 1), b.Words.Decimal(a.Usual, 1))
		}
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(b.ProductName(a.Product) + " · " + b.UnitName(a.Unit)), b.TextCell(b.OrNobody(b.Words.Contacts(b.Map, a.Call))),
			b.TextCell(b.OrNobody(b.Words.Members(b.Map, accountview.Known(a.Member)))), b.DateCell(a.By), severity, b.MoneyCell(a.AtRisk...), b.TextCell(why)})
	}
	return k
}

// targetBlock returns each target and budget: the reached share next to the elapsed share of the
// period, and the forecast.
func (b *book) targetBlock() block {
	k := block{b.Words.Text(terms.TargetsTitle), []terms.Key{terms.ColumnUnit, terms.ColumnProduct, terms.JudgedPeriod, terms.TargetsShare, terms.TargetsElapsed,
		terms.ColumnTarget, terms.JudgedOrdered, terms.TargetsEnd, terms.ColumnBudget, terms.ColumnState}, nil, maxTargets, b.ListName("targets")}
	for _, a := range b.Insight().Paces() {
		unit := b.UnitName(a.Target.Unit)
		if a.Target.Unit == "" {
			unit = b.ClientName()
		}
		reached, elapsed, ordered := sheet.Cell{Style: b.Number}, sheet.Cell{Style: b.Number}, sheet.Cell{Style: b.Number}
		state := b.TextCell(b.Words.Text(terms.TargetsNotBegun))
		if a.Begun {
			if share, known := a.Share(); known {
				reached.Value = sheet.Percent(share)
			}
			elapsed.Value, ordered = sheet.Percent(a.Elapsed), b.MoneyCell(a.Ordered)
			state = b.paceCell(a)
		}
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(unit), b.TextCell(b.ProductName(a.Target.Product)), b.TextCell(string(a.Target.Period)),
			reached, elapsed, b.MoneyCell(a.Target.Sales), ordered, b.MoneyCell(a.End), b.MoneyCell(a.Target.Budget), state})
	}
	return k
}

func (b *book) paceCell(a insight.Pace) sheet.Cell {
	var states []string
	for _, reason := range a.Reasons {
		states = append(states, b.Words.Reason(reason))
	}
	if a.OnCourse() {
		states = append(states, b.Words.Text(terms.TargetsOnCourse, b.Words.Percent(a.Expected)))
	}
	if a.Unvalued > 0 {
		states = append(states, b.Words.Count(terms.TargetsUnvalued, a.Unvalued))
	}
	return b.TextCell(strings.Join(states, " · "))
}

func (b *book) healthBlock() block {
	h := b.Insight().Health(nil, insight.HealthOptions{})
	if h.Confidence == 0 {
		return block{}
	}
	title := b.Words.Text(terms.JudgedHealth, h.Score, b.Words.Percent(h.Confidence))
	for _, c := range h.Caps {
		title += "  ·  " + b.Words.Text(terms.JudgedCap, c.Max, b.Words.Why(b.Map, c.Factor))
	}
	k := block{title, []terms.Key{terms.JudgedHealthPart, terms.JudgedScore, terms.JudgedWeight, terms.JudgedKnown}, nil, 0, ""}
	for _, p := range h.Parts {
		score := sheet.Cell{Style: b.Number}
		if p.Known > 0 {
			score.Value = sheet.Number(int(math.Round(p.Score)))
		}
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(b.Words.HealthAspect(p.Aspect)), score, b.NumberCell(p.Weight), {Value: sheet.Percent(p.Known), Style: b.Number}})
	}
	return k
}

func (b *book) touchBlock() block {
	k := block{b.Words.Text(terms.JudgedTouch), []terms.Key{terms.ColumnContact, terms.ColumnUnit, terms.ColumnStance, terms.ColumnPower, terms.JudgedLast,
		terms.JudgedSince, terms.JudgedUsual, terms.JudgedWhy, terms.ColumnOwner}, nil, maxTouches, b.ListName("contacts")}
	for _, t := range b.Insight().Touches(insight.TouchOptions{}) {
		c, _ := b.Map.Contact(t.Contact)
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(accountview.OneLine(c.Name)), b.TextCell(b.UnitName(c.Unit)), b.StanceCell(c.Stance), b.PowerCell(c.Power),
			b.DateCell(t.Last), b.countCell(t.Days), b.countCell(int(math.Round(t.Every))), b.TextCell(strings.Join(b.Words.Whys(b.Map, t.Factors), " · ")),
			b.TextCell(b.Words.Members(b.Map, accountview.Known(c.Owner)))})
	}
	return k
}

// dealBlock returns a row for each person whose agreement is missing for open deals, with the units
// of these deals.
func (b *book) dealBlock() block {
	k := block{b.Words.Text(terms.JudgedDeals), []terms.Key{terms.JudgedNo, terms.ColumnUnit, terms.ColumnStance, terms.ColumnPower, terms.JudgedWorth,
		terms.ColumnRoles, terms.JudgedCanGet, terms.JudgedDealsOf}, nil, maxDeals, b.ListName("contacts")}
	type waiting struct {
		accountmap.Approver
		units []string
		worth accountmap.Sums
	}
	var people []*waiting
	at := map[accountmap.ContactID]*waiting{}
	for _, d := range b.Insight().Deals(0) {
		for _, v := range d.Open {
			w := at[v.Contact]
			if w == nil {
				w = &waiting{Approver: v}
				at[v.Contact] = w
				people = append(people, w)
			}
			w.units, w.worth = append(w.units, b.UnitName(d.Unit)), w.worth.Add(d.Worth...)
		}
	}
	slices.SortStableFunc(people, func(x, y *waiting) int { return cmp.Compare(b.own(y.worth), b.own(x.worth)) })
	for _, w := range people {
		c, _ := b.Map.Contact(w.Contact)
		var allies []accountmap.ContactID
		for _, a := range w.Allies {
			allies = append(allies, a.Contact)
		}
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(accountview.OneLine(c.Name)), b.TextCell(b.UnitName(c.Unit)), b.StanceCell(w.Stance), b.PowerCell(c.Power),
			b.MoneyCell(w.worth...), b.TextCell(b.Words.Roles(w.Roles)),
			b.TextCell(b.Words.Contacts(b.Map, allies)), b.TextCell(b.Few(w.units, 3))})
	}
	return k
}
