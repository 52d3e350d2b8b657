package scene

import (
	"slices"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	legendRow    = 17
	legendGap    = 18 // between entries
	sectionGap   = 26 // between sections, or after the last entry of one
	legendSign   = 7  // radius of the signs
	signGap      = 5  // between a sign and its word
	lineSample   = 30
	stripeSample = 5
	cardSampleW  = 24
	cardSampleH  = 14
	sampleName   = "Aa"
)

var (
	legendFont = typeset.Font{Size: typeset.LeastText}
	legendHead = typeset.Font{Size: typeset.LeastText, Bold: true}
)

// legendPart is a part of the legend that is never broken: a sign with its word. The first of a
// section also has the section's heading.
type legendPart struct {
	width float64
	draw  func(left geom.Point) []Item // the point is the middle of its left side
}

// legend breaks the sections into rows of a width, and returns them with their total height.
func legend(at geom.Point, width float64, sections []graph.LegendSection, stripes bool, t *theme.Theme, m *typeset.Measurer) ([]Item, float64) {
	var items []Item
	x, y := 0.0, 0.0
	for _, section := range sections {
		parts := legendParts(section, width, stripes, t, m)
		if len(parts) == 0 {
			continue
		}
		if x > 0 && section.Title != "" && x+total(parts) > width && (total(parts) <= width || x+parts[0].width > width) {
			x, y = 0, y+legendRow
		}
		for i, part := range parts {
			if x > 0 && x+part.width > width {
				x, y = 0, y+legendRow
			}
			items = append(items, part.draw(at.Add(x, y+legendRow/2))...)
			x += part.width + legendGap
			if i == len(parts)-1 {
				x += sectionGap - legendGap
			}
		}
	}
	if items == nil {
		return nil, 0
	}
	return items, y + legendRow
}

func total(parts []legendPart) float64 {
	sum := -float64(legendGap)
	for _, p := range parts {
		sum += p.width + legendGap
	}
	return sum
}

// legendParts returns the parts of a section, none wider than width. If the cards of the picture have
// stripes with patterns, so have the glyphs.
func legendParts(section graph.LegendSection, width float64, stripes bool, t *theme.Theme, m *typeset.Measurer) []legendPart {
	var parts []legendPart
	text := t.Style("card")
	lead := heading(section.Title, width/2, text, m)
	striped := stripes && slices.ContainsFunc(section.Entries, func(e graph.LegendEntry) bool {
		return e.Kind == graph.LegendGlyph && t.Style(with("card", e.Class)...).Stripe != nil
	})
	for _, entry := range section.Entries {
		if entry.Kind == graph.LegendCell && bare(entry, t) {
			continue
		}
		head, sign := lead, signWidth(entry, m)
		bar := 0.0
		if striped && entry.Kind == graph.LegendGlyph {
			bar = stripeSample + signGap
		}
		label := m.Shorten(typeset.CleanLine(entry.Label), legendFont, width-head.width-bar-sign-signGap)
		parts = append(parts, legendPart{
			width: head.width + bar + sign + signGap + m.Width(label, legendFont),
			draw: func(left geom.Point) []Item {
				items := head.draw(left)
				left.X += head.width
				if bar > 0 {
					items = append(items, legendStripe(left, t.Style(with("card", entry.Class)...)))
					left.X += bar
				}
				items = append(items, drawSign(left, entry, t, m)...)
				return append(items, Text{
					At: left.Add(sign+signGap, 3.5), Font: legendFont, Fill: colour(text.Muted), String: label,
				})
			},
		})
		lead = heading("", 0, text, m)
	}
	return parts
}

// heading returns the name of a section and the gap after it. An empty name has no width.
func heading(name string, room float64, s theme.Style, m *typeset.Measurer) legendPart {
	if name = typeset.CleanLine(name); name == "" {
		return legendPart{draw: func(geom.Point) []Item { return nil }}
	}
	name = m.Shorten(name, legendHead, room)
	return legendPart{
		width: m.Width(name, legendHead) + 10,
		draw: func(left geom.Point) []Item {
			return []Item{Text{At: left.Add(0, 3.5), Font: legendHead, Fill: colour(s.Ink), String: name}}
		},
	}
}

// legendStripe returns a piece of the stripe of a card, beside its glyph. Only themes whose stripes
// have patterns show it.
func legendStripe(left geom.Point, s theme.Style) Item {
	x := left.X + stripeSample/2.0
	return Path{Segments: open(geom.Point{X: x}, geom.Point{Y: left.Y - cardSampleH/2}, geom.Point{Y: left.Y + cardSampleH/2}), Stroke: colour(s.Accent),
		Width: stripeSample, Dash: dashes(s.Stripe)}
}

func signWidth(e graph.LegendEntry, m *typeset.Measurer) float64 {
	switch e.Kind {
	case graph.LegendLevel:
		l := legendLevel(e)
		return levelWidth(&l, levelReach(l))
	case graph.LegendBars:
		return barsWidth(legendLevel(e))
	case graph.LegendLine, graph.LegendSpan:
		return lineSample
	case graph.LegendCard, graph.LegendCell:
		return cardSampleW
	case graph.LegendWords:
		return -signGap
	case graph.LegendLetters:
		return m.Width(typeset.CleanLine(e.Letters), legendHead)
	default:
		return 2 * legendSign
	}
}

func drawSign(left geom.Point, e graph.LegendEntry, t *theme.Theme, m *typeset.Measurer) []Item {
	switch e.Kind {
	case graph.LegendGlyph:
		return glyph(left.Add(legendSign, 0), legendSign, t.Style(with("card", e.Class)...))
	case graph.LegendBadge:
		return badge(left.Add(legendSign, 0), badgeSize{radius: legendSign}, "", t.Style(with("badge", e.Class)...), m)
	case graph.LegendLevel:
		return level(left.Add(levelReach(legendLevel(e)), 0), legendLevel(e), cardDots, t.Style("card"), t)
	case graph.LegendBars:
		return levelBars(left, legendLevel(e), t.Style("cell"), t)
	case graph.LegendLine:
		return edge([]geom.Point{left, left.Add(lineSample, 0)}, e.Class, 1, t)
	case graph.LegendCard:
		sample := geom.Rect{X: left.X, Y: left.Y - cardSampleH/2, W: cardSampleW, H: cardSampleH}
		return []Item{styled(roundRect(sample, 3), t.Style(with("card", e.Class)...))}
	case graph.LegendLetters:
		return []Item{Text{At: left.Add(0, 3.5), Font: legendHead, Fill: colour(t.Style("card").Ink), String: typeset.CleanLine(e.Letters)}}
	case graph.LegendName:
		s := t.Style(with("cell", e.Class)...)
		return []Item{Text{At: left.Add(legendSign, 3.5), Font: typeset.Font{Size: legendFont.Size, Italic: s.Italic}, Fill: colour(s.Ink), Anchor: Middle, String: sampleName}}
	case graph.LegendSpan:
		return spanBar(geom.Rect{X: left.X, Y: left.Y - table.BarHeight/2, W: lineSample, H: table.BarHeight}, graph.Span{}, t.Style(with("card", e.Class)...))
	case graph.LegendCell:
		return legendCell(geom.Rect{X: left.X, Y: left.Y - cardSampleH/2, W: cardSampleW, H: cardSampleH}, e, t)
	}
	return nil
}

// bare reports whether a theme paints an entry's cells like the table. Only their word
// distinguishes such cells, so a sign would say nothing.
func bare(e graph.LegendEntry, t *theme.Theme) bool {
	s := t.Style(with("cell", e.Class)...)
	return s.Glyph == "" && s.Stripe == nil && colour(s.Stroke) == "" && colour(s.Fill) != "" && s.Fill == t.Style("grid").Fill
}

func legendCell(r geom.Rect, e graph.LegendEntry, t *theme.Theme) []Item {
	s, line := t.Style(with("cell", e.Class)...), t.Style("grid")
	items := []Item{Path{Segments: roundRect(r, 0), Fill: colour(s.Fill), Stroke: colour(line.Stroke), Width: line.Width}}
	items = append(items, cellBar(r, s)...)
	if s.Glyph != "" {
		items = append(items, glyph(geom.Point{X: r.CenterX(), Y: r.CenterY()}, cellGlyph, s)...)
	}
	return items
}

func legendLevel(e graph.LegendEntry) graph.Level {
	if e.Level == nil {
		return graph.Level{Value: 3, Max: 5}
	}
	return *e.Level
}
