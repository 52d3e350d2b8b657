package theme

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/internal/spell"
	"github.com/accountatlas/accountatlas/render/graph"
)

// className also ensures that a class in a picture is a single word.
var className = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// Parse reads a theme from JSON and gives it a name. The JSON is an object with a [Style] for each
// class that differs from the base theme. The key "base" names the base, one of [Names]; the
// default is "light". The key "adds" lists classes of the caller's own views, which no base has. A
// style overrides the fields of the base's style of the class.
//
// The error reports every invalid class and field: a class that is neither in the base nor in
// "adds", an unknown field, an invalid colour or glyph, and a value out of range.
func Parse(name string, data []byte) (*Theme, error) {
	p := parser{name: name}
	if !p.read(data) {
		return nil, p.err()
	}
	return p.theme(p.base(), p.adds())
}

// parseRoot reads a theme without a base. Its classes are all classes.
func parseRoot(name string, data []byte) (*Theme, error) {
	p := parser{name: name}
	if !p.read(data) {
		return nil, p.err()
	}
	return p.theme(map[graph.Class]Style{}, slices.Collect(maps.Keys(p.keys)))
}

type parser struct {
	name string
	// keys are the keys of the file that have not been read yet.
	keys   map[string]json.RawMessage
	faults []error
}

func (p *parser) fault(format string, args ...any) {
	p.faults = append(p.faults, fmt.Errorf("theme %s: %w", p.name, fmt.Errorf(format, args...)))
}

func (p *parser) err() error { return errors.Join(p.faults...) }

func (p *parser) read(data []byte) bool {
	if err := strict(data, &p.keys); err != nil {
		p.fault("%w", err)
	}
	return p.faults == nil
}

// take decodes the value of a key that is not a class, and removes the key. It leaves v unchanged
// if the key is missing.
func (p *parser) take(key string, v any, want string) {
	if data, ok := p.keys[key]; ok {
		if err := strict(data, v); err != nil {
			p.fault("%q is %s", key, want)
		}
		delete(p.keys, key)
	}
}

func (p *parser) base() map[graph.Class]Style {
	name := lightName
	p.take("base", &name, "the name of a theme, in quotes")
	t, err := Lookup(name)
	if err != nil {
		p.fault("base: %w", err)
		t = Light()
	}
	return maps.Clone(t.classes)
}

func (p *parser) adds() []string {
	var names []string
	p.take("adds", &names, "a list of classes, each in quotes")
	for _, name := range names {
		if _, ok := p.keys[name]; !ok {
			p.fault("%q is added and has no style", name)
		}
	}
	return names
}

func (p *parser) theme(classes map[graph.Class]Style, added []string) (*Theme, error) {
	t := &Theme{name: p.name, classes: classes}
	for _, key := range slices.Sorted(maps.Keys(p.keys)) {
		class := graph.Class(key)
		over := p.style(key)
		switch {
		case !className.MatchString(key):
			p.fault("class %q: a class is a word of small letters, digits and hyphens", key)
		case !t.Has(class) && !slices.Contains(added, key):
			p.fault("there is no class %q: %s, or name it among \"adds\"", key, t.wayOut(class))
		default:
			s := classes[class]
			s.lay(over)
			classes[class] = s
		}
	}
	if p.faults != nil {
		return nil, p.err()
	}
	return t, nil
}

func (p *parser) style(key string) Style {
	s, ok := p.fields(key)
	if !ok {
		return Style{}
	}
	for _, c := range []string{s.Fill, s.Stroke, s.Ink, s.Muted, s.Accent, s.Sign} {
		if !(c == "" || c == "none" || rgb.Valid(c)) {
			p.fault("class %s: %q is not a colour: write #RRGGBB", key, c)
		}
	}
	if s.Glyph != "" && !slices.Contains(Glyphs(), s.Glyph) {
		p.fault("class %s: no glyph %q: one of %s", key, s.Glyph, strings.Join(Glyphs(), ", "))
	}
	if s.Fade < 0 || s.Fade > 1 {
		p.fault("class %s: fade is %v: write a number from 0 to 1", key, s.Fade)
	}
	if s.Width < 0 || s.Width > maxWidth {
		p.fault("class %s: width is %v: write points, from 0 to %v", key, s.Width, maxWidth)
	}
	for _, pattern := range [][]float64{s.Dash, s.Stripe} {
		if !drawable(pattern) {
			p.fault("class %s: the pattern %v cannot be drawn: write points from 0 to %v that come to %v or more, or [0]", key, pattern, maxDash, minDash)
		}
	}
	return s
}

// fields decodes the style of a class field by field, so that every fault is reported. It returns
// false for a value that is not an object.
func (p *parser) fields(class string) (s Style, ok bool) {
	var values map[string]json.RawMessage
	if err := strict(p.keys[class], &values); err != nil {
		p.fault("class %s: %w", class, err)
		return Style{}, false
	}
	known := map[string]reflect.Value{}
	v := reflect.ValueOf(&s).Elem()
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		known[name] = v.Field(i)
	}
	names := slices.Sorted(maps.Keys(known))
	for _, name := range slices.Sorted(maps.Keys(values)) {
		field, ok := known[name]
		if !ok {
			hint := "write " + oneOf(names)
			if meant, near := spell.Nearest(name, names); near {
				hint = fmt.Sprintf("did you mean %q?", meant)
			}
			p.fault("class %s: unknown field %q: %s", class, name, hint)
			continue
		}
		if err := strict(values[name], field.Addr().Interface()); err != nil {
			p.fault("class %s: %s: %w", class, name, err)
		}
	}
	return s, true
}

// The limits of a dash pattern, in points. A finer pattern is slow and looks like a solid line.
const (
	maxDash = 100
	minDash = 0.5
)

// drawable reports whether the lengths of a pattern are valid and not too short.
func drawable(pattern []float64) bool {
	sum := 0.0
	for _, d := range pattern {
		if d < 0 || d > maxDash {
			return false
		}
		sum += d
	}
	return sum == 0 || sum >= minDash
}

// maxWidth is the largest width of a stroke, in points. A wider stroke would hide its content.
const maxWidth = 8

// strict decodes one JSON value. Unknown fields, and data after the value, are errors.
func strict(data []byte, v any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(v); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return errors.New("there is more behind the end of the value")
	}
	return nil
}
