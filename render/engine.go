package render

import (
	"context"

	"github.com/accountatlas/accountatlas/render/internal/graphviz"
)

// Engine is a Graphviz that lays out: it takes a graph in DOT and answers as dot -Klayout -Tformat would, with what Graphviz says on
// standard error as warnings. It must be safe for many goroutines and give the same output for the same input.
type Engine interface {
	Run(ctx context.Context, dot []byte, layout, format string) (out []byte, warnings []string, err error)
}

// ErrNoEngine says that the Graphviz which is built in cannot be started; the way out is [Exec] and a Graphviz on the machine.
var ErrNoEngine = graphviz.ErrNoEngine

// Sandbox is the Graphviz that is built in: WebAssembly without access to files, network, clock or environment. The zero Sandbox is
// ready, and all share one compiled module. Each run has an instance of its own, so that nothing leaks from one drawing to the next.
type Sandbox struct{}

// Run lays out. See [Engine].
func (Sandbox) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	return graphviz.Sandbox{}.Run(ctx, dot, layout, format)
}

// Exec is a native Graphviz on this machine.
type Exec struct {
	// Path is that of the program dot. Empty means the dot that the PATH finds.
	Path string
}

// Run lays out. See [Engine].
func (e Exec) Run(ctx context.Context, dot []byte, layout, format string) ([]byte, []string, error) {
	return graphviz.Exec{Path: e.Path}.Run(ctx, dot, layout, format)
}
