package crm

import (
	"cmp"
	"errors"
	"math/big"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// field is a meaning of a column, named as in a mapping.
type field string

// The fields. A record contains every column of fieldNote, and no column of fieldIgnore.
const (
	noField           field = ""
	fieldIgnore       field = "ignore"
	fieldNote         field = "note"
	fieldID           field = "id"
	fieldName         field = "name"
	fieldParent       field = "parent"
	fieldOwner        field = "owner"
	fieldOwnerName    field = "ownerName"
	fieldIndustry     field = "industry"
	fieldSegment      field = "segment"
	fieldTier         field = "tier"
	fieldCountry      field = "country"
	fieldRegion       field = "region"
	fieldCity         field = "city"
	fieldAddress      field = "address"
	fieldPostal       field = "postal"
	fieldCurrency     field = "currency"
	fieldDescription  field = "description"
	fieldModified     field = "modified"
	fieldDeleted      field = "deleted"
	fieldFirst        field = "first"
	fieldLast         field = "last"
	fieldTitle        field = "title"
	fieldAccount      field = "account"
	fieldReportsTo    field = "reportsTo"
	fieldAssistant    field = "assistant"
	fieldInfluence    field = "influence"
	fieldRole         field = "role"
	fieldStance       field = "stance"
	fieldLevel        field = "level"
	fieldPower        field = "power"
	fieldOrientation  field = "orientation"
	fieldAdaptability field = "adaptability"
	fieldSeniority    field = "seniority"
	fieldGone         field = "gone"
	fieldChannel      field = "channel"
	fieldEmail        field = "email"
	fieldPhone        field = "phone"
	fieldStage        field = "stage"
	fieldState        field = "state"
	fieldOutcome      field = "outcome"
	fieldWon          field = "won"
	fieldClosed       field = "closed"
	fieldAmount       field = "amount"
	fieldActual       field = "actual"
	fieldClose        field = "close"
	fieldClosedOn     field = "closedOn"
	fieldKind         field = "kind"
	fieldReason       field = "reason"
	fieldCompetitor   field = "competitor"
	fieldProduct      field = "product"
	fieldProductName  field = "productName"
	fieldCode         field = "code"
	fieldFamily       field = "family"
	fieldQuantity     field = "quantity"
	fieldPrice        field = "price"
	fieldTotal        field = "total"
	fieldDeal         field = "deal"
	fieldList         field = "list"
	fieldDiscount     field = "discount"
	fieldDate         field = "date"
	fieldActive       field = "active"
	fieldContact      field = "contact"
	fieldPrimary      field = "primary"
	fieldEntry        field = "entry"
	fieldReference    field = "reference"
	fieldSide         field = "side"
	fieldFlags        field = "flags"
	fieldAlias        field = "alias"
)

// table is a kind of file, common to all systems, named as in a mapping.
type table string

const (
	noTable          table = ""
	accountsTable    table = "accounts"
	contactsTable    table = "contacts"
	dealsTable       table = "deals"
	linesTable       table = "lines"
	productsTable    table = "products"
	rolesTable       table = "roles"
	usersTable       table = "users"
	supplementsTable table = "supplements"
)

// tables lists the tables in order of precedence.
func tables() []table {
	return []table{accountsTable, contactsTable, dealsTable, linesTable, productsTable, rolesTable, usersTable, supplementsTable}
}

// layout is the possible meanings of the columns of a table.
type layout struct {
	fields []field
	// needs are groups of fields. A file of the table must have at least one field of each group.
	needs [][]field
	// shows are further fields. A file needs one of them, unless its name identifies the table.
	shows []field
}

func (t table) layout() layout {
	place := []field{fieldIndustry, fieldCountry, fieldRegion, fieldCity, fieldAddress, fieldPostal}
	person := []field{fieldName, fieldFirst, fieldLast, fieldEmail}
	value := []field{fieldProduct, fieldProductName, fieldCode, fieldFamily, fieldQuantity, fieldPrice, fieldTotal, fieldDiscount}
	switch t {
	case accountsTable:
		shows := slices.Concat(place, []field{fieldParent, fieldOwner, fieldOwnerName, fieldSegment, fieldTier})
		return layout{slices.Concat(shows, []field{fieldID, fieldName, fieldCurrency, fieldDescription, fieldModified, fieldDeleted}),
			[][]field{{fieldName}}, shows}
	case contactsTable:
		return layout{slices.Concat(place, person, []field{fieldID, fieldTitle, fieldAccount, fieldParent, fieldReportsTo, fieldAssistant, fieldInfluence,
			fieldRole, fieldStance, fieldLevel, fieldPower, fieldOrientation, fieldAdaptability, fieldSeniority, fieldGone, fieldChannel, fieldPhone,
			fieldOwner, fieldOwnerName, fieldDescription, fieldNote, fieldModified, fieldDeleted}),
			[][]field{person}, []field{fieldAccount, fieldTitle, fieldReportsTo, fieldRole, fieldLast}}
	case dealsTable:
		return layout{slices.Concat(value, []field{fieldID, fieldName, fieldAccount, fieldStage, fieldState, fieldOutcome, fieldWon,
			fieldClosed, fieldAmount, fieldActual, fieldCurrency, fieldClose, fieldClosedOn, fieldKind, fieldOwner, fieldOwnerName, fieldReason,
			fieldCompetitor, fieldModified, fieldDeleted}),
			[][]field{{fieldID, fieldName}, {fieldAccount, fieldAmount, fieldActual, fieldTotal, fieldClose, fieldClosedOn, fieldProductName},
				{fieldStage, fieldState, fieldWon, fieldClosed}}, nil}
	case linesTable:
		return layout{slices.Concat(value, []field{fieldID, fieldDeal, fieldList, fieldCurrency, fieldDate, fieldDeleted}),
			[][]field{{fieldDeal}, {fieldProduct, fieldProductName, fieldCode}, {fieldQuantity, fieldPrice, fieldTotal}}, nil}
	case productsTable:
		return layout{[]field{fieldID, fieldName, fieldCode, fieldFamily, fieldPrice, fieldCurrency, fieldActive, fieldDescription, fieldDeleted},
			[][]field{{fieldName}}, []field{fieldCode, fieldFamily, fieldPrice}}
	case rolesTable:
		return layout{[]field{fieldContact, fieldDeal, fieldAccount, fieldRole, fieldPrimary, fieldActive, fieldDeleted},
			[][]field{{fieldContact}, {fieldRole}, {fieldDeal, fieldAccount}}, nil}
	case usersTable:
		return layout{[]field{fieldID, fieldName, fieldFirst, fieldLast, fieldAlias, fieldEmail, fieldTitle, fieldRegion, fieldDeleted},
			[][]field{{fieldName, fieldLast}}, []field{fieldEmail, fieldTitle}}
	case supplementsTable:
		return layout{slices.Concat(place, []field{fieldID, fieldContact, fieldEntry, fieldReference, fieldSide, fieldFlags, fieldName, fieldTitle,
			fieldPhone, fieldDate, fieldDescription}), [][]field{{fieldContact}, {fieldEntry}}, nil}
	}
	return layout{}
}

// wordFields returns the fields with a vocabulary.
func wordFields() []field {
	return append(traitFields(), fieldChannel, fieldGone, fieldActive, fieldStage, fieldState, fieldOutcome, fieldKind, fieldCurrency, fieldEntry, fieldSide)
}

// traitFields returns the fields whose words describe a contact, in the order in which the evidence
// quotes them.
func traitFields() []field {
	return []field{fieldInfluence, fieldRole, fieldStance, fieldLevel, fieldPower, fieldOrientation, fieldAdaptability, fieldSeniority}
}

// isDate and isNumber report the fields whose values determine the notation of dates and numbers;
// isCount reports numbers other than amounts.
func (f field) isDate() bool {
	return f == fieldClose || f == fieldClosedOn || f == fieldDate || f == fieldModified
}

func (f field) isNumber() bool {
	switch f {
	case fieldAmount, fieldActual, fieldQuantity, fieldList, fieldPrice, fieldDiscount, fieldTotal:
		return true
	}
	return false
}

func (f field) isCount() bool { return f == fieldQuantity || f == fieldDiscount }

// isReference reports the fields that name a record, either their own or another.
func (f field) isReference() bool {
	switch f {
	case fieldID, fieldParent, fieldOwner, fieldAccount, fieldReportsTo, fieldProduct, fieldDeal, fieldContact:
		return true
	}
	return false
}

// isOne reports whether a record has one value of the field: the first non-empty column's.
func (f field) isOne() bool { return f != fieldNote && f != fieldPhone && f != fieldDescription }

// isOfLine reports whether the field belongs to a line of a deal. isOfDeal reports whether all
// lines of a deal share the field.
func (f field) isOfLine() bool {
	switch f {
	case fieldProduct, fieldProductName, fieldCode, fieldFamily, fieldQuantity, fieldPrice, fieldTotal, fieldDiscount:
		return true
	}
	return false
}

func (f field) isOfDeal() bool {
	return !f.isOfLine() && f != fieldAmount && f != fieldActual && f != fieldNote
}

// isFree reports the fields of names and free text, where "NA" is a country and "None" may be a
// name.
func (f field) isFree() bool {
	switch f {
	case fieldName, fieldFirst, fieldLast, fieldCountry, fieldRegion, fieldDescription, fieldNote:
		return true
	}
	return false
}

// words returns the meanings of the words of a field, from all its columns. Unknown words are
// reported.
func (im *importer) words(r *record, f field) []string {
	var all []string
	for _, c := range r.all(f) {
		all = append(all, im.meanings(r, f, c)...)
	}
	return all
}

// meanings returns the meanings of the words of one value. Semicolons separate words. Other marks
// do so only if all parts are known words.
func (im *importer) meanings(r *record, f field, c cell) []string {
	var all []string
	for text := range strings.SplitSeq(c.text, ";") {
		text = strings.TrimSpace(text)
		if text == "" {
			continue
		}
		meant, known := im.system.translate(f, text)
		if !known {
			meant, known = im.system.translateAll(f, text)
		}
		if !known {
			im.reportWord(r, f, c, text)
		}
		all = append(all, meant...)
	}
	return all
}

// translateAll returns the meanings of several words in one value, if all are known words:
// "Decision Maker, Champion".
func (s *system) translateAll(f field, text string) (all []string, known bool) {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",|/+&\n", r) })
	if len(words) < 2 {
		return nil, false
	}
	for _, word := range words {
		if word = strings.TrimSpace(word); word == "" {
			continue
		}
		meant, known := s.translate(f, word)
		if !known {
			return nil, false
		}
		all = append(all, meant...)
	}
	return all, true
}

// yes reads a boolean. An empty value is false.
func (im *importer) yes(r *record, f field) (yes, said bool) {
	c := r.get(f)
	if c.text == "" {
		return false, false
	}
	if yes, ok := truth(c.text); ok {
		return yes, true
	}
	im.reportWord(r, f, c, c.text)
	return false, false
}

func (im *importer) reportWord(r *record, f field, c cell, text string) {
	if im.wasReported(r.pos(c), text) {
		return
	}
	hint := message.Of("say in the mapping what it means, among the words of %q", f)
	if im.hints++; im.hints <= maxHints {
		if near, ok := spell.Nearest(text, im.system.spellings(f)); ok {
			hint = message.Of("did you mean %q? If not, %s", near, hint)
		}
	}
	im.WarnOf(text, r.pos(c), accountmap.ErrInvalidValue, hint, "%s: the word %q is unknown and is ignored", c.heading, text)
}

// date reads the date of a field. An unreadable date is reported, and is zero.
func (im *importer) date(r *record, f field) accountmap.Date {
	c := r.get(f)
	if d, ok := values.SerialDay(c.text); ok {
		im.WarnOf(c.heading, r.pos(c), accountmap.ErrInvalidValue, report.SerialHint(), "%s: %q is a spreadsheet's day number, and is read as %s", c.heading, c.text, problems.Text(d.String()))
		return d
	}
	d, err := c.spelling().Date(c.text)
	im.reportValue(r, c, err)
	return d
}

// number reads the number of a field. An unreadable number is reported, and is 0.
func (im *importer) number(r *record, f field) float64 {
	c := r.get(f)
	n, err := c.spelling().Number(c.text)
	im.reportValue(r, c, err)
	im.reportZero(r, c)
	return n
}

// money reads the amount of a field. Its currency is empty if it equals the currency of the
// account.
func (im *importer) money(r *record, f field, currency accountmap.Currency) accountmap.Money {
	c := r.get(f)
	if c.text == "" {
		return accountmap.Money{}
	}
	m, rounded, err := c.spelling().Money(c.text, cmp.Or(currency, im.account.Currency))
	if err != nil {
		im.reportValue(r, c, err)
		return accountmap.Money{}
	}
	m.Currency = cmp.Or(m.Currency, currency)
	im.reportZero(r, c)
	if rounded && !im.wasReported(r.pos(c), c.text) {
		im.WarnOf(c.heading, r.pos(c), accountmap.ErrInvalidValue, message.Of("no action needed unless such small amounts matter"),
			"%s: %q has more decimals than the currency, and is rounded to %s", c.heading, c.text, problems.Text(im.inAccount(m).Format(im.account.Currency)))
	}
	return im.inAccount(m)
}

// inAccount returns an amount in the form of the account: without the account's own currency, and
// unknown if it is 0.
func (im *importer) inAccount(m accountmap.Money) accountmap.Money {
	if m.Currency == im.account.Currency {
		m.Currency = ""
	}
	if m.Minor == 0 {
		return accountmap.Money{}
	}
	return m
}

// exact reads the number of a field without rounding. It returns nil for a missing number and for
// an unreadable number, which is reported.
func (im *importer) exact(r *record, f field) *big.Rat {
	c := r.get(f)
	n, _, err := c.spelling().Exact(c.text, im.account.Currency)
	im.reportValue(r, c, err)
	return n
}

func (im *importer) reportValue(r *record, c cell, err error) {
	if err == nil || im.wasReported(r.pos(c), c.text) {
		return
	}
	detail, hint := problems.Explain(err)
	if e, ok := errors.AsType[*values.Ambiguity](err); ok {
		if hint = message.Of(`say which mark is before decimals: "decimalMark": "." or "decimalMark": "," in the mapping`); e.Days {
			hint = message.Of(`say which comes first: "dateOrder": "day-month" or "dateOrder": "month-day" in the mapping`)
		}
	}
	im.Gather(c.heading+problems.Pattern(detail+hint), accountmap.Problem{Level: accountmap.LevelWarning, Code: accountmap.ErrInvalidValue, Pos: r.pos(c),
		Detail: c.heading + ": " + detail, Hint: hint})
}

// wasReported reports whether a text at a place was already reported, since a value may be read
// several times.
func (im *importer) wasReported(pos accountmap.Pos, text string) bool {
	k := reported{pos, text}
	if im.reported[k] {
		return true
	}
	if im.reported == nil {
		im.reported = map[reported]bool{}
	}
	im.reported[k] = true
	return false
}

type reported struct {
	pos  accountmap.Pos
	text string
}
