package document

// A contentsEntry is a top-level section in the list of contents.
type contentsEntry struct {
	*Section
	anchor markup
}

// contentsOf returns the entries of the list of contents, nil when d has none.
func contentsOf(d *Document) []contentsEntry {
	if d.Contents == "" {
		return nil
	}
	var entries []contentsEntry
	for i, b := range d.Blocks {
		if s, ok := b.(*Section); ok {
			entries = append(entries, contentsEntry{s, sectionAnchor(s, "s", i)})
		}
	}
	if len(entries) < 2 {
		return nil
	}
	return entries
}

// sectionAnchor returns the id of the section at index i under the section
// whose own place is path. Made ids hold a full stop, which no ID of a Section
// can, so that they never meet.
func sectionAnchor(s *Section, path markup, i int) markup {
	if s.ID != "" {
		return escape(s.ID)
	}
	return sectionPath(path, i)
}

func sectionPath(path markup, i int) markup { return path + "." + number(i+1) }
