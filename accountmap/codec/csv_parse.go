package codec

import "strings"

// csvFile is the text of one CSV file.
type csvFile struct {
	name string
	text string
	// delimiter stands between fields.
	delimiter byte
	// begin is where the heading begins.
	begin int
}

// csvField is one field of a record, without its quotes.
type csvField struct {
	text string
	at   int // offset of its first character, a quote among them
}

// csvFault is what is wrong with the syntax of a record.
type csvFault struct {
	at           int
	detail, hint string
}

// record reads the record at an offset by RFC 4180, with any of the usual line ends, and returns the offset of the next. Quotes within a
// field that does not begin with one belong to its text. A fault does not keep the rest from being read, but that a quote is not closed.
// The fields are appended to those given.
func (f *csvFile) record(at int, fields []csvField) (all []csvField, next int, fault *csvFault) {
	for {
		field := csvField{at: at}
		if at < len(f.text) && f.text[at] == '"' {
			var closed bool
			if field.text, at, closed = f.quoted(at + 1); !closed {
				return append(fields, field), len(f.text), &csvFault{field.at, "a quote is not closed", `put a quote at the end of the field, and write a quote within it as ""`}
			}
		}
		end := at
		for end < len(f.text) && f.text[end] != f.delimiter && f.text[end] != '\n' && f.text[end] != '\r' {
			end++
		}
		if behind := f.text[at:end]; behind != "" {
			if field.at != at && strings.TrimSpace(behind) != "" && fault == nil {
				fault = &csvFault{at, "something follows a closed quote", `put the whole field in quotes, and write a quote within it as ""`}
			}
			if field.at == at || strings.TrimSpace(behind) != "" {
				field.text += behind
			}
		}
		fields = append(fields, field)
		switch {
		case end == len(f.text):
			return fields, end, fault
		case f.text[end] == f.delimiter:
			at = end + 1
		case strings.HasPrefix(f.text[end:], "\r\n"):
			return fields, end + 2, fault
		default:
			return fields, end + 1, fault
		}
	}
}

// quoted reads up to a quote that is not doubled, and returns the offset behind it.
func (f *csvFile) quoted(at int) (text string, next int, closed bool) {
	start := at
	doubled := false
	for {
		i := strings.IndexByte(f.text[at:], '"')
		if i < 0 {
			return f.text[start:], len(f.text), false
		}
		at += i + 1
		if at == len(f.text) || f.text[at] != '"' {
			break
		}
		doubled = true
		at++
	}
	text = f.text[start : at-1]
	if doubled {
		text = strings.ReplaceAll(text, `""`, `"`)
	}
	return text, at, true
}

// findDelimiter finds what stands between the fields: what the first line says, as Excel writes it ("sep=;"), or else of comma, semicolon and tab the
// one that makes most headings that are known.
func (f *csvFile) findDelimiter(known map[string]int) {
	const most = 1 << 16 // of a heading
	f.delimiter = ','
	if line, _, _ := strings.Cut(f.text[:min(len(f.text), 16)], "\n"); len(line) >= 5 && strings.EqualFold(line[:4], "sep=") && strings.TrimSpace(line[5:]) == "" {
		f.delimiter = line[4]
		f.begin = min(len(f.text), len(line)+1)
		return
	}
	best := -1
	head := csvFile{text: f.text[:min(len(f.text), most)]}
	for _, head.delimiter = range [...]byte{',', ';', '\t'} {
		n := 0
		fields, _, _ := head.record(0, nil)
		for _, field := range fields {
			if _, ok := known[fold(field.text)]; ok {
				n++
			}
		}
		if n > best {
			best, f.delimiter = n, head.delimiter
		}
	}
}

// mark is what stands before decimals in the file: where a comma does, fields have semicolons between them.
func (f *csvFile) mark() decimalMark {
	switch f.delimiter {
	case ',':
		return pointMark
	case ';':
		return commaMark
	}
	return eitherMark
}
