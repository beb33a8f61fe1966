// What Slack is known to refuse, checked here: it refuses a whole message for one block, and no test can ask it.
import { limits } from "./limits.ts";
import type { HomeView } from "./render/home.ts";
import type { SlackView } from "./render/modal.ts";
import type { SlackBlock } from "./render/text.ts";
import type { SlackMessage } from "./render.ts";
import { checkChart } from "./validate/chart.ts";
import {
  atMost,
  between,
  checkInput,
  checkText,
  type Node,
  nodes,
  type Problems,
} from "./validate/input.ts";

/** Problems of what chat.postMessage is given. */
export function validateMessage({ text, blocks }: SlackMessage): Problems {
  return [
    ...(text ? [] : ["text: empty, so a screen reader has nothing to read"]),
    ...atMost(text.length, limits.fallbackText, "text"),
    ...atMost(blocks.filter(({ type }) => type === "table").length, 1, "tables"),
    ...atMost(
      blocks.filter(({ type }) => type === "data_visualization").length,
      limits.chart.perMessage,
      "charts",
    ),
    ...validateBlocks(blocks, limits.messageBlocks),
    ...blocks
      .filter(({ type }) => type === "input")
      .map(() => "an input in a message: ours belong in modals"),
  ];
}

/** Problems of what views.open is given. */
export function validateView(view: SlackView): Problems {
  const hasInputs = view.blocks.some(({ type }) => type === "input");
  return [
    ...checkText(view.title, limits.view.title, "title"),
    ...checkText(view.close, limits.view.close, "close"),
    ...(view.submit ? checkText(view.submit, limits.view.submit, "submit") : []),
    ...(hasInputs && !view.submit ? ["inputs without a submit"] : []),
    ...atMost(view.private_metadata.length, limits.view.metadata, "private_metadata"),
    ...onlyInMessages(view.blocks),
    ...validateBlocks(view.blocks, limits.viewBlocks),
  ];
}

/** Problems of what views.publish is given. */
export function validateHome({ blocks }: HomeView): Problems {
  const inputs = blocks.filter(({ type }) => type === "input").map(() => "an input in a home");
  return [...inputs, ...onlyInMessages(blocks), ...validateBlocks(blocks, limits.viewBlocks)];
}

function onlyInMessages(blocks: SlackBlock[]): Problems {
  return blocks
    .filter(({ type }) => type === "table" || type === "data_visualization")
    .map(({ type }) => `a ${type}, which only messages have`);
}

/** Problems of blocks anywhere. */
function validateBlocks(blocks: SlackBlock[], most: number): Problems {
  return [
    ...atMost(blocks.length, most, "blocks"),
    ...(blocks.length === 0 ? ["no blocks"] : []),
    ...repeated(
      blocks.flatMap(({ block_id: id }) => (id === undefined ? [] : [id])),
      "block_id",
    ),
    ...repeated(
      blocks.flatMap((block) =>
        nodes(block.elements).flatMap(({ action_id: id }) => (id ? [id] : [])),
      ),
      "action_id",
    ),
    ...blocks.flatMap((block, index) =>
      checkBlock(block).map((problem) => `blocks/${index}(${block.type}): ${problem}`),
    ),
    ...illFormed(blocks),
  ];
}

const checks: Record<string, (block: Node) => Problems> = {
  header: ({ text }) => checkText(text, limits.header, "text", true),
  section: ({ text }) => checkText(text, limits.sectionText, "text"),
  context: ({ elements }) => [
    ...between(nodes(elements).length, 1, 10, "elements"),
    ...nodes(elements).flatMap((element) => checkText(element, limits.contextText, "element")),
  ],
  divider: () => [],
  image: (block) => [
    ...between(String(block.alt_text ?? "").length, 1, limits.image.alt, "alt_text"),
    ...(block.slack_file || block.image_url ? [] : ["no picture"]),
  ],
  actions: ({ elements }) => [
    ...between(nodes(elements).length, 1, limits.actions, "elements"),
    ...nodes(elements).flatMap(checkButton),
  ],
  rich_text: ({ elements }) => [
    ...(nodes(elements).length > 0 ? [] : ["no elements"]),
    ...nodes(elements).flatMap(checkRich),
  ],
  table: checkTable,
  data_visualization: checkChart,
  input: checkInput,
};

function checkBlock(block: SlackBlock): Problems {
  const check = Object.hasOwn(checks, block.type) ? checks[block.type] : undefined;
  const id = String(block.block_id ?? "");
  return check ? [...atMost(id.length, limits.id, "block_id"), ...check(block)] : ["unknown type"];
}

function checkButton(button: Node): Problems {
  const confirm = button.confirm as Node | undefined;
  return [
    ...(button.type === "button" ? [] : [`unknown element ${button.type}`]),
    ...checkText(button.text, limits.button.text, "button", true),
    ...between(String(button.action_id ?? "").length, 1, limits.id, "action_id"),
    ...(button.value === undefined
      ? []
      : between(String(button.value).length, 1, limits.button.value, "value")),
    ...(button.url === undefined ? [] : checkUrl(String(button.url))),
    ...(button.style === undefined || button.style === "primary" || button.style === "danger"
      ? []
      : ["unknown style"]),
    ...(confirm ? checkConfirm(confirm) : []),
  ];
}

function checkConfirm({ title, text, confirm, deny }: Node): Problems {
  return [
    ...checkText(title, limits.confirm.title, "confirm.title", true),
    ...checkText(text, limits.confirm.text, "confirm.text"),
    ...checkText(confirm, limits.confirm.button, "confirm.confirm", true),
    ...checkText(deny, limits.confirm.button, "confirm.deny", true),
  ];
}

const richKinds = new Set(["rich_text_section", "rich_text_preformatted"]);

function checkRich(section: Node): Problems {
  return [
    ...(richKinds.has(String(section.type)) ? [] : [`unknown rich text ${section.type}`]),
    ...(nodes(section.elements).length > 0 ? [] : ["an empty section"]),
    ...nodes(section.elements).flatMap(checkInline),
  ];
}

function checkInline(element: Node): Problems {
  if (element.type === "text") return element.text ? [] : ["empty text"];
  if (element.type === "link") return checkUrl(String(element.url));
  if (element.type !== "date") return [`${element.type} is nothing our text may become`];
  const isWhole = Number.isInteger(element.timestamp) && Number(element.timestamp) > 0;
  return isWhole && element.fallback ? [] : ["a date without a time or a fallback"];
}

function checkTable(table: Node): Problems {
  const rows = (Array.isArray(table.rows) ? table.rows : []) as unknown[];
  const widths = new Set(rows.map((row) => nodes(row).length));
  return [
    ...between(rows.length, 1, limits.table.rows, "rows"),
    ...between(Math.max(0, ...widths), 1, limits.table.columns, "columns"),
    ...(widths.size > 1 ? ["rows of different lengths"] : []),
    ...rows.flatMap((row) => nodes(row).flatMap(checkCell)),
  ];
}

function checkCell(cell: Node): Problems {
  if (cell.type === "raw_text") return cell.text ? [] : ["an empty cell"];
  return cell.type === "rich_text" ? nodes(cell.elements).flatMap(checkRich) : ["unknown cell"];
}

function checkUrl(url: string): Problems {
  const isKnown = /^(https?|mailto):/.test(url) && url.length <= limits.button.url;
  return isKnown ? [] : ["not a link Slack takes"];
}

/** A lone half of a character, or a control character, makes Slack refuse the JSON. */
function illFormed(value: unknown): Problems {
  if (typeof value === "string") return isWellFormed(value) ? [] : ["half a character, or control"];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(illFormed);
}

function isWellFormed(text: string): boolean {
  return (
    text.isWellFormed() && [...text].every((letter) => letter >= " " || /[\n\r\t]/.test(letter))
  );
}

function repeated(ids: unknown[], name: string): Problems {
  return new Set(ids).size === ids.length ? [] : [`${name} used twice`];
}
