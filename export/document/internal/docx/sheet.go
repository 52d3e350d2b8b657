package docx

import (
	"slices"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

type sheet struct{ width, height float64 }

// The margins of every page, in points. With heading and caption, they leave [paper.Frame] to a
// picture.
const (
	marginSide = 34.
	marginTop  = 44.
	marginFoot = 50.
)

func (s sheet) text() float64 { return s.width - 2*marginSide }
func (s sheet) body() float64 { return s.height - marginTop - marginFoot }

func (s sheet) turned() sheet { return sheet{s.height, s.width} }

func (p *printer) upright() sheet { return sheet{p.paper.Width, p.paper.Height} }

func (p *printer) turn(to sheet) { p.sheet = to }

func (p *printer) newPage() { p.breaks = true }

// begin ensures that the next block is on the requested sheet. A section of the file ends with its
// last paragraph.
func (p *printer) begin() {
	if p.held != nil && (p.breaks || p.sheet != p.current) {
		p.release(p.properties())
		p.sections++
	}
	p.current, p.breaks = p.sheet, false
}

// properties returns the sheet and the footer of the current section. The title page of a document
// has no footer.
func (p *printer) properties() markup {
	orientation, first := markup(""), markup("")
	if p.current.width > p.current.height {
		orientation = ` w:orient="landscape"`
	}
	if p.sections == 0 && structure.Lead(p.doc) == nil && structure.Contents(p.doc) != nil {
		first = "<w:titlePg/>"
	}
	return `<w:sectPr><w:footerReference w:type="default" r:id="` + markup(p.footerName(p.current)) + `"/><w:type w:val="nextPage"/>` +
		`<w:pgSz w:w="` + twips(p.current.width) + `" w:h="` + twips(p.current.height) + `"` + orientation + "/>" +
		`<w:pgMar w:top="` + twips(marginTop) + `" w:right="` + twips(marginSide) + `" w:bottom="` + twips(marginFoot) + `" w:left="` + twips(marginSide) +
		`" w:header="` + twips(marginTop/2) + `" w:footer="` + twips(marginFoot/2) + `" w:gutter="0"/>` + first + `</w:sectPr>`
}

// footerName returns the name of the footer for a sheet. Each width of sheet has its own footer.
func (p *printer) footerName(s sheet) string {
	i := slices.IndexFunc(p.footers, func(f sheet) bool { return f.width == s.width })
	if i < 0 {
		i = len(p.footers)
		p.footers = append(p.footers, s)
	}
	return "footer" + string(number(i+1))
}

// footer returns the footer of a page: the title and, at the right end of the line, the page
// number.
func (p *printer) footer(s sheet) []byte {
	tabs := `<w:tabs><w:tab w:val="right" w:pos="` + twips(s.text()) + `"/></w:tabs>`
	runs := run(structure.RunningTitle(oneLine(p.doc.Title)), "", "") + "<w:r><w:tab/></w:r>" + field(" PAGE ", "", run("1", "", "")) + run(" / ", "", "") +
		field(" NUMPAGES ", "", run("1", "", ""))
	return []byte(header + "<w:ftr" + namespaces + ">" + paragraph{styled("Footer") + tabs, runs}.print("") + "</w:ftr>")
}

// sheetOf returns the sheet for a section: the sheet of its first block with special pages. Any
// other section with a table gets upright pages; the rest continue on the current sheet.
func (p *printer) sheetOf(s *document.Section) sheet {
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case *document.Figure:
			if p.hasPage(b) {
				p.owner = p.pages[b][0]
				return p.figureSheet(p.owner)
			}
		case *document.Table:
			if !b.Plain && len(p.parts(b)) > 0 && p.parts(b)[0].Landscape {
				return p.upright().turned()
			}
		}
	}
	if structure.HasTable(s.Blocks) {
		return p.upright()
	}
	return p.sheet
}
