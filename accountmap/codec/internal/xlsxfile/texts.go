package xlsxfile

import (
	"io"
	"math"
	"slices"
)

// texts are the shared texts of a workbook, one behind the other in chunks. Cells have parts of the chunks, so that a text of the account is in
// memory once; what the account has no part of goes with the workbook. Beside the chunks a text takes two bytes: a hundred thousand
// contacts have half a million.
type texts struct {
	chunks []string
	// first has the number of the first text of each chunk, and ends where each text ends in its chunk, but for the last one, which
	// ends with it.
	first []int
	ends  []uint16
	// open is the chunk to come.
	open []byte
}

// most is how long a chunk of several texts is.
const most = math.MaxUint16

// close adds the text in open that begins at start.
func (t *texts) close(start int) {
	if len(t.open) > most && start > 0 {
		text := slices.Clone(t.open[start:])
		t.open = t.open[:start]
		t.flush()
		t.open = append(t.open, text...)
	}
	if len(t.first) == len(t.chunks) {
		t.first = append(t.first, len(t.ends))
	}
	t.ends = append(t.ends, uint16(min(len(t.open), most)))
	if len(t.open) > most {
		t.flush()
	}
}

// flush makes a chunk of what is open, if there is a text in it.
func (t *texts) flush() {
	if len(t.first) > len(t.chunks) {
		t.chunks = append(t.chunks, string(t.open))
		t.open = t.open[:0]
	}
}

// done is to be called behind the last text.
func (t *texts) done() {
	t.flush()
	t.open, t.ends = nil, slices.Clone(t.ends)
}

// at returns a text by its number, and false when there is none.
func (t *texts) at(i int) (string, bool) {
	if i < 0 || i >= len(t.ends) {
		return "", false
	}
	c, begins := slices.BinarySearch(t.first, i)
	if !begins {
		c--
	}
	chunk, start := t.chunks[c], 0
	if !begins {
		start = int(t.ends[i-1])
	}
	if i+1 == len(t.ends) || c+1 < len(t.first) && t.first[c+1] == i+1 {
		return chunk[start:], true
	}
	return chunk[start:t.ends[i]], true
}

func (b *Book) sharedTexts(part string) error {
	l, done, err := b.lexer(part, maxTexts)
	if err != nil {
		return err
	}
	defer done()
	left := max(small, mostKept*int(b.parts[part].CompressedSize64))
	for {
		if err := l.tag(); err == io.EOF {
			b.texts.done()
			return nil
		} else if err != nil {
			return err
		}
		if !l.is("si") {
			continue
		}
		start := len(b.texts.open)
		if b.texts.open, err = l.rich(b.texts.open); err != nil {
			return err
		}
		b.texts.open = b.texts.open[:start+len(unmask(b.texts.open[start:]))]
		if left -= len(b.texts.open) - start; left < 0 {
			return tooLarge(part, "the texts of the workbook are packed beyond measure")
		}
		b.texts.close(start)
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
