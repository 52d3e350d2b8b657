package xlsxfile

import (
	"bytes"
	"regexp"
	"strconv"
)

// sharedTexts reads the texts that cells refer to by number.
func (b *Book) sharedTexts(part string) error {
	packed := b.parts[part]
	if packed == nil {
		return fault(part, "the part is missing")
	}
	left := max(small, mostKept*int(packed.CompressedSize64))
	room := max(fewTexts, int(packed.CompressedSize64)) // each text takes at least a byte, however well it is packed
	var text []byte
	return b.each(part, maxTexts, func(l *lexer) (err error) {
		if !l.is("si") {
			return nil
		}
		if text, err = l.rich(text[:0]); err != nil {
			return err
		}
		shared := string(unmask(text))
		if left -= len(shared); left < 0 || len(b.texts) == room {
			return tooLarge(part, "the texts of the workbook are packed beyond measure")
		}
		b.texts = append(b.texts, shared)
		return nil
	})
}

// rich appends the text of the current element, in runs of several formats, without its pronunciation.
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

// masked is the escape of a character that XML cannot hold: _x000D_. Surrogates do not count.
var masked = regexp.MustCompile(`_x([0-9A-Ca-cE-Fe-f][0-9A-Fa-f]{3}|[Dd][0-7][0-9A-Fa-f]{2})_`)

func unmask(text []byte) []byte {
	if !bytes.Contains(text, []byte("_x")) {
		return text
	}
	return masked.ReplaceAllFunc(text, func(m []byte) []byte {
		r, _ := strconv.ParseUint(string(m[2:6]), 16, 16)
		return []byte(string(rune(r)))
	})
}
