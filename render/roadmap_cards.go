package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

func (b *roadmap) addCards() {
	for _, s := range b.milestones {
		n := graph.Node{Group: graph.None, Class: []graph.Class{milestoneClass(s.Status)}, Label: s.Title, Detail: b.when(s),
			Place: &graph.Place{Row: slices.Index(b.phases, s.Phase), Column: b.undated}, Tooltip: b.tooltip(s)}
		if from, to, dated := stretch(s); dated {
			n.Place.Column = 0
			n.Place.Span = &graph.Span{From: b.scale.at(from), To: b.scale.at(to)}
		}
		if _, ok := b.late[string(s.ID)]; ok {
			n.Class = append(n.Class, classLate)
		}
		n.Class = append(n.Class, fadedUnless(b.seen == nil || b.seen.Contacts[s.Contact])...)
		if owner, ok := b.m.Member(s.Owner); ok {
			n.Badge = &graph.Badge{Text: initials(owner.Name)}
		}
		b.at[s.ID] = len(b.g.Nodes)
		b.g.Nodes = append(b.g.Nodes, n)
	}
}

// when says how a milestone stands and by when it is due: "17 days late · due 15 Oct 2026".
func (b *roadmap) when(s accountmap.Milestone) string {
	var parts []string
	due := b.words.ShortDate(s.Due)
	late, isLate := b.late[string(s.ID)]
	switch {
	case isLate:
		parts = append(parts, b.words.Count(terms.ViewsLate, late.Days))
	case s.Status == accountmap.MilestoneDone && due != "":
		return b.words.Text(terms.ViewsDoneBy, due)
	case s.Status == accountmap.MilestoneDropped && due != "":
		return b.words.Text(terms.ViewsDroppedBy, due)
	case s.Status != "":
		parts = append(parts, b.words.MilestoneStatus(s.Status))
	}
	switch {
	case due != "":
		parts = append(parts, b.words.Text(terms.ViewsDue, due))
	case !s.Start.IsZero():
		parts = append(parts, b.words.Text(terms.ViewsSince, b.words.ShortDate(s.Start)))
	}
	return strings.Join(parts, " · ")
}

func (b *roadmap) tooltip(s accountmap.Milestone) string {
	lines := []string{s.Title, b.when(s)}
	for _, part := range []struct{ key, value string }{
		{"start", b.words.Date(s.Start)}, {"due", b.words.Date(s.Due)}, {"owner", b.member(s.Owner)}, {"contact", b.contact(s.Contact)},
		{"goal", b.goal(s.Goal)},
	} {
		if part.value != "" {
			lines = append(lines, b.words.Field("milestones", part.key)+": "+part.value)
		}
	}
	return joinLines(lines)
}

func (b *roadmap) member(id accountmap.MemberID) string {
	t, _ := b.m.Member(id)
	return t.Name
}

func (b *roadmap) contact(id accountmap.ContactID) string {
	c, _ := b.m.Contact(id)
	return cmp.Or(c.Name, c.Title)
}

func (b *roadmap) goal(id accountmap.GoalID) string {
	g, _ := b.m.Goal(id)
	return g.Title
}

// addOrder draws what must be done before what.
func (b *roadmap) addOrder() {
	for _, s := range b.milestones {
		for _, before := range s.After {
			from, to := b.at[before], b.at[s.ID]
			e := graph.Edge{From: from, To: to, Class: []graph.Class{classAfter},
				Tooltip: b.g.Nodes[from].Label + " " + b.words.Text(terms.ViewsBefore) + " " + b.g.Nodes[to].Label}
			if slices.Contains(b.g.Nodes[from].Class, classFaded) || slices.Contains(b.g.Nodes[to].Class, classFaded) {
				e.Class = append(e.Class, classFaded)
			}
			b.g.Edges = append(b.g.Edges, e)
		}
	}
}
