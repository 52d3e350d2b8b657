// Package graphviz runs Graphviz on one graph at a time, as the command dot -Klayout -Tformat does.
//
// [Sandbox] runs the Graphviz that comes with github.com/goccy/go-graphviz, compiled to WebAssembly: no program to install, no
// file, network or environment within its reach, and no state shared between two calls. [Exec] runs a native dot instead.
//
// The go-graphviz package itself is not used, only the module that it carries. Its own interface holds one instance for the
// whole process, which two goroutines must not use at once, which keeps growing, and whose failed layouts can look like empty pictures.
package graphviz
