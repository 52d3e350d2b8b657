package render

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// classes returns every class that a view can use.
func classes() []graph.Class {
	all := []graph.Class{class.Report, class.Assistant, class.Placeholder, class.Left, class.External, class.Holding, class.Outside, class.NobodyOfUs, class.Faded, class.Summary, class.Plain,
		class.GroupNew, class.GroupEnded, class.Joined, class.Gone, class.Moved, class.Edited, class.TieNew, class.TieEnded, class.AskGiven, class.AskOpen,
		class.AskDeclined, class.Referred, class.ReferOpen, class.ReferRefused,
		class.Stance(accountmap.StanceUnknown), class.ContactLevel("")}
	all = append(all, class.UnitBand, class.LineBand, class.Nobody, class.WinOver, class.RelyOn, class.FindOut, class.Owner, class.Alarm, class.Today,
		class.Late, class.WatchWinOver, class.WatchThread, class.WatchFindOut, class.WatchSell, class.Elsewhere, class.Leaver, class.Uncovered, class.After, class.Status(accountmap.CoverageUnassessed), class.Milestone(""))
	for _, lines := range []int{1, 2, 9} {
		ribbon := class.Ribbon(lines)
		all = append(all, ribbon[len(ribbon)-1])
	}
	for _, s := range accountmap.CoverageStatuses() {
		all = append(all, class.Status(s))
	}
	for _, s := range accountmap.MilestoneStatuses() {
		all = append(all, class.Milestone(s))
	}
	for _, s := range accountmap.Stances() {
		all = append(all, class.Stance(s))
	}
	for _, l := range accountmap.ContactLevels() {
		all = append(all, class.ContactLevel(l))
	}
	for _, k := range accountmap.RelationshipKinds() {
		all = append(all, class.Relationship(k))
	}
	return all
}
