// Package structure has what every printer asks of a document: whether it is valid,
// where the cells of its tables are, and what its sections are called.
package structure

import (
	"strconv"

	"github.com/accountatlas/accountatlas/export/document"
)

// Language returns the language tag of a document.
func Language(d *document.Document) string {
	if d.Language == "" {
		return "en"
	}
	return d.Language
}

// An Entry is a top-level section in the list of contents.
type Entry struct {
	*document.Section
	Anchor string
}

// Contents returns the list of contents, nil for a document without one. The section
// that leads is not in it: it is printed above.
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

// Lead returns the section that leads a document, nil for none.
func Lead(d *document.Document) *document.Section {
	if len(d.Blocks) == 0 {
		return nil
	}
	if s, ok := d.Blocks[0].(*document.Section); ok && s.Lead {
		return s
	}
	return nil
}

// Anchor returns the id of the section at index i in a section with a path. An
// anchor without an ID has a full stop, which no ID has, so that they never meet.
func Anchor(s *document.Section, path string, i int) string {
	if s.ID != "" {
		return s.ID
	}
	return Path(path, i)
}

// Path returns the path of the section at index i in a section with a path.
func Path(path string, i int) string { return path + "." + strconv.Itoa(i+1) }
