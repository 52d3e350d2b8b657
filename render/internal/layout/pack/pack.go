// Package pack arranges boxes and the people in them so that the whole is as large as possible in
// print. It uses shelf packing for blocks of people and slicing floorplans for boxes. Of all
// arrangements of a box it keeps only the Pareto front of their sizes.
package pack

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Input is blocks of people and their boxes. Lists by box are indexed by the box plus one; index 0
// is the page.
type Input struct {
	// Cards is the number of cards in all blocks.
	Cards int
	Boxes []Box
	// Ranks order the boxes in each box; boxes of equal rank keep their order. Nil means equal
	// ranks.
	Ranks []float64
	// Reports marks the boxes to which lines lead down from people of the enclosing box. These
	// people are above the marked boxes. Nil means no such lines.
	Reports []bool
	// Blocks are the people of each box, as trees.
	Blocks [][]*Block
	// Lists returns narrower alternatives to Blocks. A box with a nil entry keeps its blocks.
	Lists func() [][]*Block
	// BoxGaps are the distances between the boxes in each box; CardGap is the distance between
	// blocks.
	BoxGaps []float64
	CardGap float64
	// Aspect is the width of the page divided by its height.
	Aspect float64
	// LegibleHeight is the largest height of a page, in points, at which its text is legible in
	// print.
	LegibleHeight float64
	// Reserved is the size of margins, title and legend on the page.
	Reserved geom.Size
}

// Box is a group to place around its content.
type Box struct {
	// Parent is the index of the enclosing box, or -1; parents precede their children.
	Parent int
	// Bracket marks a box without a frame: its content is as wide as the box.
	Bracket bool
	// Head is the least size of the box's own texts at its top.
	Head geom.Size
	// Rule is the position of the rule of a bracket, below the top of the box.
	Rule float64
	// HeadTexts are the parts of the head that no line may cross, relative to the top left corner
	// of a box as wide as Head.
	HeadTexts []HeadText
}

// HeadText is the extent of one text in a box's head.
type HeadText struct {
	geom.Rect
	// AlignRight keeps the distance to the right side constant in a wider box.
	AlignRight bool
}

// Texts returns the extents of the head's texts in a box of the given width.
func (b Box) Texts(width float64) []geom.Rect {
	texts := make([]geom.Rect, len(b.HeadTexts))
	for i, t := range b.HeadTexts {
		texts[i] = t.Rect
		if t.AlignRight {
			texts[i].X += width - b.Head.W
		}
	}
	return texts
}

// Placed has the positions of everything.
type Placed struct {
	geom.Size
	Cards []geom.Rect
	Boxes []geom.Rect
	// Lines are the hierarchy lines of the blocks, indexed by the card at which they arrive. Other
	// entries are nil.
	Lines [][]geom.Point
}

// The distances of a map, in points.
const (
	CardGap    = 16 // between blocks of one box
	BoxGap     = 22 // between boxes, at least
	MaxBoxGap  = 96 // between boxes with many lines between them
	LineIndent = 10 // left of people, for the lines on which they hang
	boxPad     = 12 // inside a box
	peopleTop  = 12 // above people beside the texts of a head

	// The widths of innermost boxes are multiples of widthStep, so that similar boxes are aligned.
	widthStep = 12
)

// Alternatives are tried only with up to maxTried boxes. Each takes the same time again, and with
// more boxes no reader looks at each box.
const (
	maxTried      = 200
	minGain       = 0.98 // a mixed arrangement is at most so high, relative to the plain one
	minReportGain = 0.75 // likewise where boxes report to people, unless the page is nearly legible

	nearlyLegible = 1.4  // times the height of a legible page
	minListsGain  = 0.95 // likewise with lists, which show the hierarchy less clearly
)

type packer struct {
	in  *Input
	out *Placed
	// inner lists the boxes directly in each box, by index plus one.
	inner [][]int
	// done has the boxes arranged under the options of the last attempt, by index plus one.
	done []arranged
	// mixed allows the people of a box among its inner boxes.
	mixed bool
	// mixReports also allows this for people to whom boxes report.
	mixReports bool
	// lists are the blocks of Input.Lists. It is nil while lists are not tried.
	lists [][]*Block
}

// arranged is a box with the arrangements of its inner boxes, and its own shapes.
type arranged struct {
	inner  []floorplan
	shapes []shape
}

// Pack places everything. People are above the inner boxes of their box, or among them if that
// saves space. In the same way, lists replace trees.
func Pack(in *Input) *Placed {
	p := newPacker(in)
	best, height := p.best(func(int) bool { return true })
	if len(in.Boxes) <= maxTried && p.nested() {
		p.mixed = true
		best, height = p.better(p.mixes, best, height, minGain*height)
	}
	if len(in.Boxes) <= maxTried {
		p.lists = in.Lists()
		before := height
		listed := func(box int) bool { return p.lists[box+1] != nil }
		if best, height = p.better(listed, best, height, minListsGain*height); height == before {
			p.lists = nil
		}
	}
	if len(in.Boxes) <= maxTried && p.nested() {
		p.mixReports = true
		limit := minReportGain * height
		if height > in.LegibleHeight && height < nearlyLegible*in.LegibleHeight {
			limit = minGain * height
		}
		best, _ = p.better(func(box int) bool { return p.leadsInner(box) && p.mixes(box) }, best, height, limit)
	}
	p.out.Size = best.Size
	p.placeBox(-1, best, geom.Rect{W: best.W, H: best.H})
	return p.out
}

func newPacker(in *Input) *packer {
	p := &packer{in: in, inner: make([][]int, len(in.Boxes)+1), out: &Placed{
		Cards: make([]geom.Rect, in.Cards), Boxes: make([]geom.Rect, len(in.Boxes)), Lines: make([][]geom.Point, in.Cards),
	}}
	for i, b := range in.Boxes {
		p.inner[b.Parent+1] = append(p.inner[b.Parent+1], i)
	}
	if in.Ranks != nil {
		for _, inner := range p.inner {
			slices.SortStableFunc(inner, func(a, b int) int { return cmp.Compare(in.Ranks[a], in.Ranks[b]) })
		}
	}
	return p
}

// better returns the best shape under the current options if its page is at most limit high, and
// otherwise the best shape so far. The options change only the shapes of boxes for which other is
// true.
func (p *packer) better(other func(box int) bool, soFar shape, height, limit float64) (shape, float64) {
	done := p.done
	if best, h := p.best(other); h <= limit {
		return best, h
	}
	p.done = done
	return soFar, height
}

func (p *packer) nested() bool {
	for i := range p.in.Blocks {
		if len(p.in.Blocks[i]) > 0 && len(p.inner[i]) > 0 {
			return true
		}
	}
	return false
}

// best returns the shape of the whole that is largest in print, and the height of its page. A box
// keeps its shapes if other is false for it and for all boxes inside it.
func (p *packer) best(other func(box int) bool) (best shape, height float64) {
	before, changed := p.done, make([]bool, len(p.in.Boxes)+1)
	p.done = make([]arranged, len(p.in.Boxes)+1)
	for box := len(p.in.Boxes) - 1; box >= -1; box-- { // children before their parents
		inner := before == nil || slices.ContainsFunc(p.inner[box+1], func(box int) bool { return changed[box+1] })
		at := &p.done[box+1]
		if before != nil {
			*at = before[box+1]
		}
		if inner {
			at.inner = p.arrangements(p.items(box), p.in.BoxGaps[box+1])
		}
		if changed[box+1] = inner || other(box); changed[box+1] {
			at.shapes = p.shapesOf(box, at.inner)
		}
	}
	height = math.Inf(1)
	for _, s := range p.done[0].shapes {
		if h := math.Max((s.W+p.in.Reserved.W)/p.in.Aspect, s.H+p.in.Reserved.H); h < height {
			best, height = s, h
		}
	}
	return best, height
}
