package document

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Markdown writes d as GitHub-flavoured Markdown, for a wiki or a pull request.
// Every block is one paragraph, list or pipe table, so that a changed fact is
// one changed line.
//
// What Markdown cannot show (tones, bars and spans) is left out where the words
// beside it say the same. A cell that spans several is put into the first of
// them; the title of a group of rows is a row of its own; a head of several
// rows becomes one row, with their texts one below another in each cell. A
// section with an ID begins with an anchor of that name, which links to "#ID"
// find on GitHub.
//
// A figure is a link to the file that FigureLink names, with Alt as its text;
// without a file only the text is printed.
func (p *Printer) Markdown(w io.Writer, d *Document) error {
	if err := check(d); err != nil {
		return err
	}
	mp := &markdownPrinter{}
	if p != nil {
		mp.figureLink = p.FigureLink
	}
	mp.page(d)
	if _, err := mp.out.WriteTo(w); err != nil {
		return fmt.Errorf("document: writing the Markdown: %w", err)
	}
	return nil
}

// A markdownPrinter is the state of printing one document.
type markdownPrinter struct {
	out        bytes.Buffer
	figureLink func(*Figure) string
}

// block writes the lines of one block and the blank line that parts it from the next.
func (p *markdownPrinter) block(lines ...markdown) {
	if p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
	for _, line := range lines {
		p.out.WriteString(string(line))
		p.out.WriteByte('\n')
	}
}

func (p *markdownPrinter) page(d *Document) {
	p.block("# " + markdownWords(d.Title))
	if d.Subtitle != "" {
		p.block(atLineStart(markdownWords(d.Subtitle)))
	}
	var details []markdown
	for _, detail := range d.Details {
		details = append(details, "- "+labelled(detail.Label, markdownText(detail.Text)))
	}
	if details != nil {
		p.block(details...)
	}
	p.contents(d)
	p.blocks(d.Blocks, "s", 2)
}

func (p *markdownPrinter) contents(d *Document) {
	entries := contentsOf(d)
	if entries == nil {
		return
	}
	p.block(markdownBold(d.Contents))
	lines := make([]markdown, len(entries))
	for i, e := range entries {
		lines[i] = markdownNumber(i+1) + "[" + markdownWords(e.Title) + "](#" + markdown(e.anchor) + ")"
	}
	p.block(lines...)
}

func (p *markdownPrinter) blocks(blocks []Block, path markup, level int) {
	for i, b := range blocks {
		switch b := b.(type) {
		case *Section:
			anchor := sectionAnchor(b, path, i)
			p.block(markdown(strings.Repeat("#", level)) + ` <a id="` + markdown(anchor) + `"></a>` + markdownWords(b.Title))
			p.blocks(b.Blocks, sectionPath(path, i), level+1)
		case *Paragraph:
			if text := markdownText(b.Text); text != "" {
				p.block(atLineStart(text))
			}
		case *List:
			p.list(b)
		case *Facts:
			p.facts(b)
		case *Table:
			p.table(b)
		case *Figure:
			p.figure(b)
		}
	}
}

func (p *markdownPrinter) list(l *List) {
	lines := make([]markdown, len(l.Items))
	for i, item := range l.Items {
		bullet := markdown("- ")
		if l.Numbered {
			bullet = markdownNumber(i + 1)
		}
		lines[i] = bullet + atLineStart(markdownText(item))
	}
	if len(lines) > 0 {
		p.block(lines...)
	}
}

func (p *markdownPrinter) facts(f *Facts) {
	lines := make([]markdown, len(f.Items))
	for i, fact := range f.Items {
		value := markdownBold(fact.Value)
		if fact.Note != "" {
			value += " · " + markdownWords(fact.Note)
		}
		lines[i] = "- " + atLineStart(markdownWords(fact.Label)) + ": " + value
	}
	if len(lines) > 0 {
		p.block(lines...)
	}
}

func (p *markdownPrinter) figure(f *Figure) {
	alt := f.Alt
	if alt == "" {
		alt = f.Title
	}
	link := ""
	if p.figureLink != nil {
		link = p.figureLink(f)
	}
	if link != "" {
		p.block("![" + markdownWords(alt) + "](" + markdownURL(link) + ")")
	}
	var words []markdown
	if f.Title != "" {
		words = append(words, markdownBold(f.Title))
	}
	if link == "" && f.Alt != "" {
		words = append(words, markdownWords(f.Alt))
	}
	if f.Caption != "" {
		words = append(words, markdownWords(f.Caption))
	}
	if len(words) > 0 {
		p.block(atLineStart(joined(words, markdownBreak)))
	}
}

// labelled is what a label stands before, as in a list of details.
func labelled(label string, value markdown) markdown {
	return markdownBold(label) + ": " + value
}

func markdownNumber(n int) markdown { return markdown(number(n)) + ". " }

func joined(parts []markdown, with markdown) markdown {
	var all markdown
	for i, part := range parts {
		if i > 0 {
			all += with
		}
		all += part
	}
	return all
}
