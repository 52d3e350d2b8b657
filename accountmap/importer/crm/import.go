// Package crm imports the exports of a CRM: a folder of CSV files of Salesforce, HubSpot, Dynamics
// 365, ACT!, GoldMine or SugarCRM becomes one account.
//
// [Import] recognises each file by its name and its columns together, as labels or as API names in
// any case. It detects the system that wrote the files, their encoding and separator, and the
// notation of dates and amounts. The known labels are English. From a system in another language,
// export API names, or map its labels in a [Mapping], as for any other system. These tables are
// known:
//
//	accounts     Account (Salesforce), companies (HubSpot), accounts (Dynamics 365), Companies (ACT!)
//	contacts     Contact; contacts; contacts; Contacts; CONTACT1 (GoldMine), whose companies are the accounts
//	deals        Opportunity, also with the products of each on rows of their own; deals; opportunities; Opportunities
//	lines        OpportunityLineItem; line items; opportunity products
//	products     Product2; products; products; Products
//	roles        OpportunityContactRole, AccountContactRole, AccountContactRelation
//	users        User, which gives the owners of records their names
//	supplements  CONTSUPP (GoldMine): further contacts, e-mail addresses, profiles and referrals
//
// The name of a file takes precedence over similar columns: Asset.csv and Lead.csv are not read,
// though they have the columns of accounts and contacts. A file with an unknown name is the table
// that its columns fit. [Mapping] can name the files of a table.
//
// # Records
//
// The id identifies a record. Ids of zeros refer to nothing. Rows of one id that agree are one
// record. If they contradict each other, the first counts, and both values are reported. For a deal
// in several stages, one row counts. The criteria are, in order: the last change, a known stage,
// closing the deal, the later day, and the later stage. Without ids, rows are one record only if
// they are equal in every column. Rows that name products are lines of one deal only if all their
// values about the deal agree. A reference without an id is a name: the exact name, or else a
// unique name that differs only in case.
//
// # Units, contacts, coverage
//
// The client is one account of the export: [Options.Root], or the only account without a parent.
// The client and the accounts below it become units, in the order of the tree. Rows of other
// accounts are left out. Contacts belong to the unit of their account. A contact of another account
// with a role within the client is external; a contact without an account has no unit.
//
// Buying roles and buyer attributes, which a CRM does not distinguish, become the stance and the
// roles: champion and blocker are stances, decision maker is a role. A contact who is both champion
// and blocker has no stance. The evidence of a contact contains the words of the source with the
// names of their columns, and so shows the reason for a stance:
//
//	evidence: {source: "Salesforce: Buyer Attributes = Champion;DecisionMaker, Role = Economic Buyer, IsPrimary = true", date: 2026-10-01}
//
// Deals become coverage by their stages, one cell for each product. A won deal makes the cell sold,
// and each of its lines an order. The value of the cell is the sum of the deals won in the year up
// to the day of the account. Open deals make the cell an opportunity or proposed, with their sum as
// potential. A lost deal makes the cell a gap, or the competitor's if one is named, with the
// reason, and with its amount as potential. If a cell has several deals, a won deal decides, then
// an open deal, then the latest lost deal. Lines without amounts share the amount of their deal
// evenly. A deal that names no product is in no cell. An account has no field for the name of a
// deal and the expected closing day of an open deal. Amounts in other currencies stay in orders and
// are not summed.
//
// The owners of accounts, contacts and deals become the team, and the owner of an account becomes
// responsible for its unit. Products that are no longer sold and that nobody bought are left out.
// The referrals of GoldMine become endorsements.
//
// # Problems
//
// Nothing is dropped silently. Three things are problems with file, line and column: a column with
// values that has no equivalent in an account, a word without a known meaning, and a reference to
// something missing. Problems that differ only in their row are one line, with their number and the
// next places. Titles above the headings of a file, and rows of sums, are not records. These
// problems are warnings: the account is complete without the rows and values that they name. Errors
// make an account impossible: a file that is not text, no file of a known table, several accounts
// at the top. Records that the system marks as deleted are left out. Technical columns
// (SystemModstamp, Row Checksum and the like) and columns that repeat another are ignored. If
// several columns have one meaning, the first with a value is read. A telephone number in another
// of them goes into the contact's notes; other text is reported.
//
// # Mapping
//
// The meaning of columns and words is data: the JSON files in the folder systems, one for each
// system and one for all. [Mapping] has the same form, and [Options.Mapping] overrides the files:
// it maps a custom stage or column, or ignores a column. It also resolves ambiguities: the decimal
// mark, the order of dates, and the table of a file.
//
// All functions of the package are safe for concurrent use.
package crm

import (
	"cmp"
	"hash/maphash"
	"io/fs"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

// Import reads the exported CSV files in a folder, such as the FS of an [os.Root], and makes one
// account of them. Nil options mean the defaults. The lists of the account are in the order of the
// rows, with files by name; coverage is by unit and product. If there are errors, the error wraps
// [accountmap.Problems] with all of them, and the account is nil if it could not be made. Warnings
// alone are not an error; [Check] returns them.
func Import(folder fs.FS, opts *Options) (*accountmap.Account, error) {
	a, problems := Check(folder, opts)
	return a, problems.Err()
}

// Check is [Import] for callers who need every problem, including warnings: problems of the files,
// in few lines, and problems that [accountmap.Validate] finds in the account. If no problem is an
// error, [accountmap.New] accepts the account.
func Check(folder fs.FS, opts *Options) (*accountmap.Account, accountmap.Problems) {
	if opts == nil {
		opts = &Options{}
	}
	if problems := opts.check(); len(problems) > 0 {
		return nil, problems
	}
	im := &importer{opts: opts, account: &accountmap.Account{Format: accountmap.FormatVersion}, records: map[table][]*record{}, places: map[string][]accountmap.Pos{},
		rivals: map[string]accountmap.CompetitorID{}}
	if !im.read(folder) || !im.build() {
		return nil, im.All()
	}
	im.validate()
	return im.account, im.All()
}

type importer struct {
	problems.List
	opts    *Options
	system  *system
	records map[table][]*record
	// merged are the further rows of records, and count for the day of the account.
	merged  []*record
	account *accountmap.Account
	// places holds the source of each entry, by list of the account.
	places map[string][]accountmap.Pos
	// reported holds the invalid values already reported.
	reported map[reported]bool
	// hints counts the searches for near names.
	hints int

	clients   *clients
	team      *team
	people    *people
	catalog   *catalog
	referrals []referral
	deals     []*deal
	dealsBy   *index
	linesBy   *index
	// dealsLike maps the [dealValues] of a row to its deal.
	dealsLike map[string]*deal
	// rivals maps the key of a name to the competitor.
	rivals map[string]accountmap.CompetitorID
}

// read reads the files. It reports whether any of them has rows of a known table.
func (im *importer) read(folder fs.FS) bool {
	files := readHeadings(folder, &im.List)
	system, sources, ok := recognise(files, im.opts, &im.List)
	if !ok {
		return false
	}
	im.system = system
	m := im.opts.Mapping
	if m == nil {
		m = &Mapping{}
	}
	own, err := values.NewSpelling(cmp.Or(im.opts.DecimalMark, m.DecimalMark), cmp.Or(im.opts.DateOrder, m.DateOrder))
	if err != nil { // the mappings are already checked
		return false
	}
	left, seed := &budget{maxRows, maxBytes}, maphash.MakeSeed()
	var sheets []*sheet
	var all values.Spelling // one program wrote all files
	for _, src := range sources {
		s, ok := load(folder, src, seed, left, &im.List)
		if !ok {
			return false
		}
		sheets, all = append(sheets, s), all.And(s.spelling)
		im.records[s.table] = append(im.records[s.table], s.records...)
	}
	for _, s := range sheets {
		s.spelling = own.Or(s.spelling).Or(all)
	}
	im.leaveOutDeleted()
	im.reportMissing(sheets)
	if len(im.records[accountsTable]) == 0 && len(im.records[contactsTable]) == 0 && len(im.records[dealsTable]) == 0 {
		if im.All().HasErrors() {
			return false
		}
		im.Err(accountmap.Pos{}, ErrUnknownFile, message.Of("there is no file with accounts, contacts or deals of %s", system.title),
			message.Of("give the folder that holds the exported CSV files"))
		return false
	}
	return true
}

// leaveOutDeleted removes the records in the recycle bin of the CRM, which some exports include.
// Other records still name deleted products and users.
func (im *importer) leaveOutDeleted() {
	for _, t := range tables() {
		if t == productsTable || t == usersTable {
			continue
		}
		im.records[t] = slices.DeleteFunc(im.records[t], func(r *record) bool {
			deleted, _ := im.yes(r, fieldDeleted)
			if deleted {
				im.Warn(r.pos(r.get(fieldDeleted)), ErrLeftOut, message.Of("no action needed unless it should be restored there"), "the record is deleted or archived in the CRM, and is ignored")
			}
			return deleted
		})
	}
}

// build makes the account. It reports whether the export has a client.
func (im *importer) build() bool {
	im.merge()
	im.readTeam()
	if !im.readClients() {
		return false
	}
	im.addUnits()
	im.readProducts()
	im.readDeals()
	im.account.Currency = im.findCurrency()
	im.account.AsOf = im.findDay()
	im.addContacts()
	im.addCoverage()
	im.addProducts()
	im.reportUnneeded()
	im.account.Team = im.team.members
	return true
}

// findDay returns the day of the account: the option, or else the latest day on which a record was
// changed or a deal closed. It ignores a day that is probably mistyped.
func (im *importer) findDay() accountmap.Date {
	if !im.opts.AsOf.IsZero() {
		return im.opts.AsOf
	}
	days := report.Days{}
	see := func(rows []*record) {
		for _, r := range rows {
			days.See(im.date(r, fieldModified), r.pos(r.get(fieldModified)))
		}
	}
	for _, t := range tables() {
		see(im.records[t])
	}
	see(im.merged)
	for _, d := range im.deals {
		if !d.open {
			days.See(d.date, d.rec.pos(d.rec.get(fieldClose)))
		}
	}
	return days.Last(&im.List, message.Of("correct it in the CRM, or say the day of the export as Options.AsOf, -as-of"))
}

// findCurrency returns the currency of the account: the caller's, or else the most frequent
// currency of the deals. In a tie, the first by alphabet counts.
func (im *importer) findCurrency() accountmap.Currency {
	if im.opts.Currency != "" {
		return im.opts.Currency
	}
	counts := map[accountmap.Currency]int{}
	for _, d := range im.deals {
		if c := im.currencyOf(d.rec); c != "" {
			counts[c]++
		}
	}
	if root := im.clients.units[im.clients.root].rec; len(counts) == 0 && root != nil {
		return im.currencyOf(root)
	}
	var best accountmap.Currency
	for c, n := range counts {
		if n > counts[best] || n == counts[best] && cmp.Less(c, best) {
			best = c
		}
	}
	return best
}

// currencyOf returns the currency that a row names, in a column for currencies, with its amount, or
// in the heading of its amount.
func (im *importer) currencyOf(r *record) accountmap.Currency {
	if c := r.get(fieldCurrency); c.text != "" {
		if meant := im.words(r, fieldCurrency); len(meant) > 0 {
			return accountmap.Currency(meant[0])
		}
	}
	var inHeading accountmap.Currency
	for _, f := range []field{fieldActual, fieldAmount, fieldTotal, fieldPrice} {
		c := r.get(f)
		if m, _, err := c.spelling().Money(c.text, ""); err == nil && m.Currency != "" {
			return m.Currency
		}
		if c.text != "" {
			inHeading = cmp.Or(inHeading, values.CurrencyIn(c.heading))
		}
	}
	return inHeading
}

// validate reports the problems of the account at their places in the files.
func (im *importer) validate() {
	for _, p := range accountmap.Validate(im.account) {
		if p.Code == accountmap.ErrMixedCurrencies {
			continue // reported for each amount
		}
		p.Pos = im.placeOf(p.Path)
		im.Add(p)
	}
}

func (im *importer) placed(list string, pos accountmap.Pos) {
	im.places[list] = append(im.places[list], pos)
}

// placeOf returns the source of the entry at a path such as "contacts[3].reportsTo".
func (im *importer) placeOf(path string) accountmap.Pos {
	list, i, ok := schema.ParsePath(path).Entry()
	if !ok || i >= len(im.places[list]) {
		return accountmap.Pos{}
	}
	return im.places[list][i]
}
