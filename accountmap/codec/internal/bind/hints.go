package bind

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// numberHint says how to write a number that has a mark of a country, a percent sign or quotes. It
// is empty for a text that is not a number.
func numberHint(text string, k schema.Kind) string {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	var s values.Spelling
	n, err := s.Number(text)
	if text == "" || err != nil || k == schema.Whole && n != float64(int64(n)) {
		return ""
	}
	return "write " + strconv.FormatFloat(n, 'f', -1, 64)
}

// scaleHint says which numbers a field takes.
func scaleHint(f *schema.Field) string {
	switch whole := f != nil && f.Type.Kind == schema.Whole; {
	case f != nil && f.Max > 0 && whole:
		return fmt.Sprintf("write a number from 1 to %d, or leave it out when unknown", f.Max)
	case f != nil && f.Max > 0:
		return fmt.Sprintf("write a number from 0 to %d", f.Max)
	case whole:
		return "write it in digits, such as 3"
	}
	return "write it in digits, such as 12 or 12.5"
}

// valueHint says how to write an amount or a date that is spelt in another way.
func (b *binder) valueHint(text string, t *schema.Type) string {
	if amount, ok := tree.Amount(text, b.currency); ok && t.Kind == schema.Money {
		return "write " + amount
	}
	if t.Go == reflect.TypeFor[accountmap.Date]() {
		return values.DateHint(text)
	}
	return ""
}
