// Package class converts the account's values to the classes of a picture, and explains the classes
// in a legend. No other package does; a theme gives classes their looks.
package class

import (
	"cmp"
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
)

// The classes of cards and boxes.
const (
	Placeholder graph.Class = "placeholder"
	Left        graph.Class = "left"
	External    graph.Class = "external"
	NobodyOfUs  graph.Class = "contact-nobody"
	Faded       graph.Class = "faded"
	Summary     graph.Class = "summary" // a card for a page or for many people
	Plain       graph.Class = "plain"   // a card without a stance
	Holding     graph.Class = "group-holding"
	Outside     graph.Class = "group-outside"
)

// The classes of lines.
const (
	Report       graph.Class = "edge-report"
	Assistant    graph.Class = "edge-assistant"
	Referred     graph.Class = "edge-given"
	ReferOpen    graph.Class = "edge-open"
	ReferRefused graph.Class = "edge-declined"
	TieNew       graph.Class = "edge-new"
	TieEnded     graph.Class = "edge-ended"
	After        graph.Class = "edge-after"
	Elsewhere    graph.Class = "elsewhere" // a reference to other pages
)

// The classes of changes.
const (
	Joined     graph.Class = "change-joined"
	Gone       graph.Class = "change-left"
	Moved      graph.Class = "change-moved"
	Edited     graph.Class = "change-edited"
	GroupNew   graph.Class = "group-new"
	GroupEnded graph.Class = "group-ended"
)

// The classes of requests for referrals and testimonials.
const (
	AskGiven    graph.Class = "ask-given"
	AskOpen     graph.Class = "ask-open"
	AskDeclined graph.Class = "ask-declined"
)

// The classes of a table's parts.
const (
	UnitBand  graph.Class = "band-unit"
	LineBand  graph.Class = "band-line"
	Nobody    graph.Class = "nobody"
	WinOver   graph.Class = "zone-win-over"
	RelyOn    graph.Class = "zone-rely-on"
	FindOut   graph.Class = "zone-find-out"
	Owner     graph.Class = "owner"
	Alarm     graph.Class = "alarm"
	Leaver    graph.Class = "leaver"    // a member of our team who leaves
	Uncovered graph.Class = "uncovered" // known to no member of our team
	Today     graph.Class = "today"
	Late      graph.Class = "late"
)

// The classes of the boxes in the head of a map.
const (
	WatchWinOver graph.Class = "point-win-over"
	WatchThread  graph.Class = "point-thread"
	WatchFindOut graph.Class = "point-find-out"
	WatchSell    graph.Class = "point-sell"
)

// Ribbon returns the classes of a merged line that represents a number of lines: the class of the
// legend, and the class of the width if it is not the usual one.
func Ribbon(lines int) []graph.Class {
	const usual = "ribbon-wide"
	switch {
	case lines > 5:
		return []graph.Class{usual, "ribbon-broad"}
	case lines > 1:
		return []graph.Class{usual}
	}
	return []graph.Class{usual, "ribbon"}
}

// Stance returns the class of a card by stance.
func Stance(s accountmap.Stance) graph.Class { return prefixed("stance-", string(s)) }

// ContactLevel returns the class of a badge by the level of contact.
func ContactLevel(l accountmap.ContactLevel) graph.Class { return prefixed("contact-", string(l)) }

// Milestone returns the class of a milestone's card by status.
func Milestone(s accountmap.MilestoneStatus) graph.Class { return prefixed("milestone-", string(s)) }

func prefixed(prefix, value string) graph.Class {
	value = cmp.Or(value, "unknown")
	return graph.Class(prefix + value)
}

// Relationship returns the class of a tie's line.
func Relationship(k accountmap.RelationshipKind) graph.Class { return graph.Class("edge-" + k) }

// Status returns the class of a cell of the coverage matrix.
func Status(s accountmap.CoverageStatus) graph.Class {
	if s == accountmap.CoverageUnassessed {
		return "status-unassessed"
	}
	return graph.Class("status-" + s)
}

// Asked returns the class of a request by its outcome. An expired endorsement counts as declined.
func Asked(e accountmap.Endorsement, asOf accountmap.Date) graph.Class {
	switch {
	case !e.Given.IsZero() && !e.Expired(asOf):
		return AskGiven
	case !e.Given.IsZero(), !e.Declined.IsZero():
		return AskDeclined
	}
	return AskOpen
}
