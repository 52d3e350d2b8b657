package sheet

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

const tableType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"

// addTables adds the parts of the sheet's tables.
func (p *sheetPart) addTables() {
	for i, t := range p.sheet.Tables {
		p.addTable(i, t)
	}
}

func tableID(i int) string { return "table" + strconv.Itoa(i+1) }

// addTable adds the part of a table, whose heads are the texts of its first row.
func (p *sheetPart) addTable(i int, t Table) {
	p.tables++
	over := t.covers()
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
	p.relations.add(tableID(i), "table", "../tables/"+name[len("xl/tables/"):], "")
}
