package rows

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// money reads an amount, also one with the sign of the account's currency. A number of a spreadsheet is the nearest that a computer has, and is rounded to the decimals of the currency.
func (r *Reader) money(kind Kind, text string) (any, error) {
	number, code := text, ""
	if signed, currency, ok := cutSign(text, r.Currency); ok && currency == r.Currency {
		number = signed
	} else if ok {
		return nil, &accountmap.ValueError{Detail: tree.Quote(text) + " is not in the currency of the account", Hint: `write its code after it, such as "1250.00 USD"`}
	} else if i := strings.LastIndexByte(text, ' '); i >= 0 && strings.Trim(text[i+1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && i+1 < len(text) {
		number, code = strings.TrimSpace(text[:i]), text[i:]
	}
	if kind == Number {
		if f, err := strconv.ParseFloat(number, 64); err == nil {
			scaled := f * math.Pow10(r.Currency.Digits())
			if whole := math.Round(scaled); math.Abs(whole) < 1<<53 && math.Abs(scaled-whole) <= 1e-6*max(1, math.Abs(scaled)*1e-9) {
				return nonZero(accountmap.Money{Minor: int64(whole)}), nil
			}
		}
	} else if plain, ok := r.markOf(code).plain(number); ok {
		number = plain
	} else if plain, ok := plainAmount(number); !ok {
		return nil, twoNumbers(number)
	} else {
		number = plain
	}
	m, err := accountmap.ParseMoney(number+code, r.Currency)
	if err != nil {
		return nil, err
	}
	return nonZero(m), nil
}

// markOf is the mark before the decimals of an amount with the code of a currency behind it. Of one with three decimals, what stands behind the
// point is those and not thousands, unless the file says otherwise: that is how amounts are written.
func (r *Reader) markOf(code string) Mark {
	if r.Mark == EitherMark && accountmap.Currency(strings.TrimSpace(code)).Digits() == 3 {
		return PointMark
	}
	return r.Mark
}

// nonZero is nil for an amount that says nothing.
func nonZero(m accountmap.Money) any {
	if m.IsZero() {
		return nil
	}
	return m
}

func (r *Reader) number(c *table.Column, kind Kind, text string) (any, error) {
	if len(text) > longestNumber {
		return nil, twoNumbers(text)
	}
	if kind == Text {
		plain, ok := r.Mark.plain(text)
		if !ok {
			return nil, twoNumbers(text)
		}
		text = plain
	}
	if c.Kind == table.Whole { // a spreadsheet may write 5 as 5.0
		if f, err := strconv.ParseFloat(text, 64); err == nil && f == math.Trunc(f) && math.Abs(f) < 1<<53 {
			return int(f), nil
		}
	}
	v, err := c.Parse(text, r.Currency)
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok && c.Kind == table.Whole {
		if _, number := strconv.ParseFloat(text, 64); number == nil {
			e.Hint = "leave out the decimals"
		}
	}
	return v, err
}

// longestNumber is more than any number takes: the longest of float64 has some 770 digits.
const longestNumber = 2000

func twoNumbers(text string) error {
	return &accountmap.ValueError{Detail: tree.Quote(text) + " is not a number, or may be two",
		Hint: "write it without marks between thousands, such as 1250 or 1250.00"}
}
