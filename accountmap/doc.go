// Package accountmap is the domain of Account Atlas: what a company knows about one large client.
//
// An [Account] is plain data, as written by hand or read from a file: the client's units (a tree), our products, the contacts in the
// client's organisation with their stance towards us, who reports to and influences whom, which unit buys which product (the
// coverage), and what has passed between the two sides: orders, endorsements, exposures, communications, goals, the team and the
// handoff from the hunter who won the account to the farmer who keeps it.
//
// An Account may be wrong; a [Map] cannot be. [Validate] reports every problem of an account at once, and [New] turns an account
// without errors into a read-only Map, which answers the questions of account penetration: which units buy ([Map.ActiveUnits]),
// which do not ([Map.DormantUnits]), where each one is ([Map.Locations]), what each has bought ([Map.Bought]) and has not
// ([Map.NotBought]), whom we know there ([Map.Known]), whom we asked for referrals and testimonials ([Map.Asked]) and what was given
// ([Map.Given]). [Map.Matrix] is the coverage matrix and [Map.Penetration] the share of it that is sold.
//
// [Map.Select] keeps a part of a map, and makes the copy that the client may read ([AudienceClient]); [Compare] tells what has changed from
// one map of an account to a later one.
//
// Unknown is a value of its own everywhere: an empty stance is not neutral, and a cell without an entry is not a gap.
//
// The package holds no colour, label, locale, clock or logger; words for readers are in package terms, pictures in render and
// documents in export. Questions about time take a [Date].
package accountmap
