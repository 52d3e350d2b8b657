package handoff

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// Deck makes the slides of a quarterly review: our position, the map, coverage and whitespace,
// goals and targets, promises and roadmap, and the next moves. Each slide is a section of the
// document, for [github.com/accountatlas/accountatlas/export/document/printer.PPTX]. Lists show the
// most important entries that fit a slide, and count the others.
//
// The slides for the client have the sold products instead of the coverage, and no internal
// content. Deck uses the options AsOf, Terms, and the first picture for the section "map"; without
// such a picture, the deck has no slide of the map. It returns an error for a nil map, and for a
// coverage of more than 1,000,000 cells. When ctx ends, it returns the error of ctx before the next
// slide.
func Deck(ctx context.Context, m *accountmap.Map, opts *Options) (*document.Document, error) {
	p, err := newPage(m, opts)
	if err != nil {
		return nil, err
	}
	d := &document.Document{Title: p.Words.Text(terms.ReviewTitle, p.ClientName()), Language: p.Words.Language(), Tones: cells.Tones()}
	if day := p.Words.Date(p.AsOf); day != "" {
		d.Title += " · " + day
	}
	slide := func(id string, title terms.Key, blocks func() []document.Block) {
		if ctx.Err() == nil {
			d.Blocks = append(d.Blocks, cells.Titled(id, p.Words.Text(title), blocks()...))
		}
	}
	columns := func(left, right func() *document.Section) func() []document.Block {
		return func() []document.Block { return p.columnsOf(left(), right()) }
	}
	coverage, goals := terms.ReviewCoverage, terms.ReviewGoals
	if p.Client {
		coverage, goals = terms.HandoffSectionSold, terms.HandoffSectionGoals
	}
	slide("standing", terms.ReviewStanding, p.standingBlocks)
	if shown := p.mapSlide(); shown != nil {
		slide("map", terms.HandoffSectionMap, func() []document.Block { return []document.Block{shown} })
	}
	slide("coverage", coverage, columns(p.unitsSlide, p.whitespaceSlide))
	slide("goals", goals, columns(p.goalsSlide, p.figuresSlide))
	slide("promises", terms.ReviewPromises, columns(p.promisesSlide, p.milestonesSlide))
	slide("moves", terms.ReviewMoves, func() []document.Block { return []document.Block{p.movesSlide()} })
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return d, nil
}

// rowsOfSlide is the maximal number of table rows on a slide.
const rowsOfSlide = 9

// columnsOf arranges the sections with entries side by side.
func (p *page) columnsOf(sections ...*document.Section) []document.Block {
	var blocks []document.Block
	for _, s := range sections {
		if s != nil && len(s.Blocks) > 0 {
			blocks = append(blocks, s)
		}
	}
	return blocks
}

// column returns a section of a slide with a table, or with a note if there are no rows.
func (p *page) column(id, title string, heads []document.Row, rows []document.Row, none terms.Key) *document.Section {
	if len(rows) == 0 {
		return cells.Titled(id, title, p.note(none))
	}
	if more := len(rows) - rowsOfSlide; more > 0 {
		rows = append(rows[:rowsOfSlide:rowsOfSlide], document.Row{spanning(p.Words.Count(terms.MapMore, more), len(heads[0]))})
	}
	return cells.Titled(id, title, &document.Table{Head: heads, Groups: []document.Group{{Rows: rows}}})
}

// standingBlocks returns the main figures, the people who decide, and the orders by year.
func (p *page) standingBlocks() []document.Block {
	facts := []document.Fact{p.unitsFact(), p.ordersFact(), p.renewalFact(), p.casesFact()}
	if !p.Client {
		facts = append([]document.Fact{p.penetrationFact(), p.peopleFact()}, facts...)
	}
	blocks := []document.Block{&document.Facts{Items: facts}}
	var columns []*document.Section
	if names := p.namesThatMatter(); len(names) > 0 {
		columns = append(columns, cells.Titled("people", p.Words.Text(terms.HandoffForAgainst), &document.List{Items: names}))
	}
	if years, ok := p.yearsTable().(*document.Table); ok {
		columns = append(columns, cells.Titled("years", years.Caption, &document.Table{Head: years.Head, Groups: years.Groups}))
	}
	return append(blocks, p.columnsOf(columns...)...)
}

// unitsSlide returns a slide with a row for each unit: the products sold to it and, for our own
// people, the number of products that it could buy.
func (p *page) unitsSlide() *document.Section {
	heads := []headKey{left(terms.ColumnUnit), left(terms.HandoffSectionSold)}
	if !p.Client {
		heads = append(heads, right(terms.ColumnPenetration))
	}
	var rows []document.Row
	for i, u := range p.matrix.Units {
		var sold []string
		for _, l := range p.matrix.Lines {
			for _, r := range l.Rows {
				if r.Statuses[i] == accountmap.CoverageSold {
					sold = append(sold, p.ProductName(r.Product.ID))
				}
			}
		}
		if p.Client && len(sold) == 0 {
			continue
		}
		row := document.Row{cells.RowHead(cells.Words(p.UnitName(u.ID))), cells.TextCell(p.Few(sold, 4))}
		if !p.Client {
			row = append(row, p.shareCell(p.matrix.Shares[i]))
		}
		rows = append(rows, row)
	}
	none := terms.HandoffNoCoverage
	if len(p.matrix.Units) > 0 && len(p.matrix.Lines) > 0 {
		none = terms.ReviewNoSale
	}
	return p.column("units", p.Words.Field("", "units"), p.heads(heads...), rows, none)
}

func (p *page) mapSlide() document.Block {
	for _, shown := range p.opts.Pictures {
		if cmp.Or(shown.Section, "map") != "map" || shown.Picture == nil {
			continue
		}
		description := p.Words.Text(terms.MapDescription, p.ClientName())
		if p.Client {
			description = p.Words.Text(terms.ClientMapDescription, p.ClientName())
		}
		_, words := p.PictureTitle(shown.Picture)
		return &document.Figure{Alt: cmp.Or(words, description), Picture: shown.Picture}
	}
	return nil
}

// whitespaceSlide lists the open cells of the matrix. It returns nil for the client.
func (p *page) whitespaceSlide() *document.Section {
	if p.Client {
		return nil
	}
	var rows []document.Row
	if table, ok := p.whitespaceTable().(*document.Table); ok {
		for _, row := range table.Groups[0].Rows {
			rows = append(rows, row[:4]) // product, unit, status, potential
		}
	}
	title, none := p.Words.Text(terms.ReviewWhitespace), terms.HandoffNoCoverage
	if len(p.matrix.Units) > 0 && len(p.matrix.Lines) > 0 {
		none = terms.WorkbookNothingLeft
	}
	if n := p.blankCells(); len(rows) == 0 && n > 0 {
		return cells.Titled("whitespace", title, &document.Paragraph{Text: cells.Muted(p.Words.Count(terms.ReviewBlank, n))})
	}
	heads := p.heads(left(terms.ColumnProduct), left(terms.ColumnUnit), left(terms.ColumnStatus), right(terms.ColumnPotential))
	return p.column("whitespace", title, heads, rows, none)
}

// reasonsOfMove limits the reasons for a move on a slide.
const reasonsOfMove = 2

// movesSlide lists the next moves and their reasons, the most important first. For the client, or
// without moves, it lists the appointments of the next thirty days.
func (p *page) movesSlide() *document.Section {
	var rows []document.Row
	for _, v := range p.Insight().Moves(insight.MoveOptions{Limit: rowsOfSlide - 1}) {
		var why []document.Text
		factors := v.Why()
		for _, f := range factors[:min(len(factors), reasonsOfMove)] {
			why = append(why, cells.Muted(p.Words.Why(p.Map, f)))
		}
		rows = append(rows, document.Row{cells.RowHead(cells.Words(p.Words.Move(p.Map, v))), cells.Cell(why...), p.members(v.Members[:min(len(v.Members), 2)]), p.dayCell(v.By),
			cells.NumberCell(p.ShortAmounts(v.Worth))})
	}
	if len(rows) == 0 {
		return p.monthSlide()
	}
	heads := p.heads(left(terms.PackWhat), left(terms.ColumnReason), left(terms.ColumnOurPeople), left(terms.PackBy), right(terms.PackValue))
	return p.column("first", p.Words.Text(terms.PackToDo), heads, rows, terms.PackNothingPlanned)
}

func (p *page) monthSlide() *document.Section {
	var rows []document.Row
	if !p.AsOf.IsZero() {
		for _, a := range insight.Agenda(p.Map, p.AsOf, p.AsOf.AddDays(firstDays[0])) {
			if a.Kind == insight.AgendaExposure {
				continue
			}
			rows = append(rows, document.Row{p.dayCell(a.Date), cells.RowHead(cells.Words(p.Words.AgendaKind(a.Kind))),
				p.subjectCell(a.Title, accountview.ContractID(a), a.Product, a.Unit), p.appointmentPeople(a)})
		}
	}
	heads := p.heads(left(terms.ColumnDate), left(terms.ColumnKind), left(terms.PackWhat), left(terms.ColumnTheirPeople))
	return p.column("month", p.Words.Text(terms.ReviewMonth), heads, rows, terms.PackNothingPlanned)
}

// goalsSlide lists the client's goals by priority, with their owners and progress.
func (p *page) goalsSlide() *document.Section {
	rows := rowsOf(p.goals(), func(g accountmap.Goal) document.Row {
		return document.Row{cells.RowHead(cells.Words(accountview.OneLine(g.Title))), cells.TextCell(p.ContactName(g.Owner)), p.dayCell(g.Due), p.goalState(g.State)}
	})
	heads := p.heads(left(terms.ColumnGoal), left(terms.ColumnOwner), left(terms.ColumnDue), left(terms.ColumnState))
	return p.column("wanted", p.Words.Text(terms.HandoffSectionGoals), heads, rows, terms.HandoffNoGoals)
}

// figuresSlide lists the client's key figures for its goals and, for our own people, the sales
// targets of periods that have begun.
func (p *page) figuresSlide() *document.Section {
	var rows []document.Row
	for k := range p.Map.KPIs() {
		row := p.kpiRow(k)
		rows = append(rows, document.Row{row[0], row[2], row[3], row[5], row[6]}) // name, baseline, target, actual, progress
	}
	heads := p.heads(left(terms.PackKPI), right(terms.PackBaseline), right(terms.ColumnTarget), right(terms.PackActual), right(terms.PackProgress))
	figures := p.column("figures", p.Words.Field("", "kpis"), heads, rows, terms.PackNoKPIs)
	if targets := p.targetsTable(); targets != nil && !p.Client {
		figures.Blocks = append(figures.Blocks, cells.Titled("targets", p.Words.Field("", "targets"), targets))
	}
	return figures
}

// targetsTable lists the sales targets of periods that have begun, in the order of the targets in
// the handoff. It returns nil without targets.
func (p *page) targetsTable() document.Block {
	begun := slices.DeleteFunc(slices.Clone(p.Insight().Paces()), func(a insight.Pace) bool {
		_, known := a.Share()
		return !known || a.Elapsed <= 0
	})
	if len(begun) == 0 {
		return nil
	}
	rows := rowsOf(begun[:min(len(begun), rowsOfSlide/2)], func(a insight.Pace) document.Row {
		share, _ := a.Share()
		progress := cells.NumberCell(p.Words.Percent(share))
		progress.Share = min(share, 1)
		about := strings.Trim(p.ProductName(a.Target.Product)+" · "+p.periodWords(a.Target.Period), " ·")
		unit := cells.Cell(cells.Words(p.UnitName(a.Target.Unit)), cells.Muted(about))
		if a.Target.Unit == "" {
			unit = cells.Cell(cells.Muted(p.Words.Text(terms.HandoffWholeClient)), cells.Muted(about))
		}
		return document.Row{unit, p.moneyCell(a.Target.Sales), p.moneyCell(a.Ordered), progress}
	})
	heads := p.heads(left(terms.ColumnUnit), right(terms.ColumnTarget), right(terms.ColumnAmount), right(terms.PackProgress))
	return &document.Table{Head: heads, Groups: []document.Group{{Rows: rows}}}
}

// promisesSlide lists the open promises, the earliest due first.
func (p *page) promisesSlide() *document.Section {
	open := slices.DeleteFunc(slices.Collect(p.Map.Commitments()), func(c accountmap.Commitment) bool { return !c.IsOpen() })
	slices.SortStableFunc(open, func(a, b accountmap.Commitment) int { return cells.CompareDue(a.Due, b.Due) })
	rows := rowsOf(open, func(c accountmap.Commitment) document.Row {
		by, _ := p.Sides(c)
		return document.Row{cells.RowHead(cells.Words(accountview.OneLine(c.Text))), cells.TextCell(by), p.dayCell(c.Due), p.promiseState(c)}
	})
	heads := p.heads(left(terms.PackPromise), left(terms.PackPromisedBy), left(terms.ColumnDue), left(terms.ColumnStatus))
	return p.column("open", p.Words.Text(terms.PackSectionPromises), heads, rows, terms.PackNoPromises)
}

// milestonesSlide lists the open milestones, the earliest due first.
func (p *page) milestonesSlide() *document.Section {
	ahead := slices.DeleteFunc(slices.Collect(p.Map.Milestones()), func(s accountmap.Milestone) bool { return s.Status.Closed() })
	slices.SortStableFunc(ahead, func(a, b accountmap.Milestone) int { return cells.CompareDue(a.Due, b.Due) })
	rows := rowsOf(ahead, func(s accountmap.Milestone) document.Row {
		return document.Row{cells.RowHead(cells.Words(accountview.OneLine(s.Title))), cells.TextCell(p.milestoneOwner(s)), p.dayCell(s.Due), p.milestoneState(s)}
	})
	heads := p.heads(left(terms.PackMilestone), left(terms.ColumnOurPeople), left(terms.ColumnDue), left(terms.ColumnStatus))
	return p.column("roadmap", p.Words.Text(terms.PackSectionRoadmap), heads, rows, terms.PackNoMilestones)
}
