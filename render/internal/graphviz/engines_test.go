package graphviz

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// runner is what both engines are.
type runner interface {
	Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error)
}

// eachEngine runs a test against the sandbox and, where there is one, a native dot.
func eachEngine(t *testing.T, test func(t *testing.T, engine runner)) {
	t.Run("Sandbox", func(t *testing.T) { test(t, Sandbox{}) })
	t.Run("Exec", func(t *testing.T) {
		if _, err := exec.LookPath("dot"); err != nil {
			t.Skip("there is no native dot on this machine")
		}
		test(t, Exec{})
	})
}

func TestFormats(t *testing.T) {
	eachEngine(t, func(t *testing.T, engine runner) {
		for _, format := range formats {
			t.Run(format, func(t *testing.T) {
				out, warnings, err := engine.Run(t.Context(), boxTree(7), "dot", format)
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
					again, _, err := engine.Run(t.Context(), boxTree(7), "dot", format)
					require.NoError(t, err)
					assert.Equal(t, string(out), string(again))
					assert.Contains(t, string(out), "n6")
				}
			})
		}
	})
}

// countClass counts the groups of an SVG that have a class.
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

func TestLayouts(t *testing.T) {
	const placed = `digraph { a [pos="0,0"]; b [pos="100,50"]; a -> b [pos="e,100,50 0,0 30,20 60,40 90,45"] }`
	eachEngine(t, func(t *testing.T, engine runner) {
		for _, layout := range layouts {
			t.Run(layout, func(t *testing.T) {
				if _, sandbox := engine.(Sandbox); sandbox && layout == "sfdp" {
					_, _, err := engine.Run(t.Context(), []byte(placed), layout, "json0")
					require.ErrorContains(t, err, "triangulation")
					return
				}
				out, _, err := engine.Run(t.Context(), []byte(placed), layout, "json0")
				require.NoError(t, err)
				assert.True(t, json.Valid(out))
			})
		}
	})
}

func TestBadGraphs(t *testing.T) {
	tests := []struct{ name, dot, layout, format, want string }{
		{"syntax", "digraph { a -> ] }", "dot", "svg", "syntax error in line 1 near ']'"},
		{"second line", "digraph {\na -> ]\n}", "dot", "json0", "line 2"},
		{"cut short", "digraph { a ->", "dot", "svg", "syntax error"},
		{"junk after it", "digraph { a } junk", "dot", "json0", "syntax error"},
		{"two graphs", "graph { a } graph { b }", "dot", "json0", ""},
		{"two pictures", "graph { a } graph { b }", "dot", "svg", ""},
		{"empty", "", "dot", "svg", "no graph"},
		{"only space", " \n\t ", "dot", "json0", "no graph"},
		{"only a comment", "/* nothing */", "dot", "dot", "no graph"},
		{"no position", "digraph { a }", "nop2", "json0", "position"},
		{"NUL", "digraph { a\x00 }", "dot", "svg", "NUL character at byte 11"},
		{"not UTF-8", "digraph { a [label=\"\xff\"] }", "dot", "svg", "not valid UTF-8 at byte 20"},
		{"layout", "digraph {}", "dot -o/tmp/x", "svg", `no layout "dot -o/tmp/x"`},
		{"no layout", "digraph {}", "", "svg", `no layout ""`},
		{"format", "digraph {}", "dot", "png", `no format "png"; there are dot, xdot, json, json0, svg, plain`},
	}
	eachEngine(t, func(t *testing.T, engine runner) {
		for _, tt := range tests {
			t.Run(tt.name, func(t *testing.T) {
				out, _, err := engine.Run(t.Context(), []byte(tt.dot), tt.layout, tt.format)
				require.ErrorContains(t, err, tt.want)
				assert.Empty(t, out)
			})
		}
	})
}

func TestWarnings(t *testing.T) {
	const dot = `digraph { a [shape=nosuch]; a -> b:nosuch; c [image="/etc/passwd"] }`
	eachEngine(t, func(t *testing.T, engine runner) {
		out, warnings, err := engine.Run(t.Context(), []byte(dot), "dot", "svg")
		require.NoError(t, err)
		assert.NotEmpty(t, out)
		said := strings.Join(warnings, "\n")
		assert.Contains(t, said, "using box for unknown shape nosuch")
		assert.Contains(t, said, "port nosuch unrecognized")
		assert.Contains(t, said, `No or improper image="/etc/passwd"`)
		assert.NotContains(t, string(out), "root:")
	})
}

func TestHostileText(t *testing.T) {
	texts := []string{
		`</svg><script>alert(1)</script>`, `]]>`, `&amp;`, `=cmd()`, `_x0041_`, "שלום", "🗺️", strings.Repeat("x", 5000),
	}
	eachEngine(t, func(t *testing.T, engine runner) {
		for _, text := range texts {
			svg, _, err := engine.Run(t.Context(), []byte(`digraph { a [label="`+text+`"] }`), "dot", "svg")
			require.NoError(t, err, text)
			assert.Equal(t, 1, countClass(t, svg, "node"), text)
			_, _, err = engine.Run(t.Context(), []byte(`digraph { "`+text+`" }`), "dot", "json0")
			require.NoError(t, err, text)
		}
	})
}

func TestCancelledBefore(t *testing.T) {
	eachEngine(t, func(t *testing.T, engine runner) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		_, _, err := engine.Run(ctx, boxTree(2), "dot", "svg")
		assert.ErrorIs(t, err, context.Canceled)
	})
}

// TestCancelledDuring leaves a run of the sandbox whose work has begun and cannot end.
func TestCancelledDuring(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	work := hold(ctx)
	defer work.release()
	left := leaving(func() error {
		_, _, err := Sandbox{}.Run(work, boxTree(60), "dot", "svg")
		return err
	})
	await(t, work.begun)
	cancel()
	assert.ErrorIs(t, await(t, left), context.Canceled)
}
