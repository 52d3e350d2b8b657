package insight_test

import (
	"fmt"
	"log"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// A handoff is looked at before it is signed off: how complete it is, and what to do first.
func ExampleReady() {
	m, err := accountmap.New(&accountmap.Account{
		Profile: accountmap.Profile{Name: "Grupo Meridiano"},
		Team:    []accountmap.Member{{ID: "arantxa", Name: "Arantxa"}, {ID: "laura", Name: "Laura"}},
		Handoff: accountmap.Handoff{From: "arantxa", To: "laura", Introduction: accountmap.Day(2026, 11, 5)},
	})
	if err != nil {
		log.Fatal(err)
	}
	ready := insight.Ready(m, accountmap.Date{})
	words := terms.English()
	fmt.Println(ready.Met(), "of", len(ready.Findings))
	for _, f := range ready.Missing()[:2] {
		fmt.Println(words.Gap(f.Check))
	}
	// Output:
	// 2 of 9
	// Find a champion with power 3 or more
	// Find out by name who decides and who holds the budget
}

// What comes in the first month after the account changed hands.
func ExampleAgenda() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:     accountmap.Profile{Name: "Grupo Meridiano"},
		Team:        []accountmap.Member{{ID: "laura", Name: "Laura"}},
		Cadences:    []accountmap.Cadence{{Title: "Review", Every: "FREQ=WEEKLY;INTERVAL=2", From: accountmap.Day(2026, 11, 5)}},
		Commitments: []accountmap.Commitment{{Text: "Send the price list", By: "laura", Due: accountmap.Day(2026, 11, 9)}},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range insight.Agenda(m, accountmap.Day(2026, 11, 1), accountmap.Day(2026, 11, 30)) {
		fmt.Println(a.Date, terms.English().AgendaKind(a.Kind)+":", a.Title)
	}
	// Output:
	// 2026-11-05 Regular talk: Review
	// 2026-11-09 Promise: Send the price list
	// 2026-11-19 Regular talk: Review
}
