// Package orders adds an order book to an account: the orders and, where the files have them, the
// units that order, the products, the contacts and the team. The files are CSV of any system. A
// [Mapping], in Go or in JSON, names their columns:
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
// A file may be joined to another by a column of a third: lines to orders, and orders to customers.
// One flat file may serve as several tables: its rows of one id are one unit or product.
//
// The files may have the orders of a whole portfolio: orders of unknown units are skipped and
// counted. Orders are read one by one. Only the orders of the account, the other tables, and the
// wanted columns of joined files are kept in memory.
//
// A first pass over each file detects its encoding and separator, and the notation of dates and
// numbers.
package orders
