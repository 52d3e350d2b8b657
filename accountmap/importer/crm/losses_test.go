package crm

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// plain has two records of each table, the first of the client.
func plain() map[table][2]map[field]string {
	return map[table][2]map[field]string{
		accountsTable: {{fieldID: "A1", fieldName: "Mole End", fieldOwner: "U1", fieldOwnerName: "Kim Vale"},
			{fieldID: "A2", fieldName: "Toad Hall", fieldParent: "A1", fieldOwner: "U2", fieldOwnerName: "Lee Gray"}},
		contactsTable: {{fieldID: "C1", fieldName: "Ann Orr", fieldAccount: "Mole End"}, {fieldID: "C2", fieldName: "Bo Ash", fieldAccount: "Toad Hall"}},
		dealsTable: {{fieldID: "D1", fieldName: "Deal", fieldAccount: "Mole End", fieldStage: "Won", fieldAmount: "100.50", fieldClose: "2026-02-03", fieldProductName: "Lamp"},
			{fieldID: "D2", fieldName: "Deal two", fieldAccount: "Toad Hall", fieldStage: "Lost", fieldAmount: "70.50", fieldClose: "2026-02-04", fieldProductName: "Oar"}},
		linesTable:       {{fieldDeal: "D1", fieldProduct: "P1", fieldProductName: "Lamp", fieldQuantity: "2", fieldPrice: "5.50"}, {fieldDeal: "D1", fieldProduct: "P2", fieldProductName: "Oar", fieldQuantity: "3", fieldPrice: "9.50"}},
		productsTable:    {{fieldID: "P1", fieldName: "Lamp"}, {fieldID: "P2", fieldName: "Oar", fieldPrice: "3.50"}},
		rolesTable:       {{fieldContact: "C1", fieldAccount: "Mole End", fieldRole: "Influencer"}, {fieldContact: "C2", fieldAccount: "Mole End", fieldRole: "Evaluator"}},
		usersTable:       {{fieldID: "U1", fieldName: "Kim Vale"}, {fieldID: "U2", fieldName: "Lee Gray"}},
		supplementsTable: {{fieldID: "S1", fieldContact: "C1", fieldEntry: "C", fieldName: "Cy Fen"}, {fieldID: "S2", fieldContact: "C1", fieldEntry: "P", fieldName: "Club"}},
	}
}

// hasNoEffect reports the fields whose value may change nothing: the id in a second column, the day
// of a change, the spellings of users, and what another value decides.
func hasNoEffect(t table, f field) bool {
	return f == fieldID || f == fieldModified || slices.Contains(map[table][]field{
		dealsTable: {fieldName, fieldActual, fieldClose, fieldClosedOn}, linesTable: {fieldDiscount}, rolesTable: {fieldDeal},
		productsTable: {fieldCurrency}, usersTable: {fieldFirst, fieldLast, fieldAlias, fieldDeleted}, supplementsTable: {fieldContact, fieldDate, fieldSide},
	}[t], f)
}

// TestNoColumnIsLost writes a value into each known column of a record, in turn. The account or its
// problems must change.
func TestNoColumnIsLost(t *testing.T) {
	for _, name := range Systems()[:len(Systems())-1] {
		t.Run(string(name), func(t *testing.T) {
			s, err := newSystem(name, nil)
			require.NoError(t, err)
			f, err := readSystem(string(name))
			require.NoError(t, err)
			// imported returns the account and the problems of the records without a table, after
			// one value was added.
			imported := func(without table, of table, heading, value string) string {
				files := fstest.MapFS{}
				for tb, names := range f.Files {
					records, first := plain()[table(tb)], map[string]string{}
					for _, c := range s.columns[table(tb)] {
						if text, used := records[0][c.field]; c.rank == 0 && (used || records[1][c.field] != "") {
							first[c.called] = text
						}
					}
					headings := slices.Sorted(maps.Keys(first))
					second := make([]string, len(headings))
					for i, h := range headings {
						second[i] = records[1][s.columns[table(tb)][key(h)].field]
					}
					if table(tb) == of {
						if _, there := first[heading]; !there {
							headings, second = append(headings, heading), append(second, "")
						}
						first[heading] = value
					}
					var row []string
					for _, h := range headings {
						row = append(row, first[h])
					}
					if table(tb) != without {
						files[names[0]+".csv"] = &fstest.MapFile{Data: []byte(strings.Join(headings, ",") + "\n" + strings.Join(row, ",") + "\n" + strings.Join(second, ",") + "\n")}
					}
				}
				a, problems := Check(files, &Options{System: name, Root: "Mole End"})
				text, err := json.Marshal(a)
				require.NoError(t, err)
				return string(text) + problems.Report()
			}
			for tb := range f.Files {
				without := linesTable // a file of lines counts before the products of deals
				if table(tb) == linesTable || table(tb) == productsTable {
					without = noTable
				}
				before := imported(without, noTable, "", "")
				for _, c := range s.columns[table(tb)] {
					value := "Marker 17"
					switch {
					case c.field == fieldIgnore || c.rank > 1 || hasNoEffect(table(tb), c.field):
						continue
					case c.field.isDate():
						value = "2026-01-17"
					case c.field.isNumber():
						value = "17.5"
					case c.field == fieldCurrency:
						value = "CHF"
					}
					assert.NotEqual(t, before, imported(without, table(tb), c.called, value), "%s: %s (%s) is lost", tb, c.called, c.field)
				}
			}
		})
	}
}
