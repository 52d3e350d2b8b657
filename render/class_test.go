package render

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
)

// classes lists every class that a view can give.
func classes() []graph.Class {
	all := []graph.Class{classReport, classAssistant, classPlaceholder, classLeft, classExternal, classHolding, classOutside, classFaded, classSummary, classPlain,
		classGroupNew, classGroupEnded, classJoined, classGone, classMoved, classEdited, classTieNew, classTieGone, classAskGiven, classAskOpen,
		classAskDeclined, classAskCandidate, classReferred, classReferOpen, classReferRefused,
		stanceClass(accountmap.StanceUnknown), contactLevelClass("")}
	all = append(all, classUnitBand, classLineBand, classNobody, classWinOver, classRelyOn, classFindOut, classOwner, classAlarm, classToday,
		classLate, classAfter, statusClass(accountmap.StatusUnassessed), milestoneClass(""))
	for _, s := range accountmap.Statuses() {
		all = append(all, statusClass(s))
	}
	for _, s := range accountmap.MilestoneStatuses() {
		all = append(all, milestoneClass(s))
	}
	for _, s := range accountmap.Stances() {
		all = append(all, stanceClass(s))
	}
	for _, l := range accountmap.ContactLevels() {
		all = append(all, contactLevelClass(l))
	}
	for _, k := range accountmap.RelationshipKinds() {
		all = append(all, relationshipClass(k))
	}
	return all
}
