package sheet_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/stretchr/testify/require"
)

const line = "#D9DFE8"

var (
	titleStyle   = &sheet.Style{Size: 18, Bold: true, Ink: "#111827"}
	quietStyle   = &sheet.Style{Ink: "#6B7280"}
	bandStyle    = &sheet.Style{Fill: "#1F3A68", Ink: "#FFFFFF", Bold: true, Align: sheet.AlignAcross, Border: "#1F3A68"}
	headStyle    = &sheet.Style{Fill: "#EEF2F8", Ink: "#1F2937", Bold: true, Border: line, Wrap: true, Indent: 1}
	groupStyle   = &sheet.Style{Fill: "#F6F8FB", Ink: "#374151", Bold: true, Border: line, Sides: sheet.Top | sheet.Bottom, Indent: 1}
	productStyle = &sheet.Style{Ink: "#1F2937", Border: line, Indent: 3}
	shareStyle   = &sheet.Style{Ink: "#1F2937", Border: line, Align: sheet.AlignRight, Indent: 1}
	blankStyle   = &sheet.Style{Border: line}
	totalName    = &sheet.Style{Fill: "#EEF2F8", Ink: "#1F2937", Bold: true, Border: line, Sides: sheet.Top | sheet.Left | sheet.Bottom, Indent: 1}
	totalRest    = &sheet.Style{Fill: "#EEF2F8", Border: line, Sides: sheet.Top | sheet.Right | sheet.Bottom}
	totalShare   = &sheet.Style{Fill: "#EEF2F8", Ink: "#1F2937", Bold: true, Border: line, Align: sheet.AlignRight, Indent: 1}
)

// tints are the eight words of a status with their colours, in the order of the legend.
var tints = []sheet.Tint{
	{Text: "Sold", Fill: "#CDEAD9", Ink: "#0F5132"},
	{Text: "Opportunity", Fill: "#D6E4FB", Ink: "#1E3F8A"},
	{Text: "Proposed", Fill: "#E5DBF7", Ink: "#4A2C86"},
	{Text: "Gap", Fill: "#FFF1CC", Ink: "#6B4E00"},
	{Text: "Competitor", Fill: "#F9D9D5", Ink: "#7A1F17"},
	{Text: "In-house", Fill: "#E7E2DA", Ink: "#4B4237"},
	{Text: "Lapsed", Fill: "#D3EFEF", Ink: "#0B5757"},
	{Text: "Not relevant", Fill: "#ECEEF2", Ink: "#4B5563"},
}

// words maps a letter to a cell with a status.
func words() map[rune]sheet.Cell {
	cells := map[rune]sheet.Cell{' ': {Style: blankStyle}}
	for i, t := range tints {
		style := &sheet.Style{Fill: t.Fill, Ink: t.Ink, Border: line, Indent: 1}
		cells[[]rune("SOPGCILN")[i]] = sheet.Cell{Value: sheet.Text(t.Text), Style: style}
	}
	return cells
}

var demoUnits = []struct {
	name, place string
	share       float64
	people      []string
}{
	{"Logística", "Zaragoza, ES", .22, []string{"★ Jörg Müller", "+ Ana Ribeiro", "− Tom Whitfield"}},
	{"Retail", "Lisboa, PT", .11, []string{"? Rui Tavares", "− Clara Sousa"}},
	{"IT & Data", "Madrid, ES", .38, []string{"⌄ Sinéad O’Hara", "■ Kofi Mensah", "+ Inés Ferrer"}},
	{"Προμήθειες", "Αθήνα, GR", .14, []string{"− Γιάννης Δήμου", "⌄ Μαρία Αλεξίου"}},
	{"Παραγωγή", "Θεσσαλονίκη, GR", 0, nil},
	{"Plant North", "Gdańsk, PL", .22, []string{"+ Agnieszka Lis", "★ Иван Петров", "− Søren Dahl"}},
	{"Service", "Köln, DE", .67, []string{"? Piotr Zając"}},
}

var demoLines = []struct {
	name     string
	products []string // name, a bar, and the status of each unit
	shares   []float64
}{
	{"Platform", []string{"Core|OPS GCS", "Analytics|SSSGIPS", "Integration hub|OIIGPSS"}, []float64{.29, .57, .29}},
	{"Field", []string{"Mobile|POSNPPO", "Route planning|SPPN GS", "Telematics|LGNGIOS"}, []float64{.17, .33, .17}},
	{"Services", []string{"Onboarding|OCPSIPO", "Training|PL PIOG", "Premium support|GLPGCSO"}, []float64{.29, 0, .14}},
}

// demo returns a realistic coverage sheet, followed by two small sheets.
func demo() *sheet.Workbook {
	contacts := contactsSheet()
	return &sheet.Workbook{
		Title: "Grupo Meridiano · coverage", Language: "en",
		Created: sheet.Date{Year: 2026, Month: 11, Day: 1},
		Sheets:  []*sheet.Sheet{coverageSheet(contacts), contacts, answersSheet()},
	}
}

func coverageSheet(contacts *sheet.Sheet) *sheet.Sheet {
	const first, last = 2, 8 // the columns of the units
	s := &sheet.Sheet{
		Name: "Coverage", TabColor: "#1F3A68", HideGridlines: true,
		DefaultWidth: 18, Columns: []sheet.Column{{Width: 24}, {Width: 14}},
		FreezeRows: 5, FreezeColumns: first,
		Print: sheet.Print{Landscape: true, PagesWide: 1, TitleRows: 5, TitleColumns: first,
			Footer: "Grupo Meridiano & partners", PageNumbers: true},
	}
	add := func(r sheet.Row) { s.Rows = append(s.Rows, r) }
	add(sheet.Row{Height: 28, Cells: []sheet.Cell{{Value: sheet.Text("Grupo Meridiano · coverage"), Style: titleStyle}}})
	add(sheet.Row{Height: 18, Cells: []sheet.Cell{{Value: sheet.Text("As of 1 November 2026  ·  penetration 25 % (15 sold of 60 sellable)"), Style: quietStyle}}})
	add(sheet.Row{Height: 6})

	band := sheet.Row{Height: 18, Cells: make([]sheet.Cell, last+1)}
	for c := first; c <= last; c++ {
		band.Cells[c].Style = bandStyle
	}
	band.Cells[2].Value, band.Cells[5].Value, band.Cells[7].Value = sheet.Text("Iberia"), sheet.Text("Hellas"), sheet.Text("Central Europe")
	add(band)

	heads := sheet.Row{Height: 32, Cells: []sheet.Cell{{Value: sheet.Text("Product"), Style: headStyle}, {Value: sheet.Text("Penetration"), Style: headStyle}}}
	for _, u := range demoUnits {
		heads.Cells = append(heads.Cells, sheet.Cell{Style: headStyle, Value: sheet.Rich{
			{Text: u.name + "\n", Bold: true, Ink: "#1F2937"}, {Text: u.place, Size: 8.5, Ink: "#6B7280"},
		}})
	}
	add(heads)

	cells := words()
	for _, l := range demoLines {
		group := sheet.Row{Height: 17, Cells: make([]sheet.Cell, last+1)}
		for c := range group.Cells {
			group.Cells[c].Style = groupStyle
		}
		group.Cells[0].Value = sheet.Text(l.name)
		add(group)
		from := len(s.Rows)
		for i, product := range l.products {
			name, statuses, _ := bytes.Cut([]byte(product), []byte("|"))
			row := sheet.Row{Height: 19, Outline: 1, Cells: []sheet.Cell{
				{Value: sheet.Text(name), Style: productStyle}, {Value: sheet.Percent(l.shares[i]), Style: shareStyle},
			}}
			for _, letter := range string(statuses) {
				row.Cells = append(row.Cells, cells[letter])
			}
			add(row)
		}
		s.Bars = append(s.Bars, sheet.Bar{Range: sheet.Range{Row: from, Column: 1, Rows: len(s.Rows) - from, Columns: 1}, Color: "#BFD2F5"})
	}
	for _, t := range tints {
		t.Range = sheet.Range{Row: 5, Column: first, Rows: len(s.Rows) - 5, Columns: last - first + 1}
		s.Tints = append(s.Tints, t)
	}

	total := sheet.Row{Height: 19, Cells: []sheet.Cell{{Value: sheet.Text("Penetration of the unit"), Style: totalName}, {Style: totalRest}}}
	for c, u := range demoUnits {
		within := sheet.Range{Row: 5, Column: first + c, Rows: len(s.Rows) - 5, Columns: 1}.String()
		expr := `IFERROR(COUNTIF(` + within + `,"Sold")/(COUNTIF(` + within + `,"?*")-COUNTIF(` + within + `,"Not relevant")),0)`
		total.Cells = append(total.Cells, sheet.Cell{Value: sheet.Formula{Expr: expr, Cached: sheet.Percent(u.share)}, Style: totalShare})
	}
	add(total)
	add(sheet.Row{Height: 8})
	addPeople(s, contacts, add)
	add(sheet.Row{Height: 8})

	legend := sheet.Row{Height: 17, Cells: []sheet.Cell{{Value: sheet.Text("blank: not assessed yet"), Style: quietStyle}}}
	for _, letter := range "SOPGCILN" {
		legend.Cells = append(legend.Cells, cells[letter])
	}
	add(legend)
	return s
}

func addPeople(s *sheet.Sheet, contacts *sheet.Sheet, add func(sheet.Row)) {
	const slots = 4
	for slot := range slots {
		sides := sheet.Left | sheet.Right
		switch slot {
		case 0:
			sides |= sheet.Top
		case slots - 1:
			sides |= sheet.Bottom
		}
		person := &sheet.Style{Ink: "#1F2937", Border: line, Sides: sides, Indent: 1}
		nobody := &sheet.Style{Ink: "#B83227", Italic: true, Border: line, Sides: sides, Indent: 1}
		note := &sheet.Style{Fill: "#FAFBFD", Ink: "#6B7280", Size: 8.5, Border: line, Sides: sides &^ sheet.Right, Indent: 1}
		rest := &sheet.Style{Fill: "#FAFBFD", Border: line, Sides: sides &^ sheet.Left}
		row := sheet.Row{Height: 17, Cells: []sheet.Cell{{Style: note}, {Style: rest}}}
		switch slot {
		case 0:
			head := *note
			head.Bold, head.Size, head.Ink = true, 10, "#1F2937"
			row.Cells[0] = sheet.Cell{Value: sheet.Text("People we know there"), Style: &head}
		case 1:
			row.Cells[0].Value = sheet.Jump{Text: "stance, name; role on the Contacts sheet", Sheet: contacts}
		}
		for _, u := range demoUnits {
			cell := sheet.Cell{Style: person}
			switch {
			case slot < len(u.people):
				cell.Value = sheet.Text(u.people[slot])
			case slot == 0:
				cell = sheet.Cell{Value: sheet.Text("nobody yet"), Style: nobody}
			}
			row.Cells = append(row.Cells, cell)
		}
		add(row)
	}
}

func contactsSheet() *sheet.Sheet {
	s := &sheet.Sheet{
		Name: "Contacts", FreezeRows: 1, DefaultWidth: 22,
		Columns: []sheet.Column{{Hidden: true}, {}, {Width: 30}, {}, {Width: 12}, {Width: 14}},
		Tables:  []sheet.Table{{Name: "Contacts", Range: sheet.Range{Rows: 3, Columns: 6}}},
		Print:   sheet.Print{PagesWide: 1, TitleRows: 1},
	}
	linkStyle := &sheet.Style{Ink: "#1D4ED8", Underline: true}
	head := sheet.Row{Style: headStyle, Height: 20}
	for _, h := range []string{"id", "Name", "E-mail", "Unit", "Since", "Spent"} {
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(h)})
	}
	s.Rows = append(s.Rows, head)
	for i, c := range [][3]string{{"c1", "Jörg Müller", "jorg@example.com"}, {"c2", "Ana Ribeiro", "ana@example.com"}} {
		s.Rows = append(s.Rows, sheet.Row{Cells: []sheet.Cell{
			{Value: sheet.Text(c[0])}, {Value: sheet.Text(c[1])},
			{Value: sheet.Link{Text: c[2], URL: "mailto:" + c[2]}, Style: linkStyle},
			{Value: sheet.Text("Logística")},
			{Value: sheet.Date{Year: 2024 + i, Month: 2, Day: 29 - i}},
			{Value: sheet.Money{Minor: 1250010 * int64(i+1), Decimals: 2, Currency: "EUR"}},
		}})
	}
	return s
}

func answersSheet() *sheet.Sheet {
	s := &sheet.Sheet{Name: "Answers", HideGridlines: true, Columns: []sheet.Column{{Width: 40}, {Width: 16}}}
	question := &sheet.Style{Bold: true, Size: 13, Ink: "#111827"}
	cell := &sheet.Style{Border: line, Indent: 1}
	for _, q := range []string{"Which units do we do business with now?", "What have they bought from us?"} {
		s.Rows = append(s.Rows,
			sheet.Row{Height: 24, Cells: []sheet.Cell{{Value: sheet.Text(q), Style: question}}},
			sheet.Row{Cells: []sheet.Cell{{Value: sheet.Text("Unit"), Style: headStyle}, {Value: sheet.Text("Sold"), Style: headStyle}}},
			sheet.Row{Cells: []sheet.Cell{{Value: sheet.Text("Logística"), Style: cell}, {Value: sheet.Number(2), Style: cell}}},
			sheet.Row{})
	}
	return s
}

// write returns the bytes of a valid workbook.
func write(t testing.TB, wb *sheet.Workbook) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, wb.WriteXLSX(&b))
	return b.Bytes()
}

// TestLook writes a workbook for visual inspection: go test -run Look -artifacts.
func TestLook(t *testing.T) {
	require.NoError(t, os.WriteFile(filepath.Join(t.ArtifactDir(), "coverage.xlsx"), write(t, demo()), 0o600))
}
