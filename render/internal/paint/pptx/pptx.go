// Package pptx writes scenes as the slides of a presentation, in native shapes. A card is a group
// with its texts as texts; a line is a connector glued to its two cards.
package pptx

import (
	"io"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/presentation"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

const maxSide = 4032

// Write writes a presentation with a slide for each scene. A free size is a slide of 16:9. The
// error comes from the writer, or reports that there are no slides.
func Write(w io.Writer, slides []paint.Sheet, size paper.Size, t *theme.Theme) error {
	if size.Free() {
		size = paper.Slide()
	}
	m, err := typeset.NewMeasurer()
	if err != nil {
		return err
	}
	if most := max(size.Width, size.Height); most > maxSide {
		size = paper.Size{Width: size.Width * maxSide / most, Height: size.Height * maxSide / most}
	}
	whole := geom.Rect{W: size.Width, H: size.Height}
	file := &presentation.File{Width: size.Width, Height: size.Height, Colours: colours(t)}
	for i, s := range slides {
		if i == 0 {
			file.Title, file.Subject, file.Language = s.Scene.Title, s.Scene.Description, s.Scene.Language
		}
		file.Slides = append(file.Slides, presentation.Slide{
			ID: s.ID, Notes: notes(s.Scene), Links: Links(s.Scene.Items),
			Draw: func(c *presentation.Canvas) {
				draw(c, s.Scene, m, geom.Rect{W: s.Scene.Width, H: s.Scene.Height}, whole)
			},
		})
	}
	return file.Write(w)
}

// Draw draws a scene, without its own title and margins, on a slide that has a title. The scene is
// scaled to fit the rectangle and centred in it.
func Draw(c *presentation.Canvas, s *scene.Scene, in geom.Rect) error {
	m, err := typeset.NewMeasurer()
	if err != nil {
		return err
	}
	cut := *s
	cut.Items = slices.Clone(s.Items)
	cut.Items = slices.DeleteFunc(cut.Items, func(item scene.Item) bool {
		line, ok := item.(scene.Text)
		return ok && line.Bold
	})
	draw(c, &cut, m, extent(cut.Items, m), in)
	return nil
}

func extent(items []scene.Item, m *typeset.Measurer) geom.Rect {
	var all geom.Rect
	reach := func(r geom.Rect) {
		if all == (geom.Rect{}) {
			all = r
		}
		all = all.Union(r)
	}
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			reach(extent(item.Items, m))
		case scene.Path:
			reach(bounds(item.Segments))
		case scene.Text:
			width := m.Width(item.String, item.Font)
			left := item.At.X
			switch item.Anchor {
			case scene.Middle:
				left -= width / 2
			case scene.End:
				left -= width
			}
			reach(geom.Rect{X: left, Y: item.At.Y - item.Size, W: width, H: 1.25 * item.Size})
		}
	}
	return all
}

func colours(t *theme.Theme) presentation.Colours {
	page, panel, card, badge := t.Style("page"), t.Style("group"), t.Style("card"), t.Style("badge")
	accent := func(stance graph.Class) string { return t.Style("card", stance).Accent }
	return presentation.Colours{
		Ground: page.Fill, Ink: page.Ink, Panel: panel.Fill, PanelInk: card.Ink,
		Accents: [6]string{t.Style("share").Fill, accent("stance-champion"), accent("stance-supporter"), accent("stance-sceptic"), accent("stance-blocker"), accent("stance-neutral")},
		Link:    badge.Ink, FollowedBy: badge.Stroke,
	}
}

// Links returns the addresses that the elements of a scene link to.
func Links(items []scene.Item) (all []string) {
	for _, item := range items {
		if g, ok := item.(scene.Group); ok {
			if to := paint.SafeLink(g.Link); to != "" {
				all = append(all, to)
			}
			all = append(all, Links(g.Items)...)
		}
	}
	return all
}

// notes returns the facts of a scene for the speaker: its head lines and description, then units,
// people and lines, one per paragraph.
func notes(s *scene.Scene) []string {
	var paragraphs []string
	items := scene.Single(s.Items)
	for _, item := range items {
		if line, ok := item.(scene.Text); ok {
			paragraphs = append(paragraphs, line.String)
		}
	}
	if s.Description != "" {
		paragraphs = append(paragraphs, s.Description)
	}
	for _, kind := range []string{"cluster", "node", "edge"} {
		for _, item := range items {
			if g, ok := item.(scene.Group); ok && string(g.Classes[0]) == kind && g.Title != "" {
				paragraphs = append(paragraphs, strings.ReplaceAll(g.Title, "\n", " · "))
			}
		}
	}
	return paragraphs
}
