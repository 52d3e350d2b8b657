package render

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
)

// This file alone turns the domain's values into classes; a theme turns classes into looks.

func stanceClass(s accountmap.Stance) graph.Class {
	if s == accountmap.StanceUnknown {
		return "stance-unknown"
	}
	return graph.Class("stance-" + s)
}

func contactLevelClass(l accountmap.ContactLevel) graph.Class {
	if l == "" {
		return "contact-unknown"
	}
	return graph.Class("contact-" + l)
}

func relationshipClass(k accountmap.RelationshipKind) graph.Class { return graph.Class("edge-" + k) }

const (
	classReport      graph.Class = "edge-report"
	classAssistant   graph.Class = "edge-assistant"
	classPlaceholder graph.Class = "placeholder"
	classLeft        graph.Class = "left"
	classExternal    graph.Class = "external"
	classHolding     graph.Class = "group-holding"
	classOutside     graph.Class = "group-outside"
	classFaded       graph.Class = "faded"
	classSummary     graph.Class = "summary" // a card that stands for a page or for many people
	classPlain       graph.Class = "plain"   // a card that says nothing of where somebody stands
	classGroupNew    graph.Class = "group-new"
	classGroupEnded  graph.Class = "group-ended"

	classJoined  graph.Class = "change-joined"
	classGone    graph.Class = "change-left"
	classMoved   graph.Class = "change-moved"
	classEdited  graph.Class = "change-edited"
	classTieNew  graph.Class = "edge-new"
	classTieGone graph.Class = "edge-ended"

	classAskGiven     graph.Class = "ask-given"
	classAskOpen      graph.Class = "ask-open"
	classAskDeclined  graph.Class = "ask-declined"
	classAskCandidate graph.Class = "ask-candidate"
	classReferred     graph.Class = "edge-given"
	classReferOpen    graph.Class = "edge-open"
	classReferRefused graph.Class = "edge-declined"
)

// statusClass is that of a cell of the coverage matrix.
func statusClass(s accountmap.Status) graph.Class {
	if s == accountmap.StatusUnassessed {
		return "status-unassessed"
	}
	return graph.Class("status-" + s)
}

// Classes of what stands on a grid.
const (
	classUnitBand graph.Class = "band-unit"
	classLineBand graph.Class = "band-line"
	classNobody   graph.Class = "nobody"
	classWinOver  graph.Class = "zone-win-over"
	classRelyOn   graph.Class = "zone-rely-on"
	classFindOut  graph.Class = "zone-find-out"
	classOwner    graph.Class = "owner"
	classAlarm    graph.Class = "alarm"
	classToday    graph.Class = "today"
	classLate     graph.Class = "late"
	classAfter    graph.Class = "edge-after"
)

// milestoneClass is that of a milestone's card.
func milestoneClass(s accountmap.MilestoneStatus) graph.Class {
	if s == "" {
		return "milestone-unknown"
	}
	return graph.Class("milestone-" + s)
}

// askClass is that of what came of asking for an endorsement. One that has expired is as good as none.
func askClass(e accountmap.Endorsement, asOf accountmap.Date) graph.Class {
	switch {
	case !e.Given.IsZero() && !e.Expired(asOf):
		return classAskGiven
	case !e.Given.IsZero(), !e.Declined.IsZero():
		return classAskDeclined
	}
	return classAskOpen
}

// contactClasses are those of a contact's card. The client reads of no stance, nor that one is not known.
func (b *people) contactClasses(c accountmap.Contact) []graph.Class {
	classes := []graph.Class{stanceClass(c.Stance)}
	if b.client {
		classes = []graph.Class{classPlain}
	}
	if c.Placeholder {
		classes = append(classes, classPlaceholder)
	}
	if c.External {
		classes = append(classes, classExternal)
	}
	if !c.Left.IsZero() {
		classes = append(classes, classLeft)
	}
	return classes
}
