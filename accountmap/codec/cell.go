package codec

import (
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/recent"
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
	// lasting says that texts of cells may be kept as they are.
	lasting bool
	recent  recent.Strings
	// names are those of rows read lately, and said what referred to any: a row and those soon below it that refer to it share one text.
	names, said recent.Strings
}

// text reads a cell that is what it says, as most are: a text or a known word, in a column of single ones. It reports false for any other.
func (r *cellReader) text(c *table.Column, in cell) (string, bool) {
	if c.List || in.text == "" || in.kind == cellError || in.kind == cellUnknown {
		return "", false
	}
	switch c.Kind {
	case table.Reference:
		return r.refers(in.text), true
	case table.Text, table.LongText, table.ID, table.Key:
		if c.Key == "name" {
			return r.names.Same(r.keep(in.text)), true
		}
		return r.keep(in.text), true
	case table.Word:
		word, _ := r.words.word(c, strings.TrimFunc(in.text, unicode.IsSpace))
		return word, word != ""
	}
	return "", false
}

// value reads the value of a column, of the type that [table.Row.Value] returns. The error says what is wrong, and the way out.
func (r *cellReader) value(c *table.Column, in cell) (any, error) {
	if text, ok := r.text(c, in); ok {
		return text, nil
	}
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
	case text == "":
		return nil, nil
	}
	return r.scalar(c, in.kind, text)
}

func (r *cellReader) scalar(c *table.Column, kind cellKind, text string) (any, error) {
	switch c.Kind {
	case table.Word:
		if _, ok := r.words.word(c, text); ok {
			return nil, severalValues(text)
		}
		return nil, r.words.unknown(c, text)
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

// keep returns a text that the account may have: one that does not hold on to the file.
func (r *cellReader) keep(s string) string {
	if r.lasting {
		return s
	}
	return r.recent.Of([]byte(s))
}

// refers is [cellReader.keep] for what refers to a row.
func (r *cellReader) refers(s string) string {
	if known, ok := r.said.Find(s); ok {
		return known
	}
	return r.said.Same(r.names.Same(r.keep(s)))
}

// list reads several values of one cell. Words may be those of any language.
func (r *cellReader) list(c *table.Column, text string) (any, error) {
	if c.Kind != table.Word {
		v, err := c.Parse(r.keep(text), r.currency)
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
		switch {
		case !ok && r.isCommaList(c, s):
			return nil, &accountmap.ValueError{Detail: quote(s) + " is several values with commas between them", Hint: "write semicolons: " + quote(strings.ReplaceAll(s, ",", ";"))}
		case !ok:
			return nil, r.words.unknown(c, s)
		case word == "":
			return nil, severalValues(s)
		}
		said[i] = word
	}
	if len(said) == 0 {
		return nil, nil
	}
	return said, nil
}

// isCommaList reports several words with commas between them, of which none has one.
func (r *cellReader) isCommaList(c *table.Column, text string) bool {
	for one := range strings.SplitSeq(text, ",") {
		if _, ok := r.words.word(c, strings.TrimSpace(one)); !ok {
			return false
		}
	}
	return true
}

func (r *cellReader) yesNo(text string) (any, error) {
	if yes, ok := r.words.yesNo[fold(text)]; ok {
		return yes, nil
	}
	return nil, r.words.unknownYesNo(text)
}

func severalValues(word string) error {
	return &accountmap.ValueError{Detail: "the workbook has the word " + quote(word) + " for several values", Hint: "make it anew with terms that differ"}
}
