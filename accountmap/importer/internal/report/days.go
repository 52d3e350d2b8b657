package report

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
)

// SerialHint returns the hint for a day that a spreadsheet wrote as a number.
func SerialHint() string {
	return message.Of("no action needed if that is right; otherwise format the column as a date and export it again")
}

// ZeroHint returns the hint for an amount of zero.
func ZeroHint() string {
	return message.Of("no action needed unless it was free of charge: then say so in the account")
}

// Days counts the entries of each day, and holds the place of the first.
type Days map[accountmap.Date]*day

type day struct {
	entries int
	at      accountmap.Pos
}

// See counts an entry. The zero date is ignored.
func (d Days) See(on accountmap.Date, at accountmap.Pos) {
	if on.IsZero() {
		return
	}
	if d[on] == nil {
		d[on] = &day{at: at}
	}
	d[on].entries++
}

const (
	// minBefore is the minimum number of entries before a significant gap, and oneStrayIn the
	// inverse share of entries after it that may be mistyped.
	minBefore  = 3
	oneStrayIn = 100
	// After manyBefore days, a mistyped day may be less than a year later, but must be more than
	// nearest days after the last one.
	manyBefore = 20
	nearest    = 120
)

// Last returns the last day, except for days that are probably mistyped, which are reported. These
// are a single entry, or up to one in a hundred, more than a year after all others. The gap must
// also exceed twice the longest earlier gap. After many days, four months and ten times the longest
// gap are enough.
func (d Days) Last(list *problems.List, hint string) accountmap.Date {
	var days []accountmap.Date
	total := 0
	for on, day := range d {
		days = append(days, on)
		total += day.entries
	}
	if len(days) == 0 {
		return accountmap.Date{}
	}
	slices.SortFunc(days, accountmap.Date.Compare)
	longest := make([]int, len(days)) // the longest gap up to each day
	for i := 1; i < len(days); i++ {
		longest[i] = max(longest[i-1], days[i-1].DaysTo(days[i]))
	}
	last, after := len(days)-1, 0
	for i := len(days) - 1; i > 0; i-- {
		after += d[days[i]].entries
		if after > max(1, total/oneStrayIn) || total-after < minBefore {
			break
		}
		gap := days[i-1].DaysTo(days[i])
		if gap > 366 && gap > 2*longest[i-1] || i >= manyBefore && gap > nearest && gap > 10*longest[i-1] {
			last = i - 1
		}
	}
	for _, on := range days[last+1:] {
		after := message.Of("more than a year")
		if gap := days[last].DaysTo(on); gap <= 366 {
			after = message.Of("%d days", gap)
		}
		list.WarnOf(on.String(), d[on].at, accountmap.ErrAfterAsOf, hint,
			"%s is %s after all other days, and is treated as a typing error: the day of the account is %s", problems.Text(on.String()), problems.Text(after), problems.Text(days[last].String()))
	}
	return days[last]
}
