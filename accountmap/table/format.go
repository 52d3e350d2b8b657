package table

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Format returns a value of the column in the notation of the account file, and a list as
// [JoinList] does: "2026-11-01", "1250.00 USD", "true", "decision-maker; user". The account's
// currency determines the decimals of amounts. Nil gives the empty text.
func (c *Column) Format(value any, currency accountmap.Currency) string {
	switch v := value.(type) {
	case string:
		return v
	case []string:
		return JoinList(v)
	case accountmap.Date:
		return v.String()
	case accountmap.Money:
		return v.Format(currency)
	case int:
		return strconv.Itoa(v)
	case float64:
		return schema.FormatNumber(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// Parse reads what [Column.Format] writes, and words and codes in any notation that the account
// file accepts. The empty text gives nil. The error is an [accountmap.ValueError].
func (c *Column) Parse(text string, currency accountmap.Currency) (any, error) {
	if text == "" {
		return nil, nil
	}
	if !c.List {
		return c.parseOne(text, currency)
	}
	list, ok := SplitList(text)
	if !ok {
		return nil, accountmap.NewValueError(message.Of("the quotes in this list do not match"), message.Of(`write a list as: one; "two; or more"; three`))
	}
	if c.Kind != Word || len(list) == 0 {
		return list, nil
	}
	for i, word := range list {
		v, err := c.parseOne(word, currency)
		if err != nil {
			return nil, err
		}
		list[i], _ = v.(string)
	}
	return list, nil
}

func (c *Column) parseOne(text string, currency accountmap.Currency) (any, error) {
	switch c.Kind {
	case Date:
		return parseDate(text)
	case Money:
		return accountmap.ParseMoney(text, currency)
	case Word, Code:
		return c.parseWord(text)
	case Whole:
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, accountmap.NewValueError(message.Of("%s is not a whole number", quote.Text(text)), message.Of("write digits, without decimals"))
		}
		return n, nil
	case Number:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil || strings.Trim(text, "+-0123456789.eE") != "" {
			return nil, accountmap.NewValueError(message.Of("%s is not a number", quote.Text(text)), message.Of("write digits, with a point before decimals"))
		}
		return f, nil
	case YesNo:
		b, err := strconv.ParseBool(text)
		if err != nil {
			return nil, accountmap.NewValueError(message.Of("%s is neither true nor false", quote.Text(text)), message.Of("write true or false, or nothing"))
		}
		return b, nil
	}
	return text, nil
}

func parseDate(text string) (any, error) {
	d, err := accountmap.ParseDate(text)
	if err != nil {
		return nil, err
	}
	return d, nil
}

// parseWord reads a word or a code with the UnmarshalText of its type.
func (c *Column) parseWord(text string) (any, error) {
	t := c.t
	if c.List {
		t = t.Elem()
	}
	v := reflect.New(t)
	if u, ok := v.Interface().(encoding.TextUnmarshaler); !ok {
		v.Elem().SetString(text)
	} else if err := u.UnmarshalText([]byte(text)); err != nil {
		return nil, err
	}
	return v.Elem().String(), nil
}
