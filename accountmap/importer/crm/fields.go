package crm

import (
	"slices"
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
