package sheet

import (
	"bufio"
	"cmp"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/opc"
	"github.com/accountatlas/accountatlas/internal/weblink"
)

const maxURL = 2000

// safeURL returns an address as the file holds it. ok is false for an unsafe address, and for one
// that spreadsheets refuse.
func safeURL(raw string) (address string, ok bool) {
	address, ok = weblink.Encode(strings.TrimSpace(raw))
	return address, ok && address[0] != '#' && len(address) <= maxURL
}

func (l Link) address() (address string, ok bool) {
	if l.URL == "" && l.Path != "" {
		return fileAddress(l.Path)
	}
	return safeURL(l.URL)
}

// fileAddress returns the relative address of a file below the folder of the workbook. Every byte
// except letters, digits and "-._~" is percent-encoded, so that no name contains a scheme, a query
// or a parent folder.
func fileAddress(path string) (address string, ok bool) {
	if path == "." || !fs.ValidPath(path) || strings.ContainsFunc(path, func(r rune) bool { return r < ' ' || r == '\\' || r == ':' }) {
		return "", false
	}
	address = weblink.Escape(path, func(c byte) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~/", c) >= 0
	})
	return address, len(address) <= maxURL
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// A link is the link of a cell: to an address, or to a cell of the workbook.
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
	if target, ok := l.address(); ok && cleantext.DropLines(l.shown()) != "" {
		r.links = append(r.links, link{cell: Ref(row, column), target: target})
	}
	return nil
}

func (r *cellReader) jump(row, column int, j Jump) error {
	if j.Row < 0 || j.Row >= maxRows || j.Column < 0 || j.Column >= maxColumns {
		return fmt.Errorf("a jump to row %d, column %d, which no sheet has", j.Row, j.Column)
	}
	if cleantext.DropLines(j.Text) != "" {
		for i, s := range r.workbook.Sheets {
			if s == j.Sheet {
				r.links = append(r.links, link{Ref(row, column), quoteName(r.names[i]) + "!" + Ref(j.Row, j.Column), true})
				break
			}
		}
	}
	return checkText(j.Text)
}

func quoteName(name string) string { return "'" + name + "'" }

// writeLinks writes the links. Each address is a relationship of the sheet.
func (p *worksheet) writeLinks(out *bufio.Writer) {
	if len(p.links) == 0 {
		return
	}
	out.WriteString("<hyperlinks>")
	for i, l := range p.links {
		if l.inside {
			fmt.Fprintf(out, `<hyperlink ref="%s" location="%s"/>`, l.cell, opc.Escape(l.target))
		} else {
			fmt.Fprintf(out, `<hyperlink ref="%s" r:id="%s"/>`, l.cell, linkID(i))
		}
	}
	out.WriteString("</hyperlinks>")
}

func (p *worksheet) relateLinks(related *opc.Relations) {
	for i, l := range p.links {
		if !l.inside {
			related.AddExternal(linkID(i), "hyperlink", l.target)
		}
	}
}

func linkID(i int) string { return "link" + strconv.Itoa(i+1) }
