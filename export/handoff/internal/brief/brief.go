// Package brief makes page one of a handoff, for a successor who needs the essentials first. Each
// list is short, and begins with the most important entries.
package brief

import (
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// limits are the limits for the entries of the lists, and for the letters of their texts.
type limits struct {
	moves, threads, promises, moments int
	people                            int // in a cell of the grid of stances
	letters, name                     int // of a text, and of a person with the unit
}

// sizes returns the limits from the largest to the smallest; the first that fit the page apply.
// Each omits the least important entries of every list.
func sizes() []limits {
	return []limits{
		{moves: 8, threads: 4, promises: 3, moments: 7, people: 3, letters: 96, name: 40},
		{moves: 8, threads: 4, promises: 3, moments: 6, people: 3, letters: 76, name: 30},
		{moves: 8, threads: 4, promises: 3, moments: 6, people: 2, letters: 64, name: 28},
		{moves: 8, threads: 3, promises: 3, moments: 5, people: 2, letters: 60, name: 30},
		{moves: 7, threads: 3, promises: 2, moments: 5, people: 2, letters: 56, name: 26},
		{moves: 5, threads: 3, promises: 2, moments: 4, people: 1, letters: 48, name: 24},
	}
}

// room is the printed height of the section in points, with one line for the title, one for the
// subtitle and two for the details.
const room = 645.

type page struct {
	*accountview.View
	limits
	watch  insight.Watching
	todo   []insight.Move
	coming []insight.Appointment // without regular talks and repeated showings, which need no action
}

// Section returns the brief of an account, for a page with a title, a subtitle and details.
func Section(v *accountview.View, head *document.Document) *document.Section {
	room := room - above(head)
	p := &page{View: v, watch: v.Insight().Watch(insight.WatchOptions{Limit: 100}),
		todo: v.Insight().Moves(insight.MoveOptions{Limit: sizes()[0].moves})}
	if !v.AsOf.IsZero() {
		p.coming = insight.Agenda(v.Map, v.AsOf, v.AsOf.AddDays(ahead), insight.AgendaIntroduction, insight.AgendaFollowUp, insight.AgendaPromise,
			insight.AgendaMilestone, insight.AgendaRenewal, insight.AgendaGoal)
	}
	var s *document.Section
	for _, p.limits = range sizes() {
		s = p.section()
		if cells.Height(s) <= room {
			break
		}
	}
	// The rest of the page is for longer texts and for more entries.
	grow := func(n *int, most int) bool {
		if *n >= most {
			return false
		}
		*n++
		larger := p.section()
		if cells.Height(larger) > room {
			*n--
			return false
		}
		s = larger
		return true
	}
	const usual = 60 // letters, enough for most texts
	for grow(&p.letters, usual) {
	}
	for grew := true; grew; {
		grew = false
		for _, list := range []struct {
			entries *int
			most    int
		}{{&p.moves, sizes()[0].moves}, {&p.moments, 9}, {&p.limits.threads, 8}, {&p.promises, 6}} {
			grew = grow(list.entries, list.most) || grew
		}
	}
	for grow(&p.letters, sizes()[0].letters) {
	}
	return s
}

// above estimates the height of further lines of the title, the subtitle and the details.
func above(head *document.Document) float64 {
	const date = 140. // beside the title
	var details document.Text
	for _, d := range head.Details {
		details = append(append(details, document.Plain(d.Label+" · ")), d.Text...)
	}
	return cells.Further(cells.Words(head.Title), 19, cells.PageWidth-date, 1) + cells.Further(cells.Words(head.Subtitle), 9, cells.PageWidth, 1) +
		cells.Further(details, 7.5, cells.PageWidth, 3)
}

func (p *page) section() *document.Section {
	s := &document.Section{ID: "brief", Title: p.Words.Text(terms.BriefTitle), Lead: true, Blocks: []document.Block{p.figures()}}
	add := func(id string, title terms.Key, count string, blocks ...document.Block) {
		text := p.Words.Text(title)
		if count != "" {
			text += ": " + count
		}
		if len(blocks) > 0 {
			s.Blocks = append(s.Blocks, cells.Titled(id, text, blocks...))
		}
	}
	add("first", terms.BriefDoFirst, "", p.doFirst()...)
	add("stand", terms.BriefStand, "", p.standing()...)
	add("thread", terms.BriefThread, p.number(p.Figures().SingleThreads), p.threads()...)
	add("verbal", terms.BriefVerbal, p.number(p.Figures().Verbal), p.verbal()...)
	if line, part := p.weeks(); line != nil {
		add("weeks", terms.BriefWeeks, part, line)
	}
	return s
}

// number returns the total number of entries of a list, or "" for none.
func (p *page) number(n int) string {
	if n == 0 {
		return ""
	}
	return p.Words.Number(n)
}
