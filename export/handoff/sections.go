package handoff

import (
	"errors"
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/export/document"
)

// Section is a part of the handoff page: a [SectionID], or an [OwnSection] of the caller's.
type Section interface{ section() }

// SectionID names one of the built-in sections. It is the ID of that section in the document.
type SectionID string

// The sections of a handoff page.
const (
	SectionSince          SectionID = "since"          // what has changed since Options.Since; only where that is set
	SectionReadiness      SectionID = "readiness"      // how complete the handoff is, and what is missing
	SectionSummary        SectionID = "summary"        // the figures that matter
	SectionAttention      SectionID = "attention"      // what is late, and which orders are not what they were
	SectionMap            SectionID = "map"            // the picture; only where Options.Map is set
	SectionSold           SectionID = "sold"           // what was sold, under which contracts and on what terms
	SectionGoals          SectionID = "goals"          // what the client wants, and the figures for it
	SectionCommunications SectionID = "communications" // what passed between both sides
	SectionPeople         SectionID = "people"         // everybody whom we know
	SectionCoverage       SectionID = "coverage"       // the matrix, and the whitespace in it
	SectionPromises       SectionID = "promises"       // what we promised, by word of mouth too
	SectionObjections     SectionID = "objections"     // what they have against us, and our answers
	SectionCompetitors    SectionID = "competitors"    // who else sells to them
	SectionRisks          SectionID = "risks"          // what may go wrong
	SectionCases          SectionID = "cases"          // what went wrong and is not settled, and what is
	SectionSatisfaction   SectionID = "satisfaction"   // how satisfied they are, and what we should do better
	SectionEndorsements   SectionID = "endorsements"   // referrals and testimonials
	SectionExposures      SectionID = "exposures"      // what has been shown to whom
	SectionTeam           SectionID = "team"           // our people, now and before
	SectionRoadmap        SectionID = "roadmap"        // the milestones
	SectionCalendar       SectionID = "calendar"       // the recurring talks
	SectionFirstDays      SectionID = "days"           // what comes in the first 30, 60 and 90 days
	SectionChecklist      SectionID = "checklist"      // what is to be done before the handoff is complete, and who signs
)

// Sections lists the built-in sections in their order on the page.
func Sections() []SectionID {
	return []SectionID{SectionSince, SectionReadiness, SectionSummary, SectionAttention, SectionMap, SectionSold, SectionGoals,
		SectionCommunications, SectionPeople, SectionCoverage, SectionPromises, SectionObjections, SectionCompetitors, SectionRisks, SectionCases,
		SectionSatisfaction, SectionEndorsements, SectionExposures, SectionTeam, SectionRoadmap, SectionCalendar, SectionFirstDays,
		SectionChecklist}
}

// OwnSection is a section made by the caller. It is put on the page as it is, whoever the page is for.
type OwnSection document.Section

func (SectionID) section()   {}
func (*OwnSection) section() {}

// ours is [Sections] as the options take them.
func ours() []Section {
	var list []Section
	for _, id := range Sections() {
		list = append(list, id)
	}
	return list
}

// internal reports whether a section is for our own people: the client may read nothing of what it is made of.
func (id SectionID) internal() bool {
	return slices.Contains([]SectionID{SectionReadiness, SectionAttention, SectionObjections, SectionCompetitors, SectionRisks, SectionSatisfaction,
		SectionChecklist}, id)
}

// make makes a section. It is nil where the page has no place for it.
func (p *page) make(s Section) (*document.Section, error) {
	switch s := s.(type) {
	case *OwnSection:
		if s == nil {
			return nil, errors.New("handoff: a section of the handoff page is a nil *OwnSection")
		}
		return (*document.Section)(s), nil
	case SectionID:
		if p.Client && s.internal() {
			return nil, nil
		}
		return p.ours(s)
	}
	return nil, errors.New("handoff: a section of the handoff page is nil")
}

func (p *page) ours(id SectionID) (*document.Section, error) {
	makers := map[SectionID]func() *document.Section{
		SectionReadiness: p.readinessSection, SectionSince: p.sinceSection, SectionSummary: p.summary, SectionAttention: p.attentionSection,
		SectionMap: p.mapSection, SectionSold: p.soldSection, SectionGoals: p.goalsSection, SectionCommunications: p.communicationsSection,
		SectionPeople: p.peopleSection, SectionCoverage: p.coverageSection, SectionPromises: p.promisesSection,
		SectionObjections: p.objectionsSection, SectionCompetitors: p.competitorsSection, SectionRisks: p.risksSection,
		SectionCases: p.casesSection, SectionSatisfaction: p.satisfactionSection, SectionEndorsements: p.endorsementsSection,
		SectionExposures: p.exposuresSection, SectionTeam: p.teamSection, SectionRoadmap: p.roadmapSection, SectionCalendar: p.calendarSection,
		SectionFirstDays: p.firstDaysSection, SectionChecklist: p.checklistSection,
	}
	make, ok := makers[id]
	if !ok {
		return nil, fmt.Errorf("handoff: the handoff page has no section %q; there are %v", string(id), Sections())
	}
	return make(), nil
}
