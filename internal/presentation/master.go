package presentation

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/opc"
	"github.com/accountatlas/accountatlas/internal/rgb"
)

// Colours are the colours of a theme as #RRGGBB. Shapes in these colours follow a change of theme.
// An invalid colour becomes black.
type Colours struct {
	Ground, Ink      string // of the slides and their texts
	Panel, PanelInk  string // of boxes and the texts on them
	Accents          [6]string
	Link, FollowedBy string
}

// slot is a colour of a theme: its element in the theme, and its name in shapes.
type slot struct{ element, name, colour string }

func (k Colours) slots() []slot {
	list := []slot{{"dk1", "tx1", k.Ink}, {"lt1", "bg1", k.Ground}, {"dk2", "tx2", k.PanelInk}, {"lt2", "bg2", k.Panel}}
	for i, colour := range k.Accents {
		name := fmt.Sprintf("accent%d", i+1)
		list = append(list, slot{name, name, colour})
	}
	return append(list, slot{"hlink", "hlink", k.Link}, slot{"folHlink", "folHlink", k.FollowedBy})
}

func (k Colours) scheme() map[string]string {
	names := map[string]string{}
	for _, s := range k.slots() {
		if _, known := names[s.colour]; !known {
			names[s.colour] = s.name
		}
	}
	return names
}

// hex returns a colour as six digits, or black for an invalid colour.
func hex(colour string) string {
	if !rgb.Valid(colour) {
		return "000000"
	}
	return strings.ToUpper(colour[1:])
}

// typeface is the font of all texts, with the widths of the font that pictures are measured with.
const typeface = "Arial"

func (k Colours) theme() []byte {
	var b strings.Builder
	b.WriteString(xml.Header + `<a:theme xmlns:a="` + drawingML + `" name="Account Atlas"><a:themeElements><a:clrScheme name="Account Atlas">`)
	for _, s := range k.slots() {
		fmt.Fprintf(&b, `<a:%s><a:srgbClr val="%s"/></a:%[1]s>`, s.element, hex(s.colour))
	}
	b.WriteString(`</a:clrScheme><a:fontScheme name="Account Atlas">`)
	for _, font := range []string{"majorFont", "minorFont"} {
		fmt.Fprintf(&b, `<a:%s><a:latin typeface="%s"/><a:ea typeface=""/><a:cs typeface=""/></a:%[1]s>`, font, typeface)
	}
	const solid = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	const effect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
	const line = `<a:ln w="9525">` + solid + `</a:ln>`
	b.WriteString(`</a:fontScheme><a:fmtScheme name="Account Atlas"><a:fillStyleLst>` + strings.Repeat(solid, 3) + `</a:fillStyleLst>` +
		`<a:lnStyleLst>` + strings.Repeat(line, 3) + `</a:lnStyleLst><a:effectStyleLst>` + strings.Repeat(effect, 3) + `</a:effectStyleLst>` +
		`<a:bgFillStyleLst>` + strings.Repeat(solid, 3) + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`)
	return []byte(b.String())
}

// Margin is the space at the sides of the title of a slide. TitleTop and TitleHeight are its
// vertical position and height, in points. A slide may have its title elsewhere.
const (
	Margin      = 40
	TitleTop    = 26
	TitleHeight = 40
	// TitleSize is the type size of the title.
	TitleSize = 26
	// FootHeight is the height of the strip at the foot with the number of the slide.
	FootHeight = 30
)

const colourMap = `<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4"` +
	` accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>`

const ground = `<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>`

// addMasters adds the master and layout of the slides, the master of the notes, and their themes.
func (p *File) addMasters(pack *opc.Package) {
	var master, layout, notes opc.Relations
	master.Add("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
	master.Add("rId2", "theme", "../theme/theme1.xml")
	pack.Add("ppt/slideMasters/slideMaster1.xml", mediaType+"slideMaster+xml", p.master())
	if p.Logo != nil {
		master.Add("rId3", "image", "../media/logo.png")
		pack.Add("ppt/media/logo.png", "image/png", p.Logo.PNG)
	}
	pack.AddRelations("ppt/slideMasters/slideMaster1.xml", &master)

	layout.Add("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
	pack.Add("ppt/slideLayouts/slideLayout1.xml", mediaType+"slideLayout+xml", []byte(xml.Header+`<p:sldLayout `+namespaces+
		` type="titleOnly" preserve="1"><p:cSld name="Title Only"><p:spTree>`+treeHead+
		placeholder(2, "Title", `type="title"`, "", "")+
		placeholder(3, "Slide Number", `type="sldNum" sz="quarter" idx="12"`, "", numberField)+
		`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`))
	pack.AddRelations("ppt/slideLayouts/slideLayout1.xml", &layout)

	notes.Add("rId1", "theme", "../theme/theme2.xml")
	pack.Add("ppt/notesMasters/notesMaster1.xml", mediaType+"notesMaster+xml", []byte(xml.Header+`<p:notesMaster `+namespaces+`><p:cSld>`+ground+
		`<p:spTree>`+treeHead+
		`<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>`+
		`<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>`+place(Box{685800, 685800, 5486400, 3086100})+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>`+
		placeholder(3, "Notes", `type="body" sz="quarter" idx="1"`, place(Box{685800, 4000500, 5486400, 4457700}), "")+
		`</p:spTree></p:cSld>`+colourMap+`<p:notesStyle><a:lvl1pPr><a:spcBef><a:spcPts val="300"/></a:spcBef>`+
		`<a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>`))
	pack.AddRelations("ppt/notesMasters/notesMaster1.xml", &notes)

	themeType := "application/vnd.openxmlformats-officedocument.theme+xml"
	pack.Add("ppt/theme/theme1.xml", themeType, p.Colours.theme())
	// Notes are printed on paper.
	onPaper := p.Colours
	onPaper.Ground, onPaper.Ink = "#FFFFFF", "#000000"
	pack.Add("ppt/theme/theme2.xml", themeType, onPaper.theme())
}

const numberField = `<a:p><a:fld id="{6D3C2C9F-6C0B-4B5B-9E0A-5B7C3D1E2F40}" type="slidenum"><a:rPr lang="en"/><a:t>‹#›</a:t></a:fld></a:p>`

func (p *File) master() []byte {
	width, height := side(p.Width), side(p.Height)
	margin := min(EMU(Margin), width/8)
	title := place(Box{margin, EMU(TitleTop), width - 2*margin, EMU(TitleHeight)})
	number := place(Box{width - margin - EMU(80), height - EMU(FootHeight), EMU(80), EMU(20)})
	return []byte(xml.Header + `<p:sldMaster ` + namespaces + `><p:cSld>` + ground + `<p:spTree>` + treeHead +
		placeholder(2, "Title", `type="title"`, title, "") +
		placeholder(3, "Slide Number", `type="sldNum" sz="quarter" idx="4"`, number, numberField) + p.logo(Box{X: width - margin - EMU(numberWidth), Y: height - EMU(FootHeight), H: EMU(logoHeight)}) +
		`</p:spTree></p:cSld>` + colourMap +
		`<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles>` +
		`<p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="` + fmt.Sprint(TitleSize*100) + `" b="1">` + ink + `<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>` +
		`<p:bodyStyle><a:lvl1pPr><a:defRPr sz="1400">` + ink + `<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:bodyStyle>` +
		`<p:otherStyle><a:lvl1pPr><a:defRPr sz="1400">` + ink + `<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle>` +
		`</p:txStyles></p:sldMaster>`)
}

// The width of the slide number at the right of the foot, and the height of the logo beside it, in
// points.
const (
	numberWidth = 36
	logoHeight  = 18
)

// logo returns the logo as a picture that ends at the left edge of a box and has its height.
func (p *File) logo(at Box) string {
	if p.Logo == nil {
		return ""
	}
	at.W = int64(float64(at.H) * p.Logo.Width / p.Logo.Height)
	at.X -= at.W
	return `<p:pic><p:nvPicPr><p:cNvPr id="4" name="Logo" descr=""/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>` +
		`<p:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>` + place(at) +
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
}

const ink = `<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>`

func place(b Box) string {
	return fmt.Sprintf(`<a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`, b.X, b.Y, b.W, b.H)
}

func placeholder(id int, name, kind, place, paragraphs string) string {
	geometry, body := "", `<a:bodyPr/>`
	if place != "" {
		geometry = `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
		body = `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>`
	}
	style := `<a:lstStyle/>`
	if strings.Contains(kind, "sldNum") && place != "" {
		style = `<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>`
	}
	paragraphs = cmp.Or(paragraphs, `<a:p/>`)
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr>`+
		`<p:spPr>%s%s</p:spPr><p:txBody>%s%s%s</p:txBody></p:sp>`, id, name, kind, place, geometry, body, style, paragraphs)
}
