package stats

// A Share is what the percentages of a cross table are of.
type Share string

// The shares.
const (
	NoShare  Share = ""
	OfRow    Share = "row"
	OfColumn Share = "column"
	OfAll    Share = "all"
)

// Shares is every share.
func Shares() []Share { return []Share{NoShare, OfRow, OfColumn, OfAll} }

// Sum stands for the line of totals where a row or a column is asked for.
const Sum = -1

// At is the number of a cell; Sum is the line of totals.
func (x Cross) At(row, column int) int {
	switch {
	case row == Sum && column == Sum:
		return x.Total
	case row == Sum:
		return x.Columns[column].Total
	case column == Sum:
		return x.Rows[row].Total
	}
	return x.Cells[row][column]
}

// Whole is what the percentage of a cell is taken of: 0 where there is none to
// take. An act may stand in several rows and columns, so those of a line may
// add up to more than a hundred.
func (x Cross) Whole(s Share, row, column int) int {
	switch s {
	case OfRow:
		return x.At(row, Sum)
	case OfColumn:
		return x.At(Sum, column)
	case OfAll:
		return x.Total
	case NoShare:
	}
	return 0
}
