package document

// A pdfFacts is tiles in rows.
type pdfFacts struct {
	sheet pdfSheet
	width float64 // of a tile
	rows  [][]pdfTile
}

// A pdfTile is a fact in a box: its lines from top to bottom, with a bar under the value.
type pdfTile struct {
	label, value, note []pdfLine
	share              float64
	fill               colourRGB
	bar                colourRGB
	height             float64
}

const (
	tileWidth   = 112. // at least
	tileGap     = 8.
	tilePadding = 9.
	tileBar     = 9. // what a bar and the space around it take
)

// setFacts sets tiles; facts too long for one, which nobody reads at a glance, are set as a list.
func (l *pdfLayout) setFacts(b *Facts, sheet pdfSheet) []pdfBlock {
	most := int((sheet.text() + tileGap) / (tileWidth + tileGap))
	rows := (len(b.Items) + most - 1) / most
	columns := max((len(b.Items)+rows-1)/rows, 3)
	f := &pdfFacts{sheet: sheet, width: (sheet.text() - tileGap*float64(columns-1)) / float64(columns)}
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
	return []pdfBlock{f}
}

func factList(b *Facts) *List {
	list := &List{Items: make([]Text, len(b.Items))}
	for i, fact := range b.Items {
		list.Items[i] = Text{Plain(fact.Label), Plain(" "), Strong(fact.Value), Plain(" "), Plain(fact.Note)}
	}
	return list
}

func (l *pdfLayout) setTile(fact Fact, width float64) pdfTile {
	t := pdfTile{share: fact.Share, fill: fillPale, bar: fillBar}
	label, value, note := inkMuted, inkTitle, inkQuiet
	if tone, ok := l.setter.tones[fact.Tone]; ok {
		t.fill = toneColour(tone.Fill)
		ink := toneColour(tone.Ink)
		label, value, note, t.bar = ink, ink, ink, ink
	}
	t.label = l.setter.lines(Text{Plain(fact.Label)}, pdfLook{size: 7.5, ink: label}, width)
	// A long value is set smaller before it is broken.
	for _, size := range []float64{16, 13, 11} {
		words := l.setter.words(Text{Plain(fact.Value)}, pdfLook{bold: true, size: size, ink: value})
		t.value = l.setter.fill(words, pdfLook{size: size}, width)
		if len(t.value) <= 1 {
			break
		}
	}
	if fact.Note != "" {
		t.note = l.setter.lines(Text{Plain(fact.Note)}, pdfLook{size: 7.5, ink: note}, width)
	}
	t.height = 2*tilePadding + linesHeight(t.label) + linesHeight(t.value) + linesHeight(t.note)
	if t.share > 0 {
		t.height += tileBar
	}
	return t
}

func rowHeight(row []pdfTile) float64 {
	h := 0.
	for _, t := range row {
		h = max(h, t.height)
	}
	return h
}

func (f *pdfFacts) head(pdfSpacing) float64 { return rowHeight(f.rows[0]) }

func (f *pdfFacts) place(l *pdfLayout) {
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
	l.fresh = false
}

func (t pdfTile) place(l *pdfLayout, x, width, height float64) {
	l.mark(pdfBox{x, l.y, width, height, 6, ruleDark}, pdfBox{x + .6, l.y + .6, width - 1.2, height - 1.2, 5.4, t.fill})
	y := l.y + tilePadding
	x, width = x+tilePadding, width-2*tilePadding
	put := func(lines []pdfLine) {
		for _, line := range lines {
			l.line(x, y, line)
			y += line.height
		}
	}
	put(t.label)
	put(t.value)
	if t.share > 0 {
		l.mark(barMarks(x, y+2, width, 3.6, t.share, t.bar)...)
		y += tileBar
	}
	put(t.note)
}

// barMarks draws a share as a bar.
func barMarks(x, y, width, height, share float64, fill colourRGB) []pdfMark {
	return []pdfMark{
		pdfBox{x, y, width, height, height / 2, fillTrack},
		pdfBox{x, y, max(width*share, height), height, height / 2, fill},
	}
}
