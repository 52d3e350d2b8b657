package crm

import (
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// has reports whether one of the fields has a column in the file.
func (s *sheet) has(fields ...string) bool {
	return slices.ContainsFunc(fields, func(f string) bool { return len(s.byField[f]) > 0 })
}

// reportMissing reports files of deals without a column that decides what becomes of them: no row of them says so, as each lacks it.
func (im *importer) reportMissing(sheets []*sheet) {
	linesValued := slices.ContainsFunc(sheets, func(s *sheet) bool { return s.table == "lines" && s.has("total", "price") })
	for _, s := range sheets {
		if s.table != "deals" || len(s.records) == 0 {
			continue
		}
		if !s.has("stage") {
			im.reportNoStage(s)
		}
		if !s.has("amount", "actual", "total", "price") && !linesValued {
			im.noColumn(s, "amount", "and no sum counts them", amountsIn(s))
		}
	}
}

// reportNoStage reports a file of deals without a stage. Where a column has the state of each, as those of Dynamics do, that is enough, unless
// there are stages, too, in a column that is called otherwise.
func (im *importer) reportNoStage(s *sheet) {
	known := im.stagesIn(s)
	switch {
	case s.has("state") && len(known) == 0:
	case len(known) == 0:
		im.noColumn(s, "stage", withoutStage(s), worded(s))
	default:
		im.noColumn(s, "stage", withoutStage(s), known)
	}
}

// withoutStage says what becomes of deals whose file has no stage.
func withoutStage(s *sheet) string {
	if s.has("outcome", "state", "won", "closed") {
		return "and an open one is not known to be proposed"
	}
	return "and none of them is in the coverage"
}

func (im *importer) noColumn(s *sheet, field, follows string, candidates []string) {
	hint := `export it, or say in the mapping which column of "deals" is the ` + field
	if len(candidates) > 0 {
		const most = 5
		hint += "; it may be " + strings.Join(candidates[:min(most, len(candidates))], " or ")
	}
	im.Warn(s.headings[0].pos, ErrNoColumn, hint, "no column is known to have the %s of the deals, "+follows, field)
}

// stagesIn names the columns without a meaning in which a word stands that is known as a stage.
func (im *importer) stagesIn(s *sheet) []string {
	return s.unknownColumns(func(values []string) bool {
		return slices.ContainsFunc(values, func(v string) bool { _, known := im.system.means("stage", v); return known })
	})
}

// worded names the columns without a meaning in which nothing but words stands.
func worded(s *sheet) []string {
	return s.unknownColumns(func(values []string) bool {
		return !slices.ContainsFunc(values, func(v string) bool { return strings.IndexFunc(v, unicode.IsLetter) < 0 })
	})
}

// amountsIn names the columns without a meaning in which nothing but numbers stands.
func amountsIn(s *sheet) []string {
	return s.unknownColumns(func(texts []string) bool {
		var spelling values.Spelling
		for _, v := range texts {
			spelling.SeeNumber(v)
		}
		return !slices.ContainsFunc(texts, func(v string) bool { _, _, err := spelling.Money(v, accountmap.Currency("")); return err != nil })
	})
}

// unknownColumns names the columns with values and without a meaning whose first values fit.
func (s *sheet) unknownColumns(fit func(values []string) bool) []string {
	var names []string
	for i, c := range s.columns {
		if values := s.strange[i]; c.field == "" && len(values) > 0 && fit(values) {
			names = append(names, problems.Quote(s.headings[i].text))
		}
	}
	return names
}

// keepStrange keeps the first values of a column without a meaning, by which it may be told what it is.
func (s *sheet) keepStrange(column int, text string) {
	const most, longest = 20, 80
	if s.columns[column].field == "" && len(s.strange[column]) < most && len(text) <= longest {
		s.strange[column] = append(s.strange[column], strings.Clone(text))
	}
}
