package crm

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// reportNothing reports that no file, or not each that should be, is a table of a system that is known.
func reportNothing(files []csvFile, sources []source, r *problems.List) {
	var which, titles []string
	unknown := 0
	for i, f := range files {
		if i < len(sources) && sources[i].table != noTable {
			continue
		}
		if unknown++; unknown <= 3 {
			which = append(which, f.name+" has the columns "+string(someHeadings(f.headings)))
		}
	}
	for _, name := range Systems() {
		if f, err := readSystem(string(name)); err == nil && name != Other {
			titles = append(titles, f.Title)
		}
	}
	mapping := `{"columns": {"accounts": {"name": ["…"], "parent": ["…"]}, "contacts": {"name": ["…"], "account": ["…"]}, "deals": {"name": ["…"], "account": ["…"], ` +
		`"stage": ["…"], "amount": ["…"], "close": ["…"], "productName": ["…"]}}, "files": {"accounts": ["…"]}}`
	if s, err := newSystem(Other, nil); err == nil {
		mapping = cmp.Or(s.guess(files), mapping)
	}
	detail := fmt.Sprintf("none of the %d files is a table of a CRM that is known", len(files))
	switch {
	case unknown < len(files):
		detail = fmt.Sprintf("%d of the %d files cannot be read as what the names say", unknown, len(files))
	case unknown == 1:
		detail = "the file is no table of a CRM that is known"
	}
	r.Err(accountmap.Pos{}, ErrUnknownFile, detail+": "+strings.Join(which, "; "),
		"known are the exports of "+strings.Join(titles, ", ")+", in English; for any other, say in a mapping what its columns mean, and correct what is wrong here: "+mapping)
}

// stem is a part of a heading that tells its meaning.
type stem struct {
	field field
	parts []string
}

// stems lists what tells the meaning of a heading, in English, Spanish and Greek. The first that fits
// counts: "Account name" is the account of a contact before it is a name.
func (t table) stems() []stem {
	account := stem{fieldAccount, []string{"organization", "organisation", "company", "account", "customer", "cuenta", "empresa", "cliente", "εταιρεία", "λογαριασμ", "πελάτ"}}
	owner := stem{fieldOwnerName, []string{"owner", "assigned", "propietario", "responsable", "υπεύθυν", "κάτοχ", "ιδιοκτήτ"}}
	name := stem{fieldName, []string{"name", "title", "topic", "subject", "nombre", "asunto", "όνομα", "θέμα", "τίτλος"}}
	switch t {
	case accountsTable:
		return []stem{owner, {fieldParent, []string{"parent", "member of", "matriz", "principal", "superior", "μητρικ", "γονικ"}},
			{fieldCity, []string{"city", "ciudad", "πόλη"}}, {fieldCountry, []string{"country", "país", "χώρα"}},
			{fieldIndustry, []string{"industry", "sector", "κλάδος"}}, name}
	case contactsTable:
		return []stem{owner, account, {fieldReportsTo, []string{"report", "manager", "depende", "jefe", "superior", "αναφέρεται", "προϊστάμεν"}},
			{fieldLast, []string{"last name", "surname", "apellido", "επώνυμο"}}, {fieldFirst, []string{"first name", "given name"}},
			{fieldEmail, []string{"mail", "correo"}}, {fieldPhone, []string{"phone", "mobile", "teléfono", "móvil", "τηλέφωνο", "κινητό"}},
			{fieldTitle, []string{"title", "job", "position", "cargo", "puesto", "τίτλος", "θέση"}}, name}
	case dealsTable:
		return []stem{owner, {fieldCurrency, []string{"currency", "moneda", "divisa", "νόμισμα"}}, account,
			{fieldStage, []string{"stage", "phase", "etapa", "fase", "στάδιο", "φάση"}}, {fieldState, []string{"status", "state", "estado", "κατάσταση"}},
			{fieldAmount, []string{"amount", "value", "revenue", "importe", "valor", "cantidad", "ποσό", "αξία"}},
			{fieldClose, []string{"won time", "close", "closing", "cierre", "κλεισίματος"}},
			{fieldProductName, []string{"product", "προϊόν"}}, {fieldReason, []string{"reason", "motivo", "λόγος", "αιτία"}}, name}
	}
	return nil
}

// guess returns a mapping for the files of an unknown system, as JSON: the likely meaning of their
// headings. It is empty when no file can be guessed.
func (s *system) guess(files []csvFile) string {
	m := Mapping{Files: map[string][]string{}, Columns: map[string]map[string][]string{}}
	for _, f := range files {
		t := s.guessTable(f)
		if t == noTable {
			continue
		}
		if columns := t.guessColumns(f.headings); len(columns["name"])+len(columns["last"]) > 0 && m.Columns[string(t)] == nil {
			m.Columns[string(t)] = columns
			m.Files[string(t)] = append(m.Files[string(t)], f.name)
		}
	}
	if len(m.Columns) == 0 {
		return ""
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(m) != nil {
		return ""
	}
	return strings.TrimSpace(b.String())
}

// guessTable returns the table of a file by its name, or else by its headings.
func (s *system) guessTable(f csvFile) table {
	says, tables := s.readName(f.name)
	switch {
	case says == saysTable && tables[0].stems() != nil:
		return tables[0]
	case says != saysNothing && says != saysUnknown:
		return noTable
	}
	if deals := dealsTable.guessColumns(f.headings); deals["stage"] != nil || deals["amount"] != nil {
		return dealsTable
	}
	if contacts := contactsTable.guessColumns(f.headings); contacts["last"] != nil || contacts["reportsTo"] != nil || contacts["email"] != nil && contacts["account"] != nil {
		return contactsTable
	}
	return noTable
}

// guessColumns returns the headings of each field.
func (t table) guessColumns(headings []heading) map[string][]string {
	columns := map[string][]string{}
	for _, h := range headings {
		lower := strings.ToLower(h.text)
		words := strings.FieldsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) })
		isID := slices.Contains(words, "id") || strings.Contains(lower, "identificador") || strings.Contains(lower, "αναγνωριστικ")
		for _, s := range t.stems() {
			fits := slices.ContainsFunc(s.parts, func(part string) bool { return strings.Contains(lower, part) })
			switch {
			case isID && (s.field != fieldAccount || !fits):
				continue
			case fits && (s.field == fieldAccount || columns[string(s.field)] == nil):
				columns[string(s.field)] = append(columns[string(s.field)], h.text)
			case !fits:
				continue
			}
			isID = false
			break
		}
		if isID && columns["id"] == nil {
			columns["id"] = []string{h.text}
		}
	}
	if t == contactsTable && columns["last"] != nil && columns["first"] == nil { // "Nombre", beside "Apellidos"
		columns["first"] = columns["name"]
		delete(columns, "name")
	}
	return columns
}
