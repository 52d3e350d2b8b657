package accountmap

import "fmt"

func checkUnasked(a *Account, report Report) {
	for i, e := range a.Endorsements {
		if !e.Given.IsZero() && e.Asked.IsZero() {
			report(fmt.Sprintf("endorsements[%d].given", i), "it was given but never asked for", "say when it was asked for, or leave it as it is if nobody asked")
		}
	}
}

// checkReferralCounts reports contacts with more referrals given than asked for: some entry lacks its asking. Those who were never asked
// are for [checkUnasked].
func checkReferralCounts(a *Account, report Report) {
	type count struct{ asked, given int }
	counts := map[ContactID]*count{}
	for _, e := range a.Endorsements {
		if e.Kind != EndorsementReferral {
			continue
		}
		c := counts[e.Contact]
		if c == nil {
			c = &count{}
			counts[e.Contact] = c
		}
		if !e.Asked.IsZero() {
			c.asked++
		}
		if !e.Given.IsZero() {
			c.given++
		}
	}
	for i, e := range a.Endorsements {
		c := counts[e.Contact]
		if e.Kind != EndorsementReferral || c.asked == 0 || c.given <= c.asked {
			continue
		}
		report(fmt.Sprintf("endorsements[%d].contact", i), fmt.Sprintf("%s gave %d referrals, but was asked for %d", quote(string(e.Contact)),
			c.given, c.asked), "say when each was asked for")
		c.given = 0 // once a contact
	}
}
