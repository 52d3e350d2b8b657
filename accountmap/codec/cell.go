package codec

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// cell is what stands in a field of a CSV file or in a cell of a sheet.
type cell struct {
	kind cellKind
	text string
}

type cellKind uint8

const (
	// cellText is a text, the only kind in CSV. An empty one is an empty cell.
	cellText cellKind = iota
	// cellNumber is a number with a point before its decimals, and cellDate a day such as "2026-11-01".
	cellNumber
	cellDate
	// cellTruth is "true" or "false".
	cellTruth
	// cellError is what a spreadsheet shows instead of a value, such as "#REF!".
	cellError
	// cellUnknown is a formula without a value in the file.
	cellUnknown
)

// cellReader makes values of cells.
type cellReader struct {
	words    *vocabulary
	mark     decimalMark
	currency accountmap.Currency
	// dayFirst says that 1/11/2026 is 1 November. Otherwise it may be the one day or the other.
	dayFirst bool
	kept     map[string]string
}

// value reads the value of a column, of the type that [table.Row.Value] returns. The error says what is wrong, and the way out.
func (r *cellReader) value(c *table.Column, in cell) (any, error) {
	text := strings.TrimFunc(in.text, unicode.IsSpace)
	switch {
	case in.kind == cellError:
		return nil, &accountmap.ValueError{Detail: "the cell shows " + quote(in.text), Hint: "correct its formula, or write the value itself"}
	case in.kind == cellUnknown:
		return nil, &accountmap.ValueError{Detail: "the formula in the cell has no value yet",
			Hint: "open the workbook in a spreadsheet and save it, or write the value itself"}
	case in.text == "":
		return nil, nil
	case c.List:
		return r.list(c, in.text)
	case c.Kind == table.Text, c.Kind == table.LongText, c.Kind == table.ID, c.Kind == table.Key, c.Kind == table.Reference:
		return r.keep(in.text), nil
	case text == "":
		return nil, nil
	}
	return r.scalar(c, in.kind, text)
}

func (r *cellReader) scalar(c *table.Column, kind cellKind, text string) (any, error) {
	switch c.Kind {
	case table.Word:
		if word, ok := r.words.word(c, text); ok {
			return word, nil
		}
	case table.YesNo:
		return r.yesNo(text)
	case table.Date:
		return r.date(kind, text)
	case table.Money:
		return r.money(kind, text)
	case table.Whole, table.Number:
		return r.number(c, kind, text)
	case table.Code:
		if kind == cellDate { // a spreadsheet takes the period 2026-09 for the first day of it
			if v, err := c.Parse(text[:len("2026-09")], r.currency); err == nil {
				return v, nil
			}
		}
	}
	return c.Parse(text, r.currency)
}

// keep returns a copy of s that does not hold on to the file, the same for the same short text.
func (r *cellReader) keep(s string) string {
	const longest, most = 64, 1 << 16
	if kept, ok := r.kept[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	if len(s) <= longest && len(r.kept) < most {
		if r.kept == nil {
			r.kept = map[string]string{}
		}
		r.kept[s] = s
	}
	return s
}

// list reads several values of one cell. Words may be those of any language.
func (r *cellReader) list(c *table.Column, text string) (any, error) {
	if c.Kind != table.Word {
		v, err := c.Parse(strings.Clone(text), r.currency)
		if list, ok := v.([]string); ok && len(list) == 0 {
			return nil, err
		}
		return v, err
	}
	said, ok := table.SplitList(text)
	if !ok {
		return c.Parse(text, r.currency)
	}
	for i, s := range said {
		word, ok := r.words.word(c, s)
		if !ok {
			_, err := c.Parse(table.JoinList(said[i:i+1]), r.currency)
			return nil, err
		}
		said[i] = word
	}
	if len(said) == 0 {
		return nil, nil
	}
	return said, nil
}

func (r *cellReader) yesNo(text string) (any, error) {
	if yes, ok := r.words.yesNo[fold(text)]; ok {
		return yes, nil
	}
	return nil, &accountmap.ValueError{Detail: quote(text) + " is neither yes nor no", Hint: "write yes or no, or nothing"}
}

// date reads a day as the account file has it, or as spreadsheets of Europe write it.
func (r *cellReader) date(kind cellKind, text string) (any, error) {
	if kind == cellNumber {
		return nil, &accountmap.ValueError{Detail: quote(text) + " is a number, not a date", Hint: "give the cell the format of dates"}
	}
	d, err := accountmap.ParseDate(text)
	if err == nil {
		return d, nil
	}
	sep := strings.IndexAny(text, "./-")
	if sep < 0 {
		return nil, err
	}
	parts := strings.Split(text, text[sep:sep+1])
	if len(parts) != 3 || len(parts[2]) != 4 {
		return nil, err
	}
	day, errDay := strconv.Atoi(parts[0])
	month, errMonth := strconv.Atoi(parts[1])
	year, errYear := strconv.Atoi(parts[2])
	if errors.Join(errDay, errMonth, errYear) != nil {
		return nil, err
	}
	if month > 12 && day <= 12 {
		day, month = month, day
	} else if day <= 12 && day != month && !r.dayFirst && text[sep] != '.' {
		return nil, &accountmap.ValueError{Detail: quote(text) + " may be two days", Hint: "write year-month-day, such as 2026-11-01"}
	}
	d, invalid := accountmap.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if invalid != nil {
		return nil, err
	}
	return d, nil
}

// money reads an amount. A number of a spreadsheet is the nearest that a computer has, and is rounded to the decimals of the currency.
func (r *cellReader) money(kind cellKind, text string) (any, error) {
	number, code := text, ""
	if i := strings.LastIndexByte(text, ' '); i >= 0 && strings.Trim(text[i+1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && i+1 < len(text) {
		number, code = strings.TrimSpace(text[:i]), text[i:]
	}
	if kind == cellNumber {
		if f, err := strconv.ParseFloat(number, 64); err == nil {
			scaled := f * math.Pow10(r.currency.Digits())
			if whole := math.Round(scaled); math.Abs(whole) < 1<<53 && math.Abs(scaled-whole) <= 1e-6*max(1, math.Abs(scaled)*1e-9) {
				return nonZero(accountmap.Money{Minor: int64(whole)}), nil
			}
		}
	} else if plain, ok := r.mark.plain(number); ok {
		number = plain
	} else if plain, ok := plainAmount(number); !ok {
		return nil, twoNumbers(number)
	} else {
		number = plain
	}
	m, err := accountmap.ParseMoney(number+code, r.currency)
	if err != nil {
		return nil, err
	}
	return nonZero(m), nil
}

// nonZero is nil for an amount that says nothing.
func nonZero(m accountmap.Money) any {
	if m.IsZero() {
		return nil
	}
	return m
}

func (r *cellReader) number(c *table.Column, kind cellKind, text string) (any, error) {
	if kind == cellText {
		plain, ok := r.mark.plain(text)
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
	v, err := c.Parse(text, r.currency)
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok && c.Kind == table.Whole {
		if _, number := strconv.ParseFloat(text, 64); number == nil {
			e.Hint = "leave out the decimals"
		}
	}
	return v, err
}

func twoNumbers(text string) error {
	return &accountmap.ValueError{Detail: quote(text) + " is no number, or may be two",
		Hint: "write it without marks between thousands, such as 1250 or 1250.00"}
}
