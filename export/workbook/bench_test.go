package workbook_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/workbook"
)

var sizes = []struct{ units, products int }{{10, 20}, {100, 77}, {1000, 200}}

func BenchmarkWorkbook(b *testing.B) {
	for _, size := range sizes {
		m := exporttest.NewMap(b, exporttest.Large(size.units, size.products))
		b.Run(fmt.Sprintf("model/%dx%d", size.units, size.products), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := workbook.New(b.Context(), m, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("xlsx/%dx%d", size.units, size.products), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				wb, err := workbook.New(b.Context(), m, nil)
				if err != nil {
					b.Fatal(err)
				}
				if err := wb.WriteXLSX(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
