package render

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// sign is a class that the legend explains by a word.
type sign struct {
	class graph.Class
	word  terms.Key
}

// The signs besides those of stances and levels of contact, which are in the order of their values.
var (
	signsOfChange = []sign{{classJoined, terms.ChangesHasJoined}, {classGone, terms.ChangesLegendGone}, {classMoved, terms.ChangesLegendMove},
		{classEdited, terms.ChangesLegendEdit}}
	signsOfAsking = []sign{{classAskGiven, terms.AdvocacyLegendGiven}, {classAskOpen, terms.AdvocacyLegendOpen},
		{classAskDeclined, terms.AdvocacyLegendNo}, {classAskCandidate, terms.AdvocacyLegendCould}}
	signsOfLines = []sign{
		{classReport, terms.MapLegendReportsTo}, {classAssistant, terms.MapLegendAssists},
		{relationshipClass(accountmap.RelationshipInfluence), terms.MapLegendInfluences},
		{relationshipClass(accountmap.RelationshipInformal), terms.MapLegendInformal},
		{relationshipClass(accountmap.RelationshipAlliance), terms.MapLegendAlliance},
		{relationshipClass(accountmap.RelationshipConflict), terms.MapLegendConflict},
		{classTieNew, terms.ChangesLegendNew}, {classTieGone, terms.ChangesLegendOld},
		{classReferred, terms.AdvocacyReferred}, {classReferOpen, terms.AdvocacyReferAsked}, {classReferRefused, terms.AdvocacyReferRefused},
	}
	signsOfCards = []sign{{classPlaceholder, terms.MapNotYetKnown}, {classLeft, terms.MapLeft}}
)

// legend explains the signs that a graph of contacts uses, and no others.
func legend(g *graph.Graph, words *terms.Terms) []graph.LegendSection {
	nodes, badges, edges := usedClasses(g)
	var sections []graph.LegendSection
	add := func(title terms.Key, entries []graph.LegendEntry) {
		if len(entries) > 0 {
			s := graph.LegendSection{Entries: entries}
			if title != "" {
				s.Title = words.Text(title)
			}
			sections = append(sections, s)
		}
	}
	used := func(kind graph.LegendKind, signs []sign, classes map[graph.Class]bool) (entries []graph.LegendEntry) {
		for _, s := range signs {
			if classes[s.class] {
				entries = append(entries, entry(kind, s.class, words.Text(s.word)))
			}
		}
		return entries
	}
	var stances, levels []graph.LegendEntry
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		if class := stanceClass(s); nodes[class] {
			stances = append(stances, entry(graph.LegendGlyph, class, words.Stance(s)))
		}
	}
	add(terms.MapLegendStance, stances)
	if slices.ContainsFunc(g.Nodes, func(n graph.Node) bool { return n.Level != nil }) {
		add("", []graph.LegendEntry{{Kind: graph.LegendLevel, Label: words.Text(terms.MapLegendPower)}})
	}
	for _, l := range append([]accountmap.ContactLevel{""}, accountmap.ContactLevels()...) {
		if class := contactLevelClass(l); badges[class] {
			levels = append(levels, entry(graph.LegendBadge, class, words.ContactLevel(l)))
		}
	}
	add(terms.MapLegendContact, levels)
	add(terms.ChangesLegend, used(graph.LegendGlyph, signsOfChange, nodes))
	add(terms.AdvocacyLegend, used(graph.LegendGlyph, signsOfAsking, nodes))
	add("", append(used(graph.LegendLine, signsOfLines, edges), used(graph.LegendCard, signsOfCards, nodes)...))
	return sections
}

func entry(kind graph.LegendKind, class graph.Class, label string) graph.LegendEntry {
	return graph.LegendEntry{Kind: kind, Class: []graph.Class{class}, Label: label}
}

func usedClasses(g *graph.Graph) (nodes, badges, edges map[graph.Class]bool) {
	nodes, badges, edges = map[graph.Class]bool{}, map[graph.Class]bool{}, map[graph.Class]bool{}
	mark := func(used map[graph.Class]bool, classes []graph.Class) {
		for _, c := range classes {
			used[c] = true
		}
	}
	for _, n := range g.Nodes {
		mark(nodes, n.Class)
		for _, note := range n.Notes {
			mark(nodes, note.Class)
		}
		if n.Badge != nil {
			mark(badges, n.Badge.Class)
		}
	}
	for _, e := range g.Edges {
		mark(edges, e.Class)
	}
	return nodes, badges, edges
}
