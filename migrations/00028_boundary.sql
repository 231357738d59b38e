-- +goose Up

-- The outlines of municipalities that an operator has added (tori map import):
-- SVG paths on the view of 1000 × 1757 that municipality.map_x and map_y are on.
CREATE TABLE boundary (
    municipality_code text PRIMARY KEY REFERENCES municipality,
    path              text NOT NULL
);

-- +goose Down
DROP TABLE boundary;
