package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// Page is the size of a page in points, 72 to the inch. A picture is shaped to fit it, not scaled to it: its content decides how large it is.
// For the zero Page see [Options].
type Page struct{ Width, Height float64 }

// A4 is the ISO 216 page of 210 by 297 mm, in portrait.
func A4() Page { return Page{595.28, 841.89} }

// A3 is the ISO 216 page of 297 by 420 mm, in portrait.
func A3() Page { return Page{841.89, 1190.55} }

// Letter is the North American page of 8.5 by 11 inches, in portrait.
func Letter() Page { return Page{612, 792} }

// Slide is a 16:9 slide in landscape, 13 1/3 inches wide as in presentation programs.
func Slide() Page { return Page{960, 540} }

// Landscape returns the page in landscape.
func (p Page) Landscape() Page { return Page{max(p.Width, p.Height), min(p.Width, p.Height)} }

// Portrait returns the page in portrait.
func (p Page) Portrait() Page { return Page{min(p.Width, p.Height), max(p.Width, p.Height)} }

// PageNames lists the names that [ParsePage] takes.
func PageNames() []string { return []string{"a4", "a3", "letter", "slide", "free"} }

// ParsePage returns the page of a name: one of [PageNames] in upper or lower case, which means landscape, or with "-portrait" or "-landscape"
// after it. The error lists the names.
func ParsePage(name string) (Page, error) {
	short, way, _ := strings.Cut(strings.ToLower(name), "-")
	pages := []Page{A4(), A3(), Letter(), Slide(), {}}
	i := slices.Index(PageNames(), short)
	switch {
	case i < 0 || way != "" && way != "portrait" && way != "landscape" || strings.HasSuffix(name, "-"):
		return Page{}, fmt.Errorf("unknown page %q: want one of %s, with -portrait after it for an upright one", name, strings.Join(PageNames(), ", "))
	case way == "portrait":
		return pages[i].Portrait(), nil
	}
	return pages[i].Landscape(), nil
}

// free reports whether the page has no size.
func (p Page) free() bool { return !(p.Width > 0) || !(p.Height > 0) }

// shape is the width divided by the height, kept between 1:10 and 10:1.
func (p Page) shape() float64 {
	if p.free() {
		p = A4().Landscape()
	}
	return min(max(p.Width/p.Height, 0.1), 10)
}

// leastText is the smallest size of text in print, in points.
const leastText = 6

// legible reports whether a picture's texts are large enough when it is printed to fit the page.
func (p Page) legible(d *Drawing) bool { return d.smallestText()*p.scale(d) >= leastText }

// scale is the factor by which a picture is scaled to fit the page.
func (p Page) scale(d *Drawing) float64 {
	p = p.printed()
	w, h := d.Size()
	return min(p.Width/w, p.Height/h)
}

// printed is the page that a picture is printed on: A3 landscape when the size is free.
func (p Page) printed() Page {
	if p.free() {
		return A3().Landscape()
	}
	return p
}

// largest is the size of the largest map whose texts stay legible when it is printed to fit the page.
func (p Page) largest() Page {
	p = p.printed()
	return Page{p.Width * scene.LeastText / leastText, p.Height * scene.LeastText / leastText}
}

// holds reports whether cards of that area in all could be legible on the page however they are placed: they need at least a third more room.
func (p Page) holds(area float64) bool {
	largest := p.largest()
	return 1.33*area <= largest.Width*largest.Height
}
