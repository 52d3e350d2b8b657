// Quickstart makes an account in Go, queries it and draws its map.
package main

import (
	"context"
	"fmt"
	"log"

	am "github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render"
)

func main() {
	m, err := am.New(&am.Account{
		Profile:  am.Profile{Name: "Grupo Meridiano"},
		Units:    []am.Unit{{ID: "mad", Name: "Head office", City: "Madrid"}, {ID: "ath", Name: "Hellas", City: "Αθήνα", Parent: "mad"}},
		Products: []am.Product{{ID: "core", Name: "Core"}, {ID: "fleet", Name: "Fleet"}},
		Contacts: []am.Contact{
			{ID: "ana", Name: "Ana Núñez", Title: "Operations director", Unit: "mad", Stance: am.StanceChampion, Power: 4},
			{ID: "eleni", Name: "Ελένη Δήμου", Title: "Head of fleet", Unit: "ath", ReportsTo: "ana"},
		},
		Coverage: []am.Cell{{Unit: "mad", Product: "core", Status: am.CoverageSold}},
	})
	if err != nil {
		log.Fatal(err) // the first problem and the number of others; errors.AsType[am.Problems](err) has all
	}
	for _, cell := range m.NotBought("") {
		fmt.Println(cell.Unit, "does not buy", cell.Product)
	}
	if err := render.WriteFile(context.Background(), "map.svg", m, render.Stakeholders{}, nil); err != nil {
		log.Fatal(err)
	}
}
