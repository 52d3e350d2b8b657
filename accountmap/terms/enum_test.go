package terms

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

// check asserts that every value of an enumeration has a unique word in every language. An unknown
// value must have no word.
func check[E ~string](t *testing.T, prefix string, values []E, word func(*Terms, E) string) {
	t.Helper()
	for _, lang := range Languages() {
		terms := mustLookup(t, lang)
		seen := map[string]E{}
		for _, v := range append([]E{""}, values...) {
			got := word(terms, v)
			assert.NotEqual(t, string(v), got, "%s %s.%s has no word", lang, prefix, v)
			first, _ := utf8.DecodeRuneInString(got)
			assert.True(t, unicode.IsUpper(first), "%s %s: a capital first", lang, got)
			if other, ok := seen[got]; ok && !(prefix == "goal" && other == "") {
				t.Errorf("%s %s: %q stands for %q and for %q", lang, prefix, got, other, v)
			}
			seen[got] = v
		}
		n := 0
		for key := range terms.words {
			if len(key) > len(prefix) && key[:len(prefix)+1] == prefix+"." {
				n++
			}
		}
		assert.Equal(t, len(seen), n, "%s %s: a word too many", lang, prefix)
		assert.Equal(t, "Made-up", word(terms, "Made-up"), "%s: a value that there is not comes back", prefix)
	}
}

func TestEveryValueHasAWord(t *testing.T) {
	check(t, "stance", accountmap.Stances(), (*Terms).Stance)
	check(t, "role", accountmap.Roles(), (*Terms).Role)
	check(t, "role-short", accountmap.Roles(), (*Terms).RoleShort)
	check(t, "contact-level", accountmap.ContactLevels(), (*Terms).ContactLevel)
	check(t, "seniority", accountmap.Seniorities(), (*Terms).Seniority)
	check(t, "orientation", accountmap.Orientations(), (*Terms).Orientation)
	check(t, "adaptability", accountmap.Adaptabilities(), (*Terms).Adaptability)
	check(t, "relationship", accountmap.RelationshipKinds(), (*Terms).RelationshipKind)
	check(t, "reach", accountmap.ReachLevels(), (*Terms).ReachLevel)
	check(t, "unit", accountmap.UnitKinds(), (*Terms).UnitKind)
	check(t, "status", accountmap.CoverageStatuses(), (*Terms).Status)
	check(t, "sale", accountmap.SaleKinds(), (*Terms).SaleKind)
	check(t, "order", accountmap.OrderStatuses(), (*Terms).OrderStatus)
	check(t, "goal", accountmap.GoalKinds(), (*Terms).GoalKind)
	check(t, "goal-state", accountmap.GoalStates(), (*Terms).GoalState)
	check(t, "endorsement", accountmap.EndorsementKinds(), (*Terms).EndorsementKind)
	check(t, "exposure", accountmap.ExposureKinds(), (*Terms).ExposureKind)
	check(t, "reaction", accountmap.Reactions(), (*Terms).Reaction)
	check(t, "channel", accountmap.Channels(), (*Terms).Channel)
	check(t, "direction", accountmap.Directions(), (*Terms).Direction)
	check(t, "term", accountmap.TermKinds(), (*Terms).TermKind)
	check(t, "phase", accountmap.Phases(), (*Terms).Phase)
	check(t, "milestone", accountmap.MilestoneStatuses(), (*Terms).MilestoneStatus)
	check(t, "survey", accountmap.SurveyKinds(), (*Terms).SurveyKind)
	check(t, "severity", accountmap.Severities(), (*Terms).Severity)
	check(t, "case", accountmap.CaseKinds(), (*Terms).CaseKind)
	check(t, "case-status", accountmap.CaseStatuses(), (*Terms).CaseStatus)
	check(t, "commitment", accountmap.CommitmentStatuses(), (*Terms).CommitmentStatus)
	check(t, "objection", accountmap.ObjectionStatuses(), (*Terms).ObjectionStatus)
	check(t, "risk", accountmap.RiskStates(), (*Terms).RiskState)
}

func TestWordsOfTheZeroValues(t *testing.T) {
	assert.Equal(t, "Not assessed", English().Status(accountmap.CoverageUnassessed))
	assert.Equal(t, "Goal", English().GoalKind(""))
	assert.Equal(t, "Unknown", English().Stance(accountmap.StanceUnknown))
	assert.Equal(t, "Desconocida", mustLookup(t, "es").Stance(accountmap.StanceUnknown))
}

func TestShortRolesFitAChip(t *testing.T) {
	for _, lang := range Languages() {
		for _, r := range append(accountmap.Roles(), "") {
			short := mustLookup(t, lang).RoleShort(r)
			assert.LessOrEqual(t, utf8.RuneCountInString(short), 16, "%s %s", lang, short)
		}
	}
}
