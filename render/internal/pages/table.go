package pages

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/picture"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// tablePages draws a table as one picture if it is legible on the page or must not be divided;
// otherwise each block of rows by columns, with its headings, from left to right and then down.
func tablePages(ctx context.Context, g *graph.Graph, o Options) ([]Page, error) {
	whole, err := o.Lay(ctx, g)
	if err != nil {
		return nil, err
	}
	one := []Page{{Picture: whole, ID: "map", Title: g.Title}}
	if whole.Legible(o.Paper) {
		return one, nil
	}
	if g.Grid.Wrap == graph.WrapNone || len(g.Nodes)+len(g.Grid.Zones) > 0 {
		o.Illegible(g, whole.PrintedText(o.Paper))
		return one, nil
	}
	rows, columns, err := tableBlocks(whole, o)
	if err != nil || len(rows)*len(columns) < 2 {
		return one, err
	}
	var pages []Page
	for _, r := range rows {
		for _, c := range columns {
			part, title := tablePart(g, r, c)
			d, err := o.Lay(ctx, part)
			if err != nil {
				return nil, fmt.Errorf("page %q: %w", title, err)
			}
			pages = append(pages, Page{Picture: d, ID: fmt.Sprintf("page-%d", len(pages)+1), Title: title})
		}
	}
	return pages, nil
}

// tableBlocks divides rows and columns so that each block is legible on a page of its own.
func tableBlocks(d *picture.Picture, o Options) (rows, columns []table.Tracks, err error) {
	measurer, err := typeset.NewMeasurer()
	if err != nil {
		return nil, nil, err
	}
	g, placed := d.Input.Graph.Grid, d.Input.Placed.Grid
	page := picture.Printed(o.Paper)
	scale := d.SmallestText() / picture.LeastPrinted
	width, height := page.Width*scale, page.Height*scale
	margins := scene.Margins(d.Input.Graph, o.Theme, measurer, width)
	corner := placed.Corners[0]
	const gap, heading, moreHead = 12, 20, 15 // moreHead is a further line in the head
	lengths := func(tracks []graph.Track, parts []table.Part, length func(geom.Rect) float64, headings bool) []float64 {
		long := make([]float64, len(tracks))
		for _, p := range parts {
			long[p.Index] = length(p.Rect)
		}
		for i, t := range tracks {
			if t.GapBefore {
				long[i] += gap
			}
			if headings && t.Band != graph.None && (i == 0 || tracks[i-1].Band != t.Band) {
				long[i] += heading
			}
		}
		return long
	}
	rows = table.Runs(lengths(g.Rows, placed.Rows, func(r geom.Rect) float64 { return r.H }, true), height-margins.H-corner.H-heading-moreHead)
	columns = table.Runs(lengths(g.Columns, placed.Columns, func(r geom.Rect) float64 { return r.W }, false), width-margins.W-corner.W)
	return rows, columns, nil
}

// tablePart is a block of a table as a graph, and the range of its tracks for its title.
func tablePart(g *graph.Graph, rows, columns table.Tracks) (*graph.Graph, string) {
	grid := *g.Grid
	var what []string
	grid.Rows, what = tracksOf(g.Grid.Rows, rows, what)
	grid.Columns, what = tracksOf(g.Grid.Columns, columns, what)
	grid.Cells, grid.Wrap = nil, graph.WrapNone
	for _, c := range g.Grid.Cells {
		if c.Row >= rows.From && c.Row < rows.To && c.Column >= columns.From && c.Column < columns.To {
			c.Row, c.Column = c.Row-rows.From, c.Column-columns.From
			grid.Cells = append(grid.Cells, c)
		}
	}
	part := *g
	part.Grid = &grid
	part.Legend = legendOf(g, &grid)
	title := strings.Join(what, " · ")
	part.Subtitle = strings.Join([]string{g.Subtitle, title}, "  ·  ")
	return &part, title
}

// legendOf is the legend of a part of a table, without entries that the part does not need.
func legendOf(g *graph.Graph, part *graph.Grid) []graph.LegendSection {
	whole, here := classesIn(g.Grid), classesIn(part)
	var sections []graph.LegendSection
	for _, section := range g.Legend {
		section.Entries = slices.DeleteFunc(slices.Clone(section.Entries), func(e graph.LegendEntry) bool {
			return slices.ContainsFunc(e.Class, func(c graph.Class) bool { return whole[c] && !here[c] })
		})
		if len(section.Entries) > 0 {
			sections = append(sections, section)
		}
	}
	return sections
}

func classesIn(g *graph.Grid) map[graph.Class]bool {
	used := map[graph.Class]bool{}
	for _, classes := range class.InGrid(g) {
		for _, c := range classes {
			used[c] = true
		}
	}
	return used
}

// tracksOf are the tracks of a block; unless these are all, it appends their range to what.
func tracksOf(tracks []graph.Track, b table.Tracks, what []string) ([]graph.Track, []string) {
	if b.To-b.From == len(tracks) {
		return tracks, what
	}
	name := tracks[b.From].Label
	if b.To > b.From+1 {
		name += " – " + tracks[b.To-1].Label
	}
	return tracks[b.From:b.To], append(what, name)
}
