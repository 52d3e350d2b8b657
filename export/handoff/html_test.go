package handoff_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return root
}

// find returns the first element below n with the id, or nil.
func find(n *html.Node, id string) *html.Node {
	for e := range n.Descendants() {
		for _, a := range e.Attr {
			if a.Key == "id" && a.Val == id {
				return e
			}
		}
	}
	return nil
}

func elements(n *html.Node, name string) []*html.Node {
	var found []*html.Node
	for e := range n.Descendants() {
		if e.Type == html.ElementNode && e.Data == name {
			found = append(found, e)
		}
	}
	return found
}

// said returns the text of n with single spaces.
func said(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && n.Data == "div" {
			b.WriteString(" ")
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// rows returns the rows of every table below n, each cell as its text.
func rows(n *html.Node) [][]string {
	var table [][]string
	for _, tr := range elements(n, "tr") {
		var row []string
		for c := range tr.ChildNodes() {
			if c.Type == html.ElementNode {
				row = append(row, said(c))
			}
		}
		table = append(table, row)
	}
	return table
}
