package svg

import (
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Live is the data of an interactive picture on a page. The picture then has further attributes.
// data-in is the id of the box around a card or a box. data-tags has a name, a tab and a value on
// each line. data-key marks the people who decide. data-from, data-to and data-kind are the ends
// and the kind of a line. Lines in words on cards are empty groups of the class "said"; the lines
// of a trunk are empty groups in it.
type Live struct {
	// Dark is the picture on a dark page. Ink returns the colour for an attribute, given its
	// colours on a light page and on a dark one, each as #RRGGBB. A nil Dark, or a Dark with other
	// elements, leaves the colours unchanged.
	Dark *scene.Scene
	Ink  func(light, dark string) string
}

// dark returns the scene for a dark page, or s if there is no matching scene.
func (p *painter) dark(s *scene.Scene) *scene.Scene {
	if p.Live != nil && p.Live.Dark != nil && alike(s.Items, p.Live.Dark.Items) {
		return p.Live.Dark
	}
	return s
}

// alike reports whether two lists draw the same elements, whatever their colours.
func alike(a, b []scene.Item) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		switch item := a[i].(type) {
		case scene.Group:
			other, ok := b[i].(scene.Group)
			if !ok || !alike(item.Items, other.Items) {
				return false
			}
		case scene.Path:
			other, ok := b[i].(scene.Path)
			if !ok || (item.Fill == "") != (other.Fill == "") || (item.Stroke == "") != (other.Stroke == "") {
				return false
			}
		case scene.Text:
			if other, ok := b[i].(scene.Text); !ok || (item.Fill == "") != (other.Fill == "") {
				return false
			}
		}
	}
	return true
}

func (p *painter) ink(light, dark string) string {
	if p.Live != nil && p.Live.Dark != nil {
		return p.Live.Ink(light, dark)
	}
	return short(light)
}

// live writes the interactive attributes of a group.
func (p *painter) live(g scene.Group) {
	if p.Live == nil {
		return
	}
	if g.In != "" {
		p.attribute("data-in", p.IDPrefix+g.In)
	}
	if c := g.Connector; c != nil {
		p.attribute("data-from", p.IDPrefix+c.From)
		p.attribute("data-to", p.IDPrefix+c.To)
		p.attribute("data-kind", c.Kind)
	}
	if len(g.Tags) > 0 {
		lines := make([]string, len(g.Tags))
		for i, t := range g.Tags {
			lines[i] = typeset.CleanLine(t.Name) + "\t" + typeset.CleanLine(t.Value)
		}
		p.attribute("data-tags", strings.Join(lines, "\n"))
	}
	if g.Key {
		p.attribute("data-key", "1")
	}
}

// asked writes lines that are drawn elsewhere or in words, without their items.
func (p *painter) asked(lines []scene.Group) {
	if p.Live == nil {
		return
	}
	for _, g := range lines {
		g.Items = nil
		p.group(g, g)
	}
}
