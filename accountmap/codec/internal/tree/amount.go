package tree

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// Amount writes an amount in another spelling, "12.000,00 €", as account files have amounts:
// "12000.00 EUR". It returns false when the text is no amount, or could be two. The currency is the
// account's.
func Amount(text string, account accountmap.Currency) (string, bool) {
	var s values.Spelling
	m, rounded, err := s.Money(text, account)
	if err != nil || rounded || text == "" {
		return "", false
	}
	return m.Format(account), true
}
