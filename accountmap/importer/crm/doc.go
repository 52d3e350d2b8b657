// Package crm imports the exports of a CRM: a folder of CSV files of Salesforce, HubSpot, Dynamics 365, ACT! or GoldMine becomes one account.
//
// [Import] recognises each file by its name and its columns together, as labels or as API names in any case. It detects which system wrote the
// files, their encoding and separator, and the notation of dates and amounts. Labels are those of English exports. From a system in another
// language, export API names, or give the meaning of its labels in a [Mapping], as for any other system. These tables are known:
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
// The name of a file counts before a likeness of columns: Asset.csv and Lead.csv are not read, though they have the columns of accounts and
// contacts. A file with a name that says nothing is the table of which it has the columns. [Mapping] can name the files of a table.
//
// # What is a record
//
// A record is known by its id. Ids of zeros refer to nothing. Rows of one id that say the same are one record; where they contradict each other,
// the first counts, and both values are reported. Of a deal in several stages the row counts that was changed last, or else the one that closes
// it, or else the one with the later day. Without ids, rows are one record only when they are alike in every column, and rows that name
// products are lines of one deal only when all that they say of the deal agrees. A reference without an id is a name: to the letter, or else in
// any case, if only one record has it.
//
// # What becomes of them
//
// The client is one account of the export: [Options.Root], or the only one without a parent. It and the accounts below it become units, in the
// order of the tree; what belongs to other accounts is left out. Contacts belong to the unit of their account. A contact of an account outside
// the client who has a role within it is external; one without an account has no unit.
//
// Buying roles and buyer attributes become stance and roles, which a CRM does not distinguish: champion and blocker are stances, decision maker
// is a role. Somebody called both champion and blocker has no stance. The words of the source and the names of their columns are kept in the
// contact's evidence, which says how a stance is known:
//
//	evidence: {source: "Salesforce: Buyer Attributes = Champion;DecisionMaker, Role = Economic Buyer, IsPrimary = true", date: 2026-10-01}
//
// Deals become coverage, product by product, by their stages. A won deal makes the cell sold and each of its lines an order; the value of the
// cell is what was won in the year up to the day of the account. Open deals make it an opportunity or proposed, with their sum as potential. A
// lost deal makes it a gap, or the competitor's if one is named, with the reason, and with what it would have been worth as potential. Of
// several deals in a cell a won one decides, then an open one, then the latest lost. The amount of a deal whose lines have none is shared evenly
// among them. A deal that names no product is in no cell. The name of a deal, and the expected closing day of an open one, have no place in an
// account. Amounts in other currencies than the account's stay in orders and are not summed.
//
// The owners of accounts, contacts and deals become the team, and the owner of an account looks after its unit. Products that are no longer sold
// and that nobody bought are left out. The referrals of GoldMine become endorsements.
//
// # What is reported
//
// Nothing is dropped silently. Every column with values that has no place in an account, every word without a known meaning and every reference
// to something missing is a problem with file, line and column. Problems that differ only in their row are one line, with their number and the
// next places. Titles above the headings of a file, and rows of sums, are no records. These are warnings, and the account is complete without what they are about. Errors are what makes an account impossible: a file
// that is not text, no file of a known table, several accounts at the top. Records that the system marks as deleted are left out. Columns that
// it keeps for itself (SystemModstamp, Row Checksum and the like) are ignored, and so are those that repeat another. Of several columns with one
// meaning the first that has a value is read; a telephone number in another is kept in the contact's notes, and other text is reported.
//
// # Mapping
//
// The meaning of columns and words is data: the JSON files in the folder systems, one for each system and one for all. [Mapping] has the same
// form, and [Options.Mapping] overrides them: for a stage of one's own, a column that only this company has, or a column to be ignored. It also
// settles what may be read two ways: the decimal mark, the order of dates, and which table a file is.
//
// Nothing in this package keeps state between calls, and every function is safe for any number of goroutines.
package crm
