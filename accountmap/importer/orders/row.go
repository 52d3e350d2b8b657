package orders

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// value is a text of a row, and how the file that it is from spells dates and numbers.
type value struct {
	text, heading string
	spelling      *values.Spelling
	// rows and at say where the value stands in the row that is being read; place does where it was read before, and rows is nil.
	rows  *csvtext.Reader
	at    int
	place accountmap.Pos
}

func (v value) pos() accountmap.Pos {
	if v.rows == nil {
		return v.place
	}
	return v.rows.Pos(v.at)
}

// row is a row of a table with what was joined to it. It is valid until the next, and so are its texts: clone those to keep.
type row struct {
	rows   *csvtext.Reader
	values map[string]value // by key of the list
}

func (r row) pos() accountmap.Pos { return r.rows.Pos(0) }

func (r row) text(key string) string { return r.values[key].text }

// row makes a row of the texts of one; it reports false for an empty one, for one with more values than there are columns, and when the row of a
// join is not there.
func (r *reader) row(rows *csvtext.Reader, texts []string) (row, bool) {
	if !slices.ContainsFunc(texts, func(text string) bool { return strings.TrimSpace(text) != "" }) {
		return row{}, false
	}
	if !r.fits(rows, texts, r.headings) {
		return row{}, false
	}
	r.reportShort(rows, texts)
	r.partners = r.partners[:0]
	for _, j := range r.joins {
		key := at(texts, j.in)
		partner, found := j.rows[key]
		if !found {
			r.problems.WarnOf(key, rows.Pos(j.in), accountmap.ErrUnknownReference, "add it, or correct it", "no row of %s has the %s %q, and the row is left out", j.File, j.To, key)
			return row{}, false
		}
		r.partners = append(r.partners, partner)
	}
	out := row{rows, r.values}
	for _, k := range r.keys {
		v := value{heading: k.key, spelling: &r.spelling, rows: rows}
		for i, c := range k.columns {
			part := value{heading: c.heading, spelling: &r.spelling, rows: rows, at: c.at}
			if c.join >= 0 {
				part = r.partners[c.join][c.at]
			} else {
				part.text = at(texts, c.at)
			}
			if i > 0 {
				part.text = strings.TrimSpace(v.text + " " + part.text)
			}
			v = part
		}
		if v.text == "" {
			v.text = r.table.Values[k.key]
		}
		v.text = r.words.means(k.key, v.text)
		out.values[k.key] = v
	}
	return out, true
}

// fits reports whether a row has a column for each of its values, and says so when it has not: its values may then stand under the headings of
// others.
func (r *reader) fits(rows *csvtext.Reader, texts, headings []string) bool {
	if len(texts) <= len(headings) || strings.TrimSpace(strings.Join(texts[len(headings):], "")) == "" {
		return true
	}
	r.problems.ErrOf("beyond", rows.Pos(len(headings)), accountmap.ErrSyntax, "is there a comma in a value that is not in quotation marks?", "the row has more values than there are columns")
	return false
}

// reportShort reports a row that ends before a column that is read. One of a single value is a title or a sum, and is told as incomplete.
func (r *reader) reportShort(rows *csvtext.Reader, texts []string) {
	if len(texts) < 2 {
		return
	}
	for _, k := range r.keys {
		for _, c := range k.columns {
			if c.join < 0 && c.at >= len(texts) {
				r.problems.Warn(rows.Pos(len(texts)-1), accountmap.ErrSyntax, "is the file cut off?", "the row ends before the column %q, and is read as having nothing there", c.heading)
				return
			}
		}
	}
}

func at(texts []string, i int) string {
	if i >= len(texts) {
		return ""
	}
	return strings.TrimSpace(texts[i])
}
