// Package enginetest checks every engine against the same expectations.
package enginetest

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Engine is render.Engine.
type Engine interface {
	Run(ctx context.Context, dot []byte, layout, format string) (out []byte, warnings []string, err error)
}

// BoxTree returns a tree of n boxes of fixed size. Each box has five children.
func BoxTree(n int) []byte {
	var b strings.Builder
	b.WriteString("digraph g {\nnode [shape=box fixedsize=true width=2 height=0.8 label=\"\"]\n")
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, "n%d -> n%d\n", (i-1)/5, i)
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

func Formats(t *testing.T, engine Engine) {
	for _, format := range request.Formats() {
		t.Run(format, func(t *testing.T) {
			out, warnings, err := engine.Run(t.Context(), BoxTree(7), "dot", format)
			require.NoError(t, err)
			assert.Empty(t, warnings)
			switch format {
			case "json", "json0":
				var graph struct {
					Objects []struct{ Name, Pos string }
					Edges   []struct{ Tail, Head int }
				}
				require.NoError(t, json.Unmarshal(out, &graph))
				assert.Len(t, graph.Objects, 7)
				assert.Len(t, graph.Edges, 6)
				for _, node := range graph.Objects {
					assert.Regexp(t, `^[\d.]+,[\d.]+$`, node.Pos, node.Name)
				}
			case "svg":
				assert.Equal(t, 7, countClass(t, out, "node"))
				assert.Equal(t, 6, countClass(t, out, "edge"))
			default:
				again, _, err := engine.Run(t.Context(), BoxTree(7), "dot", format)
				require.NoError(t, err)
				assert.Equal(t, string(out), string(again))
				assert.Contains(t, string(out), "n6")
			}
		})
	}
}

func countClass(t *testing.T, svg []byte, class string) int {
	t.Helper()
	count := 0
	for d := xml.NewDecoder(strings.NewReader(string(svg))); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return count
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "g" {
			for _, a := range start.Attr {
				if a.Name.Local == "class" && a.Value == class {
					count++
				}
			}
		}
	}
}

func Layouts(t *testing.T, engine Engine) {
	const placed = `digraph { a [pos="0,0"]; b [pos="100,50"]; a -> b [pos="e,100,50 0,0 30,20 60,40 90,45"] }`
	for _, layout := range request.Layouts() {
		t.Run(layout, func(t *testing.T) {
			out, _, err := engine.Run(t.Context(), []byte(placed), layout, "json0")
			if layout == "sfdp" && err != nil {
				require.ErrorContains(t, err, "triangulation", "which the embedded Graphviz lacks")
				return
			}
			require.NoError(t, err)
			assert.True(t, json.Valid(out))
		})
	}
}

func BadGraphs(t *testing.T, engine Engine) {
	tests := []struct{ name, dot, layout, format, want string }{
		{"syntax", "digraph { a -> ] }", "dot", "svg", "syntax error in line"},
		{"cut short", "digraph { a ->", "dot", "svg", "syntax error"},
		{"NUL", "digraph { a\x00 }", "dot", "svg", "NUL character at byte 11"},
		{"not UTF-8", "digraph { a [label=\"\xff\"] }", "dot", "svg", "not valid UTF-8 at byte 20"},
		{"layout", "digraph {}", "dot -o/tmp/x", "svg", `no layout "dot -o/tmp/x"`},
		{"no layout", "digraph {}", "", "svg", `no layout ""`},
		{"format", "digraph {}", "dot", "png", `no format "png"; there are dot, xdot, json, json0, svg, plain`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, _, err := engine.Run(t.Context(), []byte(tt.dot), tt.layout, tt.format)
			require.ErrorContains(t, err, tt.want)
			assert.Empty(t, out)
		})
	}
}

// BadLines tests engines with a separate instance for each graph. go-graphviz continues the line
// numbers of an earlier invalid graph.
func BadLines(t *testing.T, engine Engine) {
	_, _, err := engine.Run(t.Context(), []byte("digraph { a -> ] }"), "dot", "svg")
	require.ErrorContains(t, err, "syntax error in line 1 near ']'")
	_, _, err = engine.Run(t.Context(), []byte("digraph {\na -> ]\n}"), "dot", "json0")
	require.ErrorContains(t, err, "line 2")
}

func NoGraph(t *testing.T, engine Engine) {
	for _, text := range []string{"", " \n\t ", "/* nothing */"} {
		out, _, err := engine.Run(t.Context(), []byte(text), "dot", "json0")
		require.Error(t, err, "%q", text)
		assert.Empty(t, out)
	}
}

func HostileText(t *testing.T, engine Engine) {
	texts := []string{
		`</svg><script>alert(1)</script>`, `]]>`, `&amp;`, `=cmd()`, `_x0041_`, "שלום", "🗺️", strings.Repeat("x", 5000),
	}
	for _, text := range texts {
		svg, _, err := engine.Run(t.Context(), []byte(`digraph { a [label="`+text+`"] }`), "dot", "svg")
		require.NoError(t, err, text)
		assert.Equal(t, 1, countClass(t, svg, "node"), text)
		_, _, err = engine.Run(t.Context(), []byte(`digraph { "`+text+`" }`), "dot", "json0")
		require.NoError(t, err, text)
	}
}

func CancelledBefore(t *testing.T, engine Engine) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, _, err := engine.Run(ctx, BoxTree(2), "dot", "svg")
	assert.ErrorIs(t, err, context.Canceled)
}
