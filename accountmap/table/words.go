package table

import (
	"reflect"
	"slices"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
)

// wordsOf returns the words of an enumeration in its order, and nil for a type that is none.
func wordsOf(t reflect.Type) []string { return enumerations()[t] }

// enumerations has the words of every enumeration by its type.
var enumerations = sync.OnceValue(func() map[reflect.Type][]string {
	all := map[reflect.Type][]string{}
	add(all, accountmap.Adaptabilities())
	add(all, accountmap.CaseKinds())
	add(all, accountmap.CaseStatuses())
	add(all, accountmap.Channels())
	add(all, accountmap.CommitmentStatuses())
	add(all, accountmap.ContactLevels())
	add(all, accountmap.Directions())
	add(all, accountmap.EndorsementKinds())
	add(all, accountmap.ExposureKinds())
	add(all, accountmap.GoalKinds())
	add(all, accountmap.GoalStates())
	add(all, accountmap.Gravities())
	add(all, accountmap.MilestoneStatuses())
	add(all, accountmap.ObjectionStatuses())
	add(all, accountmap.OrderStatuses())
	add(all, accountmap.Orientations())
	add(all, accountmap.Phases())
	add(all, accountmap.ReachLevels())
	add(all, accountmap.Reactions())
	add(all, accountmap.RelationshipKinds())
	add(all, accountmap.RiskStates())
	add(all, accountmap.Roles())
	add(all, accountmap.SaleKinds())
	add(all, accountmap.Seniorities())
	add(all, accountmap.Stances())
	add(all, accountmap.Statuses())
	add(all, accountmap.SurveyKinds())
	add(all, accountmap.TermKinds())
	add(all, accountmap.UnitKinds())
	return all
})

func add[T ~string](all map[reflect.Type][]string, words []T) {
	t := reflect.TypeFor[T]()
	for _, w := range words {
		all[t] = append(all[t], string(w))
	}
	all[t] = slices.Clip(all[t])
}
