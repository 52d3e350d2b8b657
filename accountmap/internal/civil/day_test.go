package civil_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/internal/civil"
	"github.com/accountatlas/accountatlas/internal/message"
)

func TestMissing(t *testing.T) {
	for day, want := range map[[3]int]string{
		{2026, 2, 28}: "", {2024, 2, 29}: "", {2026, 12, 31}: "", {1, 1, 1}: "", {2000, 2, 29}: "",
		{2026, 2, 31}: "February 2026 has 28 days", {2024, 2, 30}: "February 2024 has 29 days", {1900, 2, 29}: "February 1900 has 28 days",
		{2026, 12, 32}: "December 2026 has 31 days", {2026, 4, 0}: "April 2026 has 30 days",
		{2026, 13, 1}: "there is no month 13", {2026, 0, 1}: "there is no month 0",
	} {
		assert.Equal(t, want, message.English(civil.Missing(day[0], day[1], day[2])), day)
	}
	for d := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2025; d = d.AddDate(0, 0, 1) {
		assert.Empty(t, civil.Missing(d.Year(), int(d.Month()), d.Day()))
	}
}
