package accountmap_test

import (
	"errors"
	"fmt"
	"log"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// orchard returns a small client: a group of two sites, three products, and two people.
func orchard() *accountmap.Account {
	return &accountmap.Account{
		Profile: accountmap.Profile{Name: "Orchard", Currency: "EUR"},
		Units: []accountmap.Unit{
			{ID: "group", Name: "Orchard Group", City: "Valencia"},
			{ID: "press", Name: "Press", Parent: "group", City: "Πάτρα"},
			{ID: "store", Name: "Store", Parent: "group"},
		},
		Products: []accountmap.Product{
			{ID: "core", Name: "Core", Line: "Platform"},
			{ID: "mobile", Name: "Mobile", Line: "Field"},
			{ID: "training", Name: "Training", Line: "Services"},
		},
		Contacts: []accountmap.Contact{
			{ID: "eva", Name: "Eva Solà", Unit: "press", Stance: accountmap.StanceChampion},
			{ID: "jan", Name: "Jan Říha", Unit: "press", ReportsTo: "eva"},
		},
		Coverage: []accountmap.Cell{
			{Unit: "press", Product: "core", Status: accountmap.CoverageSold},
			{Unit: "press", Product: "mobile", Status: accountmap.CoverageProposed},
			{Unit: "store", Product: "core", Status: accountmap.CoverageLapsed},
			{Unit: "store", Product: "mobile", Status: accountmap.CoverageNotRelevant, Reason: "Nobody leaves the desk"},
		},
		Orders: []accountmap.Order{
			{Unit: "press", Product: "core", Date: accountmap.Day(2026, 2, 3), Amount: accountmap.Money{Minor: 480000}},
		},
		Endorsements: []accountmap.Endorsement{
			{Kind: accountmap.EndorsementReferral, Contact: "eva", Asked: accountmap.Day(2026, 5, 4)},
		},
	}
}

func orchardMap() *accountmap.Map {
	m, err := accountmap.New(orchard())
	if err != nil {
		log.Fatal(err)
	}
	return m
}

func ExampleNew() {
	m, err := accountmap.New(orchard())
	if err != nil {
		log.Fatal(err)
	}
	for u, depth := range m.Units() {
		fmt.Printf("%*s%s\n", 2*depth, "", u.Name)
		for c := range m.ContactsIn(u.ID) {
			fmt.Printf("%*s- %s\n", 2*depth+2, "", c.Name)
		}
	}
	// Output:
	// Orchard Group
	//   Press
	//     - Eva Solà
	//     - Jan Říha
	//   Store
}

func ExampleNew_problems() {
	a := orchard()
	a.Contacts[1].ReportsTo = "evva"
	a.Units[2].Parent = "store"

	_, err := accountmap.New(a)
	if problems, ok := errors.AsType[accountmap.Problems](err); ok {
		for _, p := range problems {
			fmt.Println(p)
		}
	}
	fmt.Println(errors.Is(err, accountmap.ErrUnitCycle))
	// Output:
	// units[2].parent: error unit-cycle: these units form a cycle, so none is at the top: Store → Store (remove the parent of the top unit)
	// contacts[1].reportsTo: error unknown-reference: no contact has the id "evva" (did you mean "eva"?)
	// true
}

func ExampleValidate() {
	a := orchard()
	a.Coverage[3].Reason = ""
	a.Contacts[0].Power = 7
	for _, p := range accountmap.Validate(a) {
		fmt.Println(p.Path, p.Code)
	}
	// Output:
	// contacts[0].power out-of-range
	// coverage[3].reason missing-reason
}

// This example adds a rule of the caller to the usual rules. Its problem is a warning, so the
// account stays valid.
func ExampleValidate_ownRule() {
	owned := accountmap.Rule{
		Code: "no-owner", Level: accountmap.LevelWarning,
		Check: func(a *accountmap.Account, report accountmap.Report) {
			for i, c := range a.Contacts {
				if c.Owner == "" {
					report(fmt.Sprintf("contacts[%d].owner", i), c.Name+" has no owner", "name a member of the team")
				}
			}
		},
	}
	problems := accountmap.Validate(orchard(), append(accountmap.Rules(), owned)...)
	fmt.Print(problems.Report())
	fmt.Println(problems.Err())
	// Output:
	// contacts[0].owner: warning no-owner: Eva Solà has no owner (name a member of the team)
	// contacts[1].owner: warning no-owner: Jan Říha has no owner (name a member of the team)
	// <nil>
}

// The usual rules, with one removed and one raised to an error.
func ExampleRules() {
	rules := slices.DeleteFunc(accountmap.Rules(), func(r accountmap.Rule) bool { return r.Code == accountmap.ErrGivenUnasked })
	for i := range rules {
		if rules[i].Code == accountmap.ErrUnexpectedOrders {
			rules[i].Level = accountmap.LevelError
		}
	}
	a := orchard()
	a.Coverage[0].Status = accountmap.CoverageGap
	a.Endorsements[0] = accountmap.Endorsement{Kind: accountmap.EndorsementReferral, Contact: "eva", Given: accountmap.Day(2026, 5, 4)}

	problems := accountmap.Validate(a, rules...)
	fmt.Print(problems.Report())
	fmt.Println(problems.HasErrors())
	// Output:
	// coverage[0].status: error unexpected-orders: the cell is gap, but has orders: 1, the last of 2026-02-03 (make it sold, or lapsed if they no longer buy it, or correct the orders)
	// true
}

func ExampleMap_Penetration() {
	m := orchardMap()
	whole := m.Penetration("")
	fmt.Printf("whole account: %d of %d, %.0f %%\n", whole.Sold, whole.Sellable, 100*whole.Share())
	for u := range m.Matrix().Units() {
		p := m.Penetration(u.ID)
		fmt.Printf("%s: %d of %d\n", u.Name, p.Sold, p.Sellable)
	}
	// Output:
	// whole account: 1 of 5, 20 %
	// Press: 1 of 3
	// Store: 0 of 2
}

func ExampleMap_ActiveUnits() {
	for _, u := range orchardMap().ActiveUnits() {
		fmt.Println(u.Unit, u.Sold, u.LastOrder)
	}
	// Output: press 1 2026-02-03
}

func ExampleMap_DormantUnits() {
	for _, u := range orchardMap().DormantUnits() {
		fmt.Println(u.Unit, "lapsed:", u.Lapsed)
	}
	// Output: store lapsed: 1
}

func ExampleMap_Locations() {
	for _, l := range orchardMap().Locations() {
		fmt.Printf("%s: %s (from %q)\n", l.Unit, l.City, l.From)
	}
	// Output:
	// group: Valencia (from "")
	// press: Πάτρα (from "")
	// store: Valencia (from "group")
}

func ExampleMap_Bought() {
	for _, p := range orchardMap().Bought("") {
		fmt.Println(p.Unit, p.Product, p.Status, p.Amounts)
	}
	// Output:
	// press core sold [4800.00 EUR]
	// store core lapsed []
}

func ExampleMap_NotBought() {
	for _, c := range orchardMap().NotBought("") {
		fmt.Printf("%s %s %q\n", c.Unit, c.Product, c.Status)
	}
	// Output:
	// press mobile "proposed"
	// press training ""
	// store mobile "not-relevant"
	// store training ""
}

func ExampleMap_Known() {
	for _, u := range orchardMap().Known("", accountmap.Date{}) {
		fmt.Println(u.Unit, u.Contacts)
	}
	// Output:
	// press [eva jan]
	// store []
}

func ExampleMap_Asked() {
	for _, a := range orchardMap().Asked(accountmap.EndorsementReferral, accountmap.Date{}) {
		fmt.Println(a.Contact, "open:", a.Open, "last asked:", a.Last)
	}
	// Output: eva open: 1 last asked: 2026-05-04
}

func ExampleMap_Given() {
	referrals := orchardMap().Given(accountmap.EndorsementReferral, accountmap.Date{})
	fmt.Println(referrals.Given, "of", referrals.Asked)
	// Output: 0 of 1
}

func ExampleMap_Select() {
	part := orchardMap().Select(accountmap.Scope{Units: []accountmap.UnitID{"press"}})
	for u := range part.Units() {
		fmt.Println(u.Name, part.IsGrouping(u.ID))
	}
	// Output:
	// Orchard Group true
	// Press false
}

func ExampleMatrix() {
	x := orchardMap().Matrix()
	for p := range x.Products() {
		for u := range x.Units() {
			fmt.Printf("%s in %s: %q\n", p.Name, u.Name, x.At(u.ID, p.ID).Status)
		}
	}
	// Output:
	// Core in Press: "sold"
	// Core in Store: "lapsed"
	// Mobile in Press: "proposed"
	// Mobile in Store: "not-relevant"
	// Training in Press: ""
	// Training in Store: ""
}

func ExampleParseMoney() {
	for _, text := range []string{"1250.00", "1250.00 USD", "1,250"} {
		m, err := accountmap.ParseMoney(text, "EUR")
		fmt.Println(m.Minor, m.Currency, err)
	}
	// Output:
	// 125000  <nil>
	// 125000 USD <nil>
	// 0  "1,250" is not an amount (a decimal such as "1250.00", or "1250.00 USD" in another currency)
}

func ExampleParseDate() {
	d, err := accountmap.ParseDate("2026-11-01")
	fmt.Println(d, err)
	_, err = accountmap.ParseDate("1.11.2026")
	fmt.Println(err)
	// Output:
	// 2026-11-01 <nil>
	// "1.11.2026" is not a date (year-month-day, such as 2026-11-01)
}

func ExampleCompare() {
	later := orchard()
	later.Contacts[0].Stance = accountmap.StanceNeutral
	later.Contacts[1].Unit = "store"
	later.Contacts = append(later.Contacts, accountmap.Contact{ID: "mei", Name: "Mei Tan", Unit: "store"})
	later.Coverage[1].Status = accountmap.CoverageSold
	later.Endorsements[0].Given = accountmap.Day(2026, 9, 1)
	later.Orders = append(later.Orders, accountmap.Order{
		Unit: "press", Product: "mobile", Date: accountmap.Day(2026, 9, 8), Amount: accountmap.Money{Minor: 99000},
	})
	after, err := accountmap.New(later)
	if err != nil {
		log.Fatal(err)
	}

	c := accountmap.Compare(orchardMap(), after)
	for _, p := range c.Joined() {
		fmt.Println("joined:", p.After.Name)
	}
	for _, p := range accountmap.Changed[accountmap.Contact](c).Edited("unit") {
		fmt.Printf("moved: %s from %s to %s\n", p.After.Name, p.Before.Unit, p.After.Unit)
	}
	for _, p := range accountmap.Changed[accountmap.Contact](c).Edited("stance") {
		fmt.Printf("%s: %s → %s\n", p.After.Name, p.Before.Stance, p.After.Stance)
	}
	for _, cell := range c.Statuses() {
		fmt.Printf("%s in %s: %s → %s\n", cell.After.Product, cell.After.Unit, cell.Before.Status, cell.After.Status)
	}
	fmt.Println("ordered:", c.Ordered().Lines, c.Ordered().Amounts)
	fmt.Println("changes in all:", c.Len())
	// Output:
	// joined: Mei Tan
	// moved: Jan Říha from press to store
	// Eva Solà: champion → neutral
	// mobile in press: proposed → sold
	// ordered: 1 [990.00 EUR]
	// changes in all: 6
}

// The client's copy is a map like any other. Every output of it can be given to the client.
func ExampleMap_Select_client() {
	copied := orchardMap().Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	for c := range copied.Contacts() {
		fmt.Printf("%s %q\n", c.Name, c.Stance)
	}
	for _, c := range copied.NotBought("press") {
		fmt.Printf("%s %q\n", c.Product, c.Status)
	}
	fmt.Println(len(copied.Asked(accountmap.EndorsementReferral, accountmap.Date{})))
	// Output:
	// Eva Solà ""
	// Jan Říha ""
	// mobile ""
	// training ""
	// 0
}
