// The graph drawn: nodes stand where the server put them, so that thousands of touches cost a phone nothing.
/* global echarts */

const noLabel = new Set(["touches", "said", "product"]);
const longestLabel = 16;
/** echarts rounds the ends of level lines to whole units: units have to be small. */
const unitsPerRadius = 1_000;
const margin = { x: 44, y: 36 };

/** Draws into a box; `onChoose` hears which node was tapped. */
export function createChart(box, onChoose) {
  const chart = echarts.init(box, null, { renderer: "canvas" });
  let drawn;
  chart.on("click", ({ dataType, data }) => {
    if (dataType === "node") onChoose(data.id);
  });
  const draw = () => drawn && chart.setOption(toOption(drawn, chart), { notMerge: true });
  new ResizeObserver(() => {
    chart.resize();
    draw();
  }).observe(box);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  return {
    show(graph) {
      drawn = graph;
      draw();
    },
  };
}

/** As large as fits without being stretched, with room around it for names. */
function boxOf(nodes, chart) {
  const extent = (axis) => {
    const values = nodes.map((node) => node[axis]);
    return Math.max(1, Math.max(...values) - Math.min(...values));
  };
  const scale = Math.min(
    (chart.getWidth() - 2 * margin.x) / extent("x"),
    (chart.getHeight() - 2 * margin.y) / extent("y"),
  );
  const [width, height] = [extent("x") * scale, extent("y") * scale];
  const [left, top] = [(chart.getWidth() - width) / 2, (chart.getHeight() - height) / 2];
  return { left, top, width, height };
}

function toOption({ nodes, links }, chart) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const tree = nodes.filter(({ parent }) => parent).map(({ id, parent }) => [parent, id]);
  const pairs = [...tree, ...links.map(({ from, to }) => [from, to])];
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    series: [
      {
        type: "graph",
        layout: "none",
        roam: true,
        scaleLimit: { min: 0.7, max: 8 },
        ...boxOf(nodes, chart),
        lineStyle: { color: colour("line"), width: 1, opacity: 0.9 },
        emphasis: { focus: "adjacency", label: { show: true } },
        labelLayout: { hideOverlap: true },
        data: nodes.map((node) => toNode(node, colour)),
        links: pairs.map(([source, target]) => ({ source, target })),
      },
    ],
  };
}

function toNode({ id, kind, label, x, y, touches }, colour) {
  const size = kind === "customer" ? 34 : 8 + Math.min(16, 4 * Math.log10(1 + touches));
  const short = label.length > longestLabel ? `${label.slice(0, longestLabel)}…` : label;
  return {
    ...{ id, x: x * unitsPerRadius, y: y * unitsPerRadius, name: short },
    symbolSize: noLabel.has(kind) ? size : Math.max(size, 18),
    itemStyle: { color: colour(kind), borderColor: colour("surface"), borderWidth: 1.5 },
    label: {
      show: !noLabel.has(kind),
      position: kind === "customer" ? "top" : "bottom",
      color: colour("ink"),
      fontSize: 11,
      formatter: "{b}",
    },
  };
}
