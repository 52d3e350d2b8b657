package accountmap_test

import (
	"fmt"
	"log"

	"github.com/accountatlas/accountatlas/accountmap"
)

func ExampleCompare() {
	later := orchard()
	later.Contacts[0].Stance = accountmap.StanceNeutral
	later.Contacts[1].Unit = "store"
	later.Contacts = append(later.Contacts, accountmap.Contact{ID: "mei", Name: "Mei Tan", Unit: "store"})
	later.Coverage[1].Status = accountmap.StatusSold
	later.Endorsements[0].Given = accountmap.Date{Year: 2026, Month: 9, Day: 1}
	later.Orders = append(later.Orders, accountmap.Order{
		Unit: "press", Product: "mobile", Date: accountmap.Date{Year: 2026, Month: 9, Day: 8}, Amount: accountmap.Money{Minor: 99000},
	})
	after, err := accountmap.New(later)
	if err != nil {
		log.Fatal(err)
	}

	c := accountmap.Compare(orchardMap(), after)
	for _, p := range c.Joined() {
		fmt.Println("joined:", p.After.Name)
	}
	for _, p := range c.Moved() {
		fmt.Printf("moved: %s from %s to %s\n", p.After.Name, p.Before.Unit, p.After.Unit)
	}
	for _, p := range c.Contacts.Edited("stance") {
		fmt.Printf("%s: %s → %s\n", p.After.Name, p.Before.Stance, p.After.Stance)
	}
	for _, cell := range c.Statuses() {
		fmt.Printf("%s in %s: %s → %s\n", cell.After.Product, cell.After.Unit, cell.Before.Status, cell.After.Status)
	}
	fmt.Println("ordered:", c.Ordered().Lines, c.Ordered().Amounts)
	fmt.Println("referrals given:", len(c.Given(accountmap.EndorsementReferral)))
	fmt.Println("changes in all:", c.Len())
	// Output:
	// joined: Mei Tan
	// moved: Jan Říha from press to store
	// Eva Solà: champion → neutral
	// mobile in press: proposed → sold
	// ordered: 1 [990.00 EUR]
	// referrals given: 1
	// changes in all: 6
}

// The client's copy is a map like any other: what is made of it, whatever the output, can be given away.
func ExampleMap_Select_client() {
	copied := orchardMap().Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	for c := range copied.Contacts() {
		fmt.Printf("%s %q\n", c.Name, c.Stance)
	}
	for _, c := range copied.NotBought("press") {
		fmt.Printf("%s %q\n", c.Product, c.Status)
	}
	fmt.Println(len(copied.Asked(accountmap.EndorsementReferral)))
	// Output:
	// Eva Solà ""
	// Jan Říha ""
	// mobile ""
	// training ""
	// 0
}
