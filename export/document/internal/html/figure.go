package html

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/paper"
)

func (p *printer) figure(f *document.Figure) error {
	p.figures++
	id := "f." + number(p.figures)
	title, description := f.Title, f.Alt
	if title == "" {
		title, description = f.Alt, ""
	}
	drawn, err := p.picture(f, id, title, description)
	if err != nil {
		return fmt.Errorf("document: figure %q: %w", f.Title, err)
	}
	pages, err := p.printed(f, id)
	if err != nil {
		return fmt.Errorf("document: figure %q: %w", f.Title, err)
	}
	look := markup("picture")
	if _, live := f.Picture.(document.LivePicture); live {
		look += " inked"
	}
	if pages != "" {
		look += " screen"
	}
	p.put("<figure", class(figureSize(p.figures), p.figureSheet(f)), ">\n",
		`<div class="`, look, `" tabindex="0" role="group" aria-label="`, escape(title), "\">\n")
	drawn()
	p.put("\n</div>\n", pages)
	if f.Title != "" || f.Caption != "" {
		p.put("<figcaption>")
		if f.Title != "" {
			p.put(`<strong dir="auto">`, escape(f.Title), "</strong> ")
		}
		if f.Caption != "" {
			p.put(words(f.Caption))
		}
		p.put("</figcaption>\n")
	}
	p.put("</figure>\n")
	return nil
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

// printed returns the pages of a picture that is too large for the paper; nothing for any other.
func (p *printer) printed(f *document.Figure, id markup) (markup, error) {
	pictures, err := p.divided(f)
	if pictures == nil || err != nil {
		return "", err
	}
	var src bytes.Buffer
	src.WriteString("<div class=\"pages\">\n")
	for _, picture := range pictures {
		at := string(id + "-" + escape(picture.ID()))
		fmt.Fprintf(&src, "<div id=\"%s\">\n", at)
		if err := picture.EmbedSVG(&src, at+"-", picture.Title(), picture.Description()); err != nil {
			return "", fmt.Errorf("drawing the page %q: %w", picture.Title(), err)
		}
		src.WriteString("</div>\n")
	}
	src.WriteString("</div>\n")
	page := src.String()
	for _, picture := range pictures {
		page = strings.ReplaceAll(page, `href="#`+picture.ID()+`"`, `href="#`+string(id)+"-"+picture.ID()+`"`)
	}
	return markup(page), nil
}

// picture returns what prints the picture of a figure. The SVG of a picture that does not embed itself
// is read and checked.
func (p *printer) picture(f *document.Figure, id markup, title, description string) (func(), error) {
	var src bytes.Buffer
	if picture, ok := f.Picture.(document.LivePicture); ok {
		if err := picture.EmbedLive(&src, string(id)+"-", title, description, p.ink); err != nil {
			return nil, fmt.Errorf("drawing the picture: %w", err)
		}
		return func() { p.put(markup(strings.TrimSpace(src.String()))) }, nil
	}
	if picture, ok := f.Picture.(document.HTMLPicture); ok {
		if err := picture.EmbedSVG(&src, string(id)+"-", title, description); err != nil {
			return nil, fmt.Errorf("drawing the picture: %w", err)
		}
		return func() { p.put(markup(strings.TrimSpace(src.String()))) }, nil
	}
	if err := f.Picture.SVG(&src); err != nil {
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
