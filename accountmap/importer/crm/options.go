package crm

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/mapping"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
)

// System is a CRM.
type System string

// The systems whose exports are known.
const (
	Salesforce System = "salesforce"
	HubSpot    System = "hubspot"
	Dynamics   System = "dynamics"
)

// Systems lists the systems.
func Systems() []System { return []System{Salesforce, HubSpot, Dynamics} }

// The codes of problems that only an import finds.
const (
	// ErrUnknownFile: a file that is no known table, or no known table among the files.
	ErrUnknownFile accountmap.Code = "unknown-file"
	// ErrUnknownColumn (a warning): a column with values that has no place in an account.
	ErrUnknownColumn accountmap.Code = "unknown-column"
	// ErrNoColumn (a warning): a file of deals in which no column is known to decide how they stand, or what they are worth.
	ErrNoColumn accountmap.Code = "no-column"
	// ErrNoRoot: the export has several accounts without a parent and the options do not say which is the client, or the one that they name is
	// not there.
	ErrNoRoot accountmap.Code = "no-root"
	// ErrLeftOut (a warning): rows that are not part of the account, such as contacts of other clients.
	ErrLeftOut accountmap.Code = "left-out"
	// ErrContradiction (a warning): a contact who is described both as for us and against us.
	ErrContradiction accountmap.Code = "contradiction"
)

// Options add what an export does not say. Nil and the zero Options leave everything to be detected.
type Options struct {
	// System is the system that wrote the files. Empty means the one whose columns they have.
	System System
	// Root is the id or the name of the account that is the client; accounts above and beside it are left out. Empty means the only one without
	// a parent.
	Root string
	// Currency is the currency of the account. Empty means that of most deals.
	Currency accountmap.Currency
	// AsOf is the day of the export. Zero means the latest day on which a record was changed or a deal closed.
	AsOf accountmap.Date
	// DecimalMark is "." or ",", and DateOrder "day-month" or "month-day". Empty means as the other values in the same file show.
	DecimalMark, DateOrder string
	// Mapping overrides the mapping of the system. Nil means nothing.
	Mapping *Mapping
}

// check returns what is wrong with the options.
func (o *Options) check() accountmap.Problems {
	var problems accountmap.Problems
	wrong := func(err error) {
		problems = append(problems, accountmap.Problem{Severity: accountmap.SeverityError, Code: accountmap.ErrInvalidValue, Path: "options",
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
