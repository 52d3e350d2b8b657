package codec_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// TestUnknownWordsInTheWorkbooksLanguage checks that the hint for a misspelling suggests words of
// the workbook, including custom words.
func TestUnknownWordsInTheWorkbooksLanguage(t *testing.T) {
	a := sample()
	a.Contacts[0].Stance, a.Contacts[0].Roles, a.Contacts[0].External = accountmap.StanceChampion, []accountmap.Role{accountmap.RoleUser}, true
	unit, product, contact := string(a.Coverage[0].Unit), string(a.Coverage[0].Product), string(a.Contacts[0].ID)
	spanish, _ := terms.Lookup("es")
	for _, tt := range []struct {
		language string
		own      map[string]string
		set      func(e editor)
		want     string
	}{
		{"es", nil, func(e editor) { e.setStatus(unit, product, "Ofretado") },
			`unknown value "Ofretado" (did you mean "Ofertado"? One of ` + spanish.Status(accountmap.CoverageSold) + `, `},
		{"es", map[string]string{"status.proposed": "En firma"}, func(e editor) { e.setStatus(unit, product, "En frima") }, `unknown value "En frima" (did you mean "En firma"? One of `},
		{"es", nil, func(e editor) { e.setStatus(unit, product, "Propsed") }, `unknown value "Propsed" (did you mean "Proposed"? One of ` + spanish.Status(accountmap.CoverageSold)},
		{"es", nil, func(e editor) { e.set("contacts", contact, "stance", "Qwxyz") }, `unknown value "Qwxyz" (one of ` + spanish.Stance(accountmap.StanceChampion) + `, `},
		{"es", nil, func(e editor) { e.setStatus(unit, product, "Perdido") }, `unknown value "Perdido" (write Sin cubrir, or Competencia, or Ya no compra: one is meant)`},
		{"el", nil, func(e editor) { e.setStatus(unit, product, "Χαμένο") }, `unknown value "Χαμένο" (write Κενό, or Ανταγωνισμός, or Διακόπηκε: one is meant)`},
		{"en", nil, func(e editor) { e.setStatus(unit, product, "churned") }, `unknown value "churned" (write Lapsed)`},
		{"el", nil, func(e editor) { e.set("contacts", contact, "roles", "Χρηστςη") }, `unknown value "Χρηστςη" (did you mean "Χρήστης"? One of `},
		{"es", nil, func(e editor) { e.set("contacts", contact, "external", "Quizás") }, `"Quizás" is neither Sí nor No (write Sí or No, or nothing)`},
		{"es", nil, func(e editor) { e.set("contacts", contact, "name", nil) }, `nothing is written under "` + spanish.Heading("contacts", "name") + `" (write there what readers should call it)`},
		{"es", nil, func(e editor) { e.set("relationships", "#1", "from", nil) },
			`nothing is written under "` + spanish.Heading("relationships", "from") + `" (write there the name of one on the sheet Contactos, such as "` + a.Contacts[0].Name + `")`},
		{"el", nil, func(e editor) { e.set("relationships", "#1", "kind", nil) }, `nothing is written under "Είδος" (write there one of Επιρροή, `},
		{"en", nil, func(e editor) { e.setStatus(unit, product, "Propsed") }, `(did you mean "Proposed"? One of Sold, `},
	} {
		_, problems := decode(t, edit(t, workbookWith(t, a, tt.language, tt.own), tt.set))
		assert.Contains(t, errorsOf(problems), tt.want)
	}
}

// TestUnknownWordsInCSV checks that hints use the language of the headings.
func TestUnknownWordsInCSV(t *testing.T) {
	spanish, _ := terms.Lookup("es")
	heading := func(key string) string { return spanish.Heading("contacts", key) }
	check := func(contacts string) string {
		_, problems := codec.ReadCSV(fstest.MapFS{
			"account.csv": {Data: []byte("name\nAcme\n")}, "units.csv": {Data: []byte("id,name\n")}, "products.csv": {Data: []byte("id,name\n")},
			"contacts.csv": {Data: []byte(contacts)},
		})
		return problems.Report()
	}
	translated := strings.Join([]string{heading("id"), heading("name"), heading("stance")}, ",")
	require.NotEqual(t, "id,name,stance", translated)
	champion := spanish.Stance(accountmap.StanceChampion)
	wrong := string([]rune(champion)[1:])
	assert.Contains(t, check(translated+"\nc1,Ana,"+wrong+"\n"), `unknown value "`+wrong+`" (did you mean "`+champion+`"? One of `+champion+", ")
	assert.Contains(t, check("id,name,stance\nc1,Ana,"+wrong+"\n"), `unknown value "`+wrong+`" (did you mean "`+champion+`"? One of champion, `)
	assert.Contains(t, check("id,name,stance\nc1,Ana,champoin\n"), `unknown value "champoin" (did you mean "champion"? One of champion, `)
	misspelt := strings.Join([]string{heading("id"), heading("name"), heading("stance") + "x"}, ",")
	assert.Contains(t, check(misspelt+"\nc1,Ana,"+champion+"\n"), `unknown column "`+heading("stance")+`x" (did you mean "`+heading("stance")+`"?)`)
}
