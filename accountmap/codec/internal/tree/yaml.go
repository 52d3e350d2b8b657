package tree

import (
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// yamlReader builds a tree from the nodes of the YAML library. It refuses features that account
// files do not need: anchors, aliases, merge keys, tags, complex keys and multiple documents.
type yamlReader struct {
	*reader
	source
	depth int
	// full is true if the rest of the file is not read.
	full bool
	// refused is the last reported place of an anchor, alias or tag.
	refused Place
}

func (r *reader) yaml(src string) {
	if line := longText(src); line > 0 {
		r.tooLarge(At(line, 1), longTextDetail, longTextHint)
		return
	}
	if tooManyEntries(src) {
		r.tooLarge(At(1, 1), tooManyDetail, tooManyHint)
		return
	}
	if costsTooMuch(src) {
		r.tooLarge(At(1, 1), message.Of("the file has more punctuation, tabs or blank lines than an account of %d entries needs", maxEntries), message.Of("delete what is not part of the account"))
		return
	}
	src = r.printable(src)
	breaks := strings.ContainsAny(src, string(lineBreaks))
	src = exchange(src, lineBreaks, nonCharacters)
	y := &yamlReader{reader: r, source: newSource(src)}
	if line, ok := y.directive(); ok {
		y.syntax(At(line, 1), message.Of("directives are not read"), message.Of(`delete the line that begins with "%%"`))
		return
	}
	root, fault := load(src)
	if fault != nil {
		y.explain(fault)
		// The text before the faulty top-level key is read, to report its problems too.
		if root, _ = load(src[:y.starts[y.topLine(fault)-1]]); root == nil {
			return
		}
	}
	if root == nil || len(root.Content) == 0 || isEmpty(root.Content[0]) {
		y.syntax(At(1, 1), message.Of("the file is empty"), YAML.Beginning())
		return
	}
	y.value(root.Content[0], nil)
	if breaks {
		for i := range y.tree.nodes {
			y.tree.nodes[i].text = exchange(y.tree.nodes[i].text, nonCharacters, lineBreaks)
		}
	}
}

// load parses a text. It returns the document, or nil, and the first syntax error.
func load(src string) (*yaml.Node, *yaml.LoadError) {
	loader, err := yaml.NewLoader(strings.NewReader(src), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		return nil, &yaml.LoadError{Message: err.Error()}
	}
	var first, second yaml.Node
	err = loader.Load(&first)
	if err == nil {
		if err = loader.Load(&second); err == nil {
			return &first, &yaml.LoadError{Message: secondDocument, Mark: yaml.Mark{Line: second.Line, Column: second.Column}}
		}
		if errors.Is(err, io.EOF) {
			return &first, nil
		}
	}
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if fault, ok := errors.AsType[*yaml.LoadError](err); ok {
		return nil, fault
	}
	return nil, &yaml.LoadError{Message: err.Error()}
}

// directive returns the first line that is not a comment, if it is a directive.
func (y *yamlReader) directive() (line int, ok bool) {
	for i := range y.starts {
		if text := strings.TrimSpace(y.line(i + 1)); text != "" && text[0] != '#' {
			return i + 1, text[0] == '%' && y.line(i + 1)[0] == '%'
		}
	}
	return 0, false
}

func isPlain(n *yaml.Node) bool {
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Kind == yaml.ScalarNode && n.Style&quoted == 0
}

func isEmpty(n *yaml.Node) bool { return isPlain(n) && n.Value == "" }

func (y *yamlReader) properties(n *yaml.Node) {
	at := At(n.Line, n.Column)
	if at == y.refused {
		return
	}
	switch rest := y.from(n); {
	case n.Kind == yaml.AliasNode:
		y.refused = at
		y.syntax(at, aliasDetail, aliasHint)
	case strings.HasPrefix(rest, "&"):
		y.refused = at
		y.syntax(at, anchorDetail, anchorHint+inQuotes(rest))
	case strings.HasPrefix(rest, "!"):
		y.refused = at
		y.syntax(at, tagDetail, tagHint+inQuotes(rest))
	}
}

// value adds a node. The parent is nil for the root.
func (y *yamlReader) value(n, parent *yaml.Node) {
	if !y.room(n) {
		return
	}
	y.depth++
	defer func() { y.depth-- }()
	y.properties(n)
	at := At(n.Line, n.Column)
	switch {
	case n.Kind == yaml.ScalarNode && isPlain(n):
		y.plain(n)
	case n.Kind == yaml.ScalarNode:
		y.tree.Add(Text, n.Value, at)
	case n.Kind == yaml.SequenceNode:
		y.sequence(n, parent)
	case n.Kind == yaml.MappingNode:
		y.mapping(n)
	default: // an alias
		y.tree.Add(Null, "", at)
	}
}

// room returns false if the file is too large or too deep for another value, and adds a null
// instead.
func (y *yamlReader) room(n *yaml.Node) bool {
	at := At(n.Line, n.Column)
	deep := y.depth > maxDepth
	switch {
	case y.full:
	case deep:
		y.tooLarge(at, deepDetail, deepHint)
	case y.tree.full():
		y.tooLarge(at, tooManyDetail, tooManyHint)
	default:
		return true
	}
	y.full = true
	y.tree.Add(Null, "", at)
	return false
}

var nulls = [...]string{"null", "Null", "NULL", "~"}

// plain adds a value without quotes, which may be missing.
func (y *yamlReader) plain(n *yaml.Node) {
	at, start := At(n.Line, n.Column), y.offset(n.Line, n.Column)
	if n.Value == "" {
		y.tree.Add(Null, "", at-1) // the place of the colon or the dash
		if comment, ok := y.hidden(start); ok {
			missing := &y.tree.nodes[len(y.tree.nodes)-1]
			missing.at, missing.hidden = at+Place(comment-start), true
		}
		return
	}
	if slices.Contains(nulls[:], n.Value) {
		y.tree.Add(Null, "", at)
		return
	}
	i := y.tree.Begin(Plain, n.Value, at)
	end := y.plainEnd(start, n.Value)
	_, y.tree.nodes[i].hidden = y.hidden(end)
	_, more, _ := strings.Cut(y.src[start:end], "\n")
	for line := range strings.Lines(more) {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "-") {
			y.syntax(at, message.Of("a text without quotes continues on a line that begins with a dash"),
				message.Of(`put the text in quotes, or below "|"; a list begins on the line after its key`))
			return
		}
	}
}

// hidden returns the offset of a comment on the line that looks like a part of the text: "#1 in
// lab". Real comments usually begin with a space.
func (s *source) hidden(end int) (comment int, ok bool) {
	rest := strings.TrimLeft(s.src[end:], " \t")
	comment = len(s.src) - len(rest)
	if comment == end || !strings.HasPrefix(rest, "#") {
		return 0, false
	}
	first, _ := utf8.DecodeRuneInString(rest[1:])
	return comment, unicode.IsLetter(first) || unicode.IsDigit(first)
}

func (y *yamlReader) sequence(n, parent *yaml.Node) {
	at := At(n.Line, n.Column)
	isBlock := func(n *yaml.Node) bool { return n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0 }
	if parent != nil && isBlock(n) && isBlock(parent) && y.afterDash(n) {
		y.syntax(at, dashDetail, dashHint)
		y.tree.Add(Null, "", at)
		return
	}
	i := y.tree.Begin(List, "", at)
	for _, entry := range n.Content {
		y.tree.entries++
		y.value(entry, n)
		if y.full {
			break
		}
	}
	y.tree.End(i)
}

// afterDash reports whether a dash precedes the node on its line.
func (y *yamlReader) afterDash(n *yaml.Node) bool {
	before := y.src[y.starts[n.Line-1]:y.offset(n.Line, n.Column)]
	return strings.HasSuffix(strings.TrimRight(before, " "), "-")
}

func (y *yamlReader) mapping(n *yaml.Node) {
	at := At(n.Line, n.Column)
	flow := n.Style&yaml.FlowStyle != 0
	if begin := y.from(n); flow && len(n.Content) > 0 && (begin == "" || strings.IndexByte("{&!", begin[0]) < 0) {
		y.pair(n)
		return
	}
	i := y.tree.Begin(Object, "", at)
	for k := 0; k+1 < len(n.Content) && !y.full; k += 2 {
		name, value := n.Content[k], n.Content[k+1]
		if !y.key(name) {
			continue
		}
		if flow && y.bare(name, value) {
			y.syntax(At(name.Line, name.Column), message.Of("a key without a colon and a space"), message.Of("write %s", quote.Text(bracePair(name.Value))))
			continue
		}
		y.tree.AddKey(name.Value, At(name.Line, name.Column))
		if last := y.commas(n, k); last > k {
			k = last
			continue
		}
		y.value(value, n)
	}
	y.tree.End(i)
}

// bracePair returns a text within braces as a key and a value: "from:jon", "from=jon", "from jon".
func bracePair(text string) string {
	narrowed, _ := narrow(text)
	if i := strings.IndexAny(narrowed, ":= "); i > 0 {
		return pairOf(narrowed[:i], narrowed[i+1:])
	}
	return text + ": ..."
}

// key reports an invalid key. It returns false for one.
func (y *yamlReader) key(n *yaml.Node) bool {
	at := At(n.Line, n.Column)
	before := strings.TrimRight(y.src[y.starts[n.Line-1]:y.offset(n.Line, n.Column)], " ")
	broken := y.refused
	switch {
	case strings.HasSuffix(before, "?") && strings.Trim(before, " -?") == "":
		y.syntax(At(n.Line, utf8.RuneCountInString(before)), message.Of(`keys that begin with "?" are not read`), message.Of(`write "key: value"`))
		return false
	case isEmpty(n):
		y.syntax(at, message.Of("a key is missing before the colon"), message.Of(`write "key: value", or put the text in quotes`))
		return false
	case isPlain(n) && n.Value == "<<":
		y.syntax(at, message.Of("merge keys are not read"), message.Of("write the keys out"))
		return false
	case n.Kind == yaml.SequenceNode || n.Kind == yaml.MappingNode:
		y.syntax(at, message.Of("a list or an object cannot be a key"), message.Of(`write "key: value"`))
		return false
	}
	y.properties(n)
	return y.refused == broken
}

// pair reports "key: value" within brackets, which YAML reads as an object.
func (y *yamlReader) pair(n *yaml.Node) {
	end, colon := y.keyEnd(n.Content[0])
	y.tree.Add(Null, "", At(n.Line, n.Column))
	if !colon {
		end = y.offset(n.Line, n.Column)
	}
	y.syntax(y.place(end), message.Of(`a comma or "]" is missing before this`), message.Of("separate entries with commas; put texts with signs in them in quotes"))
}

// bare reports whether a key within braces has neither a colon nor a value.
func (y *yamlReader) bare(name, value *yaml.Node) bool {
	if !isEmpty(value) {
		return false
	}
	_, colon := y.keyEnd(name)
	return !colon
}

// keyEnd returns the offset of the first character after a key, and whether it is a colon.
func (y *yamlReader) keyEnd(n *yaml.Node) (end int, colon bool) {
	start := y.offset(n.Line, n.Column)
	if isPlain(n) {
		end = y.plainEnd(start, n.Value)
	} else {
		end = y.quotedEnd(start)
	}
	end = len(y.src) - len(strings.TrimLeft(y.src[end:], " \n"))
	return end, strings.HasPrefix(y.src[end:], ":")
}

// isListOfWords reports a text such as "decision-maker, user": words in small letters, as the words
// and ids of a list are, after commas.
func isListOfWords(text string) bool {
	for word := range strings.SplitSeq(text, ",") {
		word = strings.TrimSpace(word)
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) || strings.ContainsFunc(word, unicode.IsSpace) {
			return false
		}
	}
	return true
}

// commas reports an unquoted value within braces that contains commas. YAML reads each further part
// as a key without a colon. A null is added for the value at index k+1. The result is the index of
// the last such key, or k.
func (y *yamlReader) commas(n *yaml.Node, k int) int {
	begin := n.Content[k+1]
	if n.Style&yaml.FlowStyle == 0 || begin.Kind != yaml.ScalarNode || begin.Value == "" {
		return k
	}
	var whole strings.Builder
	whole.WriteString(begin.Value)
	last := k
	for last+3 < len(n.Content) {
		rest := n.Content[last+2]
		if rest.Kind != yaml.ScalarNode || rest.Line != begin.Line || !y.bare(rest, n.Content[last+3]) {
			break
		}
		whole.WriteByte(',')
		if start := y.offset(rest.Line, rest.Column); y.src[start-1] == ' ' {
			whole.WriteByte(' ')
		}
		whole.WriteString(rest.Value)
		last += 2
	}
	if last > k {
		text := whole.String()
		hint := message.Of("put the whole text in quotes: %s", quote.Text(text))
		if inner, ok := strings.CutPrefix(text, "("); ok || isListOfWords(text) {
			hint = message.Of("put a list in square brackets: %s, and a text in quotes", "["+strings.TrimSuffix(inner, ")")+"]")
		}
		if amount, ok := Amount(text, ""); ok {
			hint = message.Of("write the amount as %s; a text with a comma goes in quotes", amount)
			if plain, currency, err := (values.Spelling{}).Plain(text, ""); err == nil && currency == "" && plain+"0" == amount {
				hint = message.Of("write the number as %s; a text with a comma goes in quotes", plain)
			}
		}
		y.syntax(At(begin.Line, begin.Column), message.Of("a comma ends a value within braces"), hint)
		y.tree.Add(Null, "", At(begin.Line, begin.Column))
	}
	return last
}
