package crm

import (
	"encoding"
	"fmt"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
)

// key returns a heading or a word as it compares to others: its letters and digits in lower case, or all of it when it has neither.
func key(text string) string {
	folded := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
	if folded == "" {
		return strings.TrimSpace(text)
	}
	return folded
}

// meaning reads a word of the account file that a field may mean, and returns it as the file has it.
func meaning(field, word string) (string, error) {
	switch field {
	case "influence", "role":
		var s accountmap.Stance
		if s.UnmarshalText([]byte(word)) == nil {
			return string(s), nil
		}
		return read(new(accountmap.Role), word)
	case "stance":
		return read(new(accountmap.Stance), word)
	case "level":
		return read(new(accountmap.ContactLevel), word)
	case "orientation":
		return read(new(accountmap.Orientation), word)
	case "adaptability":
		return read(new(accountmap.Adaptability), word)
	case "seniority":
		return read(new(accountmap.Seniority), word)
	case "channel":
		return read(new(accountmap.Channel), word)
	case "stage", "state", "outcome":
		return read(new(accountmap.Status), word)
	case "kind":
		return read(new(accountmap.SaleKind), word)
	case "power":
		if len(word) == 1 && word >= "1" && word <= "5" {
			return word, nil
		}
		return "", fmt.Errorf("%q is no power; there are 1 to 5", word)
	case "currency":
		if code := strings.ToUpper(word); isCurrency(code) {
			return code, nil
		}
		return "", fmt.Errorf("%q is no currency; an ISO 4217 code is, such as EUR", word)
	}
	if yes, ok := truth(word); ok {
		return map[bool]string{true: "yes", false: "no"}[yes], nil
	}
	return "", fmt.Errorf("%q is neither yes nor no", word)
}

// read has a word read as the file's words are.
func read[T interface {
	*E
	encoding.TextUnmarshaler
}, E ~string](v T, word string) (string, error) {
	if err := v.UnmarshalText([]byte(word)); err != nil {
		return "", err
	}
	return string(*v), nil
}

// truth reads what systems write for yes and no.
func truth(word string) (yes, ok bool) {
	switch key(word) {
	case "true", "yes", "y", "1":
		return true, true
	case "false", "no", "n", "0":
		return false, true
	}
	return false, false
}

func isCurrency(word string) bool {
	return len(word) == 3 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
