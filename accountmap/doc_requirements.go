// # What it answers
//
// What the work of an account manager requires, one line each, and where it is found here: the types that hold it and the methods that answer
// the question. Where something is left out, the line says why.
//
// Of the duties of an account manager:
//
//   - Watch how the account's orders evolve and notice what is alarming or only noteworthy: [Map.Series] and [Map.OrdersByYear] tell, Alerts of
//     package insight judges.
//   - Notice that a product is no longer bought: [Map.Rhythms], judged by Alerts of package insight as silent.
//   - Notice that less of a product is bought than usual: the quantities of [Map.Series], judged by Alerts of package insight as fewer.
//   - Look at all orders, not just some: every line is an [Order], and every question reads each line once.
//   - Ask the client's people why: each alert of package insight names whom to call, from [Map.Known].
//   - Know how far prices and terms may be negotiated: the Authority of a [Term].
//   - Ask regularly how satisfied they are and what to improve: [Survey]; [Map.Overdue] says who has not been asked for too long.
//   - Lead a team whose members have direct relations: [Member] with its [Reach], and [Map.Cover].
//   - Offer new products that the client may need: [Map.NotBought] and, person by person, [Map.ExposureGaps].
//   - Look after several accounts with a good diary: an account is one [Map] and a program may hold many; the days are in [Cadence],
//     [Milestone] and [Map.Overdue]. The diary itself is the reader's own program.
//
// Of the cycle of work with customers:
//
//   - Keep the base up to date: [Profile], [Cell] and [Evidence] have the day on which they were true, and [Compare] finds what changed.
//   - Lead from one product to the whole range: [Product], and [Map.Exposed] for who was shown what.
//   - Know the key customers: Tier of [Profile], and [Map.Ordered] for the revenue; a share of all customers' revenue needs all of their
//     accounts, which the caller has.
//   - Grant special conditions: [Term] for units, products and contracts.
//   - Treat each person as an individual: [Contact] with its notes, channel, language and character.
//   - Take orders, and track that they and our obligations are fulfilled: [Order] and [Commitment], with [Map.Overdue].
//   - Spread news over several channels and keep the flow of documents: [Communication] with its [Channel].
//   - Go through a cycle from the first appointment to the recommendation: the [Status] of each cell, the [Phase] of each [Milestone], and
//     for each step what it leaves behind: communications, exposures, objections, orders, surveys, endorsements.
//   - Record every complaint and see it through: [Case], with [Map.Overdue].
//   - See that our own departments keep what we promised: By of [Commitment] and Owner of [Case] name who answers for it.
//   - Make referral a part of the contract: a [Term] of the kind [TermReferralClause].
//   - Foresee which customers become a problem: [Risk]; that they pay is a risk like another, as a credit file belongs to accounting.
//   - Study competitors: [Competitor] with strengths, weaknesses, opportunities and threats, and the one of a [Cell].
//   - Report every month: any document made from the [Map] of the day, and [Compare] with that of the month before.
//   - Divide the market into segments: Segment of [Profile] and of [Unit].
//   - Keep confidential what is: [AudienceClient] in a [Scope]; what the client may not read is not in the selected map.
//   - Design a programme for loyal customers: left out. A programme is designed for a market, not for one account; what it grants this one is
//     a [Term].
//
// Of account maps and the handoff:
//
//   - Keep the business and let it grow: [SaleKind] of each cell, and [Map.Renewals].
//   - Know the client's goals and what hurts: [Goal] with its kind, owner and evidence.
//   - Hand over from the one who won the account to the one who keeps it, who may be the same: [Handoff]; Ready of package insight tells what
//     is missing.
//   - Know people at every level: [Seniority] of a [Contact].
//   - Agree on what is expected and report the return: [KPI] with baseline, target and readings.
//   - Tell everybody the same: every picture, page and workbook is made from one account file.
//   - Not depend on a single person: [Map.SingleThreads] at both ends, and [Map.UnownedKeyPlayers].
//   - See the political landscape, and whose consent is needed: [Relationship], [Stance] and power; [Map.Standing], and [Map.Consensus] for a
//     deal.
//   - Begin the map with the first sale and keep it when people go: [Member] with its days, [Contact] with the day of leaving; keeping the
//     versions of a file is up to version control, and [Compare] takes any two.
//   - Show at a glance what was sold, what they want and what was said: [Map.Bought], [Map.Goals] and [Map.Communications].
//   - Keep adding relationships: [Compare] finds who joined and moved.
//   - Follow a roadmap with a calendar of communications: [Milestone] and [Cadence]; Agenda of package insight tells what comes when.
//   - Suit the tools at hand: data as JSON and YAML by package codec, looks by the themes of package render.
//   - Give colleagues credit: the handoff page has [Map.Team]; newsletters are left to people.
//
// Of the responsibilities of an account manager:
//
//   - Turn the client's requirements into a plan, and the plan into sales: [Goal], [Milestone] for it, and the [Cell] that it leads to.
//   - Act on how satisfied the client is: [Survey], and [Map.Satisfaction].
//   - Have many small accounts or a few large ones: lists may be of any size, and time grows with the account.
//   - Compare sales with the target: [Target], and [Map.Attainments].
//   - Find what else can be sold: [Map.NotBought], and [Map.DormantUnits].
//   - Settle disputes: a [Case] of the kind [CaseDispute].
//   - Work with other departments: [Map.Team], with who answers for what in [Commitment], [Case], [Milestone] and [Risk].
//   - Agree on budgets: Budget of [Target], and [Map.Attainments].
//   - Keep deadlines: [Map.Overdue].
//   - Show that keeping a client costs less than finding one: AtRisk in each alert of package insight says what would be lost; the cost of
//     finding a client is in no account file.
//
// Of the penetration of accounts:
//
//   - Lay every product against every unit, with the contacts below each: [Map.Matrix] and [Map.ContactsIn].
//   - Which units do I do business with? [Map.ActiveUnits].
//   - Which do I not? [Map.DormantUnits].
//   - Where is each unit? [Map.Locations].
//   - What has each bought? [Map.Bought].
//   - What has each not bought? [Map.NotBought].
//   - Whom do I know in each? [Map.Known], which lists the units without anybody too.
//   - Whom have I asked for referrals and testimonials? [Map.Asked], one kind at a time.
//   - How many were given? [Map.Given].
//   - Expose each contact to the full portfolio: [Map.Exposed] and [Map.ExposureGaps].
//   - Find who can give a testimonial that wins orders elsewhere: [Map.TestimonialsFor], and [Map.Candidates] in all.
//   - Find who can refer me to new people in other units: [Map.ReferrersInto].
//   - Repeat it, since they forget: [Memory], and [Map.ReExposures].
//   - Work with a spreadsheet or a database as well as with any CRM: an [Account] is plain data, which package codec reads and writes,
//     and makes of what CRMs export.
//   - Measure penetration: [Map.Penetration] of units and of the whole, [Map.ProductPenetration], [Map.ProductsIn].
//   - Coordinate teams of a region, a country or the world: Region of [Unit] and [Member], and Units of [Member].
//   - Be meticulous but keep it simple: [Validate] reports every mistake with its place and the way out.
//   - Invite clients to fairs and presentations: an [Exposure] of the kind [ExposureEvent], which counts like any other.
//   - Be the client's advocate and solve problems promptly: the age of each open [Case] in [Map.Overdue].
//   - Know which other products fit: a cell that does not is [StatusNotRelevant], with the reason.
//   - Answer daily needs as seller, expert and adviser: Topic of [Communication].
//   - Check the quality of what other departments deliver: the state and the owner of each [Commitment] and [Case].
//   - Stay for the account's whole life: From and To of [Member], and Owner of [Contact].
package accountmap
