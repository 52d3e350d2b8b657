package codec

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// scalar reads one value that is no list and no object. It returns false when nothing could be made of it.
func (b *binder) scalar(n *node, v reflect.Value, p *plan) bool {
	if n.kind == list || n.kind == object {
		return b.wrongType(n, wanted(p.form), "")
	}
	switch p.form {
	case formText:
		ok := b.isText(n)
		if n.hidden {
			b.hidden(n)
		} else if isCurly(n) {
			b.curly(n)
		}
		v.SetString(b.keep(n.text))
		return ok || n.text != ""
	case formWord:
		return b.isText(n) && b.word(n, v, p)
	case formMoney:
		return (n.kind == number || b.isText(n)) && b.word(n, v, p)
	case formInt:
		return b.int(n, v)
	case formFloat:
		return b.float(n, v)
	case formBool:
		return b.bool(n, v)
	}
	return false
}

func wanted(f form) string {
	switch f {
	case formMoney:
		return `an amount such as "1250.00"`
	case formInt:
		return "a whole number"
	case formFloat:
		return "a number"
	case formBool:
		return "true or false"
	}
	return "a text"
}

func (k kind) String() string {
	return [...]string{"nothing", "true or false", "a number", "a text", "a text", "a list", "an object", "a key"}[k]
}

// wrongType reports a value of another type than is wanted; it returns false, for its callers to hand on.
func (b *binder) wrongType(n *node, want, hint string) bool {
	b.report.add(n.at, b.at.String(), accountmap.ErrWrongType, fmt.Sprintf("%s should be here, not %s", want, n.kind), hint)
	return false
}

// isText reports whether the node is a text, and if not, that it should be.
func (b *binder) isText(n *node) bool {
	if n.kind == text || n.kind == plain {
		return true
	}
	return b.wrongType(n, "a text", "put it in quotes: "+quote(n.text))
}

// keep returns a copy of s that does not hold on to the file, the same for the same text.
func (b *binder) keep(s string) string {
	const longest, most = 64, 1 << 20
	if kept, ok := b.texts[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	if len(s) <= longest && len(b.texts) < most {
		b.texts[s] = s
	}
	return s
}

// word reads a date, an amount or a word of a list.
func (b *binder) word(n *node, v reflect.Value, p *plan) bool {
	if known, ok := p.words[n.text]; ok {
		v.Set(known)
		return true
	}
	var err error
	if p.form == formMoney {
		var m accountmap.Money
		m, err = accountmap.ParseMoney(n.text, b.currency)
		v.Set(reflect.ValueOf(m))
	} else {
		err = v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(n.text))
	}
	if err != nil {
		b.invalid(n, err, p.form)
		return false
	}
	if len(p.words) < maxWords {
		known := reflect.New(p.t).Elem()
		known.Set(v)
		p.words[strings.Clone(n.text)] = known
	}
	return true
}

func (b *binder) invalid(n *node, err error, f form) {
	detail, hint := err.Error(), ""
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok {
		detail, hint = e.Detail, e.Hint
	}
	if amount, ok := amountHint(n.text, b.currency); ok && f == formMoney {
		hint = "write " + amount
	} else if isCurly(n) {
		hint = quotesHint
	}
	b.report.add(n.at, b.at.String(), accountmap.ErrInvalidValue, detail, hint)
}

func (b *binder) int(n *node, v reflect.Value) bool {
	source, ok := b.number(n, "a whole number")
	if !ok {
		return false
	}
	i, err := strconv.ParseInt(source, 10, 0)
	if errors.Is(err, strconv.ErrRange) {
		return b.outOfRange(n)
	}
	if err != nil {
		b.report.add(n.at, b.at.String(), accountmap.ErrWrongType, quote(source)+" is not a whole number", "leave out the decimals")
		return false
	}
	v.SetInt(i)
	return true
}

func (b *binder) float(n *node, v reflect.Value) bool {
	source, ok := b.number(n, "a number")
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

func (b *binder) outOfRange(n *node) bool {
	b.report.add(n.at, b.at.String(), accountmap.ErrOutOfRange, "the number "+quote(n.text)+" is too large to count", "")
	return false
}

// number returns the source of a number, which in YAML stands bare as a text does.
func (b *binder) number(n *node, want string) (string, bool) {
	switch {
	case n.kind == number, n.kind == plain && isJSONNumber(strings.TrimPrefix(n.text, "+")):
		return strings.TrimPrefix(n.text, "+"), true
	case n.kind == plain:
		b.report.add(n.at, b.at.String(), accountmap.ErrWrongType, quote(n.text)+" is not "+want, "write digits, with a point before decimals")
	case n.kind == text:
		b.wrongType(n, want, "take the quotes away")
	default:
		b.wrongType(n, want, "")
	}
	return "", false
}

func (b *binder) bool(n *node, v reflect.Value) bool {
	word := n.text
	if n.kind == plain {
		word = strings.ToLower(word)
	}
	if n.kind != boolean && n.kind != plain || word != "true" && word != "false" {
		hint := "write true or false, without quotes"
		switch word {
		case "yes", "y", "on", "1":
			hint = "write true"
		case "no", "n", "off", "0":
			hint = "write false"
		}
		return b.wrongType(n, "true or false", hint)
	}
	v.SetBool(word == "true")
	return true
}

// quote returns a text in quotes for a message, cut so that one bad value cannot fill the screen.
func quote(s string) string { return strconv.Quote(cut(s)) }
