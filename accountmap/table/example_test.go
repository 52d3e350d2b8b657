package table_test

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

func ExampleTable_Rows() {
	a := &accountmap.Account{
		Team: []accountmap.Member{
			{ID: "nikos", Name: "Nikos", Reach: []accountmap.Reach{{Contact: "elena", Now: accountmap.ReachVendor}}},
			{ID: "eva", Name: "Eva", Reach: []accountmap.Reach{{Contact: "elena", Wanted: accountmap.ReachTrustedAdviser}}},
		},
	}
	reach, _ := table.Lookup("team.reach")
	for row := range reach.Rows(a) {
		fmt.Println(row.Path())
		for i, c := range reach.Columns {
			if v := row.Value(i); v != nil {
				fmt.Printf("  %s (%s): %s\n", c.Key, c.Kind, c.Format(v, a.Currency))
			}
		}
	}
	// Output:
	// team[0].reach[0]
	//   row (key): #1
	//   member (reference): nikos
	//   contact (reference): elena
	//   now (word): vendor
	// team[1].reach[0]
	//   row (key): #2
	//   member (reference): eva
	//   contact (reference): elena
	//   wanted (word): trusted-adviser
}

func ExampleDraft() {
	contacts, _ := table.Lookup("contacts")
	roles, _ := contacts.Column("roles")
	var d table.Draft
	row := d.Add(contacts)
	d.Set(contacts, row, 0, "elena")
	v, err := contacts.Columns[roles].Parse("Decision maker; user", "EUR")
	fmt.Println(err)
	d.Set(contacts, row, roles, v)

	a := d.Account(func(*table.Table, int) {})
	fmt.Println(a.Contacts[0].ID, a.Contacts[0].Roles)
	// Output:
	// <nil>
	// elena [decision-maker user]
}
