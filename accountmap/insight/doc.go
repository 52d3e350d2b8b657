// Package insight answers questions of judgement about an account: which orders to worry about,
// what is missing, what comes next. The facts behind the answers come from package accountmap,
// which does not judge. The thresholds are here, each with its source, and callers can set their
// own.
//
// [Alerts] watches the orders: products that are no longer ordered, or ordered in smaller
// quantities than usual. [Ready] scores a handoff and lists what is missing. [Agenda] lists
// appointments, and [Summarise] returns the main figures of an account.
package insight
