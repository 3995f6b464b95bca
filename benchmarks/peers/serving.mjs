// The child's side of benchmarks/child.py for Node: ready once, then a turn for each line asked for.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

export const MOVES = 56;
export const PIXELS = 1024;
export const WIDE_PX = 250;

/** Says that all is ready, then takes a turn for each line; `turn` may be asynchronous. */
export async function serve(turn, told = {}) {
  process.stdout.write(JSON.stringify(told) + "\n");
  for await (const _ of createInterface({ input: process.stdin })) {
    if (globalThis.gc) globalThis.gc();
    process.stdout.write(JSON.stringify(await turn()) + "\n");
  }
  process.exit(0);
}

/** The flat columns that benchmarks/flat.py wrote: {n, bins, pixel, year, kind, ...}. */
export function columns(file) {
  const told = JSON.parse(readFileSync(`${file}.json`, "utf8"));
  const bytes = readFileSync(file);
  const found = { n: told.events, names: told.names, bins: told.bins };
  told.names.forEach((name, at) => {
    const start = bytes.byteOffset + at * told.events * 4;
    found[name] = new Int32Array(bytes.buffer, start, told.events);
  });
  return found;
}

/** A turn: MOVES moves of the brush, each timed; the middle and the worst of them in seconds. */
export async function walk(move) {
  const step = Math.floor((PIXELS - WIDE_PX) / MOVES);
  const seconds = [];
  for (let n = 0; n < MOVES; n++) {
    const began = performance.now();
    await move(n * step, n * step + WIDE_PX);
    seconds.push((performance.now() - began) / 1000);
  }
  return spread(seconds);
}

/** The same figures as serving.spread in Python. */
export function spread(seconds) {
  const ordered = [...seconds].sort((a, b) => a - b);
  const at = (share) => ordered[Math.min(Math.floor(share * ordered.length), ordered.length - 1)];
  return { s: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) };
}
