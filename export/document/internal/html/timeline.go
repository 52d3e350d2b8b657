package html

import (
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

const (
	timelineWidth = 1000.
	timelineRow   = 19.
	timelineFoot  = 32. // the line and the days below it
	timelineSize  = 13.
	timelineMark  = 6.
)

// timeline prints a drawing for wide windows and for paper, and a list for narrow windows and
// screen readers.
func (p *printer) timeline(t *document.Timeline) {
	if len(t.Moments) == 0 {
		return
	}
	labels, rows := structure.Labels(t, timelineWidth-2*timelineMark, func(day, text string) float64 {
		// In the fonts of the page, the average letter is .56 of the type size wide, and a bold one
		// .62.
		return timelineSize * (.62*float64(utf8.RuneCountInString(day)) + .56*float64(utf8.RuneCountInString(text)+1))
	})
	axis := float64(rows)*timelineRow + timelineMark + 2
	p.put(`<div class="timeline">`, "\n", `<svg viewBox="0 0 `, decimal(timelineWidth), " ", decimal(axis+timelineFoot), `" aria-hidden="true">`)
	p.put(`<path class="axis" d="M`, decimal(timelineMark), ",", decimal(axis), "H", decimal(timelineWidth-timelineMark))
	for _, tick := range t.Ticks {
		p.put("M", decimal(timelineMark+tick.At*(timelineWidth-2*timelineMark)), ",", decimal(axis-5), "v10")
	}
	p.put(`"/>`)
	for _, tick := range t.Ticks {
		anchor := markup("middle")
		switch {
		case tick.At < .04:
			anchor = "start"
		case tick.At > .96:
			anchor = "end"
		}
		x := timelineMark + tick.At*(timelineWidth-2*timelineMark)
		label := structure.Cut(tick.Label, func(s string) bool { return utf8.RuneCountInString(s) <= 24 })
		p.put(`<text class="tick" text-anchor="`, anchor, `" x="`, decimal(x), `" y="`, decimal(axis+23), `">`, escape(label), "</text>")
	}
	for _, l := range labels { // a stem ends above a text and goes on below it
		p.put(`<path class="stem" d="M`, decimal(timelineMark+l.X), ",", decimal(axis), "V", decimal(baseline(l, axis)-10), `"/>`)
	}
	for i, l := range labels {
		p.moment(l, axis, p.inkOf(t.Moments[i].Tone))
	}
	p.put("</svg>\n<ol>\n")
	for _, m := range t.Moments {
		p.put("<li><strong", class(p.inkOf(m.Tone)), ` dir="auto">`, escape(m.Day), "</strong> ", words(m.Text), "</li>\n")
	}
	p.put("</ol>\n</div>\n")
}

func baseline(l structure.Label, axis float64) float64 {
	return axis - timelineMark - float64(l.Row)*timelineRow - 5
}

func (p *printer) moment(l structure.Label, axis float64, tone markup) {
	x := timelineMark + l.X
	anchor, at := markup("start"), timelineMark+l.Left
	if l.Ends() {
		anchor, at = "end", timelineMark+l.Right
	}
	p.put(`<text text-anchor="`, anchor, `" x="`, decimal(at), `" y="`, decimal(baseline(l, axis)), `"><tspan class="day">`, escape(l.Day), "</tspan> ", escape(l.Text), "</text>",
		"<path", class("mark", tone), ` d="M`, decimal(x), ",", decimal(axis-timelineMark), "l6,6l-6,6l-6,-6z", `"/>`)
}

func (p *printer) inkOf(tone string) markup {
	if tone == "" {
		return ""
	}
	return "i" + number(p.tones[tone])
}
