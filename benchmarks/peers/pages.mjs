// What the pages show: the same events in vis-timeline, and in d3 with an SVG element each.
import { scaleLinear, select } from "d3";
import { DataSet } from "vis-data";
import { Timeline } from "vis-timeline";

const DAY_MS = 86_400_000;
const SHOWN_DAYS = 3650 / 40;
const [WIDTH, HEIGHT] = [1920, 1080];

/** Makes the page and `pan(n)`, which answers the seconds of one frame. */
export function show(kind, events) {
  const draw = kind === "vis" ? vis(events) : d3(events);
  globalThis.pan = async (n) => {
    const began = performance.now();
    draw(1800 + (n * SHOWN_DAYS) / 100);
    document.body.offsetHeight;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return (performance.now() - began) / 1000;
  };
}

/** vis-timeline with a point an event, stacking off. */
function vis(events) {
  const items = new DataSet(
    events.map(([day, lane], id) => ({ id, group: lane, start: day * DAY_MS, type: "point" })),
  );
  const groups = [...new Set(events.map(([, lane]) => lane))].map((id) => ({ id, content: `${id}` }));
  const options = {
    height: HEIGHT, stack: false, start: 1800 * DAY_MS, end: (1800 + SHOWN_DAYS) * DAY_MS,
  };
  const timeline = new Timeline(document.getElementById("here"), items, groups, options);
  return (day) => {
    timeline.setWindow(day * DAY_MS, (day + SHOWN_DAYS) * DAY_MS, { animation: false });
    timeline.redraw();
  };
}

/** d3: a rectangle for each event, moved with the scale. */
function d3(events) {
  const svg = select("#here").append("svg").attr("width", WIDTH).attr("height", HEIGHT);
  const marks = svg.selectAll("rect").data(events).join("rect")
    .attr("width", 6).attr("height", 20).attr("y", ([, lane]) => lane * 60);
  return (day) => {
    const x = scaleLinear([day, day + SHOWN_DAYS], [0, WIDTH]);
    marks.attr("x", ([at]) => x(at));
  };
}
