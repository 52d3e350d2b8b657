package render

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// smallestText is the size of the smallest text in the picture, in points, and infinite where there is none.
func (d *Drawing) smallestText() float64 { return smallestText(d.scene.Items) }

func smallestText(items []scene.Item) float64 {
	least := math.Inf(1)
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			least = min(least, smallestText(item.Items))
		case scene.Text:
			least = min(least, item.Size)
		}
	}
	return least
}
