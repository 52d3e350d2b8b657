package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// The time that an update looks back and ahead, in days, and the lengths of its lists.
const (
	updateBack   = 92
	updateAhead  = 62
	updateAtMost = 10
)

// updateSection is the client's update: what was done, what is due, and the next dates, with the
// people on both sides. With an earlier account, what was done is counted from its day.
func (p *page) updateSection(s *document.Section) {
	if !p.Client || p.AsOf.IsZero() {
		return
	}
	s.Lead = true
	from := p.AsOf.AddDays(-updateBack)
	if p.since != nil && !p.since.Profile().AsOf.IsZero() {
		from = p.since.Profile().AsOf
	}
	p.addTask(s, "done", terms.UpdateDone, p.tasksDone(from))
	p.addTask(s, "due", terms.UpdateDue, p.tasksDue())
	if p.since != nil {
		if table := p.changeTable(p.changes(), updateAtMost); len(table.Groups) > 0 {
			s.Blocks = append(s.Blocks, titled(s.ID+"-changed", p.Words.Text(terms.ReportChanged), table))
		}
	}
	p.addTask(s, "next", terms.UpdateNext, p.tasksAhead(updateAhead))
}

// A task is something done or to be done, with the day, and the people on both sides.
type task struct {
	day      accountmap.Date
	kind     string
	title    string
	contacts []accountmap.ContactID
	members  []accountmap.MemberID
	late     bool
}

// addTask adds a list of tasks, the most important of which are at its head.
func (p *page) addTask(s *document.Section, id string, title terms.Key, tasks []task) {
	if len(tasks) == 0 {
		return
	}
	table := &document.Table{Head: p.heads(left(terms.ColumnDate), left(terms.PackWhat), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople))}
	var group document.Group
	for _, x := range tasks[:min(len(tasks), updateAtMost)] {
		day := p.dayCell(x.day)
		if x.late {
			day.Lines = append(day.Lines, document.Text{document.Chip{Text: p.Words.Text(terms.HandoffOverdue), Tone: alarmTone}})
		}
		group.Rows = append(group.Rows, document.Row{day, rowHead(words(accountview.OneLine(x.title)), muted(x.kind)), p.people(x.contacts), p.members(x.members)})
	}
	table.Groups = []document.Group{group}
	if more := len(tasks) - updateAtMost; more > 0 {
		table.Foot = []document.Row{p.restRow(more, 4, "")}
	}
	s.Blocks = append(s.Blocks, titled(s.ID+"-"+id, p.Words.Text(title), table))
}

// tasksDone lists the milestones reached, promises kept and cases settled from a day on, the latest
// first. A promise has no day on which it was kept: the day is when it was due.
func (p *page) tasksDone(from accountmap.Date) []task {
	recent := func(d accountmap.Date) bool { return !d.IsZero() && !d.Before(from) && !p.AsOf.Before(d) }
	var list []task
	for m := range p.Map.Milestones() {
		if m.Status == accountmap.MilestoneDone && recent(m.Due) {
			list = append(list, task{m.Due, p.Words.AgendaKind(insight.AgendaMilestone), m.Title, idOf(m.Contact), idOf(m.Owner), false})
		}
	}
	for c := range p.Map.Commitments() {
		if c.Status == accountmap.CommitmentKept && recent(c.Due) {
			list = append(list, task{c.Due, p.Words.AgendaKind(insight.AgendaPromise), c.Text, idOf(c.To), idOf(c.By), false})
		}
	}
	for c := range p.Map.Cases() {
		if !c.IsOpen() && recent(c.Closed) {
			list = append(list, task{c.Closed, p.Words.CaseKind(c.Kind), c.Summary, idOf(c.Contact), idOf(c.Owner), false})
		}
	}
	slices.SortStableFunc(list, func(a, b task) int { return b.day.Compare(a.day) })
	return list
}

// talksSince lists the new talks with the client, the latest first.
func (p *page) talksSince(c accountmap.Changes) []task {
	var list []task
	for _, x := range c.Communications {
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
	for _, x := range c.Commitments {
		if x.Kind == accountmap.ChangeAdded {
			list = append(list, task{x.After.Due, p.Words.AgendaKind(insight.AgendaPromise), x.After.Text, idOf(x.After.To), idOf(x.After.By), x.After.IsOpen() && p.past(x.After.Due)})
		}
	}
	slices.SortStableFunc(list, func(a, b task) int { return compareDue(a.day, b.day) })
	return list
}

// tasksDue lists what is late and the open cases, the longest first.
func (p *page) tasksDue() []task {
	var list []task
	for _, o := range p.Map.Overdue(p.AsOf, accountmap.Deadlines{}) {
		if o.Kind == accountmap.OverdueSurvey {
			continue
		}
		title := cmp.Or(accountview.OneLine(o.Title), p.productAndUnit(o.Product, o.Unit), o.ID)
		list = append(list, task{o.Due, p.Words.OverdueKind(o.Kind), title, idOf(o.Contact), idOf(o.Member), true})
	}
	return list
}

// tasksAhead lists what comes in so many days. A recurring talk is listed once, with its next day.
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

// idOf is a list of one id, and nil for the empty one.
func idOf[K ~string](id K) []K {
	if id == "" {
		return nil
	}
	return []K{id}
}
