package render

import (
	"slices"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// addGoneLines hangs those whom the account no longer has where they hung, as far as that is on the map.
func (c *changes) addGoneLines() {
	for _, gone := range c.diff.Contacts.Removed() {
		to, ok := c.nodeOf[gone.ID]
		if !ok {
			continue
		}
		above, class, word := gone.AssistantTo, classAssistant, terms.MapLegendAssists
		if above == "" {
			above, class, word = gone.ReportsTo, classReport, terms.MapLegendReportsTo
		}
		if from, ok := c.nodeOf[above]; ok {
			c.g.Edges = append(c.g.Edges, graph.Edge{From: from, To: to, Class: []graph.Class{class, classTieGone}, Hierarchy: true,
				Beside: class == classAssistant, Tooltip: c.ended(c.sentence(gone.ID, word, above))})
		}
	}
}

// ended is a sentence about what is no longer so.
func (c *changes) ended(sentence string) string {
	return sentence + " (" + c.words.Text(terms.ChangesTieEnded) + ")"
}

// markRelationships marks the lines of ties that are new or of another strength, and adds those of ties that have ended.
func (c *changes) markRelationships() {
	for _, change := range c.diff.Relationships {
		if change.Kind == accountmap.ChangeRemoved {
			c.addEndedTie(change.Before)
			continue
		}
		lines := c.linesOf[change.After]
		c.linesOf[change.After] = lines[1:]
		e := &c.g.Edges[lines[0]]
		switch {
		case change.Kind == accountmap.ChangeAdded:
			e.Class, e.Label = append(slices.Clip(e.Class), classTieNew), c.words.Text(terms.ChangesTieNew)
		case change.Edits("strength"):
			e.Label = c.words.Text(terms.ChangesStrength, strength(change.Before), strength(change.After))
		}
		if e.Label != "" {
			e.Tooltip += " (" + e.Label + ")"
		}
	}
}

// strength is that of a tie in figures, a question mark where it is not known.
func strength(r accountmap.Relationship) string {
	if r.Strength == 0 {
		return "?"
	}
	return strconv.Itoa(r.Strength)
}

// addEndedTie adds the line of a tie that is no longer there, when both ends are on the map.
func (c *changes) addEndedTie(r accountmap.Relationship) {
	from, known := c.nodeOf[r.From]
	to, also := c.nodeOf[r.To]
	if !known || !also {
		return
	}
	c.g.Edges = append(c.g.Edges, graph.Edge{From: from, To: to, Class: []graph.Class{relationshipClass(r.Kind), classTieGone},
		Label: c.words.Text(terms.ChangesTieEnded), Tooltip: c.ended(c.sentence(r.From, relationshipWord(r.Kind), r.To))})
}
