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
	for _, n := range []*int{&p.moves, &p.moments} { // the rest of the page is for more steps, and for the next weeks
		for *n < sizes()[0].moments {
			*n++
			more := p.section()
			if cells.Height(more) > room {
				*n--
				break
			}
			s = more
		}
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
	for _, part := range []struct {
		id    string
		title terms.Key
		count int // the total number of entries, of which the part lists some; 0 is not shown
		make  func() []document.Block
	}{
		{"first", terms.BriefDoFirst, 0, p.doFirst},
		{"stand", terms.BriefStand, 0, p.standing},
		{"thread", terms.BriefThread, p.Figures().SingleThreads, p.threads},
		{"verbal", terms.BriefVerbal, p.Figures().Verbal, p.verbal},
		{"weeks", terms.BriefWeeks, 0, p.weeks},
	} {
		if blocks := part.make(); len(blocks) > 0 {
			title := p.Words.Text(part.title)
			if part.count > 0 {
				title += ": " + p.Words.Number(part.count)
			}
			s.Blocks = append(s.Blocks, cells.Titled(part.id, title, blocks...))
		}
	}
	return s
}
