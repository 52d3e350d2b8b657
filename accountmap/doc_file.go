// # The account file
//
// A file is JSON or YAML with the same keys: "format" (1), "account", "handoff" and the lists. Only units and products must be there, and these
// may be empty; leave out whatever is not known. A date is "2026-11-01"; an amount is a decimal, "1250.00", in the currency of the account, or
// with a currency of its own, "1250.00 USD"; a unit, a product or anything else with an id is referred to by that id. In the table, brackets
// mark lists and braces objects within objects.
//
//	account         id, name, industry, segment, tier, currency, asOf, notes
//	units           id, name, kind, parent, country, region, city, address, segment
//	products        id, name, line, price, description
//	contacts        id, name, title, unit, reportsTo, assistantTo, roles[], stance, power, contactLevel, seniority, orientation,
//	                adaptability, language, email, phone, preferredChannel, owner, placeholder, external, left,
//	                evidence{source, date, confirmed}, notes
//	relationships   from, to, kind, strength, note
//	coverage        unit, product, status, kind, value, potential, target, competitor, renewal, reason, asOf
//	orders          id, unit, product, date, quantity, amount, status, due, delivered
//	contracts       id, units[], products[], start, end, renewal, value, note
//	terms           kind, units[], products[], contract, value, percent, text, authority
//	endorsements    kind, contact, asked, given, declined, product, toUnit, toContact, text, public, expires
//	exposures       contact, product, date, kind, by, reaction
//	communications  date, channel, contacts[], members[], direction, subject, summary, topic, followUp, internal
//	cadences        title, channel, every, from, members[], contacts[]
//	goals           id, kind, title, unit, owner, priority, due, state, evidence
//	kpis            goal, name, measure, baseline, target, by, source, readings[]{date, value}
//	milestones      id, title, phase, start, due, owner, contact, goal, status, after[]
//	team            id, name, role, region, units[], email, from, to, reach[]{contact, now, wanted}
//	competitors     id, name, strengths[], weaknesses[], opportunities[], threats[]
//	surveys         date, contact, product, kind, score, comment, wouldImprove
//	cases           id, kind, opened, closed, unit, contact, product, owner, severity, status, summary
//	commitments     text, by, to, due, status, verbal
//	objections      text, raisedBy, answer, status
//	risks           text, severity, owner, mitigation, state
//	targets         unit, product, period, sales, budget
//	handoff         from, to, start, end, introduction, checklist[]{text, done}, signedOff
//
// # Words
//
// The words of each enumeration. Capitals, spaces and underscores are read as well; an empty word is the zero value, unknown.
//
//	Adaptability      innovator, visionary, pragmatist, conservative, laggard
//	CaseKind          complaint, dispute
//	CaseStatus        open, in-progress, waiting, resolved
//	Channel           meeting, video, phone, email, chat, event, post, fax
//	CommitmentStatus  open, kept, broken, released
//	ContactLevel      none, brief, multiple, in-depth
//	Direction         outbound, inbound
//	EndorsementKind   referral, testimonial
//	ExposureKind      presentation, demo, email, event, training
//	GoalKind          goal, pressure, initiative, obstacle
//	GoalState         open, on-track, at-risk, achieved, dropped
//	Gravity           low, medium, high, critical
//	MilestoneStatus   planned, in-progress, done, dropped
//	ObjectionStatus   open, answered, withdrawn, upheld
//	OrderStatus       open, partial, delivered, cancelled
//	Orientation       financial, technical, relationship, business
//	Phase             onboarding, adoption, review, renewal, expansion
//	ReachLevel        vendor, credible-source, problem-solver, trusted-adviser
//	Reaction          interested, indifferent, negative
//	RelationshipKind  influence, informal, conflict, alliance
//	RiskState         open, mitigated, occurred, closed
//	Role              decision-maker, budget-holder, executive-sponsor, coach, influencer, evaluator, technical-buyer, user,
//	                  gatekeeper, legal, procurement, billing, day-to-day
//	SaleKind          new, upsell, cross-sell, renewal
//	Seniority         executive, middle-manager, project-manager, specialist
//	Stance            champion, supporter, neutral, sceptic, blocker
//	Status            sold, opportunity, proposed, gap, competitor, in-house, lapsed, not-relevant, blocked
//	SurveyKind        nps, csat
//	TermKind          price, discount, bonus, provision, referral-clause
//	UnitKind          group, company, division, department, subsidiary, site, related
//
// # Problems
//
// The codes of [Rules] by severity, and those of reading a file, which are all errors. The constants of type [Code] explain each.
//
//	error     unsupported-format, invalid-text, invalid-value, missing-id, duplicate-id, missing-name, missing-value,
//	          unknown-reference, empty-reference, out-of-range, unit-cycle, reporting-cycle, milestone-cycle, self-relationship,
//	          repeated-role, duplicate-coverage, missing-reason, reversed-dates
//	warning   order-dates, reporting-away, unexpected-orders, blocked-opportunity, mixed-currencies, given-unasked,
//	          more-given-than-asked, expired-testimonial, no-receiver
//	reading   syntax, unknown-key, duplicate-key, wrong-type, missing-list, too-large
//
// # What is left out
//
// A library keeps and shows what is known; it does not do the work. So it designs no loyalty programme (a note of the account may say that
// there is one), sends no message and dials no number (communications and cadences say what was said and when to talk again), runs no price
// list, invoice or stock (orders and terms hold what an account manager needs of them), and rates nobody's credit (a risk says who pays
// late). How confidential a copy is follows from [Scope], not from rights of users, which are for whoever keeps the file.
package accountmap
