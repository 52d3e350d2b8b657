package insight_test

import (
	"fmt"
	"log"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// This example prints the health of an account, the confidence in it, and the known parts.
func ExampleSituation_Health() {
	m, err := accountmap.New(&accountmap.Account{
		Profile: accountmap.Profile{Name: "Acme", AsOf: accountmap.Day(2026, 11, 1)},
		Contacts: []accountmap.Contact{
			{ID: "ana", Name: "Ana", Power: 5, Stance: accountmap.StanceSupporter},
			{ID: "ben", Name: "Ben", Power: 5, Stance: accountmap.StanceSceptic},
		},
		Cases: []accountmap.Case{{ID: "C-1", Kind: accountmap.CaseDispute, Opened: accountmap.Day(2026, 10, 30), Summary: "The bill"}},
	})
	if err != nil {
		log.Fatal(err)
	}
	words := terms.English()
	h := insight.Of(m, accountmap.Date{}).Health(nil, insight.HealthOptions{})
	fmt.Println(h.Score, words.Percent(h.Confidence))
	for _, p := range h.Parts {
		if p.Known > 0 {
			fmt.Printf("%s %.0f, weight %d\n", words.HealthAspect(p.Aspect), p.Score, p.Weight)
		}
	}
	// Output:
	// 69 40%
	// People 50, weight 25
	// Promises and cases 100, weight 15
}

func health(t *testing.T, a *accountmap.Account, earlier *accountmap.Map) insight.Health {
	t.Helper()
	return insight.Of(newMap(t, a), accountmap.Date{}).Health(earlier, insight.HealthOptions{})
}

func part(h insight.Health, a insight.HealthAspect) insight.HealthPart {
	for _, p := range h.Parts {
		if p.Aspect == a {
			return p
		}
	}
	return insight.HealthPart{}
}

// TestUnknownLowersConfidence checks that unknown facts lower the confidence, not the score.
func TestUnknownLowersConfidence(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", AsOf: today}}
	assert.Zero(t, health(t, a, nil).Confidence)
	assert.Zero(t, health(t, a, nil).Score)

	a.Contacts = []accountmap.Contact{{ID: "ana", Name: "Ana", Power: 4, Stance: accountmap.StanceChampion}}
	known := health(t, a, nil)
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "ben", Name: "Ben", Power: 4})
	half := health(t, a, nil)
	assert.Equal(t, 100, known.Score)
	assert.Equal(t, 100, half.Score)
	assert.Equal(t, []float64{0.25, 0.125}, []float64{known.Confidence, half.Confidence})
}

// TestPartsOfHealth compares the parts with values computed by hand.
func TestPartsOfHealth(t *testing.T) {
	a := holding()
	a.Contacts = a.Contacts[:3] // boss 5 against, miller 4 for, guard 4 against
	a.Relationships = nil
	a.Commitments = []accountmap.Commitment{{Text: "late", Due: today.AddDays(-1)}, {Text: "ahead", Due: today}, {Text: "kept", Status: accountmap.CommitmentKept}, {Text: "undated"}}
	a.Surveys = []accountmap.Survey{{Date: today, Contact: "miller", Kind: accountmap.SurveyNPS, Score: 10}, {Date: today, Contact: "boss", Kind: accountmap.SurveyNPS, Score: 7}}
	a.Communications = []accountmap.Communication{{Date: today, Subject: "x", Contacts: []accountmap.ContactID{"boss"}}}
	a.Targets = []accountmap.Target{{Period: "2026", Sales: euros(1000_00)}}
	a.Orders = []accountmap.Order{{Unit: "mill", Product: "core", Date: today, Amount: euros(500_00)}}
	h := health(t, a, nil)

	// 305 of 365 days have passed; half of the target is ordered. Growth is not known.
	assert.InDelta(t, 100*0.5/(305.0/365), part(h, insight.HealthMoney).Score, 1e-9)
	assert.Equal(t, 0.5, part(h, insight.HealthMoney).Known)
	assert.InDelta(t, 100*4.0/13, part(h, insight.HealthPeople).Score, 1e-9)
	assert.InDelta(t, 100*2.0/3, part(h, insight.HealthPromises).Score, 1e-9, "one of three open promises is late")
	assert.Equal(t, 75.0, part(h, insight.HealthSatisfaction).Score, "one promoter of two: 50, on the scale from -100 to 100")
	assert.Equal(t, 0.0, part(h, insight.HealthCover).Score, "the mill hangs on Jan")
	assert.InDelta(t, 100.0/3, part(h, insight.HealthFreshness).Score, 1e-9)
	assert.InDelta(t, 0.85, h.Confidence, 1e-9)
	// (30×59.8 + 25×30.8 + 15×66.7 + 10×75 + 0 + 10×33.3) / 100
	assert.Equal(t, 46, h.Score)
}

func TestCapsOfHealth(t *testing.T) {
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: today},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill"}},
		Contacts: []accountmap.Contact{{ID: "ana", Name: "Ana", Unit: "mill", Power: 4, Stance: accountmap.StanceSupporter}},
		Cases:    []accountmap.Case{{ID: "C-1", Kind: accountmap.CaseComplaint, Opened: today, Summary: "x"}},
	}
	assert.Equal(t, 100, health(t, a, nil).Score)
	a.Cases[0].Kind = accountmap.CaseDispute
	disputed := health(t, a, nil)
	assert.Equal(t, insight.DefaultDispute, disputed.Score)

	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "gone", Name: "Gone", Unit: "mill", Power: 3, Stance: accountmap.StanceChampion, Left: today.AddDays(-365)})
	lost := health(t, a, newMap(t, &accountmap.Account{Profile: a.Profile, Contacts: a.Contacts[:1], Units: a.Units, Cases: a.Cases}))
	assert.Equal(t, insight.DefaultLostChampion, lost.Score)
	assert.Equal(t, []int{60, 70}, []int{lost.Caps[0].Max, lost.Caps[1].Max})
	assert.True(t, lost.ChangeKnown)
	assert.Equal(t, -10, lost.Change)

	a.Contacts[1].Left = today.AddDays(-366)
	assert.Equal(t, insight.DefaultDispute, health(t, a, nil).Score, "more than a year ago")
	a.Contacts[1].Left = today
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "new", Name: "New", Unit: "mill", Stance: accountmap.StanceChampion})
	assert.Equal(t, insight.DefaultDispute, health(t, a, nil).Score, "another champion has taken the part")
}

func TestHealthHolds(t *testing.T) {
	weights := 0
	for _, p := range insight.Of(sample(t), accountmap.Date{}).Health(nil, insight.HealthOptions{}).Parts {
		weights += p.Weight
	}
	assert.Equal(t, 100, weights)
	for _, shape := range accountmaptest.Shapes() {
		m := newMap(t, accountmaptest.Generate(3, shape))
		h := insight.Of(m, today).Health(m, insight.HealthOptions{})
		assert.True(t, h.Score >= 0 && h.Score <= 100 && h.Confidence >= 0 && h.Confidence <= 1.000001, shape.Name)
		for _, p := range h.Parts {
			assert.True(t, p.Score >= 0 && p.Score <= 100 && p.Known >= 0 && p.Known <= 1, "%s %s %v", shape.Name, p.Aspect, p)
		}
	}
	assert.Zero(t, insight.Of(sample(t).Select(accountmap.Scope{Audience: accountmap.AudienceClient}), today).Health(nil, insight.HealthOptions{}))
}
