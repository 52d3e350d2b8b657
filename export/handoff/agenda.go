package handoff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// movesSection lists the next moves, each with its reasons, the people on both sides, the day and
// the amount at stake.
func (p *page) movesSection(s *document.Section) {
	moves := p.Insight().Moves(insight.MoveOptions{})
	heads := p.heads(left(terms.PackToDo), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople), left(terms.PackBy), right(terms.BriefWorth))
	s.Blocks = listed(p, heads, moves, rowsAtMost, "", func(v insight.Move) document.Row {
		by := p.dayCell(v.By)
		if v.Late > 0 {
			by.Lines = []document.Text{{document.Toned{Text: p.day(v.By), Tone: cells.AlarmTone}}}
		}
		factors := v.Why()
		why := strings.Join(p.Words.Whys(p.Map, factors[:min(len(factors), reasonsAtMost)]), " · ")
		return document.Row{
			cells.RowHead(cells.Words(p.Words.Move(p.Map, v)), cells.Muted(why)), p.theirs(v.Contacts[:min(len(v.Contacts), 2)]), p.ours(v.Members[:min(len(v.Members), 2)]), by,
			cells.NumberCell(p.ShortAmounts(v.Worth)),
		}
	})
}

const reasonsAtMost = 3

// firstDays are the usual periods of handoff guides, in days from the start of the handover.
var firstDays = [...]int{30, 60, 90}

// firstDaysSection lists the appointments of the first 30, 60 and 90 days. The days count from the
// start of the handoff. If the start is unknown or more than 90 days ago, they count from the day
// of the page. Earlier appointments are left out. Repeated showings of products are only counted:
// their number would hide the other appointments.
func (p *page) firstDaysSection(s *document.Section) {
	start := cmp.Or(p.Map.Handoff().Start, p.AsOf)
	if start.IsZero() {
		return
	}
	if start.AddDays(firstDays[len(firstDays)-1]).Before(p.AsOf) {
		start = p.AsOf
	}
	heads := []headKey{left(terms.ColumnDate), left(terms.ColumnKind), left(terms.PackWhat), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople)}
	table := &document.Table{Head: p.heads(heads...)}
	from := start
	for _, days := range firstDays {
		to := start.AddDays(days - 1)
		group := p.stretch(from, to, len(heads))
		group.Title = cells.Words(p.Words.Text(terms.PackUntilDay, days, p.Words.Date(to)))
		if len(group.Rows) == 0 {
			none := terms.PackNothingPlanned
			if to.Before(p.AsOf) {
				none = terms.PackDaysOver
			}
			group.Rows = []document.Row{{spanning(p.Words.Text(none), len(heads))}}
		}
		table.Groups = append(table.Groups, group)
		from = to.AddDays(1)
	}
	s.Blocks = []document.Block{table}
}

// appointmentsAtMost is the number of appointments listed for one period; the calendar file has the
// rest.
const appointmentsAtMost = rowsAtMost/len(firstDays) - 2

func (p *page) stretch(from, to accountmap.Date, columns int) document.Group {
	var group document.Group
	again := map[accountmap.ContactID]bool{}
	shown, more := 0, 0
	if from.Before(p.AsOf) {
		from = p.AsOf
	}
	talks := map[string]bool{}
	for _, a := range insight.Agenda(p.Map, from, to) {
		if a.Kind == insight.AgendaCadence { // the calendar has all of its days
			if talks[a.Title] {
				continue
			}
			talks[a.Title] = true
		}
		if a.Kind == insight.AgendaExposure {
			again[a.Contacts[0]] = true
			shown++
			continue
		}
		if len(group.Rows) == appointmentsAtMost {
			more++
			continue
		}
		group.Rows = append(group.Rows, document.Row{
			p.dayCell(a.Date), cells.RowHead(cells.Words(p.Words.AgendaKind(a.Kind))), p.subjectCell(a.Title, accountview.ContractID(a), a.Product, a.Unit),
			p.appointmentPeople(a), p.ours(a.Members),
		})
	}
	if more > 0 {
		group.Rows = append(group.Rows, document.Row{spanning(p.Words.Count(terms.MapMore, more), columns)})
	}
	if shown > 0 && !p.Client {
		what := cells.TextCell(p.Words.Count(terms.PackShowAgain, shown, p.Words.Count(terms.MapPeople, len(again))))
		what.Colspan = 3
		group.Rows = append(group.Rows, document.Row{{}, cells.RowHead(cells.Words(p.Words.AgendaKind(insight.AgendaExposure))), what})
	}
	return group
}

// attentionSection lists overdue entries, the longest delay first, and changed orders with the
// person to ask.
func (p *page) attentionSection(s *document.Section) {
	var blocks []document.Block
	if p.Figures().Overdue > 0 {
		blocks = append(blocks, cells.Titled("overdue", p.Words.Text(terms.PackOverdue)+": "+p.Words.Number(p.Figures().Overdue), p.overdueTable()))
	}
	if alerts := p.Insight().Alerts(insight.Thresholds{}); len(alerts) > 0 {
		blocks = append(blocks, cells.Titled("alerts", p.Words.Text(terms.PackOrderAlerts), p.alertTable(alerts)))
	}
	if len(blocks) == 0 && p.AsOf.IsZero() {
		blocks = append(blocks, p.note(terms.PackDayUnknown)) // nothing can be late
	}
	s.Blocks = blocks
}

// overdueTable lists overdue entries. Many surveys share one row.
func (p *page) overdueTable() document.Block {
	late, surveys := p.LateRows()
	table := &document.Table{Head: p.heads(left(terms.ColumnKind), left(terms.PackWhat), left(terms.ColumnDue), right(terms.JudgedDaysLate),
		left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople))}
	rows := rowsOf(late, func(o accountmap.Overdue) document.Row {
		due := p.dayCell(o.Due)
		if o.Due.IsZero() && len(o.Reasons) > 0 {
			due = cells.Cell(cells.Muted(p.Words.Reason(o.Reasons[0])))
		}
		people := document.Cell{}
		if !o.AmongUs() {
			people = p.theirs(accountview.Known(o.Contact))
		}
		return document.Row{
			cells.RowHead(cells.Words(p.Words.OverdueKind(o.Kind))), p.subjectCell(o.Title, o.ID, o.Product, o.Unit), due, p.countCell(o.Days),
			people, p.ours(accountview.Known(o.Member)),
		}
	})
	if len(surveys) > 0 {
		contacts, members := p.SurveyPeople(surveys)
		rows = append(rows, document.Row{
			cells.RowHead(cells.Words(p.Words.OverdueKind(accountmap.OverdueSurvey) + ": " + p.Words.Number(len(surveys)))), cells.TextCell(p.SurveyUnits(surveys)),
			cells.Cell(cells.Muted(p.Words.Reason(surveys[0].Reasons[0]))), p.countCell(surveys[0].Days), p.theirs(contacts), p.ours(members),
		})
	}
	table.Groups = []document.Group{{Rows: rows}}
	return table
}

// appointmentPeople returns the client's people of an appointment, and a blank cell for an internal
// appointment.
func (p *page) appointmentPeople(a insight.Appointment) document.Cell {
	if a.AmongUs() {
		return document.Cell{}
	}
	return p.theirs(a.Contacts)
}

// subjectCell returns the title or the number of an entry, with its product and unit below.
func (p *page) subjectCell(title, id string, product accountmap.ProductID, unit accountmap.UnitID) document.Cell {
	place := p.productAndUnit(product, unit)
	if title = cmp.Or(accountview.OneLine(title), id); title == "" {
		return cells.TextCell(place)
	}
	return cells.Cell(cells.Words(title), cells.Muted(place))
}

// productAndUnit returns "Core · Mill", or only the known one of the two.
func (p *page) productAndUnit(product accountmap.ProductID, unit accountmap.UnitID) string {
	return strings.Trim(p.ProductName(product)+" · "+p.UnitName(unit), " ·")
}

func (p *page) alertTable(alerts []insight.Alert) document.Block {
	table := &document.Table{Head: p.heads(left(terms.PackWhat), left(terms.ColumnReason), left(terms.ColumnLastOrder), right(terms.JudgedWorth),
		left(terms.PackAsk), left(terms.ColumnOurPeople), left(terms.ColumnDue))}
	for list := range chunksBy(alerts, func(a insight.Alert) insight.AlertSeverity { return a.Severity }) {
		rows := rowsOf(list, func(a insight.Alert) document.Row {
			return document.Row{
				cells.RowHead(cells.Words(p.ProductName(a.Product)), cells.Muted(p.UnitName(a.Unit))), cells.Cell(cells.Words(p.Words.Reason(a.Reason)), cells.Muted(p.alertDetail(a))),
				p.dayCell(a.Last), p.amountCell(a.AtRisk), p.theirs(a.Call), p.ours(accountview.Known(a.Member)), p.dayCell(a.By),
			}
		})
		table.Groups = append(table.Groups, document.Group{Title: cells.Words(p.Words.AlertSeverity(list[0].Severity)), Rows: rows})
	}
	return table
}

// alertDetail returns the figure of an alert: the days without an order, or the change from the
// usual amount.
func (p *page) alertDetail(a insight.Alert) string {
	switch a.Reason {
	case accountmap.ReasonSilent:
		return p.Words.Text(terms.PackSilence, a.Silent, p.Words.Decimal(a.Every, 0))
	case accountmap.ReasonFirstOrder:
		return ""
	}
	return p.Words.Text(terms.PackFewer, p.Words.Decimal(a.Quantity, 1), p.Words.Decimal(a.Usual, 1))
}

// nextTimes is the number of coming dates listed for a regular talk, and calendarDays is the number
// of days from which they are taken.
const (
	nextTimes    = 2
	calendarDays = 731
)

// calendarSection lists the regular talks of both sides, with their coming dates.
func (p *page) calendarSection(s *document.Section) {
	heads := p.heads(left(terms.PackTalk), left(terms.ColumnChannel), left(terms.PackEvery), left(terms.PackNextTimes), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople))
	s.Blocks = listed(p, heads, slices.Collect(p.Map.Cadences()), rowsAtMost, p.sheetOf(s.ID), func(c accountmap.Cadence) document.Row {
		return document.Row{
			cells.RowHead(cells.Words(accountview.OneLine(c.Title))), cells.TextCell(accountview.OrBlank(p.Words.Channel, c.Channel)), cells.TextCell(p.Every(c.Every)),
			cells.NameLines(p.nextTimes(c), p.day), p.people(c.Contacts), p.members(c.Members),
		}
	})
}

func (p *page) nextTimes(c accountmap.Cadence) (days []accountmap.Date) {
	if p.AsOf.IsZero() {
		return nil
	}
	for day := range c.Occurrences(p.AsOf, p.AsOf.AddDays(calendarDays)) {
		if days = append(days, day); len(days) == nextTimes {
			break
		}
	}
	return days
}
