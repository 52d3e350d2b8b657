package layout

import "testing"

func benchmarkRoute(b *testing.B, task routeTask) {
	b.ReportAllocs()
	for b.Loop() {
		route(task)
	}
}

func BenchmarkRoute60Cards25Lines(b *testing.B)    { benchmarkRoute(b, routeColumns(1, 60, 25)) }
func BenchmarkRoute300Cards60Lines(b *testing.B)   { benchmarkRoute(b, routeColumns(2, 300, 60)) }
func BenchmarkRoute2600Cards500Lines(b *testing.B) { benchmarkRoute(b, routeColumns(3, 2600, 500)) }
func BenchmarkRouteStrewn300Cards(b *testing.B)    { benchmarkRoute(b, routeStrewn(4, 300, 60, 16)) }
