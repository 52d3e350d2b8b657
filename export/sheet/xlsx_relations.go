package sheet

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// relations are the relationships of one part of the package.
type relations struct{ strings.Builder }

// add adds one. The target is a path from the part, or an address.
func (r *relations) add(id, kind, target, more string) {
	fmt.Fprintf(r, `<Relationship Id="%s" Type="%s/%s" Target="%s"`, id, officeRelations, kind, escapeXML(target))
	if more != "" {
		r.WriteString(" " + more)
	}
	r.WriteString("/>")
}

// addRelations puts the relationships of a part into the package, if it has any.
func (b *builder) addRelations(part string, r *relations) {
	if r.Len() == 0 {
		return
	}
	b.file.Pkg.Store(path.Dir(part)+"/_rels/"+path.Base(part)+".rels", []byte(xml.Header+
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+r.String()+"</Relationships>"))
}
