package graphviz

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// instance is one Graphviz with its own memory, for one graph and one goroutine.
//
// The first failure stays in err. Every later call, read and write then does nothing, so a sequence
// of them needs only one check.
type instance struct {
	module   api.Module
	memory   *memory
	stack    stack
	messages messages
	err      error
}

// start makes an instance. It has no files, input or environment. Its clocks and random numbers are
// wazero's defaults, which are the same for every instance.
func (e *engine) start(ctx context.Context) (*instance, error) {
	in := &instance{memory: &memory{bytes: e.spares.take(), limit: e.limit, spares: e.spares}, stack: e.stack}
	allocate := func(_, _ uint64) experimental.LinearMemory { return in.memory }
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(allocate))
	config := wazero.NewModuleConfig().
		WithName("").                            // anonymous, or there could be only one
		WithStartFunctions("__wasm_call_ctors"). // not _start, which would also run the end of a program
		WithStderr(&in.messages)
	module, err := e.runtime.InstantiateModule(ctx, e.compiled, config)
	if err != nil {
		return nil, fmt.Errorf("cannot start: %w", err)
	}
	in.module = module
	return in, nil
}

// fail records err unless an earlier error is recorded.
func (in *instance) fail(err error) {
	if in.err == nil {
		in.err = err
	}
}

func (in *instance) call(ctx context.Context, name string, args ...uint32) uint32 {
	if in.err != nil {
		return 0
	}
	f := in.module.ExportedFunction(name)
	if f == nil {
		in.fail(fmt.Errorf("%w: the module has no function %s", ErrNoEngine, name))
		return 0
	}
	params := make([]uint64, len(args))
	for i, a := range args {
		params[i] = uint64(a)
	}
	results, err := f.Call(ctx, params...)
	if err != nil {
		reason, _, _ := strings.Cut(err.Error(), "\n") // the rest is a list of addresses
		in.fail(fmt.Errorf("%s broke down: %s", name, reason))
		return 0
	}
	if len(results) == 0 {
		return 0
	}
	return uint32(results[0])
}

// mustCall calls a function that must return a non-null pointer.
func (in *instance) mustCall(ctx context.Context, name string, args ...uint32) uint32 {
	p := in.call(ctx, name, args...)
	if p == 0 {
		in.fail(fmt.Errorf("%s gave nothing", name))
	}
	return p
}

// alloc returns the address of size bytes of zeros.
func (in *instance) alloc(ctx context.Context, size uint64) uint32 {
	if size > in.memory.limit {
		in.memory.refused = true
		in.fail(errors.New("the text is larger than the memory"))
	}
	return in.mustCall(ctx, "calloc", uint32(size), 1)
}

// text returns the address of a NUL-terminated copy of s.
func (in *instance) text(ctx context.Context, s []byte) uint32 {
	p := in.alloc(ctx, uint64(len(s))+1)
	in.write(p, s)
	return p
}

func (in *instance) word(address uint32) uint32 {
	b := in.read(address, wordSize)
	if in.err != nil {
		return 0
	}
	return binary.LittleEndian.Uint32(b)
}

// read returns a view of size bytes, valid until the next call.
func (in *instance) read(address, size uint32) []byte {
	if in.err != nil {
		return nil
	}
	b, ok := in.module.Memory().Read(address, size)
	if !ok {
		in.fail(fmt.Errorf("%d bytes at %#x are outside the memory", size, address))
	}
	return b
}

func (in *instance) write(address uint32, b []byte) {
	if in.err == nil && !in.module.Memory().Write(address, b) {
		in.fail(fmt.Errorf("%d bytes at %#x are outside the memory", len(b), address))
	}
}

// exhausted returns an error if the instance ran out of memory or stack, which makes any result
// worthless.
func (in *instance) exhausted() error {
	if in.memory.refused {
		return fmt.Errorf("the graph needs more than %d MiB of memory; draw it in smaller parts", in.memory.limit>>20)
	}
	guard, ok := in.module.Memory().Read(in.stack.low, pageSize)
	if !ok || len(bytes.TrimLeft(guard, "\x00")) > 0 {
		return errors.New("the graph needs more stack than there is; draw it in smaller parts")
	}
	return nil
}
