package insight_test

import (
	"fmt"
	"log"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// This example checks a handoff before it is signed off. It prints how complete the handoff is and
// the two most important gaps.
func ExampleSituation_Ready() {
	m, err := accountmap.New(&accountmap.Account{
		Profile: accountmap.Profile{Name: "Grupo Meridiano"},
		Team:    []accountmap.Member{{ID: "arantxa", Name: "Arantxa"}, {ID: "laura", Name: "Laura"}},
		Handoff: accountmap.Handoff{From: "arantxa", To: "laura", Introduction: accountmap.Day(2026, 11, 5)},
	})
	if err != nil {
		log.Fatal(err)
	}
	ready := insight.Of(m, accountmap.Date{}).Ready()
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

// This example lists the appointments of the first month after a handoff.
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

// This example lists what to keep an eye on before the next talk.
func ExampleSituation_Watch() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Grupo Meridiano", Currency: "EUR", AsOf: accountmap.Day(2026, 11, 1)},
		Units:    []accountmap.Unit{{ID: "plant", Name: "Plant North"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
		Contacts: []accountmap.Contact{{ID: "marek", Name: "Marek Kowalski", Unit: "plant", Power: 4, Stance: accountmap.StanceBlocker, Owner: "jan"}},
		Team:     []accountmap.Member{{ID: "jan", Name: "Jan Sowa"}},
		Coverage: []accountmap.Cell{{Unit: "plant", Product: "core", Status: accountmap.CoverageGap, Potential: accountmap.Money{Minor: 1_200_000, Currency: "EUR"}}},
	})
	if err != nil {
		log.Fatal(err)
	}
	w := insight.Of(m, accountmap.Date{}).Watch(insight.WatchOptions{})
	for _, e := range w.ToWinOver.Entries {
		fmt.Println("win over:", e.Contact, e.Factors[0].Reason)
	}
	for _, e := range w.HangsOnOne.Entries {
		fmt.Println("hangs on one:", e.Unit, e.Members)
	}
	fmt.Println("to sell:", w.ToSell.Total, w.ToSell.Worth)
	// Output:
	// win over: marek blocker
	// hangs on one:  [jan]
	// hangs on one: plant [jan]
	// to sell: 1 [12000.00 EUR]
}

// This example lists the missing agreements for an open deal.
func ExampleSituation_Deals() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Grupo Meridiano", Currency: "EUR"},
		Units:    []accountmap.Unit{{ID: "plant", Name: "Plant North"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
		Contacts: []accountmap.Contact{
			{ID: "agnieszka", Name: "Agnieszka Lis", Unit: "plant", Roles: []accountmap.Role{accountmap.RoleDecisionMaker}, Stance: accountmap.StanceSupporter},
			{ID: "marek", Name: "Marek Kowalski", Unit: "plant", Roles: []accountmap.Role{accountmap.RoleTechnicalBuyer}, Stance: accountmap.StanceSceptic},
		},
		Coverage: []accountmap.Cell{{Unit: "plant", Product: "core", Status: accountmap.CoverageProposed, Potential: accountmap.Money{Minor: 1_200_000, Currency: "EUR"}}},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range insight.Of(m, accountmap.Date{}).Deals(0) {
		fmt.Println(d.Unit, d.Products, d.Worth, "for us:", d.Yes)
		for _, v := range d.Open {
			fmt.Println("missing:", v.Contact, v.Stance)
		}
		fmt.Println("nobody known as:", d.Roles)
	}
	// Output:
	// plant [core] [12000.00 EUR] for us: [agnieszka]
	// missing: marek sceptic
	// nobody known as: [budget-holder]
}
