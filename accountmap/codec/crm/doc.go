// Package crm imports what a CRM exports: a folder of CSV files of Salesforce, HubSpot or Dynamics 365 becomes one account.
//
// [Import] recognises each file by the names of its columns, as labels or as API names in any case, and by its own name; it finds out by
// itself which system wrote it, in which encoding, with which delimiter, and how dates and amounts are spelt. Labels are those of English
// exports; from a system in another language, export API names, or say in a [Mapping] what its labels mean. These tables are known:
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
// The client is one account of the export: [Options.Root], or the only one that has no parent. It and the accounts below it become units, in
// the order of the tree; what belongs to other accounts is left out. Contacts sit in the unit of their account. A contact of an account
// outside the client who has a role within it is external; one who has no account has no unit.
//
// Buying roles and buyer attributes become stance and roles, which a CRM does not tell apart: a champion and a blocker are stances, a decision
// maker is a role. Who is called both champion and blocker has the stance unknown. The words of the source are kept in the contact's
// evidence, beside the names of their columns, which is where an account says how a stance is known:
//
//	evidence: {source: "Salesforce: Buyer Attributes = Champion;DecisionMaker, Role = Economic Buyer, IsPrimary = true", date: 2026-10-01}
//
// Deals become coverage, product by product, by their stages. A deal that is won makes the cell sold and each of its lines an order; the
// value of the cell is what was won in the year up to the day of the account. Open deals make it an opportunity or proposed, with their sum as
// potential. A deal that is lost makes it a gap, or the competitor's if one is named, with the reason, and what it would have been worth
// as potential. Of several deals in a cell, one won decides, then an open one, then the latest lost. A deal that names no product is in no cell. What
// a deal is called, and the day on which one that is open is to close, have no place in an account.
// Amounts in other currencies than the account's stay in orders and are in no sum.
//
// Owners of accounts, contacts and deals become the team, and the owner of an account looks after its unit. Products that are sold no more
// and that nobody bought are left out.
//
// # What is reported
//
// Nothing is dropped in silence. Every column with values that has no place in an account, every word that has no meaning yet, every reference
// to what is not there is a problem with file, line and column; what is the same in many rows is reported once, with their number, and a file of
// deals without a stage or an amount is reported as such. These are warnings, and the account is whole without what they are about. Errors are what
// leaves no account to be made: a file that is no text, no file with contacts or accounts, several accounts at the top. Columns that the system
// keeps for itself (IsDeleted, SystemModstamp, Row Checksum and their like) are passed over, as are those that repeat another. Of columns that mean the
// same, the first that has a value is read; a telephone number in another is kept in the notes of the contact, and other text is reported.
//
// # Mapping
//
// Which column means what, and which word, is data: the JSON files in the folder systems, one a system and one for all. [Mapping] has the same
// form, and [Options.Mapping] is laid over them: for a stage of one's own, a column that only this company has, a column to be passed over.
//
// Nothing in this package keeps state between calls; every function is safe for any number of goroutines.
package crm
