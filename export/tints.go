package export

import "github.com/accountatlas/accountatlas/accountmap"

// A tint is a light ground and the ink that is read on it, #RRGGBB each, with a contrast of 4.5:1 or better. A word always stands
// beside it: on black and white paper the word is all there is.
type tint struct{ fill, ink string }

// statusTint returns the tint of a status, the same in the workbook and on the page. What nobody has assessed is white.
func statusTint(s accountmap.Status) tint {
	switch s {
	case accountmap.StatusSold:
		return tint{"#CDEAD9", "#0F5132"}
	case accountmap.StatusOpportunity:
		return tint{"#D6E4FB", "#1E3F8A"}
	case accountmap.StatusProposed:
		return tint{"#E5DBF7", "#4A2C86"}
	case accountmap.StatusGap:
		return tint{"#FFF1CC", "#6B4E00"}
	case accountmap.StatusCompetitor:
		return tint{"#F9D9D5", "#7A1F17"}
	case accountmap.StatusInHouse:
		return tint{"#E7E2DA", "#4B4237"}
	case accountmap.StatusLapsed:
		return tint{"#D3EFEF", "#0B5757"}
	case accountmap.StatusNotRelevant:
		return tint{"#ECEEF2", "#4B5563"}
	case accountmap.StatusBlocked:
		return tint{"#D3D8E2", "#1F2937"}
	}
	return tint{"#FFFFFF", "#4B5563"}
}

// stanceTint returns the tint of a stance. Unknown has one of its own, paler than neutral.
func stanceTint(s accountmap.Stance) tint {
	switch s {
	case accountmap.StanceChampion:
		return tint{"#BFE5D0", "#0F5132"}
	case accountmap.StanceSupporter:
		return tint{"#DDF1E5", "#17603F"}
	case accountmap.StanceNeutral:
		return tint{"#E3E7EF", "#374151"}
	case accountmap.StanceSceptic:
		return tint{"#FFF1CC", "#6B4E00"}
	case accountmap.StanceBlocker:
		return tint{"#F9D9D5", "#7A1F17"}
	}
	return tint{"#F3F4F7", "#4B5563"}
}

// The colours of what is neither status nor stance.
const (
	inkTitle   = "#111827"
	inkText    = "#1F2937"
	inkQuiet   = "#4B5563"
	inkNote    = "#6B7280"
	inkAlarm   = "#B83227"
	inkLink    = "#2F57B0"
	fillHead   = "#EEF2F8"
	fillGroup  = "#F6F8FB"
	lineColour = "#D9DFE8"
	fillMarked = "#BFD2F5" // a month of a milestone, the greatest amount
	barColour  = "#7DA2E8" // where a bar begins: it fades out towards its end
)
