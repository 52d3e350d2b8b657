// Package theme gives classes their looks. A theme is data, one embedded JSON file each: a style for each class, and the cascade is the
// order in which an element names its classes, a later one overriding what an earlier one set.
package theme

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/render/graph"
)

// Style is how an element of a class looks. A zero field says nothing and leaves what an earlier class said.
type Style struct {
	// Fill and Stroke are colours as #RRGGBB, or "none".
	Fill   string `json:"fill,omitempty"`
	Stroke string `json:"stroke,omitempty"`
	// Width is that of the stroke in points.
	Width float64 `json:"width,omitempty"`
	// Dash is the stroke's pattern in points, on and off by turns. [0] draws a whole line over an earlier dash.
	Dash []float64 `json:"dash,omitempty"`
	// Ink and Muted are the colours of the main text and of the smaller one.
	Ink   string `json:"ink,omitempty"`
	Muted string `json:"muted,omitempty"`
	// Accent is the colour of the stripe and of the glyph's ground.
	Accent string `json:"accent,omitempty"`
	// Glyph names the sign that goes with the accent, so that it can be told without colour: star, plus, bar, chevron, octagon, question.
	Glyph string `json:"glyph,omitempty"`
	// Italic slants the main text.
	Italic bool `json:"italic,omitempty"`
	// Arrow puts an arrowhead at the end of a line.
	Arrow bool `json:"arrow,omitempty"`
}

// Theme is a style for each class. It is read-only and safe for any number of goroutines.
type Theme struct {
	name    string
	classes map[graph.Class]Style
}

//go:embed *.json
var files embed.FS

var light = sync.OnceValues(func() (*Theme, error) { return load("light") })

// Light is the default theme: ink on white, for paper and slides.
func Light() *Theme {
	t, err := light()
	if err != nil {
		return &Theme{name: "light"} // not reachable: a test loads every embedded theme
	}
	return t
}

// Names lists the themes that [Lookup] finds, by the alphabet.
func Names() []string {
	entries, _ := files.ReadDir(".")
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".json"))
	}
	return names
}

// Lookup returns the theme of that name, and whether there is one.
func Lookup(name string) (*Theme, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	t, err := load(name)
	return t, err == nil
}

func load(name string) (*Theme, error) {
	data, err := files.ReadFile(name + ".json")
	if err != nil {
		return nil, err
	}
	return Parse(name, data)
}

var colour = regexp.MustCompile(`^(#[0-9A-Fa-f]{6}|none)?$`)

var className = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// Glyphs lists the signs that a style may name.
func Glyphs() []string { return []string{"star", "plus", "bar", "chevron", "octagon", "question"} }

// Parse reads a theme: a JSON object with a [Style] for each class. The error names the class and the field at fault; unknown fields
// are errors.
func Parse(name string, data []byte) (*Theme, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	t := &Theme{name: name}
	if err := decoder.Decode(&t.classes); err != nil {
		return nil, fmt.Errorf("theme %s: %w", name, err)
	}
	for class, s := range t.classes {
		if !className.MatchString(string(class)) {
			return nil, fmt.Errorf("theme %s: class %q: a class is a word of small letters, digits and hyphens", name, class)
		}
		for _, c := range []string{s.Fill, s.Stroke, s.Ink, s.Muted, s.Accent} {
			if !colour.MatchString(c) {
				return nil, fmt.Errorf("theme %s: class %s: %q is not a colour: write #RRGGBB", name, class, c)
			}
		}
		if s.Glyph != "" && !slices.Contains(Glyphs(), s.Glyph) {
			return nil, fmt.Errorf("theme %s: class %s: no glyph %q: one of %s", name, class, s.Glyph, strings.Join(Glyphs(), ", "))
		}
	}
	return t, nil
}

// Name is the theme's name.
func (t *Theme) Name() string { return t.name }

// Has reports whether the theme says anything of the class.
func (t *Theme) Has(class graph.Class) bool {
	_, ok := t.classes[class]
	return ok
}

// Style is the look of an element with these classes: the styles of each laid over one another in their order. Classes that the theme
// does not know change nothing.
func (t *Theme) Style(classes ...graph.Class) Style {
	var s Style
	for _, class := range classes {
		s.lay(t.classes[class])
	}
	return s
}

func (s *Style) lay(over Style) {
	for _, field := range []struct{ to, from *string }{
		{&s.Fill, &over.Fill}, {&s.Stroke, &over.Stroke}, {&s.Ink, &over.Ink}, {&s.Muted, &over.Muted}, {&s.Accent, &over.Accent},
		{&s.Glyph, &over.Glyph},
	} {
		if *field.from != "" {
			*field.to = *field.from
		}
	}
	if over.Width != 0 {
		s.Width = over.Width
	}
	if over.Dash != nil {
		s.Dash = over.Dash
	}
	s.Italic = s.Italic || over.Italic
	s.Arrow = s.Arrow || over.Arrow
}
