// Package docx prints documents as Office Open XML, for Word and LibreOffice.
package docx

import (
	"bufio"
	"context"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/pdf"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/logo"
	"github.com/accountatlas/accountatlas/internal/opc"
	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/paper"
)

// namespaces declares the XML prefixes of the parts that contain paragraphs.
const namespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

//go:embed styles.xml
var styles string

//go:embed settings.xml
var settings string

// Write writes a valid document. The body is printed twice: first to collect the addresses, footers
// and lists that other parts of the file need, and then during compression. It is never in memory
// as a whole.
func Write(ctx context.Context, w io.Writer, d *document.Document, size paper.Size) error {
	logo, err := logo.Read(d.Logo)
	if err != nil {
		return err
	}
	blocks := d.Blocks
	var mark *document.Figure
	if logo != nil {
		mark = structure.LogoFigure(logo, d.Title)
		blocks = append([]document.Block{mark}, blocks...)
	}
	p := &printer{doc: d, logo: mark, paper: size, estimate: pdf.NewEstimate(d, size, letter), tones: map[string]document.Tone{}, anchors: map[string]int{},
		pages: map[*document.Figure][]*document.Figure{}, pictures: map[*document.Figure]*picture{}, links: map[string]int{}, divided: map[*document.Table][]pdf.Part{}}
	for _, t := range d.Tones {
		p.tones[t.Name] = t
	}
	pack := opc.New()
	var related, root opc.Relations
	figures, err := p.divide(ctx, blocks)
	if err != nil {
		return err
	}
	p.findAnchors(d.Blocks, "s")
	for _, f := range figures {
		made, err := p.paint(f)
		if err != nil {
			return err
		}
		if made != nil {
			p.pictures[f] = made
			made.number = len(p.pictures)
			made.add(pack, &related)
		}
	}
	p.body(bufio.NewWriter(io.Discard))
	for i, address := range p.addresses {
		related.AddExternal(linkID(i), "hyperlink", address)
	}
	language := structure.Language(d)
	pack.Add("word/styles.xml", wordType+"styles+xml", []byte(p.styles(language)))
	pack.Add("word/settings.xml", wordType+"settings+xml", []byte(strings.ReplaceAll(settings, "{language}", language)))
	pack.Add("word/numbering.xml", wordType+"numbering+xml", []byte(numbering))
	for _, part := range []string{"styles", "settings", "numbering"} {
		related.Add(part, part, part+".xml")
	}
	for _, s := range p.footers {
		name := p.footerName(s)
		pack.Add("word/"+name+".xml", wordType+"footer+xml", p.footer(s))
		related.Add(name, "footer", name+".xml")
	}
	pack.Add("word/document.xml", wordType+"document.main+xml", nil)
	pack.SetFunc("word/document.xml", p.body)
	pack.AddRelations("word/document.xml", &related)
	root.Add("document", "officeDocument", "word/document.xml")
	pack.AddProperties(&root, opc.Properties{Title: oneLine(d.Title), Subject: oneLine(d.Subtitle), Language: language})
	pack.AddRelations("", &root)
	if err := pack.Write(w); err != nil {
		return fmt.Errorf("document: writing the .docx: %w", err)
	}
	return nil
}

func (p *printer) styles(language string) string {
	part := strings.ReplaceAll(styles, "{language}", language)
	accent, err := rgb.Accent(p.doc.Accent)
	if err != nil {
		return part // cannot fail: Check has validated it
	}
	for _, blue := range []string{"1F3A68", "2F57B0"} {
		part = strings.ReplaceAll(part, blue, accent.String()[1:])
	}
	return part
}

// letter is the average width of a letter, relative to the type size. It is generous, since
// headings and names are bold, and Word breaks a word that is slightly too long for its column.
const letter = .56

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

// A printer is the state of one pass over the body, and the shared state of both passes.
type printer struct {
	doc      *document.Document
	logo     *document.Figure // nil without one
	paper    paper.Size
	estimate *pdf.Estimate
	tones    map[string]document.Tone
	anchors  map[string]int                          // the number of the bookmark of each section, from 1
	pages    map[*document.Figure][]*document.Figure // to print for each figure
	pictures map[*document.Figure]*picture
	divided  map[*document.Table][]pdf.Part

	// The items for other parts of the file, in the order of their first use in the body.
	addresses []string
	links     map[string]int // by address, the index
	footers   []sheet

	out       *bufio.Writer
	heading   markup     // paragraph properties of headings: less space in the leading section
	held      *paragraph // pending: a section may end with it
	bold      bool       // the style of the current paragraph is
	inCell    markup     // properties of the runs in the current cell
	bookmarks int
	drawings  int
	sections  int // sections of the file that have ended
	// sheet and breaks apply to the next block; current is the sheet of the last block.
	sheet, current sheet
	breaks         bool
	owner          *document.Figure   // the figure for which the current section has pages of its own
	last           []*document.Figure // the figures at the end of the document
}

// findAnchors numbers the sections, since links may precede their targets.
func (p *printer) findAnchors(blocks []document.Block, path string) {
	for i, b := range blocks {
		if s, ok := b.(*document.Section); ok {
			p.anchors[structure.Anchor(s, path, i)] = len(p.anchors) + 1
			p.findAnchors(s.Blocks, structure.Path(path, i))
		}
	}
}

func (p *printer) body(w *bufio.Writer) {
	p.out, p.held, p.bookmarks, p.drawings, p.sections = w, nil, 0, 0, 0
	p.sheet, p.breaks, p.last = p.upright(), false, nil
	p.put(header, "<w:document", namespaces, "><w:body>")
	p.title()
	for _, f := range p.last {
		p.page(f, p.upright())
	}
	p.release("")
	p.put(p.properties(), "</w:body></w:document>")
}

func (p *printer) put(parts ...markup) {
	for _, part := range parts {
		p.out.WriteString(string(part))
	}
}

// A markup is text that needs no escaping in a part. The type lets the compiler check escaping:
// constants convert implicitly, and other strings only through escape.
type markup string

func escape(s string) markup { return markup(opc.Escape(cleantext.JoinUnits(s))) }

func number(n int) markup { return markup(strconv.Itoa(n)) }

func twips(points float64) markup { return number(int(points*20 + .5)) }

func emus(points float64) markup { return number(int(points*12700 + .5)) }
