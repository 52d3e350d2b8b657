package accountmaptest

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Validate returns the problems of an account, but for what generated accounts have as every real
// one: people of one name, people who have left and on whom something hangs, and days after that of
// the account.
func Validate(a *accountmap.Account) accountmap.Problems {
	return slices.DeleteFunc(accountmap.Validate(a), func(p accountmap.Problem) bool {
		return p.Code == accountmap.ErrSameName || p.Code == accountmap.ErrDeparted || p.Code == accountmap.ErrAfterAsOf
	})
}
