package render

import (
	"bytes"
	"fmt"
	"image"
	imagedraw "image/draw"
	stdpng "image/png"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint/png"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// perPoint is the number of pixels in a point of the compared pictures.
const perPoint = 2

// part is a visible part of a picture: a fill, a line, the gaps of a dashed line, or a text.
type part struct {
	name string
	// colour is the colour of a fill or a line. The gaps of a dashed line have no colour.
	colour string
	// seen has the indexes of the pixels that the part covers well and nothing hides. For a text,
	// they are the pixels of its bounding box.
	seen []int
	text *image.Rectangle
	// foreign marks a text with letters that the painters' fonts lack. A browser takes these from
	// other fonts.
	foreign bool
}

// partsOf divides a scene into parts. The visible pixels of each part come from painting it alone.
func partsOf(t testing.TB, s *scene.Scene) []part {
	width, height := int(s.Width*perPoint), int(s.Height*perPoint)
	owner := make([]int32, width*height) // of each pixel: its visible part, or one of these
	const nobody, several = -1, -2
	for i := range owner {
		owner[i] = nobody
	}
	var parts []part
	type gap struct {
		part  int
		cover *image.NRGBA
	}
	var gaps []gap
	show := func(name, colour string, item scene.Item) *image.NRGBA {
		cover := alone(t, item)
		for y := max(0, cover.Rect.Min.Y); y < min(height, cover.Rect.Max.Y); y++ {
			for x := max(0, cover.Rect.Min.X); x < min(width, cover.Rect.Max.X); x++ {
				switch a := cover.Pix[cover.PixOffset(x, y)+3]; {
				case a > 110:
					owner[y*width+x] = int32(len(parts))
				case a > 20:
					owner[y*width+x] = several
				}
			}
		}
		parts = append(parts, part{name: name, colour: colour})
		return cover
	}
	var visit func(items []scene.Item, name string)
	visit = func(items []scene.Item, name string) {
		for i, item := range items {
			at := fmt.Sprintf("%s/%d", name, i)
			switch item := item.(type) {
			case scene.Group:
				visit(item.Items, name+"/"+item.ID)
			case scene.Path:
				if item.Fill != "" {
					show(at+" fill", item.Fill, scene.Path{Segments: item.Segments, Fill: item.Fill})
				}
				if item.Stroke != "" {
					line := item
					line.Fill = ""
					show(at+" line", item.Stroke, line)
					if line.Dash != nil {
						whole := line
						whole.Dash = nil
						cover := alone(t, whole)
						dashes := alone(t, line)
						for i := 3; i < len(cover.Pix); i += 4 {
							if dashes.Pix[i] > 20 {
								cover.Pix[i] = 0
							}
						}
						parts = append(parts, part{name: at + " gaps"})
						gaps = append(gaps, gap{len(parts) - 1, cover})
					}
				}
			case scene.Text:
				cover := show(at+" text "+item.String, item.Fill, item)
				box := cover.Rect
				parts[len(parts)-1].text = &box
				parts[len(parts)-1].foreign = foreign(t, item)
			}
		}
	}
	visit(s.Items, "")
	for i, o := range owner {
		if o >= 0 {
			parts[o].seen = append(parts[o].seen, i)
		}
	}
	for _, g := range gaps {
		r := g.cover.Rect.Intersect(image.Rect(0, 0, width, height))
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				if i := y*width + x; g.cover.Pix[g.cover.PixOffset(x, y)+3] > 200 && owner[i] < int32(g.part) && owner[i] != several {
					parts[g.part].seen = append(parts[g.part].seen, i)
				}
			}
		}
	}
	return parts
}

func foreign(t testing.TB, text scene.Text) bool {
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	for _, r := range text.String {
		if m.Glyph(r, text.Font).Index == 0 {
			return true
		}
	}
	return false
}

// alone paints one item by itself, at its position. The image has the bounds of the whole picture.
func alone(t testing.TB, item scene.Item) *image.NRGBA {
	box := around(t, item)
	s := &scene.Scene{Width: box.W, Height: box.H, Items: []scene.Item{shifted(item, -box.X, -box.Y)}}
	var b bytes.Buffer
	require.NoError(t, png.Write(t.Context(), &b, s, &png.Options{DPI: 72 * perPoint, Transparent: true}))
	picture := decoded(t, b.Bytes()).(*image.NRGBA)
	picture.Rect = picture.Rect.Add(image.Pt(int(box.X)*perPoint, int(box.Y)*perPoint))
	return picture
}

// around returns the smallest rectangle of whole points around an item.
func around(t testing.TB, item scene.Item) geom.Rect {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	reach := func(x, y, by float64) {
		left, top, right, bottom = min(left, x-by), min(top, y-by), max(right, x+by), max(bottom, y+by)
	}
	switch item := item.(type) {
	case scene.Path:
		for _, s := range item.Segments {
			if s.Op == scene.Cubic {
				reach(s.C1.X, s.C1.Y, item.Width)
				reach(s.C2.X, s.C2.Y, item.Width)
			}
			if s.Op != scene.Close {
				reach(s.To.X, s.To.Y, item.Width)
			}
		}
	case scene.Text:
		m, err := typeset.NewMeasurer()
		require.NoError(t, err)
		width := m.Width(item.String, item.Font)
		x := item.At.X - width*float64(item.Anchor)/2
		reach(x, item.At.Y-item.Size*0.8, 0)
		reach(x+width, item.At.Y+item.Size*0.25, 0)
	}
	left, top = math.Floor(left), math.Floor(top)
	return geom.Rect{X: left, Y: top, W: max(1, math.Ceil(right)-left), H: max(1, math.Ceil(bottom)-top)}
}

func shifted(item scene.Item, dx, dy float64) scene.Item {
	switch item := item.(type) {
	case scene.Path:
		moved := make([]scene.Segment, len(item.Segments))
		for i, s := range item.Segments {
			moved[i] = scene.Segment{Op: s.Op, C1: s.C1.Add(dx, dy), C2: s.C2.Add(dx, dy), To: s.To.Add(dx, dy)}
		}
		item.Segments = moved
		return item
	case scene.Text:
		item.At = item.At.Add(dx, dy)
		return item
	}
	return item
}

func decoded(t testing.TB, data []byte) image.Image {
	picture, err := stdpng.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	return picture
}

// flat converts a picture to RGBA, with its corner at the origin.
func flat(picture image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, picture.Bounds().Dx(), picture.Bounds().Dy()))
	imagedraw.Draw(out, out.Rect, picture, picture.Bounds().Min, imagedraw.Src)
	return out
}

// lost returns the names of the parts that differ between two pictures. A fill or a line is lost if
// its mean colour is too different, since no two painters soften edges alike. A large fill may be
// close to the colour of its background, so it is also lost if most of it has another colour. The
// gaps of a dashed line are lost if their colour differs, and a text if it has much less or much
// more ink.
func lost(parts []part, want, got *image.RGBA) []string {
	const exact, large, tiny = 2, 1500, 40
	var names []string
	for _, p := range parts {
		soft := 16.0
		if len(p.seen) < tiny {
			soft = 40 // it consists of edges
		}
		switch {
		case p.text != nil:
			a, b := textInk(want, *p.text), textInk(got, *p.text)
			least, most := 0.7, 1.4
			if p.foreign {
				least, most = 0.3, math.Inf(1) // a box for each letter, instead of the browser's font
			}
			if a > 20 && (b < least*a || b > most*a) || a <= 20 && b > 60 {
				names = append(names, fmt.Sprintf("%s: ink %.0f, not %.0f", p.name, b, a))
			}
		case len(p.seen) < 6:
		case p.colour == "":
			if a, b := mean(want, p.seen), mean(got, p.seen); apart(a, b) > soft {
				names = append(names, fmt.Sprintf("%s: %.0f, not %.0f", p.name, b, a))
			}
		case len(p.seen) >= large && strings.HasSuffix(p.name, " fill"):
			if a, b := usual(want, p.seen), usual(got, p.seen); apart(a, b) > exact {
				names = append(names, fmt.Sprintf("%s: mostly %.0f, not %.0f", p.name, b, a))
			}
		default:
			own := channels(p.colour)
			if a, b := apart(mean(want, p.seen), own), apart(mean(got, p.seen), own); b > a+soft {
				names = append(names, fmt.Sprintf("%s: %.0f from its colour, not %.0f", p.name, b, a))
			}
		}
	}
	return names
}

func channels(colour string) (rgb [3]float64) {
	for c := range rgb {
		v, _ := strconv.ParseUint(colour[1+2*c:3+2*c], 16, 8)
		rgb[c] = float64(v)
	}
	return rgb
}

// apart returns the distance between two colours: the largest difference of a channel.
func apart(a, b [3]float64) float64 {
	return max(math.Abs(a[0]-b[0]), math.Abs(a[1]-b[1]), math.Abs(a[2]-b[2]))
}

// usual returns the most frequent colour in a sample of the pixels.
func usual(picture *image.RGBA, pixels []int) [3]float64 {
	const sample = 1009
	count := map[[3]byte]int{}
	var most [3]byte
	for n := range sample {
		k := [3]byte(picture.Pix[4*pixels[n*len(pixels)/sample]:])
		if count[k]++; count[k] > count[most] {
			most = k
		}
	}
	return [3]float64{float64(most[0]), float64(most[1]), float64(most[2])}
}

func mean(picture *image.RGBA, pixels []int) [3]float64 {
	var sum [3]float64
	for _, i := range pixels {
		for c := range sum {
			sum[c] += float64(picture.Pix[4*i+c])
		}
	}
	for c := range sum {
		sum[c] /= float64(len(pixels))
	}
	return sum
}

// textInk returns the difference of a box from its most frequent colour, in units of black pixels.
func textInk(picture *image.RGBA, box image.Rectangle) float64 {
	box = box.Intersect(picture.Rect)
	count := map[[3]byte]int{}
	var ground [3]byte
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			k := [3]byte(picture.Pix[picture.PixOffset(x, y):])
			if count[k]++; count[k] > count[ground] {
				ground = k
			}
		}
	}
	sum := 0.0
	for k, n := range count {
		far := 0.0
		for c := range k {
			far += math.Abs(float64(k[c]) - float64(ground[c]))
		}
		sum += far / 3 / 255 * float64(n)
	}
	return sum
}
