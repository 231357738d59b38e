package vfst

import (
	"fmt"
	"slices"
	"strings"
)

// A flag is a flag diacritic: it reads no character but allows a way through
// the transducer only under a condition on a feature, or sets the feature.
type flag struct {
	op      byte // P set, C clear, U unify, R require, D disallow; 0 is no flag
	feature uint8
	value   uint8 // 0 stands for any value
}

// features numbers the features and the values of flags while they are read.
type features struct {
	byName map[string]uint8
	values []map[string]uint8 // by feature
}

// parse reads "@P.FEATURE.VALUE@" or "@C.FEATURE@".
func (f *features) parse(symbol string) (flag, error) {
	parts := strings.Split(strings.Trim(symbol, "@"), ".")
	if len(parts) < 2 || len(parts) > 3 || !slices.Contains([]string{"P", "C", "U", "R", "D"}, parts[0]) {
		return flag{}, fmt.Errorf("unknown flag %q", symbol)
	}
	name := parts[1]
	feature, ok := f.byName[name]
	if !ok {
		if len(f.byName) == 255 {
			return flag{}, fmt.Errorf("too many features at %q", symbol)
		}
		feature = uint8(len(f.byName))
		f.byName[name] = feature
		f.values = append(f.values, map[string]uint8{})
	}
	result := flag{op: parts[0][0], feature: feature}
	if len(parts) == 3 {
		values := f.values[feature]
		if values[parts[2]] == 0 {
			if len(values) == 254 {
				return flag{}, fmt.Errorf("too many values at %q", symbol)
			}
			values[parts[2]] = uint8(len(values) + 1)
		}
		result.value = values[parts[2]]
	}
	return result, nil
}

// apply is the value of the feature after the flag, and whether the flag lets
// the walk through. now is the value before: 0 when the feature is not set.
func (f flag) apply(now uint8) (uint8, bool) {
	switch f.op {
	case 'P':
		return f.value, true
	case 'C':
		return 0, true
	case 'U':
		return f.value, now == 0 || now == f.value
	case 'R':
		return now, now != 0 && (f.value == 0 || now == f.value)
	default: // D
		return now, now == 0 || (f.value != 0 && now != f.value)
	}
}
