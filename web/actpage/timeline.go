package actpage

import (
	"context"
	"strconv"
	"time"

	"tekojentori.fi/tori/internal/adoption"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/web/ui"
)

// A year is what organisations have told in it of an act of others.
type year struct {
	Name  string
	Steps []ui.Chip
}

// addYears tells how an act has spread: in words year by year and, once there
// is more than one year to compare, how many used it at the end of each.
func (p Pages) addYears(ctx context.Context, steps []adoption.Step, s *spread) {
	for _, x := range steps {
		at := x.At.In(i18n.Helsinki())
		name := strconv.Itoa(at.Year())
		if len(s.Years) == 0 || s.Years[len(s.Years)-1].Name != name {
			s.Years = append(s.Years, year{Name: name})
		}
		y := &s.Years[len(s.Years)-1]
		o := p.Organizations.Directory().Get(x.OrganizationID)
		y.Steps = append(y.Steps, ui.Chip{Label: stepSays.In(ctx, i18n.Date(ctx, at), o.Name.In(ctx), stateNames[x.State].In(ctx))})
	}
	if len(s.Years) < 2 {
		return
	}
	first, last := steps[0].At.In(i18n.Helsinki()).Year(), steps[len(steps)-1].At.In(i18n.Helsinki()).Year()
	for y := first; y <= last; y++ {
		end := time.Date(y+1, time.January, 1, 0, 0, 0, 0, i18n.Helsinki())
		s.Growth = append(s.Growth, ui.Bar{Label: strconv.Itoa(y), Count: adoption.InUseAt(steps, end)})
	}
}
