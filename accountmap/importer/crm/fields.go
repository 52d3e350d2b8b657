package crm

import (
	"slices"
)

// field is a meaning of a column.
type field uint8

// The fields. A record keeps every column of fieldNote and none of fieldIgnore.
const (
	noField field = iota
	fieldIgnore
	fieldNote
	fieldID
	fieldName
	fieldParent
	fieldOwner
	fieldOwnerName
	fieldIndustry
	fieldSegment
	fieldTier
	fieldCountry
	fieldRegion
	fieldCity
	fieldAddress
	fieldPostal
	fieldCurrency
	fieldDescription
	fieldModified
	fieldDeleted
	fieldFirst
	fieldLast
	fieldTitle
	fieldAccount
	fieldReportsTo
	fieldAssistant
	fieldInfluence
	fieldRole
	fieldStance
	fieldLevel
	fieldPower
	fieldOrientation
	fieldAdaptability
	fieldSeniority
	fieldGone
	fieldChannel
	fieldEmail
	fieldPhone
	fieldStage
	fieldState
	fieldOutcome
	fieldWon
	fieldClosed
	fieldAmount
	fieldActual
	fieldClose
	fieldClosedOn
	fieldKind
	fieldReason
	fieldCompetitor
	fieldProduct
	fieldProductName
	fieldCode
	fieldFamily
	fieldQuantity
	fieldPrice
	fieldTotal
	fieldDeal
	fieldList
	fieldDiscount
	fieldDate
	fieldActive
	fieldContact
	fieldPrimary
	fieldEntry
	fieldReference
	fieldSide
	fieldFlags
	fieldCount
)

// String returns the name of a field in a mapping.
func (f field) String() string {
	return [fieldCount]string{
		fieldIgnore: "ignore", fieldNote: "note", fieldID: "id", fieldName: "name", fieldParent: "parent",
		fieldOwner: "owner", fieldOwnerName: "ownerName", fieldIndustry: "industry", fieldSegment: "segment", fieldTier: "tier",
		fieldCountry: "country", fieldRegion: "region", fieldCity: "city", fieldAddress: "address", fieldPostal: "postal",
		fieldCurrency: "currency", fieldDescription: "description", fieldModified: "modified", fieldDeleted: "deleted", fieldFirst: "first",
		fieldLast: "last", fieldTitle: "title", fieldAccount: "account", fieldReportsTo: "reportsTo", fieldAssistant: "assistant",
		fieldInfluence: "influence", fieldRole: "role", fieldStance: "stance", fieldLevel: "level", fieldPower: "power",
		fieldOrientation: "orientation", fieldAdaptability: "adaptability", fieldSeniority: "seniority", fieldGone: "gone", fieldChannel: "channel",
		fieldEmail: "email", fieldPhone: "phone", fieldStage: "stage", fieldState: "state", fieldOutcome: "outcome",
		fieldWon: "won", fieldClosed: "closed", fieldAmount: "amount", fieldActual: "actual", fieldClose: "close",
		fieldClosedOn: "closedOn", fieldKind: "kind", fieldReason: "reason", fieldCompetitor: "competitor", fieldProduct: "product",
		fieldProductName: "productName", fieldCode: "code", fieldFamily: "family", fieldQuantity: "quantity", fieldPrice: "price",
		fieldTotal: "total", fieldDeal: "deal", fieldList: "list", fieldDiscount: "discount", fieldDate: "date",
		fieldActive: "active", fieldContact: "contact", fieldPrimary: "primary", fieldEntry: "entry", fieldReference: "reference",
		fieldSide: "side", fieldFlags: "flags",
	}[f]
}

// fieldNamed returns the field of a name in a mapping, and [noField] for an unknown one.
func fieldNamed(name string) field {
	for f := noField + 1; f < fieldCount; f++ {
		if f.String() == name {
			return f
		}
	}
	return noField
}

// table is a kind of file, whatever the system.
type table uint8

const (
	noTable table = iota
	accountsTable
	contactsTable
	dealsTable
	linesTable
	productsTable
	rolesTable
	usersTable
	supplementsTable
	tableCount
)

// tables lists the tables in the order in which they are tried.
func tables() []table {
	var all []table
	for t := noTable + 1; t < tableCount; t++ {
		all = append(all, t)
	}
	return all
}

// String returns the name of a table in a mapping.
func (t table) String() string { return t.layout().name }

// tableNamed returns the table of a name in a mapping, and [noTable] for an unknown one.
func tableNamed(name string) table {
	for _, t := range tables() {
		if t.String() == name {
			return t
		}
	}
	return noTable
}

// layout is the possible meanings of the columns of a table.
type layout struct {
	name   string
	fields []field
	// needs are the groups of fields that a file of the table must have: at least one field of each
	// group.
	needs [][]field
	// shows are further fields; a file needs one of them, unless its name tells the table.
	shows []field
}

func (t table) layout() layout {
	place := []field{fieldIndustry, fieldCountry, fieldRegion, fieldCity, fieldAddress, fieldPostal}
	person := []field{fieldName, fieldFirst, fieldLast, fieldEmail}
	value := []field{fieldProduct, fieldProductName, fieldCode, fieldFamily, fieldQuantity, fieldPrice, fieldTotal, fieldDiscount}
	switch t {
	case accountsTable:
		shows := slices.Concat(place, []field{fieldParent, fieldOwner, fieldOwnerName, fieldSegment, fieldTier})
		return layout{"accounts", slices.Concat(shows, []field{fieldID, fieldName, fieldCurrency, fieldDescription, fieldModified, fieldDeleted}),
			[][]field{{fieldName}}, shows}
	case contactsTable:
		return layout{"contacts", slices.Concat(place, person, []field{fieldID, fieldTitle, fieldAccount, fieldParent, fieldReportsTo, fieldAssistant, fieldInfluence,
			fieldRole, fieldStance, fieldLevel, fieldPower, fieldOrientation, fieldAdaptability, fieldSeniority, fieldGone, fieldChannel, fieldPhone,
			fieldOwner, fieldOwnerName, fieldDescription, fieldNote, fieldModified, fieldDeleted}),
			[][]field{person}, []field{fieldAccount, fieldTitle, fieldReportsTo, fieldRole, fieldLast}}
	case dealsTable:
		return layout{"deals", slices.Concat(value, []field{fieldID, fieldName, fieldAccount, fieldStage, fieldState, fieldOutcome, fieldWon,
			fieldClosed, fieldAmount, fieldActual, fieldCurrency, fieldClose, fieldClosedOn, fieldKind, fieldOwner, fieldOwnerName, fieldReason,
			fieldCompetitor, fieldModified, fieldDeleted}),
			[][]field{{fieldID, fieldName}, {fieldAccount, fieldAmount, fieldActual, fieldTotal, fieldClose, fieldClosedOn, fieldProductName},
				{fieldStage, fieldState, fieldWon, fieldClosed}}, nil}
	case linesTable:
		return layout{"lines", slices.Concat(value, []field{fieldID, fieldDeal, fieldList, fieldCurrency, fieldDate, fieldDeleted}),
			[][]field{{fieldDeal}, {fieldProduct, fieldProductName, fieldCode}, {fieldQuantity, fieldPrice, fieldTotal}}, nil}
	case productsTable:
		return layout{"products", []field{fieldID, fieldName, fieldCode, fieldFamily, fieldPrice, fieldCurrency, fieldActive, fieldDescription, fieldDeleted},
			[][]field{{fieldName}}, []field{fieldCode, fieldFamily, fieldPrice}}
	case rolesTable:
		return layout{"roles", []field{fieldContact, fieldDeal, fieldAccount, fieldRole, fieldPrimary, fieldActive, fieldDeleted},
			[][]field{{fieldContact}, {fieldRole}, {fieldDeal, fieldAccount}}, nil}
	case usersTable:
		return layout{"users", []field{fieldID, fieldName, fieldFirst, fieldLast, fieldEmail, fieldTitle, fieldRegion, fieldDeleted},
			[][]field{{fieldName, fieldLast}}, []field{fieldEmail, fieldTitle}}
	case supplementsTable:
		return layout{"supplements", slices.Concat(place, []field{fieldID, fieldContact, fieldEntry, fieldReference, fieldSide, fieldFlags, fieldName, fieldTitle,
			fieldPhone, fieldDate, fieldDescription}), [][]field{{fieldContact}, {fieldEntry}}, nil}
	}
	return layout{}
}

// wordFields are the fields whose words have meanings.
func wordFields() []field {
	return append(traitFields(), fieldChannel, fieldGone, fieldActive, fieldStage, fieldState, fieldOutcome, fieldKind, fieldCurrency, fieldEntry, fieldSide)
}

// traitFields are the fields whose words describe a contact, in the order of quotation in the
// evidence.
func traitFields() []field {
	return []field{fieldInfluence, fieldRole, fieldStance, fieldLevel, fieldPower, fieldOrientation, fieldAdaptability, fieldSeniority}
}

// isDate and isNumber report the fields that show the notation of dates and numbers; isCount the
// numbers other than amounts.
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

// isReference reports the fields that name a record, its own or another.
func (f field) isReference() bool {
	switch f {
	case fieldID, fieldParent, fieldOwner, fieldAccount, fieldReportsTo, fieldProduct, fieldDeal, fieldContact:
		return true
	}
	return false
}
