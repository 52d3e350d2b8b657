package bind

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// synonyms are other words for keys, as people who sell say them. A word may mean several keys: the
// first that the object has counts.
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
		"text":           {"description", "what", "promise", "note"},
		"summary":        {"text", "description", "notes"},
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

// synonym returns the key of an object for which a word is another one.
func synonym(word string, t *schema.Type) (string, bool) {
	all, folded := synonyms(), spell.Fold(word)
	for _, key := range t.Keys() {
		if slices.ContainsFunc(all[key], func(s string) bool { return spell.Fold(s) == folded }) {
			return key, true
		}
	}
	return "", false
}
