// falcon-vis on Arrow tables: the brush's view is active, five others are counted from its index.
// `falcon.mjs FLAT`: moves of the brush. `falcon.mjs FLAT reindex`: another kind chosen, and the index
// made again until a move is answered.
import { imported } from "./bundling.mjs";
import { PIXELS, WIDE_PX, columns, serve, walk } from "./serving.mjs";

const { ArrowDB, FalconVis, tableFromArrays } = await imported(`
  export { ArrowDB } from "falcon-vis/build/db/arrow.js";
  export { FalconVis } from "falcon-vis/build/falcon.js";
  export { tableFromArrays } from "apache-arrow";
`);
const data = columns(process.argv[2]);
const names = ["year", "kind", "actor", "lane", "importance"];
const arrays = Object.fromEntries(["pixel", ...names].map((name) => [name, data[name]]));
const falcon = new FalconVis(new ArrowDB(tableFromArrays(arrays)));
const brushed = await falcon.view1D({
  type: "continuous",
  name: "pixel",
  resolution: PIXELS,
  range: [0, PIXELS],
  bins: 64,
});
let answered = 0;
const views = {};
for (const name of names) {
  views[name] = await falcon.view1D({
    type: "continuous",
    name,
    resolution: Math.max(data.bins[name], 2),
    binConfig: { start: 0, stop: data.bins[name], step: 1 },
  });
  views[name].onChange(() => answered++);
}
await falcon.all();
await views.kind.select([-1, 0]);
await brushed.activate();

/** Until all five views have been told their counts. */
async function move(low, high) {
  const wanted = answered + names.length;
  await brushed.select([low, high]);
  while (answered < wanted) await Promise.resolve();
}

let turns = 0;

/** Another kind: its view is filtered, then the brush's index is made again and asked. */
async function reindex() {
  turns++;
  const began = performance.now();
  const kind = turns % data.bins.kind;
  await views.kind.activate();
  await views.kind.select([kind - 1, kind]);
  await brushed.activate();
  await move(300 + turns, 300 + turns + WIDE_PX);
  return { s: (performance.now() - began) / 1000 };
}

await move(1, 1 + WIDE_PX);
await serve(process.argv[3] === "reindex" ? reindex : () => walk(move));
