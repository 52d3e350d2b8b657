package calendar_test

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/calendar"
)

// A calendar of the upcoming dates, for the successor on an account.
func ExampleNew() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{ID: "acme", Name: "Acme"},
		Cadences: []accountmap.Cadence{{Title: "Review", Every: "FREQ=MONTHLY;INTERVAL=3", From: accountmap.Date{Year: 2026, Month: 11, Day: 3}}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	diary, err := calendar.New(m, &calendar.Options{AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range diary.Events {
		fmt.Println(e.Day.Format("2 January 2006"), e.Summary, e.Rule)
	}
	// Output:
	// 3 November 2026 Acme: Regular talk, Review FREQ=MONTHLY;INTERVAL=3
}
