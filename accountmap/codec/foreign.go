package codec

import (
	"io"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/foreign"
)

// Mapping says what the sheets, headings and words of somebody's own tables mean, for
// [ReadForeign].
type Mapping = foreign.Mapping

// ReadMapping reads a mapping from JSON. The error names every unknown list, key and word, and the
// known one that it resembles.
//
//	{
//	  "name": "Acme", "currency": "EUR",
//	  "sheets": {"Mitarbeiter": "contacts", "Kantine": ""},
//	  "columns": {"contacts": {"Vorgesetzter": "reportsTo", "Geburtstag": ""}},
//	  "words": {"Stance": {"freundlich": "supporter"}}
//	}
func ReadMapping(r io.Reader) (*Mapping, error) { return foreign.ReadMapping(r) }

// IsForeign reports whether the named file or folder is for [ReadForeign] rather than for
// [ReadFile]: a workbook that workbook.New did not make, a CSV file by itself, or a folder of CSV
// files without units.csv and products.csv.
func IsForeign(name string) bool { return foreign.Is(name) }

// ReadForeign reads an account from tables that somebody made for themselves: a workbook, a CSV
// file, or a folder of them. A sheet is known by its name and its headings, in English, Spanish or
// Greek, and by the mapping, which may be nil. One table of people is enough: their units and
// managers are added from what it names.
//
// It returns the account, what was understood of each table as sentences for the user, and every
// problem. What is not understood is a warning, [ErrUnreadCells], with the nearest name: a line for
// each sheet, column or word. A value that is understood and cannot be read is an error. The
// account is valid only if [accountmap.Problems.Err] is nil, and nil when there is no table of an
// account.
func ReadForeign(name string, m *Mapping) (*accountmap.Account, []string, accountmap.Problems) {
	a, understood, problems, err := foreign.Read(name, m, validate)
	if err != nil {
		return nil, nil, unreadable(name, err)
	}
	return a, understood, problems
}
