package class

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

type sign struct {
	class graph.Class
	word  terms.Key
}

func lineSigns() []sign {
	return []sign{
		{Report, terms.MapLegendReportsTo}, {Assistant, terms.MapLegendAssists},
		{Relationship(accountmap.RelationshipInfluence), terms.MapLegendInfluences},
		{Relationship(accountmap.RelationshipInformal), terms.MapLegendInformal},
		{Relationship(accountmap.RelationshipAlliance), terms.MapLegendAlliance},
		{Relationship(accountmap.RelationshipConflict), terms.MapLegendConflict},
		{TieNew, terms.ChangesLegendNew}, {TieEnded, terms.ChangesLegendOld},
		{Referred, terms.AdvocacyReferred}, {ReferOpen, terms.AdvocacyReferAsked},
		{ReferRefused, terms.AdvocacyReferRefused},
	}
}

// Word returns the word for a line by its classes, or "" for a line that needs none.
func Word(line []graph.Class, words *terms.Terms) string {
	for _, s := range lineSigns() {
		if slices.Contains(line, s.class) {
			return words.Text(s.word)
		}
	}
	return ""
}

// Legend explains the classes that a graph of contacts uses, and no others.
func Legend(g *graph.Graph, words *terms.Terms) []graph.LegendSection {
	nodes, badges, edges := Used(g)
	explain := func(kind graph.LegendKind, signs []sign, used map[graph.Class]bool) (entries []graph.LegendEntry) {
		for _, s := range signs {
			if used[s.class] {
				entries = append(entries, Entry(kind, s.class, words.Text(s.word)))
			}
		}
		return entries
	}
	cards := []sign{{Placeholder, terms.MapNotYetKnown}, {Left, terms.MapLeft}}
	changes := []sign{{Joined, terms.ChangesHasJoined}, {Gone, terms.ChangesLegendGone}, {Moved, terms.ChangesLegendMove}, {Edited, terms.ChangesLegendEdit}}
	requests := []sign{{AskGiven, terms.AdvocacyLegendGiven}, {AskOpen, terms.AdvocacyLegendOpen}, {AskDeclined, terms.AdvocacyLegendNo}}
	var power, levels []graph.LegendEntry
	if slices.ContainsFunc(g.Nodes, func(n graph.Node) bool { return n.Level != nil }) {
		power = []graph.LegendEntry{{Kind: graph.LegendLevel, Label: words.Text(terms.MapLegendPower)}}
	}
	for _, l := range append([]accountmap.ContactLevel{""}, accountmap.ContactLevels()...) {
		if c := ContactLevel(l); badges[c] {
			levels = append(levels, Entry(graph.LegendBadge, c, words.ContactLevel(l)))
		}
	}
	if badges[NobodyOfUs] {
		levels = append(levels, Entry(graph.LegendBadge, NobodyOfUs, words.Text(terms.MapNobodyOfUs)))
	}
	others := append(explain(graph.LegendLine, lineSigns(), edges), explain(graph.LegendCard, cards, nodes)...)
	if slices.ContainsFunc(g.Edges, graph.Edge.Loose) {
		others = append(others, graph.LegendEntry{Kind: graph.LegendWords, Label: words.Text(terms.MapLegendWords)})
	}
	if slices.ContainsFunc(g.Edges, func(e graph.Edge) bool { return e.Weight != 0 && e.Weight != 1 }) {
		others = append(others, graph.LegendEntry{Kind: graph.LegendWords, Label: words.Text(terms.MapLegendStronger)})
	}
	return Sections(
		graph.LegendSection{Title: words.Text(terms.MapLegendStance), Entries: Stances(nodes, words)},
		graph.LegendSection{Entries: power},
		graph.LegendSection{Title: words.Text(terms.MapLegendContact), Entries: levels},
		graph.LegendSection{Title: words.Text(terms.MapLegendOurs), Entries: owners(g)},
		graph.LegendSection{Title: words.Text(terms.ChangesLegend), Entries: explain(graph.LegendGlyph, changes, nodes)},
		graph.LegendSection{Title: words.Text(terms.AdvocacyLegend), Entries: explain(graph.LegendGlyph, requests, nodes)},
		graph.LegendSection{Entries: others},
	)
}

// owners explains the letters in the badges, in the order of the graph. If two people share
// letters, each has an entry.
func owners(g *graph.Graph) (entries []graph.LegendEntry) {
	for _, n := range g.Nodes {
		if n.Badge == nil || n.Badge.Name == "" {
			continue
		}
		e := graph.LegendEntry{Kind: graph.LegendLetters, Letters: n.Badge.Text, Label: n.Badge.Name}
		if !slices.ContainsFunc(entries, func(o graph.LegendEntry) bool { return o.Letters == e.Letters && o.Label == e.Label }) {
			entries = append(entries, e)
		}
	}
	return entries
}

// Sections returns the sections with entries.
func Sections(all ...graph.LegendSection) (filled []graph.LegendSection) {
	for _, s := range all {
		if len(s.Entries) > 0 {
			filled = append(filled, s)
		}
	}
	return filled
}

// Entry returns the legend entry that explains a class by a label.
func Entry(kind graph.LegendKind, class graph.Class, label string) graph.LegendEntry {
	return graph.LegendEntry{Kind: kind, Class: []graph.Class{class}, Label: label}
}

// Stances explains the stances in use, unknown last.
func Stances(used map[graph.Class]bool, words *terms.Terms) (entries []graph.LegendEntry) {
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		if c := Stance(s); used[c] {
			entries = append(entries, Entry(graph.LegendGlyph, c, words.Stance(s)))
		}
	}
	return entries
}

// Used returns the sets of classes of cards with their notes, of badges, and of lines.
func Used(g *graph.Graph) (nodes, badges, edges map[graph.Class]bool) {
	nodes, badges, edges = map[graph.Class]bool{}, map[graph.Class]bool{}, map[graph.Class]bool{}
	for _, n := range g.Nodes {
		Add(nodes, n.Class)
		for _, note := range n.Notes {
			Add(nodes, note.Class)
		}
		if n.Badge != nil {
			Add(badges, n.Badge.Class)
		}
	}
	for _, e := range g.Edges {
		Add(edges, e.Class)
	}
	return nodes, badges, edges
}

// Add adds classes to a set.
func Add(used map[graph.Class]bool, classes []graph.Class) {
	for _, c := range classes {
		used[c] = true
	}
}
