package workbook_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook"
)

// acme returns an account built in Go; most programs read one from a file with package codec.
func acme() (*accountmap.Map, error) {
	return accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill", City: "Gdańsk"}, {ID: "shop", Name: "Shop", City: "Lisboa"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}, {ID: "care", Name: "Care"}},
		Contacts: []accountmap.Contact{{ID: "eva", Name: "Eva Lis", Unit: "mill", Stance: accountmap.StanceChampion, Power: 4}},
		Coverage: []accountmap.Cell{{Unit: "mill", Product: "core", Status: accountmap.CoverageSold}, {Unit: "shop", Product: "core", Status: accountmap.CoverageGap}},
	})
}

// A workbook is plain data until WriteXLSX writes it, so a program can read it or add a sheet of
// its own.
func ExampleNew() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	book, err := workbook.New(context.Background(), m, &workbook.Options{Sheets: []workbook.Sheet{{ID: "coverage"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range book.Sheets[0].Rows {
		var texts []string
		for i, cell := range row.Cells {
			if row.Hidden || book.Sheets[0].Columns[min(i, 2)].Hidden {
				continue // ids, by which the workbook is read back
			}
			switch v := cell.Value.(type) {
			case sheet.Text:
				texts = append(texts, string(v))
			case sheet.Rich:
				texts = append(texts, strings.ReplaceAll(v[0].Text+v[1].Text, "\n", ", "))
			case sheet.Formula:
				texts = append(texts, fmt.Sprintf("%.0f%%", 100*v.Cached.(sheet.Percent)))
			}
		}
		if len(texts) > 2 {
			fmt.Println(strings.Join(texts, " | "))
		}
		if texts != nil && strings.HasPrefix(texts[0], "People") {
			break
		}
	}
	// Output:
	// Product | Penetration | Mill, Gdańsk | Shop, Lisboa
	// Core | 50% | Sold | Gap
	// Penetration of the unit | 25% | 50% | 0%
	// People we know there | ▲ Eva Lis | nobody yet
}

// A caller chooses the sheets and their order, and adds sheets of its own.
func ExampleNew_sheets() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	notes := &sheet.Sheet{Name: "Our notes", Rows: []sheet.Row{{Cells: []sheet.Cell{{Value: sheet.Text("Call Eva")}}}}}
	book, err := workbook.New(context.Background(), m, &workbook.Options{Sheets: []workbook.Sheet{{ID: "coverage"}, {ID: "contacts"}, {ID: "team.reach"}, {Custom: notes}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, name := range book.SheetNames() {
		if book.Sheets[i].Visibility == sheet.Visible {
			fmt.Println(name)
		}
	}
	_, err = workbook.New(context.Background(), m, &workbook.Options{Sheets: []workbook.Sheet{{ID: "contact"}}})
	fmt.Println(strings.Split(err.Error(), ";")[0])
	// Output:
	// Coverage
	// Contacts
	// Our team · Standing
	// Our notes
	// workbook: there is no sheet "contact"
}
