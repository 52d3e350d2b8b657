package xlsxfile

import (
	"bytes"
	"github.com/accountatlas/accountatlas/internal/message"
	"regexp"
	"strconv"
	"strings"
)

func (b *Book) sharedTexts(part string) error {
	packed := b.parts[part]
	if packed == nil {
		return fault(part, message.Of("the part is missing"))
	}
	most := max(smallPart, maxTextGrowth*int(packed.CompressedSize64))
	left := most
	var text []byte
	return b.each(part, maxTexts, func(l *lexer) (err error) {
		if !l.is("si") {
			return nil
		}
		if text, err = l.rich(text[:0]); err != nil {
			return err
		}
		shared := string(unescape(text))
		if left -= len(shared); left < 0 || len(b.texts) == maxTextCount {
			return tooLarge(part, message.Of("the texts of the workbook take more than %d MiB, or are more than %d", most>>20, maxTextCount))
		}
		b.texts = append(b.texts, shared)
		return nil
	})
}

func (l *lexer) rich(into []byte) ([]byte, error) {
	for depth := l.depth; ; {
		inside, err := l.inside(depth)
		if err != nil || !inside {
			return into, err
		}
		switch {
		case l.is("rPh"):
			if _, err := l.text(); err != nil {
				return into, err
			}
		case l.is("t"):
			text, err := l.text()
			if err != nil {
				return into, err
			}
			into = append(into, text...)
		}
	}
}

// escapes is the escape of a character that is invalid in XML: _x000D_. Surrogates are not escaped.
var escapes = regexp.MustCompile(`_x([0-9A-Ca-cE-Fe-f][0-9A-Fa-f]{3}|[Dd][0-7][0-9A-Fa-f]{2})_`)

func unescape(text []byte) []byte {
	if !bytes.Contains(text, []byte("_x")) {
		return text
	}
	return escapes.ReplaceAllFunc(text, func(m []byte) []byte {
		r, _ := strconv.ParseUint(string(m[2:6]), 16, 16)
		return []byte(string(rune(r)))
	})
}

func (b *Book) styles(part string) error {
	days, inCells := map[string]bool{}, false
	return b.each(part, maxNames, func(l *lexer) error {
		switch {
		case l.name == "cellXfs":
			inCells = !l.closing
		case l.is("numFmt"):
			id := l.attr("numFmtId")
			code := l.attr("formatCode")
			if days[id] = isDay(code); len(days) > maxFormats {
				return tooLarge(part, message.Of("the workbook has more than %d formats of numbers", maxFormats))
			}
		case l.is("xf") && inCells:
			id := l.attr("numFmtId")
			day, own := days[id]
			b.dates = append(b.dates, day || !own && isBuiltInDay(id))
		}
		return nil
	})
}

// isBuiltInDay reports the built-in date formats, which files do not define.
func isBuiltInDay(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 54 || n == 57 || n == 58)
}

// isDay reports whether a number format shows a date: d or y outside quotes and brackets.
func isDay(code string) bool {
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"', '[':
			end := byte('"')
			if code[i] == '[' {
				end = ']'
			}
			j := strings.IndexByte(code[i+1:], end)
			if j < 0 {
				return false
			}
			i += j + 1
		case '\\', '_', '*':
			i++
		case 'd', 'D', 'y', 'Y':
			return true
		}
	}
	return false
}
