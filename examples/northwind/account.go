package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/orders"
)

// readAccount makes one account from the tables. The problems are skipped rows, or mistakes in the
// tables.
func readAccount(folder fs.FS) (*accountmap.Account, accountmap.Problems, error) {
	m, err := orders.ReadMapping(bytes.NewReader(mapping))
	if err != nil {
		return nil, nil, err
	}
	account := &accountmap.Account{Profile: accountmap.Profile{ID: "northwind", Name: "Northwind Traders", Industry: "Food wholesale"}}
	problems := orders.Add(account, folder, m)
	if problems.HasErrors() {
		return nil, problems, errors.New("the tables cannot be read")
	}
	discontinued, err := readDiscontinued(folder)
	if err != nil {
		return nil, problems, err
	}
	addCoverage(account, discontinued)
	return account, problems, nil
}

// readDiscontinued returns the discontinued products, which the orders do not show.
func readDiscontinued(folder fs.FS) (products map[accountmap.ProductID]bool, err error) {
	f, err := folder.Open("products.csv")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	products = map[accountmap.ProductID]bool{}
	for _, row := range rows {
		products[accountmap.ProductID(row[0])] = row[len(row)-1] == "1"
	}
	return products, nil
}

type cell struct {
	unit    accountmap.UnitID
	product accountmap.ProductID
}

// addCoverage derives the coverage from the orders. A product ordered in the last twelve months is
// sold, and one ordered only before has lapsed. A discontinued product without an order is blocked.
func addCoverage(a *accountmap.Account, discontinued map[accountmap.ProductID]bool) {
	last := map[cell]accountmap.Date{}
	for _, o := range a.Orders {
		if key := (cell{o.Unit, o.Product}); last[key].Before(o.Date) {
			last[key] = o.Date
		}
	}
	yearAgo := a.AsOf
	yearAgo.Year--
	for _, u := range a.Units {
		for _, p := range a.Products {
			c := accountmap.Cell{Unit: u.ID, Product: p.ID}
			day, ordered := last[cell{u.ID, p.ID}]
			switch {
			case ordered && yearAgo.Before(day):
				c.Status = accountmap.CoverageSold
			case ordered:
				c.Status = accountmap.CoverageLapsed
			case u.Kind == accountmap.UnitCompany && discontinued[p.ID]:
				c.Status, c.Reason = accountmap.CoverageBlocked, "The product is discontinued."
			default:
				continue
			}
			a.Coverage = append(a.Coverage, c)
		}
	}
}
