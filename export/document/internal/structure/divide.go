package structure

import (
	"cmp"
	"context"
	"fmt"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/paper"
)

// maxPages is the limit of pages of a picture in a document, in addition to its overview, if a
// separate file has all of them. A handoff of 790 people in 40 units would have 74 pages of map
// after 32 pages of text.
const maxPages = 30

// Divide returns the figures to print for a figure with OwnPage on paper of the given size: the
// figure alone if its picture is legible on one page, and otherwise its overview and its pages. Only
// the overview keeps the title and the caption.
func Divide(ctx context.Context, f *document.Figure, size paper.Size) ([]*document.Figure, error) {
	if !f.OwnPage {
		return []*document.Figure{f}, nil
	}
	pictures, err := paper.Divide(ctx, f.Picture, paper.Frame(size))
	if err != nil {
		return nil, fmt.Errorf("document: figure %q: dividing the picture: %w", f.Title, err)
	}
	if pictures == nil {
		return []*document.Figure{f}, nil
	}
	overview := *f
	overview.Picture = pictures[0]
	if f.Elsewhere != "" && len(pictures) > maxPages+1 {
		overview.Caption = f.Elsewhere
		if f.Caption != "" {
			overview.Caption = f.Caption + ". " + f.Elsewhere
		}
		return []*document.Figure{&overview}, nil
	}
	figures := []*document.Figure{&overview}
	for _, picture := range pictures[1:] {
		page := *f
		page.Picture, page.Title, page.Caption, page.Alt = picture, "", "", cmp.Or(picture.Description(), picture.Title(), f.Alt)
		figures = append(figures, &page)
	}
	return figures, nil
}
