package table

import "strings"

// JoinList joins texts into one cell, separated by "; ". A text that is empty, begins or ends with a space, or has a semicolon or quotation mark
// is put in quotation marks, with those in it doubled. [SplitList] reads it back. No texts give the empty text.
func JoinList(list []string) string {
	var b strings.Builder
	for i, text := range list {
		if i > 0 {
			b.WriteString("; ")
		}
		if text == "" || strings.TrimSpace(text) != text || strings.ContainsAny(text, `;"`) {
			text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
		}
		b.WriteString(text)
	}
	return b.String()
}

// SplitList reads what [JoinList] writes, and what people write: spaces around an entry are ignored, and so are a semicolon at the end and empty
// entries. It reports false when a quotation mark is not closed or something follows a closed one.
func SplitList(cell string) (list []string, ok bool) {
	for cell = strings.TrimSpace(cell); cell != ""; cell = strings.TrimSpace(cell) {
		if cell[0] != '"' {
			var text string
			text, cell, _ = strings.Cut(cell, ";")
			if text = strings.TrimSpace(text); text != "" {
				list = append(list, text)
			}
			continue
		}
		text, rest, closed := cutQuoted(cell[1:])
		rest = strings.TrimSpace(rest)
		if !closed || rest != "" && rest[0] != ';' {
			return nil, false
		}
		list = append(list, text)
		cell = strings.TrimPrefix(rest, ";")
	}
	return list, true
}

// cutQuoted reads up to a quote that is not doubled.
func cutQuoted(s string) (text, rest string, closed bool) {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(s[:i])
		if s = s[i+1:]; !strings.HasPrefix(s, `"`) {
			return b.String(), s, true
		}
		b.WriteByte('"')
		s = s[1:]
	}
}
