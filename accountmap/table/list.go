package table

import "strings"

// JoinList joins texts into one cell, separated by "; ". A text that is empty, begins or ends with
// a space, or has a semicolon or quotation mark is quoted, with its quotation marks doubled.
// [SplitList] reads it back. An empty list gives the empty text.
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

// SplitList reads what [JoinList] writes, and ignores spaces around entries, empty entries and a
// semicolon at the end. It returns false for an unclosed quotation mark and for text after a closed
// one.
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

// cutQuoted splits s at the first quotation mark that is not doubled.
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
