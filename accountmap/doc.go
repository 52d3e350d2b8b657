// Package accountmap is the domain model of Account Atlas: it describes what a company knows about
// one large client, validates it and answers questions about it.
//
//	m, problems := codec.Open("account.yaml") // or m, err := New(account), of an Account written in Go
//	fmt.Print(problems.Report())              // every problem, with its place and a correction
//	missing := m.NotBought("emea")            // what the units of EMEA do not buy yet
//
// An [Account] is plain data: the client's units (a tree) and our products; the contacts with their
// stance, who reports to whom and who influences whom; which unit buys which product (the
// coverage); and the history of the two sides, from orders and endorsements to the handoff from the
// hunter who won the account to the farmer who keeps it. FILE.md in this folder lists every key and
// word of the account file.
//
// An Account may contain errors; a [Map] cannot. [Validate] reports every problem of an account
// with its place and a correction, and [New] turns an account without errors into a read-only Map.
//
// A Map answers the questions of account penetration:
//
//   - which units buy: [Map.ActiveUnits]; which do not: [Map.DormantUnits]; where each is: [Map.Locations];
//   - what each has bought: [Map.Bought]; what not: [Map.NotBought]; how much of the matrix is sold:
//     [Map.Penetration];
//   - whom we know: [Map.Known]; where we depend on one person: [Map.SingleThreads]; who must agree:
//     [Map.BuyingCommittee];
//   - whom we asked for referrals and testimonials: [Map.Asked]; how many were given: [Map.Given];
//   - who can lead us to whom: [Map.ReferrersInto]; who has seen which product: [Map.Exposed];
//   - what is late: [Map.Overdue]; how orders compare with last year and with targets:
//     [Map.OrdersByYear], [Map.Attainments].
//
// REQUIREMENTS.md in this folder has the answer to each requirement of an account manager's work.
// Judgement, such as alerts and readiness, is in package insight.
//
// [Map.Select] makes a map of a part of an account, or the copy that the client may read
// ([AudienceClient]). [Compare] finds what has changed between two maps.
//
// Unknown is a value of its own: an empty stance is not neutral, and a cell without an entry is not
// a gap.
//
// The package has no colour, label, locale, clock or logger. Questions about time take a [Date].
// Words for readers are in package terms, pictures in render, documents in export.
package accountmap
