// Package pack arranges boxes and the people in them so that the whole is as large as possible in
// print: shelf packing for blocks of people, slicing floorplans for boxes. Of all arrangements of a
// box only the Pareto front of their sizes is kept.
package pack

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Input is blocks of people and their boxes. Lists by box have the index of the box plus one; index
// 0 is the page.
type Input struct {
	// Cards is the number of cards in all blocks.
	Cards int
	Boxes []Box
	// Blocks are the people of each box, as trees.
	Blocks [][]*Block
	// Lists returns narrower blocks in place of Blocks. A box for which it has nil keeps its
	// blocks.
	Lists func() [][]*Block
	// BoxGaps are the distances between the boxes in each box, CardGap the distance between blocks.
	BoxGaps []float64
	CardGap float64
	// Aspect is the width of the page divided by its height.
	Aspect float64
	// LegibleHeight is the height of a page up to which its text can be read in print, in points.
	LegibleHeight float64
	// Reserved is the room on the page that margins, title and legend take.
	Reserved geom.Size
}

// Box is a group to place around its content.
type Box struct {
	// Parent is the index of the box around this one, or -1; parents precede their children.
	Parent int
	// Head is the least room for the box's own texts at its top.
	Head geom.Size
	// HeadTexts are the parts of the head that no line may cross, relative to the top left corner
	// of a box of Head's width.
	HeadTexts []HeadText
}

// HeadText is the extent of one text in a box's head.
type HeadText struct {
	geom.Rect
	// AlignRight keeps the distance to the right side in a wider box.
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

// Placed are the positions of everything.
type Placed struct {
	geom.Size
	Cards []geom.Rect
	Boxes []geom.Rect
	// Lines are the hierarchy lines of the blocks, by the card at which they arrive. They are nil
	// for a card without one.
	Lines [][]geom.Point
}

// The distances of a map, in points.
const (
	CardGap    = 20 // between blocks of one box
	BoxGap     = 26 // between boxes, at least
	MaxBoxGap  = 96 // between boxes with many lines between them
	LineIndent = 12 // left of people, for the lines on which they hang
	boxPad     = 16 // inside a box
	peopleTop  = 14 // above people beside the texts of a head

	// A top-level box is stretched at most this much, so that rows end together at the right and
	// columns at the bottom. A box that would fill less than minFilled of its room is not stretched
	// to it. Inner boxes are always stretched.
	maxStretchX = 1.5
	maxStretchY = 1.15
	minFilled   = 0.25

	// The widths of innermost boxes are multiples of widthStep, so that similar boxes are aligned;
	// with lists, where room is scarce, of listWidthStep.
	widthStep     = 48
	listWidthStep = 12
)

// Alternatives are tried only with up to maxTried boxes: each takes as long again, and with more
// boxes no reader looks at each.
const (
	maxTried     = 400
	minGain      = 0.98 // a mixed arrangement is at most so high, relative to the plain one
	maxListsGain = 1.4  // lists make a picture at most so many times smaller
)

// packer holds the state of one packing.
type packer struct {
	in  *Input
	out *Placed
	// inner are the boxes directly in each box, by index plus one.
	inner  [][]int
	shapes [][]shape // by box index
	// mixed allows people among the boxes of their box.
	mixed bool
	// lists are the blocks of Input.Lists, and nil where lists are not tried.
	lists [][]*Block
}

// Pack places everything. People are above the inner boxes of their box, or among those where that
// saves room. Lists replace trees only if the page becomes legible by them.
func Pack(in *Input) *Placed {
	p := newPacker(in)
	best, height := p.best()
	if len(in.Boxes) <= maxTried && p.nested() {
		p.mixed = true
		best, height = p.better(best, height, minGain*height)
	}
	if len(in.Boxes) <= maxTried && height > in.LegibleHeight && height < maxListsGain*in.LegibleHeight {
		p.lists = in.Lists()
		best, _ = p.better(best, height, in.LegibleHeight)
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
	return p
}

// better returns the best shape under the current options if its page is at most limit high, and
// the best so far otherwise.
func (p *packer) better(soFar shape, height, limit float64) (shape, float64) {
	shapes := p.shapes
	if best, h := p.best(); h <= limit {
		return best, h
	}
	p.shapes = shapes
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

// best returns the shape of everything that is largest in print, and the height of its page.
func (p *packer) best() (best shape, height float64) {
	p.shapes = make([][]shape, len(p.in.Boxes))
	for box := len(p.in.Boxes) - 1; box >= 0; box-- { // children before their parents
		p.shapes[box] = p.shapesOf(box)
	}
	height = math.Inf(1)
	for _, s := range p.shapesOf(-1) {
		if h := math.Max((s.W+p.in.Reserved.W)/p.in.Aspect, s.H+p.in.Reserved.H); h < height {
			best, height = s, h
		}
	}
	return best, height
}
