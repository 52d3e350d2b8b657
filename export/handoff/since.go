package handoff

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// sinceSection reports on the time since the earlier account of the options: for our own people what
// was ordered, who was met, what was promised and kept, what has changed and what comes next; for
// the client what has changed.
func (p *page) sinceSection(s *document.Section) {
	if p.since == nil {
		return
	}
	c := p.changes()
	var blocks []document.Block
	if before := p.since.Profile().AsOf; !before.IsZero() {
		blocks = append(blocks, p.note(terms.PackSinceDay, before))
	}
	if c.IsZero() {
		s.Blocks = append(blocks, p.note(terms.PackNoChange))
		return
	}
	if !p.Client {
		from := p.since.Profile().AsOf
		p.reportOrders(s, c)
		p.addTask(s, "met", terms.ReportMet, p.talksSince(c))
		p.addTask(s, "promised", terms.ReportPromised, p.promisedSince(c))
		if !from.IsZero() && !p.AsOf.IsZero() {
			p.addTask(s, "kept", terms.ReportKept, p.tasksDone(from))
		}
		blocks = append(blocks, s.Blocks...)
	}
	if table := p.changeTable(c, changesAtMost); len(table.Groups) > 0 {
		if p.Client {
			blocks = append(blocks, table)
		} else {
			blocks = append(blocks, titled("since-changed", p.Words.Text(terms.ReportChanged), table))
		}
	}
	if p.Client {
		if text := p.orderedSince(c); text != nil {
			blocks = append(blocks, &document.Paragraph{Text: text})
		}
		s.Blocks = blocks
		return
	}
	s.Blocks = blocks
	p.addTask(s, "next", terms.ReportNext, p.tasksAhead(reportAhead))
}

// changes is what has changed since the earlier account. That time passes is no news.
func (p *page) changes() accountmap.Changes {
	c := accountmap.Compare(p.since, p.Map)
	if c.Profile.Keys = slices.DeleteFunc(c.Profile.Keys, func(key string) bool { return key == "asOf" }); len(c.Profile.Keys) == 0 && c.Profile.Kind == accountmap.ChangeEdited {
		c.Profile = accountmap.Change[accountmap.Profile]{}
	}
	return c
}

// changeTable lists at most so many changes, in groups by list.
func (p *page) changeTable(c accountmap.Changes, most int) *document.Table {
	table := &document.Table{Head: p.heads(left(terms.PackWhat), left(terms.PackChange), left(terms.PackDetails))}
	for _, g := range p.changeGroups(c) {
		if len(g.Rows) > 0 {
			table.Groups = append(table.Groups, g)
		}
	}
	p.boundTable(table, most, "")
	return table
}

// changesAtMost is how many changes are listed, and reportAhead how many days the report looks
// ahead.
const (
	changesAtMost = 24
	reportAhead   = 31
)

// orderedSince sums the new orders, and is nil without any.
func (p *page) orderedSince(c accountmap.Changes) document.Text {
	ordered := c.Ordered()
	if ordered.Lines == 0 {
		return nil
	}
	text := p.Words.Count(terms.HandoffOrderLines, ordered.Lines)
	for _, m := range ordered.Amounts {
		text += " · " + p.Words.Money(m)
	}
	return document.Text{document.Strong(p.Words.Text(terms.PackNewOrders)), document.Plain(" " + text)}
}

// reportOrders has the sum of the new orders and the largest of them.
func (p *page) reportOrders(s *document.Section, c accountmap.Changes) {
	sum := p.orderedSince(c)
	if sum == nil {
		return
	}
	var orders []accountmap.Order
	for _, o := range c.Orders {
		if o.Kind == accountmap.ChangeAdded && o.After.Status != accountmap.OrderCancelled {
			orders = append(orders, o.After)
		}
	}
	slices.SortStableFunc(orders, func(a, b accountmap.Order) int { return cmp.Compare(p.ownMinor(b.Amount), p.ownMinor(a.Amount)) })
	table := &document.Table{Head: p.heads(left(terms.ColumnDate), left(terms.ColumnProduct), left(terms.ColumnUnit), right(terms.ColumnAmount))}
	var group document.Group
	for _, o := range orders[:min(len(orders), updateAtMost)] {
		group.Rows = append(group.Rows, document.Row{p.dayCell(o.Date), rowHead(words(p.ProductName(o.Product))), textCell(p.UnitName(o.Unit)), p.moneyCell(o.Amount)})
	}
	table.Groups = []document.Group{group}
	if more := len(orders) - updateAtMost; more > 0 {
		table.Foot = []document.Row{p.restRow(more, 4, p.sheetOf("sold"))}
	}
	blocks := []document.Block{&document.Paragraph{Text: sum}}
	if len(group.Rows) > 0 {
		blocks = append(blocks, table)
	}
	s.Blocks = append(s.Blocks, titled("since-ordered", p.Words.Text(terms.ReportOrdered), blocks...))
}

// changeGroups has a group for each list of the account, in the order in which a reader wants to
// know: people, business, work.
func (p *page) changeGroups(c accountmap.Changes) []document.Group {
	name := func(s string) document.Text { return words(accountview.OneLine(s)) }
	one := func(key string, change document.Row) document.Group {
		g := document.Group{Title: p.listTitle(key)}
		if change != nil {
			g.Rows = []document.Row{change}
		}
		return g
	}
	return []document.Group{
		one("account", changeRow(p, "account", c.Profile, func(accountmap.Profile) document.Text { return name(p.ClientName()) })),
		one("handoff", changeRow(p, "handoff", c.Handoff, func(accountmap.Handoff) document.Text { return words(p.Words.Field("", "handoff")) })),
		changeGroup(p, "contacts", c.Contacts, func(x accountmap.Contact) document.Text { return name(p.PersonName(x)) }),
		changeGroup(p, "relationships", c.Relationships, func(x accountmap.Relationship) document.Text {
			return name(p.anyContact(x.From) + " → " + p.anyContact(x.To))
		}),
		changeGroup(p, "units", c.Units, func(x accountmap.Unit) document.Text { return name(x.Name) }),
		changeGroup(p, "products", c.Products, func(x accountmap.Product) document.Text { return name(x.Name) }),
		changeGroup(p, "coverage", statuses(c.Coverage), func(x accountmap.Cell) document.Text {
			return name(p.anyProduct(x.Product) + " · " + p.anyUnit(x.Unit))
		}),
		changeGroup(p, "contracts", c.Contracts, func(x accountmap.Contract) document.Text { return name(string(x.ID)) }),
		changeGroup(p, "terms", c.Terms, func(x accountmap.Term) document.Text { return name(p.Words.TermKind(x.Kind)) }),
		changeGroup(p, "goals", c.Goals, func(x accountmap.Goal) document.Text { return name(x.Title) }),
		changeGroup(p, "kpis", c.KPIs, func(x accountmap.KPI) document.Text { return name(x.Name) }),
		changeGroup(p, "communications", c.Communications, func(x accountmap.Communication) document.Text {
			return name(p.day(x.Date) + " " + x.Subject)
		}),
		changeGroup(p, "endorsements", c.Endorsements, func(x accountmap.Endorsement) document.Text {
			return name(p.Words.EndorsementKind(x.Kind) + " · " + p.anyContact(x.Contact))
		}),
		changeGroup(p, "exposures", c.Exposures, func(x accountmap.Exposure) document.Text {
			return name(p.anyProduct(x.Product) + " · " + p.anyContact(x.Contact))
		}),
		changeGroup(p, "commitments", c.Commitments, func(x accountmap.Commitment) document.Text { return name(x.Text) }),
		changeGroup(p, "objections", c.Objections, func(x accountmap.Objection) document.Text { return name(x.Text) }),
		changeGroup(p, "competitors", c.Competitors, func(x accountmap.Competitor) document.Text { return name(x.Name) }),
		changeGroup(p, "risks", c.Risks, func(x accountmap.Risk) document.Text { return name(x.Text) }),
		changeGroup(p, "cases", c.Cases, func(x accountmap.Case) document.Text { return name(x.Summary) }),
		changeGroup(p, "surveys", c.Surveys, func(x accountmap.Survey) document.Text {
			return name(p.Words.SurveyKind(x.Kind) + " · " + p.day(x.Date) + " " + p.anyContact(x.Contact))
		}),
		changeGroup(p, "milestones", c.Milestones, func(x accountmap.Milestone) document.Text { return name(x.Title) }),
		changeGroup(p, "cadences", c.Cadences, func(x accountmap.Cadence) document.Text { return name(x.Title) }),
		changeGroup(p, "team", c.Team, func(x accountmap.Member) document.Text { return name(x.Name) }),
		changeGroup(p, "targets", c.Targets, func(x accountmap.Target) document.Text {
			return name(string(x.Period) + " " + p.anyUnit(x.Unit) + " " + p.anyProduct(x.Product))
		}),
	}
}

// statuses turns added and removed cells into edits of a status, from or to unassessed.
func statuses(cells accountmap.ChangeList[accountmap.Cell]) accountmap.ChangeList[accountmap.Cell] {
	cells = slices.Clone(cells)
	for i := range cells {
		switch c := &cells[i]; c.Kind {
		case accountmap.ChangeAdded:
			c.Kind, c.Keys, c.Before = accountmap.ChangeEdited, []string{"status"}, accountmap.Cell{Unit: c.After.Unit, Product: c.After.Product}
		case accountmap.ChangeRemoved:
			c.Kind, c.Keys, c.After = accountmap.ChangeEdited, []string{"status"}, accountmap.Cell{Unit: c.Before.Unit, Product: c.Before.Product}
		}
	}
	return cells
}

func (p *page) listTitle(key string) document.Text { return words(p.Words.Field("", key)) }

// anyUnit, anyProduct and anyContact look up names in the earlier account, too: the entry may be
// gone from this one.

func (p *page) anyContact(id accountmap.ContactID) string {
	if c, ok := p.Map.Contact(id); ok {
		return p.PersonName(c)
	}
	c, _ := p.since.Contact(id)
	return accountview.OneLine(c.Name)
}

func (p *page) anyUnit(id accountmap.UnitID) string {
	if u, ok := p.Map.Unit(id); ok {
		return accountview.OneLine(u.Name)
	}
	u, _ := p.since.Unit(id)
	return accountview.OneLine(u.Name)
}

func (p *page) anyProduct(id accountmap.ProductID) string {
	if x, ok := p.Map.Product(id); ok {
		return accountview.OneLine(x.Name)
	}
	x, _ := p.since.Product(id)
	return accountview.OneLine(x.Name)
}

// changeGroup has a row for each change of a list: what was added, then what was edited, then
// what was removed.
func changeGroup[T any](p *page, list string, changes accountmap.ChangeList[T], name func(T) document.Text) document.Group {
	g := document.Group{Title: p.listTitle(list)}
	for _, kind := range accountmap.ChangeKinds() {
		for _, c := range changes {
			if c.Kind == kind {
				g.Rows = append(g.Rows, changeRow(p, list, c, name))
			}
		}
	}
	return g
}

// changeRow describes one change. It is nil without one.
func changeRow[T any](p *page, list string, c accountmap.Change[T], name func(T) document.Text) document.Row {
	switch c.Kind {
	case accountmap.ChangeAdded:
		return document.Row{rowHead(name(c.After)), p.chipCell(p.Words.Text(terms.PackAdded), stanceTone(accountmap.StanceChampion)), {}}
	case accountmap.ChangeRemoved:
		return document.Row{rowHead(name(c.Before)), p.chipCell(p.Words.Text(terms.PackRemoved), alarmTone), {}}
	case accountmap.ChangeEdited:
		return document.Row{rowHead(name(c.After)), p.chipCell(p.Words.Text(terms.PackEdited), stanceTone(accountmap.StanceSceptic)), p.edits(list, c.Before, c.After, slices.Clone(c.Keys))}
	}
	return nil
}

// edits has a line for each key whose value has changed: "Stance: Blocker → Neutral".
func (p *page) edits(list string, before, after any, keys []string) document.Cell {
	var lines []document.Text
	b, a := reflect.ValueOf(before), reflect.ValueOf(after)
	for i := range a.NumField() {
		key, _, _ := strings.Cut(a.Type().Field(i).Tag.Get("json"), ",")
		for _, edited := range keys {
			if key == edited {
				lines = append(lines, p.edit(p.Words.Field(list, key), p.value(b.Field(i)), p.value(a.Field(i))))
			}
		}
	}
	return cell(lines...)
}

// edit is one line. What has no short value, such as a list of readings, is only named.
func (p *page) edit(label, before, after string) document.Text {
	text := document.Text{document.Strong(label)}
	switch {
	case before == "" && after == "":
		return text
	case before == "":
		before = "–"
	case after == "":
		after = "–"
	}
	return append(text, document.Plain(": "), document.Muted(before), document.Plain(" → "), document.Plain(after))
}

// value is a value of the account in the reader's words, and empty for none and for what has no
// short text.
func (p *page) value(v reflect.Value) string {
	if v.IsZero() {
		return ""
	}
	if v.Kind() == reflect.Slice {
		var items []string
		for i := range v.Len() {
			if item := p.value(v.Index(i)); item != "" {
				items = append(items, item)
			}
		}
		return p.Words.List(items)
	}
	switch x := v.Interface().(type) {
	case string:
		return accountview.OneLine(x)
	case bool:
		return p.Words.Text(terms.WorkbookYes)
	case int:
		return p.Words.Number(x)
	case float64:
		return p.Words.Decimal(x, 2)
	case accountmap.Date:
		return p.day(x)
	case accountmap.Money:
		return p.Words.Money(x)
	case accountmap.UnitID:
		return p.anyUnit(x)
	case accountmap.ProductID:
		return p.anyProduct(x)
	case accountmap.ContactID:
		return p.anyContact(x)
	case accountmap.MemberID:
		return p.MemberName(x)
	case accountmap.CompetitorID:
		return p.competitorName(x)
	case accountmap.Recurrence:
		return p.Every(x)
	case accountmap.Period:
		return string(x)
	case accountmap.Currency:
		return string(x)
	case accountmap.Evidence:
		return strings.TrimSpace(accountview.OneLine(x.Source) + " " + p.day(x.Date))
	case accountmap.ChecklistItem:
		return accountview.OneLine(x.Text)
	}
	return p.word(v.Interface())
}

// word is the word for a value of an enumeration, and empty for anything else.
func (p *page) word(value any) string {
	switch x := value.(type) {
	case accountmap.Stance:
		return p.Words.StanceMark(x) + "\u00a0" + p.Words.Stance(x)
	case accountmap.Role:
		return p.Words.Role(x)
	case accountmap.ContactLevel:
		return p.Words.ContactLevel(x)
	case accountmap.Seniority:
		return p.Words.Seniority(x)
	case accountmap.Orientation:
		return p.Words.Orientation(x)
	case accountmap.Adaptability:
		return p.Words.Adaptability(x)
	case accountmap.RelationshipKind:
		return p.Words.RelationshipKind(x)
	case accountmap.UnitKind:
		return p.Words.UnitKind(x)
	case accountmap.CoverageStatus:
		return p.Words.Status(x)
	case accountmap.SaleKind:
		return p.Words.SaleKind(x)
	case accountmap.OrderStatus:
		return p.Words.OrderStatus(x)
	case accountmap.GoalKind:
		return p.Words.GoalKind(x)
	case accountmap.GoalState:
		return p.Words.GoalState(x)
	case accountmap.Reaction:
		return p.Words.Reaction(x)
	case accountmap.Channel:
		return p.Words.Channel(x)
	case accountmap.Direction:
		return p.Words.Direction(x)
	case accountmap.Phase:
		return p.Words.Phase(x)
	case accountmap.MilestoneStatus:
		return p.Words.MilestoneStatus(x)
	case accountmap.Severity:
		return p.Words.Severity(x)
	case accountmap.CaseStatus:
		return p.Words.CaseStatus(x)
	case accountmap.CommitmentStatus:
		return p.Words.CommitmentStatus(x)
	case accountmap.ObjectionStatus:
		return p.Words.ObjectionStatus(x)
	case accountmap.RiskState:
		return p.Words.RiskState(x)
	}
	return ""
}
