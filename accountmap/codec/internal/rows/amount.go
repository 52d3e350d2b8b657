package rows

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// plainAmount writes an amount that has commas, or marks between its thousands, as account files have amounts: 12000.00 for "12.000,00" and
// for "12,000.00". It returns false when the text is no such amount, or could be two: "1,250".
func plainAmount(s string) (string, bool) {
	number, currency, named := strings.Cut(s, " ")
	whole, fraction := number, ""
	comma, point := strings.LastIndexByte(number, ','), strings.LastIndexByte(number, '.')
	mark := "," // between thousands
	switch {
	case comma < 0:
		return "", false
	case comma > point && strings.Count(number, ",") == 1 && (point >= 0 || len(number)-comma-1 != 3):
		mark, whole, fraction = ".", number[:comma], number[comma+1:]
	case point > comma && strings.Count(number, ".") == 1:
		whole, fraction = number[:point], number[point+1:]
	case point >= 0 || strings.Count(number, ",") == 1:
		return "", false
	}
	groups := strings.Split(whole, mark)
	for i, digits := range append(groups[:len(groups):len(groups)], fraction) {
		last := i == len(groups)
		if strings.Trim(digits, "0123456789") != "" || i > 0 && !last && len(digits) != 3 || i == 0 && digits == "" {
			return "", false
		}
	}
	plain := strings.Join(groups, "")
	if fraction != "" {
		plain += "." + fraction
	}
	if named {
		plain += " " + currency
	}
	return plain, true
}

// cutSign cuts the sign of a currency from before or after a number. The dollar is the account's when it counts in one.
func cutSign(text string, account accountmap.Currency) (number string, code accountmap.Currency, ok bool) {
	text = strings.TrimSpace(text)
	for _, c := range [...]struct {
		sign string
		code accountmap.Currency
	}{{"€", "EUR"}, {"£", "GBP"}, {"$", dollar(account)}} {
		number, ok = strings.CutSuffix(text, c.sign)
		if !ok {
			number, ok = strings.CutPrefix(text, c.sign)
		}
		if ok {
			return strings.TrimSpace(number), c.code, true
		}
	}
	return text, "", false
}

func dollar(account accountmap.Currency) accountmap.Currency {
	switch account {
	case "AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD":
		return account
	}
	return "USD"
}
