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

// The days back and ahead in the client's update, and the days ahead in the internal report.
const (
	updateBack  = 92
	updateAhead = 62
	reportAhead = 31
)

// The client's update and the internal report have two printed pages each. Their lists have at most
// tasksAtMost rows, and fewer if the pages would not hold them.
const (
	tasksAtMost  = 10
	tasksAtLeast = 2
	updateRoom   = 2*cells.PageHeight - 190 // without the title, and the contents at the foot
	reportRoom   = 2*cells.PageHeight - 250 // without the additional height of its headings
)

// updateSection makes the client's update: tasks done and due, changes, and the next dates, with
// the people on both sides. With an earlier account, done tasks count from its day.
func (p *page) updateSection(s *document.Section) {
	if !p.Client || p.AsOf.IsZero() {
		return
	}
	s.Lead = true
	from := p.AsOf.AddDays(-updateBack)
	if p.since != nil {
		from = cmp.Or(p.since.Profile().AsOf, from)
	}
	done, due, ahead := p.tasksDone(from), p.tasksDue(), p.tasksAhead(updateAhead)
	var changes accountmap.Changes
	if p.since != nil {
		changes = accountmap.Compare(p.since, p.Map)
	}
	fit(s, updateRoom, func(most int) []document.Block {
		blocks := slices.Concat(p.tasks("update-done", terms.UpdateDone, done, most), p.tasks("update-due", terms.UpdateDue, due, most))
		if p.since != nil {
			blocks = append(blocks, cells.Titled("update-changed", p.Words.Text(terms.ReportChanged), slices.Concat(p.sinceDay(), p.orderedSince(changes), p.changeTable(p.changed(done, slices.Concat(due[:min(len(due), most)], ahead[:min(len(ahead), most)])), most))...))
		}
		return append(blocks, p.tasks("update-next", terms.UpdateNext, ahead, most)...)
	})
}

// sinceSection makes the internal report on the time since the earlier account of the options:
// orders, meetings, promises made and kept, changes, and the next dates.
func (p *page) sinceSection(s *document.Section) {
	if p.since == nil {
		return
	}
	from, c, ahead := p.since.Profile().AsOf, accountmap.Compare(p.since, p.Map), p.tasksAhead(reportAhead)
	talks, promises := p.talksSince(c), p.promisedSince(c)
	var kept []task
	if !from.IsZero() && !p.AsOf.IsZero() {
		kept = p.tasksDone(from)
	}
	promises = without(promises, kept)
	changed := p.changed(slices.Concat(talks, promises, kept), nil)
	fit(s, reportRoom, func(most int) []document.Block {
		blocks := p.sinceDay()
		if ordered := p.orderedSince(c); ordered != nil {
			blocks = append(blocks, cells.Titled("since-ordered", p.Words.Text(terms.ReportOrdered), append(ordered, p.newOrders(c, most)...)...))
		}
		blocks = slices.Concat(blocks, p.tasks("since-met", terms.ReportMet, talks, most), p.tasks("since-promised", terms.ReportPromised, promises, most),
			p.tasks("since-kept", terms.ReportKept, kept, most))
		blocks = append(blocks, cells.Titled("since-changed", p.Words.Text(terms.ReportChanged), p.changeTable(changed, 2*most)...))
		return append(blocks, p.tasks("since-next", terms.ReportNext, without(ahead, promises[:min(len(promises), most)]), most)...)
	})
}

// fit fills a section with the longest lists that fit a height.
func fit(s *document.Section, room float64, blocks func(most int) []document.Block) {
	for most := tasksAtMost; most >= tasksAtLeast; most-- {
		if s.Blocks = blocks(most); cells.Height(s) <= room {
			return
		}
	}
}

func (p *page) sinceDay() []document.Block {
	if before := p.since.Profile().AsOf; !before.IsZero() {
		return []document.Block{p.note(terms.PackSinceDay, before)}
	}
	return nil
}

// entry identifies the entry of a task: a promise has one heading, although it may be new, due and
// kept.
type entry struct {
	day   accountmap.Date
	title string
}

func entriesOf(tasks []task) map[entry]bool {
	listed := map[entry]bool{}
	for _, x := range tasks {
		listed[entry{x.day, x.title}] = true
	}
	return listed
}

// without returns the tasks that another list does not have.
func without(tasks, others []task) []task {
	listed := entriesOf(others)
	return slices.DeleteFunc(slices.Clone(tasks), func(x task) bool { return listed[entry{x.day, x.title}] })
}

// changed lists the changes since the earlier account, except for orders, which have their own
// sums, for the entries of done tasks, and for new entries that are planned tasks. Those have lists
// of their own.
func (p *page) changed(done, planned []task) []terms.Change {
	listed, ahead := entriesOf(done), entriesOf(planned)
	return p.Words.ChangeList(p.since, p.Map, func(c accountmap.Change[any]) bool {
		var e entry
		switch x := c.After.(type) {
		case accountmap.Order:
			return true
		case accountmap.Communication:
			e = entry{x.Date, x.Subject}
		case accountmap.Commitment:
			e = entry{x.Due, x.Text}
		case accountmap.Milestone:
			e = entry{x.Due, x.Title}
		case accountmap.Case:
			e = entry{x.Closed, x.Summary}
		}
		return listed[e] || c.Kind == accountmap.ChangeAdded && ahead[e]
	})
}

// changeTable lists the first changes in groups by list, or has a sentence if there are none.
func (p *page) changeTable(changes []terms.Change, most int) []document.Block {
	if len(changes) == 0 {
		return []document.Block{p.note(terms.PackNoChange)}
	}
	table := &document.Table{Head: p.heads(left(terms.PackWhat), left(terms.PackChange), left(terms.PackDetails))}
	for list := range chunksBy(changes, func(c terms.Change) string { return c.List }) {
		table.Groups = append(table.Groups, document.Group{Title: cells.Words(p.Words.Field("", list[0].List)), Rows: rowsOf(list, p.changeRow)})
	}
	p.boundTable(table, most, "")
	return withWidths([]document.Block{table}, 9, 3, 10)
}

// editsAtMost limits the listed edited values of an entry.
const editsAtMost = 4

// changeRow returns a changed entry with its kind of change and its changed values.
func (p *page) changeRow(c terms.Change) document.Row {
	kind, tone := terms.PackEdited, cells.StanceTone(accountmap.StanceSceptic)
	switch c.Kind {
	case accountmap.ChangeAdded:
		kind, tone = terms.PackAdded, cells.StanceTone(accountmap.StanceChampion)
	case accountmap.ChangeRemoved:
		kind, tone = terms.PackRemoved, cells.AlarmTone
	}
	name, edits := c.Name, c.Edits
	if c.Count > 0 {
		name = p.Words.Many(c)
	}
	if !c.Left.IsZero() {
		edits = append([]string{p.Words.Leaving(accountmap.Contact{Left: c.Left}, p.AsOf, p.day)}, edits...)
	}
	details := cells.NameLines(edits, strings.TrimSpace)
	details.Lines = p.boundLines(details.Lines, editsAtMost)
	return document.Row{cells.RowHead(cells.Words(name)), p.chipCell(p.Words.Text(kind), tone), details}
}

// orderedSince sums the new orders. It returns nil without new orders.
func (p *page) orderedSince(c accountmap.Changes) []document.Block {
	ordered := c.Ordered()
	if ordered.Lines == 0 {
		return nil
	}
	text := p.Words.Count(terms.HandoffOrderLines, ordered.Lines)
	for _, m := range ordered.Amounts {
		text += " · " + p.Words.Money(m)
	}
	return []document.Block{&document.Paragraph{Text: document.Text{document.Strong(p.Words.Text(terms.PackNewOrders)), document.Plain(" " + text)}}}
}

func (p *page) newOrders(c accountmap.Changes, most int) []document.Block {
	var orders []accountmap.Order
	for _, o := range accountmap.Changed[accountmap.Order](c) {
		if o.Kind == accountmap.ChangeAdded && o.After.Status != accountmap.OrderCancelled {
			orders = append(orders, o.After)
		}
	}
	slices.SortStableFunc(orders, func(a, b accountmap.Order) int { return cmp.Compare(p.ownMinor(b.Amount), p.ownMinor(a.Amount)) })
	heads := p.heads(left(terms.ColumnDate), left(terms.ColumnProduct), left(terms.ColumnUnit), right(terms.ColumnAmount))
	blocks := listed(p, heads, orders, most, p.sheetOf("sold"), func(o accountmap.Order) document.Row {
		return document.Row{p.dayCell(o.Date), cells.RowHead(cells.Words(p.ProductName(o.Product))), cells.TextCell(p.UnitName(o.Unit)), p.moneyCell(o.Amount)}
	})
	return withWidths(blocks, 3, 7, 7, 4)
}

// withWidths sets the column widths of the first block, a table, if there is one, and removes its
// empty columns.
func withWidths(blocks []document.Block, widths ...int) []document.Block {
	if len(blocks) > 0 {
		table := blocks[0].(*document.Table)
		table.Widths = widths
		dropEmptyColumns(table)
	}
	return blocks
}

// A task is a completed or planned task, with the day and the people on both sides.
type task struct {
	day      accountmap.Date
	kind     string
	title    string
	contacts []accountmap.ContactID
	members  []accountmap.MemberID
	late     bool
}

// The limits for the letters of a task's title, and for the named people on each side.
const (
	taskLetters = 110
	taskPeople  = 3
)

func (p *page) tasks(id string, title terms.Key, tasks []task, most int) []document.Block {
	heads := p.heads(left(terms.ColumnDate), left(terms.PackWhat), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople))
	blocks := listed(p, heads, tasks, most, "", func(x task) document.Row {
		day := p.dayCell(x.day)
		if x.late {
			day.Lines = append(day.Lines, document.Text{cells.Chip(p.Words.Text(terms.ViewsIsLate), cells.AlarmTone)})
		}
		theirs, ours := p.people(x.contacts), p.members(x.members)
		theirs.Lines, ours.Lines = p.boundLines(theirs.Lines, taskPeople), p.boundLines(ours.Lines, taskPeople)
		return document.Row{day, cells.RowHead(cells.Words(cells.Short(x.title, taskLetters)), cells.Muted(x.kind)), theirs, ours}
	})
	if len(blocks) == 0 {
		return nil
	}
	return []document.Block{cells.Titled(id, p.Words.Text(title), withWidths(blocks, 3, 9, 5, 5)...)}
}

// tasksDone lists the reached milestones, kept promises and settled cases since a day, the latest
// first. A kept promise has no date of its own, so its due date counts.
func (p *page) tasksDone(from accountmap.Date) []task {
	recent := func(d accountmap.Date) bool { return !d.IsZero() && !d.Before(from) && !p.AsOf.Before(d) }
	var list []task
	for m := range p.Map.Milestones() {
		if m.Status == accountmap.MilestoneDone && recent(m.Due) {
			list = append(list, task{m.Due, p.Words.AgendaKind(insight.AgendaMilestone), m.Title, accountview.Known(m.Contact), accountview.Known(m.Owner), false})
		}
	}
	for c := range p.Map.Commitments() {
		if c.Status == accountmap.CommitmentKept && recent(c.Due) {
			list = append(list, task{c.Due, p.Words.AgendaKind(insight.AgendaPromise), c.Text, accountview.Known(c.To), accountview.Known(c.By), false})
		}
	}
	for c := range p.Map.Cases() {
		if !c.IsOpen() && recent(c.Closed) {
			list = append(list, task{c.Closed, p.Words.CaseKind(c.Kind), c.Summary, accountview.Known(c.Contact), accountview.Known(c.Owner), false})
		}
	}
	slices.SortStableFunc(list, func(a, b task) int { return b.day.Compare(a.day) })
	return list
}

// talksSince lists the new talks with the client, the latest first.
func (p *page) talksSince(c accountmap.Changes) []task {
	var list []task
	for _, x := range accountmap.Changed[accountmap.Communication](c) {
		if x.Kind == accountmap.ChangeAdded && len(x.After.Contacts) > 0 {
			list = append(list, task{x.After.Date, accountview.OrBlank(p.Words.Channel, x.After.Channel), x.After.Subject, x.After.Contacts, x.After.Members, false})
		}
	}
	slices.SortStableFunc(list, func(a, b task) int { return b.day.Compare(a.day) })
	return list
}

// promisedSince lists the new promises, the earliest due first.
func (p *page) promisedSince(c accountmap.Changes) []task {
	var list []task
	for _, x := range accountmap.Changed[accountmap.Commitment](c) {
		if x.Kind == accountmap.ChangeAdded {
			list = append(list, task{x.After.Due, p.Words.AgendaKind(insight.AgendaPromise), x.After.Text, accountview.Known(x.After.To), accountview.Known(x.After.By), x.After.IsOpen() && p.past(x.After.Due)})
		}
	}
	slices.SortStableFunc(list, func(a, b task) int { return cells.CompareDue(a.day, b.day) })
	return list
}

// tasksDue lists overdue tasks, the longest delay first.
func (p *page) tasksDue() []task {
	var list []task
	for _, o := range p.Map.Overdue(p.AsOf, accountmap.Deadlines{}) {
		if o.Kind == accountmap.OverdueSurvey {
			continue
		}
		title := cmp.Or(accountview.OneLine(o.Title), p.productAndUnit(o.Product, o.Unit), o.ID)
		list = append(list, task{o.Due, p.Words.OverdueKind(o.Kind), title, accountview.Known(o.Contact), accountview.Known(o.Member), true})
	}
	return list
}

// tasksAhead lists the appointments of the next days. A recurring talk is listed once, with its
// next day.
func (p *page) tasksAhead(days int) []task {
	if p.AsOf.IsZero() {
		return nil
	}
	var list []task
	talks := map[string]bool{}
	for _, a := range insight.Agenda(p.Map, p.AsOf, p.AsOf.AddDays(days)) {
		if a.Kind == insight.AgendaExposure || a.Kind == insight.AgendaCadence && talks[a.Title] {
			continue
		}
		talks[a.Title] = talks[a.Title] || a.Kind == insight.AgendaCadence
		title := cmp.Or(accountview.OneLine(a.Title), p.productAndUnit(a.Product, a.Unit), accountview.ContractID(a), p.Words.AgendaKind(a.Kind))
		list = append(list, task{a.Date, p.Words.AgendaKind(a.Kind), title, a.Contacts, a.Members, false})
	}
	return list
}
