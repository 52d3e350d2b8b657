package codec_test

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// The rules of package accountmap for single values and entries, as JSON Schema.

// inSchema lists the problem codes that a schema can detect, at least mostly.
var inSchema = []accountmap.Code{
	accountmap.ErrUnsupportedFormat, accountmap.ErrInvalidText, accountmap.ErrInvalidValue, accountmap.ErrMissingID, accountmap.ErrMissingName,
	accountmap.ErrMissingValue, accountmap.ErrEmptyReference, accountmap.ErrOutOfRange, accountmap.ErrMissingReason, accountmap.ErrUnknownKey,
	accountmap.ErrWrongType, accountmap.ErrMissingList, accountmap.ErrRepeatedRole,
}

// needed reports the keys that a file must have although the zero value is not written.
func needed(under, key string) bool {
	switch under + "." + key {
	case ".format", ".units", ".products", "account.name":
		return true
	}
	return false
}

// limits bounds a number or the length of a list.
func limits(under string, f *schema.Field) object {
	switch {
	case under == "" && f.Key == "format":
		return object{{"const", accountmap.FormatVersion}}
	case under == "contacts" && f.Key == "roles":
		return object{{"uniqueItems", true}}
	case f.Max > 0:
		return object{{"minimum", 0}, {"maximum", f.Max}}
	}
	return nil
}

// conditions returns the rules between values of one entry.
func conditions(under string) object {
	switch under {
	case "contacts":
		// An unknown person may have a job title instead of a name.
		named := object{{"required", []string{"name"}}, {"properties", object{{"name", object{{"pattern", `\S`}}}}}}
		placeholder := object{{"required", []string{"placeholder", "title"}},
			{"properties", object{{"placeholder", object{{"const", true}}}, {"title", object{{"minLength", 1}}}}}}
		return object{{"anyOf", []any{named, placeholder}}}
	case "coverage":
		because := object{{"required", []string{"reason"}}, {"properties", object{{"reason", object{{"pattern", `\S`}}}}}}
		return object{{"allOf", []any{when("status", []string{"not-relevant", "blocked"}, because)}}}
	case "surveys":
		score := func(worst, best int) object {
			return object{{"properties", object{{"score", object{{"minimum", worst}, {"maximum", best}}}}}}
		}
		return object{{"allOf", []any{when("kind", []string{"nps"}, score(0, 10)), when("kind", []string{"csat"}, score(1, 5))}}}
	}
	return nil
}

func when(key string, words []string, then object) object {
	return object{{"if", object{{"properties", object{{key, object{{"enum", words}}}}}, {"required", []string{key}}}}, {"then", then}}
}

func moneySchema() object {
	return object{{"anyOf", []any{
		object{{"type", "string"}, {"pattern", `^-?[0-9]+(\.[0-9]+)?( [A-Z]{3})?$`}},
		object{{"type", "number"}},
	}}}
}

func dateSchema() object {
	return object{{"type", "string"}, {"format", "date"}, {"pattern", `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`}}
}

func recurrenceSchema() object {
	return object{{"type", "string"}, {"pattern", `^(daily|weekly|monthly|quarterly|yearly)$|^(RRULE:)?([A-Z]+=[^;]+;)*FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[^;]+)*$`}}
}

// A bare year is a number in YAML.
func periodSchema() object {
	return object{{"anyOf", []any{
		object{{"type", "string"}, {"pattern", `^[0-9]{4}(-(Q[1-4]|0[1-9]|1[0-2])|-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2})?$`}},
		object{{"type", "integer"}, {"minimum", 1}, {"maximum", 9999}},
	}}}
}

func textSchema() object {
	return object{{"type", "string"}, {"pattern", "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF]*$"}}
}
