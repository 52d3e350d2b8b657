package handoff

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// Deck makes the slides of a quarterly review: where we stand, the map, coverage and whitespace,
// goals and targets, promises and roadmap, and the next moves. Each is a section of the document,
// for [github.com/accountatlas/accountatlas/export/document/printer.PPTX]. Lists are cut to what a
// slide holds, what matters most first, and count the rest.
//
// The slides for the client have what is sold instead of the coverage, and nothing that is for our
// own people. Of the options, AsOf, Terms and the first picture for the section
// "map" count; without one there is no slide of the map. The error reports a nil map, or a coverage
// of more than 1,000,000 cells.
func Deck(m *accountmap.Map, opts *Options) (*document.Document, error) {
	if opts == nil {
		opts = &Options{}
	}
	a, err := accountview.New(m, opts.AsOf, opts.Terms)
	if err != nil {
		return nil, fmt.Errorf("handoff: %w", err)
	}
	if err := a.CheckCells(); err != nil {
		return nil, fmt.Errorf("handoff: %w", err)
	}
	p := &page{View: a, matrix: a.Coverage(), pictures: opts.Pictures}
	d := &document.Document{Title: p.Words.Text(terms.ReviewTitle, p.ClientName()), Language: p.Words.Language(), Tones: tones()}
	if day := p.Words.Date(p.AsOf); day != "" {
		d.Title += " · " + day
	}
	slide := func(id string, title terms.Key, blocks ...document.Block) {
		d.Blocks = append(d.Blocks, titled(id, p.Words.Text(title), blocks...))
	}
	coverage, goals := terms.ReviewCoverage, terms.ReviewGoals
	if p.Client {
		coverage, goals = terms.HandoffSectionSold, terms.HandoffSectionGoals
	}
	slide("standing", terms.ReviewStanding, p.standingBlocks()...)
	if shown := p.mapSlide(); shown != nil {
		slide("map", terms.HandoffSectionMap, shown)
	}
	slide("coverage", coverage, p.columnsOf(p.unitsSlide(), p.whitespaceSlide())...)
	slide("goals", goals, p.columnsOf(p.goalsSlide(), p.figuresSlide())...)
	slide("promises", terms.ReviewPromises, p.columnsOf(p.promisesSlide(), p.milestonesSlide())...)
	slide("moves", terms.ReviewMoves, p.movesSlide())
	return d, nil
}

// rowsOfSlide is the number of rows that a table on a slide holds.
const rowsOfSlide = 9

// columnsOf are the sections that have something, side by side.
func (p *page) columnsOf(sections ...*document.Section) []document.Block {
	var blocks []document.Block
	for _, s := range sections {
		if s != nil && len(s.Blocks) > 0 {
			blocks = append(blocks, s)
		}
	}
	return blocks
}

// column is a section of a slide with a table, or a note that there is nothing.
func (p *page) column(id, title string, heads []document.Row, rows []document.Row, none terms.Key) *document.Section {
	if len(rows) == 0 {
		return titled(id, title, p.note(none))
	}
	table := &document.Table{Head: heads}
	if more := len(rows) - rowsOfSlide; more > 0 {
		rest := cell(muted(p.Words.Count(terms.MapMore, more)))
		rest.Colspan = len(heads[0])
		rows = append(rows[:rowsOfSlide:rowsOfSlide], document.Row{rest})
	}
	table.Groups = []document.Group{{Rows: rows}}
	return titled(id, title, table)
}

// standingBlocks are the main figures, who decides, and the orders by year.
func (p *page) standingBlocks() []document.Block {
	facts := []document.Fact{p.unitsFact(), p.ordersFact(), p.renewalFact(), p.casesFact()}
	if !p.Client {
		facts = append([]document.Fact{p.penetrationFact(), p.peopleFact()}, facts...)
	}
	blocks := []document.Block{&document.Facts{Items: facts}}
	var columns []*document.Section
	if names := p.namesThatMatter(); len(names) > 0 {
		columns = append(columns, titled("people", p.Words.Text(terms.HandoffForAgainst), &document.List{Items: names}))
	}
	if years, ok := p.yearsTable().(*document.Table); ok {
		columns = append(columns, titled("years", years.Caption, &document.Table{Head: years.Head, Groups: years.Groups}))
	}
	return append(blocks, p.columnsOf(columns...)...)
}

// unitsSlide has a row for each unit: the products sold to it, and for our own people how many of
// those that could be.
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
		row := document.Row{rowHead(words(p.UnitName(u.ID))), textCell(p.few(sold, 4))}
		if !p.Client {
			row = append(row, p.shareCell(p.matrix.Shares[i]))
		}
		rows = append(rows, row)
	}
	return p.column("units", p.Words.Field("", "units"), p.heads(heads...), rows, terms.HandoffNoCoverage)
}

// mapSlide is the first picture of the account, or nil.
func (p *page) mapSlide() document.Block {
	for _, shown := range p.pictures {
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

// whitespaceSlide lists what the units could buy and do not. It is nil for the client.
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
	heads := p.heads(left(terms.ColumnProduct), left(terms.ColumnUnit), left(terms.ColumnStatus), right(terms.ColumnPotential))
	return p.column("whitespace", p.Words.Text(terms.ReviewWhitespace), heads, rows, terms.HandoffNoCoverage)
}

// reasonsOfMove is the number of reasons that a slide gives for a move.
const reasonsOfMove = 2

// movesSlide lists what to do next, the most important first, and why. The client sees the
// appointments of the next thirty days instead, and so does everybody when there are no moves.
func (p *page) movesSlide() *document.Section {
	var rows []document.Row
	for _, v := range insight.Moves(p.Map, p.AsOf, insight.MoveOptions{Limit: rowsOfSlide - 1}) {
		var why []document.Text
		for _, f := range v.Factors[:min(len(v.Factors), reasonsOfMove)] {
			why = append(why, muted(p.Words.Why(p.Map, f)))
		}
		worth := document.Cell{Number: true}
		if !v.Worth.IsZero() {
			worth = numberCell(p.Words.ShortAmount(v.Worth))
		}
		rows = append(rows, document.Row{rowHead(words(p.Words.Move(p.Map, v))), cell(why...), p.members(v.Members[:min(len(v.Members), 2)]), p.dayCell(v.By), worth})
	}
	if len(rows) == 0 {
		return p.monthSlide()
	}
	heads := p.heads(left(terms.PackWhat), left(terms.ColumnReason), left(terms.ColumnOurPeople), left(terms.PackBy), right(terms.PackValue))
	return p.column("first", p.Words.Text(terms.PackToDo), heads, rows, terms.PackNothingPlanned)
}

// monthSlide lists the appointments of the next thirty days.
func (p *page) monthSlide() *document.Section {
	var rows []document.Row
	if !p.AsOf.IsZero() {
		for _, a := range insight.Agenda(p.Map, p.AsOf, p.AsOf.AddDays(firstDays[0])) {
			if a.Kind == insight.AgendaExposure {
				continue
			}
			rows = append(rows, document.Row{p.dayCell(a.Date), rowHead(words(p.Words.AgendaKind(a.Kind))),
				p.subjectCell(a.Title, accountview.ContractID(a), a.Product, a.Unit), p.people(a.Contacts[:min(len(a.Contacts), 2)])})
		}
	}
	heads := p.heads(left(terms.ColumnDate), left(terms.ColumnKind), left(terms.PackWhat), left(terms.ColumnTheirPeople))
	return p.column("month", p.Words.Text(terms.ReviewMonth), heads, rows, terms.PackNothingPlanned)
}

// byDue orders entries by their due day, those without one last.
func byDue[T any](list []T, due func(T) accountmap.Date) {
	slices.SortStableFunc(list, func(a, b T) int { return compareDue(due(a), due(b)) })
}
