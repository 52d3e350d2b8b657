// Package civil checks days against the calendar.
package civil

import (
	"time"

	"github.com/accountatlas/accountatlas/internal/message"
)

// Missing returns the reason why a day does not exist, such as "February 2026 has 28 days". It is
// a message, and empty for a day that exists.
func Missing(year, month, day int) string {
	if month < 1 || month > 12 {
		return message.Of("there is no month %d", month)
	}
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if day < 1 || day > last {
		return message.Of("%s %d has %d days", message.Word(time.Month(month).String()), year, last)
	}
	return ""
}
