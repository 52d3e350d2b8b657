package accountmaptest

import (
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// FillText puts the text into every free text of the account: names, titles, notes, places, addresses, a competitor's strengths and so on. Ids,
// words of enumerations, currencies, dates and numbers stay as they are. An empty list of texts gets one entry; other lists do not grow, so an
// account must have an entry for its texts to be filled.
//
// A valid account stays valid when the text is one of [Hostile].
func FillText(a *accountmap.Account, text string) { fillText(reflect.ValueOf(a).Elem(), text) }

func fillText(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if key != "id" {
				fillText(v.Field(i), text)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 && v.Type().Elem() == reflect.TypeFor[string]() {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		}
		for i := range v.Len() {
			fillText(v.Index(i), text)
		}
	case reflect.String:
		// Ids, enumerations and currencies have types of their own.
		if v.Type() == reflect.TypeFor[string]() {
			v.SetString(text)
		}
	}
}
