package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/request"
)

// wordSize is the size of a C int, size_t or pointer in the module, in bytes.
const wordSize = 4

// render parses, lays out and draws one graph. The instance must not be used again.
func (in *instance) render(ctx context.Context, dot []byte, layout, format string) ([]byte, error) {
	gvc := in.newContext(ctx)
	graph := in.readGraph(ctx, dot)
	in.layOut(ctx, gvc, graph, layout)
	out := in.draw(ctx, gvc, graph, format)
	if in.err != nil {
		return nil, in.err
	}
	return out, request.CheckOutput(out, format)
}

// newContext makes the Graphviz context, GVC_t, with the plugins linked into the module. They are a
// C array of lt_symlist_t, a name and an address, terminated by an entry of zeros. The module's own
// list is a GoSlice of pointers in slots of 8 bytes, and lacks the terminator.
func (in *instance) newContext(ctx context.Context) uint32 {
	const slot, entry = 8, 2 * wordSize
	result := in.alloc(ctx, wordSize)
	in.call(ctx, "wasm_bridge_SymList_default", result)
	slice := in.word(result)
	count, slots := in.word(slice), in.word(slice+wordSize)
	list := in.alloc(ctx, uint64(count+1)*entry)
	for i := range count {
		in.write(list+i*entry, in.read(in.word(slots+i*slot), entry))
	}
	const demandLoading = 0 // there is nothing to load from
	return in.mustCall(ctx, "gvContextPlugins", list, demandLoading)
}

// readGraph parses dot, which must contain exactly one graph. A second read, of nothing, finds what
// the first read left in the scanner. Graphviz's reader of files would do the same, but it stops
// inside a quoted string or label of more than 16,384 bytes.
func (in *instance) readGraph(ctx context.Context, dot []byte) uint32 {
	graph := in.call(ctx, "agmemread", in.text(ctx, dot))
	in.checkReported(ctx)
	if graph == 0 {
		in.fail(request.ErrNoGraph)
	}
	next := in.call(ctx, "agmemread", in.text(ctx, nil))
	in.checkReported(ctx)
	if next != 0 {
		in.fail(errors.New("there is more than one graph in the text"))
	}
	return graph
}

// layOut places the nodes and routes the edges of graph.
func (in *instance) layOut(ctx context.Context, gvc, graph uint32, layout string) {
	code := in.call(ctx, "gvLayout", gvc, graph, in.text(ctx, []byte(layout)))
	in.checkReported(ctx)
	if code != 0 {
		in.fail(fmt.Errorf("gvLayout failed with code %d and gave no reason", int32(code)))
	}
}

func (in *instance) draw(ctx context.Context, gvc, graph uint32, format string) []byte {
	results := in.alloc(ctx, 2*wordSize)
	code := in.call(ctx, "gvRenderData", gvc, graph, in.text(ctx, []byte(format)), results, results+wordSize)
	in.checkReported(ctx)
	if code != 0 {
		in.fail(fmt.Errorf("gvRenderData failed with code %d and gave no reason", int32(code)))
	}
	return bytes.Clone(in.read(in.word(results), in.word(results+wordSize)))
}

// errReported marks an error that is among the messages.
var errReported = errors.New("an error was reported")

// checkReported fails if Graphviz has reported an error rather than a warning. A native dot then
// exits with a nonzero status.
func (in *instance) checkReported(ctx context.Context) {
	if in.call(ctx, "agerrors") != 0 {
		in.fail(errReported)
	}
}
