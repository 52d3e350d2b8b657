package accountmap_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestFollowUps(t *testing.T) {
	a := sample()
	a.Communications = []accountmap.Communication{
		{Date: day(2026, 10, 20), Contacts: []accountmap.ContactID{"head"}, Members: []accountmap.MemberID{"hunter"}, Subject: "talk"},
		{Date: day(2026, 9, 1), Contacts: []accountmap.ContactID{"boss", "head"}, FollowUp: day(2026, 9, 15), Subject: "answered by one of two"},
		{Date: day(2026, 9, 2), Contacts: []accountmap.ContactID{"boss"}, Members: []accountmap.MemberID{"hunter"}, FollowUp: day(2026, 10, 31), Subject: "forgotten"},
		{Date: day(2026, 9, 3), Contacts: []accountmap.ContactID{"head"}, FollowUp: day(2026, 11, 1), Subject: "due today"},
		{Date: day(2026, 9, 4), Members: []accountmap.MemberID{"hunter"}, FollowUp: day(2026, 9, 5), Subject: "among us"},
		{Date: day(2026, 10, 20), Members: []accountmap.MemberID{"hunter"}, FollowUp: day(2026, 10, 21), Subject: "the same day is not later"},
		{Date: day(2026, 12, 1), Contacts: []accountmap.ContactID{"boss"}, Subject: "to come"},
	}
	m := newMap(t, a)
	got := map[string]accountmap.FollowUp{}
	states := m.FollowUps(day(2026, 11, 1))
	for i, c := range m.Communications() {
		got[c.Subject] = states[i]
	}
	assert.Equal(t, map[string]accountmap.FollowUp{
		"talk": "", "to come": "", "answered by one of two": accountmap.FollowUpDone, "forgotten": accountmap.FollowUpOverdue,
		"due today": accountmap.FollowUpDue, "among us": accountmap.FollowUpDone, "the same day is not later": accountmap.FollowUpOverdue,
	}, got)

	for i, state := range m.FollowUps(accountmap.Date{}) {
		if !m.Communications()[i].FollowUp.IsZero() {
			assert.Equal(t, accountmap.FollowUpDue, state, "nobody knows what day it is")
		}
	}
}

// TestClientReadsNoFollowUpAsOverdueThatIsDone has a follow-up that was answered in a talk of which the client does not read.
func TestClientReadsNoFollowUpAsOverdueThatIsDone(t *testing.T) {
	a := sample()
	a.AsOf = day(2026, 11, 1)
	boss := []accountmap.ContactID{"boss"}
	a.Communications = []accountmap.Communication{
		{Date: day(2026, 9, 1), Contacts: boss, FollowUp: day(2026, 9, 15), Subject: "answered"},
		{Date: day(2026, 10, 10), Contacts: boss, FollowUp: day(2026, 10, 20), Subject: "forgotten"},
		{Date: day(2026, 10, 12), Contacts: boss, FollowUp: day(2026, 11, 20), Subject: "due"},
		{Date: day(2026, 10, 14), Contacts: []accountmap.ContactID{"head"}, FollowUp: day(2026, 10, 20), Subject: "answered among us"},
		{Date: day(2026, 10, 24), Contacts: []accountmap.ContactID{"head"}, Internal: true, Subject: "withheld"},
	}
	states := func(m *accountmap.Map) map[string]accountmap.FollowUp {
		got := map[string]accountmap.FollowUp{}
		for i, s := range m.FollowUps(day(2026, 11, 1)) {
			got[m.Communications()[i].Subject] = s
		}
		return got
	}
	m := newMap(t, a)
	assert.Equal(t, map[string]accountmap.FollowUp{"answered": accountmap.FollowUpDone, "forgotten": accountmap.FollowUpDone, "due": accountmap.FollowUpDue,
		"answered among us": accountmap.FollowUpDone, "withheld": ""}, states(m))
	assert.Equal(t, map[string]accountmap.FollowUp{"answered": accountmap.FollowUpDone, "forgotten": accountmap.FollowUpDone, "due": accountmap.FollowUpDue,
		"answered among us": ""}, states(m.Select(accountmap.Scope{Audience: accountmap.AudienceClient})))
}
