package pdf

import (
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

type timeline struct {
	sheet  pageSize
	ticks  []document.Tick
	labels []structure.Label
	fills  []colour // of the moments
	rows   int
	setter *setter
}

const (
	momentRow    = 11.5 // height of a row of words
	momentRadius = 3.6
	momentFoot   = 20. // height of the line and the days below it
	timelineText = 7.8
)

var (
	momentDay  = textStyle{bold: true, size: timelineText, ink: inkText}
	momentText = textStyle{size: timelineText, ink: inkText}
	tickText   = textStyle{size: 7.5, ink: inkMuted}
)

func (l *layout) setTimeline(b *document.Timeline, sheet pageSize) block {
	t := &timeline{sheet: sheet, setter: l.setter}
	for _, tick := range b.Ticks {
		tick.Label = structure.Cut(tick.Label, func(s string) bool { return t.tickLine(s).width <= sheet.text()/5 })
		t.ticks = append(t.ticks, tick)
	}
	t.labels, t.rows = structure.Labels(b, sheet.text()-2*momentRadius, func(day, text string) float64 {
		return lineOf(t.words(day, text)).width
	})
	for _, m := range b.Moments {
		fill := fillBar
		if tone, ok := l.setter.tones[m.Tone]; ok {
			fill = toneColour(tone.Ink)
		}
		t.fills = append(t.fills, fill)
	}
	return t
}

func (t *timeline) words(day, text string) []word {
	return append(t.setter.words(document.Text{document.Plain(day)}, momentDay), t.setter.words(document.Text{document.Plain(" " + oneLine(text))}, momentText)...)
}

func (t *timeline) tickLine(s string) textLine {
	return lineOf(t.setter.words(document.Text{document.Plain(s)}, tickText))
}

func lineOf(words []word) textLine {
	line := textLine{height: momentRow}
	for i, w := range words {
		if i > 0 && w.space == 0 && w.breaks {
			continue
		}
		line.add(w)
	}
	return line
}

func (t *timeline) height() float64 { return float64(t.rows)*momentRow + momentRadius + momentFoot }

func (t *timeline) head(spacing) float64 { return t.height() }

func (t *timeline) place(l *layout) {
	l.on(t.sheet)
	l.need(t.height())
	left, width := marginSide+momentRadius, t.sheet.text()-2*momentRadius
	axis := l.y + float64(t.rows)*momentRow + momentRadius
	l.mark(box{left, axis - .6, width, 1.2, 0, ruleAxis})
	for _, tick := range t.ticks {
		x := left + tick.At*width
		l.mark(box{x - .5, axis - 3, 1, 6, 0, ruleAxis})
		words := t.tickLine(tick.Label)
		at := max(marginSide, min(x-words.width/2, marginSide+t.sheet.text()-words.width))
		l.line(at, axis+6, words)
	}
	for i, label := range t.labels {
		y := axis - momentRadius - float64(label.Row+1)*momentRow
		l.mark(box{left + label.X - .35, y + 2, .7, axis - y - 2, 0, ruleStem})
		l.mark(diamond{left + label.X, axis, momentRadius, t.fills[i]})
	}
	for _, label := range t.labels { // a stem ends above a text and goes on below it
		y := axis - momentRadius - float64(label.Row+1)*momentRow
		l.mark(box{left + label.Left - 1, y + 1.5, label.Right - label.Left + 2, momentRow - 2, 0, fillWhite})
		l.line(left+label.Left, y, lineOf(t.words(label.Day, label.Text)))
	}
	l.y = axis + momentFoot + l.spacing().block
	l.headingsOnly = false
}
