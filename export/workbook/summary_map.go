package workbook

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// addMap adds the map below what ends so many points from the top, on a printed page of its own and
// as large as that takes. Of a map of several pages it is the overview: the pages are 130 MB for
// 10,000 people, and the map and the handoff have them as vectors.
func (b *book) addMap(s *sheet.Sheet, below float64) {
	if p := b.picture; p != nil && p.width > 0 && p.height > 0 {
		b.addPicture(s, p, below)
	}
	s.Print.Area = summaryArea(s)
}

func (b *book) addPicture(s *sheet.Sheet, p *image, below float64) {
	width, page := summaryPage(s)
	row := rowAt(s, below+fillerHeight)
	s.Print.Breaks = append(s.Print.Breaks, row)
	for len(s.Rows) <= row+1 {
		s.Rows = append(s.Rows, sheet.Row{Height: fillerHeight})
	}
	s.Rows[row] = sheet.Row{Height: mapHead, Cells: []sheet.Cell{{Value: sheet.Text(cmp.Or(p.title, b.Words.Text(terms.SheetsMap))), Style: b.Question}}}
	if p.overview {
		row++
		s.Rows[row] = sheet.Row{Height: fillerHeight, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.SheetsMapPages)), Style: b.FigureNote}}}
	}
	alt := b.Words.Text(terms.SheetsMapAlt, b.ClientName(), b.StandingWords())
	if b.Client || p.title != "" {
		alt = p.description
	}
	if b.Client {
		alt = cmp.Or(alt, b.Words.Text(terms.ClientMapDescription, b.ClientName()))
	}
	scale := min(1, width/p.width, (page-2*mapHead)/p.height)
	s.Pictures = append(s.Pictures, sheet.Picture{Row: row + 1, Width: max(1, p.width*scale), Height: max(1, p.height*scale), PNG: p.png, Alt: alt})
}
