package export

import (
	"errors"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// HandoffOptions are the choices of [Handoff]. Nil and the zero value mean the defaults.
type HandoffOptions struct {
	// AsOf is the day that the page is true for: the last year and the next renewal are counted from it. Zero means the account's own.
	AsOf accountmap.Date
	// Terms are the words. Nil means English.
	Terms *terms.Terms
	// Map is the account map, such as a laid-out drawing of package render. Nil leaves its section out. A picture that has the methods Title and
	// Description, both of a string, is called and described by them; any other is taken for the map of who reports to whom.
	Map document.Picture
	// Since is the same account as it was when the reader last looked: the page opens with what has changed. Nil leaves that section out.
	Since *accountmap.Map
	// Sections are those of the page, in their order. Nil means [Sections].
	Sections []Section
}

// Handoff makes the page with which an account passes from the hunter who won it to the farmer who keeps it: the sections of [Sections],
// or those that the caller picks. A section about which nothing is recorded says what is missing.
//
// Whom the page is for is what [accountmap.Map.Audience] says: a map for the client gives a page without the sections that are for our own
// people, and without the columns and figures in which there would be nothing.
//
// The error says that the map is nil, or names the sections that there are not, all of them. Neither m nor opts is changed. The same account
// gives an equal document; its sections have IDs that stay the same from one version of an account to the next.
func Handoff(m *accountmap.Map, opts *HandoffOptions) (*document.Document, error) {
	if opts == nil {
		opts = &HandoffOptions{}
	}
	a, err := newAccount(m, opts.AsOf, opts.Terms)
	if err != nil {
		return nil, err
	}
	p := &page{account: a, matrix: a.matrix(), picture: opts.Map}
	if opts.Since != nil {
		// What is held back from a reader now must not come back through what was.
		p.since = opts.Since.Select(accountmap.Scope{Audience: m.Audience()})
	}
	list := opts.Sections
	if list == nil {
		list = ours()
	}
	d := p.head()
	var faults []error
	for _, s := range list {
		section, err := p.make(s)
		if err != nil {
			faults = append(faults, err)
		} else if section != nil {
			d.Blocks = append(d.Blocks, section)
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return d, nil
}

// A page is what the sections of one handoff page share.
type page struct {
	*account
	matrix  *matrix
	picture document.Picture
	since   *accountmap.Map // nil when nobody says
}

// section is a section with the blocks given, or with what is missing when there are none.
func (p *page) section(id SectionID, title terms.Key, none terms.Key, blocks ...document.Block) *document.Section {
	if len(blocks) == 0 {
		blocks = []document.Block{&document.Paragraph{Text: document.Text{document.Muted(p.words.Text(none))}}}
	}
	return &document.Section{ID: string(id), Title: p.words.Text(title), Blocks: blocks}
}

// titled is blocks under a heading of their own within a section.
func titled(id, title string, blocks ...document.Block) *document.Section {
	return &document.Section{ID: id, Title: title, Blocks: blocks}
}
