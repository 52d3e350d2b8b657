package graphviz

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
)

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

// checkModule reports a module that does not look like WebAssembly.
func checkModule(module []byte) error {
	if !bytes.HasPrefix(module, []byte(wasmHeader)) {
		return fmt.Errorf("graphviz: %w: its %d bytes are not a WebAssembly 1.0 module", ErrNoEngine, len(module))
	}
	return nil
}
