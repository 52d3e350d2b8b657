package codec_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/export/workbook"
)

func orchard() *accountmap.Account {
	return &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Orchard"},
		Units:    []accountmap.Unit{{ID: "press", Name: "Press"}},
		Products: []accountmap.Product{{ID: "pump", Name: "Pump"}},
		Contacts: []accountmap.Contact{{ID: "eva", Name: "Eva Solà", Unit: "press"}, {ID: "jan", Name: "Jan Říha", Unit: "press", ReportsTo: "eva"}},
		Coverage: []accountmap.Cell{{Unit: "press", Product: "pump", Status: accountmap.CoverageGap}},
	}
}

// edited returns the workbook of an account after edits in a spreadsheet.
func edited(a *accountmap.Account, change func(f *excelize.File) error) *bytes.Buffer {
	m, err := accountmap.New(a)
	if err != nil {
		log.Fatal(err)
	}
	book, err := workbook.New(context.Background(), m, nil)
	if err != nil {
		log.Fatal(err)
	}
	var written, saved bytes.Buffer
	if err := book.WriteXLSX(&written); err != nil {
		log.Fatal(err)
	}
	f, err := excelize.OpenReader(&written)
	if err != nil {
		log.Fatal(err)
	}
	if err := change(f); err != nil {
		log.Fatal(err)
	}
	if err := f.Write(&saved); err != nil {
		log.Fatal(err)
	}
	return &saved
}

// Decode reads the edits of a workbook, and a comparison lists them.
func ExampleDecode_workbook() {
	file := edited(orchard(), func(f *excelize.File) error {
		cells, err := f.SearchSheet("Contacts", "Eva Solà")
		if err != nil {
			return err
		}
		column, row, err := excelize.CellNameToCoordinates(cells[0])
		if err != nil {
			return err
		}
		title, err := excelize.CoordinatesToCellName(column+1, row)
		if err != nil {
			return err
		}
		return f.SetCellValue("Contacts", title, "Head of the press")
	})
	a, problems := codec.Decode(file, codec.XLSX)
	if problems.HasErrors() {
		log.Fatal(problems)
	}
	before, _ := accountmap.New(orchard())
	after, err := accountmap.New(a)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range accountmap.Changed[accountmap.Contact](accountmap.Compare(before, after)).Edited("title") {
		fmt.Printf("%s: %q → %q\n", c.After.Name, c.Before.Title, c.After.Title)
	}
	// Output:
	// Eva Solà: "" → "Head of the press"
}

// Merge keeps an entry whose row was deleted, unless an option says otherwise.
func ExampleMerge() {
	withoutJan := func() *bytes.Buffer {
		return edited(orchard(), func(f *excelize.File) error {
			cells, err := f.SearchSheet("Contacts", "Jan Říha")
			if err != nil {
				return err
			}
			_, row, err := excelize.CellNameToCoordinates(cells[0])
			if err != nil {
				return err
			}
			return f.RemoveRow("Contacts", row)
		})
	}
	_, problems := codec.Decode(withoutJan(), codec.XLSX)
	fmt.Println(problems)

	a, _, problems := codec.Merge(orchard(), withoutJan(), nil)
	if err := problems.Err(); err != nil { // an account with errors lacks some of the edits
		log.Fatal(err)
	}
	fmt.Print(len(a.Contacts), " contacts: ", problems)
	fmt.Println()

	a, _, problems = codec.Merge(orchard(), withoutJan(), &codec.MergeOptions{Delete: true})
	fmt.Println(len(a.Contacts), "contact:", problems)
	// Output:
	// Contacts: error missing-cells: the row "Jan Říha" is gone (restore it, or merge the workbook into its account, which keeps such rows or deletes them)
	// 2 contacts: Contacts: warning missing-cells: the row "Jan Říha" is gone (it stays in the account, unless rows that are gone are to be deleted)
	// 1 contact: no problems
}

// Every problem names the file.
func ExampleMergeFile() {
	_, _, problems := codec.MergeFile(&accountmap.Account{}, "testdata/edited.xlsx", nil)
	fmt.Print(problems)
	// Output: testdata/edited.xlsx: error unreadable: there is no such file (check the name and the folder)
}
