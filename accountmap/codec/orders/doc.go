// Package orders adds what an order book says to an account: orders, and where the files have them, the units that order, the products, the
// contacts and the team. The files are CSV as any system exports them, and a [Mapping] says what their columns are; it is plain data, in Go
// or in JSON:
//
//	{
//	  "currency": "EUR",
//	  "orders": {
//	    "file": "order_details.csv",
//	    "join": [{"file": "orders.csv", "key": "OrderID"}],
//	    "columns": {"id": "OrderID", "unit": "CustomerID", "product": "ProductID", "date": "OrderDate", "quantity": "Quantity", "price": "UnitPrice"}
//	  }
//	}
//
// The orders of a whole portfolio may stand in one file: those of units that the account does not have are passed over, and counted. Rows
// are read one after the other; what stays in memory are the orders of the account, and the columns wanted of the files that are joined.
//
// The encoding and the delimiter of each file are found out, and how dates and numbers are spelt, by a first look at all of their values.
package orders
