package pages

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/picture"
)

// cards adds pages of rows with the cards in them: as many rows as are legible. If one row is
// illegible, the pages have fewer columns, or else some of the cards of that row.
func (t *tables) cards(ctx context.Context) error {
	columns := len(t.g.Grid.Columns)
	scale := slices.ContainsFunc(t.g.Grid.Columns, func(c graph.Track) bool { return c.Length > 0 })
	for pages := 1; pages <= columns && !(scale && pages > 1); pages++ {
		t.parts = nil
		for k := range pages {
			ok, err := t.rows(ctx, table.Tracks{From: k * columns / pages, To: (k + 1) * columns / pages}, false)
			if err != nil {
				return err
			}
			if !ok {
				t.parts = nil
				break
			}
		}
		if t.parts != nil {
			return nil
		}
	}
	ok, err := t.rows(ctx, table.Tracks{To: columns}, true)
	if !ok {
		t.parts = nil
	}
	return err
}

// rows adds pages of some columns. It reports whether all pages are legible. Only with divide may a
// row have several pages.
func (t *tables) rows(ctx context.Context, columns table.Tracks, divide bool) (bool, error) {
	lay := func(rows table.Tracks, nodes []int) (*picture.Picture, error) {
		part := t.withCards(rows, columns, nodes, "")
		t.number(part, 99, 99)
		return t.o.Lay(ctx, part.graph)
	}
	legible := func(rows table.Tracks, nodes []int) (bool, error) {
		d, err := lay(rows, nodes)
		return err == nil && d.Legible(t.o.Paper), err
	}
	allLegible := func(row table.Tracks, nodes []int, most int) (bool, error) {
		for some := range slices.Chunk(nodes, most) {
			if ok, err := legible(row, some); !ok {
				return false, err
			}
		}
		return true, nil
	}
	var runs []table.Tracks
	rows := len(t.g.Grid.Rows)
	for from := 0; from < rows; {
		to := from + 1
		for to < rows {
			if ok, err := legible(table.Tracks{From: from, To: to + 1}, nil); err != nil {
				return false, err
			} else if !ok {
				break
			}
			to++
		}
		runs = append(runs, table.Tracks{From: from, To: to})
		from = to
	}
	// The last page has the rest: it takes rows from the page before it while that page was fuller.
	for i := len(runs) - 1; i > 0; i-- {
		for before, run := &runs[i-1], &runs[i]; before.To-before.From > 1; {
			more := table.Tracks{From: run.From - 1, To: run.To}
			fuller, err := lay(*before, nil)
			if err != nil {
				return false, err
			}
			last, err := lay(more, nil)
			if err != nil {
				return false, err
			}
			if !last.Legible(t.o.Paper) || last.Fill() >= fuller.Fill() {
				break
			}
			*run, before.To = more, before.To-1
		}
	}
	for _, run := range runs {
		ok, err := legible(run, nil)
		if err != nil {
			return false, err
		}
		if ok {
			t.parts = append(t.parts, t.withCards(run, columns, nil, ""))
			continue
		}
		if !divide {
			return false, nil
		}
		var in []int
		for i, n := range t.g.Nodes {
			if n.Place.Row == run.From {
				in = append(in, i)
			}
		}
		slices.SortStableFunc(in, func(a, b int) int { return cmp.Compare(startOf(t.g.Nodes[a]), startOf(t.g.Nodes[b])) })
		most := len(in)
		for most >= fewestCards {
			if ok, err := allLegible(run, in, most); err != nil {
				return false, err
			} else if ok {
				break
			}
			most = (most + 1) / 2
		}
		if most < fewestCards { // the columns are too wide for the page
			return false, nil
		}
		chunks := slices.Collect(slices.Chunk(in, most))
		for k, some := range chunks {
			part := t.withCards(run, columns, some, t.o.Words.Text(terms.PagesPart, t.g.Grid.Rows[run.From].Label, k+1, len(chunks)))
			if k > 0 {
				part.graph.Grid.Cells = nil
			}
			t.parts = append(t.parts, part)
		}
	}
	return true, nil
}

// dropEmptyLists removes the lists at the sides of a scale that have neither cards nor words on the
// page.
func dropEmptyLists(g *graph.Graph) {
	columns := g.Grid.Columns
	used := make([]bool, len(columns))
	scale := false
	for i, c := range columns {
		used[i] = c.Length > 0
		scale = scale || used[i]
	}
	if !scale {
		return
	}
	for _, n := range g.Nodes {
		used[n.Place.Column] = used[n.Place.Column] || n.Place.Span == nil
	}
	for _, c := range g.Grid.Cells {
		used[c.Column] = true
	}
	at := make([]int, len(columns))
	g.Grid.Columns = nil
	for i, c := range columns {
		if at[i] = len(g.Grid.Columns); used[i] {
			g.Grid.Columns = append(g.Grid.Columns, c)
		}
	}
	for i, n := range g.Nodes {
		place := *n.Place
		place.Column = at[place.Column]
		g.Nodes[i].Place = &place
	}
	for i := range g.Grid.Cells {
		g.Grid.Cells[i].Column = at[g.Grid.Cells[i].Column]
	}
}

// fewestCards is the least number of cards of a row that justify a page.
const fewestCards = 3

// startOf returns the start of a card: its column, or its position on the scale.
func startOf(n graph.Node) float64 {
	if n.Place.Span != nil {
		return n.Place.Span.From
	}
	return float64(n.Place.Column)
}

func contains(t table.Tracks, at int) bool { return at >= t.From && at < t.To }

// withCards returns a page of rows and columns with some of their cards and the lines among these.
// A line to another page becomes words if it may. A nil some means all cards.
func (t *tables) withCards(rows, columns table.Tracks, some []int, title string) tablePart {
	part, name := partOf(t.g, rows, columns)
	at := map[int]int{}
	for i, n := range t.g.Nodes {
		if !contains(rows, n.Place.Row) || !contains(columns, n.Place.Column) || some != nil && !slices.Contains(some, i) {
			continue
		}
		place := *n.Place
		place.Row, place.Column = place.Row-rows.From, place.Column-columns.From
		n.Place = &place
		at[i] = len(part.Nodes)
		part.Nodes = append(part.Nodes, n)
	}
	left := 0
	for _, e := range t.g.Edges {
		from, ok := at[e.From]
		to, also := at[e.To]
		switch {
		case ok && also:
			e.From, e.To = from, to
			part.Edges = append(part.Edges, e)
		case ok && e.Loose():
			picture.AddWords(&part.Nodes[from], &t.g.Nodes[e.To], e, graph.LineOut)
		case also && e.Loose():
			picture.AddWords(&part.Nodes[to], &t.g.Nodes[e.From], e, graph.LineIn)
		case ok || also:
			left++
		}
	}
	dropEmptyLists(part)
	part.Grid.Zones = nil
	for _, z := range t.g.Grid.Zones {
		if z.FirstRow < rows.To && z.LastRow >= rows.From && z.FirstColumn < columns.To && z.LastColumn >= columns.From {
			z.FirstColumn, z.LastColumn = max(z.FirstColumn, columns.From)-columns.From, min(z.LastColumn, columns.To-1)-columns.From
			z.FirstRow, z.LastRow = max(z.FirstRow, rows.From)-rows.From, min(z.LastRow, rows.To-1)-rows.From
			part.Grid.Zones = append(part.Grid.Zones, z)
		}
	}
	part.Legend = legendOf(t.g, part)
	if title == "" {
		title = name
	} else {
		part.Subtitle = strings.Join([]string{t.g.Subtitle, title}, "  ·  ")
	}
	if left > 0 {
		part.Subtitle = strings.Join([]string{part.Subtitle, t.o.Words.Count(terms.PagesUndrawn, left)}, "  ·  ")
	}
	return tablePart{graph: part, title: title}
}
