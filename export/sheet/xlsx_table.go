package sheet

import (
	"encoding/xml"
	"fmt"
	"strings"
)

const tableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"

// addTable adds the part of the sheet's table, whose heads are the texts of its first row.
func (p *sheetPart) addTable() {
	t := p.sheet.Table
	if t == (Table{}) {
		return
	}
	p.tables++
	over := t.Range
	over.Rows = max(over.Rows, 2)
	var x strings.Builder
	fmt.Fprintf(&x, xml.Header+`<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="%d" name="%[2]s" displayName="%[2]s" ref="%[3]v" totalsRowShown="0">`+
		`<autoFilter ref="%[3]v"/><tableColumns count="%[4]d">`, p.tables, t.Name, over, over.Columns)
	for i := range over.Columns {
		head := p.sheet.Rows[over.Row].Cells[over.Column+i].Value.(Text)
		fmt.Fprintf(&x, `<tableColumn id="%d" name="%s"/>`, i+1, xstring(string(head)))
	}
	x.WriteString(`</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`)
	name := fmt.Sprintf("xl/tables/table%d.xml", p.tables)
	p.addPart(name, tableType, []byte(x.String()))
	p.relations.add("table", "table", "../tables/"+name[len("xl/tables/"):], "")
}
