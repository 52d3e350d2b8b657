// Package insight answers questions of judgement about an account: which orders to worry about,
// what is missing, what comes next. The facts behind the answers come from package accountmap,
// which does not judge. The thresholds are here, each with its source, and callers can set their
// own.
//
// [Alerts] watches the orders: products that are no longer ordered, or ordered in smaller
// quantities than usual. [Watch] lists whom to win over, what hangs on one person, what to find out
// and what to sell. [Touches] tells who has gone quiet, [Whitespace] where to sell, [Deals] whose
// yes is missing, and [Transfers] what passes from a colleague who leaves. [Moves] ranks what to do
// next, from everything else. [Ready] scores a handoff and lists what is missing. [Agenda] lists
// appointments, and [Summarise] returns the main figures of an account.
//
// A judgement gives its reasons as [Factor], a code with the people and numbers behind it, which
// package terms writes in words. The same account and day give the same answer.
package insight
