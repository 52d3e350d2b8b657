// Package graphviz runs Graphviz on one graph at a time, like the command dot -Klayout -Tformat.
//
// [Sandbox] runs the embedded Graphviz, version 12.1.2 compiled to WebAssembly. It needs no
// installed program, has no access to files, network or environment, and shares no state between
// calls. [Exec] runs a native dot instead.
//
// The module comes from github.com/goccy/go-graphviz (see graphviz.wasm.md). The interface of
// go-graphviz is not used: it has one instance for the whole process, which is not safe for
// concurrent use and keeps growing. Its failed layouts can look like empty pictures.
package graphviz

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// engine is a compiled Graphviz. It is safe for concurrent use; each call gets its own instance.
type engine struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	stack    stack
	limit    uint64        // memory of one instance, bytes
	slots    chan struct{} // one token for each instance in flight, abandoned ones too
	spares   spares
}

// shared compiles the embedded Graphviz at first use, once per process.
var shared = sync.OnceValues(func() (*engine, error) {
	return newEngine(embedded, cacheDir(), memoryLimit)
})

// newEngine compiles module. The folder cache keeps the code between processes; it may be "" or
// unusable.
func newEngine(module []byte, cache string, limit uint64) (*engine, error) {
	if err := checkModule(module); err != nil {
		return nil, err
	}
	wide, st, err := widenStack(module)
	if err != nil {
		return nil, fmt.Errorf("graphviz: %w: %w", ErrNoEngine, err)
	}
	e := &engine{stack: st, limit: limit, slots: make(chan struct{}, 2*runtime.GOMAXPROCS(0)),
		spares: make(spares, runtime.GOMAXPROCS(0))}
	if cache != "" && dropDamaged(cache) {
		if e.compile(wide, cache) == nil {
			seal(cache)
			return e, nil
		}
		dropAll(cache)
	}
	// Without a usable cache (damaged, or on a full disk) the module is compiled again.
	if err := e.compile(wide, ""); err != nil {
		return nil, fmt.Errorf("graphviz: %w: %w", ErrNoEngine, err)
	}
	return e, nil
}

// compile makes the runtime and the two host modules, and compiles module.
//
// There is no WithCloseOnContextDone: its checks in every loop make a layout three times slower.
func (e *engine) compile(module []byte, cache string) (err error) {
	ctx := context.Background()
	config := wazero.NewRuntimeConfig()
	if cache != "" {
		stored, err := wazero.NewCompilationCacheWithDir(cache)
		if err != nil {
			return err
		}
		config = config.WithCompilationCache(stored)
	}
	e.runtime = wazero.NewRuntimeWithConfig(ctx, config)
	defer func() {
		if err != nil {
			_ = e.runtime.Close(ctx)
		}
	}()
	if e.compiled, err = e.runtime.CompileModule(ctx, module); err != nil {
		return err
	}
	if err = e.stubCallbacks(ctx); err != nil {
		return err
	}
	_, err = wasi_snapshot_preview1.Instantiate(ctx, e.runtime)
	return err
}

// stubCallbacks provides the imports of module "env", with which go-graphviz calls back into Go. We
// register no callback, so a call of one is a fault of the module and ends it.
func (e *engine) stubCallbacks(ctx context.Context) error {
	env := e.runtime.NewHostModuleBuilder("env")
	for _, f := range e.compiled.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" {
			continue
		}
		trap := func(context.Context, api.Module, []uint64) { panic(fmt.Errorf("unexpected callback %s", name)) }
		env.NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(trap), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err := env.Instantiate(ctx)
	return err
}

// ErrNoEngine reports that the embedded Graphviz cannot be used on this machine. Use a native dot
// with [Exec].
var ErrNoEngine = errors.New("the embedded Graphviz cannot be used; install Graphviz and use Exec, which runs its dot command")

// embedded is Graphviz as WebAssembly. The file graphviz.wasm.md says where it comes from and how
// to replace it.
//
//go:embed graphviz.wasm
var embedded []byte

// wasmHeader begins every WebAssembly 1.0 module.
const wasmHeader = "\x00asm\x01\x00\x00\x00"

// checkModule returns an error unless the module looks like WebAssembly.
func checkModule(module []byte) error {
	if !bytes.HasPrefix(module, []byte(wasmHeader)) {
		return fmt.Errorf("graphviz: %w: its %d bytes are not a WebAssembly 1.0 module", ErrNoEngine, len(module))
	}
	return nil
}
