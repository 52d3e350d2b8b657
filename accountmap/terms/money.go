package terms

import "github.com/accountatlas/accountatlas/accountmap"

// Money writes an amount with the decimals of its currency, followed by a no-break space and the currency's code: "1,250.00 EUR", "1250,00 EUR".
// It uses the code instead of the sign, since twenty currencies are written $. An amount without a currency has two decimals and no code. The
// zero Money, an unknown amount, is "".
func (t *Terms) Money(m accountmap.Money) string {
	if m.IsZero() {
		return ""
	}
	amount := t.digits(m.Decimal(""))
	if m.Currency == "" {
		return amount
	}
	return t.fill(t.word("format.money"), []any{amount, string(m.Currency)})
}
