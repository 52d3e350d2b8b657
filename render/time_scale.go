package render

import (
	"strconv"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// timeScale measures days from the beginning of a month, quarter or year to the end of another.
type timeScale struct {
	first, last accountmap.Date // the last one not in it
	// months is how long a part of the scale is.
	months int
}

// The longest paths that are shown in months and in quarters, and the number of parts that a longer one has at most.
const (
	mostMonths   = 18
	mostQuarters = 20
	mostYears    = 20
)

// newTimeScale makes the scale on which both days lie.
func newTimeScale(from, to accountmap.Date) timeScale {
	s := timeScale{months: 1}
	span := (to.Year-from.Year)*12 + int(to.Month) - int(from.Month) + 1
	switch {
	case span <= mostMonths:
	case span <= 3*mostQuarters:
		s.months = 3
	default:
		s.months = 12 * ((span/12 + mostYears) / mostYears)
	}
	begin := from.Year*12 + int(from.Month) - 1
	begin -= begin % s.months
	end := to.Year*12 + int(to.Month) - 1
	end += 2*s.months - end%s.months // one part more, in which the cards of the last days have room
	s.first, s.last = monthOf(begin), monthOf(end)
	return s
}

// monthOf is the first day of a month counted from the year 0.
func monthOf(month int) accountmap.Date {
	return accountmap.Date{Year: month / 12, Month: time.Month(month%12 + 1), Day: 1}
}

// at is the place of a day on the scale, at its beginning.
func (s timeScale) at(d accountmap.Date) float64 { return float64(days(s.first, d)) }

// days is how many days lie between two, from the beginning of the one to that of the other.
func days(from, to accountmap.Date) int {
	seconds := func(d accountmap.Date) int64 { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() }
	return int((seconds(to) - seconds(from)) / (24 * 60 * 60))
}

// columns are the parts of the scale with their names.
func (s timeScale) columns(words *terms.Terms) []graph.Track {
	var columns []graph.Track
	for at := s.first; at.Before(s.last); {
		next := monthOf(at.Year*12 + int(at.Month) - 1 + s.months)
		label := strconv.Itoa(at.Year)
		switch {
		case s.months == 1:
			label = words.ShortMonth(at)
		case s.months == 3:
			label = words.Quarter(at)
		case s.months > 12:
			label += "–" + strconv.Itoa(next.Year-1)
		}
		columns = append(columns, graph.Track{Band: graph.None, Label: label, Length: float64(days(at, next))})
		at = next
	}
	return columns
}
