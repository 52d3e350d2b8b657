package crm

import "slices"

// table is a kind of file, in the words of no system.
type table struct {
	name string
	// fields are what its columns may mean, and needs those without which it is not that table: one at least of each group.
	fields []string
	needs  [][]string
}

// The fields of which a record keeps every column, and of which it keeps none; and the one that says of a record that it is deleted.
const (
	fieldNote    = "note"
	fieldIgnore  = "ignore"
	fieldDeleted = "deleted"
)

// tables returns the tables in the order in which they are tried.
func tables() []table {
	return []table{
		{"accounts", []string{"id", "name", "parent", "owner", "ownerName", "industry", "segment", "tier", "country", "region", "city",
			"address", "postal", "currency", "description", "modified", fieldDeleted}, [][]string{{"name"}}},
		{"contacts", []string{"id", "name", "first", "last", "title", "account", "reportsTo", "assistant", "influence", "role", "stance",
			"level", "power", "orientation", "adaptability", "seniority", "gone", "channel", "email", "phone", "owner", "ownerName",
			"description", fieldNote, "modified", fieldDeleted}, [][]string{{"name", "last", "first", "email"}}},
		{"deals", []string{"id", "name", "account", "stage", "state", "outcome", "won", "closed", "amount", "actual", "currency", "close",
			"closedOn", "kind", "owner", "ownerName", "reason", "competitor", "product", "productName", "code", "family", "quantity", "price",
			"total", "modified", fieldDeleted}, [][]string{{"id", "name"}, {"stage", "state", "won", "closed"}}},
		{"lines", []string{"id", "deal", "product", "productName", "code", "family", "quantity", "list", "price", "discount", "total",
			"currency", "date", fieldDeleted}, [][]string{{"deal"}, {"product", "productName", "code"}, {"quantity", "price", "total"}}},
		{"products", []string{"id", "name", "code", "family", "price", "currency", "active", "description", fieldDeleted}, [][]string{{"name"}}},
		{"roles", []string{"contact", "deal", "account", "role", "primary", "active", fieldDeleted}, [][]string{{"contact"}, {"role"}, {"deal", "account"}}},
		{"users", []string{"id", "name", "first", "last", "email", "title", "region", fieldDeleted}, [][]string{{"name", "last"}}},
	}
}

func tableNamed(name string) (table, bool) {
	all := tables()
	i := slices.IndexFunc(all, func(t table) bool { return t.name == name })
	if i < 0 {
		return table{}, false
	}
	return all[i], true
}

// wordFields are the fields whose words have meanings, in the order in which a contact's are told.
func wordFields() []string {
	return []string{"influence", "role", "stance", "level", "power", "orientation", "adaptability", "seniority", "channel", "gone", "active",
		"stage", "state", "outcome", "kind", "currency"}
}

// isDate and isNumber say of which fields a file shows how it spells dates and numbers, and isCount which of these are no amounts.
func isDate(field string) bool {
	return slices.Contains([]string{"close", "closedOn", "date", "modified"}, field)
}

func isNumber(field string) bool {
	return slices.Contains([]string{"amount", "actual", "quantity", "list", "price", "discount", "total"}, field)
}

func isCount(field string) bool { return field == "quantity" || field == "discount" }
