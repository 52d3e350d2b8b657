// Package crm imports the exports of a CRM: a folder of CSV files of Salesforce, HubSpot or Dynamics 365 becomes one account.
//
// [Import] recognises each file by its name and by the names of its columns, as labels or as API names in any case, and detects which system
// wrote it, its encoding and separator, and the notation of dates and amounts. Labels are those of English exports; from a system in another
// language, export API names, or give the meaning of its labels in a [Mapping]. These tables are known:
//
//	accounts   Account (Salesforce), companies (HubSpot), accounts (Dynamics 365)
//	contacts   Contact; contacts; contacts
//	deals      Opportunity, also with the products of each on rows of their own; deals; opportunities
//	lines      OpportunityLineItem; line items; opportunity products
//	products   Product2; products; products
//	roles      OpportunityContactRole, AccountContactRole, AccountContactRelation
//	users      User, which gives the owners of records their names
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
// several deals in a cell a won one decides, then an open one, then the latest lost. A deal that names no product is in no cell. The name of a
// deal, and the expected closing day of an open one, have no place in an account. Amounts in other currencies than the account's stay in orders
// and are not summed.
//
// The owners of accounts, contacts and deals become the team, and the owner of an account looks after its unit. Products that are no longer sold
// and that nobody bought are left out.
//
// # What is reported
//
// Nothing is dropped silently. Every column with values that has no place in an account, every word without a known meaning and every reference
// to something missing is a problem with file, line and column; what is the same in many rows is reported once, with their number, and so is a
// file of deals without a stage or an amount. These are warnings, and the account is complete without what they are about. Errors are what makes
// an account impossible: a file that is not text, no file with contacts or accounts, several accounts at the top. Records that the system marks
// as deleted are left out. Columns that it keeps for itself (SystemModstamp, Row Checksum and the like) are ignored, and so are those that
// repeat another. Of several columns with one meaning the first that has a value is read; a telephone number in another is kept in the contact's
// notes, and other text is reported.
//
// # Mapping
//
// The meaning of columns and words is data: the JSON files in the folder systems, one for each system and one for all. [Mapping] has the same
// form, and [Options.Mapping] overrides them: for a stage of one's own, a column that only this company has, or a column to be ignored.
//
// Nothing in this package keeps state between calls, and every function is safe for any number of goroutines.
package crm
