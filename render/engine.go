package render

import (
	"context"

	"github.com/accountatlas/accountatlas/render/internal/graphviz"
)

// Engine is a Graphviz. Graphviz places people under their managers; everything else is ours.
//
// There are three: [Sandbox] is the default, [Exec] runs an installed Graphviz, and package
// gographviz uses github.com/goccy/go-graphviz, for programs that have it already. Run takes a
// graph in DOT and answers as "dot -Klayout -Tformat" does; warnings are the lines that Graphviz
// writes to standard error. An Engine is safe for concurrent use and gives the same output for the
// same input.
type Engine interface {
	Run(ctx context.Context, dot []byte, layout, format string) (out []byte, warnings []string, err error)
}

// ErrNoEngine reports that the built-in Graphviz cannot be started. Use [Exec] with an installed
// one.
var ErrNoEngine = graphviz.ErrNoEngine

// Sandbox is the built-in Graphviz: WebAssembly without access to files, network, clock or
// environment. The zero Sandbox is ready to use. The compiled module is shared; each run has its
// own instance, so nothing leaks from one drawing to the next.
type Sandbox struct{}

// Run implements [Engine]. The error is [ErrNoEngine], one of ctx, or what Graphviz says is wrong
// with the graph.
func (Sandbox) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	return graphviz.Sandbox{}.Run(ctx, dot, layout, format)
}

// Exec is the Graphviz installed on this machine.
type Exec struct {
	// Path is the path of the dot program. Empty means the dot found on the PATH.
	Path string
}

// Run implements [Engine]. The process gets no shell and no environment but PATH, and is killed
// when ctx ends. The error says that there is no such program, or what is wrong with the graph.
func (e Exec) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	return graphviz.Exec{Path: e.Path}.Run(ctx, dot, layout, format)
}
