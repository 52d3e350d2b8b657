package accountmap

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/quote"
)

// checkFuture reports, once, everything that is dated after the day of the account and can only have
// happened: orders, talks, demonstrations, surveys, cases, requests and their answers.
func checkFuture(a *Account, report Report) {
	if a.AsOf.IsZero() || a.AsOf.valid() != nil {
		return
	}
	var latest Date
	var places []string
	see := func(list string, i int, days ...Date) {
		if day := slices.MaxFunc(days, Date.Compare); a.AsOf.Before(day) {
			latest = later(latest, day)
			places = append(places, fmt.Sprintf("%s[%d]", list, i))
		}
	}
	for i, o := range a.Orders {
		see("orders", i, o.Date, o.Delivered)
	}
	for i, e := range a.Endorsements {
		see("endorsements", i, e.Asked, e.Given, e.Declined)
	}
	for i, e := range a.Exposures {
		see("exposures", i, e.Date)
	}
	for i, c := range a.Communications {
		see("communications", i, c.Date)
	}
	for i, s := range a.Surveys {
		see("surveys", i, s.Date)
	}
	for i, c := range a.Cases {
		see("cases", i, c.Opened, c.Closed)
	}
	if len(places) == 0 {
		return
	}
	const most = 3
	shown := places[:min(most, len(places))]
	if len(places) > most {
		shown = append(slices.Clone(shown), "…")
	}
	entries := "entries are"
	if len(places) == 1 {
		entries = "entry is"
	}
	report("account.asOf", fmt.Sprintf("%d %s dated after the day of the account, %s: %s", len(places), entries, a.AsOf, strings.Join(shown, ", ")),
		"write asOf: "+quote.Message(latest.String())+", the latest of these days, or correct them", places[0])
}
