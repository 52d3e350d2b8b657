package route

import "testing"

func benchmarkRoute(b *testing.B, task Task) {
	b.ReportAllocs()
	for b.Loop() {
		Route(task)
	}
}

func BenchmarkRoute60Cards25Lines(b *testing.B)    { benchmarkRoute(b, columnsTask(1, 60, 25)) }
func BenchmarkRoute300Cards60Lines(b *testing.B)   { benchmarkRoute(b, columnsTask(2, 300, 60)) }
func BenchmarkRoute2600Cards500Lines(b *testing.B) { benchmarkRoute(b, columnsTask(3, 2600, 500)) }
func BenchmarkRouteStrewn300Cards(b *testing.B)    { benchmarkRoute(b, scattered(4, 300, 60, 16)) }
