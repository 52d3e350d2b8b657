package handoff

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// mapSection shows the picture on a page of its own, and is nil without one. Who stands for and against us is told under the account map alone.
func (p *page) mapSection() *document.Section {
	if p.picture == nil {
		return nil
	}
	title, description, caption := p.Words.Text(terms.HandoffSectionMap), p.Words.Text(terms.MapDescription, p.ClientName()), p.StandingWords()
	if p.Client {
		description, caption = p.Words.Text(terms.ClientMapDescription, p.ClientName()), ""
	}
	own, words := p.PictureTitle(p.picture)
	if own != "" {
		title, caption = own, ""
	}
	description = cmp.Or(words, description)
	return &document.Section{ID: string(SectionMap), Title: title, Blocks: []document.Block{
		&document.Figure{Alt: description, Caption: caption, OwnPage: true, Picture: p.picture}}}
}
