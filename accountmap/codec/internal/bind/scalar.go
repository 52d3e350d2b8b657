package bind

import (
	"cmp"
	"encoding"
	"errors"
	"reflect"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// scalar reads a value that is neither a list nor an object. It returns false for an unreadable
// value.
func (b *binder) scalar(n tree.Node, v reflect.Value, t *schema.Type) bool {
	switch n.Kind() {
	case tree.List:
		return b.wrongType(n, expected(t.Kind), listHint(n))
	case tree.Object:
		return b.wrongType(n, expected(t.Kind), objectHint(n))
	}
	switch t.Kind {
	case schema.Text, schema.Reference:
		ok := b.isText(n)
		if n.Hidden() {
			b.hidden(n)
		} else if isCurly(n) {
			b.curly(n)
		}
		v.SetString(b.keep(n.Text()))
		return ok || n.Text() != ""
	case schema.Money, schema.Whole, schema.Number:
		return b.quantity(n, v, t)
	case schema.Bool:
		return b.bool(n, v)
	}
	return b.isText(n) && b.word(n, v, t)
}

// quantity reads an amount or a number. A zero that is read as unknown is reported.
func (b *binder) quantity(n tree.Node, v reflect.Value, t *schema.Type) (ok bool) {
	switch t.Kind {
	case schema.Money:
		ok = (n.Kind() == tree.Number || b.isText(n)) && b.word(n, v, t)
	case schema.Whole:
		ok = b.whole(n, v)
	default:
		ok = b.number(n, v)
	}
	if ok && v.IsZero() && !b.field.Zero {
		b.list.AddLine(accountmap.Problem{Level: accountmap.LevelWarning, Code: accountmap.ErrOutOfRange, Path: b.at.String(), Pos: n.At().Pos(""),
			Detail: message.Of("a %s of %s is read as unknown", b.field.Key, quote.Text(n.Text())), Hint: values.ZeroHint(t.Kind == schema.Money, b.field.Max)})
	}
	return ok
}

func expected(k schema.Kind) string {
	switch k {
	case schema.Money:
		return message.Of(`an amount such as "1250.00"`)
	case schema.Whole:
		return message.Of("a whole number")
	case schema.Number:
		return message.Of("a number")
	case schema.Bool:
		return message.Of("true or false")
	}
	return message.Of("a text")
}

func (b *binder) isText(n tree.Node) bool {
	if n.Kind() == tree.Text || n.Kind() == tree.Plain {
		return true
	}
	return b.wrongType(n, message.Of("a text"), message.Of("put it in quotes: %s", quote.Text(n.Text())))
}

// keep returns an interned copy of s, which does not keep the file in memory.
func (b *binder) keep(s string) string {
	const maxBytes, maxTexts = 64, 1 << 20
	if kept, ok := b.texts[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	if len(s) <= maxBytes && len(b.texts) < maxTexts {
		b.texts[s] = s
	}
	return s
}

// word reads a date, an amount, or a text with a vocabulary or a syntax.
func (b *binder) word(n tree.Node, v reflect.Value, t *schema.Type) bool {
	const maxWords = 1 << 16
	text := n.Text()
	if known, ok := b.words[word{t, text}]; ok {
		v.Set(known)
		return true
	}
	var err error
	if t.Kind == schema.Money {
		var m accountmap.Money
		m, err = accountmap.ParseMoney(text, b.currency)
		v.Set(reflect.ValueOf(m))
	} else {
		err = v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
	}
	if err != nil {
		b.invalid(n, err, t)
		return false
	}
	if len(b.words) < maxWords {
		known := reflect.New(t.Go).Elem()
		known.Set(v)
		b.words[word{t, strings.Clone(text)}] = known
	}
	return true
}

func (b *binder) invalid(n tree.Node, err error, t *schema.Type) {
	detail, hint := problems.Explain(err)
	if better := b.valueHint(n.Text(), t); better != "" {
		hint = better
	} else if isCurly(n) {
		hint = quotesHint()
	}
	b.add(n.At(), accountmap.ErrInvalidValue, detail, hint)
}

func (b *binder) whole(n tree.Node, v reflect.Value) bool {
	source, ok := b.numeral(n, schema.Whole)
	if !ok {
		return false
	}
	i, err := strconv.ParseInt(source, 10, 0)
	if errors.Is(err, strconv.ErrRange) {
		return b.outOfRange(n)
	}
	if err != nil {
		b.add(n.At(), accountmap.ErrWrongType, message.Of("%s is not a whole number", quote.Text(source)), message.Of("leave out the decimals"))
		return false
	}
	v.SetInt(i)
	return true
}

func (b *binder) number(n tree.Node, v reflect.Value) bool {
	source, ok := b.numeral(n, schema.Number)
	if !ok {
		return false
	}
	f, err := strconv.ParseFloat(source, 64)
	if err != nil {
		return b.outOfRange(n)
	}
	v.SetFloat(f)
	return true
}

func (b *binder) outOfRange(n tree.Node) bool {
	b.add(n.At(), accountmap.ErrOutOfRange, message.Of("the number %s is too large to count", quote.Text(n.Text())), "")
	return false
}

// numeral returns the source of a number. In YAML, a number is an unquoted text.
func (b *binder) numeral(n tree.Node, k schema.Kind) (string, bool) {
	source := strings.TrimPrefix(n.Text(), "+")
	if n.Kind() == tree.Number || n.Kind() == tree.Plain && tree.IsNumber(source) {
		return source, true
	}
	hint := cmp.Or(numberHint(n.Text(), k, b.field.Max), scaleHint(b.field))
	switch {
	case n.Kind() == tree.Plain:
		b.add(n.At(), accountmap.ErrWrongType, message.Of("%s is not %s", quote.Text(n.Text()), expected(k)), hint)
	case n.Kind() == tree.Text && tree.IsNumber(source):
		b.wrongType(n, expected(k), message.Of("take the quotes away"))
	case n.Kind() == tree.Text && hint != scaleHint(b.field):
		b.wrongType(n, expected(k), message.Of("%s, without quotes", hint))
	case n.Kind() == tree.Text:
		b.wrongType(n, expected(k), hint)
	default:
		b.wrongType(n, expected(k), "")
	}
	return "", false
}

func (b *binder) bool(n tree.Node, v reflect.Value) bool {
	word := n.Text()
	if n.Kind() == tree.Plain {
		word = strings.ToLower(word)
	}
	if n.Kind() != tree.Bool && n.Kind() != tree.Plain || word != "true" && word != "false" {
		hint := message.Of("write true or false, without quotes")
		switch word {
		case "yes", "y", "on", "1", "sí", "si", "ναι", "ja", "oui", "x":
			hint = message.Of("write true")
		case "no", "n", "off", "0", "όχι", "nein", "non":
			hint = message.Of("write false")
		}
		return b.wrongType(n, message.Of("true or false"), hint)
	}
	v.SetBool(word == "true")
	return true
}
