package codec

// numbers is a list of numbers that takes no memory while each is one more than the one before, as the numbers of rows are that nobody
// moved.
type numbers struct {
	len   int
	first int32
	// list has all of them once they no longer follow one another; it is nil until then.
	list []int32
}

func (x *numbers) at(i int) int {
	if x.list != nil {
		return int(x.list[i])
	}
	return int(x.first) + i
}

func (x *numbers) add(n int) {
	switch {
	case x.list == nil && x.len == 0:
		x.first = int32(n)
	case x.list == nil && n != x.at(x.len):
		x.spread()
		fallthrough
	case x.list != nil:
		x.list = append(x.list, int32(n))
	}
	x.len++
}

func (x *numbers) set(i, n int) {
	if x.at(i) != n {
		x.spread()
		x.list[i] = int32(n)
	}
}

func (x *numbers) spread() {
	if x.list != nil {
		return
	}
	x.list = make([]int32, x.len, x.len+1)
	for i := range x.list {
		x.list[i] = x.first + int32(i)
	}
}

// pick reorders the numbers: order[i] is the place that the new number i had. Numbers whose place is not in order are dropped.
func (x *numbers) pick(order []int) {
	picked := numbers{}
	for _, was := range order {
		picked.add(x.at(was))
	}
	*x = picked
}
