// Package spell finds the word that somebody probably meant.
package spell

import "strings"

// longest is the length in bytes beyond which a word is no misspelling of anything; it bounds the work that a hostile word can cause.
const longest = 64

// Fold returns word as it compares to others: lower case, without spaces, hyphens and underscores.
func Fold(word string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "_", "").Replace(word))
}

// Nearest returns the one of words that word is most likely a misspelling of: at most a third of its letters apart, the first of
// several as near. It reports false when none is near.
func Nearest(word string, words []string) (string, bool) {
	if word == "" || len(word) > longest {
		return "", false
	}
	folded := []rune(Fold(word))
	best, bestDistance := "", max(1, len(folded)/3)+1
	for _, candidate := range words {
		if len(candidate) > longest {
			continue
		}
		if d := distance(folded, []rune(Fold(candidate))); d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best, best != ""
}

// distance counts the letters to insert, delete or replace to get from a to b (Levenshtein).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, ra := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, rb := range b {
			cost := diagonal
			if ra != rb {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
