// Package mermaid writes the hierarchy of a graph as a Mermaid flowchart, for wikis.
package mermaid

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The limits of a viewer with default settings.
const (
	maxLines = 500
	maxBytes = 50_000
)

// Write writes who is below whom and in which box; Mermaid does the layout. Nodes are n1, n2, ...
// in the order of the graph, boxes b1, b2, ...; a card has the colours of its class. The error is
// [paint.ErrTable] or comes from the writer.
func Write(w io.Writer, g *graph.Graph, t *theme.Theme) error {
	if g.Grid != nil {
		return fmt.Errorf("%q as Mermaid: %w", g.Title, paint.ErrTable)
	}
	p := &painter{graph: g, theme: t, looks: map[string]int{}, inside: map[int][]int{}, below: map[int][]int{}}
	p.flowchart()
	b := bufio.NewWriter(w)
	if lines := p.lines; lines > maxLines || p.b.Len() > maxBytes {
		fmt.Fprintf(b, "%%%% A viewer needs maxEdges above %d and maxTextSize above %d for this.\n", lines, p.b.Len())
	}
	b.WriteString(p.b.String())
	if err := b.Flush(); err != nil {
		return fmt.Errorf("mermaid: %w", err)
	}
	return nil
}

type painter struct {
	b     strings.Builder
	graph *graph.Graph
	theme *theme.Theme
	// looks numbers the styles of cards, from 1, in the order of styles.
	looks  map[string]int
	styles []string
	lines  int
	// inside and below list the nodes and the groups directly in each group.
	inside, below map[int][]int
}

func (p *painter) flowchart() {
	p.b.WriteString("flowchart TB\n")
	if p.graph.Title != "" {
		p.b.WriteString("  accTitle: " + plain(p.graph.Title) + "\n")
	}
	if p.graph.Description != "" {
		p.b.WriteString("  accDescr: " + plain(p.graph.Description) + "\n")
	}
	for i, n := range p.graph.Nodes {
		p.inside[n.Group] = append(p.inside[n.Group], i)
	}
	for i, g := range p.graph.Groups {
		p.below[g.Parent] = append(p.below[g.Parent], i)
	}
	p.box(graph.None, "  ")
	for _, e := range p.graph.Edges {
		if !e.Hierarchy {
			continue
		}
		arrow := " --> "
		if e.Assistant {
			arrow = " -.-> "
		}
		p.lines++
		p.b.WriteString("  n" + strconv.Itoa(e.From+1) + arrow + "n" + strconv.Itoa(e.To+1) + "\n")
	}
	for i, style := range p.styles {
		p.b.WriteString("  classDef look" + strconv.Itoa(i+1) + " " + style + "\n")
	}
}

func (p *painter) box(group int, indent string) {
	for _, i := range p.inside[group] {
		n := p.graph.Nodes[i]
		label := Escape(n.Label)
		if detail := Escape(n.Detail); detail != "" {
			label += "<br>" + detail
		}
		p.b.WriteString(indent + "n" + strconv.Itoa(i+1) + `["` + label + `"]:::look` + strconv.Itoa(p.look(n)) + "\n")
	}
	for _, i := range p.below[group] {
		if len(p.inside[i])+len(p.below[i]) == 0 { // an empty box has no border
			p.b.WriteString(indent + "b" + strconv.Itoa(i+1) + `["` + Escape(p.graph.Groups[i].Label) + "\"]\n")
			continue
		}
		p.b.WriteString(indent + "subgraph b" + strconv.Itoa(i+1) + ` ["` + Escape(p.graph.Groups[i].Label) + "\"]\n")
		p.box(i, indent+"  ")
		p.b.WriteString(indent + "end\n")
	}
}

// look returns the number of a card's style. The card's border has the colour of its stripe.
func (p *painter) look(n graph.Node) int {
	s := p.theme.Style(append([]graph.Class{"card"}, n.Class...)...)
	stroke := s.Stroke
	if s.Accent != "" && s.Accent != "none" {
		stroke = s.Accent
	}
	style := fmt.Sprintf("fill:%s,stroke:%s,stroke-width:2px,color:%s", s.Fill, stroke, s.Ink)
	if len(s.Dash) > 0 && s.Dash[0] > 0 {
		style += ",stroke-dasharray:4 3"
	}
	number, known := p.looks[style]
	if !known {
		p.styles = append(p.styles, style)
		number = len(p.styles)
		p.looks[style] = number
	}
	return number
}

// Escape returns a text for a label in quotes. Mermaid interprets Markdown, entities, comments and
// keywords in labels, so everything except letters, digits and spaces is written as its code.
func Escape(s string) string {
	var b strings.Builder
	for _, r := range typeset.CleanLine(s) {
		r = cleantext.Rune(r)
		if r == ' ' || unicode.IsLetter(r) || unicode.IsMark(r) || '0' <= r && r <= '9' {
			b.WriteRune(r)
			continue
		}
		b.WriteString("#" + strconv.Itoa(int(r)) + ";")
	}
	if strings.TrimSpace(b.String()) == "" {
		return "" // Mermaid would show no label at all
	}
	return b.String()
}

// plain returns a text for a line of its own, in which nothing can be escaped. It keeps letters,
// digits and harmless signs.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune(",.·-", r) {
			return r
		}
		return ' '
	}, typeset.CleanLine(s))
}
