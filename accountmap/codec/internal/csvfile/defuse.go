package csvfile

import (
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// defuse returns a text for a field of a CSV file so that no spreadsheet takes it for a formula: with an apostrophe before it when it begins
// as a formula does, or with apostrophes and then so. [restore] is the other way round.
func defuse(text string) string {
	if isFormula(text) {
		return "'" + text
	}
	return text
}

// restore takes the apostrophe of [defuse] away.
func restore(field string) string {
	if strings.HasPrefix(field, "'") && isFormula(field) {
		return field[1:]
	}
	return field
}

// isFormula reports whether a spreadsheet may run the text, once apostrophes before it are gone.
func isFormula(text string) bool { return cleantext.BeginsFormula(strings.TrimLeft(text, "'")) }
