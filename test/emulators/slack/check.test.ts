import { describe, expect, it } from "vitest";
import { checkAcknowledgement, checkCall } from "./check.ts";

type Node = Record<string, unknown>;

const plain = (text: string) => ({ type: "plain_text", text });
const button = (set: Node = {}) => ({
  ...{ type: "button", action_id: "press:0", text: plain("Go"), value: "v" },
  ...set,
});
const actions = (...elements: Node[]) => ({ type: "actions", elements });
const rich = (...elements: Node[]) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});
const cells = (...texts: string[]) => texts.map((text) => ({ type: "raw_text", text }));
const table = (...rows: Node[][]) => ({ type: "table", rows });
const option = (value: string) => ({ text: plain(value), value });
const input = (element: Node, set: Node = {}) => ({
  ...{ type: "input", block_id: "field:a", label: plain("A") },
  ...{ element: { action_id: "value", ...element } },
  ...set,
});
const chart = (set: Node = {}) => ({
  type: "data_visualization",
  title: "Deals",
  chart: {
    type: "bar",
    series: [{ name: "won", data: [{ label: "May", value: 3 }] }],
    axis_config: { categories: ["May"] },
  },
  ...set,
});

const post = (...blocks: Node[]) =>
  checkCall("chat.postMessage", { text: "In short", blocks: JSON.stringify(blocks) });
const modal = (set: Node = {}) => ({
  ...{ type: "modal", callback_id: "form", title: plain("T"), submit: plain("Save") },
  ...{ blocks: [input({ type: "plain_text_input", max_length: 3_000 })] },
  ...set,
});
const open = (view: Node) => checkCall("views.open", { view: JSON.stringify(view) });

describe("a strict Slack", () => {
  it.each<[string, Node]>([
    ["a title", { type: "header", text: plain("T".repeat(150)) }],
    [
      "a line with a link and a date",
      rich(
        { type: "link", url: "https://a.example/", text: "A" },
        { type: "date", timestamp: 1, format: "{date_short}", fallback: "then" },
        { type: "text", text: "\n", style: { bold: true } },
      ),
    ],
    ["a table", table(cells("a", "b"), cells("1", " "))],
    ["a chart", chart()],
    ["a picture of its own", { type: "image", slack_file: { id: "F1" }, alt_text: "A" }],
    [
      "a question before a press",
      actions(
        button({
          confirm: {
            title: plain("T"),
            text: plain("Sure?"),
            confirm: plain("Yes"),
            deny: plain("No"),
          },
        }),
      ),
    ],
  ])("takes %s", (_, block) => {
    expect(post(block)).toEqual({ problems: [] });
  });

  it.each<[string, Node[], string]>([
    [
      "a long title",
      [{ type: "header", text: plain("T".repeat(151)) }],
      "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
    ],
    [
      "an empty text",
      [rich({ type: "text", text: "" })],
      "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]",
    ],
    [
      "a blank label",
      [actions(button({ text: plain(" ") }))],
      "must be readable text [json-pointer:/blocks/0/elements/0/text/text]",
    ],
    [
      "half a character",
      [rich({ type: "text", text: "\ud83d" })],
      "must be well-formed text [json-pointer:/blocks/0/elements/0/elements/0/text]",
    ],
    [
      "a property it does not know",
      [actions(button({ disabled: true }))],
      "invalid additional property: disabled [json-pointer:/blocks/0/elements/0]",
    ],
    [
      "emoji in markup",
      [{ type: "section", text: { type: "mrkdwn", text: "a", emoji: true } }],
      "invalid additional property: emoji [json-pointer:/blocks/0/text]",
    ],
    [
      "a missing field",
      [{ type: "image", slack_file: { id: "F1" } }],
      "missing required field: alt_text [json-pointer:/blocks/0]",
    ],
    [
      "a block it does not know",
      [{ type: "radar" }],
      "unsupported type: radar [json-pointer:/blocks/0/type]",
    ],
    [
      "a section of nothing",
      [{ type: "section" }],
      "must define either `text` or `fields` [json-pointer:/blocks/0]",
    ],
    [
      "two buttons alike",
      [actions(button(), button())],
      "`action_id` already exists in this block [json-pointer:/blocks/0/elements]",
    ],
    [
      "two blocks of one name",
      [
        { type: "divider", block_id: "b" },
        { type: "divider", block_id: "b" },
      ],
      "`block_id` b already exists [json-pointer:/blocks]",
    ],
    [
      "26 buttons",
      [actions(...Array.from({ length: 26 }, (_, at) => button({ action_id: `${at}` })))],
      "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
    ],
    [
      "51 blocks",
      Array.from({ length: 51 }, () => ({ type: "divider" })),
      "no more than 50 items allowed [json-pointer:/blocks]",
    ],
    [
      "rows of different lengths",
      [table(cells("a", "b"), cells("1"))],
      "rows must have the same number of cells [json-pointer:/blocks/0/rows]",
    ],
    [
      "a table too full",
      [table(cells("a".repeat(5_001), "b".repeat(5_000)))],
      "tables must be less than 10001 characters [json-pointer:/blocks]",
    ],
    [
      "a third chart",
      [chart(), chart(), chart()],
      "no more than 2 charts allowed [json-pointer:/blocks]",
    ],
    [
      "a link of another kind",
      [actions(button({ url: "javascript:alert(1)" }))],
      "Invalid URL [json-pointer:/blocks/0/elements/0/url]",
    ],
    [
      "a file to drop in a message",
      [input({ type: "file_input" })],
      "unsupported type: file_input [json-pointer:/blocks/0]",
    ],
  ])("refuses %s, and says where", (_, blocks, problem) => {
    const { refusal, problems } = post(...blocks);
    expect(problems).toEqual([problem]);
    expect(refusal).toEqual({
      ok: false,
      error: "invalid_blocks",
      errors: [problem],
      response_metadata: { messages: [`[ERROR] ${problem}`] },
    });
  });

  it("has one table and so many characters in a message, and fewer in an edit", () => {
    expect(post(table(cells("a")), table(cells("b"))).refusal?.error).toBe("invalid_attachments");
    const long = rich({ type: "text", text: "a".repeat(13_201) });
    expect(post(long).refusal?.error).toBe("msg_blocks_too_long");
    const text = "字".repeat(1_334);
    expect(checkCall("chat.postMessage", { text }).problems).toEqual([]);
    expect(checkCall("chat.update", { text }).refusal?.error).toBe("msg_too_long");
    expect(checkCall("chat.update", { text: "", blocks: "[]" }).refusal?.error).toBe("no_text");
  });

  it("takes text that pings, which is complained of all the same", () => {
    const verdict = checkCall("chat.postMessage", { text: "<!channel> R&amp;D" });
    expect(verdict).toEqual({ problems: ["text is not escaped: <!channel> R&amp;D"] });
  });

  const select = { type: "static_select", options: [option("a")] };
  it.each<[string, Node, string]>([
    [
      "a long title",
      { title: plain("T".repeat(25)) },
      "must be less than 25 characters [json-pointer:/view/title/text]",
    ],
    [
      "inputs nobody can send",
      { submit: undefined },
      "missing required field: submit [json-pointer:/view]",
    ],
    [
      "a table",
      { blocks: [table(cells("a"))] },
      "unsupported type: table [json-pointer:/view/blocks/0]",
    ],
    [
      "a choice that is none of the options",
      { blocks: [input({ ...select, initial_option: option("b") })] },
      "initial options must exactly match one of the options [json-pointer:/view/blocks/0/element]",
    ],
    [
      "options twice",
      { blocks: [input({ ...select, options: [option("a"), option("a")] })] },
      "options must have values of their own [json-pointer:/view/blocks/0/element]",
    ],
    [
      "a number in letters",
      {
        blocks: [input({ type: "number_input", is_decimal_allowed: true, initial_value: "1e21" })],
      },
      "must be a decimal number [json-pointer:/view/blocks/0/element/initial_value]",
    ],
    [
      "a long memory",
      { private_metadata: "m".repeat(3_001) },
      "must be less than 3001 characters [json-pointer:/view/private_metadata]",
    ],
  ])("opens no form with %s", (_, set, problem) => {
    expect(open(modal())).toEqual({ problems: [] });
    const { refusal, problems } = open(modal(set));
    expect(problems).toEqual([problem]);
    expect(refusal?.error).toBe("invalid_arguments");
  });

  it("publishes no home with a chart", () => {
    const view = JSON.stringify({ type: "home", blocks: [chart()] });
    expect(checkCall("views.publish", { view }).problems).toEqual([
      "unsupported type: data_visualization [json-pointer:/view/blocks/0]",
    ]);
  });

  it("shows errors on inputs only, and forms it would open", () => {
    const wrong = { response_action: "errors", errors: { "field:b": "No." } };
    expect(checkAcknowledgement(wrong, ["field:b"])).toEqual([]);
    expect(checkAcknowledgement(wrong, ["field:a"])).toHaveLength(1);
    const next = { response_action: "update", view: modal({ blocks: [] }) };
    expect(checkAcknowledgement(next, [])).toEqual([
      "no fewer than 1 items allowed [json-pointer:/view/blocks]",
    ]);
    expect(checkAcknowledgement(undefined, [])).toEqual([]);
  });
});
