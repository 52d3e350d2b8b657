// Package spell finds the intended word of a misspelling.
package spell

import (
	"strings"
	"unicode"
)

// longest is the maximum length of a compared word, which bounds the work for a hostile word.
const longest = 64

// Fold returns word for comparison: in lower case, without spaces, hyphens and underscores.
func Fold(word string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || unicode.Is(unicode.Zs, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}

// unaccented writes the accented letters of the languages of package terms, and the final sigma, as
// plain letters. Package unicode/norm is not of the standard library, which the domain keeps to.
var unaccented = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ä", "a", "é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i", "ó", "o", "ò", "o", "ô", "o", "ö", "o",
	"ú", "u", "ù", "u", "û", "u", "ü", "u", "ñ", "n", "ç", "c", "ά", "α", "έ", "ε", "ή", "η", "ί", "ι", "ϊ", "ι", "ΐ", "ι", "ό", "ο", "ύ", "υ", "ϋ", "υ", "ΰ", "υ", "ώ", "ω", "ς", "σ")

// Plain returns word for comparison like [Fold], without accents and with one sigma: words in
// capitals often have no accents in Greek and Spanish.
func Plain(word string) string {
	return unaccented.Replace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, Fold(word)))
}

// IsNobody reports whether a text in place of a name means nobody, nothing or unknown: "-", "n/a",
// "nadie".
func IsNobody(text string) bool {
	switch Plain(text) {
	case "n/a", "na", "none", "nobody", "noone", "unknown", "tbd", "tbc", "nadie", "ninguno", "κανεισ", "κανενασ", "αγνωστο":
		return true
	}
	return text != "" && strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// Nearest returns the first of the words with the smallest distance to word. It returns false if
// that distance is above 1 and above a third of the letters of word.
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
		other := []rune(Fold(candidate))
		if difference := len(folded) - len(other); max(difference, -difference) >= bestDistance {
			continue // the distance is at least the difference
		}
		if d := distance(folded, other); d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best, best != ""
}

// distance returns the optimal string alignment distance: the number of letters to insert, delete,
// replace or swap with their neighbour. Neither text has more than longest letters.
func distance(a, b []rune) int {
	var rows [3][longest + 1]int
	before, above, row := rows[0][:len(b)+1], rows[1][:len(b)+1], rows[2][:len(b)+1]
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range b {
			if a[i] == b[j] {
				row[j+1] = above[j]
				continue
			}
			row[j+1] = 1 + min(above[j], above[j+1], row[j])
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)]
}
