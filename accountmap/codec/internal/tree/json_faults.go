package tree

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

func (j *jsonReader) missingValue(at int) bool {
	switch rest := j.src[at:]; {
	case rest == "":
		return j.fault(at, message.Of("the file ends where a value should be"), message.Of("perhaps the end of the file is lost"))
	case isComment(rest):
		return j.comment(at)
	case strings.IndexByte(",:{}[]\"", rest[0]) < 0:
		end := strings.IndexAny(rest, " \t\r\n,:{}[]\"")
		if end < 0 {
			end = len(rest)
		}
		return j.invalidWord(at, rest[:end])
	}
	return j.fault(at, message.Of("a value is missing here"), message.Of("write null for nothing, or delete the key"))
}

func (j *jsonReader) invalidWord(at int, word string) bool {
	if isComment(word) {
		return j.comment(at)
	}
	if word[0] == '-' || '0' <= word[0] && word[0] <= '9' {
		return j.fault(at, message.Of("%s is not a number", quote.Text(word)), message.Of("digits with a point for the decimals; texts, dates and phone numbers are written in quotes"))
	}
	return j.fault(at, message.Of("%s is not JSON", quote.Text(word)), message.Of("texts are written in double quotes; only true, false and null are not"))
}

func (j *jsonReader) missingMember(end byte, first bool) bool {
	sign := message.Of(`a closing bracket "]"`)
	if end == '}' {
		sign = message.Of(`a closing brace "}"`)
	}
	rest := j.src[j.pos:]
	before := strings.TrimRight(j.src[:j.pos], " \t\r\n")
	comma := len(before) - 1
	afterComma := !first && strings.HasSuffix(before, ",")
	switch {
	case rest == "":
		return j.fault(j.pos, message.Of("the file ends before %s", sign), message.Of("close every brace and bracket; perhaps the end of the file is lost"))
	case isComment(rest):
		return j.comment(j.pos)
	case afterComma && rest[0] == end:
		return j.fault(max(comma, j.counted), message.Of("there is a comma after the last entry"), message.Of("delete the comma"))
	case end == '}' && (first || afterComma):
		return j.fault(j.pos, message.Of("a key is missing here"), message.Of(`keys are written in double quotes: "name"`))
	case first || afterComma:
		j.tree.Add(Null, "", j.place(j.pos))
		return j.missingValue(j.pos)
	case rest[0] == '"' || rest[0] == '{' && end == ']':
		return j.fault(j.pos, message.Of("a comma is missing before this"), message.Of("separate entries with commas"))
	}
	return j.fault(j.pos, message.Of("a comma or %s is missing here", sign), message.Of("entries are separated by commas"))
}

func isComment(s string) bool { return strings.HasPrefix(s, "//") || strings.HasPrefix(s, "/*") }

func (j *jsonReader) comment(at int) bool {
	return j.fault(at, message.Of("JSON has no comments"), message.Of("delete it, or write the file in YAML, which has them"))
}

func (j *jsonReader) invalidText(start int) bool {
	for i := start + 1; i < len(j.src); {
		switch c := j.src[i]; {
		case c == '"' || c == '\n':
			i = len(j.src)
		case c < ' ':
			return j.fault(i, message.Of("the text has a control character here"), message.Of(`delete it, or write it as %s`, fmt.Sprintf(`\u%04x`, c)))
		case c == '\\' && !isEscape(j.src[i:]):
			return j.fault(i, message.Of("JSON does not know this backslash sequence"), message.Of(`write a backslash twice: "\\"`))
		case c == '\\':
			i += 2
		default:
			i++
		}
	}
	return j.fault(start, message.Of("the text that begins here does not end on its line"), message.Of(`close it with a double quote; a line break within a text is written \n`))
}

func isEscape(s string) bool {
	if len(s) < 2 || s[1] != 'u' {
		return len(s) > 1 && strings.IndexByte(`"\/bfnrt`, s[1]) >= 0
	}
	return len(s) >= 6 && strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}
