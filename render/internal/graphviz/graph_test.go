package graphviz

import (
	"fmt"
	"strings"
)

// boxTree is a tree of n boxes of fixed size, five under each.
func boxTree(n int) []byte {
	var b strings.Builder
	b.WriteString("digraph g {\nnode [shape=box fixedsize=true width=2 height=0.8 label=\"\"]\n")
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, "n%d -> n%d\n", (i-1)/5, i)
	}
	b.WriteString("}\n")
	return []byte(b.String())
}

// deepTables is one node with n tables inside each other. Drawing them takes about 700 bytes of stack each.
func deepTables(n int) []byte {
	return []byte("digraph { a [label=<" + strings.Repeat("<table><tr><td>", n) + "x" + strings.Repeat("</td></tr></table>", n) + ">] }")
}
