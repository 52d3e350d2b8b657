package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/answers"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// Sheet is a sheet of the workbook: one of [Sheets] by its ID, or a Custom sheet. Exactly one of
// the two is set.
type Sheet struct {
	// ID is the ID of a sheet of this package.
	ID string
	// Custom is a sheet of the caller. It is added to the workbook unchanged, for every audience.
	Custom *sheet.Sheet
}

// Sheets lists the sheets of this package in their order in the workbook. The views are:
//
//	summary    the main figures, charts of the 25 highest penetrations by unit and by line, the picture, and links to all sheets
//	moves      next moves, overdue entries, and changed orders with the person who asks about them
//	coverage   the statuses of the matrix: products down, units across, and below each unit its people, the yearly value and the open potential
//	people     the missing agreements for open deals, and the last talk with each person
//	answers    the eight questions of account penetration and their answers; long answers are folded by unit
//	exposure   the day on which each contact was last shown each product, and due reminders
//	quarters   the orders of each unit and product by quarter, with their trend; a long list is folded by unit
//	pace       each target and budget, its elapsed period and its forecast, and the health of the account
//	lists      the choices for cells of other sheets; a workbook with lists always has it, hidden unless requested
//
// Every list of the account has a sheet with the name of its table, such as "contacts" or
// "team.reach", which can be edited and read back. The list of the coverage has the name "details"
// and contains the properties of cells other than their statuses. The client's workbook has none of
// moves, people, answers, pace, exposure and lists. The slice belongs to the caller.
func Sheets() []Sheet {
	var list []Sheet
	for _, s := range registry() {
		list = append(list, Sheet{ID: s.id})
	}
	return list
}

type kind struct {
	id string
	// tab returns the name that a reader sees.
	tab func(*book) string
	// color is the color of the tab. Views and lists have one each.
	color string
	// across is the dimension in the columns of the sheet.
	across axis
	// client reports whether the sheet has content for the client.
	client func(*book) bool
	// fill adds the cells of a sheet, which already has its name.
	fill func(*book, *sheet.Sheet)
	// readOnly is true for a view that is not read back.
	readOnly bool
	group    group
}

type axis int

const (
	fixed axis = iota
	units
	products
)

func (a axis) String() string { return [...]string{"", "units", "products"}[a] }

// A group is a set of sheets with tabs of one color.
type group int

const (
	reading group = iota
	theClient
	business
	talks
	work
	ourSide
)

type groupLook struct {
	id    group
	color string
	name  terms.Key
}

// groups lists the groups in the order of the workbook: first the views to read, then the lists to
// edit.
func groups() []groupLook {
	return []groupLook{
		{reading, "#1F3A68", terms.JudgedToRead}, {theClient, "#3C6DD0", terms.JudgedClient}, {business, "#157A55", terms.JudgedSales},
		{talks, "#C98A00", terms.JudgedTalks}, {work, "#8A5AA8", terms.JudgedWork}, {ourSide, "#6B7280", terms.JudgedOurs},
	}
}

// registry lists every sheet of this package in the order of the workbook: the views, then every
// list of the account in groups, each with its nested lists, so that the whole account can be read
// back. A new view needs a line here and its fill function. A new list of the account is added
// automatically to the group of work.
func registry() []kind {
	all := in(reading,
		view("summary", terms.SheetsSummary, fixed, always, (*book).fillSummary),
		view("moves", terms.JudgedMoves, fixed, never, (*book).fillMoves),
		view("coverage", terms.WorkbookSheetCoverage, units, always, (*book).fillCoverage),
		view("people", terms.JudgedPeople, fixed, never, (*book).fillPeople),
		view("answers", terms.WorkbookSheetAnswers, fixed, never, (*book).fillAnswers),
		view("quarters", terms.SheetsQuarters, fixed, (*book).hasQuarters, (*book).fillQuarters),
		view("pace", terms.JudgedPace, fixed, never, (*book).fillPace),
		listOf("goals"), listOf("milestones"))
	all = append(all, in(theClient, listOf("account"), listOf("units"), listOf("contacts"), listOf("relationships"))...)
	all = append(all, in(business, listOf("products"), listOf("coverage"), listOf("orders"),
		listOf("targets"), listOf("contracts"), listOf("terms"), listOf("competitors"))...)
	all = append(all, in(talks, listOf("communications"), listOf("cadences"), view("exposure", terms.SheetsExposure, products, never, (*book).fillExposure),
		listOf("exposures"), listOf("endorsements"), listOf("surveys"))...)
	all = append(all, in(work, listOf("kpis"), listOf("kpis.readings"), listOf("cases"), listOf("commitments"), listOf("objections"), listOf("risks"))...)
	ours := in(ourSide, listOf("team"), listOf("team.reach"), listOf("handoff"), listOf("handoff.checklist"))
	for _, t := range table.All() {
		l := listOf(t.Name)
		same := func(k kind) bool { return k.id == l.id }
		if !slices.ContainsFunc(all, same) && !slices.ContainsFunc(ours, same) {
			all = append(all, in(work, l)...)
		}
	}
	choices := in(ourSide, view(choicesID, terms.SheetsLists, fixed, never, (*book).fillLists))
	return append(append(all, ours...), choices...)
}

func in(g group, list ...kind) []kind {
	for i := range list {
		list[i].group, list[i].color = g, groups()[g].color
	}
	return list
}

const choicesID = "lists"

func view(id string, tab terms.Key, across axis, client func(*book) bool, fill func(*book, *sheet.Sheet)) kind {
	return kind{id: id, tab: func(b *book) string { return b.Words.Text(tab) }, across: across, client: client, fill: fill, readOnly: id != "coverage"}
}

// listOf returns the sheet of a list of the account. The list of the coverage is called "details",
// since a view has its name.
func listOf(name string) kind {
	t, _ := table.Lookup(name)
	id := name
	if name == "coverage" {
		id = detailsID
	}
	return kind{id: id, tab: func(b *book) string { return b.ListName(t.Name) }, across: fixed,
		client: func(b *book) bool {
			for r := range t.Rows(b.data) {
				if t.Name != "coverage" || !hiddensheet.OnlyStatus(r) {
					return true
				}
			}
			return false
		}, fill: func(b *book, s *sheet.Sheet) { b.fillList(t, s) }}
}

const detailsID = "details"

func always(*book) bool { return true }
func never(*book) bool  { return false }

func (b *book) hasQuarters() bool {
	return len(b.Map.Series(b.AsOf, accountmap.PeriodQuarter, quarters)) > 0
}

func (b *book) fillAnswers(s *sheet.Sheet) { answers.Fill(s, b.Cells, b.Footer(b.tab(s))) }

func lookup(asked []Sheet) ([]tab, error) {
	all := registry()
	var tabs []tab
	seen := map[string]bool{}
	for i, s := range asked {
		at := slices.IndexFunc(all, func(k kind) bool { return k.id == s.ID })
		switch {
		case s.ID != "" && s.Custom != nil:
			return nil, fmt.Errorf("workbook: sheet %d has the ID %q and is custom, too: set one of them", i+1, s.ID)
		case s.Custom != nil:
			tabs = append(tabs, tab{sheet: s.Custom})
			continue
		case s.ID == "":
			return nil, fmt.Errorf("workbook: sheet %d is empty: set its ID, or Custom", i+1)
		case at < 0:
			return nil, fmt.Errorf("workbook: there is no sheet %q; there are %s", s.ID, strings.Join(ids(all), ", "))
		case seen[s.ID]:
			return nil, fmt.Errorf("workbook: the sheet %q is asked for twice", s.ID)
		}
		seen[s.ID] = true
		tabs = append(tabs, tab{kind: all[at]})
	}
	return tabs, nil
}

func ids(all []kind) []string {
	names := make([]string, len(all))
	for i, k := range all {
		names[i] = k.id
	}
	return names
}

// indexBands returns the groups of the index of sheets, one band below another.
func indexBands() [][rightColumns]group {
	return [][rightColumns]group{{reading, business, work}, {theClient, talks, ourSide}}
}

func (b *book) tabsIn(g group) []tab {
	return slices.DeleteFunc(slices.Clone(b.order), func(t tab) bool { return t.group != g || t.id == "summary" || t.kind.fill == nil })
}

// indexRows returns the maximal number of rows of the index of sheets.
func (b *book) indexRows() int {
	if b.Client {
		return 0
	}
	rows := 0
	for _, band := range indexBands() {
		most := 0
		for _, g := range band {
			most = max(most, len(b.tabsIn(g)))
		}
		rows += 1 + most
	}
	return rows
}

// rightWidth returns the width of a column of the index, which fits the longest of its names and
// bold heads.
func (b *book) rightWidth() float64 {
	const bold, indents = 1.08, 3
	width := minRight
	for _, band := range indexBands() {
		for _, g := range band {
			width = max(width, bold*sheetstyle.TextWidth(b.Words.Text(groups()[g].name))+indents)
		}
	}
	for _, t := range b.order {
		width = max(width, sheetstyle.TextWidth(b.tab(t.sheet))+2)
	}
	return width
}

// fillIndex lists every visible sheet below the name of its group, with a link, at the right of the
// summary's figures. It runs after the other sheets are filled, when hidden sheets are known.
// Without a summary it does nothing.
func (b *book) fillIndex(s *sheet.Sheet) {
	if s == nil {
		return
	}
	put := func(row, column int, cell sheet.Cell) {
		for len(s.Rows[row].Cells) <= chartColumn+column {
			s.Rows[row].Cells = append(s.Rows[row].Cells, sheet.Cell{})
		}
		s.Rows[row].Cells[chartColumn+column] = cell
	}
	at := cells.TitleHeight
	for _, band := range indexBands() {
		rows := 1
		for column, g := range band {
			put(at, column, sheet.Cell{Value: sheet.Text(b.Words.Text(groups()[g].name)), Style: b.Head})
			tabs := slices.DeleteFunc(b.tabsIn(g), func(t tab) bool { return t.sheet.Visibility != sheet.Visible })
			for i, t := range tabs {
				put(at+1+i, column, sheet.Cell{Value: sheet.Jump{Text: b.tab(t.sheet), Sheet: t.sheet}, Style: b.Jump})
			}
			rows = max(rows, 1+len(tabs))
		}
		at += rows
	}
}
