// A card that tries to break out of every text position.
import { type Block, type Card, emph, type Field, strong, text } from "../../../src/core/card.ts";
import { at } from "./sample-cards.ts";
import { allFields } from "./sample-forms.ts";

export const evil = `<img src=x onerror="alert(1)">'"&</script><script>alert(2)</script>`;

/** Every text position holds markup. */
export function evilCard(): Card {
  const inline = [text(evil), strong(evil), emph(evil), { t: "code" as const, text: evil }];
  return {
    key: evil,
    title: evil,
    subtitle: evil,
    tone: "bad",
    tags: [evil],
    summary: evil,
    blocks: [
      {
        t: "text",
        text: [
          ...inline,
          { t: "person", id: evil, name: evil },
          { t: "date", at, style: "both", text: evil },
        ],
      },
      {
        t: "text",
        text: [
          { t: "link", text: evil, url: "javascript:alert(1)" },
          { t: "link", text: evil, url: `https://example.com/"><script>alert(3)</script>` },
        ],
      },
      { t: "fields", items: [{ label: evil, value: inline }] },
      { t: "table", columns: [evil], rows: [[inline]] },
      ...(["bar", "line", "pie", "radar", "heatmap"] as const).map(
        (chart): Block => ({
          t: "chart",
          chart,
          labels: [evil, "b", "c"],
          series: [
            { name: evil, values: [1, 2, 3] },
            { name: "two", values: [1, 2, 3] },
          ],
          alt: evil,
        }),
      ),
      {
        t: "chart",
        chart: "bar",
        labels: [evil],
        series: [{ name: evil, values: [1] }],
        alt: evil,
      },
      { t: "progress", label: evil, ratio: 2 },
      { t: "image", image: { asset: `../${evil}` }, alt: evil },
      {
        t: "actions",
        actions: [
          { id: evil, label: evil, ref: evil, confirm: evil },
          { label: evil, url: "data:text/html,<script>alert(4)</script>" },
        ],
      },
      {
        t: "form",
        id: evil,
        fields: [
          ...allFields("en").map(
            (field): Field => ({ ...field, name: evil, label: evil, hint: evil, error: evil }),
          ),
          { kind: "select", name: "s", label: evil, options: [{ value: evil, label: evil }] },
          { kind: "multiselect", name: "m", label: evil, options: [{ value: evil, label: evil }] },
          { kind: "text", name: "t", label: evil, value: evil },
          { kind: "multiline", name: "u", label: evil, value: `</textarea>${evil}` },
        ],
        submit: { id: "s", label: evil, ref: evil },
      },
      { t: "more", title: evil, blocks: [{ t: "context", text: inline }] },
    ],
  };
}
