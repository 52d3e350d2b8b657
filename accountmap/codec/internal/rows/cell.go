package rows

import (
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsxfile"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Cell is the content of a field of a CSV file or of a cell of a sheet.
type Cell struct {
	Kind Kind
	Text string
}

// Kind is the kind of a cell. CSV has only texts, and an empty text is an empty cell.
type Kind = xlsxfile.Kind

// The kinds of cells.
const (
	Text    = xlsxfile.Text
	Number  = xlsxfile.Number
	Date    = xlsxfile.Day
	Truth   = xlsxfile.Truth
	Error   = xlsxfile.Error
	Unknown = xlsxfile.Unknown
)

// FromWorkbook returns the content of a cell of a sheet.
func FromWorkbook(c xlsxfile.Cell) Cell { return Cell{c.Kind, c.Text} }

// Reader reads the values of cells.
type Reader struct {
	Words    *Vocabulary
	Currency accountmap.Currency
	// Decimal is the decimal mark, "." or ",", or "" if the file does not determine it.
	Decimal string
	// Settled reports that the values next to a text show the decimal mark, so that it also holds for
	// a text without that mark: 1.250 is 1250 in a column with 3.400,50.
	Settled bool
	// DateOrder is "day-month" if 1/11/2026 is 1 November, or "month-day". If empty, such a date is
	// ambiguous.
	DateOrder string
	// Lasting is true if the texts of cells may be kept without copying.
	Lasting bool
}

// text reads a text or a known word in a column of single values, as a fast path. It returns false
// for other cells.
func (r *Reader) text(c *table.Column, in Cell) (string, bool) {
	if c.List || in.Text == "" || in.Kind == Error || in.Kind == Unknown {
		return "", false
	}
	switch c.Kind {
	case table.Reference, table.Text, table.LongText, table.ID, table.Key:
		return r.keep(in.Text), true
	case table.Word:
		word, _ := r.Words.word(c, strings.TrimFunc(in.Text, unicode.IsSpace))
		return word, word != ""
	}
	return "", false
}

// Value reads the value of a column, of the type that [table.Row.Value] returns. The error is an
// [accountmap.ValueError].
func (r *Reader) Value(c *table.Column, in Cell) (any, error) {
	if text, ok := r.text(c, in); ok {
		return text, nil
	}
	text := strings.TrimFunc(in.Text, unicode.IsSpace)
	switch {
	case in.Kind == Error:
		return nil, accountmap.NewValueError(message.Of("the cell shows %s", quote.Text(in.Text)), message.Of("correct its formula, or write the value itself"))
	case in.Kind == Unknown:
		return nil, accountmap.NewValueError(message.Of("the formula in the cell has no value yet"),
			message.Of("open the workbook in a spreadsheet and save it, or write the value itself"))
	case in.Text == "":
		return nil, nil
	case c.List:
		return r.list(c, in.Text)
	case text == "":
		return nil, nil
	}
	return r.scalar(c, in.Kind, text)
}

func (r *Reader) scalar(c *table.Column, kind Kind, text string) (any, error) {
	switch c.Kind {
	case table.Word:
		if _, ok := r.Words.word(c, text); ok {
			return nil, ambiguousWord(text)
		}
		return nil, r.Words.unknown(c, text)
	case table.YesNo:
		return r.yesNo(text)
	case table.Date:
		return r.date(kind, text)
	case table.Money:
		return r.money(kind, text)
	case table.Whole, table.Number:
		return r.number(c, kind, text)
	case table.Code:
		if kind == Date { // a spreadsheet reads the period 2026-09 as its first day
			if v, err := c.Parse(text[:len("2026-09")], r.Currency); err == nil {
				return v, nil
			}
		}
		if period := values.PeriodOf(text); period != "" {
			if v, err := c.Parse(period, r.Currency); err == nil {
				return v, nil
			}
		}
	}
	return c.Parse(text, r.Currency)
}

// keep returns a text for the account, copied if it would keep the file in memory.
func (r *Reader) keep(s string) string {
	if r.Lasting {
		return s
	}
	return strings.Clone(s)
}

// list reads several values in one cell. Words may be in any language.
func (r *Reader) list(c *table.Column, text string) (any, error) {
	if c.Kind != table.Word {
		v, err := c.Parse(r.keep(text), r.Currency)
		if list, ok := v.([]string); ok && len(list) == 0 {
			return nil, err
		}
		return v, err
	}
	texts, ok := table.SplitList(text)
	if !ok {
		return c.Parse(text, r.Currency)
	}
	for i, s := range texts {
		word, ok := r.Words.word(c, s)
		switch {
		case !ok && r.isCommaList(c, s):
			return nil, accountmap.NewValueError(message.Of("%s is several values, separated by commas", quote.Text(s)), message.Of("write semicolons: %s", quote.Text(strings.ReplaceAll(s, ",", ";"))))
		case !ok:
			return nil, r.Words.unknown(c, s)
		case word == "":
			return nil, ambiguousWord(s)
		}
		texts[i] = word
	}
	if len(texts) == 0 {
		return nil, nil
	}
	return texts, nil
}

// isCommaList reports whether the text is several known words separated by commas.
func (r *Reader) isCommaList(c *table.Column, text string) bool {
	for one := range strings.SplitSeq(text, ",") {
		if _, ok := r.Words.word(c, strings.TrimSpace(one)); !ok {
			return false
		}
	}
	return true
}

func (r *Reader) yesNo(text string) (any, error) {
	if yes, ok := r.Words.yesNo[Fold(text)]; ok {
		return yes, nil
	}
	return nil, r.Words.unknownYesNo(text)
}

func ambiguousWord(word string) error {
	return accountmap.NewValueError(message.Of("the workbook has the word %s for several values", quote.Text(word)), message.Of("make it again with different terms"))
}
