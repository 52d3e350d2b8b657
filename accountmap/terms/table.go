package terms

import "strings"

// Heading returns the words for a column of a table of package accountmap/table by their names there: Heading("contacts", "evidence.source") is
// "Evidence: Source". An unknown column is returned as it is.
func (t *Terms) Heading(table, column string) string {
	words := t.orEnglish().words
	if word, ok := words["table."+column]; ok {
		return word
	}
	list := table[strings.LastIndexByte(table, '.')+1:]
	object, key, within := strings.Cut(column, ".")
	if !within {
		return t.Field(list, column)
	}
	return t.Field(list, object) + ": " + t.Field(object, key)
}

// YesNo returns the words for true and false: "Yes".
func (t *Terms) YesNo(v bool) string {
	if v {
		return t.word("table.yes")
	}
	return t.word("table.no")
}

// Word returns the word for a value of an enumeration by the name of its type in package accountmap: Word("Stance", "champion") is "Champion".
// The empty value has the word for unknown, as in [Terms.Stance]. An unknown type or value returns the value as it is.
func (t *Terms) Word(enumeration, value string) string {
	if word := enumerations[enumeration]; word != nil {
		return word(t, value)
	}
	return value
}

// enumerations are the methods for the words of values, by the name of the type.
var enumerations = map[string]func(t *Terms, value string) string{
	"Adaptability":     word((*Terms).Adaptability),
	"CaseKind":         word((*Terms).CaseKind),
	"CaseStatus":       word((*Terms).CaseStatus),
	"Channel":          word((*Terms).Channel),
	"CommitmentStatus": word((*Terms).CommitmentStatus),
	"ContactLevel":     word((*Terms).ContactLevel),
	"Direction":        word((*Terms).Direction),
	"EndorsementKind":  word((*Terms).EndorsementKind),
	"ExposureKind":     word((*Terms).ExposureKind),
	"GoalKind":         word((*Terms).GoalKind),
	"GoalState":        word((*Terms).GoalState),
	"Severity":         word((*Terms).Severity),
	"MilestoneStatus":  word((*Terms).MilestoneStatus),
	"ObjectionStatus":  word((*Terms).ObjectionStatus),
	"OrderStatus":      word((*Terms).OrderStatus),
	"Orientation":      word((*Terms).Orientation),
	"Phase":            word((*Terms).Phase),
	"ReachLevel":       word((*Terms).ReachLevel),
	"Reaction":         word((*Terms).Reaction),
	"RelationshipKind": word((*Terms).RelationshipKind),
	"RiskState":        word((*Terms).RiskState),
	"Role":             word((*Terms).Role),
	"SaleKind":         word((*Terms).SaleKind),
	"Seniority":        word((*Terms).Seniority),
	"Stance":           word((*Terms).Stance),
	"CoverageStatus":   word((*Terms).Status),
	"SurveyKind":       word((*Terms).SurveyKind),
	"TermKind":         word((*Terms).TermKind),
	"UnitKind":         word((*Terms).UnitKind),
}

func word[E ~string](of func(*Terms, E) string) func(*Terms, string) string {
	return func(t *Terms, value string) string { return of(t, E(value)) }
}
