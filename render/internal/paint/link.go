package paint

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// safeLink is the link if a picture may lead there, and empty otherwise. Whoever makes a graph is told of a bad link; nothing writes one
// all the same.
func safeLink(link string) string {
	if graph.CheckLink(link) != nil {
		return ""
	}
	return link
}

// linked reports whether any of the items leads somewhere.
func linked(items []scene.Item) bool {
	for _, item := range items {
		if g, ok := item.(scene.Group); ok && (safeLink(g.Link) != "" || linked(g.Items)) {
			return true
		}
	}
	return false
}
