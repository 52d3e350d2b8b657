package opc

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// OfficeRelations is the namespace of relationships, and the beginning of their types.
const OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// Relations are the relationships of one part.
type Relations struct{ list strings.Builder }

// Add adds a relationship to another part of the package. The target is a path from the part's
// folder.
func (r *Relations) Add(id, kind, target string) { r.add(id, OfficeRelations+"/"+kind, target) }

func (r *Relations) add(id, kind, target string) {
	fmt.Fprintf(&r.list, `<Relationship Id="%s" Type="%s" Target="%s"/>`, id, kind, Escape(target))
}

// AddExternal adds a relationship to an address outside the package.
func (r *Relations) AddExternal(id, kind, target string) {
	fmt.Fprintf(&r.list, `<Relationship Id="%s" Type="%s/%s" Target="%s" TargetMode="External"/>`, id, OfficeRelations, kind, Escape(target))
}

// Escape returns a text escaped for an element or an attribute of XML.
func Escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder returns no error
	return b.String()
}
