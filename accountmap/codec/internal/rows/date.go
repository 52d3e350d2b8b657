package rows

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/civil"
)

// date reads a day as the account file has it, or as spreadsheets of Europe write it.
func (r *Reader) date(kind Kind, text string) (any, error) {
	if kind == Number {
		return nil, &accountmap.ValueError{Detail: tree.Quote(text) + " is a number, not a date", Hint: "give the cell the format of dates"}
	}
	d, err := accountmap.ParseDate(text)
	if err == nil {
		return d, nil
	}
	sep := strings.IndexAny(text, "./-")
	if sep < 0 {
		return nil, err
	}
	parts := strings.Split(text, text[sep:sep+1])
	if len(parts) != 3 || len(parts[2]) != 4 {
		return nil, err
	}
	day, errDay := strconv.Atoi(parts[0])
	month, errMonth := strconv.Atoi(parts[1])
	year, errYear := strconv.Atoi(parts[2])
	if errors.Join(errDay, errMonth, errYear) != nil {
		return nil, err
	}
	if month > 12 && day <= 12 {
		day, month = month, day
	} else if day <= 12 && day != month && !r.DayFirst && text[sep] != '.' {
		return nil, &accountmap.ValueError{Detail: tree.Quote(text) + " may be two days", Hint: "write year-month-day, such as 2026-11-01"}
	}
	if why := civil.Missing(year, month, day); why != "" {
		return nil, &accountmap.ValueError{Detail: tree.Quote(text) + " is not a date: " + why, Hint: "it is read as day, month, year"}
	}
	if d, err = accountmap.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day)); err != nil {
		return nil, err
	}
	return d, nil
}
