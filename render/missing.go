package render

import (
	"slices"
	"unicode"

	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// MissingLetters are letters of one script that neither the Go fonts nor Options.Fallback have. PNG
// and PDF draw them without their marks, or as boxes; browsers have fonts of their own.
type MissingLetters struct {
	// Script is the name of the script in Unicode, such as Han or Latin.
	Script string
	// In are the texts with such letters, each once, in the order of the picture.
	In []string
}

// Missing lists the letters that PNG and PDF cannot draw as they are, by script in the order of the
// picture. The error says that the fonts in this build are damaged.
func (d *Drawing) Missing() ([]MissingLetters, error) {
	m, err := d.picture.Scene.Fallback.NewMeasurer()
	if err != nil {
		return nil, err
	}
	var found []MissingLetters
	add := func(text string) {
		for _, r := range text {
			g := m.Glyph(r, scene.Font{Size: 1})
			if g.Index != 0 && !g.Plain || unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Mn) {
				continue
			}
			name := scriptOf(r)
			at := slices.IndexFunc(found, func(f MissingLetters) bool { return f.Script == name })
			if at < 0 {
				at = len(found)
				found = append(found, MissingLetters{Script: name})
			}
			if in := &found[at].In; !slices.Contains(*in, text) {
				*in = append(*in, text)
			}
		}
	}
	for _, group := range d.picture.Input.Graph.Groups {
		add(scene.CleanLine(group.Label))
	}
	for _, n := range d.picture.Input.Graph.Nodes {
		add(scene.CleanLine(n.Label))
		add(scene.CleanLine(n.Detail))
	}
	return found, nil
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
