package pages

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/picture"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// maxColumns is the largest number of columns on a page of a table with an overview.
const maxColumns = 15

// tablePages draws a table as one picture if it is legible on the paper. Otherwise it draws pages
// of its columns, rows or cards, with their headings, below an overview if the table has one.
func tablePages(ctx context.Context, g *graph.Graph, o Options) ([]Page, error) {
	whole, err := o.Whole(ctx)
	if err != nil {
		return nil, err
	}
	t := &tables{g: g, o: o}
	divided := g.Grid.Overview != nil && len(g.Grid.Columns) > maxColumns
	switch {
	case whole.Legible(o.Paper) && !divided:
		return []Page{{Picture: whole, ID: "map", Title: g.Title}}, nil
	case len(g.Nodes) > 0 || len(g.Grid.Zones) > 0:
		err = t.cards(ctx)
	case divided:
		for _, run := range divisions(g.Grid, table.Tracks{To: len(g.Grid.Columns)}) {
			if err = cmp.Or(err, t.blocks(ctx, run)); err != nil {
				break
			}
		}
	default:
		err = t.blocks(ctx, table.Tracks{To: len(g.Grid.Columns)})
	}
	if err != nil {
		return nil, err
	}
	if len(t.parts) < 2 {
		if !whole.Legible(o.Paper) {
			o.Illegible(g, whole.PrintedText(o.Paper))
		}
		return []Page{{Picture: whole, ID: "map", Title: g.Title}}, nil
	}
	return t.draw(ctx)
}

type tables struct {
	g     *graph.Graph
	o     Options
	parts []tablePart
}

// tablePart is a page whose number is not yet known.
type tablePart struct {
	graph         *graph.Graph
	title         string
	rows, columns table.Tracks
}

func (t *tables) draw(ctx context.Context) ([]Page, error) {
	overviews, err := t.overviews(ctx)
	if err != nil {
		return nil, err
	}
	t.parts = append(overviews, t.parts...)
	var pages []Page
	for i, p := range t.parts {
		t.number(p, i+1, len(t.parts))
		d, err := t.o.Lay(ctx, p.graph)
		if err != nil {
			return nil, fmt.Errorf("page %q: %w", p.title, err)
		}
		page := Page{Picture: d, ID: fmt.Sprintf("page-%d", i+1), Title: p.title}
		if i >= len(overviews) && len(overviews) > 0 {
			page.Depth = 1
		}
		if i == 0 && len(overviews) > 0 {
			page.ID = "overview"
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// number puts the number of a page before its subtitle.
func (t *tables) number(p tablePart, page, pages int) {
	p.graph.Subtitle = strings.Join([]string{t.o.Words.Text(terms.PagesNumber, page, pages), p.graph.Subtitle}, "  ·  ")
}

// overviews returns the pages of the sums, or none for a table without an overview. Their columns
// name the first page of each run of columns.
func (t *tables) overviews(ctx context.Context) ([]tablePart, error) {
	if t.g.Grid.Overview == nil {
		return nil, nil
	}
	var runs []graph.Run
	var firsts []int
	for i, p := range t.parts {
		if last := len(runs) - 1; last < 0 || runs[last].To <= p.columns.From {
			runs = append(runs, graph.Run{From: p.columns.From, To: p.columns.To, Name: nameOf(t.g.Grid, p.columns)})
			firsts = append(firsts, i+1)
		}
	}
	sums := func(overviews int) *graph.Graph {
		g := t.g.Grid.Overview(runs)
		for i, first := range firsts {
			column := &g.Grid.Columns[i]
			column.Detail = strings.Join([]string{column.Detail, t.o.Words.Text(terms.PagesPage, overviews+first)}, " · ")
		}
		return g
	}
	trial := tables{g: sums(len(t.parts)), o: t.o}
	if err := trial.blocks(ctx, table.Tracks{To: len(runs)}); err != nil {
		return nil, err
	}
	trial.g = sums(len(trial.parts))
	for i, p := range trial.parts {
		p = trial.block(p.rows, p.columns)
		p.title = strings.TrimSuffix(t.o.Words.Text(terms.PagesOverview)+" · "+p.title, " · ")
		trial.parts[i] = p
	}
	return trial.parts, nil
}

// divisions divides a run of columns at the ends of the topmost bands, into runs of at most
// [maxColumns]. Small adjacent divisions stay together.
func divisions(g *graph.Grid, run table.Tracks) []table.Tracks {
	if run.To-run.From <= maxColumns {
		return []table.Tracks{run}
	}
	common := func(i int) int { // the bands that columns i-1 and i have in common
		a, b := bandsOver(g.ColumnBands, g.Columns[i-1].Band), bandsOver(g.ColumnBands, g.Columns[i].Band)
		n := 0
		for n < len(a) && n < len(b) && a[n] == b[n] {
			n++
		}
		return n
	}
	least, most := common(run.From+1), common(run.From+1)
	for i := run.From + 2; i < run.To; i++ {
		least, most = min(least, common(i)), max(most, common(i))
	}
	var runs []table.Tracks
	if least == most { // all adjacent columns share equally many bands
		pages := (run.To - run.From + maxColumns - 1) / maxColumns
		for k := range pages {
			width := run.To - run.From
			runs = append(runs, table.Tracks{From: run.From + k*width/pages, To: run.From + (k+1)*width/pages})
		}
		return runs
	}
	from := run.From
	for i := run.From + 1; i <= run.To; i++ {
		if i < run.To && common(i) > least {
			continue
		}
		last := len(runs) - 1
		if last >= 0 && i-runs[last].From <= maxColumns {
			runs[last].To = i
		} else {
			runs = append(runs, divisions(g, table.Tracks{From: from, To: i})...)
		}
		from = i
	}
	return runs
}

// bandsOver returns a band and its ancestors, the topmost first.
func bandsOver(bands []graph.Band, band int) []int {
	var path []int
	for ; band != graph.None; band = bands[band].Parent {
		path = append([]int{band}, path...)
	}
	return path
}

// nameOf names a run of columns by the lowest band that covers exactly these columns, or by its
// first and last column.
func nameOf(g *graph.Grid, run table.Tracks) string {
	first := bandsOver(g.ColumnBands, g.Columns[run.From].Band)
	for _, band := range slices.Backward(first) {
		over := func(i int) bool { return slices.Contains(bandsOver(g.ColumnBands, g.Columns[i].Band), band) }
		all := true
		for i := range g.Columns {
			all = all && over(i) == (i >= run.From && i < run.To)
		}
		if all {
			return g.ColumnBands[band].Label
		}
	}
	name := g.Columns[run.From].Label
	if run.To > run.From+1 {
		name += " – " + g.Columns[run.To-1].Label
	}
	return name
}

// blocks adds a page for each legible block of rows by columns, from left to right and then down.
func (t *tables) blocks(ctx context.Context, within table.Tracks) error {
	all := table.Tracks{To: len(t.g.Grid.Rows)}
	some, _ := partOf(t.g, all, within)
	d, err := t.o.Lay(ctx, some)
	if err != nil {
		return err
	}
	rows, columns := []table.Tracks{all}, []table.Tracks{{To: within.To - within.From}}
	if !d.Legible(t.o.Paper) {
		if rows, columns, err = tableBlocks(d, t.o); err != nil {
			return err
		}
	}
	for _, r := range rows {
		for _, c := range columns {
			c.From, c.To = c.From+within.From, c.To+within.From
			t.parts = append(t.parts, t.block(r, c))
		}
	}
	return nil
}

// block returns the page of a block of rows by columns.
func (t *tables) block(rows, columns table.Tracks) tablePart {
	some, title := partOf(t.g, rows, columns)
	return tablePart{some, title, rows, columns}
}

// tableBlocks divides rows and columns so that each block is legible on its own page.
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
	const gap, heading, moreHead = 12, 20, 15 // moreHead is the height of a further line in the head
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

// partOf returns a block of a table as a graph without cards, and the range of its tracks for its
// title.
func partOf(g *graph.Graph, rows, columns table.Tracks) (*graph.Graph, string) {
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
	grid.Overview = nil
	part := *g
	part.Grid, part.Nodes, part.Edges = &grid, nil, nil
	part.Legend = legendOf(g, &part)
	title := strings.Join(what, " · ")
	if title != "" {
		part.Subtitle = strings.Join([]string{g.Subtitle, title}, "  ·  ")
	}
	return &part, title
}

// legendOf returns the legend of a part of a table, without the entries that the part does not
// need.
func legendOf(g, part *graph.Graph) []graph.LegendSection {
	whole, here := classesIn(g), classesIn(part)
	var sections []graph.LegendSection
	for _, section := range g.Legend {
		section.Entries = slices.DeleteFunc(slices.Clone(section.Entries), func(e graph.LegendEntry) bool {
			if e.Kind == graph.LegendLetters {
				return !slices.ContainsFunc(part.Nodes, func(n graph.Node) bool { return n.Badge != nil && n.Badge.Name == e.Label })
			}
			return slices.ContainsFunc(e.Class, func(c graph.Class) bool { return whole[c] && !here[c] })
		})
		if len(section.Entries) > 0 {
			sections = append(sections, section)
		}
	}
	return sections
}

func classesIn(g *graph.Graph) map[graph.Class]bool {
	used := map[graph.Class]bool{}
	pictured := *g
	pictured.Legend = nil
	for _, at := range class.InGraph(&pictured) {
		class.Add(used, at.Classes)
	}
	return used
}

// tracksOf returns the tracks of a block. If these are not all tracks, it appends their range to
// what.
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
