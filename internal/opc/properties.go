package opc

import (
	"encoding/xml"
	"fmt"
)

// Properties are the metadata of a file in docProps/core.xml and docProps/app.xml. They have no
// date, so that equal files give equal bytes. Each property may be empty.
type Properties struct {
	Title, Subject string
	// Language is a BCP 47 tag.
	Language string
}

// application is the name of the program in the metadata.
const application = "Account Atlas"

// AddProperties adds the properties, and their relationships to root.
func (p *Package) AddProperties(root *Relations, of Properties) {
	core := xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/">`
	for _, field := range []struct{ name, text string }{
		{"title", of.Title}, {"subject", of.Subject}, {"creator", application}, {"language", of.Language},
	} {
		if field.text != "" {
			core += fmt.Sprintf("<dc:%s>%s</dc:%[1]s>", field.name, Escape(field.text))
		}
	}
	p.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", []byte(core+"</cp:coreProperties>"))
	p.Add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", []byte(xml.Header+
		`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>`+application+"</Application></Properties>"))
	root.add("core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
	root.Add("app", "extended-properties", "docProps/app.xml")
}
