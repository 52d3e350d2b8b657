package graphviz

import (
	"bytes"
	"errors"
	"fmt"
	_ "unsafe" // for go:linkname

	_ "github.com/goccy/go-graphviz/cdt" // the smallest package that links the module
)

// ErrNoEngine reports that the embedded Graphviz cannot be used in this build or on this machine. The way out is a native dot
// with [Exec].
var ErrNoEngine = errors.New("the embedded Graphviz cannot be used; install Graphviz and use Exec, which runs its dot command")

// embedded is the WebAssembly module inside go-graphviz, which exports no name for it. It is empty when a version of go-graphviz
// has moved it; then the linker finds no such variable and makes one.
//
//go:linkname embedded github.com/goccy/go-graphviz/internal/wasm.wasmFile
var embedded []byte

// wasmHeader opens every WebAssembly 1.0 module.
const wasmHeader = "\x00asm\x01\x00\x00\x00"

// checkModule tells whether module looks like WebAssembly at all.
func checkModule(module []byte) error {
	if len(module) == 0 {
		return fmt.Errorf("graphviz: %w: this go-graphviz keeps its module elsewhere", ErrNoEngine)
	}
	if !bytes.HasPrefix(module, []byte(wasmHeader)) {
		return fmt.Errorf("graphviz: %w: what this go-graphviz carries is not a WebAssembly 1.0 module", ErrNoEngine)
	}
	return nil
}
