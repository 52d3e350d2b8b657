// Package markdown prints documents as GitHub-flavoured Markdown.
package markdown

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

// Write writes a valid document as Markdown. figureLink may be nil.
func Write(w io.Writer, d *document.Document, figureLink func(*document.Figure) string) error {
	p := &printer{figureLink: figureLink}
	p.page(d)
	if _, err := p.out.WriteTo(w); err != nil {
		return fmt.Errorf("document: writing the Markdown: %w", err)
	}
	return nil
}

type printer struct {
	out        bytes.Buffer
	figureLink func(*document.Figure) string
}

// block writes the lines of one block, if there are any, and a blank line before them.
func (p *printer) block(lines ...markdown) {
	if p.out.Len() > 0 && len(lines) > 0 {
		p.out.WriteByte('\n')
	}
	for _, line := range lines {
		p.out.WriteString(string(line))
		p.out.WriteByte('\n')
	}
}

func (p *printer) page(d *document.Document) {
	p.block("# " + escape(d.Title))
	if d.Subtitle != "" {
		p.block(atLineStart(escape(d.Subtitle)))
	}
	var details []markdown
	for _, detail := range d.Details {
		details = append(details, "- "+bold(detail.Label)+": "+textOf(detail.Text))
	}
	p.block(details...)
	lead := structure.Lead(d)
	if lead == nil {
		p.contents(d)
	}
	for i := range d.Blocks {
		p.blocks(d.Blocks[i:i+1], "s", i, 2)
		if i == 0 && lead != nil {
			p.contents(d)
		}
	}
}

func (p *printer) contents(d *document.Document) {
	entries := structure.Contents(d)
	if entries == nil {
		return
	}
	p.block(bold(d.Contents))
	lines := make([]markdown, len(entries))
	for i, e := range entries {
		lines[i] = markdown(strconv.Itoa(i+1)) + ". [" + escape(e.Title) + "](#" + markdown(e.Anchor) + ")"
	}
	p.block(lines...)
}

func (p *printer) blocks(blocks []document.Block, path string, first, level int) {
	for i, b := range blocks {
		i += first
		switch b := b.(type) {
		case *document.Section:
			anchor := structure.Anchor(b, path, i)
			p.block(markdown(strings.Repeat("#", level)) + ` <a id="` + markdown(anchor) + `"></a>` + escape(b.Title))
			p.blocks(b.Blocks, structure.Path(path, i), 0, level+1)
		case *document.Paragraph:
			if text := textOf(b.Text); text != "" {
				p.block(atLineStart(text))
			}
		case *document.List:
			p.list(b)
		case *document.Facts:
			p.facts(b)
		case *document.Table:
			p.table(b)
		case *document.Figure:
			p.figure(b)
		case *document.Timeline:
			p.timeline(b)
		}
	}
}

func (p *printer) list(l *document.List) {
	lines := make([]markdown, len(l.Items))
	for i, item := range l.Items {
		lines[i] = "- " + atLineStart(textOf(item))
	}
	p.block(lines...)
}

func (p *printer) facts(f *document.Facts) {
	lines := make([]markdown, len(f.Items))
	for i, fact := range f.Items {
		lines[i] = "- " + atLineStart(escape(fact.Label)) + ": " + bold(fact.Value)
		if f.Plain {
			lines[i] = "- " + bold(fact.Value) + " " + escape(fact.Label)
		}
		if fact.Note != "" {
			lines[i] += " · " + escape(fact.Note)
		}
	}
	p.block(lines...)
}

func (p *printer) timeline(t *document.Timeline) {
	lines := make([]markdown, len(t.Moments))
	for i, m := range t.Moments {
		lines[i] = "- " + textOf(document.Text{document.Strong(m.Day), document.Plain(" "), document.Plain(m.Text)})
	}
	p.block(lines...)
}

func (p *printer) figure(f *document.Figure) {
	link := ""
	if p.figureLink != nil {
		link = p.figureLink(f)
	}
	if link != "" {
		p.block("![" + escape(cmp.Or(f.Alt, f.Title)) + "](" + escapeURL(link) + ")")
	}
	var parts []markdown
	if f.Title != "" {
		parts = append(parts, bold(f.Title))
	}
	if link == "" && f.Alt != "" {
		parts = append(parts, escape(f.Alt))
	}
	if f.Caption != "" {
		parts = append(parts, escape(f.Caption))
	}
	if len(parts) > 0 {
		p.block(atLineStart(broken(parts)))
	}
}

// broken joins parts with line breaks.
func broken(parts []markdown) markdown {
	var all markdown
	for i, part := range parts {
		if i > 0 {
			all += lineBreak
		}
		all += part
	}
	return all
}
