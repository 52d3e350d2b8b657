package codec

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Encode writes the account as [Decode] reads it: every value that is not zero, in the order of the fields of [accountmap.Account], with the
// format number at the top. Equal accounts give equal bytes. Empty lists are left out, except for units and products, and are read back as nil.
// An account with problems is written all the same, so that unfinished work can be saved.
//
// The exception is what the file could not hold: invalid UTF-8 or control characters, a word outside its enumeration, a date that does not
// exist, NaN, another format number. The error then wraps [accountmap.Problems], and nothing is written. Errors of w are returned.
func Encode(w io.Writer, a *accountmap.Account, f Format) error {
	if f != JSON && f != YAML {
		return unknownFormat(f)
	}
	if a == nil {
		return errors.New("codec: there is no account to write; it is nil")
	}
	if err := writable(a); err != nil {
		return fmt.Errorf("codec: the account cannot be written: %w", err)
	}
	e := encoder{tree: &tree{}, currency: a.Currency}
	e.account(a)
	b := bufio.NewWriter(w)
	p := printer{tree: e.tree, w: b}
	if f == JSON {
		p.json(0, 0)
		b.WriteByte('\n')
	} else {
		p.yamlObject(0, 0, false)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("codec: write: %w", err)
	}
	return nil
}

// writable reports what could not be read back.
func writable(a *accountmap.Account) error {
	codes := []accountmap.Code{accountmap.ErrUnsupportedFormat, accountmap.ErrInvalidText, accountmap.ErrInvalidValue}
	rules := slices.DeleteFunc(accountmap.Rules(), func(r accountmap.Rule) bool { return !slices.Contains(codes, r.Code) })
	return accountmap.Validate(a, rules...).Err()
}

// encoder makes a tree of an account.
type encoder struct {
	tree     *tree
	currency accountmap.Currency
}

func (e *encoder) account(a *accountmap.Account) {
	numbered := *a
	numbered.Format = accountmap.FormatVersion
	e.value(reflect.ValueOf(&numbered).Elem(), accountPlan(), true)
}

func (e *encoder) value(v reflect.Value, p *plan, root bool) {
	switch p.form {
	case formText:
		e.tree.add(text, v.String(), 0)
	case formWord:
		e.word(v)
	case formMoney:
		amount := ""
		if m := v.Interface().(accountmap.Money); !m.IsZero() {
			amount = m.Format(e.currency)
		}
		e.tree.add(text, amount, 0)
	case formInt:
		e.tree.add(number, strconv.FormatInt(v.Int(), 10), 0)
	case formFloat:
		e.tree.add(number, formatFloat(v.Float()), 0)
	case formBool:
		e.tree.add(boolean, strconv.FormatBool(v.Bool()), 0)
	case formList:
		i := e.tree.add(list, "", 0)
		for j := range v.Len() {
			e.value(v.Index(j), p.elem, false)
		}
		e.tree.close(i)
	case formObject:
		i := e.tree.add(object, "", 0)
		for _, f := range p.fields {
			required := root && slices.Contains(requiredLists[:], f.key)
			if field := v.Field(f.index); required || !f.omit || !isZero(field) {
				e.tree.add(key, f.key, 0)
				e.value(field, f.plan, false)
			}
		}
		e.tree.close(i)
	}
}

// word writes a date or a word of a list. A date is a plain value: YAML has dates.
func (e *encoder) word(v reflect.Value) {
	if d, ok := v.Interface().(accountmap.Date); ok && !d.IsZero() {
		e.tree.add(plain, d.String(), 0)
	} else if ok {
		e.tree.add(text, "", 0)
	} else {
		e.tree.add(text, v.String(), 0)
	}
}

// isZero reports whether a value says nothing.
func isZero(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() == 0
	}
	if z, ok := v.Interface().(interface{ IsZero() bool }); ok {
		return z.IsZero()
	}
	return v.IsZero()
}

// formatFloat returns the shortest text that reads back as f, without an exponent in the range of counts.
func formatFloat(f float64) string {
	format := byte('f')
	if abs := max(f, -f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	return strconv.FormatFloat(f, format, -1, 64)
}

// printer writes a tree. Errors of w stay with it.
type printer struct {
	tree *tree
	w    *bufio.Writer
}
