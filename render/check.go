package render

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/theme"
)

// checkGraph reports indexes out of range, groups that precede their parents, and links that
// [graph.CheckLink] rejects.
func checkGraph(g *graph.Graph) error {
	if g == nil {
		return errors.New("the view made no graph")
	}
	if err := checkGrid(g); err != nil {
		return err
	}
	for i, group := range g.Groups {
		if group.Parent != graph.None && (group.Parent < 0 || group.Parent >= i) {
			return fmt.Errorf("group %d: the parent %d is not a group before it", i, group.Parent)
		}
		if err := graph.CheckLink(group.Link); err != nil {
			return fmt.Errorf("group %d: %w", i, err)
		}
	}
	for i, n := range g.Nodes {
		if n.Group != graph.None && (n.Group < 0 || n.Group >= len(g.Groups)) {
			return fmt.Errorf("node %d: there is no group %d", i, n.Group)
		}
		if err := graph.CheckLink(n.Link); err != nil {
			return fmt.Errorf("node %d: %w", i, err)
		}
	}
	for i, e := range g.Edges {
		if e.From < 0 || e.From >= len(g.Nodes) || e.To < 0 || e.To >= len(g.Nodes) {
			return fmt.Errorf("edge %d: from %d to %d, but there are %d nodes", i, e.From, e.To, len(g.Nodes))
		}
	}
	return nil
}

// checkClasses reports classes without a style in the theme, which would be invisible.
func checkClasses(g *graph.Graph, t *theme.Theme) error {
	known := map[graph.Class]bool{}
	for _, at := range class.InGraph(g) {
		for _, c := range at.Classes {
			if known[c] {
				continue
			}
			if err := t.Lacks(c); err != nil {
				return fmt.Errorf("%s %d: %w", at.Kind, at.Index, err)
			}
			known[c] = true
		}
	}
	return nil
}

func checkGrid(g *graph.Graph) error {
	for i, n := range g.Nodes {
		if (n.Place == nil) != (g.Grid == nil) {
			return fmt.Errorf("node %d: a node has a place when, and only when, its graph has a grid", i)
		}
	}
	if g.Grid == nil {
		return nil
	}
	if len(g.Groups) > 0 {
		return errors.New("a graph with a grid has no groups: its bands are the headings")
	}
	switch g.Grid.Wrap {
	case graph.WrapNone, graph.WrapRows, graph.WrapColumns:
	default:
		return fmt.Errorf("unknown wrap %q: want %q, %q or nothing", g.Grid.Wrap, graph.WrapRows, graph.WrapColumns)
	}
	return cmp.Or(checkBands("row", g.Grid.Rows, g.Grid.RowBands), checkBands("column", g.Grid.Columns, g.Grid.ColumnBands), checkScale(g), checkPlaces(g))
}

func checkBands(kind string, tracks []graph.Track, bands []graph.Band) error {
	for i, b := range bands {
		if b.Parent != graph.None && (b.Parent < 0 || b.Parent >= i) {
			return fmt.Errorf("%s band %d: the parent %d is not a band before it", kind, i, b.Parent)
		}
	}
	for i, t := range tracks {
		if t.Band != graph.None && (t.Band < 0 || t.Band >= len(bands)) {
			return fmt.Errorf("%s %d: there is no band %d", kind, i, t.Band)
		}
	}
	return nil
}

// checkScale reports a scale with gaps, and spans and marks outside the scale.
func checkScale(g *graph.Graph) error {
	const most = 1e6
	last := -1
	for i, c := range g.Grid.Columns {
		if !(c.Length >= 0 && c.Length <= most) {
			return fmt.Errorf("column %d: the length %v is not between 0 and %g", i, c.Length, most)
		}
		if c.Length > 0 {
			if last >= 0 && (last != i-1 || c.GapBefore) {
				return fmt.Errorf("column %d: the parts of the scale stand one after another, without a gap", i)
			}
			last = i
		}
	}
	for i, r := range g.Grid.Rows {
		if r.Length != 0 {
			return fmt.Errorf("row %d: a scale runs along columns", i)
		}
	}
	if last >= 0 && g.Grid.Wrap != graph.WrapNone {
		return errors.New("a table with a scale is not wrapped")
	}
	long := g.Grid.ScaleLength()
	for i, n := range g.Nodes {
		if s := n.Place.Span; s != nil && !(0 <= s.From && s.From <= s.To && s.To <= long && last >= 0) {
			return fmt.Errorf("node %d: the span from %v to %v is not on the scale from 0 to %v", i, s.From, s.To, long)
		}
	}
	for i, m := range g.Grid.Marks {
		if !(m.At >= 0 && m.At <= long && last >= 0) {
			return fmt.Errorf("mark %d: %v is not on the scale from 0 to %v", i, m.At, long)
		}
	}
	return nil
}

func checkPlaces(g *graph.Graph) error {
	within := func(row, column int) bool {
		return row >= 0 && row < len(g.Grid.Rows) && column >= 0 && column < len(g.Grid.Columns)
	}
	for i, n := range g.Nodes {
		if !within(n.Place.Row, n.Place.Column) {
			return fmt.Errorf("node %d: there is no row %d with a column %d", i, n.Place.Row, n.Place.Column)
		}
	}
	for i, c := range g.Grid.Cells {
		if !within(c.Row, c.Column) {
			return fmt.Errorf("cell %d: there is no row %d with a column %d", i, c.Row, c.Column)
		}
	}
	for i, z := range g.Grid.Zones {
		if !within(z.FirstRow, z.FirstColumn) || !within(z.LastRow, z.LastColumn) || z.LastRow < z.FirstRow || z.LastColumn < z.FirstColumn {
			return fmt.Errorf("zone %d: it is not a part of the table", i)
		}
	}
	return nil
}

// usualLimit is the default limit of a picture: about 10,000 people with their lines, which take
// seconds.
const usualLimit = 40_000

// pagesLimit is the default limit of a map that is divided into pages, which divide at boxes: a box
// counts once. A pack of 20,000 people took 927 MB.
const pagesLimit = 30_000

// maxDepth is the largest number of units around a unit. The pack of an account with 1,000 nested
// units took 12 seconds, most of them for frames that nobody can tell apart.
const maxDepth = 500

// boxWeight is the number of cards that a box counts as. Packing ten thousand boxes takes minutes;
// packing as many cards takes seconds.
const boxWeight = 5

// TooLargeError reports a picture over Options.Limit.
type TooLargeError struct {
	// Cards, Lines and Boxes are the parts of the picture; the cells of a table count as cards.
	// Limit is the largest allowed sum, with each box counted as five, or once for pages.
	Cards, Lines, Boxes, Limit int
	// Largest lists up to three units, the largest first. They are top-level units or, if one of
	// those has nearly all cards, the units inside it. Largest is empty for an account without
	// units.
	Largest []BoxSize
	// TooDeep is the name of the first unit inside more than 500 others. It is empty for a picture
	// that is over the limit.
	TooDeep string
	// Divided is true if the error comes from [Pages]: the map is too large for pages, or no
	// division keeps every page within the limit.
	Divided bool
}

// BoxSize is a unit and the number of cards in its box, inner boxes included.
type BoxSize struct {
	ID, Label string
	Cards     int
}

// Error returns the size of the picture, the limit, and advice on what to do.
func (e *TooLargeError) Error() string {
	if e.TooDeep != "" {
		return fmt.Sprintf("units are nested too deep to be drawn: %.60q is inside more than %d others; give it a parent higher up, or draw "+
			"other units with Map.Select", e.TooDeep, maxDepth)
	}
	var largest []string
	for _, b := range e.Largest {
		largest = append(largest, fmt.Sprintf("%.60q has %d", b.Label, b.Cards))
	}
	of := ""
	if largest != nil {
		of = " (" + strings.Join(largest, ", ") + ")"
	}
	picture, weight, pages := "one picture", fmt.Sprintf(", with a box counted as %d", boxWeight), ", draw Pages"
	if e.Divided {
		picture, weight, pages = "pages", "", ""
	}
	return fmt.Sprintf("too large for %s: %d cards, %d lines and %d boxes are over the limit of %d in all%s; draw some of the "+
		"units with Map.Select%s%s, or raise Options.Limit", picture, e.Cards, e.Lines, e.Boxes, e.Limit, weight, of, pages)
}

// checkSize returns a [TooLargeError] if the graph exceeds the limit.
func checkSize(g *graph.Graph, limit int) error {
	limit = cmp.Or(limit, usualLimit)
	cards := len(g.Nodes)
	if g.Grid != nil {
		cards += len(g.Grid.Cells) + len(g.Grid.Rows) + len(g.Grid.Columns)
	}
	if limit < 0 || cards+len(g.Edges)+boxWeight*len(g.Groups) <= limit {
		return nil
	}
	return &TooLargeError{Cards: cards, Lines: len(g.Edges), Boxes: len(g.Groups), Limit: limit, Largest: largestUnits(g)}
}

// checkPages returns a [TooLargeError] if a map is too large to be divided into pages.
func checkPages(g *graph.Graph, limit int) error {
	allowed := max(limit, pagesLimit)
	if g.Grid != nil || limit < 0 || len(g.Nodes)+len(g.Edges)+len(g.Groups) <= allowed {
		return nil
	}
	return &TooLargeError{Cards: len(g.Nodes), Lines: len(g.Edges), Boxes: len(g.Groups), Limit: allowed, Largest: largestUnits(g)}
}

// matrixLimit is the largest number of cells of a matrix, empty ones included. Ten million cells
// took six seconds before they could be refused.
const matrixLimit = 1_000_000

// checkMatrix returns a [TooLargeError] if a matrix is too large to be looked at cell by cell.
func checkMatrix(matrix *accountmap.Matrix, limit int) error {
	units, products := matrix.Size()
	allowed := max(limit, matrixLimit)
	if limit < 0 || units*products <= allowed {
		return nil
	}
	return &TooLargeError{Cards: units * products, Limit: allowed, Divided: true}
}

// checkDepth returns a [TooLargeError] if a unit is inside too many others, before the view repeats
// the units around each contact.
func checkDepth(m *accountmap.Map, opts *Options) error {
	limit := opts.defaults(m).Limit
	if limit < 0 {
		return nil
	}
	around, units := map[accountmap.UnitID]int{}, 0
	var deep string
	for u := range m.Units() {
		units++
		if u.Parent != "" {
			around[u.ID] = around[u.Parent] + 1
		}
		if around[u.ID] > maxDepth && deep == "" {
			deep = u.Name
		}
	}
	if deep == "" {
		return nil
	}
	return &TooLargeError{Cards: len(slices.Collect(m.Contacts())), Boxes: units, Limit: cmp.Or(limit, usualLimit), TooDeep: deep}
}

// largestUnits returns up to three units with the most cards. They are top-level units or, if one
// of those has nearly all cards, the units inside it.
func largestUnits(g *graph.Graph) []BoxSize {
	counts := cardsIn(g)
	for around := graph.None; ; {
		var inside []int
		for i := range g.Groups {
			if g.Groups[i].Parent == around && counts[i] > 0 && !slices.Contains(g.Groups[i].Class, class.Outside) {
				inside = append(inside, i)
			}
		}
		slices.SortStableFunc(inside, func(a, b int) int { return cmp.Compare(counts[b], counts[a]) })
		if len(inside) > 0 && counts[inside[0]] > len(g.Nodes)*9/10 && slices.ContainsFunc(g.Groups, func(g graph.Group) bool { return g.Parent == inside[0] }) {
			around = inside[0]
			continue
		}
		var largest []BoxSize
		for _, i := range inside[:min(3, len(inside))] {
			largest = append(largest, BoxSize{g.Groups[i].ID, g.Groups[i].Label, counts[i]})
		}
		return largest
	}
}

func cardsIn(g *graph.Graph) []int {
	counts := make([]int, len(g.Groups))
	for _, n := range g.Nodes {
		if n.Group != graph.None {
			counts[n.Group]++
		}
	}
	for i := len(g.Groups) - 1; i >= 0; i-- {
		if parent := g.Groups[i].Parent; parent != graph.None {
			counts[parent] += counts[i]
		}
	}
	return counts
}
