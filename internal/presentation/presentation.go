// Package presentation writes presentations for PowerPoint and LibreOffice Impress (ISO 29500-1,
// PresentationML): slides of native shapes, connectors and tables, with speaker notes.
package presentation

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/logo"
	"github.com/accountatlas/accountatlas/internal/opc"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

// File is a presentation. Equal files give equal bytes.
type File struct {
	// Title and Subject are properties of the file. Either may be empty.
	Title, Subject string
	// Language is the BCP 47 tag of the texts. Empty means English.
	Language string
	// Width and Height are the size of the slides in points.
	Width, Height float64
	// Logo is at the foot of every slide. Nil means none.
	Logo *logo.Logo
	// Colours are the colours of the theme.
	Colours Colours
	// Slides are in order. At least one is required.
	Slides []Slide
}

// Slide is one slide. Its shapes are generated during writing, one slide after the other.
type Slide struct {
	// ID is the target of links of the form "#id". It may be empty.
	ID string
	// Notes are the paragraphs of the speaker notes.
	Notes []string
	// Links are the addresses that shapes may link to: http, https, mailto, or "#" and the ID of a
	// slide. Shapes have no links to other addresses.
	Links []string
	// Draw adds the shapes, from the lowest to the topmost.
	Draw func(*Canvas)
}

// EMU converts points to English metric units, the unit of positions in a presentation. It returns
// 0 for NaN and for a value far outside any slide.
func EMU(points float64) int64 {
	if !(math.Abs(points) < 1e6) {
		return 0
	}
	return int64(math.Round(points * perPoint))
}

const perPoint = 12700

// The minimum and maximum side of a slide, in EMU (ST_SlideSizeCoordinate).
const (
	minSide = 914400
	maxSide = 51206400
)

const (
	presentationML = "http://schemas.openxmlformats.org/presentationml/2006/main"
	drawingML      = "http://schemas.openxmlformats.org/drawingml/2006/main"
	namespaces     = `xmlns:a="` + drawingML + `" xmlns:r="` + opc.OfficeRelations + `" xmlns:p="` + presentationML + `"`
	mediaType      = "application/vnd.openxmlformats-officedocument.presentationml."
)

// Write writes the presentation, one slide at a time. The error is the writer's, or reports a
// presentation without slides or without a size.
func (p *File) Write(w io.Writer) error {
	if len(p.Slides) == 0 {
		return errors.New("PPTX: a presentation needs at least one slide")
	}
	if !(p.Width > 0) || !(p.Height > 0) || math.IsInf(p.Width+p.Height, 0) {
		return fmt.Errorf("PPTX: %v by %v points is not the size of a slide", p.Width, p.Height)
	}
	pack := opc.New()
	var root, related opc.Relations
	root.Add("rId1", "officeDocument", "ppt/presentation.xml")
	pack.AddProperties(&root, opc.Properties{Title: p.Title, Subject: p.Subject, Language: cmp.Or(p.Language, "en")})
	pack.AddRelations("", &root)

	p.addMasters(pack)
	related.Add("rId1", "slideMaster", "slideMasters/slideMaster1.xml")
	related.Add("rId2", "notesMaster", "notesMasters/notesMaster1.xml")
	related.Add("rId3", "theme", "theme/theme1.xml")
	var list strings.Builder
	for i := range p.Slides {
		fmt.Fprintf(&list, `<p:sldId id="%d" r:id="rId%d"/>`, 256+i, 4+i)
		related.Add(fmt.Sprintf("rId%d", 4+i), "slide", slideName(i))
		p.addSlide(pack, i)
	}
	pack.Add("ppt/presentation.xml", mediaType+"presentation.main+xml", fmt.Appendf(nil, xml.Header+`<p:presentation %s saveSubsetFonts="1">`+
		`<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>`+
		`<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>%s</p:sldIdLst>`+
		`<p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`, namespaces, list.String(), side(p.Width), side(p.Height)))
	pack.AddRelations("ppt/presentation.xml", &related)
	if err := pack.Write(w); err != nil {
		return fmt.Errorf("PPTX: %w", err)
	}
	return nil
}

func side(points float64) int64 { return min(max(EMU(points), minSide), maxSide) }

func slideName(i int) string { return fmt.Sprintf("slides/slide%d.xml", i+1) }

func (p *File) addSlide(pack *opc.Package, i int) {
	s := p.Slides[i]
	name, notes := "ppt/"+slideName(i), fmt.Sprintf("notesSlides/notesSlide%d.xml", i+1)
	var related, notesRelated opc.Relations
	related.Add("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
	related.Add("rId2", "notesSlide", "../"+notes)
	links := map[string]link{}
	for _, address := range s.Links {
		if _, known := links[address]; known {
			continue
		}
		id := fmt.Sprintf("rId%d", 3+len(links))
		if target, local := strings.CutPrefix(address, "#"); local {
			if at := p.slideOf(target); at >= 0 {
				related.Add(id, "slide", fmt.Sprintf("slide%d.xml", at+1))
				links[address] = link{id, true}
			}
		} else if safe, ok := weblink.Encode(address); ok {
			related.AddExternal(id, "hyperlink", safe)
			links[address] = link{id, false}
		}
	}
	pack.AddFunc(name, mediaType+"slide+xml", func(w *bufio.Writer) {
		c := &Canvas{w: w, language: cmp.Or(p.Language, "en"), scheme: p.Colours.scheme(), links: links, last: 1}
		w.WriteString(xml.Header + `<p:sld ` + namespaces + `><p:cSld><p:spTree>` + treeHead)
		s.Draw(c)
		w.WriteString(`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
	})
	pack.AddRelations(name, &related)

	notesRelated.Add("rId1", "notesMaster", "../notesMasters/notesMaster1.xml")
	notesRelated.Add("rId2", "slide", "../"+slideName(i))
	pack.AddFunc("ppt/"+notes, mediaType+"notesSlide+xml", func(w *bufio.Writer) { p.writeNotes(w, s.Notes) })
	pack.AddRelations("ppt/"+notes, &notesRelated)
}

func (p *File) slideOf(id string) int {
	for i, s := range p.Slides {
		if id != "" && s.ID == id {
			return i
		}
	}
	return -1
}

const treeHead = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>` +
	`<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`

func (p *File) writeNotes(w *bufio.Writer, paragraphs []string) {
	w.WriteString(xml.Header + `<p:notes ` + namespaces + `><p:cSld><p:spTree>` + treeHead +
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>` +
		`<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>` +
		`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>` +
		`<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>`)
	for _, text := range paragraphs {
		fmt.Fprintf(w, `<a:p><a:r><a:rPr lang="%s"/><a:t>%s</a:t></a:r></a:p>`, opc.Escape(cmp.Or(p.Language, "en")), opc.Escape(oneLine(text)))
	}
	if len(paragraphs) == 0 {
		w.WriteString(`<a:p/>`)
	}
	w.WriteString(`</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`)
}

func oneLine(s string) string { return strings.Join(strings.Fields(cleantext.Undirected(s)), " ") }
