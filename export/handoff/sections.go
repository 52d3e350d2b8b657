package handoff

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// Section is a part of the page: one of [Sections] by its ID, or a Custom section. Exactly one of
// the two is set.
type Section struct {
	// ID names a section of this package. It is the ID of the section in the document, too.
	ID string
	// Custom is a section made by the caller. It is put on the page as it is, for every audience.
	Custom *document.Section
}

// Sections lists the sections of this package in their order on the page:
//
//	since           what has changed since Options.Since; only where that is set
//	readiness       how complete the handoff is, and what is missing *
//	summary         the figures that matter
//	attention       what is late, and which orders changed *
//	map             the picture; only where Options.Map is set
//	sold            what was sold, under which contracts and on what terms
//	goals           what the client wants, and the figures for it
//	communications  what passed between both sides
//	people          everybody whom we know
//	coverage        the matrix, and the whitespace in it
//	promises        what we promised, by word of mouth too
//	objections      what they have against us, and our answers *
//	competitors     who else sells to them *
//	risks           what may go wrong *
//	cases           complaints and disputes, open and closed
//	satisfaction    how satisfied they are, and what we should do better *
//	endorsements    referrals and testimonials
//	exposures       what has been shown to whom
//	team            our people, now and before
//	roadmap         the milestones
//	calendar        the recurring talks
//	days            what comes in the first 30, 60 and 90 days
//	checklist       what is to be done before the handoff is complete, and who signs *
//
// A section with an asterisk is for our own people: it is left out for any other audience.
func Sections() []Section {
	var list []Section
	for _, s := range registry() {
		list = append(list, Section{ID: s.id})
	}
	return list
}

// A section describes a part of the page.
type section struct {
	id    string
	title terms.Key
	// none is the text of the section when make adds no blocks. Empty leaves such a section out.
	none terms.Key
	who  readers
	// make fills a section that has its ID and title. It may change the title.
	make func(*page, *document.Section)
}

// readers says who may see a section.
type readers int

const (
	everybody readers = iota
	ours              // internal audience only
)

// registry has every section of this package, in the order of the page. A new section is a line
// here and its maker.
func registry() []section {
	return []section{
		{"since", terms.PackSectionSince, "", everybody, (*page).sinceSection},
		{"readiness", terms.PackSectionReadiness, "", ours, (*page).readinessSection},
		{"summary", terms.HandoffSectionSummary, "", everybody, (*page).summarySection},
		{"attention", terms.PackSectionAttention, terms.PackNoAttention, ours, (*page).attentionSection},
		{"map", terms.HandoffSectionMap, "", everybody, (*page).mapSection},
		{"sold", terms.HandoffSectionSold, "", everybody, (*page).soldSection},
		{"goals", terms.HandoffSectionGoals, "", everybody, (*page).goalsSection},
		{"communications", terms.HandoffSectionCommunications, terms.HandoffNoCommunications, everybody, (*page).communicationsSection},
		{"people", terms.HandoffSectionPeople, terms.HandoffNoPeople, everybody, (*page).peopleSection},
		{"coverage", terms.HandoffSectionCoverage, terms.HandoffNoCoverage, everybody, (*page).coverageSection},
		{"promises", terms.PackSectionPromises, terms.PackNoPromises, everybody, (*page).promisesSection},
		{"objections", terms.PackSectionObjections, terms.PackNoObjections, ours, (*page).objectionsSection},
		{"competitors", terms.HandoffSectionCompetitors, terms.PackNoCompetitors, ours, (*page).competitorsSection},
		{"risks", terms.PackSectionRisks, terms.PackNoRisks, ours, (*page).risksSection},
		{"cases", terms.PackSectionCases, terms.PackNoCases, everybody, (*page).casesSection},
		{"satisfaction", terms.PackSectionSatisfaction, terms.PackNoSurveys, ours, (*page).satisfactionSection},
		{"endorsements", terms.HandoffSectionEndorsements, "", everybody, (*page).endorsementsSection},
		{"exposures", terms.HandoffSectionExposures, terms.HandoffNoExposures, everybody, (*page).exposuresSection},
		{"team", terms.HandoffSectionTeam, terms.HandoffNoTeam, everybody, (*page).teamSection},
		{"roadmap", terms.PackSectionRoadmap, terms.PackNoMilestones, everybody, (*page).roadmapSection},
		{"calendar", terms.PackSectionCalendar, terms.PackNoCadences, everybody, (*page).calendarSection},
		{"days", terms.PackSectionFirstDays, terms.PackDayUnknown, everybody, (*page).firstDaysSection},
		{"checklist", terms.HandoffSectionChecklist, "", ours, (*page).checklistSection},
	}
}

// section makes a section of the options. It is nil when the page leaves the section out.
func (p *page) section(s Section) (*document.Section, error) {
	switch {
	case s.ID != "" && s.Custom != nil:
		return nil, fmt.Errorf("handoff: a section has the ID %q and is custom, too: set one of them", s.ID)
	case s.Custom != nil:
		return s.Custom, nil
	case s.ID == "":
		return nil, errors.New("handoff: a section is empty: set its ID, or Custom")
	}
	all := registry()
	i := slices.IndexFunc(all, func(known section) bool { return known.id == s.ID })
	if i < 0 {
		var ids []string
		for _, known := range all {
			ids = append(ids, known.id)
		}
		return nil, fmt.Errorf("handoff: there is no section %q; there are %s", s.ID, strings.Join(ids, ", "))
	}
	if all[i].who == ours && p.Client {
		return nil, nil
	}
	made := &document.Section{ID: s.ID, Title: p.Words.Text(all[i].title)}
	all[i].make(p, made)
	p.bound(made)
	switch {
	case len(made.Blocks) > 0:
	case all[i].none == "":
		return nil, nil
	default:
		made.Blocks = []document.Block{p.note(all[i].none)}
	}
	return made, nil
}
