package rows

import (
	"cmp"
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// spelling returns the notation for a text. The decimal mark is open for a text without the mark of
// the file: 1.250 is ambiguous in a file with decimal commas, unless it is settled.
func (r *Reader) spelling(text string) values.Spelling {
	decimal := ""
	if r.Settled || strings.Contains(text, r.Decimal) {
		decimal = r.Decimal
	}
	s, _ := values.NewSpelling(decimal, r.DateOrder)
	return s
}

func (r *Reader) date(kind Kind, text string) (any, error) {
	d, err := r.spelling(text).Date(text)
	if basic := len(text) == len("20261101"); kind == Number && (err != nil || !basic) {
		hint := message.Of("give the cell the format of dates")
		if d, ok := values.SerialDay(text); ok {
			hint += message.Of(", which shows %s, or write the date", d.String())
		}
		return nil, accountmap.NewValueError(message.Of("%s is a number, not a date", quote.Text(text)), hint)
	}
	if two, ok := errors.AsType[*values.Ambiguity](err); ok {
		return nil, accountmap.NewValueError(two.Detail(), cmp.Or(values.DateHint(text), message.Of("write year-month-day, such as 2026-11-01")))
	} else if err != nil {
		detail, hint := problems.Explain(err)
		return nil, accountmap.NewValueError(detail, cmp.Or(values.DateHint(text), hint))
	}
	return d, nil
}

// money reads an amount. A number of a spreadsheet is a binary approximation, so it is rounded to
// the decimals of the currency.
func (r *Reader) money(kind Kind, text string) (any, error) {
	if f, err := strconv.ParseFloat(text, 64); kind == Number && err == nil {
		scaled := f * math.Pow10(r.Currency.Digits())
		if whole := math.Round(scaled); math.Abs(whole) < 1<<53 && math.Abs(scaled-whole) <= 1e-6*max(1, math.Abs(scaled)*1e-9) {
			return nonZero(accountmap.Money{Minor: int64(whole)}), nil
		}
	}
	s := r.spelling(text)
	plain, code, err := s.Plain(text, r.Currency)
	if code.Digits() == 3 && code != "" && r.Decimal == "" { // three decimals rather than thousands
		s, _ = values.NewSpelling(".", "")
		plain, code, err = s.Plain(text, r.Currency)
	}
	if amount, ok := tree.Amount(text, r.Currency); err != nil && ok {
		return nil, accountmap.NewValueError(message.Of("%s is not an amount", quote.Text(text)), message.Of("write %s", amount))
	}
	if amount, ok := tree.AmountFor(text, r.Currency); err != nil && ok {
		return nil, accountmap.NewValueError(message.Of("%s is not an amount", quote.Text(text)), message.Of("write %s, and what it is for in a text", amount))
	}
	if err != nil && !strings.ContainsFunc(text, unicode.IsDigit) {
		return nil, accountmap.NewValueError(message.Of("%s is not an amount", quote.Text(text)), message.Of("write it in digits, such as 1250.00, or leave the cell empty until it is known"))
	}
	if err != nil {
		return nil, twoNumbers(text)
	}
	signed := strings.ContainsAny(text, "€£$")
	switch {
	case signed && code != "" && code != r.Currency:
		return nil, accountmap.NewValueError(message.Of("%s is not in the currency of the account", quote.Text(text)), message.Of(`write its code after it, such as "1250.00 USD"`))
	case code != "" && !signed:
		plain += " " + string(code)
	}
	m, err := accountmap.ParseMoney(plain, r.Currency)
	if err != nil {
		if _, asWritten := accountmap.ParseMoney(text, r.Currency); asWritten != nil {
			err = asWritten // it quotes what the user wrote
		}
		return nil, err
	}
	return nonZero(m), nil
}

// nonZero returns nil for a zero amount without a currency.
func nonZero(m accountmap.Money) any {
	if m.IsZero() {
		return nil
	}
	return m
}

func (r *Reader) number(c *table.Column, kind Kind, text string) (any, error) {
	written := text
	if kind == Text {
		plain, code, err := r.spelling(text).Plain(text, "")
		if err != nil || code != "" {
			return nil, r.notNumber(c, text)
		}
		text = plain
	}
	if c.Kind == table.Whole { // a spreadsheet may write 5 as 5.0
		if f, err := strconv.ParseFloat(text, 64); err == nil && f == math.Trunc(f) && math.Abs(f) < 1<<53 {
			return int(f), nil
		}
	}
	v, err := c.Parse(text, r.Currency)
	if _, asWritten := c.Parse(written, r.Currency); err != nil && asWritten != nil {
		err = asWritten // it quotes what the user wrote
	}
	if _, number := strconv.ParseFloat(text, 64); err != nil && number == nil && c.Kind == table.Whole {
		detail, _ := problems.Explain(err)
		err = accountmap.NewValueError(detail, message.Of("leave out the decimals"))
	}
	return v, err
}

// notNumber returns the error for a text in a column of numbers.
func (r *Reader) notNumber(c *table.Column, text string) error {
	switch {
	case strings.ContainsFunc(text, unicode.IsDigit):
		return twoNumbers(text)
	case c.Kind == table.Whole:
		return accountmap.NewValueError(message.Of("%s is not a whole number", quote.Text(text)), values.ScaleHint(true, c.Max))
	}
	return accountmap.NewValueError(message.Of("%s is not a number", quote.Text(text)), values.ScaleHint(false, c.Max))
}

func twoNumbers(text string) error {
	return accountmap.NewValueError(message.Of("%s is not a number, or may be two", quote.Text(text)),
		message.Of("write it without marks between thousands, such as 1250 or 1250.00"))
}
