package brief

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
)

const (
	named      = 3 // the minimal power of named people
	heavy      = 4 // the minimal power of strong names, on the tint of the stance
	dotsIn     = 7 // the maximal number of dots in a cell; more people are counted
	gridName   = 16
	gridLetter = 32
)

// standing returns a grid of people, with stances as columns from against to for, and power as rows.
// People of little power are dots.
func (p *page) standing() []document.Block {
	people := map[int]map[accountmap.Stance][]accountmap.Contact{}
	count := 0
	for c := range p.Map.Contacts() {
		if !c.Here(p.AsOf) {
			continue
		}
		count++
		if people[c.Power] == nil {
			people[c.Power] = map[accountmap.Stance][]accountmap.Contact{}
		}
		people[c.Power][c.Stance] = append(people[c.Power][c.Stance], c)
	}
	if count == 0 {
		return nil
	}
	stances := columns()
	head := document.Row{cells.TextCell(p.Words.Text(terms.ColumnPower))}
	widths := []int{9}
	for _, s := range stances {
		head = append(head, cells.Cell(document.Text{document.Toned{Text: p.Words.StanceMark(s) + "\u00a0", Tone: cells.StanceTone(s)}, document.Strong(p.Words.Stance(s))}))
		widths = append(widths, 18)
	}
	var rows []document.Row
	for power := 5; power >= 1; power-- {
		if len(people[power]) == 0 {
			continue
		}
		row := document.Row{cells.RowHead(cells.Words(p.Words.Number(power)))}
		for _, s := range stances {
			row = append(row, p.standingCell(power, s, people[power][s]))
		}
		rows = append(rows, row)
	}
	table := cells.Table(widths, rows...)
	table.Head = []document.Row{head}
	note := p.powerless(people[0], len(people[1])+len(people[2]) > 0)
	if len(rows) == 0 {
		return []document.Block{note}
	}
	return []document.Block{table, note}
}

func columns() []accountmap.Stance {
	list := accountmap.Stances() // from the best to the worst
	slices.Reverse(list)
	middle := slices.Index(list, accountmap.StanceNeutral) + 1
	return slices.Insert(list, middle, accountmap.StanceUnknown)
}

// standingCell lists the people of one power and stance, deciders first.
func (p *page) standingCell(power int, s accountmap.Stance, people []accountmap.Contact) document.Cell {
	if len(people) == 0 {
		return document.Cell{}
	}
	if power < named {
		text := strings.Repeat("●", min(len(people), dotsIn))
		if len(people) > dotsIn {
			text = p.Words.Number(len(people)) + "\u00a0●"
		}
		return cells.Cell(document.Text{document.Toned{Text: text, Tone: cells.StanceTone(s)}})
	}
	slices.SortStableFunc(people, func(a, b accountmap.Contact) int { return len(b.Decides()) - len(a.Decides()) })
	var lines []document.Text
	shown := enough(len(people), p.limits.people)
	for _, c := range people[:shown] {
		switch name := p.gridName(c); {
		case power >= heavy:
			lines = append(lines, cells.Strong(name))
		case c.Placeholder:
			lines = append(lines, cells.Muted(name))
		default:
			lines = append(lines, cells.Words(name))
		}
	}
	if more := len(people) - shown; more > 0 {
		lines = append(lines, cells.Muted(p.Words.Count(terms.MapMore, more)))
	}
	c := cells.Cell(lines...)
	if power >= heavy {
		c.Tone = cells.StanceTone(s)
	}
	return c
}

// gridName returns a name for a narrow column. An unknown person is a question mark.
func (p *page) gridName(c accountmap.Contact) string {
	name := p.PersonName(c)
	if c.Placeholder {
		return cells.Short(strings.TrimSuffix(name, "?"), gridLetter) + "?"
	}
	return cells.Short(cells.Brief(name, gridName), gridLetter)
}

// powerless counts everybody, explains the dots if there are any, and names the people without a
// recorded power.
func (p *page) powerless(byStance map[accountmap.Stance][]accountmap.Contact, dots bool) document.Block {
	text := p.StandingWords() + "."
	if dots {
		text += " " + p.Words.Text(terms.BriefDots)
	}
	var names []string
	for _, s := range columns() {
		for _, c := range byStance[s] {
			names = append(names, p.gridName(c))
		}
	}
	if shown := enough(len(names), p.limits.people); shown < len(names) {
		names = append(names[:shown:shown], p.Words.Count(terms.MapMore, len(names)-shown))
	}
	if len(names) > 0 {
		text += " " + p.Words.Text(terms.BriefNoPower, strings.Join(names, ", "))
	}
	return &document.Paragraph{Text: cells.Muted(text)}
}
