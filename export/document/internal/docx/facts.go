package docx

import (
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
)

// facts prints tiles in rows of at most four, each as a cell of a table. Plain facts have no
// background, and the figure above the label.
func (p *printer) facts(f *document.Facts) {
	if len(f.Items) == 0 {
		return
	}
	most := 4
	if f.Plain {
		most = 6
	}
	rows := (len(f.Items) + most - 1) / most
	columns := (len(f.Items) + rows - 1) / rows
	width := p.sheet.text() / float64(columns)
	p.begin()
	p.release("")
	look := markup("AtlasTiles")
	if f.Plain {
		look = "AtlasPlain"
	}
	p.put(`<w:tbl><w:tblPr><w:tblStyle w:val="`, look, `"/><w:tblW w:w="`, twips(p.sheet.text()), `" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
		`<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>`)
	for range columns {
		p.put(`<w:gridCol w:w="`, twips(width), `"/>`)
	}
	p.put("</w:tblGrid>")
	for from := 0; from < len(f.Items); from += columns {
		p.put("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		for i := from; i < from+columns; i++ {
			p.put(`<w:tc><w:tcPr><w:tcW w:w="`, twips(width), `" w:type="dxa"/>`)
			if i < len(f.Items) {
				p.tile(f.Items[i], f.Plain)
			} else {
				p.put("</w:tcPr>", paragraph{styled("FactLabel"), ""}.print(""))
			}
			p.put("</w:tc>")
		}
		p.put("</w:tr>")
	}
	p.put("</w:tbl>")
	if f.Plain {
		p.paragraph("TableEnd", `<w:spacing w:before="0" w:after="0" w:line="40" w:lineRule="exact"/>`, "")
	} else {
		p.paragraph("TableEnd", "", "")
	}
}

func (p *printer) tile(f document.Fact, plain bool) {
	const long = 56 // letters of a line of a page, in large type
	ink, size := p.ink(f.Tone), markup("")
	if plain && utf8.RuneCountInString(f.Value) > long {
		size = `<w:sz w:val="26"/><w:szCs w:val="26"/>`
	}
	tone, toned := p.tones[f.Tone]
	label, value := paragraph{styled("FactLabel"), run(f.Label, "", ink)}.print(""), paragraph{styled("FactValue"), run(f.Value, "", ink+size)}.print("")
	note := markup("")
	if f.Note != "" {
		note = paragraph{styled("FactNote"), run(f.Note, "", ink)}.print("")
	}
	switch {
	case plain:
		label = paragraph{styled("FactLabel"), run(f.Label, "", "")}.print("")
		p.put("</w:tcPr>", value, label, note)
	case toned:
		p.put(shade(tone.Fill), "</w:tcPr>", label, value, note)
	default:
		p.put(shade(fillPale), "</w:tcPr>", label, value, note)
	}
}
