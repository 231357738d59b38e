package transfer

// The parts of a book around its sheets, as ISO/IEC 29500 has them.
const (
	ooxml     = "application/vnd.openxmlformats-officedocument."
	officeRel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packages  = "http://schemas.openxmlformats.org/package/2006/"
	sheetNS   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

	bookRels = `<Relationships xmlns="` + packages + `relationships">` +
		`<Relationship Id="rId1" Type="` + officeRel + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`

	// the header is bold, and a moment looks as Finns write it
	bookStyles = `<styleSheet xmlns="` + sheetNS + `"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\.m\.yyyy\ h:mm"/></numFmts>` +
		`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>` +
		`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

	// the header stays where it is
	sheetBegin = `<worksheet xmlns="` + sheetNS + `"><sheetViews><sheetView workbookViewId="0">` +
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>` +
		`<cols><col min="1" max="%d" width="24" customWidth="1"/></cols><sheetData>`

	bookSheets = `<workbook xmlns="` + sheetNS + `" xmlns:r="` + officeRel + `"><sheets>%s</sheets></workbook>`

	sheetRels = `<Relationships xmlns="` + packages + `relationships">%s` +
		`<Relationship Id="rId%d" Type="` + officeRel + `/styles" Target="styles.xml"/></Relationships>`

	bookTypes = `<Types xmlns="` + packages + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + ooxml + `spreadsheetml.sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + ooxml + `spreadsheetml.styles+xml"/>%s</Types>`
)
