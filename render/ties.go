package render

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// addReportingLines hangs reports below their managers and assistants beside whom they assist. Who does both hangs beside, and the line to
// the manager is led there like any other.
func (b *people) addReportingLines() {
	for c := range b.m.Contacts() {
		if c.AssistantTo != "" {
			b.g.Edges = append(b.g.Edges, graph.Edge{From: b.nodeOf[c.AssistantTo], To: b.nodeOf[c.ID], Class: []graph.Class{classAssistant},
				Hierarchy: true, Beside: true, Tooltip: b.sentence(c.ID, terms.MapLegendAssists, c.AssistantTo)})
		}
		if c.ReportsTo != "" && c.ReportsTo != c.AssistantTo {
			b.g.Edges = append(b.g.Edges, graph.Edge{From: b.nodeOf[c.ReportsTo], To: b.nodeOf[c.ID], Class: []graph.Class{classReport},
				Hierarchy: c.AssistantTo == "", Tooltip: b.sentence(c.ID, terms.MapLegendReportsTo, c.ReportsTo)})
		}
	}
}

func (b *people) addRelationships(labels bool) {
	for r := range b.m.Relationships() {
		b.linesOf[r] = append(b.linesOf[r], len(b.g.Edges))
		b.g.Edges = append(b.g.Edges, b.tie(r, labels))
	}
}

// tie is the line of a relationship between two people who have cards.
func (b *people) tie(r accountmap.Relationship, labels bool) graph.Edge {
	e := graph.Edge{From: b.nodeOf[r.From], To: b.nodeOf[r.To], Class: []graph.Class{relationshipClass(r.Kind)},
		Tooltip: b.sentence(r.From, relationshipWord(r.Kind), r.To)}
	if r.Note != "" {
		e.Tooltip += ": " + r.Note
	}
	if labels {
		e.Label = cmp.Or(r.Note, b.words.Text(relationshipWord(r.Kind)))
	}
	return e
}

func relationshipWord(k accountmap.RelationshipKind) terms.Key {
	switch k {
	case accountmap.RelationshipInfluence:
		return terms.MapLegendInfluences
	case accountmap.RelationshipConflict:
		return terms.MapLegendConflict
	case accountmap.RelationshipAlliance:
		return terms.MapLegendAlliance
	}
	return terms.MapLegendInformal
}

// sentence says what a line means: "Jörg Müller influences Γιάννης Δήμου".
func (b *people) sentence(from accountmap.ContactID, verb terms.Key, to accountmap.ContactID) string {
	return b.g.Nodes[b.nodeOf[from]].Label + " " + b.words.Text(verb) + " " + b.g.Nodes[b.nodeOf[to]].Label
}
