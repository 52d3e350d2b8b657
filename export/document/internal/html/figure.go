package html

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/paper"
)

// pagesAtMost is the number of pages of a divided picture on the page. A page weighs about 0.1 MB,
// and the whole picture of 10,000 people 20 MB.
const pagesAtMost = 40

func (p *printer) figure(f *document.Figure) error {
	p.figures++
	id := "f." + number(p.figures)
	title, description := f.Title, f.Alt
	if title == "" {
		title, description = f.Alt, ""
	}
	pages, err := p.divided(f)
	if err != nil {
		return fmt.Errorf("document: figure %q: %w", f.Title, err)
	}
	shown, more := f.Picture, len(pages)-pagesAtMost
	if more > 0 { // too large to be read as a whole: the overview and the first pages stand for it
		pages = pages[:pagesAtMost]
		shown = overview{pages[0], string(id), pages}
	}
	width, _ := shown.Size()
	p.widths = append(p.widths, width)
	drawn, err := p.picture(f, shown, id, title, description)
	if err != nil {
		return fmt.Errorf("document: figure %q: %w", f.Title, err)
	}
	look := markup("picture")
	if _, live := shown.(document.LivePicture); live {
		look += " inked"
	}
	if pages != nil && more <= 0 {
		look += " screen"
	}
	p.put("<figure", class(figureSize(p.figures), p.figureSheet(f)), ">\n",
		`<div class="`, look, `" tabindex="0" role="group" aria-label="`, escape(title), "\">\n")
	drawn()
	p.put("\n</div>\n")
	if err := p.printed(pages, id, more > 0); err != nil {
		return fmt.Errorf("document: figure %q: %w", f.Title, err)
	}
	if f.Title != "" || f.Caption != "" || more > 0 {
		p.put("<figcaption>")
		if f.Title != "" {
			p.put(`<strong dir="auto">`, escape(f.Title), "</strong> ")
		}
		if f.Caption != "" {
			p.put(words(f.Caption))
		}
		if more > 0 && p.doc.Words.More != "" {
			p.put(" <em>", words(strings.ReplaceAll(p.doc.Words.More, "{0}", string(number(more)))), "</em>")
		}
		p.put("</figcaption>\n")
	}
	p.put("</figure>\n")
	return nil
}

// An overview is the first page of a divided picture, with links to the pages on this page.
type overview struct {
	paper.Picture
	id    string
	pages []paper.Picture
}

func (o overview) EmbedSVG(w io.Writer, idPrefix, title, description string) error {
	var src bytes.Buffer
	if err := o.Picture.EmbedSVG(&src, idPrefix, title, description); err != nil {
		return err
	}
	_, err := io.WriteString(w, linked(src.String(), o.id, o.pages))
	return err
}

// divided returns the pictures of a figure on paper, nil for one that stays whole.
func (p *printer) divided(f *document.Figure) ([]paper.Picture, error) {
	if !f.OwnPage {
		return nil, nil
	}
	if pictures, known := p.pictures[f]; known {
		return pictures, nil
	}
	pictures, err := paper.Divide(f.Picture, paper.Frame(p.paper))
	if err != nil {
		return nil, fmt.Errorf("dividing the picture: %w", err)
	}
	p.pictures[f] = pictures
	return pictures, nil
}

// printed prints the pages of a divided picture. A window shows them only where they are open, since it
// has the whole picture otherwise.
func (p *printer) printed(pages []paper.Picture, id markup, open bool) error {
	if len(pages) == 0 {
		return nil
	}
	look := markup("pages")
	if open {
		look += " open"
	}
	p.put(`<div class="`, look, "\">\n")
	for i, page := range pages {
		at := id + "-" + escape(page.ID())
		p.put(`<div id="`, at, "\">\n")
		if i > 0 || !open {
			var src bytes.Buffer
			if err := page.EmbedSVG(&src, string(at)+"-", page.Title(), page.Description()); err != nil {
				return fmt.Errorf("drawing the page %q: %w", page.Title(), err)
			}
			p.put(markup(linked(src.String(), string(id), pages)))
		}
		p.put("</div>\n")
	}
	p.put("</div>\n")
	return nil
}

var pageLink = regexp.MustCompile(` href="#([^"]*)"`)

// linked returns a drawing of the figure with an id, its links to other pages leading to their
// places. A link to a page that is left out is none.
func linked(src, id string, pages []paper.Picture) string {
	at := make(map[string]bool, len(pages))
	for _, page := range pages {
		at[page.ID()] = true
	}
	return pageLink.ReplaceAllStringFunc(src, func(link string) string {
		switch target := pageLink.FindStringSubmatch(link)[1]; {
		case at[target]:
			return ` href="#` + id + "-" + target + `"`
		case strings.HasPrefix(target, id+"-"): // within the drawing
			return link
		}
		return ""
	})
}

// picture returns what prints the picture of a figure. The SVG of a picture that does not embed itself
// is read and checked.
func (p *printer) picture(f *document.Figure, shown document.Picture, id markup, title, description string) (func(), error) {
	var src bytes.Buffer
	if picture, ok := shown.(document.LivePicture); ok {
		if err := picture.EmbedLive(&src, string(id)+"-", title, description, p.ink); err != nil {
			return nil, fmt.Errorf("drawing the picture: %w", err)
		}
		return func() { p.put(markup(strings.TrimSpace(src.String()))) }, nil
	}
	if picture, ok := shown.(document.HTMLPicture); ok {
		if err := picture.EmbedSVG(&src, string(id)+"-", title, description); err != nil {
			return nil, fmt.Errorf("drawing the picture: %w", err)
		}
		return func() { p.put(markup(strings.TrimSpace(src.String()))) }, nil
	}
	if err := shown.SVG(&src); err != nil {
		return nil, fmt.Errorf("drawing the picture: %w", err)
	}
	d, err := readSVG(src.Bytes())
	if err != nil {
		return nil, err
	}
	return func() { p.svg(f, d, id, title, description) }, nil
}

// ink is the value of an attribute for a colour that follows the page.
func (p *printer) ink(light, dark string) string {
	pair := [2]string{light, dark}
	if p.inks[pair] == 0 {
		p.inks[pair] = len(p.inks) + 1
	}
	return "var(--k" + string(number(p.inks[pair])) + ")"
}

// svg prints a drawing under the page's own root: its size, name and role are
// the page's to say, and its ids begin with id.
func (p *printer) svg(f *document.Figure, d *drawing, id markup, title, description string) {
	width, height := f.Picture.Size()
	role, label := markup("img"), id+".title"
	if d.links {
		role = "group" // the parts of an img cannot be reached
	}
	if description != "" {
		label += " " + id + ".desc"
	}
	p.put(`<svg role="`, role, `" aria-labelledby="`, label, `" width="`, decimal(width), `" height="`, decimal(height), `"`)
	own := false
	for _, a := range d.root {
		own = own || a.Name.Local == "viewBox"
		p.attribute(d, "svg", a, id)
	}
	if !own {
		p.put(` viewBox="0 0 `, decimal(width), " ", decimal(height), `"`)
	}
	p.put(`><title id="`, id, `.title">`, escape(title), "</title>")
	if description != "" {
		p.put(`<desc id="`, id, `.desc">`, escape(description), "</desc>")
	}
	p.tokens(d, id)
	p.put("</svg>")
}

func (p *printer) tokens(d *drawing, id markup) {
	for i, t := range d.tokens {
		switch t := t.(type) {
		case xml.StartElement:
			p.put("<", escape(t.Name.Local))
			for _, a := range t.Attr {
				p.attribute(d, t.Name.Local, a, id)
			}
			if _, empty := d.tokens[i+1].(xml.EndElement); empty {
				p.put("/>")
			} else {
				p.put(">")
			}
		case xml.EndElement:
			if _, empty := d.tokens[i-1].(xml.StartElement); !empty {
				p.put("</", escape(t.Name.Local), ">")
			}
		case xml.CharData:
			p.put(escape(string(t)))
		}
	}
}

// attribute prints an attribute of a drawing, with id and a hyphen before
// every id that it sets or refers to.
func (p *printer) attribute(d *drawing, element string, a xml.Attr, id markup) {
	prefix := string(id) + "-"
	value := a.Value
	switch name := strings.ToLower(a.Name.Local); {
	case name == "id":
		value = prefix + value
	case name == "href":
		// A link may also lead to a place on the page.
		if target, local := strings.CutPrefix(value, "#"); local && (element != "a" || d.ids[target]) {
			value = "#" + prefix + target
		}
	case name == "aria-labelledby", name == "aria-describedby":
		fields := strings.Fields(value)
		for i := range fields {
			fields[i] = prefix + fields[i]
		}
		value = strings.Join(fields, " ")
	default:
		value = localURL.ReplaceAllString(value, "${1}"+prefix)
	}
	p.put(" ", escape(a.Name.Local), `="`, escape(value), `"`)
}
