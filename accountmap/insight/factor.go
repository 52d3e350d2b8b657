package insight

import "github.com/accountatlas/accountatlas/accountmap"

// Factor is one reason for a judgement, with the people, things and numbers behind it. Which fields
// are set depends on the reason; the others are zero. Package terms writes it as a phrase.
type Factor struct {
	Reason accountmap.Reason
	// Contacts are the client's people, Members our own, Units the parts of the client.
	Contacts []accountmap.ContactID
	Members  []accountmap.MemberID
	Units    []accountmap.UnitID
	Product  accountmap.ProductID
	// Competitor is the company that sells it to them instead.
	Competitor accountmap.CompetitorID
	// Roles are the parts that a person plays in a purchase.
	Roles []accountmap.Role
	// Date is the day in question. Days is the number of days up to it or since, never negative.
	Date accountmap.Date
	Days int
	// Count is a number of things, and Of the number that it is a part of; Of is 0 where there is no
	// whole.
	Count, Of int
	// Share is a part of a whole, from 0 to 1, or an increase: 0.1 is a tenth more. Expected is the
	// share, or the number of days, that would be usual.
	Share, Expected float64
	// Amount is in the account's currency.
	Amount accountmap.Money
}

// has reports whether one of the factors has the reason.
func has(factors []Factor, reason accountmap.Reason) bool {
	for _, f := range factors {
		if f.Reason == reason {
			return true
		}
	}
	return false
}

// stanceReason returns the reason for a stance.
func stanceReason(s accountmap.Stance) accountmap.Reason {
	switch s {
	case accountmap.StanceChampion:
		return accountmap.ReasonChampion
	case accountmap.StanceSupporter:
		return accountmap.ReasonSupporter
	case accountmap.StanceNeutral:
		return accountmap.ReasonNeutral
	case accountmap.StanceSceptic:
		return accountmap.ReasonSceptic
	case accountmap.StanceBlocker:
		return accountmap.ReasonBlocker
	}
	return accountmap.ReasonStanceUnknown
}

// stanceRank orders stances: a champion is 0, a supporter 1, neutral 2, unknown 3, a sceptic 4 and
// a blocker 5.
func stanceRank(s accountmap.Stance) int {
	switch s {
	case accountmap.StanceChampion:
		return 0
	case accountmap.StanceSupporter:
		return 1
	case accountmap.StanceNeutral:
		return 2
	case accountmap.StanceSceptic:
		return 4
	case accountmap.StanceBlocker:
		return 5
	}
	return 3
}

// statusReason returns the reason for the status of a cell in which something could be sold.
func statusReason(s accountmap.CoverageStatus) accountmap.Reason {
	switch s {
	case accountmap.CoverageProposed:
		return accountmap.ReasonOffered
	case accountmap.CoverageOpportunity:
		return accountmap.ReasonDealOpen
	case accountmap.CoverageGap:
		return accountmap.ReasonGap
	case accountmap.CoverageCompetitor:
		return accountmap.ReasonWithCompetitor
	case accountmap.CoverageInHouse:
		return accountmap.ReasonInHouse
	case accountmap.CoverageLapsed:
		return accountmap.ReasonLapsed
	}
	return accountmap.ReasonUnassessed
}
