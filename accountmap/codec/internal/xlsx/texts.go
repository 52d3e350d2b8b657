package xlsx

import "io"

// texts are the shared texts of a workbook, one behind the other.
type texts struct {
	all  []byte
	ends []uint32
}

func (t *texts) at(i int) ([]byte, bool) {
	if i < 0 || i >= len(t.ends) {
		return nil, false
	}
	start := uint32(0)
	if i > 0 {
		start = t.ends[i-1]
	}
	return t.all[start:t.ends[i]], true
}

func (b *Book) sharedTexts(part string) error {
	l, done, err := b.lexer(part, maxTexts)
	if err != nil {
		return err
	}
	defer done()
	for {
		if err := l.tag(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if !l.is("si") {
			continue
		}
		start := len(b.texts.all)
		if b.texts.all, err = l.rich(b.texts.all); err != nil {
			return err
		}
		b.texts.all = b.texts.all[:start+len(unmask(b.texts.all[start:]))]
		b.texts.ends = append(b.texts.ends, uint32(len(b.texts.all)))
	}
}

// rich appends the text of the element just begun, which may stand in runs of their own looks, up to its end. How it is pronounced is left out.
func (l *lexer) rich(into []byte) ([]byte, error) {
	if l.empty {
		return into, nil
	}
	depth := l.depth()
	for aside := 0; ; {
		if err := l.tag(); err != nil {
			if err == io.EOF {
				err = l.fault(errCut)
			}
			return into, err
		}
		switch {
		case l.closing && l.depth() < depth:
			return into, nil
		case l.closing && l.depth() < aside:
			aside = 0
		case l.is("rPh") && !l.empty:
			aside = l.depth()
		case l.is("t") && aside == 0:
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
