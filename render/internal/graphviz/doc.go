// Package graphviz runs Graphviz on one graph at a time, as the command dot -Klayout -Tformat does.
//
// [Sandbox] runs the Graphviz that is carried here, version 12.1.2 compiled to WebAssembly: no
// program to install, no file, network or environment within its reach, and no state shared between
// two calls. [Exec] runs a native dot instead.
//
// The module comes from github.com/goccy/go-graphviz (see graphviz.wasm.md), whose own interface is
// not used: it holds one instance for the whole process, which two goroutines must not use at once,
// which keeps growing, and whose failed layouts can look like empty pictures.
package graphviz
