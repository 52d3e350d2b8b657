package codec_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// crowd returns an account with n contacts and an exposure for each.
func crowd(n int) *accountmap.Account {
	a := &accountmap.Account{Format: accountmap.FormatVersion, Profile: accountmap.Profile{Name: "Crowd"},
		Units: []accountmap.Unit{{ID: "u", Name: "Unit"}}, Products: []accountmap.Product{{ID: "p", Name: "Product"}}}
	for i := range n {
		id := accountmap.ContactID(fmt.Sprintf("c-%03d", i))
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: id, Name: fmt.Sprintf("Contact %03d", i), Unit: "u", Power: 1 + i%5})
		a.Exposures = append(a.Exposures, accountmap.Exposure{Contact: id, Product: "p", Date: accountmap.Date{Year: 2026, Month: 1, Day: 1 + i%28}})
	}
	return a
}

// reorder puts the rows of a list into the order that change returns. A row is its cells; the first
// cell is the key.
func (e editor) reorder(mark string, change func(rows [][]any) [][]any) {
	sheet, column, from := e.find(mark)
	require.Equal(e.t, 1, column)
	cells, err := e.GetRows(sheet, excelize.Options{RawCellValue: true})
	require.NoError(e.t, err)
	var rows [][]any
	for _, row := range cells[from+1:] {
		var values []any
		for _, text := range row {
			if number, err := strconv.ParseFloat(text, 64); err == nil {
				values = append(values, number)
			} else {
				values = append(values, text)
			}
		}
		rows = append(rows, values)
	}
	changed := change(slices.Clone(rows))
	for len(changed) < len(rows) {
		changed = append(changed, nil)
	}
	for i, row := range changed {
		row = append(row, make([]any, 30-len(row))...)
		cell, err := excelize.CoordinatesToCellName(1, from+2+i)
		require.NoError(e.t, err)
		require.NoError(e.t, e.SetSheetRow(sheet, cell, &row))
	}
}

func shuffled(r *rand.Rand) func(rows [][]any) [][]any {
	return func(rows [][]any) [][]any {
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		return rows
	}
}

// TestRowsInAnyOrder matches one, some or all rows after they have moved near or far, up or down.
func TestRowsInAnyOrder(t *testing.T) {
	norace.Only(t)
	r := rand.New(rand.NewPCG(3, 5))
	want := crowd(200)
	file := workbookFile(t, want, "en")
	for name, change := range map[string]func(rows [][]any) [][]any{
		"shuffled":           shuffled(r),
		"from last to first": func(rows [][]any) [][]any { slices.Reverse(rows); return rows },
		"first to the end":   func(rows [][]any) [][]any { return append(rows[1:], rows[0]) },
		"last to the top":    func(rows [][]any) [][]any { return append([][]any{rows[199]}, rows[:199]...) },
		"two halves":         func(rows [][]any) [][]any { return append(rows[100:], rows[:100]...) },
		"neighbours": func(rows [][]any) [][]any {
			for i := range 100 {
				rows[2*i], rows[2*i+1] = rows[2*i+1], rows[2*i]
			}
			return rows
		},
	} {
		edited := edit(t, file, func(e editor) {
			e.reorder("accountatlas:contacts", change)
			e.reorder("accountatlas:exposures", func(rows [][]any) [][]any { slices.Reverse(rows); return rows })
		})
		back, problems := decode(t, edited)
		require.Empty(t, problems, name)
		require.Equal(t, want.Contacts, back.Contacts, name)
		require.Equal(t, want.Exposures, back.Exposures, name)
	}
}

// TestRowsComeAndGo finds missing, new and duplicate rows among rows in any order.
func TestRowsComeAndGo(t *testing.T) {
	norace.Only(t)
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 7))
		base := crowd(150)
		gone := map[accountmap.ContactID]bool{}
		for range r.IntN(100) {
			gone[base.Contacts[r.IntN(150)].ID] = true
		}
		added := r.IntN(5)
		file := edit(t, workbookFile(t, base, "en"), func(e editor) {
			isGone := func(id any) bool { return gone[accountmap.ContactID(id.(string))] }
			e.reorder("accountatlas:contacts", func(rows [][]any) [][]any {
				rows = slices.DeleteFunc(rows, func(row []any) bool { return isGone(row[0]) })
				if seed%2 == 0 {
					rows = shuffled(r)(rows)
				}
				for i := range added {
					fresh := slices.Repeat([]any{nil}, len(rows[0]))
					fresh[1] = fmt.Sprintf("New %d", i)
					rows = slices.Insert(rows, i*len(rows)/(added+1), fresh)
				}
				return rows
			})
			e.reorder("accountatlas:exposures", func(rows [][]any) [][]any {
				return slices.DeleteFunc(rows, func(row []any) bool { return isGone("c-" + row[1].(string)[len("Contact "):]) })
			})
		})
		want := crowd(150)
		want.Contacts = slices.DeleteFunc(want.Contacts, func(c accountmap.Contact) bool { return gone[c.ID] })
		want.Exposures = slices.DeleteFunc(want.Exposures, func(x accountmap.Exposure) bool { return gone[x.Contact] })
		for i := range added {
			want.Contacts = append(want.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprintf("new-%d", i)), Name: fmt.Sprintf("New %d", i)})
		}
		merged, problems := mergeOf(base, bytes.NewReader(file), &codec.MergeOptions{Delete: true})
		require.Empty(t, errorsOf(problems))
		require.Equal(t, want.Contacts, merged.Contacts)
		require.Equal(t, want.Exposures, merged.Exposures)

		kept, problems := mergeOf(base, bytes.NewReader(file), nil)
		require.Empty(t, errorsOf(problems))
		require.Equal(t, append(base.Contacts[:150:150], want.Contacts[len(want.Contacts)-added:]...), kept.Contacts)
		require.Equal(t, base.Exposures, kept.Exposures)
		require.Equal(t, 2*len(gone), numberOf(problems), "each row that is gone is counted")

		_, problems = decode(t, file)
		require.Equal(t, 2*len(gone), numberOf(problems))
	}
}

// numberOf counts problems, including problems that share a line.
func numberOf(problems accountmap.Problems) int {
	n := len(problems)
	for _, p := range problems {
		if _, after, ok := strings.Cut(p.Detail, ", here and in "); ok {
			var more int
			fmt.Sscan(after, &more)
			n += more
		}
	}
	return n
}

// TestDuplicateRows checks that a copy is reported with its original, whichever of the two is in
// the original place.
func TestDuplicateRows(t *testing.T) {
	whole := workbookFile(t, crowd(150), "en")
	for name, to := range map[string]int{"below": 31, "far below": 149, "above": 30, "far above": 0} {
		file := edit(t, whole, func(e editor) {
			e.reorder("accountatlas:contacts", func(rows [][]any) [][]any { return slices.Insert(rows, to, rows[30]) })
		})
		_, problems := decode(t, file)
		require.Len(t, problems, 1, name)
		_, _, first := editorOf(t, file).find("c-030")
		second := map[bool]int{true: first + 31 - to, false: first + to - 30}[to <= 30]
		assert.Equal(t, fmt.Sprintf(`the row has the id "c-030" of row %d`, first), problems[0].Detail, name)
		assert.Equal(t, second, problems[0].Pos.Line, name)
	}
}

func editorOf(t testing.TB, file []byte) editor {
	f, err := excelize.OpenReader(bytes.NewReader(file))
	require.NoError(t, err)
	return editor{t, f}
}
