package theme

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
)

// Theme is a style for each class. It is read-only and safe for any number of goroutines.
type Theme struct {
	name    string
	classes map[graph.Class]Style
}

// Name is the theme's name.
func (t *Theme) Name() string { return t.name }

// Has reports whether the theme says anything of the class.
func (t *Theme) Has(class graph.Class) bool {
	_, ok := t.classes[class]
	return ok
}

// Lacks returns an error for a class that the theme does not dress, which names those that the class may be a slip of, and nil for one
// that it does.
func (t *Theme) Lacks(class graph.Class) error {
	if t.Has(class) {
		return nil
	}
	return fmt.Errorf("the theme %s has no class %q: %s, or give a theme that adds it", t.name, class, t.wayOut(class))
}

// wayOut names the classes of a class's family, those that begin with the same word, or all where there are none.
func (t *Theme) wayOut(class graph.Class) string {
	family, _, _ := strings.Cut(string(class), "-")
	var near, all []string
	for _, c := range t.Classes() {
		if first, _, _ := strings.Cut(string(c), "-"); first == family {
			near = append(near, string(c))
		}
		all = append(all, string(c))
	}
	if near == nil {
		near = all
	}
	return "write " + oneOf(near)
}

// Classes lists the classes that the theme dresses, by the alphabet.
func (t *Theme) Classes() []graph.Class { return slices.Sorted(maps.Keys(t.classes)) }

// Style is the look of an element with these classes: the styles of each laid over one another in their order, faded where they say so.
// Classes that the theme does not know change nothing.
func (t *Theme) Style(classes ...graph.Class) Style {
	s := t.cascade(classes)
	t.fade(&s, s.Fade)
	return s
}

// Part is the look of a part of an element, such as a chip on a card: that of the part's own classes, and where the element has faded the
// part fades with it, its texts in the element's smaller ink, if it has one.
func (t *Theme) Part(element Style, classes ...graph.Class) Style {
	s := t.cascade(classes)
	if element.Fade > 0 {
		if element.Muted != "" {
			s.Ink, s.Muted = element.Muted, element.Muted
		}
		t.fade(&s, element.Fade)
	}
	return s
}

func (t *Theme) cascade(classes []graph.Class) Style {
	var s Style
	for _, class := range classes {
		s.lay(t.classes[class])
	}
	return s
}

// fade mixes the colours of a style with that of the page.
func (t *Theme) fade(s *Style, share float64) {
	if share <= 0 {
		return
	}
	page := t.classes["page"].Fill
	for _, colour := range []*string{&s.Fill, &s.Stroke, &s.Accent, &s.Sign} {
		*colour = mixed(*colour, page, share)
	}
}
