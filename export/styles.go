package export

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// styles are the looks of the workbook's cells, made once so that equal cells share one.
type styles struct {
	title, subtitle, question, note, quiet, link *sheet.Style
	band, bandFirst, bandLeft, bandWrapped       *sheet.Style
	head, headUnit, headNumber                   *sheet.Style
	headMonth, headCentred                       *sheet.Style
	headFiltered                                 *sheet.Style
	groupText, groupNumber, groupName            *sheet.Style
	group, groupShare, groupAmount               *sheet.Style
	amount, totalAmount, plain, day, dueDay      *sheet.Style
	figure, figureName, figureNote, month        *sheet.Style
	product, share, status                       *sheet.Style
	totalName, totalShare                        *sheet.Style
	wrapped, number, centred, bold, jump, alarm  *sheet.Style
	statuses                                     map[accountmap.Status]*sheet.Style
	stances                                      map[accountmap.Stance]*sheet.Style
}

func newStyles() *styles {
	s := &styles{
		title:    &sheet.Style{Size: 18, Bold: true, Ink: inkTitle},
		subtitle: &sheet.Style{Ink: inkNote},
		question: &sheet.Style{Size: 13, Bold: true, Ink: inkTitle, VAlign: sheet.AtBottom},
		note:     &sheet.Style{Ink: inkNote},
		quiet:    &sheet.Style{Ink: inkNote, Italic: true},
		link:     &sheet.Style{Ink: inkLink, Underline: true, Border: lineColour, Indent: 1, VAlign: sheet.AtTop, Wrap: true},

		band:        &sheet.Style{Fill: "#1F3A68", Ink: "#FFFFFF", Bold: true, Align: sheet.AlignAcross},
		bandFirst:   &sheet.Style{Fill: "#1F3A68", Ink: "#FFFFFF", Bold: true, Border: "#FFFFFF", Sides: sheet.Left, Align: sheet.AlignAcross},
		bandLeft:    &sheet.Style{Fill: "#1F3A68", Ink: "#FFFFFF", Bold: true, Border: "#FFFFFF", Sides: sheet.Left, Indent: 1, Align: sheet.AlignLeft},
		bandWrapped: &sheet.Style{Fill: "#1F3A68", Ink: "#FFFFFF", Bold: true, Border: "#FFFFFF", Sides: sheet.Left, Indent: 1, Wrap: true, Align: sheet.AlignLeft},
		head:        &sheet.Style{Fill: fillHead, Ink: inkText, Bold: true, Border: lineColour, Wrap: true, Indent: 1},
		// The button of a filter lies over the right of its cell: a head there keeps clear of it.
		headFiltered: &sheet.Style{Fill: fillHead, Ink: inkText, Bold: true, Border: lineColour, Wrap: true, Indent: 2, Align: sheet.AlignRight},

		headUnit:   &sheet.Style{Fill: fillHead, Ink: inkText, Bold: true, Border: lineColour, Wrap: true, Indent: 1, VAlign: sheet.AtTop},
		headNumber: &sheet.Style{Fill: fillHead, Ink: inkText, Bold: true, Border: lineColour, Wrap: true, Indent: 1, Align: sheet.AlignRight},
		group:      &sheet.Style{Fill: fillGroup, Ink: "#374151", Bold: true, Border: lineColour, Sides: sheet.Top | sheet.Bottom, Indent: 1},

		groupName:   &sheet.Style{Fill: fillGroup, Ink: "#374151", Bold: true, Border: lineColour, Sides: sheet.Top | sheet.Bottom, Indent: 1, Wrap: true},
		groupText:   &sheet.Style{Fill: fillGroup, Ink: inkText, Bold: true, Border: lineColour, Indent: 1, VAlign: sheet.AtTop, Wrap: true},
		groupNumber: &sheet.Style{Fill: fillGroup, Ink: inkText, Border: lineColour, Indent: 1, VAlign: sheet.AtTop, Align: sheet.AlignRight},
		groupShare:  &sheet.Style{Fill: fillGroup, Ink: inkQuiet, Border: lineColour, Sides: sheet.Top | sheet.Bottom, Indent: 1, Align: sheet.AlignRight},
		groupAmount: &sheet.Style{Fill: fillGroup, Ink: inkQuiet, Border: lineColour, Sides: sheet.Top | sheet.Bottom, Indent: 1, Align: sheet.AlignRight},
		headCentred: &sheet.Style{Fill: fillHead, Ink: inkText, Bold: true, Border: lineColour, Wrap: true, Align: sheet.AlignCenter},
		headMonth:   &sheet.Style{Fill: fillHead, Ink: inkQuiet, Size: 8, Border: lineColour, Wrap: true, Align: sheet.AlignCenter},

		amount:      &sheet.Style{Ink: inkText, Border: lineColour, Indent: 1, Align: sheet.AlignRight},
		totalAmount: &sheet.Style{Fill: fillHead, Ink: inkText, Bold: true, Border: lineColour, Indent: 1, Align: sheet.AlignRight},
		plain:       &sheet.Style{Ink: inkText, Border: lineColour, Indent: 1},
		day:         &sheet.Style{Ink: inkText, Border: lineColour, Align: sheet.AlignCenter},
		dueDay:      &sheet.Style{Fill: "#FFF1CC", Ink: "#6B4E00", Border: lineColour, Align: sheet.AlignCenter},
		figure:      &sheet.Style{Ink: inkTitle, Size: 12, Bold: true, Border: lineColour, Sides: sheet.Bottom, Indent: 1, Align: sheet.AlignRight},
		figureName:  &sheet.Style{Ink: inkText, Border: lineColour, Sides: sheet.Bottom},
		figureNote:  &sheet.Style{Ink: inkNote, Border: lineColour, Sides: sheet.Bottom, Indent: 1},
		month:       &sheet.Style{Ink: inkText, Border: lineColour, Align: sheet.AlignCenter, VAlign: sheet.AtTop},

		product:    &sheet.Style{Ink: inkText, Border: lineColour, Indent: 2, Wrap: true, Align: sheet.AlignLeft},
		share:      &sheet.Style{Ink: inkText, Border: lineColour, Indent: 1, Align: sheet.AlignRight},
		status:     &sheet.Style{Ink: inkText, Border: lineColour, Indent: 1},
		totalName:  &sheet.Style{Fill: fillHead, Ink: inkText, Bold: true, Border: lineColour, Indent: 1, Wrap: true},
		totalShare: &sheet.Style{Fill: fillHead, Ink: inkText, Bold: true, Border: lineColour, Indent: 1, Align: sheet.AlignRight},

		wrapped: &sheet.Style{Ink: inkText, Border: lineColour, Indent: 1, VAlign: sheet.AtTop, Wrap: true},
		number:  &sheet.Style{Ink: inkText, Border: lineColour, Indent: 1, VAlign: sheet.AtTop, Align: sheet.AlignRight},
		centred: &sheet.Style{Ink: inkText, Border: lineColour, VAlign: sheet.AtTop, Align: sheet.AlignCenter},
		bold:    &sheet.Style{Ink: inkText, Bold: true, Border: lineColour, Indent: 1, VAlign: sheet.AtTop, Wrap: true},
		jump:    &sheet.Style{Ink: inkLink, Underline: true},
		alarm:   &sheet.Style{Ink: inkAlarm, Italic: true, Border: lineColour, Indent: 1, VAlign: sheet.AtTop},

		statuses: map[accountmap.Status]*sheet.Style{},
		stances:  map[accountmap.Stance]*sheet.Style{},
	}
	for _, status := range append(accountmap.Statuses(), accountmap.StatusUnassessed) {
		t := statusTint(status)
		s.statuses[status] = &sheet.Style{Fill: t.fill, Ink: t.ink, Border: lineColour, Indent: 1, VAlign: sheet.AtTop}
	}
	for _, stance := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		t := stanceTint(stance)
		s.stances[stance] = &sheet.Style{Fill: t.fill, Ink: t.ink, Border: lineColour, Indent: 1, VAlign: sheet.AtTop}
	}
	return s
}
