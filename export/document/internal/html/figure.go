package html

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/paper"
)

// pagesAtMost is the limit of pages of a divided picture in HTML. One page weighs about 0.1 MB, and
// the whole picture of 10,000 people 20 MB.
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
	if more > 0 { // illegible as a whole: the overview and the first pages replace it
		pages = pages[:pagesAtMost]
		shown = overview{pages[0], string(id), pages}
	}
	width, _ := shown.Size()
	p.widths = append(p.widths, width)
	look := markup("picture")
	if _, live := shown.(document.LivePicture); live {
		look += " inked"
	}
	if pages != nil && more <= 0 {
		look += " screen"
	}
	p.put("<figure", class(figureSize(p.figures), p.figureSheet(f)), ">\n",
		`<div class="`, look, `" tabindex="0" role="group" aria-label="`, escape(title), "\">\n")
	if err := p.picture(shown, id, title, description); err != nil {
		return fmt.Errorf("document: figure %q: %w", f.Title, err)
	}
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

// An overview is the first page of a divided picture, with links to the other pages.
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

// divided returns the pages of a figure on paper, or nil if it stays whole.
func (p *printer) divided(f *document.Figure) ([]paper.Picture, error) {
	if !f.OwnPage {
		return nil, nil
	}
	if pictures, known := p.pictures[f]; known {
		return pictures, nil
	}
	pictures, err := paper.Divide(p.ctx, f.Picture, paper.Frame(p.paper))
	if err != nil {
		return nil, fmt.Errorf("dividing the picture: %w", err)
	}
	p.pictures[f] = pictures
	return pictures, nil
}

// printed prints the pages of a divided picture. A window shows them only if open is set, since it
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

// linked returns a drawing of the figure with an id. Links to other pages get the ids of these
// pages; a link to an omitted page is removed.
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

// picture prints the picture of a figure. A picture that cannot embed itself becomes an image,
// which runs no script and loads no reference.
func (p *printer) picture(shown document.Picture, id markup, title, description string) error {
	var src bytes.Buffer
	var err error
	switch picture := shown.(type) {
	case document.LivePicture:
		err = picture.EmbedLive(&src, string(id)+"-", title, description, p.ink)
	case document.HTMLPicture:
		err = picture.EmbedSVG(&src, string(id)+"-", title, description)
	default:
		err = shown.SVG(&src)
	}
	if err != nil {
		return fmt.Errorf("drawing the picture: %w", err)
	}
	if _, embedded := shown.(document.HTMLPicture); embedded {
		p.put(markup(strings.TrimSpace(src.String())))
	} else {
		p.image(shown, src.Bytes(), id, title, description)
	}
	return nil
}

func (p *printer) image(shown document.Picture, svg []byte, id markup, title, description string) {
	p.images = true
	w, h := shown.Size()
	width, height := decimal(w), decimal(h)
	label, desc := id+".title", markup("")
	if description != "" {
		desc = `<desc id="` + id + `.desc">` + escape(description) + "</desc>"
		label += " " + id + ".desc"
	}
	p.put(`<svg role="img" aria-labelledby="`, label, `" width="`, width, `" height="`, height, `" viewBox="0 0 `, width, " ", height, `">`,
		`<title id="`, id, `.title">`, escape(title), "</title>", desc,
		`<image width="`, width, `" height="`, height, `" href="data:image/svg+xml;base64,`, markup(base64.StdEncoding.EncodeToString(svg)), `"/></svg>`)
}

// ink returns the value of an attribute for a colour that changes in dark mode.
func (p *printer) ink(light, dark string) string {
	pair := [2]string{light, dark}
	if p.inks[pair] == 0 {
		p.inks[pair] = len(p.inks) + 1
	}
	return "var(--k" + string(number(p.inks[pair])) + ")"
}
