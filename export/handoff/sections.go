package handoff

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// Section is a section of the page: one of [Sections] by its ID, or a Custom section. Exactly one
// of the two is set.
type Section struct {
	// ID is the ID of a section of this package. The section has the same ID in the document.
	ID string
	// Custom is a section of the caller. It is printed unchanged, for every audience.
	Custom *document.Section
}

// Sections lists the sections of this package in their order on the page. The front comes first,
// ordered by urgency:
//
//	brief           page one: figures, next moves, people by stance and power, units with one person *
//	update          the client's first two pages: tasks done and due, changes, and the next dates
//	since           a report of two pages on the time since Options.Since; only if that is set *
//	moves           the next moves, with reasons and people *
//	transfer        the items of a leaving member of our team, and their receivers *
//	promises        our promises, verbal ones included
//	cases           the open complaints and disputes
//	risks           the risks *
//	map             the pictures; only if Options.Pictures has one for it
//	sold            the orders of each unit, and the next renewals
//	goals           the client's goals, and the figures that measure them
//	targets         our sales targets and the client's budgets, with forecasts *
//	deciders        deciders, influencers, opponents and powerful people *
//	consensus       the missing agreement for each open deal, and the people who could get it *
//	calendar        the recurring talks
//	roadmap         the picture of the roadmap, or else the open milestones
//
// Then comes the annex, which Options.NoAnnex leaves out:
//
//	readiness       the completeness of the handoff, and its gaps *
//	checklist       the tasks that complete the handoff, and its signatures *
//	days            the appointments of the first 30, 60 and 90 days
//	attention       overdue entries and changed orders *
//	summary         the main figures, and the health of the account
//	people          every contact
//	purchases       every purchase, by product
//	conditions      the contracts and special terms
//	coverage        the coverage matrix, and its whitespace
//	communications  the communications with the client
//	milestones      every milestone
//	exposures       the products shown to each contact
//	endorsements    referrals and testimonials
//	objections      the client's objections, and our answers *
//	satisfaction    the satisfaction of the client, and its wishes for improvement *
//	competitors     the competitors *
//	settled         the closed complaints and disputes
//	team            our people, present and former
//
// A section with an asterisk is internal: it is left out for any other audience.
func Sections() []Section {
	var list []Section
	for _, s := range registry() {
		list = append(list, Section{ID: s.id})
	}
	return list
}

type section struct {
	id    string
	title terms.Key
	place place
	who   readers
	// make fills a section that already has its ID and title. It may change the title. A section
	// without blocks is listed as empty.
	make func(*page, *document.Section)
}

type place int

const (
	front    place = iota
	optional       // in the front, and not reported as missing when empty
	annex
	appended // in the annex, and not reported as missing when empty
)

func (p place) inAnnex() bool { return p == annex || p == appended }

type readers int

const (
	everybody readers = iota
	ours              // internal audience only
)

// registry lists every section of this package, in the order of the page. A new section needs a
// line here and its make function.
func registry() []section {
	return []section{
		{"brief", terms.BriefTitle, optional, ours, (*page).briefSection},
		{"update", terms.UpdateTitle, optional, everybody, (*page).updateSection},
		{"since", terms.PackSectionSince, optional, ours, (*page).sinceSection},
		{"moves", terms.BriefMoves, optional, ours, (*page).movesSection},
		{"transfer", terms.BriefTransfer, optional, ours, (*page).transferSection},
		{"promises", terms.PackSectionPromises, front, everybody, (*page).promisesSection},
		{"cases", terms.PackOpenCases, front, everybody, (*page).casesSection},
		{"risks", terms.PackSectionRisks, front, ours, (*page).risksSection},
		{"map", terms.HandoffSectionMap, optional, everybody, (*page).mapSection},
		{"sold", terms.HandoffSectionSold, front, everybody, (*page).soldSection},
		{"goals", terms.HandoffSectionGoals, front, everybody, (*page).goalsSection},
		{"targets", terms.TargetsTitle, front, ours, (*page).targetsSection},
		{"deciders", terms.BriefDeciders, optional, ours, (*page).decidersSection},
		{"consensus", terms.BriefConsensus, optional, ours, (*page).consensusSection},
		{"calendar", terms.PackSectionCalendar, front, everybody, (*page).calendarSection},
		{"roadmap", terms.PackSectionRoadmap, front, everybody, (*page).roadmapSection},
		{"readiness", terms.PackSectionReadiness, appended, ours, (*page).readinessSection},
		{"checklist", terms.HandoffSectionChecklist, appended, ours, (*page).checklistSection},
		{"days", terms.PackSectionFirstDays, appended, everybody, (*page).firstDaysSection},
		{"attention", terms.PackSectionAttention, appended, ours, (*page).attentionSection},
		{"summary", terms.HandoffSectionSummary, appended, everybody, (*page).summarySection},
		{"people", terms.HandoffSectionPeople, annex, everybody, (*page).peopleSection},
		{"purchases", terms.BriefPurchases, appended, everybody, (*page).purchasesSection},
		{"conditions", terms.BriefConditions, annex, everybody, (*page).conditionsSection},
		{"coverage", terms.HandoffSectionCoverage, annex, everybody, (*page).coverageSection},
		{"communications", terms.HandoffSectionCommunications, annex, everybody, (*page).communicationsSection},
		{"milestones", terms.BriefMilestones, appended, everybody, (*page).milestonesSection},
		{"exposures", terms.HandoffSectionExposures, annex, everybody, (*page).exposuresSection},
		{"endorsements", terms.HandoffSectionEndorsements, annex, everybody, (*page).endorsementsSection},
		{"objections", terms.PackSectionObjections, annex, ours, (*page).objectionsSection},
		{"satisfaction", terms.PackSectionSatisfaction, annex, ours, (*page).satisfactionSection},
		{"competitors", terms.HandoffSectionCompetitors, annex, ours, (*page).competitorsSection},
		{"settled", terms.BriefSettled, appended, everybody, (*page).settledSection},
		{"team", terms.HandoffSectionTeam, annex, everybody, (*page).teamSection},
	}
}

// sections makes the sections of the options, with the annex unless the options leave it out.
// Sections without entries are named together, before the annex and the pictures that end on it.
func (p *page) sections(ctx context.Context) ([]document.Block, error) {
	list, all := p.opts.Sections, registry()
	if list == nil {
		list = Sections()
	}
	var blocks []document.Block
	var empty []string
	var faults []error
	annexAt, afterReport := -1, false
	for _, s := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		known, err := lookup(all, s)
		switch {
		case err != nil:
			faults = append(faults, err)
			continue
		case s.Custom != nil:
			blocks = append(blocks, s.Custom)
			continue
		case known.who == ours && p.Client, known.place.inAnnex() && p.opts.NoAnnex:
			continue
		}
		made := &document.Section{ID: s.ID, Title: p.Words.Text(known.title), Folded: known.place.inAnnex()}
		known.make(p, made)
		p.bound(made)
		if len(made.Blocks) == 0 {
			if known.place == front || known.place == annex {
				empty = append(empty, made.Title)
			}
			continue
		}
		if known.place.inAnnex() && annexAt < 0 {
			annexAt = len(blocks)
			made.NewPage = true
		}
		made.Lead = made.Lead && len(blocks) == 0
		report := s.ID == "since"
		made.NewPage = made.NewPage || report || afterReport
		afterReport = report
		blocks = append(blocks, made)
	}
	if len(empty) > 0 {
		if annexAt < 0 {
			annexAt = len(blocks)
		}
		for annexAt > 0 && endsInPicture(blocks[annexAt-1]) { // a note after it would have a page to itself
			annexAt--
		}
		blocks = slices.Insert(blocks, annexAt, document.Block(p.note(terms.BriefNothing, p.Words.List(empty))))
	}
	return blocks, errors.Join(faults...)
}

// endsInPicture reports whether a section ends in a picture with its own pages in print.
func endsInPicture(b document.Block) bool {
	s, ok := b.(*document.Section)
	if !ok || len(s.Blocks) == 0 {
		return false
	}
	figure, ok := s.Blocks[len(s.Blocks)-1].(*document.Figure)
	return ok && figure.OwnPage
}

// lookup returns the registered section with an ID, and the zero section for a custom section.
func lookup(all []section, s Section) (section, error) {
	switch {
	case s.ID != "" && s.Custom != nil:
		return section{}, fmt.Errorf("handoff: a section has the ID %q and is custom, too: set one of them", s.ID)
	case s.Custom != nil:
		return section{}, nil
	case s.ID == "":
		return section{}, errors.New("handoff: a section is empty: set its ID, or Custom")
	}
	if i := slices.IndexFunc(all, func(known section) bool { return known.id == s.ID }); i >= 0 {
		return all[i], nil
	}
	var ids []string
	for _, known := range all {
		ids = append(ids, known.id)
	}
	return section{}, fmt.Errorf("handoff: there is no section %q; there are %s", s.ID, strings.Join(ids, ", "))
}
