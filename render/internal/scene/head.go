package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of a box, from its top left corner.
const (
	boxRadius = 12
	boxPad    = 12

	labelY     = 24
	boxDetailY = 40 // without a label
	labelLine  = 18 // from a line of the label to the next
	detailStep = 16 // from the last line of the label to the detail
	// labelRoom is the largest width of a box's label and detail; a longer label is wrapped.
	// wordRoom is the largest width with a long word.
	labelRoom = 300
	wordRoom  = 440
	headGap   = 20 // between label and share
	headBelow = 11 // between the last baseline of the head and the contents of the box

	shareY      = 27
	captionY    = 21
	captionRoom = 180
)

// The measures of the bar of a share.
const (
	ShareWidth  = 90
	ShareHeight = 7
)

var (
	labelFont     = typeset.Font{Size: 14.5, Bold: true}
	boxDetailFont = typeset.Font{Size: typeset.LeastText}
	captionFont   = typeset.Font{Size: typeset.LeastText}
)

// Head is the head of a group's box: label and detail on the left, the share on the right.
type Head struct {
	// Size is the smallest size of the head, including the padding at its sides and the gap below
	// it. The contents of the box begin at its height, and a box of its width is wide enough for
	// its texts.
	geom.Size
	// Texts are the extents of the texts in a box of the smallest width.
	Texts []pack.HeadText
	// Label and Detail are lines. A label of more than four lines keeps its distinctive end after
	// an ellipsis. Label, Detail and Caption may be empty.
	Label, Detail []string
	Caption       string
	// Title is the tooltip: everything about the group, in lines.
	Title string

	group graph.Group
	style theme.Style
}

// NewHead decides the contents of a group's head, and so the smallest size of its box.
func NewHead(g graph.Group, t *theme.Theme, m *typeset.Measurer) Head {
	return NewHeadIn(g, wordRoom, t, m)
}

// NewHeadIn returns a head like NewHead, but with texts of at most the given width.
func NewHeadIn(g graph.Group, width float64, t *theme.Theme, m *typeset.Measurer) Head {
	if g.Bracket {
		return newBracket(g, t, m)
	}
	h := Head{
		group: g, style: t.Style(with("group", g.Class)...), Title: title(g.Label, g.Tooltip),
	}
	label, detail := typeset.CleanLine(g.Label), typeset.CleanLine(g.Detail)
	room := min(width, wordRoom, max(labelRoom, m.LongestWord(label, labelFont), m.LongestWord(detail, boxDetailFont)))
	h.Label = m.WrapEnds(label, labelFont, room, room, room, room)
	h.Detail = m.WrapEnds(detail, boxDetailFont, room, room)
	h.H = boxPad
	h.W = 2 * boxPad
	for i, line := range h.Label {
		h.addText(m.Width(line, labelFont), labelY+labelLine*float64(i), labelFont.Size)
	}
	for i, line := range h.Detail {
		h.addText(m.Width(line, boxDetailFont), h.detailY()+detailLine*float64(i), boxDetailFont.Size)
	}
	if g.Share != nil {
		h.addShare(m)
	}
	return h
}

// TextRoom returns the width available to the label and the detail in a box of a width.
func (h Head) TextRoom(width float64) float64 {
	room := width - 2*boxPad
	if n := len(h.Texts); n > 0 && h.Texts[n-1].AlignRight {
		room -= h.Texts[n-1].W + headGap
	}
	return max(room, headGap)
}

func (h Head) detailY() float64 {
	if len(h.Label) == 0 {
		return boxDetailY
	}
	return labelY + labelLine*float64(len(h.Label)-1) + detailStep
}

func (h *Head) addText(width, baseline, size float64) {
	h.Texts = append(h.Texts, pack.HeadText{Rect: geom.Rect{X: boxPad, Y: baseline - size, W: width, H: size * 1.25}})
	h.W = max(h.W, width+2*boxPad)
	h.H = max(h.H, baseline+headBelow)
}

// addShare adds the size of the bar and its caption, to the right of the texts.
func (h *Head) addShare(m *typeset.Measurer) {
	h.Caption = m.Shorten(typeset.CleanLine(h.group.Share.Caption), captionFont, captionRoom)
	width := max(ShareWidth, m.Width(h.Caption, captionFont))
	if len(h.Texts) > 0 {
		h.W += headGap
	}
	h.W += width
	top := captionY - captionFont.Size
	h.Texts = append(h.Texts, pack.HeadText{
		Rect:       geom.Rect{X: h.W - boxPad - width, Y: top, W: width, H: shareY + ShareHeight - top},
		AlignRight: true,
	})
	h.H = max(h.H, shareY+ShareHeight+headBelow-3)
}

func (h Head) draw(box geom.Rect, t *theme.Theme) []Item {
	if h.group.Bracket {
		return h.drawBracket(box, t)
	}
	items := []Item{styled(roundRect(box, boxRadius), h.style)}
	at := geom.Point{X: box.X, Y: box.Y}
	items = append(items, column(at.Add(boxPad, labelY), labelLine, h.Label, labelFont, h.style.Ink)...)
	items = append(items, column(at.Add(boxPad, h.detailY()), detailLine, h.Detail, boxDetailFont, h.style.Muted)...)
	if h.group.Share != nil {
		items = append(items, h.share(geom.Point{X: box.Right() - boxPad, Y: box.Y}, t)...)
	}
	return items
}

// share draws the bar and its caption. Both end at the point's x.
func (h Head) share(end geom.Point, t *theme.Theme) []Item {
	bar := geom.Rect{X: end.X - ShareWidth, Y: end.Y + shareY, W: ShareWidth, H: ShareHeight}
	items := shareBar(bar, *h.group.Share, h.style, t)
	if h.Caption != "" {
		items = append(items, Text{
			At: end.Add(0, captionY), Font: captionFont, Fill: colour(t.Part(h.style, "share").Ink), Anchor: End, String: h.Caption,
		})
	}
	return items
}

// ShareLength returns the length in points of the filled part of a bar of [ShareWidth]. The
// smallest share above zero is a dot.
func ShareLength(s graph.Share) float64 {
	if s.Part <= 0 || s.Whole <= 0 {
		return 0
	}
	return max(ShareHeight, ShareWidth*float64(min(s.Part, s.Whole))/float64(s.Whole))
}

// The measures of a bracket, from its top left corner. The label is beside the caption of the
// share; the detail, if any, is below both, above a rule.
const (
	bracketY     = 15
	bracketGap   = 12 // between label and caption
	bracketRule  = 7  // from the last baseline to the rule
	bracketBelow = 13 // from the rule to the content
)

func newBracket(g graph.Group, t *theme.Theme, m *typeset.Measurer) Head {
	h := Head{group: g, style: t.Style(with("group", g.Class)...), Title: title(g.Label, g.Tooltip)}
	label, detail := typeset.CleanLine(g.Label), typeset.CleanLine(g.Detail)
	room := min(wordRoom, max(labelRoom, m.LongestWord(label, labelFont)))
	h.Label = m.WrapEnds(label, labelFont, room, room, room)
	h.Detail = m.WrapEnds(detail, boxDetailFont, room, room)
	add := func(x, baseline, width, size float64) {
		h.Texts = append(h.Texts, pack.HeadText{Rect: geom.Rect{X: x, Y: baseline - size, W: width, H: size * 1.25}})
		h.W, h.H = max(h.W, x+width), max(h.H, baseline)
	}
	for i, line := range h.Label {
		add(0, bracketY+labelLine*float64(i), m.Width(line, labelFont), labelFont.Size)
	}
	if g.Share != nil {
		h.Caption = m.Shorten(typeset.CleanLine(g.Share.Caption), captionFont, captionRoom)
		x := 0.0
		if n := len(h.Label); n > 0 {
			x = m.Width(h.Label[n-1], labelFont) + bracketGap
		}
		add(x, max(bracketY, h.H), m.Width(h.Caption, captionFont), captionFont.Size)
	}
	for i, line := range h.Detail {
		add(0, h.bracketDetailY()+detailLine*float64(i), m.Width(line, boxDetailFont), boxDetailFont.Size)
	}
	h.H = max(h.H, bracketY) + bracketRule + bracketBelow
	return h
}

func (h Head) bracketDetailY() float64 {
	return bracketY + labelLine*float64(max(0, len(h.Label)-1)) + detailStep - 1
}

// Rule returns the position of the rule of a bracket below the top of its box, or 0.
func (h Head) Rule() float64 {
	if !h.group.Bracket {
		return 0
	}
	return h.H - bracketBelow
}

func (h Head) drawBracket(box geom.Rect, t *theme.Theme) []Item {
	at := geom.Point{X: box.X, Y: box.Y}
	y := box.Y + h.Rule()
	rule := t.Part(h.style, "bracket")
	items := []Item{Path{
		Segments: open(geom.Point{}, geom.Point{X: box.X, Y: y}, geom.Point{X: box.Right(), Y: y}),
		Stroke:   colour(rule.Stroke), Width: rule.Width, Dash: dashes(h.style.Dash),
	}}
	items = append(items, column(at.Add(0, bracketY), labelLine, h.Label, labelFont, h.style.Ink)...)
	items = append(items, column(at.Add(0, h.bracketDetailY()), detailLine, h.Detail, boxDetailFont, h.style.Muted)...)
	if h.Caption != "" {
		last := at.Add(h.Texts[len(h.Label)].X, bracketY+labelLine*float64(max(0, len(h.Label)-1)))
		items = append(items, Text{At: last, Font: captionFont, Fill: colour(t.Part(h.style, "share").Ink), String: h.Caption})
	}
	return items
}
