package handoff_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func pdfPages(t *testing.T, d *document.Document) int {
	t.Helper()
	var pdf bytes.Buffer
	require.NoError(t, printer.PDF(t.Context(), &pdf, d, nil))
	return bytes.Count(pdf.Bytes(), []byte("/Type /Page\n"))
}

// pagesOf counts the printed pages of a section; every other section is reduced to one page with a
// letter.
func pagesOf(t *testing.T, d *document.Document, id string) int {
	t.Helper()
	var sections []document.Block
	for _, b := range d.Blocks {
		if s, ok := b.(*document.Section); ok {
			if s.ID != id {
				s.Blocks, s.NewPage = []document.Block{&document.Paragraph{Text: document.Text{document.Plain("x")}}}, !s.Lead
			}
			sections = append(sections, s)
		}
	}
	d.Blocks = sections
	return pdfPages(t, d) - len(sections) + 1
}

// monthBefore returns an account as of a month ago: without the newer half of each list, with other
// stances, and with one more person.
func monthBefore(a *accountmap.Account) *accountmap.Account {
	a.AsOf = a.AsOf.AddDays(-31)
	for i := range a.Contacts {
		a.Contacts[i].Stance, a.Contacts[i].Title = accountmap.Stances()[i%5], a.Contacts[i].Title+" (acting)"
	}
	a.Orders, a.Communications, a.Commitments, a.Milestones = a.Orders[:len(a.Orders)/2], a.Communications[:len(a.Communications)/2], a.Commitments[:len(a.Commitments)/2], nil
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "somebody-else", Name: "Somebody Else", Unit: a.Units[0].ID})
	return a
}

// TestReportsAreTwoPages checks that the client's update and our report of a month have two pages
// each, and at most two with little content. The accounts have short and long names, in every
// language.
func TestReportsAreTwoPages(t *testing.T) {
	norace.Only(t)
	accounts := map[string]func() *accountmap.Account{
		"whole": exporttest.Whole, "full": accountmaptest.Full,
		"300":       func() *accountmap.Account { return accountmaptest.Generate(7, accountmaptest.Typical(300)) },
		"60, long":  func() *accountmap.Account { return long(accountmaptest.Generate(7, accountmaptest.Typical(60))) },
		"300, long": func() *accountmap.Account { return long(accountmaptest.Generate(7, accountmaptest.Typical(300))) },
	}
	for name, account := range accounts {
		after, before := exporttest.NewMap(t, account()), exporttest.NewMap(t, monthBefore(account()))
		client := after.Select(accountmap.Scope{Audience: accountmap.AudienceClient})
		for _, language := range terms.Languages() {
			words, _ := terms.Lookup(language)
			d, err := handoff.New(t.Context(), client, &handoff.Options{Terms: words, Since: before, NoAnnex: true})
			require.NoError(t, err)
			update := pagesOf(t, d, "update")
			d, err = handoff.New(t.Context(), after, &handoff.Options{Terms: words, Since: before, NoAnnex: true})
			require.NoError(t, err)
			report := pagesOf(t, d, "since")
			if name == "whole" || name == "full" {
				assert.LessOrEqual(t, max(update, report), 2, "%s, %s", name, language)
				continue
			}
			assert.Equal(t, []int{2, 2}, []int{update, report}, "%s, %s: update, report", name, language)
		}
	}
}

// long makes every name of an account 60 letters long, and every text 300 letters.
func long(a *accountmap.Account) *accountmap.Account {
	name := func(s *string) {
		if *s != "" {
			*s = (*s + " de las Mercedes Fernández-Villaverde y Castellanos Wiśniewska")[:60]
			*s = strings.ToValidUTF8(*s, "")
		}
	}
	text := func(s *string) {
		if *s != "" {
			*s = strings.ToValidUTF8(strings.Repeat(*s+" und noch mehr davon ", 30)[:300], "")
		}
	}
	for i := range a.Contacts {
		name(&a.Contacts[i].Name)
	}
	for i := range a.Units {
		name(&a.Units[i].Name)
	}
	for i := range a.Products {
		name(&a.Products[i].Name)
	}
	for i := range a.Team {
		name(&a.Team[i].Name)
	}
	for i := range a.Commitments {
		text(&a.Commitments[i].Text)
		a.Commitments[i].Verbal = true
	}
	for i := range a.Milestones {
		text(&a.Milestones[i].Title)
	}
	for i := range a.Cases {
		text(&a.Cases[i].Summary)
	}
	return a
}

// detailed returns an account with a title and details of many lines.
func detailed() *accountmap.Account {
	a := long(accountmaptest.Generate(7, accountmaptest.Typical(41)))
	a.Name = strings.Repeat("Transportes y Logística ", 5)
	a.Industry = strings.Repeat("Transport by road, rail and sea; ", 8)
	a.Segment, a.Tier = a.Industry, a.Industry
	return a
}

// TestTheFirstStepSaysItsDelayOnce checks a first step whose only reason is its delay.
func TestTheFirstStepSaysItsDelayOnce(t *testing.T) {
	a := exporttest.Whole()
	a.Commitments = []accountmap.Commitment{{Text: "An offer", By: "farmer", To: "boss", Due: exporttest.Day(2026, 10, 1)}}
	a.Handoff, a.Coverage, a.Cases = accountmap.Handoff{}, nil, nil
	byID, _ := sections(t, exporttest.NewMap(t, a), nil)
	assert.Contains(t, said(byID["first"]), "Do first 31 days late · Diego Salas · Boss Ana, Head officeKeep the promise: An offer")
}

// TestBriefIsOnePage checks that the second section begins on the second page. The accounts have 1
// to 500 people with short and long names, in every language.
func TestBriefIsOnePage(t *testing.T) {
	norace.Only(t)
	accounts := map[string]*accountmap.Account{"one person": {Profile: accountmap.Profile{Name: "Acme", AsOf: exporttest.Day(2026, 11, 1)},
		Units: []accountmap.Unit{{ID: "u", Name: "Mill"}}, Contacts: []accountmap.Contact{{ID: "c", Name: "Ana Ribeiro", Unit: "u", Power: 5}}},
		"detailed": detailed(), "full": accountmaptest.Full(), "full, long": long(accountmaptest.Full()), "whole": exporttest.Whole(), "whole, long": long(exporttest.Whole()), "crowded": crowded()}
	for _, people := range []int{2, 5, 12, 41, 120, 300, 500} {
		accounts[fmt.Sprint(people)] = accountmaptest.Generate(7, accountmaptest.Typical(people))
		accounts[fmt.Sprint(people, ", long")] = long(accountmaptest.Generate(7, accountmaptest.Typical(people)))
	}
	for name, a := range accounts {
		m := exporttest.NewMap(t, a)
		for _, language := range terms.Languages() {
			words, _ := terms.Lookup(language)
			d, err := handoff.New(t.Context(), m, &handoff.Options{Terms: words, NoAnnex: true})
			require.NoError(t, err)
			assert.Equal(t, 1, pagesOf(t, d, "brief"), "%s, %s", name, language)
		}
	}
}

func TestBriefHasTheEssentials(t *testing.T) {
	byID, ids := sections(t, exporttest.NewMap(t, exporttest.Whole()), nil)
	assert.Equal(t, []string{"brief", "first", "stand", "thread", "verbal", "weeks"}, ids[:6])
	assert.Equal(t, []string{
		"Power|■ Blocker|▼ Sceptic|− Neutral|? Unknown|+ Supporter|▲ Champion",
		"5||||||Boss Ana",
		"4|||Chief Eva",
		"3|Stop Carl",
		"1||||●",
	}, table(byID["stand"]))
	assert.Contains(t, said(byID["stand"]), "A dot is one person of power 1 or 2.")
	assert.Contains(t, said(byID["stand"]), "Power not known: Stray Finn, Legal counsel?, Fan Dora.")
	assert.Equal(t, []string{"Interface for free|Diego Salas to Chief Eva|17 days late"}, table(byID["verbal"]), "Laura has handed over")
	assert.Regexp(t, "^Do first[^|]*Introduce Diego Salas to", said(byID["first"]), "the next step is larger than the others, which are a table")
	assert.Contains(t, said(byID["first"]), "1 key player whom Diego Salas does not know yet", "why")
	assert.Contains(t, said(byID["first"]), "31 days late · Diego Salas · Director, Head office · 5k a year", "by when, who, and what it is worth")
	first := table(byID["first"])
	require.NotEmpty(t, first)
	assert.LessOrEqual(t, len(first), 7)
	assert.Contains(t, strings.Join(first, "\n"), "17 days late|Keep the promise: Interface for free|Chief Eva")
}

// TestBriefCountsNothingFalsely checks that dots are explained only if there are people of little
// power. Key players on our side are counted only if there are key players. No list omits a single
// entry.
func TestBriefCountsNothingFalsely(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", AsOf: exporttest.Day(2026, 11, 1)}, Units: []accountmap.Unit{{ID: "u", Name: "Mill"}}}
	byID, _ := sections(t, exporttest.NewMap(t, a), nil)
	assert.NotContains(t, said(byID["brief"]), "0 of 0")
	for i := range 4 {
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("c", i)), Name: fmt.Sprint("Person ", i), Unit: "u", Power: 3})
	}
	byID, _ = sections(t, exporttest.NewMap(t, a), nil)
	assert.NotContains(t, said(byID["stand"]), "A dot is")
	assert.Contains(t, said(byID["stand"]), "Person 3")
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "c4", Name: "Person 4", Unit: "u", Power: 3})
	byID, _ = sections(t, exporttest.NewMap(t, a), nil)
	assert.Contains(t, said(byID["stand"]), "and 2 more")
}

func TestFrontAndAnnex(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Whole())
	front, err := handoff.New(t.Context(), m, &handoff.Options{NoAnnex: true})
	require.NoError(t, err)
	all, err := handoff.New(t.Context(), m, nil)
	require.NoError(t, err)
	folded := 0
	for i, b := range all.Blocks {
		s, ok := b.(*document.Section)
		if !ok || !s.Folded {
			assert.Zero(t, folded, "nothing of the front comes after the annex")
			continue
		}
		assert.Equal(t, folded == 0, s.NewPage, "the annex begins on a new page: %s, block %d", s.ID, i)
		folded++
	}
	assert.Positive(t, folded)
	assert.Len(t, front.Blocks, len(all.Blocks)-folded)
}

func TestTransferAndConsensus(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, exporttest.Whole()), nil)
	assert.Contains(t, said(byID["transfer"]), "From Laura Méndez to Diego Salas · last day 1 Oct 2026")
	assert.Contains(t, table(byID["transfer"]), "Person|Boss Ana|Head office||Diego Salas, to be introduced")
	consensus := table(byID["consensus"])
	assert.Equal(t, "Open deals|Whose yes is missing|For us", consensus[0])
	assert.Contains(t, consensus[1], "Mill")
}

// TestPeopleOfEveryDealAreNamedOnce checks that the people whom more than three deals have in
// common are in one row for all deals.
func TestPeopleOfEveryDealAreNamedOnce(t *testing.T) {
	a := exporttest.Whole()
	a.Coverage = nil
	for i := range 5 {
		unit := accountmap.Unit{ID: accountmap.UnitID(fmt.Sprint("deal-", i)), Name: fmt.Sprint("Plant ", i), Parent: a.Units[0].ID}
		a.Units = append(a.Units, unit)
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("no-", i)), Name: fmt.Sprint("Doubter ", i), Unit: unit.ID, Power: 5,
			Stance: accountmap.StanceSceptic, Roles: []accountmap.Role{accountmap.RoleDecisionMaker}})
		a.Coverage = append(a.Coverage, accountmap.Cell{Unit: unit.ID, Product: a.Products[0].ID, Status: accountmap.CoverageProposed, Potential: accountmap.Money{Minor: 100_000, Currency: "EUR"}})
	}
	for deals, want := range map[int]int{3: 3, 5: 1} {
		some := *a
		some.Coverage = a.Coverage[:deals]
		byID, _ := sections(t, exporttest.NewMap(t, &some), nil)
		rows := strings.Join(table(byID["consensus"]), "\n")
		assert.Equal(t, want, strings.Count(rows, "Boss Ana"), "%d deals: %s", deals, rows)
		assert.Equal(t, deals > 3, strings.Contains(rows, "Every open deal 5k"), rows)
		for i := range deals {
			assert.Equal(t, 1, strings.Count(rows, fmt.Sprint("Doubter ", i)), rows)
		}
	}
}

func TestMeetingSheet(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Whole())
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		for _, contacts := range [][]accountmap.ContactID{{"boss"}, {"chief", "fan"}, {"boss", "chief", "stop"}} {
			d, err := handoff.Meeting(m, contacts, accountmap.Date{}, words)
			require.NoError(t, err)
			assert.Equal(t, 1, pdfPages(t, d), "%s %v", language, contacts)
			var page strings.Builder
			require.NoError(t, printer.HTML(t.Context(), &page, d, nil))
			for _, id := range contacts {
				c, _ := m.Contact(id)
				assert.Contains(t, page.String(), c.Name)
			}
		}
	}
	d, err := handoff.Meeting(m, []accountmap.ContactID{"chief"}, accountmap.Date{}, nil)
	require.NoError(t, err)
	var page strings.Builder
	require.NoError(t, printer.HTML(t.Context(), &page, d, nil))
	all := said(parsed(t, page.String()))
	for _, want := range []string{"Talk with Chief Eva", "As of 1 November 2026", "− Neutral · Power 4 / 5", "Goal: Halve errors", "First talk", "Promise, verbal Interface for free",
		"17 days late", "Reports to: Boss Ana"} {
		assert.Contains(t, all, want)
	}

	a := exporttest.Whole()
	a.Contacts[0].Language = "pl"
	for language, want := range map[string]string{"en": "Language: Polish", "es": "Idioma: polaco", "el": "Γλώσσα: Πολωνικά"} {
		words, _ := terms.Lookup(language)
		d, err = handoff.Meeting(exporttest.NewMap(t, a), []accountmap.ContactID{a.Contacts[0].ID}, accountmap.Date{}, words)
		require.NoError(t, err)
		page.Reset()
		require.NoError(t, printer.HTML(t.Context(), &page, d, nil))
		assert.Contains(t, page.String(), want)
	}

	a = exporttest.Whole()
	a.Endorsements = append(a.Endorsements, accountmap.Endorsement{Kind: accountmap.EndorsementReferral, Contact: "boss", ToContact: "stop", Asked: exporttest.Day(2026, 10, 1)})
	m = exporttest.NewMap(t, a)
	for _, contacts := range [][]accountmap.ContactID{{"boss"}, {"boss", "chief"}, {"boss", "clerk", "fan"}} {
		d, err = handoff.Meeting(m, contacts, accountmap.Date{}, nil)
		require.NoError(t, err)
		for _, b := range d.Blocks[0].(*document.Section).Blocks {
			if s, ok := b.(*document.Section); ok && s.ID == "ask" {
				asked := map[string]bool{}
				for _, row := range s.Blocks[0].(*document.Table).Groups[0].Rows {
					text := fmt.Sprint(row[0].Lines, row[1].Lines)
					person, _, _ := strings.Cut(text, " · ")
					assert.False(t, asked[person], "%v: twice: %s", contacts, text)
					asked[person] = true
					if strings.Contains(text, "Stop Carl") {
						assert.Contains(t, text, "no answer yet", "an open request is not a new one")
					}
				}
				assert.NotEmpty(t, asked)
			}
		}
	}

	_, err = handoff.Meeting(m, []accountmap.ContactID{"nobody"}, accountmap.Date{}, nil)
	assert.ErrorContains(t, err, `no contact "nobody": the contacts are boss, chief, clerk`)
	_, err = handoff.Meeting(m, nil, accountmap.Date{}, nil)
	assert.ErrorContains(t, err, "needs a contact")
	_, err = handoff.Meeting(m.Select(accountmap.Scope{Audience: accountmap.AudienceClient}), []accountmap.ContactID{"boss"}, accountmap.Date{}, nil)
	assert.ErrorContains(t, err, "for our own people")
}

// TestClientsUpdateComesFirst checks that the client's page begins with tasks done and due, with
// the people of both sides and without internal content.
func TestClientsUpdateComesFirst(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Whole()).Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	byID, ids := sections(t, m, nil)
	assert.Equal(t, []string{"update", "update-done", "update-due", "update-next"}, ids[:4])
	assert.Contains(t, strings.Join(table(byID["update-done"]), "\n"), "1 Sep 2026|Plan Milestone")
	assert.Contains(t, strings.Join(table(byID["update-next"]), "\n"), "3 Nov 2026|Review Regular talk|Boss Ana|Diego Salas")
	_, ours := sections(t, exporttest.NewMap(t, exporttest.Whole()), nil)
	assert.NotContains(t, ours, "update")

	before := exporttest.Whole()
	before.AsOf, before.Exposures = exporttest.Day(2026, 8, 31), nil
	since := exporttest.NewMap(t, before).Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	byID, _ = sections(t, m, &handoff.Options{Since: since})
	assert.Equal(t, "What|Change", table(byID["update-changed"])[0], "new entries have no details")
}

// TestReportOfAMonth checks that the report has the orders, meetings, promises and next
// appointments of a month.
func TestReportOfAMonth(t *testing.T) {
	before, after := exporttest.Whole(), exporttest.Whole()
	before.AsOf = exporttest.Day(2026, 8, 31)
	before.Communications, before.Commitments, before.Orders = before.Communications[1:], before.Commitments[:1], before.Orders[1:]
	byID, ids := sections(t, exporttest.NewMap(t, after), &handoff.Options{Since: exporttest.NewMap(t, before)})
	for _, id := range []string{"since-ordered", "since-met", "since-promised", "since-kept", "since-changed", "since-next"} {
		assert.Contains(t, ids, id)
	}
	assert.Contains(t, said(byID["since-met"]), "First talk")
	assert.Contains(t, said(byID["since-promised"]), "Interface for free")
	assert.Contains(t, said(byID["since-kept"]), "Plan")
	d, err := handoff.New(t.Context(), exporttest.NewMap(t, after), &handoff.Options{Since: exporttest.NewMap(t, before), Sections: []handoff.Section{{ID: "brief"}, {ID: "since"}, {ID: "moves"}}})
	require.NoError(t, err)
	for _, b := range d.Blocks[1:] {
		assert.True(t, b.(*document.Section).NewPage, "the report has pages of its own")
	}
	assert.LessOrEqual(t, pdfPages(t, d), 4, "one page, two of the report, one of the moves")
	changed := said(byID["since-changed"])
	for _, listed := range []string{"First talk", "Interface for free"} {
		assert.NotContains(t, changed, listed, "talks and promises have lists of their own")
	}
}

// TestAPromiseHasOneHeading checks that a promise since the earlier account is listed once, although
// it is new, due within the next days, and kept.
func TestAPromiseHasOneHeading(t *testing.T) {
	before, after := exporttest.Whole(), exporttest.Whole()
	before.AsOf = exporttest.Day(2026, 8, 31)
	after.Commitments = append(after.Commitments,
		accountmap.Commitment{Text: "New and due", By: "hunter", To: "chief", Due: exporttest.Day(2026, 11, 10)},
		accountmap.Commitment{Text: "New and late", By: "hunter", To: "chief", Due: exporttest.Day(2026, 10, 20)},
		accountmap.Commitment{Text: "New and kept", By: "hunter", To: "chief", Due: exporttest.Day(2026, 10, 2), Status: accountmap.CommitmentKept})
	for audience, id := range map[accountmap.Audience]string{accountmap.AudienceInternal: "since", accountmap.AudienceClient: "update"} {
		scope := accountmap.Scope{Audience: audience}
		byID, _ := sections(t, exporttest.NewMap(t, after).Select(scope), &handoff.Options{Since: exporttest.NewMap(t, before).Select(scope)})
		text := said(byID[id])
		for _, promise := range []string{"New and due", "New and late", "New and kept"} {
			assert.Equal(t, 1, strings.Count(text, promise), "%s in %s: %s", promise, id, text)
		}
	}
}

// TestNoLabelLosesItsValue checks that a sheet for three people omits a contact's last details as a
// whole.
func TestNoLabelLosesItsValue(t *testing.T) {
	a := exporttest.Whole()
	for i := range a.Contacts {
		a.Contacts[i].PreferredChannel, a.Contacts[i].Language = accountmap.ChannelPhone, "pt"
	}
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		for wide := range 12 {
			a.Contacts[0].Title = strings.Repeat("director ", wide)
			d, err := handoff.Meeting(exporttest.NewMap(t, a), []accountmap.ContactID{"boss", "chief", "clerk"}, accountmap.Date{}, words)
			require.NoError(t, err)
			var page strings.Builder
			require.NoError(t, printer.Markdown(&page, d, nil))
			for _, key := range []string{"preferredChannel", "language"} {
				assert.NotContains(t, page.String(), words.Field("contacts", key)+"…", "%d words", wide)
			}
			if wide == 0 {
				assert.Contains(t, page.String(), words.Field("contacts", "preferredChannel")+": "+words.Channel(accountmap.ChannelPhone), "a channel alone could be anything")
			}
		}
	}
}

// TestTheWholeClientIsNotCountedTwice checks the worth of an account with one unit, one contact and
// one colleague: the whole client and its unit hang by the same thread, and share a row.
func TestTheWholeClientIsNotCountedTwice(t *testing.T) {
	for _, units := range []int{1, 2} {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: exporttest.Day(2026, 11, 1)},
			Products: []accountmap.Product{{ID: "core", Name: "Core"}}, Team: []accountmap.Member{{ID: "m", Name: "Laura"}}}
		for i := range units {
			id := accountmap.UnitID(fmt.Sprint("u", i))
			a.Units = append(a.Units, accountmap.Unit{ID: id, Name: fmt.Sprint("Mill ", i)})
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(id), Name: fmt.Sprint("Ana ", i), Unit: id, Owner: "m"},
				accountmap.Contact{ID: accountmap.ContactID(id + "b"), Name: fmt.Sprint("Ben ", i), Unit: id, Owner: "m"})
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: id, Product: "core", Status: accountmap.CoverageSold, Value: accountmap.Money{Minor: 4000000}})
		}
		byID, _ := sections(t, exporttest.NewMap(t, a), nil)
		row := said(byID["thread"])
		assert.Contains(t, row, "whole client, Mill 0", row)
		assert.Contains(t, row, fmt.Sprintf("; %dk a year", 40*units), row)
	}
}

// TestTheNextWeeksSayHowManyThereAre checks that the heading counts the events of the line and all
// events, unless the line has them all.
func TestTheNextWeeksSayHowManyThereAre(t *testing.T) {
	for _, milestones := range []int{3, 8, 9, 20} {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", AsOf: exporttest.Day(2026, 11, 1)}}
		for i := range milestones {
			a.Milestones = append(a.Milestones, accountmap.Milestone{ID: accountmap.MilestoneID(fmt.Sprint("m", i)), Title: fmt.Sprint("Step ", i), Due: exporttest.Day(2026, 11, 3+i)})
		}
		d, err := handoff.New(t.Context(), exporttest.NewMap(t, a), &handoff.Options{Sections: []handoff.Section{{ID: "brief"}}})
		require.NoError(t, err)
		brief := d.Blocks[0].(*document.Section)
		weeks := brief.Blocks[len(brief.Blocks)-1].(*document.Section)
		want := "The next six weeks"
		if shown := len(weeks.Blocks[0].(*document.Timeline).Moments); shown < milestones {
			want += fmt.Sprintf(": %d of %d", shown, milestones)
		}
		assert.Equal(t, want, weeks.Title)
	}
}

// TestTheRestHangsByAThread checks that the listed units and the rest are as many as the heading
// says, if units share a row and if there are very many.
func TestTheRestHangsByAThread(t *testing.T) {
	for _, units := range []int{7, 150} {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", AsOf: exporttest.Day(2026, 11, 1)},
			Team: []accountmap.Member{{ID: "jan", Name: "Jan"}, {ID: "lea", Name: "Lea"}}}
		for i := range units {
			id := accountmap.UnitID(fmt.Sprint("u", i))
			owner := []accountmap.MemberID{"jan", "lea"}[i%2]
			a.Units = append(a.Units, accountmap.Unit{ID: id, Name: fmt.Sprintf("Mill %03d", i)})
			for _, suffix := range []accountmap.UnitID{"a", "b"}[:1+i%3%2] {
				a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(id + suffix), Name: fmt.Sprint("Ana ", i, suffix), Unit: id, Owner: owner})
			}
		}
		byID, _ := sections(t, exporttest.NewMap(t, a), nil)
		text := said(byID["thread"])
		assert.Contains(t, text, fmt.Sprint("thread: ", units))
		rest := 0
		for _, n := range regexp.MustCompile(`and (\d+) more`).FindAllStringSubmatch(text, -1) {
			more, err := strconv.Atoi(n[1])
			require.NoError(t, err)
			rest += more
		}
		assert.Equal(t, units, strings.Count(text, "Mill ")+rest, text)
	}
}
