package api

import (
	"context"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/act"
	"tekojentori.fi/tori/internal/attachment"
	"tekojentori.fi/tori/web/gallery"
)

// files is what everyone may fetch of an act.
func (a API) files(ctx context.Context, x act.Act) ([]File, error) {
	all, err := a.Attachments.Of(ctx, x, account.Account{})
	if err != nil {
		return nil, err
	}
	files := []File{}
	for _, f := range all {
		if f.State == attachment.Ready {
			files = append(files, File{a.BaseURL + gallery.Path(f, f.Width), string(f.Kind), f.Name, f.MediaType, f.Alt})
		}
	}
	return files, nil
}
