package terms

// Heads of columns, the same in workbooks and pages. A column of a key of the account file has the word of
// the key. People.
const (
	ColumnName         Key = "field.name"           // "Name"
	ColumnTitle        Key = "field.contacts.title" // "Job title"
	ColumnUnit         Key = "field.unit"           // "Unit"
	ColumnReportsTo    Key = "field.reportsTo"      // "Reports to"
	ColumnRoles        Key = "field.roles"          // "Roles"; buying roles
	ColumnStance       Key = "field.stance"         // "Stance"
	ColumnPower        Key = "field.power"          // "Power"
	ColumnContactLevel Key = "field.contactLevel"   // "Contact level"
	ColumnOwner        Key = "field.owner"          // "Owner"; our person, or the client's, who answers for it
	ColumnEmail        Key = "field.email"          // "Email"
	ColumnPhone        Key = "field.phone"          // "Phone"
	ColumnNotes        Key = "field.notes"          // "Notes"
	ColumnEvidence     Key = "field.evidence"       // "Evidence"; how we know
	ColumnContact      Key = "field.contact"        // "Contact"
	ColumnContacts     Key = "field.contacts"       // "Contacts"
)

// Places.
const (
	ColumnKind     Key = "field.kind"      // "Kind"
	ColumnPartOf   Key = "field.parent"    // "Part of"; the unit above
	ColumnLocation Key = "column.location" // "Location"
	ColumnCountry  Key = "field.country"   // "Country"
	ColumnRegion   Key = "field.region"    // "Region"
	ColumnCity     Key = "field.city"      // "City"
	ColumnAddress  Key = "field.address"   // "Address"
	ColumnSegment  Key = "field.segment"   // "Segment"
)

// Products, coverage and orders.
const (
	ColumnProduct      Key = "field.product"        // "Product"
	ColumnProducts     Key = "field.products"       // "Products"
	ColumnLine         Key = "field.line"           // "Line"; a product line
	ColumnPenetration  Key = "column.penetration"   // "Penetration"
	ColumnProductsSold Key = "column.products-sold" // "Products sold"
	ColumnInProgress   Key = "column.in-progress"   // "In progress"
	ColumnLapsed       Key = "column.lapsed"        // "Lapsed"
	ColumnFirstOrder   Key = "column.first-order"   // "First order"
	ColumnLastOrder    Key = "column.last-order"    // "Last order"
	ColumnStatus       Key = "field.status"         // "Status"
	ColumnSaleKind     Key = "column.sale-kind"     // "Kind of sale"
	ColumnReason       Key = "field.reason"         // "Reason"
	ColumnSince        Key = "column.since"         // "Since"; a date
	ColumnOrders       Key = "column.orders"        // "Orders"
	ColumnQuantity     Key = "field.quantity"       // "Quantity"
	ColumnAmount       Key = "field.amount"         // "Amount"
	ColumnPotential    Key = "field.potential"      // "Potential"
	ColumnTarget       Key = "field.target"         // "Target"
	ColumnCompetitor   Key = "field.competitor"     // "Competitor"
	ColumnRenewal      Key = "field.renewal"        // "Renewal"
	ColumnAsOf         Key = "field.asOf"           // "As of"
)

// Referrals and testimonials.
const (
	ColumnAsked        Key = "column.asked"        // "Asked"
	ColumnGiven        Key = "column.given"        // "Given"
	ColumnDeclined     Key = "column.declined"     // "Declined"
	ColumnOpen         Key = "column.open"         // "Open"
	ColumnUnasked      Key = "column.unasked"      // "Given unasked"; given without our asking
	ColumnConversion   Key = "column.conversion"   // "Conversion"
	ColumnTimes        Key = "column.times"        // "Times"
	ColumnLastAsked    Key = "column.last-asked"   // "Last asked"
	ColumnReferrals    Key = "column.referrals"    // "Referrals"
	ColumnTestimonials Key = "column.testimonials" // "Testimonials"
	ColumnLeadsTo      Key = "column.leads-to"     // "Leads to"; whom or which unit a referral opens
	ColumnQuote        Key = "column.quote"        // "In their own words"
	ColumnMayQuote     Key = "field.public"        // "May be quoted"
	ColumnExpires      Key = "field.expires"       // "Expires"
)

// What passed, goals, team and checklist.
const (
	ColumnDate        Key = "field.date"          // "Date"
	ColumnChannel     Key = "field.channel"       // "Channel"
	ColumnSubject     Key = "field.subject"       // "Subject"
	ColumnOurPeople   Key = "field.members"       // "Our people"
	ColumnTheirPeople Key = "column.their-people" // "Their people"
	ColumnFollowUp    Key = "field.followUp"      // "Follow-up"
	ColumnReaction    Key = "field.reaction"      // "Reaction"
	ColumnGoal        Key = "field.goal"          // "Goal"
	ColumnPriority    Key = "field.priority"      // "Priority"
	ColumnDue         Key = "field.due"           // "Due"
	ColumnState       Key = "field.state"         // "State"
	ColumnTeamRole    Key = "field.role"          // "Role"; a part in our team
	ColumnLooksAfter  Key = "column.looks-after"  // "Looks after"; the units of a member of our team
	ColumnFrom        Key = "field.from"          // "From"; a date
	ColumnTo          Key = "field.to"            // "Until"; a date
	ColumnItem        Key = "column.item"         // "To be done"; a line of the checklist
)
