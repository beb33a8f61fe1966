// The contract rate of every night as a line: an SVG of numbers alone, with nothing in it that anybody wrote.

const [width, height, margin] = [640, 160, 8];

/** Shares in [0, 1], oldest first; the axis is the whole of it, so that small changes look small. */
export function drawNights(rates: readonly number[]): string {
  const across = (index: number) =>
    rates.length < 2 ? width / 2 : margin + (index * (width - 2 * margin)) / (rates.length - 1);
  const up = (rate: number) => height - margin - rate * (height - 2 * margin);
  const points = rates.map((rate, index) => `${across(index).toFixed(1)},${up(rate).toFixed(1)}`);
  const [x = "", y = ""] = points.at(-1)?.split(",") ?? [];
  const lines = [0, 0.5, 1].map((rate) => {
    const at = up(rate).toFixed(1);
    return `<line class="grid" x1="0" x2="${width}" y1="${at}" y2="${at}"/>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${lines.join("")}<polyline points="${points.join(" ")}"/><circle cx="${x}" cy="${y}" r="4"/></svg>`;
}
