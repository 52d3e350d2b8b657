package xlsxfile

import (
	"io"
)

// sharedTexts reads the texts to which cells refer by number.
func (b *Book) sharedTexts(part string) error {
	l, done, err := b.lexer(part, maxTexts)
	if err != nil {
		return err
	}
	defer done()
	left := max(small, mostKept*int(b.parts[part].CompressedSize64))
	room := max(fewTexts, int(b.parts[part].CompressedSize64)) // each text takes a byte at least, however it is packed
	var text []byte
	for {
		if err := l.tag(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if !l.is("si") {
			continue
		}
		if text, err = l.rich(text[:0]); err != nil {
			return err
		}
		shared := string(unmask(text))
		if left -= len(shared); left < 0 || len(b.texts) == room {
			return tooLarge(part, "the texts of the workbook are packed beyond measure")
		}
		b.texts = append(b.texts, shared)
	}
}

// rich appends the text of the element just begun, which may stand in runs of their own looks, up to its end. How it is pronounced is left out.
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

// unmask resolves the characters that XML cannot hold, which a workbook has as _x000D_, in place.
func unmask(text []byte) []byte {
	out := text[:0]
	for i := 0; i < len(text); i++ {
		if r, ok := masked(text[i:]); ok {
			out = append(out, string(r)...)
			i += len("_x0000_") - 1
			continue
		}
		out = append(out, text[i])
	}
	return out
}

// masked reads the mask at the beginning of a text.
func masked(text []byte) (r rune, ok bool) {
	if len(text) < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_' {
		return 0, false
	}
	for _, c := range text[2:6] {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		case c >= 'a' && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		default:
			return 0, false
		}
	}
	return r, r < 0xD800 || r > 0xDFFF
}
