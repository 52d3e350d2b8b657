// Package orders adds an order book to an account: the orders and, where the files have them, the units that order, the products, the contacts
// and the team. The files are CSV as any system exports them. A [Mapping], in Go or in JSON, says what their columns are:
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
// A file may be joined to another by a column of a third: lines to orders, and orders to customers. A flat file may be each of the tables: its
// rows of one id are one unit or product.
//
// The files may have the orders of a whole portfolio: those of units that the account does not have are skipped and counted. Orders are read
// one by one; only those of the account, the other tables, and the wanted columns of joined files, are kept in memory.
//
// The encoding and separator of each file, and the notation of dates and numbers, are detected by a first look at all of its values.
package orders
