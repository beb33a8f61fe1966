// The page of one customer: opens its link, draws the graph, lists the same in words, shows evidence, stays live.
import { createChart } from "./chart.js";
import { showEvidence } from "./evidence.js";

const byId = (id) => document.getElementById(id);
const words = JSON.parse(byId("page").dataset.words);
const base = location.pathname.replace(/\/$/, "");
const reconnectMs = 60_000;

let chart;
let version = "";

/** An answer as JSON; a refusal takes the page's place and ends it. */
async function ask(path, options) {
  const answer = await fetch(base + path, { credentials: "same-origin", ...options });
  version = answer.headers.get("etag")?.replace(/"/g, "") ?? version;
  const said = answer.status === 204 ? {} : await answer.json();
  if (answer.ok) return said;
  throw Object.assign(new Error(said.title), { said, isFinal: answer.status !== 404 });
}

function refuse({ title, todo }) {
  const notice = document.createElement("main");
  notice.className = "notice";
  const heading = document.createElement("h1");
  heading.textContent = title ?? words.failed;
  const sentence = document.createElement("p");
  sentence.textContent = todo ?? "";
  notice.append(heading, sentence);
  byId("page").replaceWith(notice);
}

function show(graph) {
  document.title = graph.heading;
  byId("heading").textContent = graph.heading;
  byId("subtitle").textContent = graph.subtitle;
  byId("counts").textContent = graph.counts.join(" · ");
  byId("page").removeAttribute("aria-busy");
  chart ??= createChart(byId("graph"), choose);
  chart.show(graph);
  list(graph);
}

/** Lists stay open or closed as the reader left them. */
function list({ nodes, kinds }) {
  const closed = new Set(
    [...document.querySelectorAll("#list details:not([open])")].map(({ dataset }) => dataset.kind),
  );
  const groups = Object.entries(kinds).map(([kind, name]) => {
    const own = nodes.filter((node) => node.kind === kind);
    const details = document.createElement("details");
    details.dataset.kind = kind;
    details.open = !closed.has(kind);
    const summary = document.createElement("summary");
    summary.textContent = `${name} (${own.length})`;
    const items = document.createElement("ul");
    items.append(...own.map(toItem));
    details.append(summary, items);
    return own.length > 0 ? details : "";
  });
  byId("list").replaceChildren(...groups);
}

function toItem({ id, label, detail }) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  const small = document.createElement("small");
  small.textContent = detail;
  button.append(small);
  button.addEventListener("click", () => choose(id));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

async function choose(id, offset = 0) {
  try {
    const query = new URLSearchParams({ node: id, offset: String(offset) });
    const evidence = await ask(`/evidence?${query}`);
    showEvidence(evidence, { words, isMore: offset > 0, onMore: (next) => choose(id, next) });
  } catch (error) {
    if (error.isFinal) refuse(error.said ?? {});
    else byId("hint").textContent = error.said?.title ?? words.failed;
  }
}

function goLive() {
  const source = new EventSource(`${base}/live?version=${encodeURIComponent(version)}`);
  const say = (isLive) => {
    byId("live").textContent = isLive ? words.live : words.away;
  };
  source.addEventListener("open", () => say(true));
  source.addEventListener("graph", ({ data, lastEventId }) => {
    version = lastEventId;
    show(JSON.parse(data));
  });
  source.addEventListener("gone", ({ data }) => {
    source.close();
    refuse(JSON.parse(data));
  });
  source.addEventListener("error", () => {
    if (!byId("live")) return;
    say(false);
    // Refused, because too many are open: the browser gives up, so we come back ourselves.
    if (source.readyState === EventSource.CLOSED) setTimeout(goLive, reconnectMs);
  });
}

try {
  await ask("/open", { method: "POST" });
  show(await ask("/graph"));
  goLive();
} catch (error) {
  refuse(error.said ?? {});
}
