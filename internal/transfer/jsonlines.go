package transfer

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

func openJSONLines(f io.Reader) *source {
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 64<<10), maxLine)
	s := &source{close: func() error { return nil }}
	n := 0
	s.next = func() (Row, int, error) {
		for lines.Scan() {
			n++
			text := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
			text = strings.TrimSuffix(text, ",") // of an array, as export writes it
			if text == "" || text == "[" || text == "]" {
				continue
			}
			row, err := parseJSON(text)
			return row, n, err
		}
		if err := lines.Err(); err != nil {
			return Row{}, n + 1, err
		}
		return Row{}, n, io.EOF
	}
	return s
}

// parseJSON reads one object. Lists may be arrays or texts with |.
func parseJSON(text string) (Row, error) {
	row := Row{given: map[string]bool{}}
	values := map[string]any{}
	if !utf8.ValidString(text) {
		return row, errors.New("not valid UTF-8")
	}
	if err := json.Unmarshal([]byte(text), &values); err != nil {
		return row, fmt.Errorf("not a JSON object: %w", err)
	}
	for name, v := range values {
		c, ok := columnByName(name)
		if !ok {
			return row, fmt.Errorf("the column %q is unknown; allowed: %s", name, allNames())
		}
		row.given[name] = true
		if err := c.setJSON(&row, v); err != nil {
			return row, err
		}
	}
	return row, nil
}

func (c Column) setJSON(row *Row, v any) error {
	switch v := v.(type) {
	case nil:
	case string:
		c.set(row, v)
	case float64, bool:
		c.set(row, fmt.Sprint(v))
	case []any:
		if c.List == nil {
			return fmt.Errorf("%s: a list, but it takes one value", c.Name)
		}
		for _, x := range v {
			s, ok := x.(string)
			if !ok {
				return fmt.Errorf("%s: a list of something else than texts", c.Name)
			}
			*c.List(row) = append(*c.List(row), strings.TrimSpace(s))
		}
	default:
		return fmt.Errorf("%s: neither a text nor a list", c.Name)
	}
	return nil
}

// set puts the text of a cell in its place; a list is split at |.
func (c Column) set(row *Row, text string) {
	text = strings.TrimSpace(text)
	if c.List == nil {
		*c.Text(row) = text
		return
	}
	for _, part := range strings.Split(text, "|") {
		if part = strings.TrimSpace(part); part != "" {
			*c.List(row) = append(*c.List(row), part)
		}
	}
}
