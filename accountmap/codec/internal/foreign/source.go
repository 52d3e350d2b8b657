package foreign

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsxfile"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
)

type sheet struct {
	// file is the name of the file; name is the name of the sheet, empty for a CSV file.
	file, name string
	lines      []line
	// groupRows maps rows with a cell merged across at least three columns to its column.
	groupRows map[int]int
	// spelling is the notation of dates and numbers in texts.
	spelling values.Spelling
}

// title returns the name that may name the list.
func (s *sheet) title() string {
	if s.name != "" {
		return s.name
	}
	return strings.TrimSuffix(filepath.Base(s.file), filepath.Ext(s.file))
}

type line struct {
	number int
	cells  []cell
}

// cell is a non-empty cell. Column counts from 0. Shown is the column for problems, from 1: of the
// sheet, or of the text of a CSV file.
type cell struct {
	rows.Cell
	column, position int
}

func (l line) at(column int) (cell, bool) {
	i, ok := slices.BinarySearchFunc(l.cells, column, func(c cell, column int) int { return c.column - column })
	if !ok {
		return cell{}, false
	}
	return l.cells[i], true
}

func (s *sheet) pos(l line, c cell) accountmap.Pos {
	return accountmap.Pos{File: s.file, Sheet: s.name, Line: l.number, Column: max(1, c.position)}
}

// maxCells and maxBytes bound the cells of all sheets and their texts, which are in memory
// together.
const (
	maxCells = 1 << 20
	maxBytes = 64 << 20
)

type loader struct {
	sheets []*sheet
	list   *problems.List
	// cells and bytes count the cells and the bytes of their texts.
	cells, bytes int
}

// full reports that a line exceeded a limit.
func (l *loader) full() bool { return l.cells > maxCells || l.bytes > maxBytes }

func isTable(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".txt":
		return true
	}
	return false
}

func isWorkbook(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".xlsx" || ext == ".xlsm"
}

// Is reports whether [Read] is for a file or folder, rather than the codec. This is a workbook
// without a hidden sheet, or a CSV file. A folder of CSV files counts unless it has units.csv and
// products.csv.
func Is(name string) bool {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return false
	case info.IsDir():
		entries, err := os.ReadDir(name)
		if err != nil {
			return false
		}
		tables, required := 0, 0
		for _, e := range entries {
			switch lower := strings.ToLower(e.Name()); {
			case lower == "units.csv", lower == "products.csv":
				required++
				tables++
			case !strings.HasPrefix(lower, ".") && !e.IsDir() && (isTable(lower) || isWorkbook(lower)):
				tables++
			}
		}
		return tables > 0 && required < 2
	case isTable(name):
		return true
	case !isWorkbook(name) || !info.Mode().IsRegular():
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	b, err := xlsxfile.Open(f, info.Size())
	return err == nil && !slices.ContainsFunc(b.Sheets(), func(s xlsxfile.Sheet) bool { return s.Name == hiddensheet.Name })
}

// load reads a file, or the files of a folder in the order of their names.
func (l *loader) load(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return l.file(filepath.Dir(name), filepath.Base(name), name)
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch shown := filepath.Join(name, e.Name()); {
		case strings.HasPrefix(e.Name(), "."), strings.HasPrefix(e.Name(), "~$"): // hidden files, and lock files of spreadsheets
		case !isTable(e.Name()) && !isWorkbook(e.Name()):
			l.list.Warn(accountmap.Pos{File: shown}, unread, message.Of("save it as .xlsx or .csv, or move it away"), "the file is neither a workbook nor a CSV file, and is not read")
		default:
			if err := l.file(name, e.Name(), shown); err != nil || l.full() {
				return err
			}
		}
	}
	return nil
}

func (l *loader) file(folder, name, shown string) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	if isWorkbook(name) {
		return l.workbook(root, name, shown)
	}
	l.csv(root.FS(), name, shown)
	return nil
}

func (l *loader) workbook(root *os.Root, name, shown string) error {
	f, err := root.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	b, err := xlsxfile.Open(f, info.Size())
	if err != nil {
		l.broken(accountmap.Pos{File: shown}, err)
		return nil
	}
	for _, tab := range b.Sheets() {
		s := &sheet{file: shown, name: tab.Name}
		merges, err := b.Rows(tab, func(number int, cells []xlsxfile.Cell) bool {
			row := line{number: number}
			for _, c := range cells {
				if text := strings.TrimSpace(c.Text); text != "" || c.Kind != xlsxfile.Text {
					c.Text = strings.Clone(text)
					row.cells = append(row.cells, cell{rows.FromWorkbook(c), c.Column, c.Column + 1})
				}
			}
			return l.keep(s, row)
		})
		if err != nil {
			l.broken(accountmap.Pos{File: shown, Sheet: tab.Name}, err)
			return nil
		}
		if l.full() {
			return nil
		}
		l.spread(s, merges)
		l.add(s)
		if n, row, column := b.Comments(tab); n > 0 {
			l.list.Warn(accountmap.Pos{File: shown, Sheet: tab.Name, Line: row, Column: column + 1}, unread, message.Of("write them into a column, such as Notes"), "comments on cells are not read: %d", n)
		}
	}
	return nil
}

func (l *loader) csv(folder fs.FS, name, shown string) {
	s := &sheet{file: shown}
	at := func(p accountmap.Problem) accountmap.Problem {
		p.Pos.File = shown
		return p
	}
	failed := csvtext.Each(folder, path.Base(name), func(p accountmap.Problem) { l.list.Add(at(p)) }, func(r *csvtext.Reader, row []string) error {
		kept := line{number: r.Pos(0).Line}
		for i, text := range row {
			if text = strings.TrimSpace(text); text != "" {
				kept.cells = append(kept.cells, cell{rows.Cell{Text: strings.Clone(values.Unguard(text))}, i, r.Pos(i).Column})
			}
		}
		if r.Delimiter() == ';' {
			s.spelling, _ = values.NewSpelling(",", "day-month")
		}
		if !l.keep(s, kept) {
			return errTooMany
		}
		return nil
	})
	if failed != nil && !l.full() {
		l.list.Add(at(*failed))
	}
	l.add(s)
}

var errTooMany = errors.New("too many cells")

// keep adds a line to a sheet. It returns false after the last line that fits.
func (l *loader) keep(s *sheet, row line) bool {
	l.cells += len(row.cells)
	for _, c := range row.cells {
		l.bytes += len(c.Text)
	}
	if l.full() {
		l.list.Err(accountmap.Pos{File: s.file, Sheet: s.name, Line: row.number, Column: 1}, accountmap.ErrTooLarge,
			message.Of("there are more than %d cells, or texts of more than %d MiB", maxCells, maxBytes>>20), message.Of("leave out old orders, or divide the account"))
		return false
	}
	if len(row.cells) > 0 {
		s.lines = append(s.lines, row)
	}
	return true
}

func (l *loader) add(s *sheet) {
	if len(s.lines) > 0 {
		l.sheets = append(l.sheets, s)
	}
}

func (l *loader) broken(pos accountmap.Pos, err error) {
	detail, hint, code := err.Error(), "", accountmap.ErrSyntax
	if f, ok := err.(*xlsxfile.Fault); ok {
		if detail, hint = f.Sentence(), f.Hint; f.TooLarge {
			code = accountmap.ErrTooLarge
		}
	}
	l.list.Err(pos, code, detail, hint)
}

// spread copies the value of vertically merged cells into the rows below, and records horizontal
// merges.
func (l *loader) spread(s *sheet, merges []xlsxfile.Merge) {
	byNumber := func(l line, number int) int { return l.number - number }
	byColumn := func(c cell, column int) int { return c.column - column }
	s.groupRows = map[int]int{}
	for _, m := range merges {
		if m.ToColumn > m.FromColumn+1 {
			s.groupRows[m.FromRow] = m.FromColumn
		}
		first, ok := slices.BinarySearchFunc(s.lines, m.FromRow, byNumber)
		if m.ToRow == m.FromRow || !ok {
			continue
		}
		value, ok := s.lines[first].at(m.FromColumn)
		for i := first + 1; ok && i < len(s.lines) && s.lines[i].number <= m.ToRow && l.cells < maxCells; i++ {
			l.cells++
			row := &s.lines[i]
			if at, taken := slices.BinarySearchFunc(row.cells, m.FromColumn, byColumn); !taken {
				row.cells = slices.Insert(row.cells, at, value)
			}
		}
	}
}

// isGroupRow reports whether a row consists of one horizontally merged cell.
func (s *sheet) isGroupRow(l line) bool {
	column, ok := s.groupRows[l.number]
	return ok && len(l.cells) == 1 && l.cells[0].column == column
}
