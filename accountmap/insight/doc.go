// Package insight answers questions of judgement about an account: what is alarming, what is
// missing, what comes next. The facts behind the answers come from package accountmap, which does
// not judge. The thresholds are here, each with its source, and callers can set their own.
//
// [Alerts] watches the orders: products that are no longer ordered, or ordered in smaller
// quantities than usual. [Ready] says how complete a handoff is and what is missing. [Agenda] lists
// what comes when, and [Summarise] puts an account into one line of figures.
package insight
