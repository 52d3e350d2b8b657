package export

import (
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// mapSection shows the account map on a page of its own, and is nil without one.
func (p *page) mapSection(picture document.Picture) *document.Section {
	if picture == nil {
		return nil
	}
	return p.section("map", terms.HandoffSectionMap, "", &document.Figure{
		Alt:     p.words.Text(terms.MapDescription, p.clientName()),
		Caption: p.standing(),
		OwnPage: true,
		Picture: picture,
	})
}
