// Package accountmap is the domain of Account Atlas: what a company knows about one large client.
//
// An [Account] is plain data, written in Go or read from a file: the client's units (a tree) and our products; the contacts in the client's
// organisation with their stance towards us, who reports to whom and who influences whom; which unit buys which product (the coverage); and what
// has passed between the two sides, from orders, endorsements and communications to the handoff from the hunter who won the account to the
// farmer who keeps it.
//
// An Account may be wrong; a [Map] cannot be. [Validate] reports every problem of an account at once, and [New] turns an account without errors
// into a read-only Map. A Map answers the questions of account penetration: which units buy ([Map.ActiveUnits]) and which do not
// ([Map.DormantUnits]), where each unit is ([Map.Locations]), what it has bought ([Map.Bought]) and what not ([Map.NotBought]), whom we know
// there ([Map.Known]), whom we asked for referrals and testimonials ([Map.Asked]) and how many were given ([Map.Given]). [Map.Matrix] is the
// coverage matrix, [Map.Penetration] the share of it that is sold.
//
// [Map.Select] makes a map of a part of an account, or the copy that the client may read ([AudienceClient]). [Compare] finds what has changed
// between two maps of an account.
//
// Unknown is a value of its own everywhere: an empty stance is not neutral, and a cell without an entry is not a gap.
//
// The package holds no colour, label, locale, clock or logger: words for readers are in package terms, pictures in render, documents in export.
// Questions about time take a [Date].
package accountmap
