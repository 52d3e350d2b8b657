package pptx

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/internal/presentation"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// ascent is the distance from the top of a text box to the first baseline in units of the font
// size. It is a compromise between PowerPoint's and LibreOffice's rendering of Arial. lineHeight is
// the distance between baselines.
const (
	ascent     = 0.96
	lineHeight = 1.149
)

// objects returns the objects of items that are not groups. The lines of a text become one object
// again, and a text in the middle of a pill or a ring becomes part of it. The title of the element
// has its texts without line breaks.
func (d *drawer) objects(title string, items []scene.Item) []object {
	var objects []object
	for i := 0; i < len(items); i++ {
		switch item := items[i].(type) {
		case scene.Path:
			objects = append(objects, d.path(item)...)
		case scene.Text:
			if item.String == "" || item.Fill == "" {
				continue
			}
			lines := column(items[i:])
			i += len(lines) - 1
			if len(lines) == 1 && d.inside(objects, item) {
				continue
			}
			objects = append(objects, d.text(title, lines))
		}
	}
	return objects
}

func column(items []scene.Item) []scene.Text {
	lines := []scene.Text{items[0].(scene.Text)}
	for _, item := range items[1:] {
		last := lines[len(lines)-1]
		next, ok := item.(scene.Text)
		step := next.At.Y - last.At.Y
		if !ok || next.Font != last.Font || next.Fill != last.Fill || next.Anchor != last.Anchor || next.At.X != last.At.X ||
			step < last.Size || step > 1.5*last.Size {
			break
		}
		lines = append(lines, next)
	}
	return lines
}

// inside puts a text into the last empty shape around the text's middle. It reports whether there
// is one.
func (d *drawer) inside(objects []object, t scene.Text) bool {
	if t.Anchor != scene.Middle {
		return false
	}
	at := d.point(t.At)
	near := presentation.EMU(d.scale)
	for i := len(objects) - 1; i >= 0; i-- {
		o := objects[i]
		if o.shape == nil || o.shape.Text != nil || o.shape.Preset == "" || at.Y < o.box.Y || at.Y > o.box.Y+o.box.H {
			continue
		}
		if middle := o.box.X + o.box.W/2; at.X < middle-near || at.X > middle+near {
			continue
		}
		o.shape.Text = &presentation.Text{Anchor: presentation.AnchorMiddle,
			Paragraphs: []presentation.Paragraph{{Align: presentation.AlignCentre, Runs: []presentation.Run{d.run(t, t.String)}}}}
		o.shape.Name = t.String
		return true
	}
	return false
}

func (d *drawer) run(t scene.Text, text string) presentation.Run {
	return presentation.Run{Text: text, Size: t.Size * d.scale, Bold: t.Bold, Italic: t.Italic, Colour: t.Fill}
}

// text returns a text box for lines, with the first baseline at its position in the scene.
func (d *drawer) text(title string, lines []scene.Text) object {
	first := lines[0]
	joined, whole := join(title, lines)
	width := 0.0
	for _, l := range lines {
		width = math.Max(width, d.m.Width(l.String, l.Font))
	}
	width += 1 // a program may measure slightly more
	r := geom.Rect{X: first.At.X, Y: first.At.Y - ascent*first.Size, W: width, H: lineHeight * first.Size * float64(len(lines))}
	align := presentation.AlignLeft
	switch first.Anchor {
	case scene.Middle:
		align = presentation.AlignCentre
		r.X -= width / 2
	case scene.End:
		align = presentation.AlignRight
		r.X -= width
	}
	paragraph := presentation.Paragraph{Align: align, Runs: []presentation.Run{d.run(first, joined)}}
	if below := len(lines) - 1; below > 0 {
		leading := (lines[below].At.Y - first.At.Y) / float64(below)
		r.Y -= leading - lineHeight*first.Size // programs put what is added above the first line
		r.H = leading * float64(len(lines))
		paragraph.Leading = leading * d.scale
	}
	box := d.box(r)
	shape := &presentation.Shape{
		Head: presentation.Head{Name: strings.ReplaceAll(joined, "\n", " ")}, Box: box, Geometry: presentation.Geometry{Preset: "rect"},
		Text: &presentation.Text{Anchor: presentation.AnchorTop, Wrap: whole && len(lines) > 1,
			Paragraphs: []presentation.Paragraph{paragraph}},
	}
	if title == "" && first.Bold && !d.titled {
		shape.Title, d.titled = true, true
	}
	return object{box: box, shape: shape}
}

// join rejoins the lines of a broken text. whole reports whether the text was found in the title
// and broken where any program breaks it. Otherwise the lines stay separate, since a program that
// breaks a word elsewhere may need another line.
func join(title string, lines []scene.Text) (text string, whole bool) {
	text = lines[0].String
	for _, l := range lines[1:] {
		begun := strings.TrimSuffix(l.String, "…")
		switch {
		case strings.Contains(title, text+begun):
			if last, _ := utf8.DecodeLastRuneInString(text); last != '-' && !unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
				return allLines(lines), false
			}
			text += l.String
		case strings.Contains(title, text+" "+begun):
			text += " " + l.String
		default:
			return allLines(lines), false
		}
	}
	return text, true
}

func allLines(lines []scene.Text) string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.String)
	}
	return strings.Join(texts, "\n")
}
