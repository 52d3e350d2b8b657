// Package request checks the requests to a Graphviz and its outputs, in the same way for every
// engine.
package request

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Layouts returns the layouts that an engine accepts. "nop" and "nop2" place nothing: they route
// edges among placed nodes, or only draw.
func Layouts() []string {
	return []string{"dot", "neato", "nop", "nop2", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork"}
}

// Formats returns the formats that an engine writes. All of them are text.
func Formats() []string { return []string{"dot", "xdot", "json", "json0", "svg", "plain"} }

// Check returns an error if Graphviz cannot read a request.
func Check(dot []byte, layout, format string) error {
	if !slices.Contains(Layouts(), layout) {
		return fmt.Errorf("graphviz: no layout %q; there are %s", layout, strings.Join(Layouts(), ", "))
	}
	if !slices.Contains(Formats(), format) {
		return fmt.Errorf("graphviz: no format %q; there are %s", format, strings.Join(Formats(), ", "))
	}
	if i := bytes.IndexByte(dot, 0); i >= 0 {
		return fmt.Errorf("graphviz: the graph has a NUL character at byte %d; DOT is text without any", i)
	}
	if !utf8.Valid(dot) {
		return fmt.Errorf("graphviz: the graph is not valid UTF-8 at byte %d", firstInvalid(dot))
	}
	return nil
}

// firstInvalid returns the offset of the first byte that is not UTF-8 text.
func firstInvalid(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(b)
}

// ErrNoGraph reports text without a graph.
var ErrNoGraph = errors.New("there is no graph in the text")

// ErrIncomplete reports truncated output.
var ErrIncomplete = errors.New("the output is not complete")

// CheckOutput returns an [ErrIncomplete] unless out is a complete document of its format.
func CheckOutput(out []byte, format string) error {
	whole := false
	switch format {
	case "json", "json0":
		whole = json.Valid(out)
	case "svg":
		end := []byte("</svg>\n") // the first must be the last: user text in it is escaped
		i := bytes.Index(out, end)
		whole = i >= 0 && i+len(end) == len(out)
	case "plain":
		whole = bytes.HasSuffix(out, []byte("stop\n"))
	default: // dot, xdot
		whole = bytes.HasSuffix(out, []byte("}\n"))
	}
	if !whole {
		return fmt.Errorf("%w (%d bytes of %s)", ErrIncomplete, len(out), format)
	}
	return nil
}
