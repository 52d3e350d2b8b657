package crm

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// source is a file that is known to be a table of a system.
type source struct {
	csvFile
	table string
	// columns has, for each heading, what it means; the field of one that means nothing is empty.
	columns []column
}

// recognise finds out which system wrote the files, and what each of them is. Files that are nothing are reported.
func recognise(files []csvFile, opts *Options, r *problems.List) (*system, []source, error) {
	candidates := Systems()
	if opts.System != "" {
		candidates = []System{opts.System}
	}
	var best *system
	var sources []source
	most := 0
	for _, name := range candidates {
		s, err := newSystem(name, opts.Mapping)
		if err != nil {
			return nil, nil, err
		}
		found, total := s.recogniseAll(files)
		if total > most || best == nil {
			best, sources, most = s, found, total
		}
	}
	for i := len(sources) - 1; i >= 0; i-- {
		if f := sources[i]; f.table == "" {
			r.Warn(accountmap.Pos{File: f.name, Line: 1, Column: 1}, ErrUnknownFile, "export it with the names of its columns in the first row, or move it away; exports of another system are imported by themselves", "the columns are those of no table of %s: %s", best.title, someHeadings(f.headings))
			sources = slices.Delete(sources, i, i+1)
		}
	}
	return best, sources, nil
}

func (s *system) recogniseAll(files []csvFile) (sources []source, total int) {
	for _, f := range files {
		found, score := s.recognise(f)
		sources = append(sources, found)
		total += score
	}
	return sources, total
}

// recognise returns the table that knows most of a file's columns, and how well: two for each column, and three if the file is called so.
func (s *system) recognise(f csvFile) (best source, most int) {
	best.csvFile = f
	for _, t := range tables() {
		called := s.calls(f.name, t.name)
		columns, score := s.match(t, f.headings, called)
		if score == 0 {
			continue
		}
		if called {
			score += 3
		}
		if score > most {
			best.table, best.columns, most = t.name, columns, score
		}
	}
	return best, most
}

// match returns what the headings mean in a table, and two for each that means something; 0 when the table needs what is not there. A
// file that is called deals is one of them even when its columns tell no stage, which is reported, so that it is taken for no other table.
func (s *system) match(t table, headings []heading, called bool) (columns []column, score int) {
	there := map[string]bool{}
	for _, h := range headings {
		c := s.columns[t.name][key(h.text)]
		columns = append(columns, c)
		if c.field != "" {
			there[c.field] = true
			score += 2
		}
	}
	for _, group := range t.needs {
		if called && slices.Contains(group, "stage") {
			continue
		}
		if !slices.ContainsFunc(group, func(field string) bool { return there[field] }) {
			return nil, 0
		}
	}
	return columns, score
}

// calls reports whether a file's name tells the table: "OpportunityLineItem.csv", "hubspot-crm-exports-all-contacts-2026-11-01.csv".
func (s *system) calls(file, table string) bool {
	words := strings.FieldsFunc(strings.ToLower(strings.TrimSuffix(file, path.Ext(file))),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for i := range words {
		for j := i + 1; j <= min(i+3, len(words)); j++ {
			if s.files[strings.Join(words[i:j], "")] == table {
				return true
			}
		}
	}
	return false
}

// someHeadings names the first columns of a file.
func someHeadings(headings []heading) string {
	const most = 6
	var names []string
	for _, h := range headings[:min(most, len(headings))] {
		names = append(names, problems.Quote(h.text))
	}
	if len(headings) > most {
		names = append(names, fmt.Sprintf("and %d more", len(headings)-most))
	}
	return strings.Join(names, ", ")
}
