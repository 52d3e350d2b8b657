package pdf

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/export/document"
)

type facts struct {
	sheet pageSize
	width float64 // of a tile
	rows  [][]tile
}

// A tile is a fact in a box: its lines from top to bottom, with a bar under the value.
type tile struct {
	label, value, note []textLine
	share              float64
	fill               colour
	bar                colour
	height             float64
}

const (
	tileWidth   = 112. // at least
	tileGap     = 8.
	tilePadding = 9.
	tileBar     = 9. // height of a bar, including the space around it
)

func (l *layout) setFacts(b *document.Facts, sheet pageSize) []block {
	most := int((sheet.text() + tileGap) / (tileWidth + tileGap))
	rows := (len(b.Items) + most - 1) / most
	columns := max((len(b.Items)+rows-1)/rows, 3)
	f := &facts{sheet: sheet, width: (sheet.text() - tileGap*float64(columns-1)) / float64(columns)}
	for i, fact := range b.Items {
		if i%columns == 0 {
			f.rows = append(f.rows, nil)
		}
		row := &f.rows[len(f.rows)-1]
		tile := l.setTile(fact, f.width-2*tilePadding)
		if tile.height > sheet.body()/3 {
			return l.setList(factList(b), sheet)
		}
		*row = append(*row, tile)
	}
	return []block{f}
}

// setFigures lays out facts without tiles side by side, or as a list if they are too long. A single
// fact is larger.
func (l *layout) setFigures(b *document.Facts, sheet pageSize) []block {
	f := &figures{sheet: sheet, width: sheet.text() / float64(len(b.Items))}
	sizes := []float64{13.5, 12, 10.5}
	if len(b.Items) == 1 {
		sizes = []float64{17, 15, 13, 11}
	}
	for _, fact := range b.Items {
		ink := inkTitle
		if tone, ok := l.setter.tones[fact.Tone]; ok {
			ink = toneColour(tone.Ink)
		}
		lines := l.setter.largest(fact.Value, sizes, ink, f.width-figureGap)
		for _, words := range []string{fact.Label, fact.Note} {
			lines = append(lines, l.setter.lines(document.Text{document.Plain(words)}, textStyle{size: 8, ink: inkQuiet}, f.width-figureGap)...)
		}
		f.columns = append(f.columns, lines)
		f.height = max(f.height, linesHeight(lines))
		if f.height > sheet.body()/3 {
			return l.setList(factList(b), sheet)
		}
	}
	return []block{f}
}

type figures struct {
	sheet   pageSize
	width   float64 // of a column
	columns [][]textLine
	height  float64
}

const figureGap = 12. // between two columns of figures

func (f *figures) head(spacing) float64 { return f.height }

func (f *figures) place(l *layout) {
	l.on(f.sheet)
	l.need(f.height)
	for i, lines := range f.columns {
		l.column(marginSide+float64(i)*f.width, l.y, lines)
	}
	l.y += f.height + l.spacing().block
	l.headingsOnly = false
}

func factList(b *document.Facts) *document.List {
	list := &document.List{Items: make([]document.Text, len(b.Items))}
	for i, fact := range b.Items {
		list.Items[i] = document.Text{document.Plain(fact.Label), document.Plain(" "), document.Strong(fact.Value), document.Plain(" "), document.Plain(fact.Note)}
	}
	return list
}

// largest sets a value in the largest size in which it needs one line, or else in the smallest.
func (s *setter) largest(value string, sizes []float64, ink colour, width float64) (lines []textLine) {
	for _, size := range sizes {
		if lines = s.lines(document.Text{document.Plain(value)}, textStyle{bold: true, size: size, ink: ink}, width); len(lines) <= 1 {
			break
		}
	}
	return lines
}

func (l *layout) setTile(fact document.Fact, width float64) tile {
	t := tile{share: fact.Share, fill: fillPale, bar: fillBar}
	label, value, note := inkMuted, inkTitle, inkQuiet
	if tone, ok := l.setter.tones[fact.Tone]; ok {
		t.fill = toneColour(tone.Fill)
		ink := toneColour(tone.Ink)
		label, value, note, t.bar = ink, ink, ink, ink
	}
	t.label = l.setter.lines(document.Text{document.Plain(fact.Label)}, textStyle{size: 7.5, ink: label}, width)
	t.value = l.setter.largest(fact.Value, []float64{16, 13, 11}, value, width)
	if fact.Note != "" {
		t.note = l.setter.lines(document.Text{document.Plain(fact.Note)}, textStyle{size: 7.5, ink: note}, width)
	}
	t.height = 2*tilePadding + linesHeight(t.label) + linesHeight(t.value) + linesHeight(t.note)
	if t.share > 0 {
		t.height += tileBar
	}
	return t
}

func rowHeight(row []tile) float64 {
	return slices.MaxFunc(row, func(a, b tile) int { return cmp.Compare(a.height, b.height) }).height
}

func (f *facts) head(spacing) float64 { return rowHeight(f.rows[0]) }

func (f *facts) place(l *layout) {
	l.on(f.sheet)
	for _, row := range f.rows {
		height := rowHeight(row)
		l.need(height)
		for i, t := range row {
			t.place(l, marginSide+float64(i)*(f.width+tileGap), f.width, height)
		}
		l.y += height + tileGap
	}
	l.y += l.spacing().block - tileGap + 3
	l.headingsOnly = false
}

func (t tile) place(l *layout, x, width, height float64) {
	l.mark(box{x, l.y, width, height, 6, ruleDark}, box{x + .6, l.y + .6, width - 1.2, height - 1.2, 5.4, t.fill})
	y := l.y + tilePadding
	x, width = x+tilePadding, width-2*tilePadding
	y = l.column(x, l.column(x, y, t.label), t.value)
	if t.share > 0 {
		l.mark(barMarks(x, y+2, width, 3.6, t.share, t.bar)...)
		y += tileBar
	}
	l.column(x, y, t.note)
}

func barMarks(x, y, width, height, share float64, fill colour) []mark {
	return []mark{
		box{x, y, width, height, height / 2, fillTrack},
		box{x, y, max(width*share, height), height, height / 2, fill},
	}
}
