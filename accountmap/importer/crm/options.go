package crm

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/mapping"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

// System is a CRM.
type System string

// The known systems, and Other for any system that a [Mapping] describes completely.
const (
	Salesforce System = "salesforce"
	HubSpot    System = "hubspot"
	Dynamics   System = "dynamics"
	ACT        System = "act"
	GoldMine   System = "goldmine"
	SugarCRM   System = "sugarcrm"
	Other      System = "other"
)

// Systems lists the systems.
func Systems() []System {
	return []System{Salesforce, HubSpot, Dynamics, ACT, GoldMine, SugarCRM, Other}
}

// The codes of problems that only an import finds.
const (
	// ErrUnknownFile: a file that is not a known table, or an export without a known table.
	ErrUnknownFile accountmap.Code = "unknown-file"
	// ErrUnknownColumn (a warning): a column with values that has no equivalent in an account.
	ErrUnknownColumn accountmap.Code = "unknown-column"
	// ErrNoColumn (a warning): a file of deals without a known column for their stage or their
	// amount.
	ErrNoColumn = mapping.ErrNoColumn
	// ErrNoRoot: the export has several accounts without a parent and the options do not name the
	// client, or the named account is missing.
	ErrNoRoot accountmap.Code = "no-root"
	// ErrLeftOut (a warning): rows that are not part of the account, such as contacts of other
	// clients.
	ErrLeftOut = mapping.ErrLeftOut
	// ErrSharedAddress (a warning): two contacts with the same e-mail address.
	ErrSharedAddress = mapping.ErrSharedAddress
	// ErrContradiction (a warning): a contact described both as for us and as against us, or a deal
	// with contradicting columns for its result or its amount.
	ErrContradiction = mapping.ErrContradiction
)

// Options add facts that an export lacks. Nil and the zero Options mean that everything is
// detected.
type Options struct {
	// System is the system that wrote the files. Empty means that it is detected by the columns.
	System System
	// Root is the id or the name of the client among the accounts; accounts that are not below it
	// are left out. Empty means the only account without a parent.
	Root string
	// Currency is the currency of the account. Empty means the most frequent currency of the deals.
	Currency accountmap.Currency
	// AsOf is the day of the export. Zero means the latest day on which a record was changed or a
	// deal closed. A row more than a year after all others is reported and does not count. Several
	// such rows do not count if they are at most one in a hundred. After many days that are near
	// each other, a smaller distance is enough.
	AsOf accountmap.Date
	// DecimalMark is "." or ",", and DateOrder "day-month" or "month-day". Empty means that the
	// values of the file decide.
	DecimalMark, DateOrder string
	// Mapping overrides the mapping of the system. Nil overrides nothing.
	Mapping *Mapping
}

func (o *Options) check() accountmap.Problems {
	var problems accountmap.Problems
	wrong := func(err error) {
		problems = append(problems, accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidValue, Path: "options",
			Detail: err.Error()})
	}
	if o.System != "" && !slices.Contains(Systems(), o.System) {
		wrong(mapping.Unknown("system", string(o.System), Systems()))
	}
	if _, err := values.NewSpelling(o.DecimalMark, o.DateOrder); err != nil {
		wrong(err)
	}
	if err := o.Mapping.check(); err != nil {
		wrong(err)
	}
	if o.Currency != "" && !isCurrency(string(o.Currency)) {
		wrong(mapping.Unknown("currency", string(o.Currency), []string{}))
	}
	return problems
}

// Mapping defines the meaning of the columns and words of a source. Both are compared without case,
// spaces and punctuation: "Stage Name", "StageName" and "STAGENAME" are equal.
type Mapping struct {
	// DecimalMark is "." or ",", and DateOrder "day-month" or "month-day". The fields of [Options]
	// take precedence.
	DecimalMark string `json:"decimalMark,omitempty"`
	DateOrder   string `json:"dateOrder,omitempty"`
	// Files names the files of each table, with or without their extension.
	//
	//	{"accounts": ["organizations.csv"]}
	Files map[string][]string `json:"files,omitempty"`
	// Columns lists the headings of each field, by table and field. If a file has several of them,
	// the first with a value counts. A column listed here has no other meaning. The files in the
	// folder systems show the fields of each table. The field "note" of contacts adds the value to
	// the contact's notes, and "ignore" skips the column.
	//
	//	{"deals": {"productName": ["Product line"], "ignore": ["Probability (%)"]}}
	Columns map[string]map[string][]string `json:"columns,omitempty"`
	// Words translates words of the source, by field, into a word of the account file, or several
	// separated by spaces. An empty translation means that the word has no meaning.
	//
	//	{"stage": {"Verbal yes": "proposed"}, "role": {"Works council": "influencer gatekeeper"}}
	Words map[string]map[string]string `json:"words,omitempty"`
}

// ReadMapping reads a mapping from JSON. The error names every unknown key or word, with a similar
// known one.
func ReadMapping(r io.Reader) (*Mapping, error) {
	var m Mapping
	if err := mapping.Read(r, &m); err != nil {
		return nil, fmt.Errorf("crm: mapping: %w", err)
	}
	if err := m.check(); err != nil {
		return nil, fmt.Errorf("crm: %w", err)
	}
	return &m, nil
}

func (m *Mapping) check() error {
	if m == nil {
		return nil
	}
	var wrong mapping.Faults
	for _, name := range slices.Sorted(maps.Keys(m.Columns)) {
		if !slices.Contains(tables(), table(name)) {
			wrong.Add(func() error { return fmt.Errorf("mapping: columns: %w", mapping.Unknown("table", name, tables())) })
			continue
		}
		fields, taken := append([]field{fieldIgnore}, table(name).layout().fields...), map[string]string{}
		for _, f := range slices.Sorted(maps.Keys(m.Columns[name])) {
			if !slices.Contains(fields, field(f)) {
				wrong.Add(func() error { return fmt.Errorf("mapping: columns: %s: %w", name, mapping.Unknown("field", f, fields)) })
			}
			for _, heading := range m.Columns[name][f] {
				if other, ok := taken[key(heading)]; ok && other != f {
					wrong.Add(func() error {
						return fmt.Errorf("mapping: columns: %s: the column %q cannot mean both %s and %s", name, heading, other, f)
					})
				}
				taken[key(heading)] = f
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.Files)) {
		if !slices.Contains(tables(), table(name)) {
			wrong.Add(func() error { return fmt.Errorf("mapping: files: %w", mapping.Unknown("table", name, tables())) })
		}
	}
	if _, err := values.NewSpelling(m.DecimalMark, m.DateOrder); err != nil {
		wrong.Add(func() error { return fmt.Errorf("mapping: %w", err) })
	}
	for _, name := range slices.Sorted(maps.Keys(m.Words)) {
		if !slices.Contains(wordFields(), field(name)) {
			wrong.Add(func() error { return fmt.Errorf("mapping: words: %w", mapping.Unknown("field", name, wordFields())) })
			continue
		}
		for _, word := range slices.Sorted(maps.Keys(m.Words[name])) {
			for meant := range strings.FieldsSeq(m.Words[name][word]) {
				if _, err := meaning(field(name), meant); err != nil {
					wrong.Add(func() error { return fmt.Errorf("mapping: words: %s: %q: %w", name, word, err) })
				}
			}
		}
	}
	return wrong.Err()
}

// reportNothing reports that the files, or the required files, are not tables of a known system.
func reportNothing(files []csvFile, sources []source, r *problems.List) {
	var which, titles []string
	unknown := 0
	for i, f := range files {
		if i < len(sources) && sources[i].table != noTable && !sources[i].hasUnknownAccount() {
			continue
		}
		if unknown++; unknown <= 3 {
			which = append(which, message.Of("%s has the columns %s", f.name, someHeadings(f.headings)))
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
	detail := message.Of("none of the %d files is a table of a known CRM", len(files))
	switch {
	case unknown < len(files):
		detail = message.Of("%d of the %d files cannot be read as what the names say", unknown, len(files))
	case unknown == 1:
		detail = message.Of("the file is not a table of a known CRM")
	}
	r.Err(accountmap.Pos{}, ErrUnknownFile, detail+": "+strings.Join(which, "; "),
		message.Of("the known exports are those of %s, in English; for any other, say in a mapping what its columns mean, and correct these words: %s",
			strings.Join(titles, ", "), mapping))
}

// stem is a part of a heading that indicates its meaning.
type stem struct {
	field field
	parts []string
}

// stems lists the indications of meanings in headings, in English, Spanish, Greek, German and
// French. The first match counts: "Account name" is the account of a contact rather than a name.
func (t table) stems() []stem {
	account := stem{fieldAccount, []string{"organization", "organisation", "company", "account", "customer", "cuenta", "empresa", "cliente", "εταιρεία", "λογαριασμ", "πελάτ", "firma", "kunde", "entreprise", "société", "compte", "client"}}
	owner := stem{fieldOwnerName, []string{"owner", "assigned", "propietario", "responsable", "υπεύθυν", "κάτοχ", "ιδιοκτήτ", "besitzer", "zuständig", "betreuer", "propriétaire"}}
	name := stem{fieldName, []string{"name", "title", "topic", "subject", "nombre", "asunto", "όνομα", "θέμα", "τίτλος", "thema", "bezeichnung", "nom", "sujet", "intitulé"}}
	switch t {
	case accountsTable:
		return []stem{owner, {fieldParent, []string{"parent", "member of", "matriz", "principal", "superior", "μητρικ", "γονικ", "mutter", "übergeordnet", "mère"}},
			{fieldCity, []string{"city", "ciudad", "πόλη", "stadt", "ville"}}, {fieldCountry, []string{"country", "país", "χώρα", "land", "pays"}},
			{fieldIndustry, []string{"industry", "sector", "κλάδος", "branche", "secteur"}}, name}
	case contactsTable:
		return []stem{owner, account, {fieldReportsTo, []string{"report", "manager", "depende", "jefe", "superior", "αναφέρεται", "προϊστάμεν", "vorgesetzt", "berichtet", "supérieur", "rattaché"}},
			{fieldLast, []string{"last name", "surname", "apellido", "επώνυμο", "nachname", "familienname", "nom de famille"}}, {fieldFirst, []string{"first name", "given name", "vorname", "prénom"}},
			{fieldEmail, []string{"mail", "correo", "courriel"}}, {fieldPhone, []string{"phone", "mobile", "teléfono", "móvil", "τηλέφωνο", "κινητό", "telefon", "handy", "mobil", "téléphone", "portable"}},
			{fieldTitle, []string{"title", "job", "position", "cargo", "puesto", "τίτλος", "θέση", "funktion", "fonction", "poste"}}, name}
	case dealsTable:
		return []stem{owner, {fieldCurrency, []string{"currency", "moneda", "divisa", "νόμισμα", "währung", "devise"}}, account,
			{fieldStage, []string{"stage", "phase", "etapa", "fase", "στάδιο", "φάση", "étape"}}, {fieldState, []string{"status", "state", "estado", "κατάσταση", "statut", "état"}},
			{fieldAmount, []string{"amount", "value", "revenue", "importe", "valor", "cantidad", "ποσό", "αξία", "betrag", "umsatz", "montant", "valeur"}},
			{fieldClose, []string{"won time", "close", "closing", "cierre", "κλεισίματος", "abschluss", "abschluß", "schlusstermin", "clôture"}},
			{fieldProductName, []string{"product", "προϊόν", "produkt", "artikel", "produit"}}, {fieldReason, []string{"reason", "motivo", "λόγος", "αιτία", "grund", "raison", "motif"}}, name}
	}
	return nil
}

// spaced returns a heading in small letters, and with spaces for underscores.
func spaced(heading string) string {
	return strings.ToLower(strings.ReplaceAll(heading, "_", " "))
}

// guess returns a mapping for the files of an unknown system, as JSON, with the probable meanings
// of their headings. It is empty if no file has any.
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
	hint, tables := s.readName(f.name)
	switch {
	case hint == hintTable && tables[0].stems() != nil:
		return tables[0]
	case hint != hintNone && hint != hintUnknown:
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
		lower := spaced(h.text)
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
	if t == contactsTable && columns["last"] != nil && columns["first"] == nil { // "Nombre" next to "Apellidos"
		columns["first"] = columns["name"]
		delete(columns, "name")
	}
	if t == contactsTable && columns["last"] == nil && slices.ContainsFunc(columns["first"], isForename) { // "Prénom" next to "Nom"
		columns["last"] = columns["name"]
		delete(columns, "name")
	}
	return columns
}

// isForename reports a heading of first names in a language that calls the surname a name.
func isForename(heading string) bool {
	return strings.EqualFold(heading, "Vorname") || strings.EqualFold(heading, "Prénom")
}
