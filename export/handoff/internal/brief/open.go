package brief

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
)

// threads lists the units that depend on one person, or where we know nobody. Units with the same
// reason share a row. The worth of the whole client, which comes first, includes its units.
func (p *page) threads() []document.Block {
	type thread struct {
		whole       bool
		units       []string
		text        string
		worth, open accountmap.Sums
	}
	var threads []thread
	for _, e := range p.watch.HangsOnOne.Entries {
		unit := p.UnitName(e.Unit)
		if e.Unit == "" {
			unit = p.Words.Text(terms.HandoffWholeClient)
		}
		text, open := p.threadText(e)
		if i := slices.IndexFunc(threads, func(t thread) bool { return t.text == text }); i >= 0 {
			threads[i].units = append(threads[i].units, unit)
			if threads[i].open = threads[i].open.Add(open...); !threads[i].whole {
				threads[i].worth = threads[i].worth.Add(e.Worth...)
			}
			continue
		}
		threads = append(threads, thread{e.Unit == "", []string{unit}, text, e.Worth, open})
	}
	var rows []document.Row
	more := p.Figures().SingleThreads // in units, as in the heading
	for _, t := range threads[:enough(len(threads), p.limits.threads)] {
		if more -= len(t.units); t.whole {
			more++
		}
		phrases := []string{t.text}
		if len(t.worth) > 0 {
			phrases = append(phrases, p.Words.Text(terms.BriefAYear, p.ShortAmounts(t.worth)))
		}
		if len(t.open) > 0 {
			phrases = append(phrases, p.Words.Text(terms.BriefAYearOpen, p.ShortAmounts(t.open)))
		}
		rows = append(rows, document.Row{cells.RowHead(cells.Words(p.few(t.units))), cells.TextCell(p.whole(phrases, p.letters+56))})
	}
	return p.listed(more, []int{3, 8}, rows)
}

// whole joins the phrases that fit a number of letters, and marks omissions.
func (p *page) whole(phrases []string, letters int) string {
	for n := len(phrases); n > 1; n-- {
		text := p.Words.Clauses(phrases[:n])
		if n < len(phrases) {
			text += "…"
		}
		if len([]rune(text)) <= letters {
			return text
		}
	}
	return cells.Short(phrases[0], letters)
}

// threadText returns why the contact with a unit is fragile, without amounts, and the open
// potential there.
func (p *page) threadText(e insight.Watched) (text string, open accountmap.Sums) {
	var parts []string
	const most = 2 // reasons, the main reasons first
	for _, f := range e.Factors {
		switch f.Reason {
		case accountmap.ReasonBuys: // the value of the unit
		case accountmap.ReasonOpenPotential:
			open = f.Amounts
		default:
			if len(parts) < most {
				parts = append(parts, p.Words.Why(p.Map, f))
			}
		}
	}
	return p.Words.Clauses(parts), open
}

func (p *page) few(names []string) string {
	const most = 3
	if shown := enough(len(names), most); shown < len(names) {
		names = append(names[:shown:shown], p.Words.Count(terms.MapMore, len(names)-shown))
	}
	for i := range names {
		names[i] = cells.Short(names[i], p.name)
	}
	return cells.Short(strings.Join(names, ", "), 2*p.name)
}

// listed returns a plain table of rows, followed by the number of omitted rows. It returns nil
// without rows.
func (p *page) listed(more int, widths []int, rows []document.Row) []document.Block {
	if len(rows) == 0 {
		return nil
	}
	blocks := []document.Block{cells.Table(widths, rows...)}
	if more > 0 {
		blocks = append(blocks, &document.Paragraph{Text: cells.Muted(p.Words.Count(terms.MapMore, more))})
	}
	return blocks
}

// enough returns the number of listed entries among n. A single omitted entry is listed instead,
// since a note of its omission needs a line too.
func enough(n, most int) int {
	if n == most+1 {
		return n
	}
	return min(n, most)
}

// verbal lists the open promises without a written record, the earliest due first.
func (p *page) verbal() []document.Block {
	var open []accountmap.Commitment
	for c := range p.Map.Commitments() {
		if c.IsOpen() && c.Verbal {
			open = append(open, c)
		}
	}
	slices.SortStableFunc(open, func(a, b accountmap.Commitment) int { return cells.CompareDue(a.Due, b.Due) })
	var rows []document.Row
	for _, c := range open[:enough(len(open), p.promises)] {
		by, to := p.Sides(c)
		who := p.Words.Text(terms.BriefFromTo, cells.Short(by, 24), cells.Short(to, p.name))
		rows = append(rows, document.Row{cells.TextCell(cells.Short(c.Text, p.letters+8)), cells.Cell(cells.Muted(who)), p.due(c.Due)})
	}
	return p.listed(len(open)-len(rows), []int{29, 18, 10}, rows)
}

func (p *page) due(day accountmap.Date) document.Cell {
	c := cells.Cell(cells.Muted(p.day(day)))
	if !day.IsZero() && !p.AsOf.IsZero() && day.Before(p.AsOf) {
		c = cells.Cell(document.Text{document.Toned{Text: p.late(day.DaysTo(p.AsOf)), Tone: cells.AlarmTone}})
	}
	c.Number = true
	return c
}

func (p *page) late(days int) string {
	return strings.ReplaceAll(p.Words.Count(terms.BriefLate, days), " ", "\u00a0")
}

// day returns a date without its year, unless the year differs from the year of the page.
func (p *page) day(d accountmap.Date) string {
	text := p.Words.ShortDate(d)
	if d.Year == p.AsOf.Year {
		text = p.Words.DayMonth(d)
	}
	return strings.ReplaceAll(text, " ", "\u00a0")
}
