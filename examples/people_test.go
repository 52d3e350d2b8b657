package examples_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/calendar"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/portfolio"
	"github.com/accountatlas/accountatlas/export/workbook"
)

// accountsWithGaps returns accounts of every kind, unchanged and with people missing on either
// side.
func accountsWithGaps(t *testing.T) map[string]*accountmap.Account {
	t.Helper()
	sample := func() *accountmap.Account {
		a, problems := codec.ReadFile("handoff/sample.yaml")
		require.False(t, problems.HasErrors())
		return a
	}
	over := func(a *accountmap.Account) accountmap.Date { return a.AsOf.AddDays(-10) }
	accounts := map[string]*accountmap.Account{"sample": sample()}
	accounts["Northwind"], _ = northwind(t)

	a := sample()
	for i := range a.Team[:len(a.Team)-1] {
		a.Team[i].To = over(a)
	}
	accounts["one of us stays"] = a
	a = sample()
	for i := range a.Team {
		a.Team[i].To = over(a)
	}
	accounts["nobody on our side stays"] = a
	a = sample()
	for i := range a.Contacts {
		if i%3 > 0 {
			a.Contacts[i].Left = over(a)
		}
	}
	accounts["two of three people have left"] = a
	a = sample()
	for i := range a.Contacts {
		a.Contacts[i].Left = over(a)
	}
	accounts["everybody has left"] = a
	a = sample()
	for i := range a.Contacts {
		a.Contacts[i].Unit = ""
	}
	for i := range a.Units {
		a.Units[i].Parent = ""
	}
	accounts["units without contacts"] = a
	for _, shape := range accountmaptest.Shapes() {
		accounts[shape.Name] = accountmaptest.Generate(5, shape)
		shape.Team = 0
		accounts[shape.Name+", no team"] = accountmaptest.Generate(6, shape)
	}
	return accounts
}

// TestEverythingDueHasAPersonOnEachSide checks that every renewal, late order, move and due promise
// names an active person on each side, or states that there is nobody.
func TestEverythingDueHasAPersonOnEachSide(t *testing.T) {
	for name, a := range accountsWithGaps(t) {
		t.Run(name, func(t *testing.T) {
			m, err := accountmap.New(a)
			require.NoError(t, err)
			judgedWithPeople(t, m)
			shownWithPeople(t, m)
		})
	}
}

// judgedWithPeople checks the judgements.
func judgedWithPeople(t *testing.T, m *accountmap.Map) {
	t.Helper()
	today := m.Profile().AsOf
	check := func(what string, day accountmap.Date, contacts []accountmap.ContactID, members []accountmap.MemberID) {
		theirs, ours := false, false
		for c := range m.Contacts() {
			theirs = theirs || c.Here(day) && !c.Placeholder && !c.External
		}
		for v := range m.Team() {
			last := m.LastDay(v.ID)
			ours = ours || !day.Before(v.From) && (last.IsZero() || !last.Before(day))
		}
		if theirs {
			assert.NotEmpty(t, contacts, "%s: nobody of theirs", what)
		}
		if ours {
			assert.NotEmpty(t, members, "%s: nobody of ours", what)
		}
		for _, id := range contacts {
			c, _ := m.Contact(id)
			assert.True(t, c.Here(day), "%s: %s has left", what, id)
		}
		for _, id := range members {
			last := m.LastDay(id)
			assert.True(t, last.IsZero() || !last.Before(day), "%s: %s has left", what, id)
		}
	}
	s := insight.Of(m, today)
	for _, v := range s.Moves(insight.MoveOptions{Limit: 1000}) {
		check(v.Key, today, v.Contacts, v.Members)
	}
	for _, v := range s.Alerts(insight.Thresholds{}) {
		check(fmt.Sprint("alert ", v.Unit, v.Product), today, v.Call, []accountmap.MemberID{v.Member}[:min(1, len(v.Member))])
	}
	for _, o := range m.Overdue(today, accountmap.Deadlines{}) {
		if !o.AmongUs() {
			check(fmt.Sprint(o.Kind, o.ID, o.Title), today, []accountmap.ContactID{o.Contact}[:min(1, len(o.Contact))], []accountmap.MemberID{o.Member}[:min(1, len(o.Member))])
		}
	}
	for _, p := range insight.Agenda(m, today, today.AddDays(400)) {
		if !p.AmongUs() {
			check(fmt.Sprint(p.Kind, p.ID, p.Title, p.Unit), p.Date, p.Contacts, p.Members)
		}
	}
}

// shownWithPeople checks that no cell for a person is blank in the outputs.
func shownWithPeople(t *testing.T, m *accountmap.Map) {
	t.Helper()
	words := terms.English()
	page, err := handoff.New(t.Context(), m, nil)
	require.NoError(t, err)
	o := outputs{facts: map[string]document.Fact{}, sections: map[string]*document.Section{}}
	o.read(page.Blocks)
	columns := map[string][]int{"first": {2, 4}, "verbal": {1}, "moves": {1, 2}, "overdue": {4, 5}, "alerts": {4, 5}, "renewals": {4, 5}, "days": {3, 4}}
	among := []string{words.OverdueKind(accountmap.OverdueFollowUp), words.AgendaKind(insight.AgendaFollowUp), words.AgendaKind(insight.AgendaCadence)}
	for id, places := range columns {
		section := o.sections[id]
		if section == nil {
			continue
		}
		for _, b := range section.Blocks {
			table, ok := b.(*document.Table)
			if !ok {
				continue
			}
			for _, g := range table.Groups {
				for _, row := range g.Rows {
					if len(row) <= places[len(places)-1] || slices.Contains(among, cellText(row[0])) || slices.Contains(among, cellText(row[1])) {
						continue // a row across the columns, or an internal entry
					}
					for _, i := range places {
						assert.NotEmpty(t, cellText(row[i]), "%s: column %d of %v", id, i+1, row)
					}
				}
			}
		}
	}

	wb, err := workbook.New(t.Context(), m, nil)
	require.NoError(t, err)
	for i := range wb.Sheets {
		if wb.Sheets[i].Name != words.Text(terms.JudgedMoves) {
			continue
		}
		for _, row := range wb.Sheets[i].Rows {
			if len(row.Cells) < 7 || len(row.Cells) > 8 {
				continue
			}
			texts := make([]string, len(row.Cells))
			for k, c := range row.Cells {
				texts[k] = fmt.Sprint(c.Value)
			}
			if !slices.Contains(among, texts[5]) {
				assert.NotEmpty(t, strings.Trim(texts[1], "<nil>{}"), texts)
				assert.NotEmpty(t, strings.Trim(texts[2], "<nil>{}"), texts)
			}
		}
	}

	if !m.Profile().AsOf.IsZero() {
		diary, err := calendar.New(m, nil)
		require.NoError(t, err)
		for _, e := range diary.Events {
			if !slices.Contains(among, e.Category) {
				assert.Contains(t, e.Description, words.Text(terms.ColumnTheirPeople)+": ", e.Summary)
			}
			assert.Contains(t, e.Description, words.Text(terms.ColumnOurPeople)+": ", e.Summary)
		}
	}
	for _, v := range portfolio.TasksOf(m, accountmap.Date{}, words) {
		assert.NotEmpty(t, v.Theirs, v.What)
		assert.NotEmpty(t, v.Ours, v.What)
	}
}

// cellText returns the text of a cell without its tones.
func cellText(c document.Cell) string {
	var text strings.Builder
	for _, line := range c.Lines {
		for _, piece := range line {
			switch piece := piece.(type) {
			case document.Plain:
				text.WriteString(string(piece))
			case document.Strong:
				text.WriteString(string(piece))
			case document.Muted:
				text.WriteString(string(piece))
			case document.Toned:
				text.WriteString(piece.Text)
			case document.Chip:
				text.WriteString(piece.Text)
			case document.Link:
				text.WriteString(piece.Text)
			}
		}
	}
	return strings.TrimSpace(text.String())
}

// TestBothCopiesNameTheSamePeople checks that an entry with a day has the same people in the client's
// copy and in our own.
func TestBothCopiesNameTheSamePeople(t *testing.T) {
	for name, a := range accountsWithGaps(t) {
		t.Run(name, func(t *testing.T) {
			m, err := accountmap.New(a)
			require.NoError(t, err)
			client := m.Select(accountmap.Scope{Audience: accountmap.AudienceClient})
			ours, theirs := duePeople(m), duePeople(client)
			for entry, people := range theirs {
				for _, p := range ours[entry] {
					c, _ := m.Contact(p.Contact)
					assert.True(t, c.External || c.Placeholder || slices.Contains(people, p), "%s: %v instead of %v", entry, people, p)
				}
			}
		})
	}
}

// duePeople returns the people of each entry with a day, late or ahead.
func duePeople(m *accountmap.Map) map[string][]accountmap.Liaison {
	people := map[string][]accountmap.Liaison{}
	today, none, nobody := m.Profile().AsOf, []accountmap.ContactID{""}, []accountmap.MemberID{""}
	for _, o := range m.Overdue(today, accountmap.Deadlines{}) {
		if o.Kind != accountmap.OverdueSurvey && o.Kind != accountmap.OverdueFollowUp {
			entry := fmt.Sprint("late: ", o.Kind, cmp.Or(o.ID, o.Title), o.Product, o.Due)
			people[entry] = append(people[entry], accountmap.Liaison{Contact: o.Contact, Member: o.Member})
		}
	}
	for _, p := range insight.Agenda(m, today, today.AddDays(400)) {
		if p.Kind != insight.AgendaFollowUp && p.Kind != insight.AgendaCadence {
			entry := fmt.Sprint("ahead: ", p.Kind, cmp.Or(p.ID, p.Title), p.Unit, p.Product, p.Date)
			people[entry] = append(people[entry], accountmap.Liaison{Contact: slices.Concat(p.Contacts, none)[0], Member: slices.Concat(p.Members, nobody)[0]})
		}
	}
	return people
}
