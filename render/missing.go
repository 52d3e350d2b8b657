package render

import (
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// MissingLetters are letters of one script that neither the Go fonts nor Options.Fallback have. PNG
// and PDF draw them without their marks, or as boxes; browsers have fonts of their own.
type MissingLetters struct {
	// Script is the name of the script in Unicode, such as Han or Latin.
	Script string
	// In are the texts with such letters, each once, in the order of the picture.
	In []string
}

// Missing lists the letters that PNG and PDF cannot draw as they are, in any text of the picture, by
// script in the order of the picture; names of boxes and cards come first. The error says that the
// fonts in this build are damaged.
func (d *Drawing) Missing() ([]MissingLetters, error) {
	m, err := d.picture.Scene.Fallback.NewMeasurer()
	if err != nil {
		return nil, err
	}
	f := &missing{measurer: m}
	for _, group := range d.picture.Input.Graph.Groups {
		f.add(typeset.CleanLine(group.Label))
	}
	for _, n := range d.picture.Input.Graph.Nodes {
		f.add(typeset.CleanLine(n.Label))
		f.add(typeset.CleanLine(n.Detail))
	}
	f.addDrawn(d.picture.Scene.Items)
	return f.found, nil
}

type missing struct {
	measurer *typeset.Measurer
	found    []MissingLetters
}

// addDrawn adds the texts of items that are no part of a text before.
func (f *missing) addDrawn(items []scene.Item) {
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			f.addDrawn(item.Items)
		case scene.Text:
			f.add(strings.TrimRight(item.String, "…"))
		}
	}
}

func (f *missing) add(text string) {
	script := ""
	for _, r := range text {
		g := f.measurer.Glyph(r, typeset.Font{Size: 1})
		mark := unicode.Is(unicode.Mn, r)
		if !mark {
			script = scriptOf(r)
		}
		if g.Index != 0 && !g.Plain || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		f.note(script, text) // a mark is of the script of its letter
	}
}

func (f *missing) note(script, text string) {
	at := slices.IndexFunc(f.found, func(m MissingLetters) bool { return m.Script == script })
	if at < 0 {
		at = len(f.found)
		f.found = append(f.found, MissingLetters{Script: script})
	}
	known := func(whole string) bool { return strings.Contains(whole, text) }
	if in := &f.found[at].In; !slices.ContainsFunc(*in, known) {
		*in = append(*in, text)
	}
}

// scriptOf is the name of the script of a letter; signs that are of no script are Common.
func scriptOf(r rune) string {
	name := "Common"
	for script, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			name = script
		}
	}
	return name
}
