package accountmap_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestYearsOfNoBusinessAreReported(t *testing.T) {
	for year, reported := range map[int]bool{206: true, 1899: true, 1900: false, 2026: false, 2199: false, 2200: true, 3026: true} {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "A", AsOf: accountmap.Day(2026, 11, 1)},
			Milestones: []accountmap.Milestone{{ID: "m", Title: "Kick-off", Due: accountmap.Day(year, 5, 2)}}}
		report := accountmap.Validate(a).Report()
		assert.Equal(t, reported, report != "", "%d: %s", year, report)
		if year == 206 {
			assert.Equal(t, "milestones[0].due: warning distant-year: \"0206-05-02\" is in the year 206 (correct the year, such as 2026-05-02)\n", report)
		}
	}
}
