package accountmap

// row is one unit's part of the coverage matrix, by the index of the product.
type row struct {
	cells  []int // the index of the cell, or -1
	orders [][]int
}

// eachCell visits every cell within scope, by unit in the order of Units and within it by product in the order of Products, with the orders
// that belong to it in the author's order. It reads each cell and each order once. Visitors must not keep the orders.
func (m *Map) eachCell(scope UnitID, visit func(c Cell, orders []int)) {
	products := m.productsByLine()
	r := row{cells: make([]int, len(products)), orders: make([][]int, len(products))}
	for _, u := range m.columns(scope) {
		m.read(u, &r)
		for _, p := range products {
			c := Cell{Unit: m.a.Units[u].ID, Product: m.a.Products[p].ID}
			if i := r.cells[p]; i >= 0 {
				c = m.a.Coverage[i]
			}
			visit(c, r.orders[p])
		}
	}
}

// read fills the row with what belongs to a unit, by its index.
func (m *Map) read(unit int, r *row) {
	for p := range r.cells {
		r.cells[p], r.orders[p] = -1, r.orders[p][:0]
	}
	for _, i := range m.cellsIn[unit] {
		r.cells[m.products[m.a.Coverage[i].Product]] = i
	}
	for _, i := range m.ordersIn[unit] {
		p := m.products[m.a.Orders[i].Product]
		r.orders[p] = append(r.orders[p], i)
	}
}
