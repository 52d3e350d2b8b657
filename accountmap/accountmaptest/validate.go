package accountmaptest

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Validate returns the problems of an account that are not [Settled].
func Validate(a *accountmap.Account) accountmap.Problems { return Settled(accountmap.Validate(a)) }

// Settled leaves out what the accounts of this package have as every real one: people of one name,
// people who have left with work in their name, and days after the day of the account.
func Settled(problems accountmap.Problems) accountmap.Problems {
	return slices.DeleteFunc(slices.Clone(problems), func(p accountmap.Problem) bool {
		return p.Code == accountmap.ErrSameName || p.Code == accountmap.ErrDeparted || p.Code == accountmap.ErrAfterAsOf
	})
}
