package workbook

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// addMap adds the map below what ends so many points from the top: each picture on a page of its
// own, as large as that takes. Of a map of several pages the first, an overview, is printed; the
// others are for the screen, and for a pack.
func (b *book) addMap(s *sheet.Sheet, below float64) {
	for i, p := range b.pictures {
		if i == 1 {
			s.Print.Area = summaryArea(s)
		}
		if p.width > 0 && p.height > 0 {
			below = b.addPicture(s, p, below)
		}
	}
	if len(b.pictures) < 2 {
		s.Print.Area = summaryArea(s)
	} else {
		s.Print.Breaks = slices.DeleteFunc(s.Print.Breaks, func(row int) bool { return row >= s.Print.Area.Rows })
	}
}

// addPicture returns where the picture ends.
func (b *book) addPicture(s *sheet.Sheet, p image, below float64) float64 {
	const head = mapHead
	width, page := summaryPage(s)
	row := rowAt(s, below+fillerHeight)
	s.Print.Breaks = append(s.Print.Breaks, row)
	for len(s.Rows) <= row {
		s.Rows = append(s.Rows, sheet.Row{Height: fillerHeight})
	}
	s.Rows[row] = sheet.Row{Height: head, Cells: []sheet.Cell{{Value: sheet.Text(cmp.Or(p.title, b.Words.Text(terms.SheetsMap))), Style: b.Question}}}
	scale := min(1, width/p.width, (page-2*head)/p.height)
	alt := b.Words.Text(terms.SheetsMapAlt, b.ClientName(), b.StandingWords())
	switch {
	case b.Client:
		alt = cmp.Or(p.description, b.Words.Text(terms.ClientMapDescription, b.ClientName()))
	case p.title != "":
		alt = p.description
	}
	s.Pictures = append(s.Pictures, sheet.Picture{
		Row: row + 1, Width: max(1, p.width*scale), Height: max(1, p.height*scale), PNG: p.png,
		Alt: alt,
	})
	return heightOf(s.Rows[:row+1]) + p.height*scale
}
