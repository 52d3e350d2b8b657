package crm

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
)

// maxFiles bounds the files read, maxRows the rows of all files, and maxBytes the memory that their
// values take: some 300,000 contacts of five columns.
const (
	maxFiles = 1000
	maxRows  = 2_000_000
	maxBytes = 96 << 20
)

type heading struct {
	text, key string // key is key(text)
	pos       accountmap.Pos
}

type csvFile struct {
	name     string
	headings []heading
	titles   int
	// below is the next row, and the number of rows above it. It has the headings if the first row
	// has headings of groups of columns.
	below       []heading
	belowTitles int
}

// lower returns the file with the headings in the next row.
func (f csvFile) lower() csvFile {
	return csvFile{name: f.name, headings: f.below, titles: f.belowTitles}
}

// readHeadings returns the CSV files of the folder in the order of their names, with their
// headings. It reports other files.
func readHeadings(fsys fs.FS, r *problems.List) []csvFile {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		r.Err(accountmap.Pos{}, accountmap.ErrSyntax, message.Of("the folder cannot be read: %s", err.Error()), message.Of("give the folder with the exported files"))
		return nil
	}
	var files []csvFile
	var others []string
	for _, e := range entries {
		name := e.Name()
		pos := accountmap.Pos{File: name}
		switch ext := strings.ToLower(path.Ext(name)); {
		case strings.HasPrefix(name, "."):
			continue
		case e.IsDir():
			r.Warn(pos, ErrUnknownFile, message.Of("import it separately, or move its files here"), "a folder inside the folder is not read")
			continue
		case ext != ".csv" && ext != ".txt" && ext != ".tsv":
			others = append(others, name)
			continue
		}
		if len(files) == maxFiles {
			r.Err(pos, accountmap.ErrTooLarge, message.Of("there are more than %d files", maxFiles), message.Of("import a part of them"))
			return files
		}
		if f, ok := readHeading(fsys, name, r); ok {
			files = append(files, f)
		}
	}
	if len(others) == 1 {
		r.Warn(accountmap.Pos{File: others[0]}, ErrUnknownFile, message.Of("export it as CSV, or move it away"), "the file is not a table of separated values")
	} else if len(others) > 1 {
		r.Warn(accountmap.Pos{}, ErrUnknownFile, message.Of("export them as CSV, or move them away"),
			"%d files are not tables of separated values: %s", len(others), problems.QuoteSome(others, maxNamed))
	}
	return files
}

func readHeading(fsys fs.FS, name string, r *problems.List) (f csvFile, ok bool) {
	f = csvFile{name: name, titles: report.Titles(fsys, name)}
	at := -1
	ignore := func(accountmap.Problem) {} // these problems are reported when the rows are read
	failed := csvtext.Each(fsys, name, ignore, func(rows *csvtext.Reader, row []string) error {
		if at++; at > f.titles+report.MaxTitles {
			return io.EOF
		}
		if at < f.titles || report.Title(row) == "" {
			return nil
		}
		var headings []heading
		for i, text := range row {
			text = strings.Join(strings.Fields(text), " ")
			headings = append(headings, heading{text, key(text), rows.Pos(i)})
		}
		if f.headings == nil {
			f.headings = headings
			return nil
		}
		f.below, f.belowTitles = headings, at
		return io.EOF
	})
	switch {
	case failed != nil:
		r.Add(*failed)
		return f, false
	case len(f.headings) == 0:
		r.Warn(accountmap.Pos{File: name}, ErrUnknownFile, message.Of("export it again, or move it away"), "the file is empty")
		return f, false
	}
	return f, true
}

// source is a file recognised as a table of a system.
type source struct {
	csvFile
	system *system
	table  table
	// columns is the meaning of each heading; a heading without a meaning has [noField].
	columns []column
	// known is the number of columns with a meaning; named reports that the name of the file
	// identifies the table.
	known int
	named bool
}

// maxNamed is the largest number of files, columns or ids in a message.
const maxNamed = 10

// recognise finds the system that wrote the files, and the table of each file. It reports unknown
// files, and returns false if no file is known.
func recognise(files []csvFile, opts *Options, r *problems.List) (best *system, sources []source, ok bool) {
	candidates := Systems()
	if opts.System != "" {
		candidates = []System{opts.System}
	}
	most := 0
	for _, name := range candidates {
		s, err := newSystem(name, opts.Mapping)
		if err != nil {
			r.Err(accountmap.Pos{}, accountmap.ErrSyntax, err.Error(), "")
			return nil, nil, false
		}
		found, total := s.recogniseAll(files)
		if better := total > most || total == most && name == Other; best == nil || better {
			best, sources, most = s, found, total
		}
	}
	unknown := func(f source) bool { return f.table == noTable }
	if most == 0 && len(files) > 0 || best != nil && best.misses(sources) {
		reportNothing(files, sources, r)
		return best, nil, false
	}
	var names []string
	for _, f := range sources {
		if unknown(f) {
			names = append(names, f.name)
		}
	}
	hint := message.Of("no action needed if an account needs none of them; otherwise say in the mapping, in \"files\", which table a file is")
	switch len(names) {
	case 0:
	case 1:
		f := sources[slices.IndexFunc(sources, unknown)]
		r.Warn(accountmap.Pos{File: f.name, Line: 1, Column: 1}, ErrUnknownFile, hint,
			"the columns match no table of %s: %s", best.title, someHeadings(f.headings))
	default:
		r.Warn(accountmap.Pos{}, ErrUnknownFile, hint, "%d files are not tables of %s that an account needs: %s", len(names), best.title,
			problems.QuoteSome(names, maxNamed))
	}
	return best, slices.DeleteFunc(sources, unknown), true
}

// Detect returns the title of the system whose export is in a folder, such as "HubSpot", and false
// for other files. An export has a file with the name of a table. The file must contain the ids of
// accounts, the accounts of contacts, or the stages of deals.
func Detect(folder fs.FS) (title string, ok bool) {
	system, sources, ok := recognise(readHeadings(folder, &problems.List{}), &Options{}, &problems.List{})
	tells := map[table][][]field{accountsTable: {{fieldID}}, contactsTable: {{fieldID}, {fieldAccount}}, dealsTable: {{fieldStage, fieldState}}}
	exported := func(src source) bool { return src.named && tells[src.table] != nil && src.has(tells[src.table]) }
	if !ok || !slices.ContainsFunc(sources, exported) {
		return "", false
	}
	return system.title, true
}

// misses reports whether the files come from an unknown system that resembles this one in some
// tables. In one case, a file has the name of the accounts, the contacts or the deals, but no file
// has their columns. In the other case, no file of contacts or deals has a known column of their
// accounts, and one has an unknown column.
func (s *system) misses(sources []source) bool {
	if slices.ContainsFunc(sources, source.hasUnknownAccount) && !slices.ContainsFunc(sources, func(f source) bool {
		return (f.table == contactsTable || f.table == dealsTable) && f.has([][]field{{fieldAccount}})
	}) {
		return true
	}
	for _, f := range sources {
		hint, tables := s.readName(f.name)
		if f.table != noTable || hint != hintTable {
			continue
		}
		for _, t := range []table{accountsTable, contactsTable, dealsTable} {
			if slices.Contains(tables, t) && !slices.ContainsFunc(sources, func(f source) bool { return f.table == t }) {
				return true
			}
		}
	}
	return false
}

// hasUnknownAccount reports whether contacts or deals have a column with a name for accounts, such
// as "Organization", that is unknown.
func (src source) hasUnknownAccount() bool {
	if src.table != contactsTable && src.table != dealsTable {
		return false
	}
	for _, s := range src.table.stems() {
		for i, h := range src.headings {
			if s.field == fieldAccount && src.columns[i].field == noField && slices.Contains(s.parts, strings.TrimSuffix(spaced(h.text), " name")) {
				return true
			}
		}
	}
	return false
}

// recogniseAll returns the table of each file, and a score: two points for each known column, and
// three for a name. A name of another object counts if only this system gives it, such as
// "CONTHIST" of GoldMine.
func (s *system) recogniseAll(files []csvFile) (sources []source, total int) {
	named := map[table]bool{}
	for _, f := range files {
		if hint, tables := s.readName(f.name); hint == hintTable {
			for _, t := range tables {
				named[t] = true
			}
		}
	}
	own := map[table]bool{}
	for _, f := range files {
		found := s.recognise(f, named)
		if lower := s.recognise(f.lower(), named); lower.known > max(found.known, 1) {
			found = lower
		}
		sources = append(sources, found)
		own[found.table] = own[found.table] || found.named && s.isOwn(f.name)
	}
	others := 0
	for i, found := range sources {
		if found.table != noTable && found.named && own[found.table] && !s.isOwn(found.name) {
			sources[i] = source{csvFile: files[i]}
			continue
		}
		if total += 2 * found.known; found.named {
			total += 3
		} else if found.table == noTable && s.nameIsIn(s.others, found.name) {
			others += 3
		}
	}
	if total > 0 {
		total += others
	}
	return sources, total
}

// recognise returns the table of a file, by its name and its columns. named holds the tables in the
// names of the files.
func (s *system) recognise(f csvFile, named map[table]bool) source {
	hint, candidates := s.readName(f.name)
	switch hint {
	case hintOther:
		return source{csvFile: f}
	case hintBoth:
		return s.best(f, candidates, func(src source, l layout) bool { return src.has(l.needs) && 2*src.known > len(f.headings) })
	case hintTable:
		if best := s.best(f, candidates, func(src source, l layout) bool { return src.has(l.needs) }); best.table != noTable {
			best.named = true
			return best
		}
	}
	best := s.best(f, tables(), func(src source, l layout) bool {
		if !src.has(l.needs) || len(l.shows) > 0 && !src.has([][]field{l.shows}) {
			return false
		}
		// A file with another name is a table only if most of its columns fit and no other file has
		// the name of the table.
		return hint == hintNone || 2*src.known > len(f.headings) && !named[src.table]
	})
	if best.table != noTable || hint != hintTable {
		return best
	}
	// A file named "deals" is a table of deals even without a stage, which is reported.
	best = s.best(f, candidates, func(src source, l layout) bool {
		return src.table == dealsTable && src.has([][]field{l.needs[0], {fieldAmount, fieldActual, fieldTotal, fieldPrice, fieldClose, fieldClosedOn}})
	})
	best.named = best.table != noTable
	return best
}

// best returns the fitting table that knows most columns of a file. In a tie, the first counts.
func (s *system) best(f csvFile, candidates []table, fits func(source, layout) bool) source {
	best := source{csvFile: f}
	for _, t := range candidates {
		src := source{csvFile: f, system: s, table: t}
		for _, h := range f.headings {
			c := s.columns[t][h.key]
			src.columns = append(src.columns, c)
			if c.field != noField {
				src.known++
			}
		}
		given := s.given[key(f.name)] == t || s.given[key(strings.TrimSuffix(f.name, path.Ext(f.name)))] == t
		if src.known > best.known && (given || fits(src, t.layout())) {
			best = src
		}
	}
	return best
}

func (src source) has(groups [][]field) bool {
	for _, group := range groups {
		if !slices.ContainsFunc(src.columns, func(c column) bool { return slices.Contains(group, c.field) }) {
			return false
		}
	}
	return true
}

func someHeadings(headings []heading) problems.Text {
	var names []string
	for _, h := range headings {
		names = append(names, h.text)
	}
	return problems.QuoteSome(names, 6)
}
