// Package paper has the paper sizes for pictures, documents and workbooks.
package paper

import (
	"fmt"
	"slices"
	"strings"
)

// Size is a width and a height in points, 72 to the inch. The meaning of the zero Size depends on
// its use, and is documented there.
type Size struct{ Width, Height float64 }

// A4 is 210 by 297 mm (ISO 216), in portrait.
func A4() Size { return Size{595.28, 841.89} }

// A3 is 297 by 420 mm (ISO 216), in portrait.
func A3() Size { return Size{841.89, 1190.55} }

// Letter is the North American size of 8.5 by 11 inches, in portrait.
func Letter() Size { return Size{612, 792} }

// Slide is a 16:9 slide, 13 1/3 inches wide as in presentation programs, in landscape.
func Slide() Size { return Size{960, 540} }

// Landscape returns the size with its longer side as the width.
func (s Size) Landscape() Size { return Size{max(s.Width, s.Height), min(s.Width, s.Height)} }

// Portrait returns the size with its longer side as the height.
func (s Size) Portrait() Size { return Size{min(s.Width, s.Height), max(s.Width, s.Height)} }

// Free reports whether the width or the height is not positive.
func (s Size) Free() bool { return !(s.Width > 0) || !(s.Height > 0) }

// sizes returns the names that [Parse] accepts, and their sizes.
func sizes() ([]string, []Size) {
	return []string{"a4", "a3", "letter", "slide", "free"}, []Size{A4(), A3(), Letter(), Slide(), {}}
}

// Names returns the names that [Parse] accepts.
func Names() []string {
	names, _ := sizes()
	return names
}

// Parse returns the size of a name: one of [Names], ignoring case. The size is in landscape, unless
// the name ends in "-portrait" or "-landscape". "free" is the zero Size. The error lists the names.
func Parse(name string) (Size, error) {
	names, all := sizes()
	short, way, cut := strings.Cut(strings.ToLower(name), "-")
	i := slices.Index(names, short)
	if i < 0 || cut && way != "portrait" && way != "landscape" {
		return Size{}, fmt.Errorf("unknown page %q: want one of %s, with -portrait after it for an upright one",
			name, strings.Join(names, ", "))
	}
	if way == "portrait" {
		return all[i].Portrait(), nil
	}
	return all[i].Landscape(), nil
}
