package sheet

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// A link is a cell that leads somewhere: to an address, or inside the workbook to a cell.
type link struct {
	cell, target string
	inside       bool
}

func (w *cellWriter) link(row, column int, l Link) (any, error) {
	shown := l.Text
	if shown == "" {
		shown = l.URL
	}
	v, err := text(shown)
	if target, ok := safeURL(l.URL); ok && v != nil && err == nil {
		w.links = append(w.links, link{cell: Ref(row, column), target: target})
	}
	return v, err
}

func (w *cellWriter) jump(row, column int, j Jump) (any, error) {
	v, err := text(j.Text)
	if j.Row < 0 || j.Row >= maxRows || j.Column < 0 || j.Column >= maxColumns {
		return nil, fmt.Errorf("a jump to row %d, column %d, which no sheet has", j.Row, j.Column)
	}
	for i, s := range w.sheets {
		if s == j.Sheet && v != nil && err == nil {
			w.links = append(w.links, link{Ref(row, column), quoteName(w.names[i]) + "!" + Ref(j.Row, j.Column), true})
			break
		}
	}
	return v, err
}

// quoteName makes a sheet's name safe in a reference; names have no apostrophes.
func quoteName(name string) string { return "'" + name + "'" }

// addLinks writes the links itself: the library searches all earlier ones for each, so that 20,000 take it 9 seconds.
// Each address is a relationship of the sheet; the first number is left to the table.
func (b *builder) addLinks(index int, s *Sheet, links []link) error {
	if len(links) == 0 {
		return nil
	}
	if len(links) > maxLinks {
		return fmt.Errorf("%d links, but a sheet takes %d; split it, or write some as plain text", len(links), maxLinks)
	}
	var cells, relations strings.Builder
	cells.WriteString("<hyperlinks>")
	for i, l := range links {
		target := escapeXML(l.target)
		if l.inside {
			fmt.Fprintf(&cells, `<hyperlink ref="%s" location="%s"/>`, l.cell, target)
			continue
		}
		fmt.Fprintf(&cells, `<hyperlink ref="%s" r:id="rId%d"/>`, l.cell, i+2)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`,
			i+2, officeRelations, target)
	}
	cells.WriteString("</hyperlinks>")
	b.insert(partName(index), "<pageMargins", cells.String())
	b.addRelations(index, s, relations.String())
	return nil
}

const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// addRelations adds to a sheet's relationships, which the library writes for a sheet with a table only.
func (b *builder) addRelations(index int, s *Sheet, relations string) {
	const end = "</Relationships>"
	name := strings.Replace(partName(index), "worksheets/", "worksheets/_rels/", 1) + ".rels"
	switch {
	case relations == "":
	case s.Table != (Table{}):
		b.insert(name, end, relations)
	default:
		b.file.Pkg.Store(name, []byte(xml.Header+
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+relations+end))
	}
}
