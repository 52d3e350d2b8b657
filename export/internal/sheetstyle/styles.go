// Package sheetstyle has the cell styles that the workbooks share. It also measures texts: their
// limits, and the widths and heights of their cells.
package sheetstyle

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// Styles are the styles of the workbook's cells, created once so that equal cells share one.
type Styles struct {
	Title, Question, Note, Quiet, Link          *sheet.Style
	Band, BandFirst, BandLeft, BandWrapped      *sheet.Style
	Head, HeadUnit, HeadNumber                  *sheet.Style
	HeadMonth, HeadCentred                      *sheet.Style
	HeadFiltered                                *sheet.Style
	GroupText, GroupNumber, GroupName           *sheet.Style
	Group, GroupAmount                          *sheet.Style
	Amount, TotalAmount, Plain, Day, DueDay     *sheet.Style
	Figure, FigureName, FigureNote, RowName     *sheet.Style
	Wrapped, Number, Centred, Bold, Jump, Alarm *sheet.Style
	Statuses                                    map[accountmap.CoverageStatus]*sheet.Style
	Stances                                     map[accountmap.Stance]*sheet.Style
}

// ownBrand is the fill of bands without a custom accent.
const ownBrand = "#1F3A68"

// New returns the styles in an accent, #RRGGBB. Empty means the default blue.
func New(accent string) *Styles {
	brand, link := cmp.Or(accent, ownBrand), cmp.Or(accent, accountview.InkLink)
	s := &Styles{
		Title:    &sheet.Style{Size: 18, Bold: true, Ink: accountview.InkTitle},
		Question: &sheet.Style{Size: 13, Bold: true, Ink: accountview.InkTitle, VAlign: sheet.AtBottom},
		Note:     &sheet.Style{Ink: accountview.InkNote},
		Quiet:    &sheet.Style{Ink: accountview.InkNote, Italic: true},
		Link:     &sheet.Style{Ink: link, Underline: true, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop, Wrap: true},

		Band:        &sheet.Style{Fill: brand, Ink: "#FFFFFF", Bold: true, Align: sheet.AlignAcross},
		BandFirst:   &sheet.Style{Fill: brand, Ink: "#FFFFFF", Bold: true, Border: "#FFFFFF", Sides: sheet.Left, Align: sheet.AlignAcross},
		BandLeft:    &sheet.Style{Fill: brand, Ink: "#FFFFFF", Bold: true, Border: "#FFFFFF", Sides: sheet.Left, Indent: 1, Align: sheet.AlignLeft},
		BandWrapped: &sheet.Style{Fill: brand, Ink: "#FFFFFF", Bold: true, Border: "#FFFFFF", Sides: sheet.Left, Indent: 1, Wrap: true, Align: sheet.AlignLeft},
		Head:        &sheet.Style{Fill: accountview.FillHead, Ink: accountview.InkText, Bold: true, Border: accountview.LineColour, Wrap: true, Indent: 1},
		// The filter button covers the right of its cell, so the heading has an indent.
		HeadFiltered: &sheet.Style{Fill: accountview.FillHead, Ink: accountview.InkText, Bold: true, Border: accountview.LineColour, Wrap: true, Indent: 2, Align: sheet.AlignRight},

		HeadUnit:   &sheet.Style{Fill: accountview.FillHead, Ink: accountview.InkText, Bold: true, Border: accountview.LineColour, Wrap: true, Indent: 1, VAlign: sheet.AtTop},
		HeadNumber: &sheet.Style{Fill: accountview.FillHead, Ink: accountview.InkText, Bold: true, Border: accountview.LineColour, Wrap: true, Indent: 1, Align: sheet.AlignRight},
		Group:      &sheet.Style{Fill: accountview.FillGroup, Ink: "#374151", Bold: true, Border: accountview.LineColour, Sides: sheet.Top | sheet.Bottom, Indent: 1},

		GroupName:   &sheet.Style{Fill: accountview.FillGroup, Ink: "#374151", Bold: true, Border: accountview.LineColour, Sides: sheet.Top | sheet.Bottom, Indent: 1, Wrap: true},
		GroupText:   &sheet.Style{Fill: accountview.FillGroup, Ink: accountview.InkText, Bold: true, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop, Wrap: true},
		GroupNumber: &sheet.Style{Fill: accountview.FillGroup, Ink: accountview.InkText, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop, Align: sheet.AlignRight},
		GroupAmount: &sheet.Style{Fill: accountview.FillGroup, Ink: accountview.InkQuiet, Border: accountview.LineColour, Sides: sheet.Top | sheet.Bottom, Indent: 1, Align: sheet.AlignRight},
		HeadCentred: &sheet.Style{Fill: accountview.FillHead, Ink: accountview.InkText, Bold: true, Border: accountview.LineColour, Wrap: true, Align: sheet.AlignCenter},
		HeadMonth:   &sheet.Style{Fill: accountview.FillHead, Ink: accountview.InkQuiet, Size: 8, Border: accountview.LineColour, Wrap: true, Align: sheet.AlignCenter},

		Amount:      &sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, Indent: 1, Align: sheet.AlignRight},
		TotalAmount: &sheet.Style{Fill: accountview.FillHead, Ink: accountview.InkText, Bold: true, Border: accountview.LineColour, Indent: 1, Align: sheet.AlignRight},
		Plain:       &sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, Indent: 1},
		Day:         &sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, Align: sheet.AlignCenter},
		DueDay:      &sheet.Style{Fill: "#FFF1CC", Ink: "#6B4E00", Border: accountview.LineColour, Align: sheet.AlignCenter},
		Figure:      &sheet.Style{Ink: accountview.InkTitle, Size: 12, Bold: true, Border: accountview.LineColour, Sides: sheet.Bottom, Indent: 1, Align: sheet.AlignRight},
		FigureName:  &sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, Sides: sheet.Bottom},
		FigureNote:  &sheet.Style{Ink: accountview.InkNote, Border: accountview.LineColour, Sides: sheet.Bottom, Indent: 1},

		RowName: &sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, Indent: 2, Wrap: true, Align: sheet.AlignLeft},

		Wrapped: &sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop, Wrap: true},
		Number:  &sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop, Align: sheet.AlignRight},
		Centred: &sheet.Style{Ink: accountview.InkText, Border: accountview.LineColour, VAlign: sheet.AtTop, Align: sheet.AlignCenter},
		Bold:    &sheet.Style{Ink: accountview.InkText, Bold: true, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop, Wrap: true},
		Jump:    &sheet.Style{Ink: link, Underline: true},
		Alarm:   &sheet.Style{Ink: accountview.InkAlarm, Italic: true, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop},

		Statuses: map[accountmap.CoverageStatus]*sheet.Style{},
		Stances:  map[accountmap.Stance]*sheet.Style{},
	}
	for _, status := range append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed) {
		t := accountview.StatusTint(status)
		s.Statuses[status] = &sheet.Style{Fill: t.Fill, Ink: t.Ink, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop}
	}
	for _, stance := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		t := accountview.StanceTint(stance)
		s.Stances[stance] = &sheet.Style{Fill: t.Fill, Ink: t.Ink, Border: accountview.LineColour, Indent: 1, VAlign: sheet.AtTop}
	}
	return s
}
