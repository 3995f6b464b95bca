// crossfilter2: a dimension for each column, the brush on one, five groups read after each move.
import crossfilter from "crossfilter2";

import { columns, serve, walk } from "./serving.mjs";

const MOST_FOR_ALL = 5_000_000; // beyond this only two groups: the others need more memory than Node has
const data = columns(process.argv[2]);
const rows = new Array(data.n);
for (let i = 0; i < data.n; i++) rows[i] = i;
const filter = crossfilter(rows);
const pixel = filter.dimension((i) => data.pixel[i]);
const kind = filter.dimension((i) => data.kind[i]);
const names = data.n > MOST_FOR_ALL ? ["lane"] : ["year", "actor", "lane", "importance"];
const others = names.map((name) => filter.dimension((i) => data[name][i]).group());
const groups = [kind.group(), ...others];
kind.filterExact(0);

await serve(() =>
  walk((low, high) => {
    pixel.filterRange([low, high]);
    for (const group of groups) group.all();
  }),
);
