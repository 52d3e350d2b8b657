package accountview

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
)

// A Tint is a light background and its ink, #RRGGBB each, with a contrast of at least 4.5:1. A word
// always accompanies it, for black and white paper.
type Tint struct{ Fill, Ink string }

// StatusTint returns the tint of a status, the same in the workbook, on the page and in the light
// theme of pictures. The tints get lighter with the distance from a sale, from L* 80 to 96.
// Unassessed is white.
func StatusTint(s accountmap.CoverageStatus) Tint {
	return cmp.Or(statusTints[s], Tint{"#FFFFFF", "#4B5563"})
}

var statusTints = map[accountmap.CoverageStatus]Tint{
	accountmap.CoverageSold:        {"#97D4AE", "#0F5132"},
	accountmap.CoverageOpportunity: {"#BBD4F3", "#1E3F8A"},
	accountmap.CoverageProposed:    {"#D3C6EB", "#4A2C86"},
	accountmap.CoverageGap:         {"#FAE0A1", "#6B4E00"},
	accountmap.CoverageCompetitor:  {"#FFDDD9", "#7A1F17"},
	accountmap.CoverageInHouse:     {"#EBE3D9", "#4B4237"},
	accountmap.CoverageLapsed:      {"#B3E3E4", "#0B5757"},
	accountmap.CoverageNotRelevant: {"#EDF0F3", "#4B5563"},
	accountmap.CoverageBlocked:     {"#F2F4F5", "#1F2937"},
}

// StanceTint returns the tint of a stance. The tint of unknown is paler than the tint of neutral.
func StanceTint(s accountmap.Stance) Tint { return cmp.Or(stanceTints[s], Tint{"#F3F4F7", "#4B5563"}) }

var stanceTints = map[accountmap.Stance]Tint{
	accountmap.StanceChampion:  {"#BFE5D0", "#0F5132"},
	accountmap.StanceSupporter: {"#DDF1E5", "#17603F"},
	accountmap.StanceNeutral:   {"#E3E7EF", "#374151"},
	accountmap.StanceSceptic:   {"#FFF1CC", "#6B4E00"},
	accountmap.StanceBlocker:   {"#F9D9D5", "#7A1F17"},
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
	BarColour  = "#7DA2E8" // at the beginning of a bar, which fades towards its end
)
