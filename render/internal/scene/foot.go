package scene

import (
	"math"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout"
)

const (
	// cornerRows is how many rows a legend has at most that stands in a corner of the picture.
	cornerRows = 16
	// cornerLeast is how wide that corner is at least, and cornerPicture the picture: a small one is printed large anyway.
	cornerLeast   = 190
	cornerPicture = 800
)

// addLegend puts the legend under the picture, or in the free corner at its lower right where the page would be too high for its shape.
func (p *page) addLegend() {
	sections := p.in.Graph.Legend
	top := p.height + legendDown
	items, high := legend(geom.Point{X: p.left, Y: top}, p.width-margin-p.left, sections, p.in.Theme, p.in.Measurer)
	if high == 0 {
		return
	}
	height := top + high
	if p.width < (height+margin)*p.in.Shape && p.in.Grid == nil && p.in.Placed.Width >= cornerPicture {
		if inCorner := p.cornerLegend(); inCorner != nil {
			items, height = inCorner, p.height
		}
	}
	p.legend = []Item{Group{ID: "legend", Classes: []graph.Class{"legend"}, Items: items}}
	p.height = height
}

// cornerLegend is the legend in as few rows as have room at the lower right of the picture, and nil where there is no room.
func (p *page) cornerLegend() []Item {
	placed := p.in.Placed
	for rows := 1; rows <= cornerRows; rows++ {
		high := float64(rows * legendRow)
		left := rightmost(placed, placed.Height-high-legendDown) + sectionGap
		room := placed.Width - left
		if room < cornerLeast {
			return nil
		}
		at := p.corner.Add(left, placed.Height-high)
		if items, used := legend(at, room, p.in.Graph.Legend, p.in.Theme, p.in.Measurer); used <= high {
			return items
		}
	}
	return nil
}

// rightmost is how far right anything of a picture reaches below a height.
func rightmost(placed *layout.Placed, top float64) float64 {
	right := 0.0
	reach := func(x, bottom float64) {
		if bottom > top {
			right = math.Max(right, x)
		}
	}
	for _, rects := range [][]geom.Rect{placed.Boxes, placed.Cards, placed.Labels} {
		for _, r := range rects {
			reach(r.Right(), r.Bottom())
		}
	}
	for _, line := range placed.Lines {
		for i := 1; i < len(line); i++ {
			reach(math.Max(line[i-1].X, line[i].X), math.Max(line[i-1].Y, line[i].Y))
		}
	}
	return right
}
