package main

import (
	"fmt"
	"reflect"
	"strings"

	"tekojentori.fi/tori/internal/config"
)

// settings lists every variable with its meaning, from the struct itself.
func settings() string {
	var b strings.Builder
	t := reflect.TypeFor[config.Config]()
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		line := fmt.Sprintf("  %-18s %s", tag.Get("env"), tag.Get("help"))
		if d := tag.Get("envDefault"); d != "" {
			line += " (" + d + ")"
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}
