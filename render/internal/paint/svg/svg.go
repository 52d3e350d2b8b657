// Package svg writes a scene as SVG.
package svg

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/letters"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// fontFamily names fonts with the measured widths, at least one for each system.
const fontFamily = `Arial, 'Liberation Sans', Helvetica, sans-serif`

// Options are the options of an SVG. A nil *Options and the zero Options mean the defaults.
type Options struct {
	// IDPrefix precedes every id, such as "map2-", so that one HTML page can contain several
	// drawings. It starts with a letter, followed by letters, digits, hyphens, underscores and
	// dots.
	IDPrefix string
	// Fluid omits width and height, so that the drawing takes the width of its place.
	Fluid bool
	// Title and Description replace the scene's own, unless Title is empty.
	Title, Description string
	// Files maps the ids in links of the form "#id" to file names. A link to another id is
	// unchanged.
	Files map[string]string
	// Live adds the data of an interactive page; see live.go. Nil means a file.
	Live *Live
}

var idPrefix = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_.-]*)?$`)

// Write writes the scene as one <svg> element, as a file or for an HTML page. Groups have the ids
// and classes of the scene, and their titles as tooltips. The error comes from the writer. An
// invalid prefix is reported before anything is written.
func Write(w io.Writer, s *scene.Scene, o *Options) error {
	o = cmp.Or(o, &Options{})
	if !idPrefix.MatchString(o.IDPrefix) {
		return fmt.Errorf("SVG: %q is not a prefix for ids: write letters, digits, hyphens, underscores and dots, a letter first", o.IDPrefix)
	}
	p := painter{b: bufio.NewWriterSize(w, 1<<16), Options: *o}
	dark := p.dark(s)
	p.root(s)
	if s.Ground != "" {
		p.path(scene.Path{Segments: paint.Page(s), Fill: s.Ground}, scene.Path{Fill: dark.Ground})
	}
	p.items(s.Items, dark.Items)
	p.asked(s.InWords)
	p.b.WriteString("</svg>\n")
	if err := p.b.Flush(); err != nil {
		return fmt.Errorf("SVG: %w", err)
	}
	return nil
}

type painter struct {
	b *bufio.Writer
	Options
}

// root starts the element. Numbers, colours and our own words need no escaping; a user's text must
// pass through text or attribute.
func (p *painter) root(s *scene.Scene) {
	width, height := paint.Number(s.Width), paint.Number(s.Height)
	fmt.Fprintf(p.b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s"`, width, height)
	if !p.Fluid {
		fmt.Fprintf(p.b, ` width="%s" height="%s"`, width, height)
	}
	p.attribute("lang", s.Language)
	title, description := s.Title, s.Description
	if p.Title != "" {
		title, description = p.Title, p.Description
	}
	role := "img"
	if linked(s.Items) {
		role = "group" // an img has no links
	}
	p.attribute("role", role)
	var labels []string
	for _, label := range []struct{ id, text string }{{"title", title}, {"desc", description}} {
		if label.text != "" {
			labels = append(labels, p.IDPrefix+label.id)
		}
	}
	if labels != nil {
		p.attribute("aria-labelledby", strings.Join(labels, " "))
	}
	// In an HTML page that runs from right to left, the anchors must not be reversed.
	fmt.Fprintf(p.b, ` direction="ltr" font-family="%s" fill="none">`, fontFamily)
	p.b.WriteByte('\n')
	if title != "" {
		p.b.WriteString(`<title id="` + p.IDPrefix + `title">` + text(title) + "</title>\n")
	}
	if description != "" {
		p.b.WriteString(`<desc id="` + p.IDPrefix + `desc">` + text(description) + "</desc>\n")
	}
}

// items writes items with their styles on a light and on a dark page.
func (p *painter) items(items, dark []scene.Item) {
	for i, item := range items {
		switch item := item.(type) {
		case scene.Group:
			p.group(item, dark[i].(scene.Group))
		case scene.Path:
			p.path(item, dark[i].(scene.Path))
		case scene.Text:
			p.text(item, dark[i].(scene.Text))
		}
	}
}

func (p *painter) group(g, dark scene.Group) {
	p.b.WriteString("<g")
	if g.ID != "" {
		p.attribute("id", p.IDPrefix+g.ID)
	}
	p.attribute("class", classes(g.Classes))
	if g.DataID != "" {
		p.attribute("data-id", g.DataID)
	}
	p.live(g)
	p.b.WriteByte('>')
	if g.Title != "" {
		p.b.WriteString("<title>" + text(g.Title) + "</title>")
	}
	p.b.WriteByte('\n')
	end := "</g>\n"
	if link := p.leads(g.Link); link != "" {
		p.b.WriteString("<a")
		p.attribute("href", link)
		p.b.WriteString(">\n")
		end = "</a></g>\n"
	}
	p.items(g.Items, dark.Items)
	p.asked(g.Lines)
	p.b.WriteString(end)
}

func (p *painter) path(path, dark scene.Path) {
	if path.Fill == "" && path.Stroke == "" {
		return
	}
	p.b.WriteString(`<path d="`)
	p.b.Write(appendPath(p.b.AvailableBuffer(), path.Segments))
	p.b.WriteByte('"')
	if path.Fill != "" {
		p.attribute("fill", p.ink(path.Fill, dark.Fill))
	}
	if path.Stroke != "" {
		p.stroke(path, dark.Stroke)
	}
	p.b.WriteString("/>\n")
}

func (p *painter) stroke(path scene.Path, dark string) {
	p.attribute("stroke", p.ink(path.Stroke, dark))
	if path.Width != 1 {
		p.attribute("stroke-width", paint.Number(path.Width))
	}
	if path.Dash != nil {
		var pattern []string
		for _, d := range path.Dash {
			pattern = append(pattern, paint.Number(d))
		}
		p.attribute("stroke-dasharray", strings.Join(pattern, " "))
	}
}

func (p *painter) text(t, dark scene.Text) {
	if t.Fill == "" || t.String == "" {
		return
	}
	p.b.WriteString("<text")
	p.attribute("x", paint.Number(t.At.X))
	p.attribute("y", paint.Number(t.At.Y))
	p.attribute("font-size", paint.Number(t.Size))
	if t.Bold {
		p.b.WriteString(` font-weight="bold"`)
	}
	if t.Italic {
		p.b.WriteString(` font-style="italic"`)
	}
	switch t.Anchor {
	case scene.Middle:
		p.b.WriteString(` text-anchor="middle"`)
	case scene.End:
		p.b.WriteString(` text-anchor="end"`)
	}
	if letters.RightToLeft(t.String) {
		p.b.WriteString(` unicode-bidi="plaintext"`)
	}
	p.attribute("fill", p.ink(t.Fill, dark.Fill))
	p.b.WriteByte('>')
	p.b.WriteString(text(t.String))
	p.b.WriteString("</text>\n")
}

func (p *painter) attribute(name, value string) {
	p.b.WriteByte(' ')
	p.b.WriteString(name)
	p.b.WriteString(`="`)
	p.b.WriteString(attribute(value))
	p.b.WriteByte('"')
}

func classes(list []graph.Class) string {
	words := make([]string, len(list))
	for i, c := range list {
		words[i] = string(c)
	}
	return strings.Join(words, " ")
}

func short(c string) string {
	if len(c) == 7 && c[1] == c[2] && c[3] == c[4] && c[5] == c[6] {
		return "#" + c[1:2] + c[3:4] + c[5:6]
	}
	return c
}

// leads returns the target of a link in the file, or "".
func (p *painter) leads(link string) string {
	if id, local := strings.CutPrefix(link, "#"); local && p.Files[id] != "" {
		return p.Files[id]
	}
	return paint.SafeLink(link)
}

func linked(items []scene.Item) bool {
	for _, item := range items {
		if g, ok := item.(scene.Group); ok && (paint.SafeLink(g.Link) != "" || linked(g.Items)) {
			return true
		}
	}
	return false
}

// text escapes s for the text of an XML element. Characters that XML forbids become U+FFFD.
func text(s string) string { return escape(s, false) }

// attribute escapes s for an XML attribute in double quotes.
func attribute(s string) string { return escape(s, true) }

func escape(s string, inAttribute bool) string {
	var b strings.Builder
	done := 0
	for i, r := range s {
		with := escaped(r, inAttribute)
		if with == "" {
			continue
		}
		b.WriteString(s[done:i])
		b.WriteString(with)
		_, size := utf8.DecodeRuneInString(s[i:])
		done = i + size
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// escaped returns the escape sequence of a character, or "" if it needs none.
func escaped(r rune, inAttribute bool) string {
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>': // for ]]>
		return "&gt;"
	case r == '"' && inAttribute:
		return "&quot;"
	case r == '\n' && inAttribute:
		return "&#10;"
	case r == '\t' && inAttribute:
		return "&#9;"
	case r != '\n' && r != '\t' && (r == utf8.RuneError || !cleantext.Fit(r)): // RuneError also means an invalid byte
		return string(utf8.RuneError)
	}
	return ""
}
