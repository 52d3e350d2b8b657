package accountview

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// ListName returns the name of the workbook's sheet for a list, by the name of the list's table. It
// returns "" for any other name.
func (a *View) ListName(name string) string {
	if _, ok := table.Lookup(name); !ok {
		return ""
	}
	switch name {
	case "coverage":
		return a.Words.Text(terms.SheetsDetails)
	case "endorsements":
		if a.Client {
			return a.Words.Text(terms.ColumnTestimonials)
		}
		return a.Words.Text(terms.SheetsReferrals)
	case "milestones":
		return a.Words.Text(terms.SheetsRoadmap)
	}
	owner, key, within := strings.Cut(name, ".")
	if !within {
		return a.Words.Field("", name)
	}
	return a.Words.Field("", owner) + " · " + a.Words.Field(owner, key)
}
