package handoff_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
)

// tile returns the text of the tile with a label.
func tile(t *testing.T, summary *html.Node, label string) string {
	t.Helper()
	for _, dt := range elements(summary, "dt") {
		if said(dt) == label {
			return said(dt.Parent)
		}
	}
	assert.Fail(t, "no tile "+label)
	return ""
}

func TestHandoffOmitsExpiredTestimonials(t *testing.T) {
	a := exporttest.Sample()
	give := func(contact accountmap.ContactID, asked, expires accountmap.Date, public bool) {
		a.Endorsements = append(a.Endorsements, accountmap.Endorsement{Kind: accountmap.EndorsementTestimonial, Contact: contact, Asked: asked,
			Given: exporttest.Day(2025, 3, 4), Text: "Good.", Public: public, Expires: expires})
	}
	give("gone", exporttest.Day(2025, 2, 12), exporttest.Day(2026, 3, 31), true)
	give("boss", accountmap.Date{}, exporttest.Day(2027, 1, 1), true)
	give("chief", exporttest.Day(2025, 3, 1), accountmap.Date{}, false)
	byID, _ := sections(t, exporttest.NewMap(t, a), nil)
	assert.Equal(t, []string{
		"Contact|State|Asked|Leads to|In their own words|May be quoted|Expires",
		"Referrals: Given 1 / 2",
		"Boss Ana Head office|Open|1 May 2026",
		"Boss Ana Head office|Given 20 Jan 2026|10 Jan 2026|Chief Eva Mill",
		"Testimonials: Given 1 / 2 · Given unasked 1 · 1 of somebody who has left",
		"Fan Dora Mill|Declined 9 Feb 2026|2 Feb 2026|Core|Not yet.",
		"Gone Emil Mill|Given 4 Mar 2025|12 Feb 2025||Good.|no: expired 31 Mar 2026|31 Mar 2026",
		"Boss Ana Head office|Given unasked 4 Mar 2025|||Good.|yes|1 Jan 2027",
		"Chief Eva Mill|Given 4 Mar 2025|1 Mar 2025||Good.",
		"Ask|Reason|Owner", "Trust", "Clerk Ben Head office|Heads a unit beside it We know each other well Stance unknown|Diego Salas",
	}, table(byID["endorsements"]))
	assert.Equal(t, "Testimonials to quote1of 2 given", tile(t, byID["summary"], "Testimonials to quote"))

	before, _ := sections(t, exporttest.NewMap(t, a), &handoff.Options{AsOf: exporttest.Day(2026, 3, 30)})
	assert.NotContains(t, said(before["endorsements"]), "expired")
	assert.Equal(t, "Testimonials to quote2of 3 given", tile(t, before["summary"], "Testimonials to quote"))
}

func TestHandoffMarksOverdueEntries(t *testing.T) {
	a := exporttest.Sample()
	promise := func(contact accountmap.ContactID, followUp accountmap.Date) {
		a.Communications = append(a.Communications, accountmap.Communication{Date: exporttest.Day(2025, 12, 1), Contacts: []accountmap.ContactID{contact}, FollowUp: followUp})
	}
	promise("fan", exporttest.Day(2026, 10, 31))
	promise("chief", exporttest.Day(2025, 12, 24))
	byID, _ := sections(t, exporttest.NewMap(t, a), nil)
	assert.Equal(t, []string{
		"Date|Channel|Their people|Our people|Subject|Follow-up",
		"1 Jun 2026|||Laura Méndez Diego Salas|Among us Internal",
		"1 Jan 2026|Meeting|Boss Ana Chief Eva|Laura Méndez|First talk Friendly.|1 Dec 2026",
		"1 Dec 2025||Fan Dora|||31 Oct 2026 Late",
		"1 Dec 2025||Chief Eva|||24 Dec 2025 done",
	}, table(byID["communications"]))
	assert.Equal(t, "Late4Follow-up 1 · Renewal 1 · Survey 2", tile(t, byID["summary"], "Late"))
}

func TestHandoffLeavesOutGrowthItCannotKnow(t *testing.T) {
	a := exporttest.Sample()
	a.Orders = []accountmap.Order{
		{Unit: "mill", Product: "core", Date: exporttest.Day(2026, 2, 1), Amount: accountmap.Money{Minor: 1500000}},
		{Unit: "mill", Product: "core", Date: exporttest.Day(2025, 3, 1), Amount: accountmap.Money{Minor: 1000000}},
		{Unit: "mill", Product: "care", Date: exporttest.Day(2026, 2, 1), Amount: accountmap.Money{Minor: 1470000, Currency: "PLN"}},
	}
	byID, _ := sections(t, exporttest.NewMap(t, a), nil)
	assert.Equal(t, "Orders in the last year15,000EUR · 2 order lines · recorded since 1 Mar 2025 · + 14,700 PLN",
		tile(t, byID["summary"], "Orders in the last year"))
	assert.Contains(t, page(t, exporttest.NewMap(t, a), nil), "+\u00a014,700\u00a0PLN", "a sum stays on one line with its sign")
}
