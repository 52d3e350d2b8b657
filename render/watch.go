package render

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// addWatch puts what matters most into the head of the map: a headline, and a box each of whom to
// win over, what hangs by a thread, what to find out and what to sell. There is nothing to watch on
// a client's copy.
func (b *people) addWatch() {
	if b.hideWatch {
		return
	}
	w := insight.Watch(b.m, b.asOf, insight.WatchOptions{Limit: 24})
	b.g.Headline = b.headline(w)
	for _, p := range []graph.Point{
		b.watched(class.WatchWinOver, b.words.Text(terms.ViewsWinOver), b.withPower(w.ToWinOver.Total, insight.DefaultPowerToWin), w.ToWinOver, b.person),
		b.watched(class.WatchThread, b.words.Text(terms.MapWatchThread), b.words.Count(terms.MapWatchUnits, w.HangsOnOne.Total), w.HangsOnOne, b.unit),
		b.watched(class.WatchFindOut, b.words.Text(terms.ViewsFindOut), b.words.Count(terms.MapPeople, w.ToFindOut.Total), w.ToFindOut, b.person),
		b.watched(class.WatchSell, b.words.Text(terms.MapWatchSell), b.amountOpen(w.ToSell.Worth), w.ToSell, b.cell),
	} {
		if len(p.Lines) > 0 {
			b.g.Points = append(b.g.Points, p)
		}
	}
}

// headline is the client with the first two of: power against us, units that hang by a thread, power
// that we do not know, and what is open, each with the number of its box. It is empty with nothing
// to say.
func (b *people) headline(w insight.Watching) string {
	threads := w.HangsOnOne.Total
	if len(b.m.Serving(b.asOf)) == 0 {
		threads = 0 // nobody has recorded who of us knows whom
	}
	var parts []string
	for _, part := range []struct {
		key   terms.Key
		count int
	}{{terms.MapWatchAgainst, w.ToWinOver.Total}, {terms.MapWatchHangs, threads}, {terms.MapWatchUnknown, w.ToFindOut.Total}} {
		if part.count > 0 {
			parts = append(parts, b.words.Count(part.key, part.count))
		}
	}
	if open := b.amountOpen(w.ToSell.Worth); open != "" {
		parts = append(parts, open)
	}
	if len(parts) == 0 {
		return ""
	}
	return joined([]string{b.m.Profile().Name, strings.Join(parts[:min(2, len(parts))], "; ")}, " · ")
}

func (b *people) withPower(people, power int) string {
	return b.words.Count(terms.MapWatchPower, people, power)
}

// amountOpen is "769k a year still open", and empty for no amount.
func (b *people) amountOpen(open accountmap.Money) string {
	if open.IsZero() {
		return ""
	}
	return b.words.Text(terms.BriefAYearOpen, b.words.ShortAmount(open))
}

// watched is the box of a list. Entries with the same reasons share a line.
func (b *people) watched(sign graph.Class, title, total string, list insight.WatchList, who func(insight.Watched) string) graph.Point {
	type line struct {
		who []string
		why string
	}
	var lines []line
	for _, e := range list.Entries {
		why := b.why(e)
		if e.Product != "" {
			lines = append(lines, line{[]string{who(e)}, why}) // each has an amount of its own
			continue
		}
		if i := slices.IndexFunc(lines, func(l line) bool { return l.why == why }); i >= 0 {
			lines[i].who = append(lines[i].who, who(e))
			continue
		}
		lines = append(lines, line{[]string{who(e)}, why})
	}
	p := graph.Point{Title: joined([]string{title, total}, " · "), Class: []graph.Class{sign}}
	for _, l := range lines {
		const most = 3 // names in a line
		if more := len(l.who) - most; more > 0 {
			l.who = append(l.who[:most:most], b.words.Count(terms.MapMore, more))
		}
		p.Lines = append(p.Lines, joined([]string{strings.Join(l.who, ", "), l.why}, ": "))
	}
	return p
}

// why has the main reasons, without those that the map shows, or that the title counts.
func (b *people) why(e insight.Watched) string {
	var parts []string
	const most = 2
	for _, f := range e.Factors {
		switch f.Reason {
		case accountmap.ReasonHasSay, accountmap.ReasonBuys, accountmap.ReasonOpenPotential:
		default:
			if len(parts) < most {
				parts = append(parts, b.words.Why(b.m, f))
			}
		}
	}
	return strings.Join(parts, " · ")
}

func (b *people) person(e insight.Watched) string {
	if c, ok := b.m.Contact(e.Contact); ok && c.Name != "" {
		return c.Name
	} else if ok {
		return c.Title
	}
	return string(e.Contact)
}

func (b *people) unit(e insight.Watched) string {
	if u, ok := b.m.Unit(e.Unit); ok {
		return u.Name
	}
	return b.m.Profile().Name // the whole client
}

// cell is "81.6k Core, Retail": the yearly potential of a product in a unit.
func (b *people) cell(e insight.Watched) string {
	name := ""
	for p := range b.m.Products() {
		if p.ID == e.Product {
			name = p.Name
		}
	}
	amount := ""
	if !e.Worth.IsZero() {
		amount = b.words.ShortAmount(e.Worth)
	}
	return joined([]string{amount, joined([]string{name, b.unit(e)}, ", ")}, " ")
}
