package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/answers"
)

// A Sheet names a sheet for [New] to make: one that [SummarySheet], [CoverageSheet] or another function of this package returns.
// The zero Sheet names none and is an error there.
type Sheet struct {
	name string
	// tab is the name that a reader sees, and fill puts cells on a sheet that has it already.
	tab  func(b *book) string
	fill func(b *book, s *sheet.Sheet)
	// colour is that of the tab: views stand out from the lists that they are made of.
	colour string
	// own is a sheet of the caller's.
	own *sheet.Sheet
}

// String returns the name by which [FindSheet] finds the sheet: "summary", "coverage", "contacts".
func (s Sheet) String() string { return s.name }

// SummarySheet has the main figures of the account, its penetration by unit and by product line as charts, which show the 25 highest, and the map.
func SummarySheet() Sheet { return view("summary", terms.SheetsSummary, (*book).fillSummary) }

// CoverageSheet has the coverage matrix as statuses: products down, units across, and below each unit its people, of whom those after the first
// dozen are folded.
func CoverageSheet() Sheet {
	return view("coverage", terms.WorkbookSheetCoverage, (*book).fillCoverage)
}

// ValueSheet has the coverage matrix as the yearly spend of each unit on each product.
func ValueSheet() Sheet { return view("value", terms.SheetsValue, (*book).fillValue) }

// PotentialSheet has the coverage matrix as yearly potential.
func PotentialSheet() Sheet {
	return view("potential", terms.SheetsPotential, (*book).fillPotential)
}

// AnswersSheet has the eight questions of account penetration and their answers. In a long answer about products, the rows of each unit are
// folded under a row that sums them up; a reader unfolds them.
func AnswersSheet() Sheet {
	return view("answers", terms.WorkbookSheetAnswers, func(b *book, s *sheet.Sheet) { answers.Fill(s, b.Cells, b.Footer(b.tab(s))) })
}

// ExposureSheet says when each contact was last shown each product, and what is due to be shown again.
func ExposureSheet() Sheet {
	return view("exposure", terms.SheetsExposure, (*book).fillExposure)
}

// QuartersSheet has the orders of each unit and product by quarter, with their trend. Where they are many, those of a unit are folded under its sum.
func QuartersSheet() Sheet {
	return view("quarters", terms.SheetsQuarters, (*book).fillQuarters)
}

// ListsSheet has the words that cells of other sheets offer as choices. Every workbook with lists has it, hidden when it is not asked for.
func ListsSheet() Sheet {
	s := view("lists", terms.SheetsLists, (*book).fillLists)
	s.colour = tabOfList
	return s
}

// The colours of tabs.
const (
	tabOfView = "#1F3A68"
	tabOfList = "#BFD2F5"
)

func view(name string, tab terms.Key, fill func(*book, *sheet.Sheet)) Sheet {
	return Sheet{name: name, tab: func(b *book) string { return b.Words.Text(tab) }, fill: fill, colour: tabOfView}
}

// ListSheet has a list of the account as a table that can be edited and read back: one of package accountmap/table by its name, such as
// "contacts" or "team.reach". The list of the coverage is called "details"; it has what is known about the cells besides their status. The error
// says that there is no list of that name.
func ListSheet(list string) (Sheet, error) {
	name := list
	if list == detailsName {
		list = "coverage"
	}
	t, ok := table.Lookup(list)
	if !ok || name == "coverage" {
		return Sheet{}, fmt.Errorf("workbook: the account has no list %q; there are %s", name, strings.Join(listNames(), ", "))
	}
	return listSheet(t), nil
}

const detailsName = "details"

func listSheet(t *table.Table) Sheet {
	name := t.Name
	if name == "coverage" {
		name = detailsName
	}
	return Sheet{
		name: name,
		tab:  func(b *book) string { return b.listName(t) },
		fill: func(b *book, s *sheet.Sheet) { b.fillList(t, s) }, colour: tabOfList,
	}
}

func listNames() []string {
	var names []string
	for _, t := range table.All() {
		names = append(names, listSheet(t).name)
	}
	return names
}

// OwnSheet is a sheet made by the caller. It is put into the workbook as it is.
func OwnSheet(s *sheet.Sheet) Sheet { return Sheet{name: "own", own: s} }

// AllSheets returns the sheets of a workbook that is asked for none in particular: first the summary and what is read most, then every list of
// the account, so that the whole account can be read back, and last the lists of choices. The slice belongs to the caller.
func AllSheets() []Sheet {
	first := []Sheet{SummarySheet(), CoverageSheet(), ValueSheet(), PotentialSheet(), AnswersSheet()}
	behind := map[string]Sheet{"exposures": ExposureSheet(), "orders": QuartersSheet()}
	read := []string{"coverage", "contacts", "relationships", "exposures", "endorsements", "orders", "goals", "kpis", "kpis.readings", "milestones",
		"communications", "team", "team.reach", "cases", "commitments"}
	all := table.All()
	slices.SortStableFunc(all, func(a, b *table.Table) int { return placeIn(read, a.Name) - placeIn(read, b.Name) })
	sheets := first
	for _, t := range all {
		if s, ok := behind[t.Name]; ok {
			sheets = append(sheets, s)
		}
		sheets = append(sheets, listSheet(t))
	}
	return append(sheets, ListsSheet())
}

// placeIn is the place of a name, and behind all of them when it has none.
func placeIn(names []string, name string) int {
	if i := slices.Index(names, name); i >= 0 {
		return i
	}
	return len(names)
}

// FindSheet returns one of [AllSheets] by its name. The error lists the names.
func FindSheet(name string) (Sheet, error) {
	var names []string
	for _, s := range AllSheets() {
		if s.name == name {
			return s, nil
		}
		names = append(names, s.name)
	}
	return Sheet{}, fmt.Errorf("workbook: the workbook has no sheet %q; there are %s", name, strings.Join(names, ", "))
}
