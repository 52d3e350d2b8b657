package route

import (
	"fmt"
	"math/rand/v2"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// mapTask returns a packed map: a head office above boxes of stacked columns, with tree lines in
// the columns.
func mapTask() Task {
	t := Task{Bounds: geom.Rect{X: 32, Y: 86, W: 1416, H: 848}}
	card := func(x, y float64) int {
		t.Cards = append(t.Cards, geom.Rect{X: x, Y: y, W: 196, H: 60})
		return len(t.Cards) - 1
	}
	hang := func(manager int, xs ...int) {
		m := t.Cards[manager]
		for _, i := range xs {
			c := t.Cards[i]
			t.Drawn = append(t.Drawn, []geom.Point{geom.Pt(m.X+10, m.Bottom()), geom.Pt(m.X+10, c.CenterY()), geom.Pt(c.X, c.CenterY())})
		}
	}
	t.Boxes = append(t.Boxes, geom.Rect{X: 32, Y: 86, W: 1416, H: 186})
	t.Texts = append(t.Texts, geom.Rect{X: 48, Y: 98, W: 110, H: 30}, geom.Rect{X: 1342, Y: 98, W: 90, H: 24})
	ceo, cfo, coo, cio := card(642, 100), card(210, 198), card(642, 198), card(1074, 198)
	var heads []int
	for k, n := range []int{4, 3, 3, 3} {
		x := 32 + 360*float64(k)
		t.Boxes = append(t.Boxes, geom.Rect{X: x, Y: 306, W: 336, H: 452})
		t.Texts = append(t.Texts, geom.Rect{X: x + 16, Y: 318, W: 70, H: 30}, geom.Rect{X: x + 230, Y: 318, W: 90, H: 24})
		head := card(x+52, 358)
		heads = append(heads, head)
		for i := range n {
			hang(head, card(x+74, 432+70*float64(i)))
		}
	}
	t.Boxes = append(t.Boxes, geom.Rect{X: 32, Y: 784, W: 696, H: 150}, geom.Rect{X: 752, Y: 784, W: 696, H: 150})
	t.Texts = append(t.Texts, geom.Rect{X: 48, Y: 796, W: 190, H: 30}, geom.Rect{X: 622, Y: 796, W: 90, H: 24}, geom.Rect{X: 768, Y: 796, W: 130, H: 30})
	card(52, 846)
	card(268, 846)
	card(484, 846)
	card(772, 846)
	up := func(from, to int) { t.Lines = append(t.Lines, Line{From: from, To: to, Hierarchy: true}) }
	up(ceo, cfo)
	up(ceo, coo)
	up(ceo, cio)
	up(coo, heads[0])
	up(cfo, heads[1])
	up(coo, heads[2])
	up(cio, heads[3])
	t.Lines = append(t.Lines,
		Line{From: heads[0], To: heads[1], Arrow: true}, Line{From: heads[2] + 1, To: heads[3] + 2}, Line{From: coo, To: cio})
	return t
}

// webTask returns mapTask with a web of influence over it.
func webTask() Task {
	t := mapTask()
	for _, l := range [][2]int{{5, 11}, {6, 15}, {23, 18}, {1, 5}, {20, 8}, {14, 19}, {10, 17}, {22, 12}, {0, 3}, {7, 16}} {
		t.Lines = append(t.Lines, Line{From: l[0], To: l[1], Arrow: true})
	}
	return t
}

// columnsTask returns rows of boxes for n cards, each a manager above a stack, and lines of both
// kinds across them.
func columnsTask(seed uint64, n, lines int) Task {
	rng := rand.New(rand.NewPCG(seed, 1))
	var t Task
	var heads []int
	perRow := 4
	for perRow*perRow*5 < n {
		perRow++
	}
	y, across := 0.0, 0.0
	for len(t.Cards) < n {
		x, deepest := 0.0, 0.0
		for range perRow {
			cols := 1 + rng.IntN(2)
			deep := 2 + rng.IntN(5)
			box := geom.Rect{X: x, Y: y, W: 32 + 22 + float64(cols)*212, H: 52 + 60 + float64(deep)*70 + 16}
			t.Boxes = append(t.Boxes, box)
			t.Texts = append(t.Texts, geom.Rect{X: x + 16, Y: y + 10, W: 60 + 40*rng.Float64(), H: 30}, geom.Rect{X: box.Right() - 100, Y: y + 12, W: 84, H: 20})
			head := len(t.Cards)
			heads = append(heads, head)
			m := geom.Rect{X: x + 16, Y: y + 52, W: 196, H: 60}
			t.Cards = append(t.Cards, m)
			for c := range cols {
				bus := m.X + 10 + 212*float64(c)
				for i := range deep - rng.IntN(2) {
					r := geom.Rect{X: bus + 12, Y: m.Bottom() + 10 + 70*float64(i), W: 196, H: 60}
					t.Cards = append(t.Cards, r)
					if c == 0 {
						t.Drawn = append(t.Drawn, []geom.Point{geom.Pt(bus, m.Bottom()), geom.Pt(bus, r.CenterY()), geom.Pt(r.X, r.CenterY())})
					}
				}
			}
			x = box.Right() + 24
			deepest = max(deepest, box.H)
		}
		across = max(across, x)
		y += deepest + 24
	}
	t.Bounds = geom.Rect{X: 0, Y: 0, W: across - 24, H: y - 24}
	for i := range lines {
		l := Line{From: rng.IntN(len(t.Cards)), To: rng.IntN(len(t.Cards)), Arrow: i%2 == 0}
		if i%3 == 0 {
			l = Line{From: heads[rng.IntN(1+len(heads)/4)], To: heads[rng.IntN(len(heads))], Hierarchy: true}
		}
		if l.From != l.To {
			t.Lines = append(t.Lines, l)
		}
	}
	return t
}

// scattered returns n cards at random positions, at least gap apart.
func scattered(seed uint64, n, lines int, gap float64) Task {
	rng := rand.New(rand.NewPCG(seed, 2))
	side := 320 * float64(n)
	t := Task{}
	w := 100.0
	for w*w < side*160 {
		w += 100
	}
	t.Bounds = geom.Rect{X: 0, Y: 0, W: w, H: w}
	for range 50 * n {
		c := geom.Rect{X: rng.Float64() * (w - 196), Y: rng.Float64() * (w - 60), W: 120 + 76*rng.Float64(), H: 40 + 20*rng.Float64()}
		free := true
		for _, o := range t.Cards {
			free = free && !o.Grow(gap).Overlaps(c)
		}
		if free {
			t.Cards = append(t.Cards, c)
		}
		if len(t.Cards) == n {
			break
		}
	}
	for i := range lines {
		l := Line{From: rng.IntN(len(t.Cards)), To: rng.IntN(len(t.Cards)), Arrow: i%2 == 0, Hierarchy: i%4 == 0}
		if l.From != l.To {
			t.Lines = append(t.Lines, l)
		}
	}
	return t
}

// testTasks returns the tasks of tests and benchmarks, by name.
func testTasks() map[string]Task {
	places := map[string]Task{"map": mapTask(), "web": webTask()}
	for seed := range uint64(6) {
		places[fmt.Sprintf("columns %d", seed)] = columnsTask(seed, 30+20*int(seed), 12+4*int(seed))
		places[fmt.Sprintf("strewn %d", seed)] = scattered(seed, 10+10*int(seed), 8+4*int(seed), 16)
	}
	for name, task := range places {
		if len(task.Boxes) > 0 {
			places[name+", nested"] = nestedTask(task)
		}
	}
	return places
}

// nestedTask returns a task with the boxes of its cards.
func nestedTask(t Task) Task {
	around := func(r geom.Rect, boxes []geom.Rect) int {
		found := -1
		for i, b := range boxes {
			if b.X <= r.X && b.Y <= r.Y && r.Right() <= b.Right() && r.Bottom() <= b.Bottom() {
				found = i // inner boxes follow outer boxes
			}
		}
		return found
	}
	t.Parents, t.CardBoxes, t.TextBoxes = []int{}, []int{}, []int{}
	for i, b := range t.Boxes {
		t.Parents = append(t.Parents, around(b, t.Boxes[:i]))
	}
	for _, c := range t.Cards {
		t.CardBoxes = append(t.CardBoxes, around(c, t.Boxes))
	}
	for _, text := range t.Texts {
		t.TextBoxes = append(t.TextBoxes, around(text, t.Boxes))
	}
	return t
}
