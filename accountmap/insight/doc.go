// Package insight answers questions of judgement about an account: what is alarming, and what merely deserves a look. The facts behind each
// answer are questions of package accountmap, which judges nothing; here stand the thresholds, each with where it comes from, and each can be
// set by the caller.
//
// [Alerts] watches the orders: what has stopped being ordered, and what is ordered in smaller quantities than usual. [Ready] tells how complete
// a handoff is, and what is missing. [Agenda] lists what comes when.
package insight
