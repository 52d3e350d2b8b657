// Package theme gives classes their looks. A theme is data: a JSON file with a style for each
// class. The classes of an element are applied in order, so that a later class overrides an earlier
// one.
//
// Four themes are built in: light, dark, print (black on white, without meaning in colours) and
// contrast (for low vision and dim projectors). A caller's theme contains only what differs from
// one of them:
//
//	{"base": "light", "adds": ["vip"], "page": {"fill": "#FFFDF7"}, "vip": {"stroke": "#8A6100", "width": 2}}
//
// [Parse] reads it. A class that is neither one of [Classes] nor in "adds" is an error, so that a
// misspelt class is reported.
package theme

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/internal/spell"
	"github.com/accountatlas/accountatlas/render/graph"
)

// Theme has a style for each class. It is read-only and safe for concurrent use.
type Theme struct {
	name    string
	classes map[graph.Class]Style
}

// Name returns the name of the theme.
func (t *Theme) Name() string { return t.name }

// WithAccent returns the theme with the accent colour of a brand, #RRGGBB, instead of its blue: in
// bars, rings, and open or active elements. On a dark page the accent is lightened if necessary.
// The error reports an invalid colour, or a colour that is illegible on a light page together with
// the nearest legible colour.
func (t *Theme) WithAccent(accent string) (*Theme, error) {
	own, err := rgb.Accent(accent)
	if err != nil {
		return nil, err
	}
	page, ok := rgb.Parse(t.classes["page"].Fill)
	if !ok {
		page = rgb.Colour{R: 255, G: 255, B: 255}
	}
	own = own.On(page)
	pale := own.Mix(page, 0.88)
	ink := own.On(pale).String()
	branded := &Theme{name: t.name, classes: maps.Clone(t.classes)}
	for class, over := range map[graph.Class]Style{
		"share": {Fill: own.String()}, "ask-open": {Accent: own.String()}, "edge-open": {Stroke: own.String()}, "milestone-in-progress": {Accent: own.String()},
		"badge": {Fill: pale.String(), Stroke: own.String(), Ink: ink}, "owner": {Fill: pale.String(), Ink: ink}, "band-unit": {Fill: pale.String(), Ink: ink},
	} {
		s := branded.classes[class]
		s.lay(over)
		branded.classes[class] = s
	}
	return branded, nil
}

// Has reports whether the theme has a style for the class.
func (t *Theme) Has(class graph.Class) bool {
	_, ok := t.classes[class]
	return ok
}

// Lacks returns an error if the theme has no style for the class, and nil otherwise. The error
// lists the most similar classes.
func (t *Theme) Lacks(class graph.Class) error {
	if t.Has(class) {
		return nil
	}
	return fmt.Errorf("the theme %s has no class %q: %s, or give a theme that adds it", t.name, class, t.wayOut(class))
}

// wayOut returns what to write for an unknown class: the most similar class, the classes of its
// family, or where all classes are listed.
func (t *Theme) wayOut(class graph.Class) string {
	family, _, _ := strings.Cut(string(class), "-")
	var near, ending, all []string
	for _, c := range t.Classes() {
		if first, _, _ := strings.Cut(string(c), "-"); first == family {
			near = append(near, string(c))
		}
		if strings.HasSuffix(string(c), "-"+string(class)) {
			ending = append(ending, string(c))
		}
		all = append(all, string(c))
	}
	switch meant, ok := spell.Nearest(string(class), all); {
	case near != nil:
		return "write " + oneOf(near)
	case ending != nil:
		return "write " + oneOf(ending)
	case ok:
		return fmt.Sprintf("did you mean %q?", meant)
	}
	return "write a class of Theme.Classes"
}

// Classes returns the classes with a style in the theme, in alphabetical order.
func (t *Theme) Classes() []graph.Class { return slices.Sorted(maps.Keys(t.classes)) }

// Style returns the look of an element with these classes. Their styles override one another in
// order, and the result is faded if one of them fades. Unknown classes have no effect.
func (t *Theme) Style(classes ...graph.Class) Style {
	s := t.cascade(classes)
	t.fade(&s, s.Fade)
	return s
}

// Part returns the look of a part of an element, such as a chip on a card: the style of the part's
// own classes, faded like the element. The texts of a faded part have the element's Muted colour,
// if there is one.
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

func (t *Theme) fade(s *Style, share float64) {
	if share <= 0 {
		return
	}
	page := t.classes["page"].Fill
	for _, colour := range []*string{&s.Fill, &s.Stroke, &s.Accent, &s.Sign} {
		*colour = mixed(*colour, page, share)
	}
}
