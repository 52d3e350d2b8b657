// Package brief makes page one of a handoff: what somebody who takes the account over must know
// first. Every list of it is short, and what matters most is at its head.
package brief

import (
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// The lengths of the lists, so that all of them fit a page in every language: measured with names
// of 60 letters and texts of 300.
const (
	movesAtMost    = 7
	threadsAtMost  = 4
	promisesAtMost = 3
	momentsAtMost  = 7
)

// A page is what the parts of the brief share.
type page struct {
	*accountview.View
	watch insight.Watching
}

// Section is the brief of an account.
func Section(v *accountview.View) *document.Section {
	p := &page{View: v, watch: insight.Watch(v.Map, v.AsOf, insight.WatchOptions{Limit: 100})}
	s := &document.Section{ID: "brief", Title: v.Words.Text(terms.BriefTitle), Lead: true, Blocks: []document.Block{p.figures()}}
	for _, part := range []struct {
		id    string
		title terms.Key
		make  func() []document.Block
	}{
		{"first", terms.BriefDoFirst, p.doFirst},
		{"stand", terms.BriefStand, p.stand},
		{"thread", terms.BriefThread, p.threads},
		{"verbal", terms.BriefVerbal, p.verbal},
		{"weeks", terms.BriefWeeks, p.weeks},
	} {
		if blocks := part.make(); len(blocks) > 0 {
			s.Blocks = append(s.Blocks, cells.Titled(part.id, v.Words.Text(part.title), blocks...))
		}
	}
	return s
}
