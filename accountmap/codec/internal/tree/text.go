package tree

import (
	"cmp"
	"errors"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

// isBinary reports whether a file is not text, or has an encoding that differs from UTF-8 in most
// letters. Many of its first bytes are then invalid in UTF-8. A few invalid bytes are typing
// mistakes, which are reported individually.
func isBinary(src string) bool {
	const (
		beginning = 8 << 10 // bytes
		slips     = 16
		share     = 30 // one byte in 30
	)
	src = src[:min(len(src), beginning)]
	strange := 0
	for i, r := range src {
		isControl := r < ' ' && r != '\t' && r != '\n' && r != '\f' && r != '\r'
		isCut := i > len(src)-utf8.UTFMax // possibly within a character
		if isControl || r == utf8.RuneError && !isCut && !isReplacement(src[i:]) {
			strange++
		}
	}
	return strange >= slips && strange > len(src)/share
}

// isReplacement reports whether a text begins with a literal U+FFFD, rather than an invalid byte.
func isReplacement(src string) bool {
	_, size := utf8.DecodeRuneInString(src)
	return size > 1
}

// repairUTF8 replaces each invalid byte by U+FFFD. It calls found with the first place of each line
// with invalid bytes.
func repairUTF8(src string, found func(Place)) string {
	if utf8.ValidString(src) {
		return src
	}
	var b strings.Builder
	line, column, reported := 1, 1, 0
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRuneInString(src[i:])
		if r == utf8.RuneError && size == 1 && reported != line {
			found(At(line, column))
			reported = line
		}
		b.WriteRune(r)
		i += size
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return b.String()
}

// The YAML library breaks lines at three characters that are ordinary in JSON and YAML 1.2. Unicode
// noncharacters replace them while it reads.
var (
	lineBreaks    = []rune("\u0085\u2028\u2029")
	nonCharacters = []rune("\ufdd0\ufdd1\ufdd2")
)

// exchange replaces each character of from by its counterpart in to.
func exchange(s string, from, to []rune) string {
	if !strings.ContainsAny(s, string(from)) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if i := slices.Index(from, c); i >= 0 {
			return to[i]
		}
		return c
	}, s)
}

// printable replaces each character that YAML forbids by U+FFFD. It reports the first one of each
// line.
func (r *reader) printable(src string) string {
	if strings.IndexFunc(src, isForbidden) < 0 {
		return src
	}
	line, column, reported := 1, 1, 0
	for _, c := range src {
		if isForbidden(c) && reported != line {
			r.add(At(line, column), accountmap.ErrInvalidText, message.Of("there is a control character here"),
				message.Of("delete it, or write %s in a text in double quotes", escape(c)))
			reported = line
		}
		if column++; c == '\n' {
			line, column = line+1, 1
		}
	}
	return strings.Map(func(c rune) rune {
		if isForbidden(c) {
			return utf8.RuneError
		}
		return c
	}, src)
}

func isForbidden(c rune) bool {
	switch c {
	case '\t', '\n':
		return false
	}
	return c < ' ' || '\ufdd0' <= c && c <= '\ufdd2' || c == '\ufffe' || c == '\uffff'
}

// Amount converts an amount such as "12.000,00 €" or "12k" to the notation of account files:
// "12000.00 EUR". A mark before three digits separates thousands, unless the currency has three
// decimals. Amount returns false for an invalid or ambiguous text. The currency is the account's.
func Amount(text string, account accountmap.Currency) (string, bool) {
	number, times := thousands(text)
	var s values.Spelling
	exact, currency, err := s.Exact(number, account)
	if _, two := errors.AsType[*values.Ambiguity](err); two && times == 1 && account.Digits() < 3 {
		mark := "."
		if strings.Contains(number, ".") {
			mark = ","
		}
		s, _ = values.NewSpelling(mark, "")
		exact, currency, err = s.Exact(number, account)
	}
	if err != nil || exact == nil {
		return "", false
	}
	exact.Mul(exact, new(big.Rat).SetInt64(times))
	m := accountmap.Money{Currency: currency}
	minor, whole, ok := values.Round(exact, cmp.Or(currency, account))
	if m.Minor = minor; !ok || !whole {
		return "", false
	}
	return m.Format(account), true
}

// AmountFor returns the amount of a text that also says what it is for: "100 €/month", "1.200,00 +
// IVA".
func AmountFor(text string, account accountmap.Currency) (string, bool) {
	for _, each := range []string{"/", " per ", " a ", " p.", " pro ", " al ", " each ", " every ", " (", " ανά ", " τον ", " το ", " net", " gross", " +", " plus ", " excl", " incl",
		" sin ", " más ", " χωρίς ", " συν "} {
		if value, _, ok := strings.Cut(text, each); ok {
			if amount, ok := Amount(value, account); ok {
				return amount, true
			}
		}
	}
	return "", false
}

// thousands splits the word for thousands or millions from a number: "12k", "1.5 m", "12 k€",
// "about 0.5 Mio".
func thousands(text string) (number string, times int64) {
	text = strings.TrimSpace(text)
	for _, about := range []string{"about ", "approx. ", "approx ", "circa ", "ca. ", "ca ", "aprox. ", "unos ", "περίπου ", "~", "≈"} {
		text = strings.TrimSpace(strings.TrimPrefix(text, about))
	}
	number = strings.TrimRightFunc(strings.TrimSuffix(text, "."), unicode.IsLetter)
	switch strings.ToLower(strings.TrimSuffix(text, ".")[len(number):]) {
	case "k", "tsd", "mil", "thousand", "χιλ":
		times = 1000
	case "m", "mio", "mill", "million", "millions", "millones", "εκ":
		times = 1_000_000
	}
	if number = strings.TrimSpace(number); times > 1 && number != "" && number[len(number)-1] >= '0' && number[len(number)-1] <= '9' {
		return number, times
	}
	bare := strings.TrimRightFunc(text, func(r rune) bool { return unicode.Is(unicode.Sc, r) })
	if i := len(text) - len("EUR"); bare == text && i > 0 && strings.Trim(text[i:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		bare = text[:i]
	}
	if bare == text {
		return text, 1
	}
	if number, times = thousands(bare); times > 1 {
		return number + " " + text[len(bare):], times
	}
	return text, 1
}
