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
)

// A block is a table with a title; a sheet of what was found has several, one below another.
type block struct {
	title string
	heads []terms.Key
	rows  [][]sheet.Cell
}

// mostRows bounds the rows of a block: a longer list is for the sheet of its list.
const mostRows = 25

// fillMoves has what to do next, what is late, the targets that have begun, and the health of the
// account.
func (b *book) fillMoves(s *sheet.Sheet) {
	b.fillBlocks(s, []float64{50, 26, 26, 13, 12, 15, 62, 30}, []block{b.moveBlock(), b.lateBlock(), b.targetBlock(), b.healthBlock()})
}

// fillPeople has when we last spoke to each person, and whose yes is missing for open deals.
func (b *book) fillPeople(s *sheet.Sheet) {
	b.fillBlocks(s, []float64{30, 26, 15, 10, 15, 24, 26, 46, 26}, []block{b.dealBlock(), b.touchBlock()})
}

func (b *book) fillBlocks(s *sheet.Sheet, widths []float64, blocks []block) {
	s.Rows = b.TitleRows(b.Words.Text(terms.SheetsTitle, b.ClientName(), s.Name), b.Subtitle())
	for _, w := range widths {
		s.Columns = append(s.Columns, sheet.Column{Width: w})
	}
	empty := true
	for _, k := range blocks {
		if len(k.rows) == 0 {
			continue
		}
		empty = false
		s.Rows = append(s.Rows, sheet.Row{Height: 24, Cells: []sheet.Cell{{Value: sheetstyle.CellText(k.title), Style: b.Question}}})
		head := sheet.Row{Height: 20}
		for _, h := range k.heads {
			head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(b.Words.Text(h)), Style: b.Head})
		}
		s.Rows = append(s.Rows, head)
		for _, cells := range k.rows[:min(len(k.rows), mostRows)] {
			row := sheet.Row{Cells: cells}
			sheetstyle.Fit(&row, widths, 18)
			s.Rows = append(s.Rows, row)
		}
		if more := len(k.rows) - mostRows; more > 0 {
			s.Rows = append(s.Rows, sheet.Row{Height: 18, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Count(terms.MapMore, more)), Style: b.Quiet}}})
		}
		s.Rows = append(s.Rows, sheet.Row{Height: 12})
	}
	if empty {
		s.Rows = append(s.Rows, sheet.Row{Height: 19, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.SheetsNothing)), Style: b.Quiet}}})
	}
	for i := range s.Columns {
		s.Columns[i].Width = max(s.Columns[i].Width, sheetstyle.WidestNumber(s.Rows, i)+sheetstyle.ListPadding)
	}
	b.hideIf(empty, s)
	s.Print = sheet.Print{Landscape: true, PagesWide: 1, Footer: b.Footer(b.tab(s)), PageNumbers: true}
}

func (b *book) moveBlock() block {
	k := block{b.Words.Text(terms.JudgedMovesTable), []terms.Key{terms.JudgedWhat, terms.JudgedTheirWho, terms.JudgedOurWho, terms.JudgedBy, terms.JudgedDaysLate,
		terms.JudgedWorth, terms.JudgedWhy, terms.JudgedKey}, nil}
	for _, v := range insight.Moves(b.Map, b.AsOf, insight.MoveOptions{}) {
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(accountview.OneLine(b.Words.Move(b.Map, v))), b.TextCell(b.Words.Contacts(b.Map, v.Contacts)),
			b.TextCell(b.Words.Members(b.Map, v.Members)), b.DateCell(v.By), b.countCell(v.Late), b.MoneyCell(v.Worth),
			b.TextCell(strings.Join(b.Words.Whys(b.Map, v.Factors), " · ")), b.TextCell(v.Key)})
	}
	return k
}

// countCell is blank for zero.
func (b *book) countCell(n int) sheet.Cell {
	if n == 0 {
		return sheet.Cell{Style: b.Number}
	}
	return b.NumberCell(n)
}

func (b *book) lateBlock() block {
	k := block{b.Words.Text(terms.JudgedLate), []terms.Key{terms.JudgedWhat, terms.JudgedTheirWho, terms.JudgedOurWho, terms.JudgedBy, terms.JudgedDaysLate,
		terms.ColumnKind, terms.ColumnUnit}, nil}
	late, surveys := b.LateRows()
	for _, o := range late {
		title := o.Title
		if title == "" {
			title = strings.Trim(b.ProductName(o.Product)+" · "+o.ID, " ·")
		}
		if title == "" {
			title = b.Words.OverdueKind(o.Kind)
		}
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(accountview.OneLine(title)), b.TextCell(b.Words.Contacts(b.Map, some(o.Contact))),
			b.TextCell(b.Words.Members(b.Map, some(o.Member))), b.DateCell(o.Due), b.countCell(o.Days), b.TextCell(b.Words.OverdueKind(o.Kind)), b.TextCell(b.UnitName(o.Unit))})
	}
	if len(surveys) > 0 {
		contacts, members := b.SurveyPeople(surveys)
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(b.Words.OverdueKind(accountmap.OverdueSurvey) + ": " + b.Words.Number(len(surveys))),
			b.TextCell(b.Words.Contacts(b.Map, contacts)), b.TextCell(b.Words.Members(b.Map, members)), b.DateCell(surveys[0].Due), b.countCell(surveys[0].Days),
			b.TextCell(b.Words.OverdueKind(accountmap.OverdueSurvey)), b.TextCell(b.SurveyUnits(surveys))})
	}
	return k
}

// some returns a list of one id, or nil for the empty id.
func some[K ~string](id K) []K {
	if id == "" {
		return nil
	}
	return []K{id}
}

func (b *book) targetBlock() block {
	k := block{b.Words.Text(terms.JudgedTargets), []terms.Key{terms.ColumnUnit, terms.ColumnProduct, terms.JudgedPeriod, terms.JudgedReached, terms.JudgedElapsed,
		terms.ColumnTarget, terms.JudgedOrdered, terms.TargetsEnd}, nil}
	for _, a := range insight.Paces(b.Map, b.AsOf) {
		share, known := a.Share()
		if !known || !a.Begun {
			continue
		}
		unit := b.UnitName(a.Target.Unit)
		if a.Target.Unit == "" {
			unit = b.ClientName()
		}
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(unit), b.TextCell(b.ProductName(a.Target.Product)), b.TextCell(string(a.Target.Period)),
			{Value: sheet.Percent(share), Style: b.Number}, {Value: sheet.Percent(a.Elapsed), Style: b.Number}, b.MoneyCell(a.Target.Sales), b.MoneyCell(a.Ordered), b.MoneyCell(a.End)})
	}
	return k
}

func (b *book) healthBlock() block {
	h := insight.Diagnose(b.Map, b.AsOf, nil, insight.HealthOptions{})
	if h.Confidence == 0 {
		return block{}
	}
	title := b.Words.Text(terms.JudgedHealth, h.Score, b.Words.Percent(h.Confidence))
	for _, c := range h.Caps {
		title += "  ·  " + b.Words.Text(terms.JudgedCap, c.Max, b.Words.Why(b.Map, c.Factor))
	}
	k := block{title, []terms.Key{terms.JudgedHealthPart, terms.JudgedScore, terms.JudgedWeight, terms.JudgedKnown}, nil}
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
		terms.JudgedSince, terms.JudgedUsual, terms.JudgedWhy, terms.ColumnOwner}, nil}
	for _, t := range insight.Touches(b.Map, b.AsOf, insight.TouchOptions{}) {
		c, _ := b.Map.Contact(t.Contact)
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(accountview.OneLine(c.Name)), b.TextCell(b.UnitName(c.Unit)), b.StanceCell(c.Stance), b.PowerCell(c.Power),
			b.DateCell(t.Last), b.countCell(t.Days), b.countCell(int(math.Round(t.Every))), b.TextCell(strings.Join(b.Words.Whys(b.Map, t.Factors), " · ")),
			b.TextCell(b.Words.Members(b.Map, some(c.Owner)))})
	}
	return k
}

// dealBlock has a row for each person whose yes is missing for open deals, with the units whose
// deals wait for it.
func (b *book) dealBlock() block {
	k := block{b.Words.Text(terms.JudgedDeals), []terms.Key{terms.JudgedNo, terms.ColumnUnit, terms.ColumnStance, terms.ColumnPower, terms.JudgedWorth,
		terms.ColumnRoles, terms.JudgedCanGet, terms.JudgedDealsOf}, nil}
	type waiting struct {
		accountmap.Approver
		units []accountmap.UnitID
		worth int64
	}
	var people []*waiting
	at := map[accountmap.ContactID]*waiting{}
	for _, d := range insight.Deals(b.Map, b.AsOf, 0) {
		for _, v := range d.Open {
			w := at[v.Contact]
			if w == nil {
				w = &waiting{Approver: v}
				at[v.Contact] = w
				people = append(people, w)
			}
			w.units, w.worth = append(w.units, d.Unit), w.worth+d.Worth.Minor
		}
	}
	slices.SortStableFunc(people, func(x, y *waiting) int { return cmp.Compare(y.worth, x.worth) })
	for _, w := range people {
		c, _ := b.Map.Contact(w.Contact)
		var allies []accountmap.ContactID
		for _, a := range w.Allies {
			allies = append(allies, a.Contact)
		}
		k.rows = append(k.rows, []sheet.Cell{b.TextCell(accountview.OneLine(c.Name)), b.TextCell(b.UnitName(c.Unit)), b.StanceCell(w.Stance), b.PowerCell(c.Power),
			b.MoneyCell(accountmap.Money{Minor: w.worth, Currency: b.data.Currency}), b.TextCell(b.Words.Roles(w.Roles)),
			b.TextCell(b.Words.Contacts(b.Map, allies)), b.TextCell(b.Words.Units(b.Map, w.units))})
	}
	return k
}

// indexRows is the number of rows that the index of sheets takes at most.
func (b *book) indexRows() int {
	rows := 2 // a gap and the head
	for _, g := range groups() {
		n := 0
		for _, t := range b.order {
			if t.group == g.id {
				n++
			}
		}
		rows += (n + indexColumns - 1) / indexColumns
	}
	return rows
}

// indexColumns is how many sheets stand in a row of the index.
const indexColumns = 2

// fillIndex lists every sheet that is not hidden by its group, with a link to it, in the rows from
// one on. It comes after the other sheets, which know by then whether they are hidden.
func (b *book) fillIndex(s *sheet.Sheet, at int) {
	s.Rows[at+1] = sheet.Row{Height: 16, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.JudgedIndex)), Style: b.Head}}}
	at += 2
	for _, g := range groups() {
		var jumps []sheet.Cell
		for _, t := range b.order {
			if t.group == g.id && t.sheet.Visibility == sheet.Visible && t.sheet != s {
				jumps = append(jumps, sheet.Cell{Value: sheet.Jump{Text: b.tab(t.sheet), Sheet: t.sheet}, Style: b.Jump})
			}
		}
		name := sheet.Cell{Value: sheet.Text(b.Words.Text(g.name)), Style: b.FigureNote}
		for some := range slices.Chunk(jumps, indexColumns) {
			s.Rows[at] = sheet.Row{Height: 16, Cells: append([]sheet.Cell{name}, some...)}
			name = sheet.Cell{}
			at++
		}
	}
}
