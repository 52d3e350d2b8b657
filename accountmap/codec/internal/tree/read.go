package tree

import (
	"encoding/json"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Format is a syntax of a file.
type Format uint8

// The formats.
const (
	JSON Format = iota
	YAML
)

// Pair returns a key and its value in the notation of the format.
func (f Format) Pair(key, value string) string {
	if f == JSON {
		key = quote.Text(key)
	}
	return key + ": " + value
}

// Beginning returns a description of the first lines of an account file.
func (f Format) Beginning() string {
	return message.Of(`an account file begins with %s and holds the lists "units" and "products"`, f.Pair("format", "1"))
}

const (
	maxDepth   = 64 // lists and objects within each other
	maxEntries = 250_000
	maxNodes   = 8 << 20
	maxPairs   = 250_000 // keys of one object; the largest has forty
	maxText    = 1 << 20 // bytes of one text; an account allows an eighth
)

// Read parses a file into a tree and adds syntax errors to the list. The tree has no root if no
// value could be read. Broken reports that an error made a part of the text unreadable.
func Read(text string, f Format, list *problems.List) (t *Tree, broken bool) {
	r := &reader{tree: &Tree{}, list: list}
	switch {
	case strings.HasPrefix(text, "\xff\xfe"), strings.HasPrefix(text, "\xfe\xff"): // some editors call it "Unicode"
		r.add(At(1, 1), accountmap.ErrInvalidText, message.Of("the file is UTF-16"), message.Of("save the file as UTF-8"))
		return r.tree, true
	case isBinary(text):
		r.add(At(1, 1), accountmap.ErrInvalidText, message.Of("the file is not text: perhaps it is a picture or a packed file, or its text is not UTF-8"),
			message.Of("name the account file; if it is this one, save it as UTF-8, or a workbook as .xlsx"))
		return r.tree, true
	}
	text = repairUTF8(strings.TrimPrefix(text, "\ufeff"), func(at Place) {
		r.add(at, accountmap.ErrInvalidText, message.Of("the text is not UTF-8"), message.Of("save the file as UTF-8"))
	})
	if f == YAML {
		text = newlines(text)
	}
	if f == YAML && !isJSON(text) {
		r.yaml(text)
	} else {
		r.json(text, f)
	}
	return r.tree, r.broken
}

// isJSON reports whether a YAML file is also JSON, whose reader takes a tenth of the memory.
func isJSON(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, " \n\t"), "{") && json.Valid([]byte(text))
}

type reader struct {
	tree   *Tree
	list   *problems.List
	broken bool
}

func (r *reader) add(at Place, code accountmap.Code, detail, hint string) {
	r.list.Add(accountmap.Problem{Level: accountmap.LevelError, Code: code, Pos: at.Pos("")}.Say(detail, hint))
}

func (r *reader) syntax(at Place, detail, hint string) {
	r.broken = true
	r.add(at, accountmap.ErrSyntax, detail, hint)
}

// tooLarge reports that the rest of the file is not read. It returns false for convenience.
func (r *reader) tooLarge(at Place, detail, hint string) bool {
	r.broken = true
	r.add(at, accountmap.ErrTooLarge, detail, hint)
	return false
}

// newlines replaces CR LF and CR, which are also line breaks in YAML, by LF.
func newlines(src string) string {
	if !strings.Contains(src, "\r") {
		return src
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src)
}
