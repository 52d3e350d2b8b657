// Package structure has the properties of a document that every printer needs: its validity, the
// positions of table cells, and the anchors of sections.
package structure

import (
	"cmp"
	"strconv"

	"github.com/accountatlas/accountatlas/export/document"
)

// Language returns the language tag of a document, by default "en".
func Language(d *document.Document) string { return cmp.Or(d.Language, "en") }

// An Entry is a top-level section in the list of contents.
type Entry struct {
	*document.Section
	Anchor string
}

// Contents returns the list of contents, or nil for a document without one. It omits the leading
// section, which is printed above it.
func Contents(d *document.Document) []Entry {
	if d.Contents == "" {
		return nil
	}
	var entries []Entry
	for i, b := range d.Blocks {
		if s, ok := b.(*document.Section); ok && !s.Lead {
			entries = append(entries, Entry{s, Anchor(s, "s", i)})
		}
	}
	if len(entries) < 2 {
		return nil
	}
	return entries
}

// Lead returns the section that leads a document, or nil.
func Lead(d *document.Document) *document.Section {
	if len(d.Blocks) == 0 {
		return nil
	}
	if s, ok := d.Blocks[0].(*document.Section); ok && s.Lead {
		return s
	}
	return nil
}

// Anchor returns the id of the section at index i in a section with a path. The anchor of a section
// without an ID contains a full stop, which no ID contains, so the two never collide.
func Anchor(s *document.Section, path string, i int) string {
	if s.ID != "" {
		return s.ID
	}
	return Path(path, i)
}

// Path returns the path of the section at index i in a section with a path.
func Path(path string, i int) string { return path + "." + strconv.Itoa(i+1) }
