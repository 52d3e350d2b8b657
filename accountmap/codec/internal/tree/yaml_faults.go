package tree

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// secondDocument is also the message of an error.
const secondDocument = "a second document begins here"

var (
	aliasDetail = message.Of("aliases are not read")
	aliasHint   = message.Of(`write the value out; a text that begins with "*" goes in quotes`)
	tagDetail   = message.Of("tags are not read")
	tagHint     = message.Of(`delete the word that begins with "!", or put the text in quotes`)

	anchorDetail = message.Of("anchors are not read")
	anchorHint   = message.Of(`write the value out wherever it is meant; a text that begins with "&" goes in quotes`)

	dashDetail  = message.Of("there is a second dash on this line")
	dashHint    = message.Of("delete it, and align the entry's keys below each other")
	deepHint    = message.Of("an account file needs no more than a few levels")
	indentation = message.Of("the indentation of this line fits nothing above it")
	alignHint   = message.Of("align it with the line that it belongs to")
	entryHint   = alignHint + message.Of("; a new entry begins with a dash")
	commaHint   = message.Of("separate entries with commas; put texts with signs in them in quotes")
)

// inQuotes shows, after a hint, how the first word or the rest of a line is written in quotes.
func inQuotes(rest string) string {
	text, _, _ := strings.Cut(rest, "\n")
	if end := strings.IndexAny(text, ",]}#"); end > 0 {
		text = text[:end]
	}
	return ": " + quote.Text(strings.TrimSpace(text))
}

// explain reports the first syntax error in plain words. The library names the violated YAML rule;
// the surrounding lines show the intention.
func (y *yamlReader) explain(e *yaml.LoadError) {
	mark, context := e.Mark, e.ContextMark
	at := At(max(1, mark.Line), max(1, mark.Column))
	has := func(text string) bool { return strings.Contains(e.Message, text) }
	within := func(text string) bool { return strings.Contains(e.ContextMsg, text) }
	for i, line := range strings.Split(y.src, "\n") {
		if strings.HasPrefix(line, "<<<<<<< ") {
			y.syntax(At(i+1, 1), message.Of("a merge of two versions was not finished here"), message.Of(`keep one of the two texts between "<<<<<<<" and ">>>>>>>", and delete these lines`))
			return
		}
	}
	switch {
	case e.Message == secondDocument:
		y.syntax(at, message.Of("a second document begins here"), message.Of("a file holds one account: delete this line, or make two files"))
	case has("exceeded max depth"):
		y.tooLarge(at, deepDetail, deepHint)
	case has("unknown anchor"), within("an alias"):
		y.syntax(at, aliasDetail, aliasHint)
	case within("an anchor"):
		y.syntax(At(context.Line, context.Column), anchorDetail, anchorHint)
	case within("a tag"), has("tag handle"):
		y.syntax(At(context.Line, context.Column), tagDetail, tagHint)
	case y.comment(mark.Line), y.comment(context.Line):
	case has("tab"), has("cannot start any token") && strings.HasPrefix(y.rest(mark), "\t"):
		y.syntax(at, message.Of("YAML wants spaces here, not a tab"), message.Of("indent with spaces"))
	case y.strangeMargin(mark):
	case has("cannot start any token"):
		y.syntax(at, message.Of("a text cannot begin with this character"), message.Of("put the text in quotes")+inQuotes(y.rest(mark)))
	case has("unknown escape"):
		y.syntax(at+1, message.Of("YAML does not know this backslash sequence"), message.Of("write a backslash twice, or use single quotes"))
	case within("a quoted scalar") && has("unexpected"):
		y.syntax(At(context.Line, context.Column), message.Of("the text that begins here does not end"), message.Of("close it with the same quote"))
	case within("a quoted scalar"):
		y.syntax(at, message.Of("YAML does not know this backslash sequence"), message.Of("write a backslash twice, or use single quotes"))
	case within("a block scalar") && has("line break"):
		y.syntax(at, message.Of(`a text begins on the line of its "|" or ">"`), message.Of("begin it on the next line, indented"))
	case within("a block scalar"):
		y.syntax(at, message.Of("the lines of this text are not indented alike"), message.Of("indent every line of the text by the same number of spaces"))
	case has("expected ':'"):
		y.noColon(context)
	case y.unclosedQuote(mark), y.unclosedBracket(mark):
	case has("mapping values"):
		y.strayColon(mark)
	case has("block sequence entries") && y.startsLine(mark):
		y.syntax(at, indentation, alignHint)
	case has("block sequence entries"):
		y.syntax(at, message.Of("a list begins on the line of its key"), message.Of("begin a new line before the first dash"))
	case has("'-' indicator"):
		y.noDash(mark, context)
	case has("',' or"), within("a flow"):
		y.inBrackets(mark)
	case has("document start"):
		y.syntax(at, message.Of("the file continues after its end"), message.Of("give every key at the top the same indentation"))
	case has("expected key"):
		y.noKey(mark)
	default:
		y.unexpected(mark)
	}
}

// comment reports a line that begins as comments of other languages do.
func (y *yamlReader) comment(line int) bool {
	text := y.line(line)
	hint, ok := Comment(strings.TrimSpace(text))
	if ok {
		y.syntax(At(line, 1+len(text)-len(strings.TrimLeft(text, " "))), message.Of(`a comment begins with "#"`), hint)
	}
	return ok
}

// Comment returns a hint for a text that begins as comments of other languages do.
func Comment(text string) (hint string, ok bool) {
	for _, begin := range []string{"//", "/*", "<!--", ";", "-- "} {
		if rest, found := strings.CutPrefix(text, begin); found && (begin != "-- " || !strings.Contains(rest, ": ")) {
			return message.Of("write %s", quote.Text("# "+strings.TrimSpace(strings.TrimRight(rest, "*/->")))), true
		}
	}
	return "", false
}

// strangeMargin reports a tab or a space of a word processor in the indentation of the faulty line
// or of the line before. YAML allows tabs within brackets, so that such a tab matters only after an
// unclosed bracket.
func (y *yamlReader) strangeMargin(m yaml.Mark) bool {
	for line := max(1, m.Line); line >= max(1, m.Line-1); line-- {
		text := y.line(line)
		margin := text[:len(text)-len(strings.TrimLeftFunc(text, isSpace))]
		strange := strings.IndexFunc(margin, func(r rune) bool { return r != ' ' })
		if strange < 0 || strings.TrimSpace(text) == "" {
			continue
		}
		detail, hint := message.Of("YAML wants spaces here, not a tab"), message.Of("indent with spaces")
		if margin[strange] != '\t' {
			detail, hint = message.Of("YAML wants ordinary spaces here, not those of a word processor"), message.Of("delete the spaces that begin the line, and type them again")
		}
		y.syntax(At(line, strange+1), detail, hint)
		return true
	}
	return false
}

// isSpace also covers the characters without width that word processors write.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func (s *source) rest(m yaml.Mark) string { return s.src[s.offset(max(1, m.Line), m.Column):] }

func (s *source) startsLine(m yaml.Mark) bool {
	text := s.line(m.Line)
	return utf8.RuneCountInString(text)-utf8.RuneCountInString(strings.TrimLeft(text, " \t")) == m.Column-1
}

// topLine returns the line of the top-level key that contains the fault.
func (y *yamlReader) topLine(e *yaml.LoadError) int {
	line := max(1, min(e.Mark.Line, len(y.starts)))
	if strings.Contains(e.ContextMsg, "scalar") && e.ContextMark.Line > 0 {
		line = e.ContextMark.Line
	}
	if open, _ := y.innermost(e.Mark); open.Line > 0 {
		line = min(line, open.Line)
	}
	for line > 1 && (y.line(line) == "" || strings.IndexByte(" \t-#}]", y.line(line)[0]) >= 0) {
		line--
	}
	return line
}

// noColon reports a text that would be a key with a colon and a space after it.
func (y *yamlReader) noColon(m yaml.Mark) {
	at := At(m.Line, m.Column)
	text, _, _ := strings.Cut(y.rest(m), "\n")
	text, wide := narrow(text)
	name, value, divided := strings.Cut(text, ":")
	switch word, rest, _ := strings.Cut(text, " "); {
	case strings.HasPrefix(text, "-"):
		y.entryWithoutDash(at, text)
	case wide:
		y.syntax(at, message.Of("a key with a wide colon"), message.Of("write an ordinary colon and a space: %s", quote.Text(pairOf(name, value))))
	case divided:
		y.syntax(at, message.Of("a key and a colon without a space after it"), message.Of("write a space after the colon: %s", quote.Text(pairOf(name, value))))
	case strings.TrimLeft(rest, "= ") != "":
		y.syntax(at, message.Of("a key without a colon"), message.Of("write %s", quote.Text(word+": "+strings.TrimLeft(rest, "= "))))
	default:
		y.syntax(at, message.Of("a key without a colon"), message.Of(`write "key: value"`))
	}
}

// narrow replaces the first wide colon of East Asian keyboards.
func narrow(text string) (narrowed string, wide bool) {
	narrowed = strings.Replace(text, "：", ":", 1)
	return narrowed, narrowed != text
}

func pairOf(name, value string) string {
	return strings.TrimSpace(name + ": " + strings.TrimFunc(value, isSpace))
}

// strayColon reports a colon after an invalid key: a second colon on a line, or a colon on a line
// that YAML reads as a continuation.
func (y *yamlReader) strayColon(m yaml.Mark) {
	before := y.src[y.starts[m.Line-1]:y.offset(m.Line, m.Column)]
	words := strings.TrimLeft(before, " \t-")
	margin := len(before) - len(strings.TrimLeft(before, " \t"))
	previous := m.Line - 1
	for previous > 1 && strings.TrimSpace(y.line(previous)) == "" {
		previous--
	}
	text := y.line(previous)
	entry, isEntry := strings.CutPrefix(strings.TrimLeft(text, " "), "- ")
	above := strings.TrimSpace(text)
	wideAbove, wide := narrow(strings.TrimPrefix(above, "- "))
	name, value, _ := strings.Cut(wideAbove, ":")
	switch {
	case !isEntry && WithoutBullet(above) != above:
		y.entryWithoutDash(At(previous, 1+len(text)-len(strings.TrimLeft(text, " "))), above)
	case strings.HasPrefix(words, "("):
		y.syntax(At(m.Line, margin+1), message.Of("round brackets hold no keys"), message.Of("write braces: %s", "{"+strings.Trim(strings.TrimLeft(y.line(m.Line), " -"), "() ")+"}"))
	case wide && !strings.Contains(words, ": "):
		y.syntax(At(previous, 1+len(text)-len(strings.TrimLeft(text, " "))), message.Of("a key with a wide colon"), message.Of("write an ordinary colon and a space: %s", quote.Text(pairOf(name, value))))
	case strings.Contains(words, ": "):
		y.syntax(At(m.Line, m.Column), message.Of("there is a second colon on this line"), message.Of("put the text in quotes, or begin a new line"))
	case !isEntry && !strings.Contains(above, ":") && strings.HasPrefix(before[margin:], "- "):
		y.syntax(At(previous, 1+len(text)-len(strings.TrimLeft(text, " "))), message.Of("a key without a colon"), message.Of("write %s", quote.Text(above+":")))
	case isEntry && !strings.Contains(entry, ": "):
		id, _, _ := strings.Cut(strings.TrimLeft(entry, " "), " ")
		column := utf8.RuneCountInString(text) - utf8.RuneCountInString(strings.TrimLeft(entry, " ")) + 1
		y.syntax(At(previous, column), message.Of("the entry begins with a text instead of a key"), message.Of(`write "key: value", such as %s`, quote.Text("- id: "+id)))
	default:
		y.syntax(At(m.Line, margin+1), message.Of("this line is indented deeper than the line before it"), alignHint)
	}
}

// noDash reports a text where the next entry of a list should begin. The list begins at the
// context.
func (y *yamlReader) noDash(m, context yaml.Mark) {
	at := At(m.Line, m.Column)
	first := yaml.Node{Line: context.Line, Column: context.Column}
	text := strings.TrimSpace(y.line(m.Line))
	_, value, isKey := strings.Cut(text+" ", ": ")
	switch {
	case strings.HasPrefix(y.rest(context), "-") && y.afterDash(&first):
		y.syntax(At(context.Line, context.Column), dashDetail, dashHint)
	case !y.startsLine(m):
		y.unexpected(m)
	case m.Column == context.Column && isKey && strings.TrimSpace(value) != "":
		y.entryWithoutDash(at, text)
	default:
		y.syntax(at, indentation, entryHint)
	}
}

func (y *yamlReader) entryWithoutDash(at Place, text string) {
	detail, begin := message.Of("the dash of a new entry is missing"), WithoutBullet(text)
	if begin != text {
		detail = message.Of("the entry does not begin with a dash and a space")
	}
	y.syntax(at, detail, message.Of("begin the entry with a dash, and indent its other keys alike: %s", quote.Text("- "+begin)))
}

// WithoutBullet returns an entry without its dashes, bullet or number: "• id: jon", "1. id: jon".
func WithoutBullet(text string) string {
	text = strings.TrimLeft(text, "-–—•·∙●◦▪‣* \u00a0")
	rest := strings.TrimLeft(text, "0123456789")
	if _, entry, ok := strings.Cut(rest, " "); ok && rest != text && (rest[0] == '.' || rest[0] == ')') {
		return strings.TrimSpace(entry)
	}
	return text
}

func (y *yamlReader) noKey(m yaml.Mark) {
	at := At(m.Line, m.Column)
	text := y.rest(m)
	switch {
	case !y.startsLine(m):
		y.unexpected(m)
	case strings.HasPrefix(text, "- "), strings.HasPrefix(text, "-\n"):
		y.syntax(at, message.Of("a list entry is among keys"), message.Of("indent the list below the key that it belongs to"))
	default:
		y.syntax(at, indentation, alignHint)
	}
}

func (y *yamlReader) inBrackets(m yaml.Mark) {
	line := m.Line
	if y.startsLine(m) || y.rest(m) == "" {
		for line--; line > 1 && strings.TrimSpace(y.line(line)) == ""; {
			line--
		}
		if column, ok := y.hiddenOn(line); ok {
			y.syntax(At(line, column), message.Of(`"#" begins a comment, which hides the rest of the line, brackets too`), message.Of("put the text in quotes"))
			return
		}
	}
	open, sign := y.innermost(m)
	text, _, _ := strings.Cut(y.rest(m), "\n")
	switch {
	case open.Line == 0:
		y.unexpected(m)
	case strings.TrimSpace(y.rest(m)) == "":
		y.syntax(At(open.Line, open.Column), message.Of("the bracket that opens here is not closed"), message.Of("close it with %s", sign))
	case text != "" && strings.IndexByte("]},", text[0]) >= 0:
		y.unexpected(m)
	default:
		y.syntax(At(m.Line, m.Column), message.Of("a comma or %s is missing before this", sign), commaHint)
	}
}

// unclosedBracket reports an unclosed bracket before a faulty line that looks like the next entry
// or key.
func (y *yamlReader) unclosedBracket(m yaml.Mark) bool {
	open, sign := y.innermost(m)
	if open.Line == 0 || open.Line >= m.Line {
		return false
	}
	indent := func(text string) int { return len(text) - len(strings.TrimLeft(text, " ")) }
	text := y.line(m.Line)
	isKey := strings.Contains(text+" ", ": ") && (sign == `"]"` || indent(text) <= indent(y.line(open.Line)))
	if _, hidden := y.hiddenOn(m.Line - 1); hidden || !isKey && !strings.HasPrefix(strings.TrimLeft(text, " "), "- ") {
		return false
	}
	y.syntax(At(open.Line, open.Column), message.Of("the bracket that opens here is not closed"), message.Of("close it with %s", sign))
	return true
}

// hiddenOn returns the column of a comment that looks like a part of the text before it.
func (y *yamlReader) hiddenOn(line int) (column int, ok bool) {
	text := y.line(line)
	for i := strings.Index(text, " #"); i >= 0; {
		if offset, ok := y.source.hidden(y.starts[line-1] + i); ok {
			return 1 + utf8.RuneCountInString(y.src[y.starts[line-1]:offset]), true
		}
		next := strings.Index(text[i+1:], " #")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return 0, false
}

// unclosedQuote reports a quoted text that ends before the fault on its line and began on an
// earlier line. Its closing quote is probably the opening quote of another text.
func (y *yamlReader) unclosedQuote(m yaml.Mark) bool {
	_, quote := y.enclosing(m)
	if quote.Line == 0 {
		return false
	}
	y.syntax(At(quote.Line, quote.Column), message.Of("the text in quotes that begins here ends on line %d, where more follows", m.Line),
		message.Of("is its closing quote missing? close the text where it ends"))
	return true
}

func (y *yamlReader) unexpected(m yaml.Mark) {
	at := At(max(1, m.Line), max(1, m.Column))
	rest := y.rest(m)
	before := strings.TrimRight(y.src[:len(y.src)-len(rest)], " ")
	switch {
	case rest != "" && strings.IndexByte("]}", rest[0]) >= 0:
		y.syntax(at, message.Of("unmatched %s", quote.Text(rest[:1])), message.Of("delete it, or put the text in quotes"))
	case strings.HasPrefix(rest, ","):
		y.syntax(at, message.Of("a comma separates nothing here"), message.Of("delete it, or put the text in quotes"))
	case strings.HasPrefix(rest, "&"):
		y.syntax(at, anchorDetail, anchorHint)
	case strings.HasPrefix(rest, "!"):
		y.syntax(at, tagDetail, tagHint)
	case strings.HasPrefix(rest, ":"):
		y.syntax(at, message.Of("a key is missing before the colon"), message.Of(`write "key: value", or put the text in quotes`))
	case strings.HasSuffix(before, "'"):
		y.syntax(at, message.Of("the text continues after its closing quote"), message.Of("put it in double quotes; within single ones, an apostrophe is written twice"))
	case strings.HasSuffix(before, `"`):
		y.syntax(at, message.Of("the text continues after its closing quote"), message.Of("put the whole text in single quotes, as in 'Director \"Ops\"'"))
	default:
		y.syntax(at, message.Of("this is not expected here"), message.Of("begin a new line, or put the whole text in quotes"))
	}
}
