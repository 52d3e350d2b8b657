package graphviz

import "strings"

// deepTables is one node with n tables inside each other. Drawing them takes about 700 bytes of
// stack each.
func deepTables(n int) []byte {
	return []byte("digraph { a [label=<" + strings.Repeat("<table><tr><td>", n) + "x" + strings.Repeat("</td></tr></table>", n) + ">] }")
}
