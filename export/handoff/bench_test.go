package handoff_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
)

var sizes = []struct{ units, products int }{{10, 20}, {100, 77}, {1000, 200}}

func BenchmarkHandoff(b *testing.B) {
	for _, size := range sizes {
		m := exporttest.NewMap(b, exporttest.Large(size.units, size.products))
		b.Run(fmt.Sprintf("html/%dx%d", size.units, size.products), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, err := handoff.New(b.Context(), m, nil)
				if err != nil {
					b.Fatal(err)
				}
				if err := printer.HTML(b.Context(), io.Discard, d, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
