package docx

import (
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/letters"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

// A paragraph is a complete paragraph, except for the section properties that may follow at its
// end.
type paragraph struct{ properties, runs markup }

// paragraph prints a paragraph in a style, with further properties in the order of the schema.
func (p *printer) paragraph(style, properties, runs markup) {
	p.begin()
	p.release("")
	p.held = &paragraph{styled(style) + properties, runs}
}

// release writes the pending paragraph, with the end of a section, if any.
func (p *printer) release(section markup) {
	if p.held == nil {
		return
	}
	p.put(p.held.print(section))
	p.held = nil
}

func (b paragraph) print(section markup) markup {
	return "<w:p><w:pPr>" + b.properties + section + "</w:pPr>" + b.runs + "</w:p>"
}

func styled(style markup) markup { return `<w:pStyle w:val="` + style + `"/>` }

// run returns s in a character style, with further properties. An empty style means the style of
// the paragraph.
func run(s string, style, properties markup) markup {
	if s == "" {
		return ""
	}
	if style != "" {
		style = `<w:rStyle w:val="` + style + `"/>`
	}
	if letters.BeginsRightToLeft(s) {
		properties += "<w:rtl/>"
	}
	if style+properties != "" {
		style = "<w:rPr>" + style + properties + "</w:rPr>"
	}
	return "<w:r>" + style + words(s) + "</w:r>"
}

func words(s string) markup {
	var all markup
	for i, line := range strings.Split(cleantext.Undirected(cleantext.Lines(s)), "\n") {
		if i > 0 {
			all += "<w:br/>"
		}
		for j, part := range strings.Split(line, "\t") {
			if j > 0 {
				all += "<w:tab/>"
			}
			if part != "" {
				all += `<w:t xml:space="preserve">` + escape(part) + "</w:t>"
			}
		}
	}
	return all
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(cleantext.Undirected(cleantext.Lines(s))), " ")
}

// text returns the runs of t. In a cell with a tone, muted text and links have the tone's ink,
// which is legible on its background.
func (p *printer) text(t document.Text) markup {
	var all markup
	for i, x := range t {
		switch x := x.(type) {
		case document.Plain:
			all += run(string(x), "", p.inCell)
		case document.Strong:
			all += run(string(x), p.strong(), p.inCell)
		case document.Muted:
			all += run(string(x), "Muted", p.light()+p.inCell)
		case document.Toned:
			all += run(x.Text, p.strong(), p.ink(x.Tone))
		case document.Link:
			all += p.link(x)
		case document.Chip:
			if i > 0 {
				all += run(" ", "", "")
			}
			all += p.chip(x)
			if i+1 < len(t) {
				all += run(" ", "", "")
			}
		}
	}
	return all
}

// strong returns the style of emphasized words. Bold words in a bold paragraph would cancel each
// other.
func (p *printer) strong() markup {
	if p.bold {
		return ""
	}
	return "Strong"
}

// light returns the property of regular words in a bold paragraph.
func (p *printer) light() markup {
	if p.bold {
		return `<w:b w:val="0"/><w:bCs w:val="0"/>`
	}
	return ""
}

func (p *printer) chip(c document.Chip) markup {
	if c.Text == "" {
		return ""
	}
	tone, ok := p.tones[c.Tone]
	properties := p.light()
	if ok {
		properties += p.ink(c.Tone) + shade(tone.Fill)
	}
	return run("\u00A0"+c.Text+"\u00A0", "Chip", properties)
}

func (p *printer) ink(tone string) markup {
	t, ok := p.tones[tone]
	if !ok {
		return ""
	}
	return `<w:color w:val="` + hex(t.Ink) + `"/>`
}

func shade(fill string) markup {
	return `<w:shd w:val="clear" w:color="auto" w:fill="` + hex(fill) + `"/>`
}

// hex returns a valid colour in the notation of the format.
func hex(colour string) markup { return escape(strings.ToUpper(strings.TrimPrefix(colour, "#"))) }

func (p *printer) link(l document.Link) markup {
	text := structure.LinkText(l)
	address, ok := weblink.Encode(l.URL)
	target, local := strings.CutPrefix(address, "#")
	switch bookmark, found := p.anchors[target]; {
	case !ok, text == "", local && !found:
		return run(text, "", p.inCell)
	case local:
		return anchored(bookmark, run(text, "Hyperlink", p.inCell))
	}
	n, known := p.links[address]
	if !known {
		n = len(p.addresses)
		p.links[address] = n
		p.addresses = append(p.addresses, address)
	}
	style := markup("Hyperlink")
	if strings.HasPrefix(address, "mailto:") { // as quiet on paper as a telephone number
		style = "Muted"
	}
	return `<w:hyperlink r:id="` + markup(linkID(n)) + `" w:history="1">` + run(text, style, p.inCell) + "</w:hyperlink>"
}

func linkID(n int) string { return "link" + string(number(n+1)) }

func anchored(bookmark int, runs markup) markup {
	return `<w:hyperlink w:anchor="` + bookmarkName(bookmark) + `" w:history="1">` + runs + "</w:hyperlink>"
}

// bookmarkName begins with an underscore, which hides the bookmark from lists of bookmarks.
func bookmarkName(n int) markup { return "_Toc" + number(n) }
