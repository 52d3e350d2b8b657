package accountmaptest

import (
	"regexp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// OursAlone returns words, in a language, that no file made for the client may hold: those of stances, power, contact levels, penetration,
// potential and competitors, and others that tell what we think or what was left out.
func OursAlone(words *terms.Terms) []string {
	var all []string
	for _, s := range append(accountmap.Stances(), accountmap.StanceUnknown) {
		all = append(all, words.Stance(s))
	}
	for _, s := range append(accountmap.Statuses(), accountmap.StatusUnassessed) {
		if s != accountmap.StatusSold {
			all = append(all, words.Status(s))
		}
	}
	for _, key := range []terms.Key{terms.ColumnStance, terms.ColumnPenetration, terms.ColumnRoles, terms.MapLegendStance, terms.MapLegendPower,
		terms.MapLegendContact, terms.MapLegendInfluences, terms.MapNobodyYet, terms.MapNotYetKnown, terms.MapPlaceUnknown, terms.WorkbookBlank,
		terms.WorkbookPeople, terms.WorkbookUnitPenetration, terms.SheetsPotential} {
		all = append(all, words.Text(key))
	}
	for _, list := range []string{"relationships", "competitors", "surveys", "objections", "risks"} {
		all = append(all, words.Field("", list))
	}
	for _, field := range []string{"power", "contactLevel", "seniority", "orientation", "adaptability", "evidence", "placeholder", "external"} {
		all = append(all, words.Field("contacts", field))
	}
	return all
}

// Said returns those of the words that occur in a text as whole words, in any case.
func Said(text string, words []string) []string {
	var said []string
	lower := strings.ToLower(text)
	for _, word := range words {
		if word == "" || !strings.Contains(lower, strings.ToLower(word)) {
			continue
		}
		if whole := regexp.MustCompile(`(?i)(^|[^\p{L}-])` + regexp.QuoteMeta(word) + `($|[^\p{L}-])`); whole.MatchString(text) {
			said = append(said, word)
		}
	}
	return said
}
