// Mosaic's coordinator on native DuckDB, pre-aggregation on, no cache of answers: five clients that
// count by a column, a brush over them, one kind chosen.
import { DuckDBDataChunk, DuckDBInstance, INTEGER } from "@duckdb/node-api";

import { imported } from "./bundling.mjs";
import { PIXELS, WIDE_PX, columns, serve, walk } from "./serving.mjs";

const { Coordinator, MosaicClient, Query, Selection, clauseInterval, clausePoint, count } =
  await imported(`
    export { Coordinator, MosaicClient, Selection, clauseInterval, clausePoint }
      from "@uwdata/mosaic-core";
    export { Query, count } from "@uwdata/mosaic-sql";
  `);
const data = columns(process.argv[2]);
const database = await (await DuckDBInstance.create(":memory:")).connect();
await load();

const connector = {
  async query({ type, sql }) {
    if (type === "exec") {
      for (const one of sql.split(";\n")) await database.run(one);
      return undefined;
    }
    return (await database.runAndReadAll(sql)).getColumns();
  },
};
const quiet = { debug() {}, info() {}, log() {}, warn() {}, error: console.error };
const options = { logger: quiet, cache: false, consolidate: false };
const coordinator = new Coordinator(connector, options);
const asked = Selection.crossfilter();
let answered = 0;

class Counts extends MosaicClient {
  constructor(column) {
    super(asked);
    this.column = column;
  }

  query(filter = []) {
    const select = { [this.column]: this.column, n: count() };
    return Query.from("events").select(select).groupby(this.column).where(filter);
  }

  queryResult() {
    answered++;
    return this;
  }
}

const clients = ["year", "kind", "actor", "lane", "importance"].map((name) => new Counts(name));
clients.forEach((client) => coordinator.connect(client));
await until(clients.length);
const before = answered;
asked.update(clausePoint("kind", 0, { source: clients[1] }));
await until(before + clients.length - 1);

const source = {};
const scale = { type: "linear", domain: [0, PIXELS], range: [0, PIXELS] };
asked.activate(clause(0, WIDE_PX));

function clause(low, high) {
  return clauseInterval("pixel", [low, high], { source, clients: new Set(), scale });
}

async function move(low, high) {
  const wanted = answered + clients.length;
  asked.update(clause(low, high));
  await until(wanted);
}

async function until(wanted) {
  const end = performance.now() + 120_000;
  while (answered < wanted) {
    if (performance.now() > end) throw new Error(`${answered} of ${wanted} answers came`);
    await new Promise((done) => setImmediate(done));
  }
}

async function load() {
  const { names } = data;
  await database.run(`CREATE TABLE events (${names.map((name) => `${name} INTEGER`).join(", ")})`);
  const appender = await database.createAppender("events");
  for (let start = 0; start < data.n; start += 2048) {
    const end = Math.min(start + 2048, data.n);
    const chunk = DuckDBDataChunk.create(names.map(() => INTEGER));
    chunk.setColumns(names.map((name) => Array.from(data[name].subarray(start, end))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

await move(1, 1 + WIDE_PX);
await serve(() => walk(move));
