package export_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/accountatlas/accountatlas/export"
	"github.com/accountatlas/accountatlas/export/document"
)

var sizes = []struct{ units, products int }{{10, 20}, {100, 77}, {1000, 200}}

func BenchmarkWorkbook(b *testing.B) {
	for _, size := range sizes {
		m := newMap(b, large(size.units, size.products))
		b.Run(fmt.Sprintf("model/%dx%d", size.units, size.products), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := export.Workbook(m, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("xlsx/%dx%d", size.units, size.products), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				wb, err := export.Workbook(m, nil)
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

func BenchmarkHandoff(b *testing.B) {
	for _, size := range sizes {
		m := newMap(b, large(size.units, size.products))
		b.Run(fmt.Sprintf("html/%dx%d", size.units, size.products), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, err := export.Handoff(m, nil)
				if err != nil {
					b.Fatal(err)
				}
				if err := new(document.Printer).HTML(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
