package accountview

import "github.com/accountatlas/accountatlas/accountmap"

// A Tint is a light ground and the ink on it, #RRGGBB each, with a contrast of 4.5:1 or better. A
// word always accompanies it, for black and white paper.
type Tint struct{ Fill, Ink string }

// StatusTint returns the tint of a status, the same in the workbook, on the page and in the light
// theme of pictures. Tints get lighter away from us, from L* 80 to 96. Unassessed is white.
func StatusTint(s accountmap.CoverageStatus) Tint {
	switch s {
	case accountmap.CoverageSold:
		return Tint{"#97D4AE", "#0F5132"}
	case accountmap.CoverageOpportunity:
		return Tint{"#BBD4F3", "#1E3F8A"}
	case accountmap.CoverageProposed:
		return Tint{"#D3C6EB", "#4A2C86"}
	case accountmap.CoverageGap:
		return Tint{"#FAE0A1", "#6B4E00"}
	case accountmap.CoverageCompetitor:
		return Tint{"#FFDDD9", "#7A1F17"}
	case accountmap.CoverageInHouse:
		return Tint{"#EBE3D9", "#4B4237"}
	case accountmap.CoverageLapsed:
		return Tint{"#B3E3E4", "#0B5757"}
	case accountmap.CoverageNotRelevant:
		return Tint{"#EDF0F3", "#4B5563"}
	case accountmap.CoverageBlocked:
		return Tint{"#F2F4F5", "#1F2937"}
	}
	return Tint{"#FFFFFF", "#4B5563"}
}

// StanceTint returns the tint of a stance. Unknown has one of its own, paler than neutral.
func StanceTint(s accountmap.Stance) Tint {
	switch s {
	case accountmap.StanceChampion:
		return Tint{"#BFE5D0", "#0F5132"}
	case accountmap.StanceSupporter:
		return Tint{"#DDF1E5", "#17603F"}
	case accountmap.StanceNeutral:
		return Tint{"#E3E7EF", "#374151"}
	case accountmap.StanceSceptic:
		return Tint{"#FFF1CC", "#6B4E00"}
	case accountmap.StanceBlocker:
		return Tint{"#F9D9D5", "#7A1F17"}
	}
	return Tint{"#F3F4F7", "#4B5563"}
}

// The other colors.
const (
	InkTitle   = "#111827"
	InkText    = "#1F2937"
	InkQuiet   = "#4B5563"
	InkNote    = "#6B7280"
	InkAlarm   = "#B83227"
	InkLink    = "#2F57B0"
	FillHead   = "#EEF2F8"
	FillGroup  = "#F6F8FB"
	LineColour = "#D9DFE8"
	FillMarked = "#BFD2F5" // a month of a milestone, the greatest amount
	BarColour  = "#7DA2E8" // where a bar begins: it fades out towards its end
)
