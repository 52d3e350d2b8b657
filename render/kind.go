package render

import "github.com/accountatlas/accountatlas/render/graph"

// edgeKinds numbers the looks of edges by their classes.
type edgeKinds map[string]int

func (k edgeKinds) of(classes []graph.Class) int {
	key := ""
	for _, c := range classes {
		key += string(c) + " "
	}
	kind, ok := k[key]
	if !ok {
		kind = len(k)
		k[key] = kind
	}
	return kind
}
