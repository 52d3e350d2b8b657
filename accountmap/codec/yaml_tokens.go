package codec

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/scanner"
	"github.com/goccy/go-yaml/token"
)

// yamlToken is a token of the YAML lexer, reduced to what the parser looks at.
type yamlToken struct {
	kind         token.Type
	text         string
	line, column int
	// first reports whether nothing stands before it on its line.
	first bool
	// hides is the column of a comment behind it on its line that may have been meant as text, and 0 when there is none.
	hides int
	// until is the line on which a text in quotes ends, when that is not the one where it begins.
	until int
	// spoilt reports a bare text that the lexer does not get right.
	spoilt bool
}

func (t *yamlToken) at() uint64 { return lined(t.line, t.column) }

// scalar reports whether the token is a value by itself.
func (t *yamlToken) scalar() bool {
	switch t.kind {
	case token.StringType, token.SingleQuoteType, token.DoubleQuoteType, token.NullType, token.BoolType, token.IntegerType, token.FloatType,
		token.BinaryIntegerType, token.OctetIntegerType, token.HexIntegerType, token.InfinityType, token.NanType:
		return true
	}
	return false
}

// lexYAML cuts src, which has the lines, into tokens, without comments. Where the lexer stops, so do the tokens; the fault is reported and its place returned.
func lexYAML(src string, lines []string, r *report) (tokens []yamlToken, stopped uint64) {
	raw, err := scan(src)
	columns := cursor{lines: lines}
	lastLine := 0
	for _, t := range raw {
		p := t.Position
		switch t.Type {
		case token.CommentType:
			if n := len(tokens); n > 0 && tokens[n-1].line == p.Line && isMeantAsText(t.Value) {
				tokens[n-1].hides = columns.find(p.Line, p.Column, t.Origin)
			}
			continue
		case token.InvalidType:
			detail, hint := lexFault(t.Error)
			stopped = lined(p.Line, p.Column)
			r.syntax(stopped, detail, hint)
			return tokens, stopped
		}
		y := yamlToken{kind: t.Type, text: t.Value, line: p.Line, column: columns.find(p.Line, p.Column, t.Origin), first: p.Line > lastLine}
		if n := len(tokens); n > 0 && (tokens[n-1].kind == token.LiteralType || tokens[n-1].kind == token.FoldedType) {
			y.line, y.column, y.first = tokens[n-1].line, tokens[n-1].column, false // the lexer places a block of text at its end
		} else if t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType {
			if n := strings.Count(strings.TrimSpace(t.Origin), "\n"); n > 0 {
				y.until = y.line + n
			}
		} else if t.Indicator != token.QuotedScalarIndicator && y.scalar() {
			y.spoilt = isSpoilt(t.Origin)
		}
		lastLine = y.line
		tokens = append(tokens, y)
	}
	if err != nil {
		stopped = lined(1, 1)
		if n := len(tokens); n > 0 {
			stopped = tokens[n-1].at()
		}
		r.syntax(stopped, "the YAML cannot be read from here on", "simplify what follows, or put texts in quotes")
	}
	return tokens, stopped
}

// scan runs the lexer up to its first fault, which is the last token. The error is a panic of the lexer.
func scan(src string) (tokens token.Tokens, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("yaml lexer: %v", p)
		}
	}()
	var s scanner.Scanner
	s.Init(src)
	for {
		some, err := s.Scan()
		tokens = append(tokens, some...)
		if errors.Is(err, io.EOF) || err != nil && len(some) > 0 {
			return tokens, nil
		}
		if err != nil {
			return tokens, err
		}
	}
}

// lexFault puts a message of the lexer into plain words.
func lexFault(message string) (detail, hint string) {
	switch {
	case strings.Contains(message, "tab") || strings.Contains(message, "'\t'") || strings.Contains(message, `'\t'`):
		return "a tab stands where YAML wants spaces", "indent with spaces"
	case strings.Contains(message, "end character of"):
		return "the text that begins here does not end", "close it with the same quote"
	case strings.Contains(message, "reserved character"):
		return "a text cannot begin with this character", "put the text in quotes"
	case strings.Contains(message, "escape"):
		return "a backslash is followed by what YAML does not know", `write a backslash twice, or use single quotes`
	case strings.Contains(message, "indent"):
		return "the lines of this text are not indented alike", "indent every line of the text by the same number of spaces"
	}
	return message, "put texts with signs in them in quotes"
}

// isMeantAsText reports whether a comment looks like a part of the text before it: "#1 in lab", where comments rather begin with a space.
func isMeantAsText(comment string) bool {
	r, _ := utf8.DecodeRuneInString(comment)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isSpoilt reports the source of a bare text in which the lexer drops tabs, takes a comment for text, or miscounts blank lines.
func isSpoilt(source string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(source), "\n")
	if strings.Contains(first, "\t") {
		return true
	}
	for line := range strings.Lines(rest) {
		words := strings.TrimLeft(line, " ")
		if strings.HasPrefix(words, "-") || strings.Contains(line, "\t") || words == "\n" && line != words {
			return true
		}
	}
	return false
}
