package terms

// Heads of columns, the same in workbooks and pages. People.
const (
	ColumnName             Key = "column.name"              // "Name"
	ColumnTitle            Key = "column.title"             // "Title"; a job title
	ColumnUnit             Key = "column.unit"              // "Unit"
	ColumnReportsTo        Key = "column.reports-to"        // "Reports to"
	ColumnAssistantTo      Key = "column.assistant-to"      // "Assistant to"
	ColumnRoles            Key = "column.roles"             // "Roles"; buying roles
	ColumnStance           Key = "column.stance"            // "Stance"
	ColumnPower            Key = "column.power"             // "Power"
	ColumnContactLevel     Key = "column.contact-level"     // "Contact level"
	ColumnSeniority        Key = "column.seniority"         // "Seniority"
	ColumnOrientation      Key = "column.orientation"       // "Orientation"
	ColumnAdaptability     Key = "column.adaptability"      // "Adaptability"
	ColumnOwner            Key = "column.owner"             // "Owner"; our person, or the client's, who answers for it
	ColumnEmail            Key = "column.email"             // "Email"
	ColumnPhone            Key = "column.phone"             // "Phone"
	ColumnPreferredChannel Key = "column.preferred-channel" // "Prefers"; a channel
	ColumnLanguage         Key = "column.language"          // "Language"
	ColumnNotes            Key = "column.notes"             // "Notes"
	ColumnEvidence         Key = "column.evidence"          // "Evidence"; how we know
	ColumnEvidenceDate     Key = "column.evidence-date"     // "Evidence of"; a date
	ColumnConfirmed        Key = "column.confirmed"         // "Confirmed"
	ColumnExternal         Key = "column.external"          // "External"
	ColumnLeft             Key = "column.left"              // "Left"; a date
	ColumnContact          Key = "column.contact"           // "Contact"
	ColumnContacts         Key = "column.contacts"          // "Contacts"
	ColumnMissing          Key = "column.missing"           // "Still to be found"; people who must exist
)

// Places.
const (
	ColumnKind     Key = "column.kind"     // "Kind"
	ColumnPartOf   Key = "column.part-of"  // "Part of"; the unit above
	ColumnLocation Key = "column.location" // "Location"
	ColumnCountry  Key = "column.country"  // "Country"
	ColumnRegion   Key = "column.region"   // "Region"
	ColumnCity     Key = "column.city"     // "City"
	ColumnAddress  Key = "column.address"  // "Address"
	ColumnSegment  Key = "column.segment"  // "Segment"
)

// Products, coverage and orders.
const (
	ColumnProduct      Key = "column.product"       // "Product"
	ColumnProducts     Key = "column.products"      // "Products"
	ColumnLine         Key = "column.line"          // "Line"; a product line
	ColumnPenetration  Key = "column.penetration"   // "Penetration"
	ColumnProductsSold Key = "column.products-sold" // "Products sold"
	ColumnInProgress   Key = "column.in-progress"   // "In progress"
	ColumnLapsed       Key = "column.lapsed"        // "Lapsed"
	ColumnFirstOrder   Key = "column.first-order"   // "First order"
	ColumnLastOrder    Key = "column.last-order"    // "Last order"
	ColumnStatus       Key = "column.status"        // "Status"
	ColumnSaleKind     Key = "column.sale-kind"     // "Kind of sale"
	ColumnReason       Key = "column.reason"        // "Reason"
	ColumnSince        Key = "column.since"         // "Since"; a date
	ColumnOrders       Key = "column.orders"        // "Orders"
	ColumnQuantity     Key = "column.quantity"      // "Quantity"
	ColumnAmount       Key = "column.amount"        // "Amount"
	ColumnPotential    Key = "column.potential"     // "Potential"
	ColumnTarget       Key = "column.target"        // "Target"
	ColumnCompetitor   Key = "column.competitor"    // "Competitor"
	ColumnRenewal      Key = "column.renewal"       // "Renewal"
	ColumnAsOf         Key = "column.as-of"         // "As of"
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
	ColumnMayQuote     Key = "column.may-quote"    // "May be quoted"
	ColumnExpires      Key = "column.expires"      // "Expires"
)

// What passed, goals, team and checklist.
const (
	ColumnDate        Key = "column.date"         // "Date"
	ColumnChannel     Key = "column.channel"      // "Channel"
	ColumnSubject     Key = "column.subject"      // "Subject"
	ColumnOurPeople   Key = "column.our-people"   // "Our people"
	ColumnTheirPeople Key = "column.their-people" // "Their people"
	ColumnFollowUp    Key = "column.follow-up"    // "Follow-up"
	ColumnReaction    Key = "column.reaction"     // "Reaction"
	ColumnGoal        Key = "column.goal"         // "Goal"
	ColumnPriority    Key = "column.priority"     // "Priority"
	ColumnDue         Key = "column.due"          // "Due"
	ColumnState       Key = "column.state"        // "State"
	ColumnMember      Key = "column.member"       // "Name"; a member of our team
	ColumnTeamRole    Key = "column.team-role"    // "Role"; a part in our team
	ColumnLooksAfter  Key = "column.looks-after"  // "Looks after"; the units of a member of our team
	ColumnFrom        Key = "column.from"         // "From"; a date
	ColumnTo          Key = "column.to"           // "Until"; a date
	ColumnItem        Key = "column.item"         // "To be done"; a line of the checklist
)
