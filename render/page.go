package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// Page is the size of a page in points, of which there are 72 to the inch. A picture is shaped for it, not scaled to it: how large it is
// follows from what is on it. See [Options] for the zero Page.
type Page struct{ Width, Height float64 }

// A4 is the page of ISO 216, upright.
func A4() Page { return Page{595.28, 841.89} }

// A3 is the page of ISO 216, upright.
func A3() Page { return Page{841.89, 1190.55} }

// Letter is the page of North America, upright.
func Letter() Page { return Page{612, 792} }

// Slide is a slide of 16 to 9, lying down, 13 1/3 inches wide as presentation programs make it.
func Slide() Page { return Page{960, 540} }

// Landscape returns the page lying down.
func (p Page) Landscape() Page { return Page{max(p.Width, p.Height), min(p.Width, p.Height)} }

// Portrait returns the page upright.
func (p Page) Portrait() Page { return Page{min(p.Width, p.Height), max(p.Width, p.Height)} }

// PageNames lists the names that [ParsePage] knows.
func PageNames() []string { return []string{"a4", "a3", "letter", "slide", "free"} }

// ParsePage is the page with a name: one of [PageNames], in any case, lying down, or upright with "-portrait" after it. "-landscape" may be
// said too. The error names the pages that there are.
func ParsePage(name string) (Page, error) {
	short, way, _ := strings.Cut(strings.ToLower(name), "-")
	pages := []Page{A4(), A3(), Letter(), Slide(), {}}
	i := slices.Index(PageNames(), short)
	switch {
	case i < 0 || way != "" && way != "portrait" && way != "landscape" || strings.HasSuffix(name, "-"):
		return Page{}, fmt.Errorf("no page %q: one of %s, with -portrait after it for one upright", name, strings.Join(PageNames(), ", "))
	case way == "portrait":
		return pages[i].Portrait(), nil
	}
	return pages[i].Landscape(), nil
}

// free reports a page that has no size.
func (p Page) free() bool { return !(p.Width > 0) || !(p.Height > 0) }

// shape is the width by the height, kept from 1:10 to 10:1.
func (p Page) shape() float64 {
	if p.free() {
		p = A4().Landscape()
	}
	return min(max(p.Width/p.Height, 0.1), 10)
}

// leastText is how small a text may be in print, in points.
const leastText = 6

// legible reports whether a picture's texts are large enough when it is printed to fit the page.
func (p Page) legible(d *Drawing) bool { return d.smallestText()*p.scale(d) >= leastText }

// scale is by how much a picture is made smaller or larger to fit the page.
func (p Page) scale(d *Drawing) float64 {
	p = p.printed()
	w, h := d.Size()
	return min(p.Width/w, p.Height/h)
}

// printed is the page that a picture is printed on: A3 lying down where it is free.
func (p Page) printed() Page {
	if p.free() {
		return A3().Landscape()
	}
	return p
}

// largest is how large a map may be whose texts can be read when it is printed to fit the page.
func (p Page) largest() Page {
	p = p.printed()
	return Page{p.Width * scene.LeastText / leastText, p.Height * scene.LeastText / leastText}
}

// holds reports whether cards of that area together could be legible on the page, however they are placed: they need at least a third more.
func (p Page) holds(area float64) bool {
	largest := p.largest()
	return 1.33*area <= largest.Width*largest.Height
}
