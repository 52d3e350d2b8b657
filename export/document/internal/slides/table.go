package slides

import (
	"slices"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/presentation"
)

const (
	cellPad   = 5 // at the sides of a cell
	cellAbove = 3 // above and below its text
	cellSize  = 12
	// widest is the maximum width of a column by content.
	widest = 260
)

// grid is a table with a place for each cell. A cell with a span is in the first place of the span;
// the other places are empty.
type grid struct {
	rows    []gridRow
	columns []float64
	high    float64
}

type gridRow struct {
	cells []*document.Cell // nil if empty
	head  bool
	high  float64
}

func (p *printer) table(t *document.Table, width float64) *grid {
	columns := structure.Columns(t)
	g := &grid{columns: make([]float64, columns)}
	for i, part := range structure.Parts(t) {
		if i > 0 && i <= len(t.Groups) && len(t.Groups[i-1].Title) > 0 {
			title := gridRow{cells: make([]*document.Cell, columns)}
			title.cells[0] = &document.Cell{Lines: []document.Text{t.Groups[i-1].Title}, Header: true, Colspan: columns}
			g.rows = append(g.rows, title)
		}
		places := structure.NewGrid(columns)
		for _, row := range part.Rows {
			at, err := places.Place(row)
			if err != nil {
				return g // a valid table has no such row
			}
			made := gridRow{cells: make([]*document.Cell, columns), head: part.Name == "head"}
			for k := range row {
				made.cells[at[k]] = &row[k]
			}
			g.rows = append(g.rows, made)
		}
	}
	p.divide(g, t.Widths, width)
	for i := range g.rows {
		g.rows[i].high = p.rowHeight(g, &g.rows[i])
		g.high += g.rows[i].high
	}
	return g
}

// divide sets the widths of the columns: the requested shares, or the width of their texts plus an
// equal part of the rest. If the table is too wide, the widest columns shrink.
func (p *printer) divide(g *grid, shares []int, width float64) {
	if len(shares) == len(g.columns) {
		sum := 0
		for _, s := range shares {
			sum += s
		}
		for i, s := range shares {
			g.columns[i] = width * float64(s) / float64(sum)
		}
		return
	}
	total := 0.0
	for i := range g.columns {
		for _, row := range g.rows {
			if c := row.cells[i]; c != nil && structure.Colspan(c) == 1 {
				for _, line := range c.Lines {
					g.columns[i] = min(widest*p.scale, max(g.columns[i], p.m.width(structure.Words(line), cellSize*p.scale)+2*cellPad+2))
				}
			}
		}
		total += g.columns[i]
	}
	for total > width+1 {
		most := slices.Max(g.columns)
		next := 0.0
		count := 0.0
		for _, w := range g.columns {
			if w < most {
				next = max(next, w)
			} else {
				count++
			}
		}
		cut := min((most-next)*count, total-width)
		for i, w := range g.columns {
			if w == most {
				g.columns[i] -= cut / count
			}
		}
		total -= cut
	}
	for i := range g.columns {
		g.columns[i] += (width - total) / float64(len(g.columns))
	}
}

func (p *printer) rowHeight(g *grid, r *gridRow) float64 {
	size := cellSize * p.scale
	lines := 1
	for i, c := range r.cells {
		if c == nil {
			continue
		}
		n := 0
		for _, line := range c.Lines {
			wide := -2.0 * cellPad
			for _, w := range g.columns[i : i+structure.Colspan(c)] {
				wide += w
			}
			n += p.m.lines(structure.Words(line), size, wide)
		}
		lines = max(lines, n)
	}
	return float64(lines)*size*leading + 2*cellAbove
}

func (p *printer) addTable(t *document.Table, in box) {
	g := p.table(t, in.w)
	if len(g.rows) == 0 {
		return
	}
	made := &presentation.Table{Head: presentation.Head{Name: "Table"}, Box: box{in.x, in.y, in.w, g.high}.emu()}
	if t.Caption != "" {
		made.Name, made.Alt = t.Caption, t.Caption
	}
	for _, w := range g.columns {
		made.Columns = append(made.Columns, presentation.EMU(w))
	}
	for _, row := range g.rows {
		r := presentation.TableRow{Height: presentation.EMU(row.high)}
		covered := 0
		for _, c := range row.cells {
			made := p.cell(c, row.head)
			if made.Covered = covered > 0; made.Covered {
				covered--
			} else if c != nil {
				made.Span = structure.Colspan(c)
				covered = made.Span - 1
			}
			r.Cells = append(r.Cells, made)
		}
		made.Rows = append(made.Rows, r)
	}
	p.AddTable(made)
}

func (p *printer) cell(c *document.Cell, head bool) presentation.TableCell {
	made := presentation.TableCell{Rule: presentation.Line{Colour: rule, Width: presentation.EMU(0.75)}}
	made.Text.Anchor = presentation.AnchorMiddle
	made.Text.Inset = presentation.Inset{Left: presentation.EMU(cellPad), Right: presentation.EMU(cellPad), Top: presentation.EMU(cellAbove), Bottom: presentation.EMU(cellAbove)}
	colour := ink
	if head {
		made.Fill, colour = panel, muted
	}
	size := cellSize * p.scale
	if c == nil {
		made.Text.Paragraphs = []presentation.Paragraph{{Runs: []presentation.Run{{Text: " ", Size: size}}}}
		return made
	}
	if tone, ok := p.tones[c.Tone]; ok {
		made.Fill, colour = tone.Fill, tone.Ink
	}
	for n, line := range c.Lines {
		paragraph := presentation.Paragraph{Runs: p.runs(line, size, colour)}
		if c.Number {
			paragraph.Align = presentation.AlignRight
		}
		for i := range paragraph.Runs {
			paragraph.Runs[i].Bold = paragraph.Runs[i].Bold || head || c.Header && n == 0 && i == 0
		}
		made.Text.Paragraphs = append(made.Text.Paragraphs, paragraph)
	}
	if len(made.Text.Paragraphs) == 0 {
		made.Text.Paragraphs = []presentation.Paragraph{{Runs: []presentation.Run{{Text: " ", Size: size}}}}
	}
	return made
}
