package accountmap

// OrderID identifies an order within its account; an order with several products has several lines.
type OrderID string

// Order is one line of an order: a quantity of one product for one unit.
type Order struct {
	// ID is the number of the order. It may be empty, and all lines of one order share it.
	ID      OrderID   `json:"id,omitzero"`
	Unit    UnitID    `json:"unit"`
	Product ProductID `json:"product"`
	// Date is the day of the order.
	Date Date `json:"date"`
	// Quantity is the number of pieces. Zero means unknown.
	Quantity float64 `json:"quantity,omitzero"`
	// Amount is the price of the whole line, after discounts. Zero means unknown.
	Amount Money       `json:"amount,omitzero"`
	Status OrderStatus `json:"status,omitzero"`
	// Due is the promised day of delivery, Delivered the actual one. Zero means none.
	Due       Date `json:"due,omitzero"`
	Delivered Date `json:"delivered,omitzero"`
}

// OrderStatus is how far an order has come. Empty means unknown.
type OrderStatus string

// The states of an order.
const (
	OrderOpen      OrderStatus = "open"
	OrderPartial   OrderStatus = "partial"
	OrderDelivered OrderStatus = "delivered"
	OrderCancelled OrderStatus = "cancelled"
)

// OrderStatuses lists the states of an order, earliest first.
func OrderStatuses() []OrderStatus {
	return []OrderStatus{OrderOpen, OrderPartial, OrderDelivered, OrderCancelled}
}

// UnmarshalText reads a status whatever its case; the error suggests the nearest status.
func (s *OrderStatus) UnmarshalText(text []byte) error {
	return unmarshalEnum(s, text, OrderStatuses())
}

func (s OrderStatus) valid() error { return checkEnum(s, OrderStatuses()) }
