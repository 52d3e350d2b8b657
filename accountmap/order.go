package accountmap

import "math"

// OrderID identifies an order within its account; an order with several products has several lines.
type OrderID string

// Order is one line of an order: a quantity of one product for one unit.
type Order struct {
	// ID is the number of the order. It may be empty, and all lines of one order share it.
	ID      OrderID   `json:"id,omitzero" account:"key"`
	Unit    UnitID    `json:"unit" account:"key?"`
	Product ProductID `json:"product" account:"key"`
	// Date is the day of the order.
	Date Date `json:"date" account:"key?"`
	// Quantity is the number of pieces. Zero means unknown.
	Quantity float64 `json:"quantity,omitzero"`
	// Amount is the price of the whole line, after discounts. Zero means unknown.
	Amount Money       `json:"amount,omitzero"`
	Status OrderStatus `json:"status,omitzero"`
	// Due is the promised day of delivery, and Delivered the actual day. Zero means not promised or
	// not delivered.
	Due       Date `json:"due,omitzero"`
	Delivered Date `json:"delivered,omitzero"`
}

// OrderStatus is the progress of an order. Empty means unknown.
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

func (s *OrderStatus) UnmarshalText(text []byte) error { return unmarshalEnum(s, text) }
func (OrderStatus) Words() []string                    { return words(OrderStatuses()) }

// ContractID identifies a contract within its account.
type ContractID string

// Contract is an agreement under which the client buys from us. Its conditions, beyond dates and
// value, are entries of [Term].
type Contract struct {
	ID ContractID `json:"id"`
	// Units are the units that may buy under the contract; empty means the whole client. Products
	// are the products that it covers; empty means all our products.
	Units    []UnitID    `json:"units,omitzero" account:"about"`
	Products []ProductID `json:"products,omitzero" account:"about"`
	// Start and End are the first and the last day on which it is in force. Zero means unknown, or
	// open-ended.
	Start Date `json:"start,omitzero"`
	End   Date `json:"end,omitzero"`
	// Renewal is the last day for a renewal or a notice, which may be before the end. Zero means
	// never, or unknown.
	Renewal Date `json:"renewal,omitzero"`
	// Value is its total from start to end, over all units and products. Zero means unknown.
	Value Money  `json:"value,omitzero"`
	Note  string `json:"note,omitzero"`
}

// Yearly returns the value for a year of 365 days, rounded, and the whole value of a contract of at
// most a year. Zero means unknown: the value, the start or the end is missing.
func (c Contract) Yearly() Money {
	if c.Start.IsZero() || c.End.IsZero() {
		return Money{}
	}
	if days := c.Start.DaysTo(c.End) + 1; days > 366 {
		c.Value.Minor = int64(math.Round(float64(c.Value.Minor) / float64(days) * 365))
	}
	return c.Value
}

// Term is a special condition that the client has or may be offered: a price, a discount, a bonus,
// a provision of a contract, or a clause by which the client has agreed to recommend us.
type Term struct {
	Kind TermKind `json:"kind" account:"key"`
	// Units are the units that benefit from the term; empty means the whole client. Products are
	// the products of the term; empty means all our products.
	Units    []UnitID    `json:"units,omitzero" account:"about"`
	Products []ProductID `json:"products,omitzero" account:"about"`
	// Contract is the contract that contains it. Empty means agreed otherwise, or still an offer.
	Contract ContractID `json:"contract,omitzero" account:"key,about"`
	// Value is the amount of a price or bonus. Percent, from 0 to 100, is the size of a discount,
	// or of a bonus as a share of revenue. Zero means no amount and no percentage.
	Value   Money   `json:"value,omitzero"`
	Percent float64 `json:"percent,omitzero" account:"max=100"`
	// Text is the term in words.
	Text string `json:"text,omitzero"`
	// Authority names the person on our side who may grant the term, and the limit. It is only for
	// our own people.
	Authority string `json:"authority,omitzero"`
}

// TermKind is the nature of a special condition.
type TermKind string

// The kinds of terms. A referral clause is the client's promise to recommend us, made part of the
// contract.
const (
	TermPrice          TermKind = "price"
	TermDiscount       TermKind = "discount"
	TermBonus          TermKind = "bonus"
	TermProvision      TermKind = "provision"
	TermReferralClause TermKind = "referral-clause"
)

// TermKinds lists the kinds of terms.
func TermKinds() []TermKind {
	return []TermKind{TermPrice, TermDiscount, TermBonus, TermProvision, TermReferralClause}
}

func (k *TermKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text) }
func (TermKind) Words() []string                    { return words(TermKinds()) }
