package workbook_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/export/workbook"
)

// This example adds a sheet and a chart to the workbook with excelize, and reads the account back
// from the result.
func Example_excelize() {
	m, err := acme()
	if err != nil {
		fmt.Println(err)
		return
	}
	book, err := workbook.New(context.Background(), m, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var written bytes.Buffer
	if err := book.WriteXLSX(&written); err != nil {
		fmt.Println(err)
		return
	}

	f, err := excelize.OpenReader(&written)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	if _, err := f.NewSheet("Forecast"); err != nil {
		fmt.Println(err)
		return
	}
	for i, row := range [][]any{{"Quarter", "EUR"}, {"2027 Q1", 12_000}, {"2027 Q2", 18_500}} {
		if err := f.SetSheetRow("Forecast", fmt.Sprintf("A%d", i+1), &row); err != nil {
			fmt.Println(err)
			return
		}
	}
	if err := f.AddChart("Forecast", "D2", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{
		Name: "Forecast!$B$1", Categories: "Forecast!$A$2:$A$3", Values: "Forecast!$B$2:$B$3"}}}); err != nil {
		fmt.Println(err)
		return
	}
	var saved bytes.Buffer
	if err := f.Write(&saved); err != nil {
		fmt.Println(err)
		return
	}

	account, problems := codec.Decode(&saved, codec.XLSX)
	if problems.Err() != nil {
		fmt.Println(problems)
		return
	}
	fmt.Println(account.Profile.Name, len(account.Units), "units,", account.Contacts[0].Name, account.Contacts[0].Stance)
	// Output:
	// Acme 2 units, Eva Lis champion
}
