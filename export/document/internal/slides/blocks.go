package slides

import (
	"math"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/presentation"
)

const (
	bullet  = 13.5 // the indent of a list
	itemGap = 4

	tileHeight = 76
	tileGap    = 12
	tilePad    = 10
	minTile    = 150 // the minimum width of a tile
)

// tileGrid returns the number of tiles per row and the number of rows, as even as possible.
func tileGrid(count int, width float64) (across, rows int) {
	if count == 0 {
		return 0, 0
	}
	across = min(count, max(1, int((width+tileGap)/(minTile+tileGap))))
	rows = (count + across - 1) / across
	return (count + rows - 1) / rows, rows
}

func (p *printer) tiles(f *document.Facts, in box) {
	across, _ := tileGrid(len(f.Items), in.w)
	for i, fact := range f.Items {
		wide := (in.w - tileGap*float64(across-1)) / float64(across)
		at := box{in.x + float64(i%across)*(wide+tileGap), in.y + float64(i/across)*(tileHeight+tileGap)*p.scale, wide, tileHeight * p.scale}
		fill, text, quiet := panel, ink, muted
		if tone, ok := p.tones[fact.Tone]; ok {
			fill, text, quiet = tone.Fill, tone.Ink, tone.Ink
		}
		paragraphs := []presentation.Paragraph{
			{Runs: []presentation.Run{{Text: fact.Label, Size: p.fit(fact.Label, 11, wide, 0.8), Colour: quiet}}},
			{Runs: []presentation.Run{{Text: fact.Value, Size: p.fit(fact.Value, 22, wide, 0.5), Bold: true, Colour: text}}},
			{Runs: []presentation.Run{{Text: fact.Note, Size: p.fit(fact.Note, 10.5, wide, 0.8), Colour: quiet}}},
		}
		if fact.Note == "" {
			paragraphs = paragraphs[:2]
		}
		pad := presentation.EMU(tilePad)
		p.Add(&presentation.Shape{Head: presentation.Head{Name: fact.Label}, Box: at.emu(), Geometry: presentation.Geometry{Preset: "roundRect", Round: presentation.EMU(6)},
			Fill: fill, Text: &presentation.Text{Wrap: true, Anchor: presentation.AnchorMiddle, Paragraphs: paragraphs, Inset: presentation.Inset{Left: pad, Right: pad}}})
		if fact.Share > 0 {
			bar := box{at.x + tilePad, at.y + at.h - 5, wide - 2*tilePad, 3}
			p.bar(bar, 1, track)
			p.bar(bar, math.Min(fact.Share, 1), p.accent)
		}
	}
}

func (p *printer) bar(in box, share float64, fill string) {
	in.w *= share
	p.Add(&presentation.Shape{Head: presentation.Head{Name: "bar"}, Box: in.emu(), Geometry: presentation.Geometry{Preset: "rect"}, Fill: fill})
}

// fit returns the type size at which a line fits a tile, at least the given part of the usual size.
// A longer line continues on a second one.
func (p *printer) fit(s string, size, wide, least float64) float64 {
	size *= p.scale
	if w := p.m.width(s, size); w > wide-2*tilePad {
		size *= max(least, (wide-2*tilePad)/w)
	}
	return size
}

func (p *printer) runs(t document.Text, size float64, colour string) []presentation.Run {
	var runs []presentation.Run
	for _, piece := range t {
		run := presentation.Run{Size: size, Colour: colour}
		switch piece := piece.(type) {
		case document.Plain:
			run.Text = string(piece)
		case document.Strong:
			run.Text, run.Bold = string(piece), true
		case document.Muted:
			run.Text, run.Colour = string(piece), muted
		case document.Toned:
			run.Text, run.Bold, run.Colour = piece.Text, true, p.tones[piece.Tone].Ink
		case document.Link:
			run.Text, run.Link, run.Colour = structure.Plain(piece), piece.URL, ""
		case document.Chip:
			run.Text, run.Bold = piece.Text, true
			if tone, ok := p.tones[piece.Tone]; ok {
				run.Colour = tone.Ink
			}
			if len(runs) > 0 {
				run.Text = " " + run.Text
			}
		}
		run.Text = cleantext.JoinUnits(run.Text)
		runs = append(runs, run)
	}
	return runs
}
