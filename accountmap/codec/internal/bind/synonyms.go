package bind

import (
	"slices"

	"github.com/accountatlas/accountatlas/internal/spell"
)

// synonyms maps keys to their synonyms in sales. If a synonym fits several keys of an object, the
// first one counts.
func synonyms() map[string][]string {
	return map[string][]string{
		"units":          {"companies", "departments", "divisions", "sites", "subsidiaries", "branches", "locations", "business units", "organizations", "plants"},
		"products":       {"services", "solutions", "items", "catalog", "portfolio"},
		"contacts":       {"people", "persons", "stakeholders"},
		"relationships":  {"links", "ties", "influences", "connections", "network"},
		"coverage":       {"matrix", "penetration", "opportunities", "deals", "whitespace", "white space", "pipeline", "cells"},
		"orders":         {"purchases", "sales", "invoices", "order lines", "order book"},
		"contracts":      {"agreements", "framework agreements"},
		"terms":          {"conditions", "terms and conditions", "discounts"},
		"endorsements":   {"referrals", "testimonials", "references", "recommendations"},
		"exposures":      {"demos", "demonstrations", "presentations", "shown", "trainings"},
		"communications": {"talks", "meetings", "calls", "conversations", "emails", "interactions", "activities", "notes log", "history"},
		"cadences":       {"regular talks", "routines", "recurring meetings", "rhythm", "schedule"},
		"goals":          {"objectives", "aims", "initiatives", "challenges", "pains", "needs"},
		"kpis":           {"figures", "metrics", "indicators", "measures"},
		"milestones":     {"steps", "roadmap", "plan", "tasks", "actions"},
		"team":           {"our team", "members", "colleagues", "sellers", "us", "account team", "staff"},
		"competitors":    {"competition", "rivals"},
		"surveys":        {"satisfaction", "nps", "csat", "feedback"},
		"cases":          {"complaints", "disputes", "issues", "tickets", "incidents", "problems", "claims"},
		"commitments":    {"promises", "pledges", "agreed"},
		"objections":     {"concerns", "doubts"},
		"risks":          {"threats list", "dangers"},
		"targets":        {"quotas", "budgets", "sales targets"},
		"handoff":        {"handover", "hand-over", "transition"},
		"name":           {"full name", "company", "label", "called", "title"},
		"title":          {"job title", "job", "position", "function", "role", "subject", "name"},
		"unit":           {"department", "division", "site", "company", "business unit", "where"},
		"reportsTo":      {"manager", "boss", "supervisor", "superior", "reports to"},
		"assistantTo":    {"assistant", "assists", "pa to"},
		"roles":          {"role", "buying role", "buying roles"},
		"stance":         {"attitude", "position", "support", "sentiment", "opinion"},
		"power":          {"influence", "weight", "importance"},
		"email":          {"mail", "e-mail", "email address", "e-mail address"},
		"phone":          {"telephone", "tel", "mobile", "cell", "phone number"},
		"owner":          {"responsible", "account manager", "salesperson", "seller", "assigned to", "by whom"},
		"left":           {"departed", "gone", "leaving", "end date", "until"},
		"status":         {"state", "stage"},
		"state":          {"status", "stage"},
		"amount":         {"value", "price", "total", "sum"},
		"value":          {"amount", "price", "total", "worth"},
		"potential":      {"estimate", "expected value"},
		"quantity":       {"qty", "number", "count", "pieces"},
		"date":           {"day", "when", "on"},
		"due":            {"deadline", "by", "until", "due date"},
		"text":           {"description", "what", "promise", "note", "title", "name", "summary"},
		"summary":        {"text", "description", "notes", "title", "name"},
		"description":    {"notes", "text", "details"},
		"notes":          {"note", "remarks", "comment", "comments", "description"},
		"reason":         {"why", "because", "note"},
		"country":        {"nation"},
		"city":           {"town"},
		"address":        {"street"},
		"kind":           {"type", "category"},
		"every":          {"frequency", "how often", "recurrence", "interval", "repeat"},
		"from":           {"start", "since", "begin"},
		"to":             {"end", "until", "for"},
		"start":          {"from", "begins", "start date"},
		"end":            {"to", "until", "expires", "end date"},
		"members":        {"our people", "team", "colleagues", "by"},
		"contact":        {"person", "who"},
		"product":        {"item", "service", "article"},
		"parent":         {"part of", "belongs to", "above", "parent unit"},
		"line":           {"family", "group", "category", "product line"},
		"asOf":           {"date", "day", "today"},
	}
}

// Synonym returns the key, among several, that a word is a synonym of.
func Synonym(word string, keys []string) (string, bool) {
	return meant(word, keys, synonyms())
}

// WordMeant returns the value of an enumeration that a text is a synonym of.
func WordMeant(text string, words []string) (string, bool) {
	return meant(text, words, wordSynonyms())
}

func meant(said string, names []string, all map[string][]string) (string, bool) {
	folded := spell.Fold(said)
	for _, name := range names {
		if slices.ContainsFunc(all[name], func(s string) bool { return spell.Fold(s) == folded }) {
			return name, true
		}
	}
	return "", false
}

// wordSynonyms maps values of enumerations to their synonyms in sales. If a synonym fits several
// values of an enumeration, the first one counts.
func wordSynonyms() map[string][]string {
	return map[string][]string{
		"sold":              {"won", "bought", "closed won", "customer", "active", "live", "installed", "in use", "yes"},
		"proposed":          {"quoted", "quote", "offer", "offered", "proposal", "negotiation", "in negotiation", "tender"},
		"opportunity":       {"lead", "prospect", "prospecting", "qualified", "interested", "pipeline", "open"},
		"gap":               {"lost", "closed lost", "none", "no", "white space", "whitespace", "empty", "untapped", "missing"},
		"lapsed":            {"churned", "cancelled", "canceled", "ended", "former", "expired"},
		"not-relevant":      {"n/a", "na", "not applicable", "irrelevant"},
		"champion":          {"advocate", "promoter", "fan", "mentor", "evangelist", "sponsor"},
		"supporter":         {"friend", "friendly", "positive", "ally", "for us", "favourable", "favorable", "pro", "good"},
		"neutral":           {"indifferent", "undecided", "so-so", "medium"},
		"sceptic":           {"critic", "critical", "doubtful", "negative", "unconvinced", "cautious"},
		"blocker":           {"enemy", "opponent", "detractor", "against us", "hostile", "against"},
		"decision-maker":    {"boss", "decider", "approver", "economic decision maker", "head", "final say"},
		"budget-holder":     {"economic buyer", "cfo", "budget", "budget owner", "finance"},
		"executive-sponsor": {"sponsor", "exec sponsor"},
		"procurement":       {"buyer", "purchasing", "purchaser"},
		"technical-buyer":   {"technical", "it", "technician", "specifier"},
		"user":              {"end user", "operator"},
		"legal":             {"lawyer", "counsel", "compliance"},
		"billing":           {"accounts payable", "invoicing", "accounting"},
		"day-to-day":        {"primary contact", "point of contact", "main contact", "daily"},
		"executive":         {"ceo", "cfo", "cto", "coo", "cio", "c-level", "c-suite", "director", "vp", "president", "board", "owner"},
		"middle-manager":    {"manager", "head of department", "team lead", "middle management"},
		"specialist":        {"engineer", "analyst", "employee", "staff", "expert"},
		"group":             {"holding", "corporation", "parent company", "concern"},
		"company":           {"headquarters", "hq", "head office", "organization", "organisation", "firm", "business"},
		"division":          {"business unit", "region", "area", "sector"},
		"department":        {"team", "function", "dept"},
		"site":              {"office", "branch", "plant", "factory", "warehouse", "location", "store", "shop"},
		"related":           {"partner", "joint venture", "affiliate"},
		"meeting":           {"visit", "in person", "face to face", "lunch", "on site"},
		"video":             {"zoom", "teams", "video call", "videoconference", "webex", "google meet"},
		"phone":             {"call", "telephone", "mobile", "phone call"},
		"email":             {"mail", "e-mail"},
		"chat":              {"whatsapp", "slack", "sms", "telegram", "message", "messenger", "text"},
		"post":              {"letter"},
		"delivered":         {"shipped", "done", "complete", "completed", "closed", "received"},
		"kept":              {"done", "complete", "completed", "fulfilled", "delivered"},
		"broken":            {"missed", "not kept", "failed"},
		"done":              {"complete", "completed", "finished", "closed"},
		"in-progress":       {"started", "ongoing", "doing", "active", "underway", "open"},
		"planned":           {"todo", "to do", "not started", "scheduled", "pending"},
		"open":              {"pending", "new", "active", "unresolved", "not started", "ongoing", "in progress"},
		"resolved":          {"closed", "done", "solved", "fixed"},
		"achieved":          {"done", "reached", "met", "complete", "completed"},
		"on-track":          {"green", "ok", "in progress", "going well"},
		"at-risk":           {"red", "amber", "yellow", "late", "delayed"},
		"critical":          {"urgent", "severe", "blocker", "very high"},
		"high":              {"major", "important"},
		"medium":            {"normal", "moderate"},
		"low":               {"minor", "small"},
		"upsell":            {"upgrade", "expansion", "more"},
		"new":               {"new business", "new customer", "first"},
	}
}
