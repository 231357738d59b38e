package main

import (
	"testing"

	"tekojentori.fi/tori/internal/transfer"
)

// A file that is called teot.xlsx is one, unless another format is asked for.
func TestAFileIsWhatItIsCalled(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		file, asked string
		want        transfer.Format
	}{
		{"teot.xlsx", "", transfer.XLSX},
		{"a/TEOT.JSON", "", transfer.JSON},
		{"teot.jsonl", "", transfer.JSONL},
		{"teot.ndjson", "", transfer.JSONL},
		{"teot.csv", "", transfer.CSV},
		{"teot.txt", "", transfer.CSV},
		{"teot", "", transfer.CSV},
		{"teot.xlsx", "csv", transfer.CSV},
		{"teot.csv", "ods", "ods"},
	} {
		if got := formatOf(tt.file, tt.asked); got != tt.want {
			t.Errorf("%s as %q: %s, want %s", tt.file, tt.asked, got, tt.want)
		}
	}
}
