// Package crm imports the exports of a CRM: a folder of CSV files of Salesforce, HubSpot, Dynamics
// 365, ACT! or GoldMine becomes one account.
//
// [Import] recognises each file by its name and its columns together, as labels or as API names in
// any case. It detects which system wrote the files, their encoding and separator, and the notation
// of dates and amounts. The known labels are English. From a system in another language, export API
// names, or map its labels in a [Mapping], as for any other system. These tables are known:
//
//	accounts     Account (Salesforce), companies (HubSpot), accounts (Dynamics 365), Companies (ACT!)
//	contacts     Contact; contacts; contacts; Contacts; CONTACT1 (GoldMine), of which the companies are the accounts
//	deals        Opportunity, also with the products of each on rows of their own; deals; opportunities; Opportunities
//	lines        OpportunityLineItem; line items; opportunity products
//	products     Product2; products; products; Products
//	roles        OpportunityContactRole, AccountContactRole, AccountContactRelation
//	users        User, which gives the owners of records their names
//	supplements  CONTSUPP (GoldMine): further contacts, e-mail addresses, profiles and referrals
//
// The name of a file counts before a likeness of columns: Asset.csv and Lead.csv are not read,
// though they have the columns of accounts and contacts. A file whose name says nothing is the
// table that its columns fit. [Mapping] can name the files of a table.
//
// # Records
//
// A record is known by its id. Ids of zeros refer to nothing. Rows of one id that agree are one
// record. Where they contradict each other, the first counts, and both values are reported. Of a
// deal in several stages, the row that was changed last counts, or else the row that closes it, or
// else the row with the later day, or else the row with the later stage. Without ids, rows are one record only when they are equal in
// every column. Rows that name products are lines of one deal only when all their values about the
// deal agree. A reference without an id is a name: the exact name, or else the only name that
// differs in case alone.
//
// # Units, contacts, coverage
//
// The client is one account of the export: [Options.Root], or the only account without a parent.
// The client and the accounts below it become units, in the order of the tree. Rows of other
// accounts are left out. Contacts belong to the unit of their account. A contact of another account
// with a role within the client is external; a contact without an account has no unit.
//
// Buying roles and buyer attributes become stance and roles, which a CRM does not distinguish:
// champion and blocker are stances, decision maker is a role. Somebody called both champion and
// blocker has no stance. The contact's evidence keeps the source's words and the names of their
// columns, and so says how a stance is known:
//
//	evidence: {source: "Salesforce: Buyer Attributes = Champion;DecisionMaker, Role = Economic Buyer, IsPrimary = true", date: 2026-10-01}
//
// Deals become coverage, product by product, by their stages. A won deal makes the cell sold and
// each of its lines an order; the value of the cell is what was won in the year up to the day of
// the account. Open deals make it an opportunity or proposed, with their sum as potential. A lost
// deal makes it a gap, or the competitor's if one is named, with the reason, and with its amount as
// potential. Of several deals in a cell a won deal decides, then an open deal, then the latest lost
// deal. Lines without amounts share the amount of their deal evenly. A deal that names no product
// is in no cell. The name of a deal, and the expected closing day of an open one, have no place in
// an account. Amounts in other currencies stay in orders and are not summed.
//
// The owners of accounts, contacts and deals become the team, and the owner of an account looks
// after its unit. Products that are no longer sold and that nobody bought are left out. The
// referrals of GoldMine become endorsements.
//
// # Problems
//
// Nothing is dropped silently. Every column with values that has no place in an account, every word
// without a known meaning and every reference to something missing is a problem with file, line and
// column. Problems that differ only in their row are one line, with their number and the next
// places. Titles above the headings of a file, and rows of sums, are no records. These are
// warnings: the account is complete without the rows and values that they name. Errors make an
// account impossible: a file that is not text, no file of a known table, several accounts at the
// top. Records that the system marks as deleted are left out. Technical columns (SystemModstamp,
// Row Checksum and the like) are ignored, as are columns that repeat another. Of several columns
// with one meaning, the first with a value is read. A telephone number in another column goes into
// the contact's notes; other text is reported.
//
// # Mapping
//
// The meaning of columns and words is data: the JSON files in the folder systems, one for each
// system and one for all. [Mapping] has the same form, and [Options.Mapping] overrides them: for a
// stage or column of your own, or a column to ignore. It also settles ambiguities: the decimal
// mark, the order of dates, and the table of a file.
//
// All functions of the package are safe for concurrent use.
package crm
