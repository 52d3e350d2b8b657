package graphviz

import "strings"

// deepTables returns a graph of one node with n nested tables. Drawing them takes about 700 bytes
// of stack each.
func deepTables(n int) []byte {
	return []byte("digraph { a [label=<" + strings.Repeat("<table><tr><td>", n) + "x" + strings.Repeat("</td></tr></table>", n) + ">] }")
}
