// A strict Slack: what it answers to blocks it would not take, in its own words (metaps/genova#301, grafana/oncall#5121).
import { z } from "zod";
import { block, onlyOn, type Surface } from "./check-blocks.ts";
import { most } from "./check-limits.ts";
import { id, plainText } from "./check-objects.ts";

/** A refused call, as Slack's Web API says it. */
type Refusal = {
  ok: false;
  error: string;
  errors?: string[];
  response_metadata?: { messages: string[] };
};

type Args = Record<string, string>;
type Path = readonly PropertyKey[];

/** What is wrong with a call, and how Slack answers when it does not take it. */
type Verdict = { problems: string[]; refusal?: Refusal };

/** Looks at one call as a strict Slack would. */
export function checkCall(method: string, args: Args): Verdict {
  const refusal = Object.hasOwn(checks, method) ? checks[method]?.(args) : undefined;
  const refused = refusal ? (refusal.errors ?? [refusal.error]) : [];
  return { problems: [...refused, ...checkMarkup(args)], ...(refusal ? { refusal } : {}) };
}

/** Slack reads `text` as markup; none of ours is meant as such, so what looks like it was typed by somebody. */
function checkMarkup({ text = "" }: Args): string[] {
  return /[<>]|&(?!(?:amp|lt|gt);)/.test(text) ? [`text is not escaped: ${text.slice(0, 80)}`] : [];
}

const checks: Record<string, (args: Args) => Refusal | undefined> = {
  "chat.postMessage": (args) => checkPosted(args, most.postText),
  "chat.postEphemeral": (args) => checkPosted(args, most.postText),
  "chat.update": (args) => checkPosted(args, most.editText),
  "views.open": ({ view }) => refuseArguments(checkView(parse(view), modal)),
  "views.update": ({ view }) => refuseArguments(checkView(parse(view), modal)),
  "views.publish": ({ view }) => refuseArguments(checkView(parse(view), home)),
};

/** What Slack refuses of the acknowledgement of a filled form: it says so to the person, and closes nothing. */
export function checkAcknowledgement(answer: unknown, inputs: string[]): string[] {
  const given = acknowledgement.safeParse(answer ?? {});
  if (!given.success) return given.error.issues.map((issue) => toMessage(issue, answer, []));
  const { view, errors = {} } = given.data;
  const strangers = Object.keys(errors).filter((name) => !inputs.includes(name));
  return [
    ...(view === undefined ? [] : checkView(view, modal)),
    ...strangers.map((name) => `errors for ${name}, which is no input block of the view`),
  ];
}

const acknowledgement = z.strictObject({
  response_action: z.enum(["errors", "update", "push", "clear"]).optional(),
  errors: z.record(z.string(), z.string().min(1)).optional(),
  view: z.unknown().optional(),
});

const modal = z.strictObject({
  type: z.literal("modal"),
  title: plainText(most.view.title),
  close: plainText(most.view.close).optional(),
  submit: plainText(most.view.submit).optional(),
  blocks: z.array(z.unknown()).min(1).max(most.blocks.modal),
  private_metadata: z.string().max(most.view.metadata).optional(),
  callback_id: z.string().max(most.id).optional(),
  external_id: id.optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});
const home = z.strictObject({
  type: z.literal("home"),
  blocks: z.array(z.unknown()).min(1).max(most.blocks.home),
  private_metadata: z.string().max(most.view.metadata).optional(),
  callback_id: z.string().max(most.id).optional(),
  external_id: id.optional(),
});

type View = { type: Surface; blocks: unknown[]; submit?: unknown };

function checkView(view: unknown, shape: z.ZodType<View>): string[] {
  const given = shape.safeParse(view);
  if (!given.success) {
    return given.error.issues.map((issue) => toMessage(issue, view, ["view"]));
  }
  const { type, blocks, submit } = given.data;
  const asks = blocks.some((one) => typeOf(one) === "input");
  return [
    ...checkBlocks(blocks, type, ["view", "blocks"]),
    ...(type === "modal" && asks && !submit
      ? [pointed("missing required field: submit", ["view"])]
      : []),
  ];
}

function checkPosted({ text = "", blocks: given }: Args, longest: number): Refusal | undefined {
  const blocks = parse(given) ?? [];
  if (!Array.isArray(blocks)) return { ok: false, error: "invalid_blocks_format" };
  if (blocks.length === 0 && text === "") return { ok: false, error: "no_text" };
  if (Buffer.byteLength(text) > longest) return { ok: false, error: "msg_too_long" };
  if (tablesOf(blocks).length > most.table.perMessage) {
    return { ok: false, error: "invalid_attachments", errors: ["only_one_table_allowed"] };
  }
  const problems = [
    ...(blocks.length > most.blocks.message
      ? [pointed(`no more than ${most.blocks.message} items allowed`, ["blocks"])]
      : []),
    ...checkBlocks(blocks, "message", ["blocks"]),
    ...checkTotals(blocks),
  ];
  if (problems.length > 0) return refuse("invalid_blocks", problems);
  return lengthOf(blocks) > most.messageText
    ? { ok: false, error: "msg_blocks_too_long" }
    : undefined;
}

/** What a message's tables and charts may hold together. */
function checkTotals(blocks: unknown[]): string[] {
  const charts = blocks.filter((one) => typeOf(one) === "data_visualization");
  return [
    ...(charts.length > most.chart.perMessage
      ? [pointed(`no more than ${most.chart.perMessage} charts allowed`, ["blocks"])]
      : []),
    ...(lengthOf(tablesOf(blocks)) > most.table.text
      ? [pointed(`tables must be less than ${most.table.text + 1} characters`, ["blocks"])]
      : []),
  ];
}

function checkBlocks(blocks: unknown[], surface: Surface, path: Path): string[] {
  const ids = blocks.flatMap((one) => (one as { block_id?: string }).block_id ?? []);
  return [
    ...blocks.flatMap((one, at) => checkBlock(one, surface, [...path, at])),
    ...ids
      .filter((one, at) => ids.indexOf(one) !== at)
      .map((one) => pointed(`\`block_id\` ${one} already exists`, path)),
  ];
}

function checkBlock(given: unknown, surface: Surface, path: Path): string[] {
  const result = block.safeParse(given);
  if (!result.success) return result.error.issues.map((issue) => toMessage(issue, given, path));
  const surfaces = onlyOn[result.data.type];
  const isHome = !surfaces || surfaces.includes(surface);
  const isFile = result.data.type === "input" && result.data.element.type === "file_input";
  return isHome && (!isFile || surface === "modal")
    ? []
    : [pointed(`unsupported type: ${isFile ? "file_input" : result.data.type}`, path)];
}

/** In Slack's words, with where it is. */
function toMessage(issue: z.core.$ZodIssue, root: unknown, above: Path): string {
  const path = [...above, ...issue.path];
  const given = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown>)?.[key],
    root,
  );
  if (given === undefined && issue.path.length > 0) {
    return pointed(`missing required field: ${String(issue.path.at(-1))}`, path.slice(0, -1));
  }
  return pointed(sentenceOf(issue, given), path);
}

function sentenceOf(issue: z.core.$ZodIssue, given: unknown): string {
  switch (issue.code) {
    case "too_big":
      return issue.origin === "array"
        ? `no more than ${issue.maximum} items allowed`
        : `must be less than ${Number(issue.maximum) + 1} characters`;
    case "too_small":
      return issue.origin === "array"
        ? `no fewer than ${issue.minimum} items allowed`
        : `must be more than ${Number(issue.minimum) - 1} characters`;
    case "unrecognized_keys":
      return `invalid additional property: ${issue.keys.join(", ")}`;
    case "invalid_union":
      return `unsupported type: ${String(given)}`;
    default:
      return issue.message;
  }
}

function pointed(sentence: string, path: Path): string {
  return `${sentence} [json-pointer:/${path.map(String).join("/")}]`;
}

function refuse(error: string, errors: string[]): Refusal {
  const messages = errors.map((one) => `[ERROR] ${one}`);
  return { ok: false, error, errors, response_metadata: { messages } };
}

function refuseArguments(problems: string[]): Refusal | undefined {
  return problems.length > 0 ? refuse("invalid_arguments", problems) : undefined;
}

function typeOf(given: unknown): string {
  return String((given as { type?: unknown } | null)?.type ?? "none");
}

function tablesOf(blocks: unknown[]): unknown[] {
  return blocks.filter((one) => typeOf(one) === "table");
}

/** Characters somebody reads, whatever they stand in. */
function lengthOf(given: unknown): number {
  if (Array.isArray(given)) return given.reduce<number>((sum, one) => sum + lengthOf(one), 0);
  if (typeof given !== "object" || given === null) return 0;
  return Object.entries(given).reduce(
    (sum, [key, value]) =>
      sum + (typeof value === "string" ? shownOf(key, value) : lengthOf(value)),
    0,
  );
}

const shown = new Set(["text", "title", "alt_text", "fallback", "name", "label"]);

function shownOf(key: string, value: string): number {
  return shown.has(key) ? value.length : 0;
}

function parse(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return "no JSON";
  }
}
