package sheet

import (
	"bufio"
	"cmp"
	"fmt"
	"strconv"
)

// A link is a cell that leads somewhere: to an address, or inside the workbook to a cell.
type link struct {
	cell, target string
	inside       bool
}

func (l Link) shown() string {
	return cmp.Or(l.Text, l.URL, l.Path)
}

func (r *cellReader) link(row, column int, l Link) error {
	if err := checkText(l.shown()); err != nil {
		return err
	}
	if target, ok := l.address(); ok && cleanText(l.shown()) != "" {
		r.links = append(r.links, link{cell: Ref(row, column), target: target})
	}
	return nil
}

func (r *cellReader) jump(row, column int, j Jump) error {
	if j.Row < 0 || j.Row >= maxRows || j.Column < 0 || j.Column >= maxColumns {
		return fmt.Errorf("a jump to row %d, column %d, which no sheet has", j.Row, j.Column)
	}
	if cleanText(j.Text) != "" {
		for i, s := range r.sheets {
			if s == j.Sheet {
				r.links = append(r.links, link{Ref(row, column), quoteName(r.names[i]) + "!" + Ref(j.Row, j.Column), true})
				break
			}
		}
	}
	return checkText(j.Text)
}

// quoteName makes a sheet's name safe in a reference; names have no apostrophes.
func quoteName(name string) string { return "'" + name + "'" }

// writeLinks writes the links; each address is a relationship of the sheet.
func (p *sheetPart) writeLinks(out *bufio.Writer) {
	if len(p.links) == 0 {
		return
	}
	out.WriteString("<hyperlinks>")
	for i, l := range p.links {
		if l.inside {
			fmt.Fprintf(out, `<hyperlink ref="%s" location="%s"/>`, l.cell, escapeXML(l.target))
		} else {
			fmt.Fprintf(out, `<hyperlink ref="%s" r:id="%s"/>`, l.cell, linkID(i))
		}
	}
	out.WriteString("</hyperlinks>")
}

func (p *sheetPart) relateLinks() {
	for i, l := range p.links {
		if !l.inside {
			p.relations.add(linkID(i), "hyperlink", l.target, `TargetMode="External"`)
		}
	}
}

func linkID(i int) string { return "link" + strconv.Itoa(i+1) }
