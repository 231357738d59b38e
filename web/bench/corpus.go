package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// corpus is where the acts come from that are varied.
const corpus = "internal/demo/data/acts-*.jsonl"

// An act is one row of an import, as the file has it.
type act map[string]any

// writeCorpus writes n acts, made of parts of the demo acts, as JSON Lines. It
// is the words of their titles, to search with.
func writeCorpus(file string, n int) ([]string, error) {
	models, err := readModels()
	if err != nil {
		return nil, err
	}
	f, err := os.Create(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := json.NewEncoder(f)
	random := rand.New(rand.NewPCG(2022, 183)) // the same acts each time
	for i := range n {
		if err := out.Encode(vary(models, i, random)); err != nil {
			return nil, err
		}
	}
	return words(models), f.Close()
}

// words is those of the titles and leads, as inflected as they stand there.
func words(models []act) []string {
	between := func(r rune) bool { return strings.ContainsRune(" .,:;!?”()–", r) }
	var all []string
	for _, m := range models {
		all = append(all, strings.FieldsFunc(m.text("title")+" "+m.text("lead"), between)...)
	}
	return all
}

func readModels() ([]act, error) {
	files, err := filepath.Glob(corpus)
	if err != nil {
		return nil, err
	}
	var models []act
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var a act
			if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if a.text("need") != "" && a.text("language") == "fi" {
				models = append(models, a)
			}
		}
		_ = f.Close() // it was only read
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if len(models) == 0 {
		return nil, fmt.Errorf("no acts in %s: run this in the root of the repository", corpus)
	}
	return models, nil
}

// vary makes the act of a number: each part is of another demo act, so that no
// two acts are the same and the words are as common as in real ones.
func vary(models []act, number int, random *rand.Rand) act {
	pick := func() act { return models[random.IntN(len(models))] }
	a := act{
		"ref": fmt.Sprintf("bench-%05d", number), "status": "published", "language": "fi",
		"stage": []string{"planned", "ongoing", "in_use", "completed"}[random.IntN(4)],
	}
	for _, part := range [][]string{
		{"lead"},
		{"need"},
		{"approach"},
		{"results"},
		{"lessons"},
		{"sectors"},
		{"themes"},
		{"tags"},
		{"organization", "organization_type", "municipality_code", "locality", "unit"},
		{"contact_name", "contact_title", "contact_email"},
	} {
		from := pick()
		for _, column := range part {
			if v, in := from[column]; in {
				a[column] = v
			}
		}
	}
	a["title"] = fmt.Sprintf("%s %s %d", pick().text("title"), a.text("locality"), number)
	published := time.Date(2015, 1, 7, 9, 0, 0, 0, time.UTC).Add(time.Duration(random.IntN(11*365*24)) * time.Hour)
	a["submitted_at"], a["published_at"] = published.AddDate(0, 0, -5).Format(time.RFC3339), published.Format(time.RFC3339)
	return a
}

func (a act) text(column string) string {
	s, _ := a[column].(string)
	return s
}
