// Package html prints documents as one HTML page.
package html

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/pdf"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/logo"
	"github.com/accountatlas/accountatlas/paper"
)

// Write writes a valid document as one page.
func Write(ctx context.Context, w io.Writer, d *document.Document, size paper.Size) error {
	p := &printer{ctx: ctx, doc: d, paper: size, estimate: pdf.NewEstimate(d, size, .53), tones: map[string]int{}, shares: map[int]bool{}, fixed: map[int]bool{},
		pictures: map[*document.Figure][]paper.Picture{}, inks: map[[2]string]int{}}
	for i, t := range d.Tones {
		p.tones[t.Name] = i + 1
	}
	var err error
	if p.logo, err = logo.Read(d.Logo); err != nil {
		return err
	}
	if err := p.page(); err != nil {
		return err
	}
	if _, err := p.out.WriteTo(w); err != nil {
		return fmt.Errorf("document: writing the page: %w", err)
	}
	return nil
}

type printer struct {
	ctx      context.Context // of the division of pictures
	out      bytes.Buffer
	doc      *document.Document
	logo     *logo.Logo
	paper    paper.Size
	estimate *pdf.Estimate
	tones    map[string]int                       // the number of each tone's class, from 1
	figures  int                                  // printed so far
	widths   []float64                            // of the pictures shown, in their order
	pictures map[*document.Figure][]paper.Picture // by divided figure, its pages
	inks     map[[2]string]int                    // by colour on a light page and on a dark one, its number, from 1
	tables   int
	shares   map[int]bool // the printed widths of columns in use, in hundredths
	fixed    map[int]bool // the widths of columns in every medium
	labels   []string     // the column headings of the current table, or nil
	turned   bool         // the current section is printed on landscape pages
	images   bool         // the page has images
}

func (p *printer) put(parts ...markup) {
	for _, part := range parts {
		p.out.WriteString(string(part))
	}
}

// page prints the body first, since the style depends on it.
func (p *printer) page() error {
	if err := p.body(); err != nil {
		return err
	}
	body := markup(p.out.String())
	p.out.Reset()
	style, script := p.styleSheet(), markup("\n\"use strict\";\n(() => {\n"+useScript+askScript+"})();\n")
	p.put("<!DOCTYPE html>\n<html lang=\"", escape(structure.Language(p.doc)), "\">\n<head>\n",
		`<meta charset="utf-8">`, "\n",
		`<meta http-equiv="Content-Security-Policy" content="`, p.policy(style, script), `">`, "\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n",
		`<meta name="referrer" content="no-referrer">`, "\n",
		`<meta name="robots" content="noindex, nofollow">`, "\n",
		`<meta name="color-scheme" content="light dark">`, "\n",
		"<title>", escape(p.doc.Title), "</title>\n",
		"<style>", style, "</style>\n</head>\n<body")
	p.controls()
	p.put(">\n", body, "<script>", script, "</script>\n</body>\n</html>\n")
	return nil
}

func (p *printer) body() error {
	lead := structure.Lead(p.doc)
	p.header(lead == nil)
	p.put("<main>\n")
	if lead == nil {
		p.rail(false)
	}
	for i := range p.doc.Blocks {
		if err := p.blocks(p.doc.Blocks[i:i+1], "s", i, 2, ""); err != nil {
			return err
		}
		if i == 0 && lead != nil {
			p.rail(true)
		}
	}
	p.put("</main>\n")
	return nil
}

// rail prints the sidebar of a wide window: the list of contents, and the details if the header
// omits them.
func (p *printer) rail(details bool) {
	details = details && len(p.doc.Details) > 1
	if !details && structure.Contents(p.doc) == nil {
		return
	}
	p.put("<div class=\"rail\">\n")
	p.contents()
	if details {
		p.details(p.doc.Details[1:])
	}
	p.put("</div>\n")
}

func (p *printer) controls() {
	w := p.doc.Words
	for _, word := range []struct {
		name markup
		word string
	}{{"search", w.Search}, {"found", w.Found}, {"zoom-in", w.ZoomIn}, {"zoom-out", w.ZoomOut}, {"zoom-reset", w.ZoomReset},
		{"find", w.Find}, {"matches", w.Matches}, {"all", w.All}, {"lines", w.Lines}, {"reset", w.Reset}, {"close", w.Close}, {"whole", w.Whole}} {
		if word.word != "" {
			p.put(" data-", word.name, `="`, escape(word.word), `"`)
		}
	}
}

// header prints the title and the details. If a section leads, only the first detail is here, and
// the others are in the rail.
func (p *printer) header(details bool) {
	d := p.doc
	p.put("<header>\n")
	if p.logo != nil {
		p.images = true
		p.put(`<img class="logo" alt="" width="`, decimal(p.logo.Width*4/3), `" height="`, decimal(p.logo.Height*4/3), `" src="data:image/png;base64,`,
			markup(base64.StdEncoding.EncodeToString(p.logo.PNG)), `">`, "\n")
	}
	if !details && len(d.Details) > 0 {
		p.put(`<p class="first-detail">`, words(d.Details[0].Label), " ")
		p.text(d.Details[0].Text)
		p.put("</p>\n")
	}
	p.put("<h1>", words(d.Title), "</h1>\n")
	if d.Subtitle != "" {
		p.put(`<p class="subtitle">`, words(d.Subtitle), "</p>\n")
	}
	if details && len(d.Details) > 0 {
		p.details(d.Details)
	}
	p.put("</header>\n")
}

func (p *printer) details(list []document.Detail) {
	p.put("<dl class=\"details\">\n")
	for _, detail := range list {
		p.put("<div><dt>", words(detail.Label), "</dt><dd>")
		p.text(detail.Text)
		p.put("</dd></div>\n")
	}
	p.put("</dl>\n")
}

func (p *printer) contents() {
	entries := structure.Contents(p.doc)
	if entries == nil {
		return
	}
	p.put(`<nav aria-label="`, escape(p.doc.Contents), "\">\n<p>", words(p.doc.Contents), "</p>\n<ol>\n")
	for _, e := range entries {
		p.put(`<li><a href="#`, markup(e.Anchor), `">`, words(e.Title), "</a></li>\n")
	}
	p.put("</ol>\n</nav>\n")
}

// blocks prints blocks under a heading of level-1. first is the index of the first block in the
// section with the path. label is the id of that heading, or "" at the top level.
func (p *printer) blocks(blocks []document.Block, path string, first, level int, label markup) error {
	for i, b := range blocks {
		i += first
		switch b := b.(type) {
		case *document.Section:
			if err := p.section(b, path, i, level); err != nil {
				return err
			}
		case *document.Paragraph:
			p.put("<p>")
			p.text(b.Text)
			p.put("</p>\n")
		case *document.List:
			p.list(b)
		case *document.Facts:
			p.facts(b)
		case *document.Table:
			p.table(b, label)
		case *document.Figure:
			if err := p.figure(b); err != nil {
				return err
			}
		case *document.Timeline:
			p.timeline(b)
		}
	}
	return nil
}

func (p *printer) section(s *document.Section, path string, i, level int) error {
	anchor := markup(structure.Anchor(s, path, i))
	heading := anchor + ".h"
	h := "h" + number(level)
	p.put(`<section id="`, anchor, `"`)
	if level == 2 {
		// A landmark for screen readers. Landmarks for deeper sections would be too many to
		// navigate.
		p.put(` aria-labelledby="`, heading, `"`)
	}
	folded := s.Folded && level == 2
	sheet := p.sheetOf(s.Blocks)
	turned := p.turned
	if sheet == "" && turned && structure.HasTable(s.Blocks) {
		sheet = "portrait" // only wide blocks get landscape pages, not the blocks after them
	}
	p.turned = turned && sheet == "" || sheet != "" && !strings.HasSuffix(string(sheet), "portrait")
	defer func() { p.turned = turned }()
	p.put(class(sheet, is(s.Lead, "lead"), is(s.NewPage, "new-page"), is(level > 2 && spansLead(s.Blocks), "span")), ">\n")
	if folded {
		p.put("<details>\n<summary>")
	}
	p.put("<", h, ` id="`, heading, `">`, words(s.Title), "</", h, ">")
	if folded {
		p.put("</summary>")
	}
	p.put("\n")
	if err := p.blocks(s.Blocks, structure.Path(path, i), 0, level+1, heading); err != nil {
		return err
	}
	if folded {
		p.put("</details>\n")
	}
	p.put("</section>\n")
	return nil
}

// spansLead reports whether blocks in a section that leads need its whole width.
func spansLead(blocks []document.Block) bool {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Timeline:
			return true
		case *document.Table:
			if structure.Columns(b) > 2 {
				return true
			}
		}
	}
	return false
}

func is(condition bool, class markup) markup {
	if condition {
		return class
	}
	return ""
}

func (p *printer) list(l *document.List) {
	if len(l.Items) == 0 {
		return
	}
	p.put("<ul>\n")
	for _, item := range l.Items {
		p.put("<li>")
		p.text(item)
		p.put("</li>\n")
	}
	p.put("</ul>\n")
}

func (p *printer) facts(f *document.Facts) {
	if len(f.Items) == 0 {
		return
	}
	p.put("<dl", class("facts", is(f.Plain, "plain")), ">\n")
	for _, fact := range f.Items {
		p.put("<div", class(p.tone(fact.Tone)), "><dt>", words(fact.Label), "</dt><dd>", words(fact.Value))
		p.bar(fact.Share)
		p.put("</dd>")
		if fact.Note != "" {
			p.put(`<dd class="note">`, words(fact.Note), "</dd>")
		}
		p.put("</div>\n")
	}
	p.put("</dl>\n")
}

// bar draws a share as a bar. It is hidden from screen readers, since the adjacent words give the
// same share.
func (p *printer) bar(share float64) {
	if share == 0 {
		return
	}
	p.put(`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="`,
		decimal(100*share), `" height="6"/></svg>`)
}
