package export

import (
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
	// Map is the account map, such as a laid-out drawing of package render. Nil leaves its section out.
	Map document.Picture
}

// Handoff makes the page with which an account passes from the hunter who won it to the farmer who keeps it. Its sections, in this order:
// the figures that matter, the account map, what was sold, the client's goals, what has been communicated, the people, the coverage,
// referrals and testimonials, what has been shown to whom, our team, competitors and the handoff checklist. A section about which nothing is
// recorded says so; only the map and the competitors are left out.
//
// The page is for our own people: it shows what is marked internal, and says so beside it. The error is of a nil map only; m and opts are not
// changed. The same account gives an equal document; its sections have IDs that stay the same from one version of an account to the next.
func Handoff(m *accountmap.Map, opts *HandoffOptions) (*document.Document, error) {
	if opts == nil {
		opts = &HandoffOptions{}
	}
	a, err := newAccount(m, opts.AsOf, opts.Terms)
	if err != nil {
		return nil, err
	}
	p := &page{account: a, matrix: a.matrix()}
	d := p.head()
	for _, s := range []*document.Section{
		p.summary(), p.mapSection(opts.Map), p.soldSection(), p.goalsSection(), p.communicationsSection(), p.peopleSection(),
		p.coverageSection(), p.endorsementsSection(), p.exposuresSection(), p.teamSection(), p.competitorsSection(), p.checklistSection(),
	} {
		if s != nil {
			d.Blocks = append(d.Blocks, s)
		}
	}
	return d, nil
}

// A page is what the sections of one handoff page share.
type page struct {
	*account
	matrix *matrix
}

// section is a section with the blocks given, or with what is missing when there are none.
func (p *page) section(id string, title terms.Key, none terms.Key, blocks ...document.Block) *document.Section {
	if len(blocks) == 0 {
		blocks = []document.Block{&document.Paragraph{Text: document.Text{document.Muted(p.words.Text(none))}}}
	}
	return &document.Section{ID: id, Title: p.words.Text(title), Blocks: blocks}
}
