package tree

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
)

// batchCards is the number of cards per call of the engine. It is large enough to make the cost of
// a call negligible. It is small enough to use every core and to stop soon when ctx ends.
const batchCards = 80

// Forms caches the centers of the cards of each form of branch that an engine has laid out. Most
// units of a large account share a form, because cards with more text are higher, not wider.
// Pictures and their trial layouts share a cache. It is safe for concurrent use. Nil means no
// cache, and the zero Forms is empty.
type Forms struct {
	mu      sync.Mutex
	centers map[string][]geom.Point
}

func (f *Forms) known(forms []string) map[string][]geom.Point {
	known := make(map[string][]geom.Point, len(forms))
	if f == nil {
		return known
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, form := range forms {
		if centers, ok := f.centers[form]; ok {
			known[form] = centers
		}
	}
	return known
}

func (f *Forms) add(forms []string, centers [][]geom.Point) {
	if f == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.centers == nil {
		f.centers = map[string][]geom.Point{}
	}
	for i, form := range forms {
		f.centers[form] = centers[i]
	}
}

// layoutBranches makes the blocks of branches. The engine lays out each form of branch once.
func layoutBranches(ctx context.Context, engine Engine, in *Input, branches []*branch) (map[*branch]*pack.Block, []string, error) {
	formOf := make([]string, len(branches))
	for i, b := range branches {
		formOf[i] = string(appendForm(strconv.AppendFloat(nil, math.Max(1, in.Spread), 'g', -1, 64), in, b))
	}
	known := in.Forms.known(formOf)
	var forms []string
	var unknown []*branch
	for i, form := range formOf {
		if _, ok := known[form]; !ok {
			known[form] = nil
			forms, unknown = append(forms, form), append(unknown, branches[i])
		}
	}
	centers, warnings, err := layoutForms(ctx, engine, in, unknown)
	if err != nil {
		return nil, nil, err
	}
	in.Forms.add(forms, centers)
	for i, form := range forms {
		known[form] = centers[i]
	}
	blocks := make(map[*branch]*pack.Block, len(branches))
	for i, b := range branches {
		blocks[b] = treeBlock(in, b, known[formOf[i]])
	}
	return blocks, warnings, nil
}

// appendForm appends the engine's input for a branch without the names of the cards.
func appendForm(form []byte, in *Input, b *branch) []byte {
	width := func(w float64) { form = strconv.AppendFloat(append(form, ' '), w, 'f', -1, 64) }
	form = append(form, '(')
	width(in.Cards[b.card].W + 2*assistantsWidth(in, b.assistants))
	for _, stack := range b.stacks {
		form = append(form, '|')
		for _, card := range stack {
			width(in.Cards[card].W)
		}
	}
	for _, sub := range b.subs {
		form = appendForm(form, in, sub)
	}
	return append(form, ')')
}

// layoutForms returns the centers of the cards of each branch, in the order of [branch.cards].
// Batches run concurrently. The error comes from the first failed batch alone, since a deadline
// fails a hundred.
func layoutForms(ctx context.Context, engine Engine, in *Input, forms []*branch) ([][]geom.Point, []string, error) {
	var batches [][]*branch
	room := 0
	for _, b := range forms {
		if cards := len(b.cards()); len(batches) == 0 || cards > room {
			batches, room = append(batches, []*branch{b}), batchCards-cards
		} else {
			last := &batches[len(batches)-1]
			*last, room = append(*last, b), room-cards
		}
	}
	results := make([][][]geom.Point, len(batches))
	warnings := make([][]string, len(batches))
	errs := make([]error, len(batches))
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range batches {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			results[i], warnings[i], errs[i] = layoutBatch(ctx, engine, in, batches[i])
		})
	}
	wait.Wait()
	if err := cmp.Or(errs...); err != nil {
		return nil, nil, err
	}
	return slices.Concat(results...), slices.Concat(warnings...), nil
}

func layoutBatch(ctx context.Context, engine Engine, in *Input, batch []*branch) ([][]geom.Point, []string, error) {
	if b := batch[0]; len(batch) == 1 && len(b.cards()) > maxEngineCards {
		return [][]geom.Point{tidyCenters(in, b)}, nil, ctx.Err()
	}
	var dot bytes.Buffer
	// All cards have the same height here: the rows are moved together afterwards.
	fmt.Fprintf(&dot, "digraph{graph[ordering=out nodesep=%s ranksep=%s pack=8 packmode=\"graph\" splines=false]"+
		"node[shape=box fixedsize=true label=\"\" height=1]edge[arrowhead=none]\n", inches(in.gap(treeGap)), inches(in.gap(stackGap)))
	for _, b := range batch {
		writeBranch(&dot, in, b)
	}
	dot.WriteString("}\n")
	out, warnings, err := engine.Run(ctx, dot.Bytes(), "dot", "json0")
	if err != nil {
		cards := 0
		for _, b := range batch {
			cards += len(b.cards())
		}
		return nil, nil, fmt.Errorf("laying out %d cards: %w", cards, err)
	}
	center, err := readCenters(out)
	if err != nil {
		return nil, nil, err
	}
	centers := make([][]geom.Point, len(batch))
	for i, b := range batch {
		for _, card := range b.cards() {
			p, ok := center[card]
			if !ok {
				return nil, nil, fmt.Errorf("the layout engine left out node n%d", card)
			}
			centers[i] = append(centers[i], p)
		}
	}
	return centers, warnings, nil
}

func inches(points float64) string { return strconv.FormatFloat(points/72, 'f', 4, 64) }

// writeBranch writes a branch as bare boxes. The cards of a stack are a chain, so that they form a
// column; the indent is inside their boxes.
func writeBranch(dot *bytes.Buffer, in *Input, b *branch) {
	node := func(card int, extra float64) {
		fmt.Fprintf(dot, "n%d[width=%s]\n", card, inches(in.Cards[card].W+extra))
	}
	extra := 2 * assistantsWidth(in, b.assistants)
	if b.singleStack() {
		extra += stackWidth(in, b) - in.Cards[b.card].W
	}
	node(b.card, extra)
	for _, stack := range b.stacks {
		above := b.card
		for k, card := range stack {
			node(card, Indent)
			weight := 100
			if k == 0 && !b.singleStack() {
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

// readCenters returns the center of each node by its card. As in Graphviz, y grows upwards.
func readCenters(out []byte) (map[int]geom.Point, error) {
	var answer struct {
		Objects []struct{ Name, Pos string }
	}
	if err := json.Unmarshal(out, &answer); err != nil {
		return nil, fmt.Errorf("the layout engine's answer is not json0: %w", err)
	}
	centers := make(map[int]geom.Point, len(answer.Objects))
	for _, o := range answer.Objects {
		x, y, ok := strings.Cut(o.Pos, ",")
		card, errCard := strconv.Atoi(strings.TrimPrefix(o.Name, "n"))
		px, errX := strconv.ParseFloat(x, 64)
		py, errY := strconv.ParseFloat(y, 64)
		const limit = 1e8 // points; NaN and infinity fail the comparison, too
		if !ok || errCard != nil || errX != nil || errY != nil || !(math.Abs(px) < limit) || !(math.Abs(py) < limit) {
			return nil, fmt.Errorf("the layout engine gives node %q the place %q", o.Name, o.Pos)
		}
		centers[card] = geom.Pt(px, py)
	}
	return centers, nil
}
