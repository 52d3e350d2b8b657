package export

import (
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// mapSection shows the account map on a page of its own, and is nil without one.
func (p *page) mapSection() *document.Section {
	if p.picture == nil {
		return nil
	}
	description, caption := terms.MapDescription, p.standing()
	if p.client {
		description, caption = terms.ClientMapDescription, ""
	}
	return p.section(SectionMap, terms.HandoffSectionMap, "", &document.Figure{
		Alt:     p.words.Text(description, p.clientName()),
		Caption: caption,
		OwnPage: true,
		Picture: p.picture,
	})
}
