package layout

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// batchCards is how many cards go to the engine in one call: enough that the call's own cost is small beside them, few enough that
// the work is shared among the cores and a caller who leaves is soon free of it.
const batchCards = 80

// layTrees has the engine lay out every branch and returns a block for each.
func layTrees(ctx context.Context, engine Engine, in *Input, branches []*branch) (map[*branch]*block, []string, error) {
	var batches [][]*branch
	room := 0
	for _, b := range branches {
		if cards := countCards(b); len(batches) == 0 || cards > room {
			batches, room = append(batches, []*branch{b}), batchCards-cards
		} else {
			last := &batches[len(batches)-1]
			*last, room = append(*last, b), room-cards
		}
	}
	results := make([][]*block, len(batches))
	warnings := make([][]string, len(batches))
	errs := make([]error, len(batches))
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range batches {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			results[i], warnings[i], errs[i] = layBatch(ctx, engine, in, batches[i])
		})
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, nil, err
	}
	blocks := make(map[*branch]*block, len(branches))
	for i, batch := range batches {
		for j, b := range batch {
			blocks[b] = results[i][j]
		}
	}
	return blocks, slices.Concat(warnings...), nil
}

func countCards(b *branch) int {
	n := 1 + len(b.aides)
	for _, s := range b.stacks {
		n += len(s)
	}
	for _, sub := range b.subs {
		n += countCards(sub)
	}
	return n
}

func layBatch(ctx context.Context, engine Engine, in *Input, batch []*branch) ([]*block, []string, error) {
	var dot bytes.Buffer
	fmt.Fprintf(&dot, "digraph{graph[ordering=out nodesep=%s ranksep=%s pack=8 packmode=\"graph\" splines=false]"+
		"node[shape=box fixedsize=true label=\"\"]edge[arrowhead=none]\n", inches(treeGap), inches(stackGap))
	for _, b := range batch {
		writeBranch(&dot, in, b)
	}
	dot.WriteString("}\n")
	out, warnings, err := engine.Run(ctx, dot.Bytes(), "dot", "json0")
	if err != nil {
		return nil, nil, fmt.Errorf("laying out %d cards: %w", len(batch), err)
	}
	centers, err := readCenters(out)
	if err != nil {
		return nil, nil, err
	}
	blocks := make([]*block, len(batch))
	for i, b := range batch {
		if blocks[i], err = standBranch(in, b, centers); err != nil {
			return nil, nil, err
		}
	}
	return blocks, warnings, nil
}

func inches(points float64) string { return strconv.FormatFloat(points/72, 'f', 4, 64) }

// writeBranch writes a manager and all below as bare boxes. The cards of a stack are a chain, so that they stand in a column, and their
// boxes have the indent on the left.
func writeBranch(dot *bytes.Buffer, in *Input, b *branch) {
	node := func(card int, wider float64) {
		size := in.Cards[card].Size
		fmt.Fprintf(dot, "n%d[width=%s height=%s]\n", card, inches(size.W+wider), inches(size.H))
	}
	wider := 2 * asideWidth(in, b.aides)
	if b.hangs() {
		wider += indent
	}
	node(b.card, wider)
	for _, stack := range b.stacks {
		above := b.card
		for k, card := range stack {
			node(card, indent)
			weight := 100
			if k == 0 && !b.hangs() {
				weight = 1
			}
			fmt.Fprintf(dot, "n%d->n%d[weight=%d]\n", above, card, weight)
			above = card
		}
	}
	for _, sub := range b.subs {
		writeBranch(dot, in, sub)
		fmt.Fprintf(dot, "n%d->n%d\n", b.card, sub.card)
	}
}

// readCenters returns the middle of each node by its card, y upwards as Graphviz has it.
func readCenters(out []byte) (map[int]Point, error) {
	var answer struct {
		Objects []struct{ Name, Pos string }
	}
	if err := json.Unmarshal(out, &answer); err != nil {
		return nil, fmt.Errorf("the layout engine's answer is not json0: %w", err)
	}
	centers := make(map[int]Point, len(answer.Objects))
	for _, o := range answer.Objects {
		x, y, ok := strings.Cut(o.Pos, ",")
		card, errCard := strconv.Atoi(strings.TrimPrefix(o.Name, "n"))
		px, errX := strconv.ParseFloat(x, 64)
		py, errY := strconv.ParseFloat(y, 64)
		const far = 1e8 // points: NaN and infinity are not within it either
		if !ok || errCard != nil || errX != nil || errY != nil || !(math.Abs(px) < far) || !(math.Abs(py) < far) {
			return nil, fmt.Errorf("the layout engine gives node %q the place %q", o.Name, o.Pos)
		}
		centers[card] = Point{px, py}
	}
	return centers, nil
}

// standBranch makes a block of a branch from the engine's answer: the columns are the engine's, and the rows are its ranks, moved
// together as far as the lines between them allow.
func standBranch(in *Input, b *branch, centers map[int]Point) (*block, error) {
	s := standing{in: in, centers: centers, rowOf: map[int]int{}, tallest: map[int]float64{}}
	if err := s.collect(b); err != nil {
		return nil, err
	}
	s.findRows()
	s.findTops(b)
	out := &block{root: b.card}
	s.stand(out, b)
	return out.fromLeft(), nil
}

type standing struct {
	in      *Input
	centers map[int]Point
	cards   []int
	rowOf   map[int]int
	rows    int
	tops    []float64
	// tallest is how high the aides beside a manager stand.
	tallest map[int]float64
}

func (s *standing) collect(b *branch) error {
	s.tallest[b.card] = asideHeight(s.in, b.aides)
	cards := []int{b.card}
	for _, stack := range b.stacks {
		cards = append(cards, stack...)
	}
	for _, card := range cards {
		if _, ok := s.centers[card]; !ok {
			return fmt.Errorf("the layout engine left out node n%d", card)
		}
	}
	s.cards = append(s.cards, cards...)
	for _, sub := range b.subs {
		if err := s.collect(sub); err != nil {
			return err
		}
	}
	return nil
}

// findRows numbers the ranks from the top.
func (s *standing) findRows() {
	ranked := slices.Clone(s.cards)
	slices.SortFunc(ranked, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.centers[b].Y, s.centers[a].Y), cmp.Compare(a, b))
	})
	const same = 1 // ranks are at least a card's height apart
	row, y := -1, 0.0
	for _, card := range ranked {
		if row < 0 || y-s.centers[card].Y > same {
			row, y = row+1, s.centers[card].Y
		}
		s.rowOf[card] = row
	}
	s.rows = row + 1
}

// findTops stacks the rows, with room above those that a manager's lines spread over.
func (s *standing) findTops(b *branch) {
	high := make([]float64, s.rows)
	for _, card := range s.cards {
		high[s.rowOf[card]] = max(high[s.rowOf[card]], s.in.Cards[card].H, s.tallest[card])
	}
	gap := make([]float64, s.rows)
	for i := range gap {
		gap[i] = stackGap
	}
	s.widenGaps(b, gap)
	s.tops = make([]float64, s.rows)
	for i := 1; i < s.rows; i++ {
		s.tops[i] = s.tops[i-1] + high[i-1] + gap[i]
	}
}

func (s *standing) widenGaps(b *branch, gap []float64) {
	if row := s.rowOf[b.card] + 1; !b.lowest() && !b.hangs() && row < len(gap) {
		gap[row] = busGap
	}
	for _, sub := range b.subs {
		s.widenGaps(sub, gap)
	}
}

// stand places a manager, the stacks and the branches below, with the lines that lead to them.
func (s *standing) stand(out *block, b *branch) {
	wider := 0.0
	if b.hangs() {
		wider = indent
	}
	manager := s.place(out, b.card, -wider/2)
	out.addAides(s.in, manager, sides(b.aides))
	for _, stack := range b.stacks {
		for _, card := range stack {
			r := s.place(out, card, indent/2)
			out.lines = append(out.lines, placedLine{card, s.leadToStack(b, manager, r, stack[0])})
		}
	}
	for _, sub := range b.subs {
		r := s.rect(sub.card, 0)
		if sub.hangs() {
			r = s.rect(sub.card, -indent/2)
		}
		bus := r.Y - busRise
		lead := []Point{{manager.CenterX(), manager.Bottom()}, {manager.CenterX(), bus}, {r.CenterX(), bus}, {r.CenterX(), r.Y}}
		if manager.CenterX() == r.CenterX() {
			lead = []Point{lead[0], lead[3]}
		}
		out.lines = append(out.lines, placedLine{sub.card, lead})
		s.stand(out, sub)
	}
}

func (s *standing) leadToStack(b *branch, manager, card Rect, first int) []Point {
	x := card.X - (indent - drop)
	if b.hangs() {
		return []Point{{x, manager.Bottom()}, {x, card.CenterY()}, {card.X, card.CenterY()}}
	}
	bus := s.tops[s.rowOf[first]] - busRise
	return []Point{{manager.CenterX(), manager.Bottom()}, {manager.CenterX(), bus}, {x, bus}, {x, card.CenterY()}, {card.X, card.CenterY()}}
}

func (s *standing) place(out *block, card int, dx float64) Rect {
	r := s.rect(card, dx)
	out.addCard(card, r)
	return r
}

// rect is where a card stands whose box in the engine had the indent on one side: dx moves it to the other.
func (s *standing) rect(card int, dx float64) Rect {
	size := s.in.Cards[card].Size
	return Rect{s.centers[card].X - size.W/2 + dx, s.tops[s.rowOf[card]], size.W, size.H}
}
