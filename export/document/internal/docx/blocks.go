package docx

import (
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

func (p *printer) title() {
	d := p.doc
	if p.logo != nil {
		p.paragraph("Picture", "", p.drawing(p.pictures[p.logo]))
	}
	p.paragraph("Title", "", run(d.Title, "", ""))
	lead, details := structure.Lead(d), d.Details
	subtitle, above := run(d.Subtitle, "", ""), markup("")
	if lead != nil && len(details) > 0 { // the first detail is above the section, as in print
		p.inCell = `<w:sz w:val="18"/><w:szCs w:val="18"/>`
		subtitle = run(d.Subtitle, "", p.inCell)
		if d.Subtitle != "" {
			subtitle += run(" · ", "", p.inCell)
		}
		above = `<w:spacing w:before="0" w:after="80"/>`
		subtitle += run(details[0].Label+" ", "", p.inCell) + p.text(details[0].Text)
		details, p.inCell = details[1:], ""
	}
	if subtitle != "" {
		p.paragraph("Subtitle", above, subtitle)
	}
	blocks, first := d.Blocks, 0
	if lead != nil {
		p.held.runs += p.bookmark(p.anchors[structure.Anchor(lead, "s", 0)], "")
		p.heading = `<w:spacing w:before="160" w:after="40"/>`
		p.blocks(lead.Blocks, structure.Path("s", 0), 0, 2)
		p.heading = ""
		blocks, first = blocks[1:], 1
		p.paragraph("Caption", "", p.inline(details))
		details = nil
	}
	for _, detail := range details {
		p.paragraph("Details", "", run(detail.Label, "Muted", "")+"<w:r><w:tab/></w:r>"+p.text(detail.Text))
	}
	if entries := structure.Contents(d); entries != nil {
		if lead != nil {
			p.newPage()
		}
		p.contents(entries)
		if lead == nil {
			p.newPage()
		}
	}
	p.blocks(blocks, "s", first, 1)
}

// inline returns details in one paragraph, so that they end on the page of the leading section.
func (p *printer) inline(details []document.Detail) markup {
	var all markup
	for i, d := range details {
		if i > 0 {
			all += run(" · ", "", "")
		}
		all += run(d.Label+"\u00a0", "Muted", "") + p.text(d.Text)
	}
	return all
}

func (p *printer) bookmark(bookmark int, runs markup) markup {
	p.bookmarks++
	id := number(p.bookmarks)
	return `<w:bookmarkStart w:id="` + id + `" w:name="` + bookmarkName(bookmark) + `"/>` + runs + `<w:bookmarkEnd w:id="` + id + `"/>`
}

// contents prints the list of contents: a field that Word can update, and until then the links. A
// page number is a separate field, marked as not yet counted.
func (p *printer) contents(entries []structure.Entry) {
	p.paragraph("TOCHeading", "", run(p.doc.Contents, "", ""))
	for i, e := range entries {
		n := p.anchors[e.Anchor]
		entry := anchored(n, run(oneLine(e.Title), "", "")+"<w:r><w:tab/></w:r>"+
			field(` PAGEREF `+bookmarkName(n)+` \h `, ` w:dirty="true"`, ""))
		if i == 0 {
			entry = begin(` TOC \o "1-1" \h \z \u `, "") + entry
		}
		if i == len(entries)-1 {
			entry += end
		}
		p.paragraph("TOC1", "", entry)
	}
}

// field returns a field with an initial result.
func field(instruction, attributes, result markup) markup {
	return begin(instruction, attributes) + result + end
}

func begin(instruction, attributes markup) markup {
	return `<w:r><w:fldChar w:fldCharType="begin"` + attributes + `/></w:r><w:r><w:instrText xml:space="preserve">` + instruction +
		`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
}

const end markup = `<w:r><w:fldChar w:fldCharType="end"/></w:r>`

// keptWith keeps a paragraph on the page of a table that follows it.
func keptWith(next []document.Block) markup {
	if len(next) > 0 {
		if _, ok := next[0].(*document.Table); ok {
			return "<w:keepNext/>"
		}
	}
	return ""
}

// blocks prints blocks under a heading of level-1. first is the index of the first block in the
// section with a path.
func (p *printer) blocks(blocks []document.Block, path string, first, level int) {
	home := p.sheet
	for i, b := range blocks {
		switch b := b.(type) {
		case *document.Section:
			p.section(b, path, first+i, level)
		case *document.Paragraph:
			p.turn(home)
			if p.heading != "" { // in the leading section, as small as its tables
				p.paragraph("Caption", `<w:spacing w:before="0" w:after="40"/>`, p.text(b.Text))
			} else {
				p.paragraph("BodyText", keptWith(blocks[i+1:]), p.text(b.Text))
			}
		case *document.List:
			p.turn(home)
			for _, item := range b.Items {
				p.paragraph("ListBullet", bullet, p.text(item))
			}
		case *document.Facts:
			p.turn(home)
			p.facts(b)
		case *document.Table:
			p.table(b, home)
		case *document.Figure:
			p.figure(b, home)
		case *document.Timeline:
			p.table(moments(b), home)
		}
	}
	p.turn(home)
}

func (p *printer) section(s *document.Section, path string, i, level int) {
	home := p.sheet
	p.owner = nil
	p.turn(p.sheetOf(s))
	if s.NewPage || p.owner != nil {
		p.newPage()
	}
	bookmark := p.anchors[structure.Anchor(s, path, i)]
	p.paragraph("Heading"+number(level), p.heading, p.bookmark(bookmark, run(s.Title, "", "")))
	p.blocks(s.Blocks, structure.Path(path, i), 0, level+1)
	p.turn(home)
}

// moments returns a timeline as a table of days.
func moments(t *document.Timeline) *document.Table {
	var group document.Group
	for i, m := range t.Moments {
		day := document.Inline(document.Strong(m.Day))
		if m.Tone != "" {
			day = document.Toned{Text: m.Day, Tone: m.Tone}
		}
		if i%2 == 0 {
			group.Rows = append(group.Rows, nil)
		}
		row := &group.Rows[i/2]
		*row = append(*row, document.Cell{Lines: []document.Text{{day}}}, document.Cell{Lines: []document.Text{{document.Plain(m.Text)}}})
	}
	if n := len(group.Rows); len(t.Moments)%2 > 0 {
		group.Rows[n-1] = append(group.Rows[n-1], document.Cell{}, document.Cell{})
	}
	return &document.Table{Plain: true, Widths: []int{2, 7, 2, 7}, Groups: []document.Group{group}}
}

// bullet makes a paragraph an item of the only list.
const bullet = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`

const numbering = header + "<w:numbering" + namespaces + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>` +
	`<w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr><w:rPr><w:color w:val="6B7280"/></w:rPr></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
