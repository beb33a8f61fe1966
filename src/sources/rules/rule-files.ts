// Where rules come from: the presets, a company's own files, and what somebody writes in chat.
import { stat } from "node:fs/promises";
import { stringify } from "yaml";
import type { FiledRule, RuleFiles } from "../../core/journey/rules-in-chat/rule-files.ts";
import { type ReadRules, readRules, readRuleText, type WrittenRule } from "./read-rules.ts";
import { shippedRules } from "./shipped.ts";

export type RuleFilesOptions = {
  /** The company's own folder; it may not be there. */
  own: string;
  shipped?: string;
  /** Names of talk tracks besides the tactics; undefined while the libraries are being read. */
  talkTracks: () => ReadonlySet<string> | undefined;
};

/** How long what was read is good for. */
const freshMs = 2_000;
const nothing: ReadRules = { rules: [], types: new Set(), problems: [] };

/** Reads the folders when asked, at most every two seconds. */
export function createRuleFiles({
  own,
  shipped = shippedRules,
  talkTracks,
}: RuleFilesOptions): RuleFiles {
  let known: { at: number; read: Promise<[ReadRules, ReadRules]> } | undefined;
  const readBoth = () => {
    const now = performance.now();
    if (known && now - known.at < freshMs) return known.read;
    const options = { talkTracks: talkTracks() };
    const read = Promise.all([readRules(shipped, options), readOwn(own, options)]);
    known = { at: now, read };
    return read;
  };
  return {
    async all() {
      const [ours, theirs] = await readBoth();
      const taken = new Set(ours.rules.map(({ rule }) => rule.id));
      const theirOwn = theirs.rules.filter(
        ({ rule, place }) => !taken.has(rule.id) && !hasProblem(theirs, place),
      );
      const clashes = theirs.rules.filter(({ rule }) => taken.has(rule.id)).map(toClash);
      return {
        rules: [...ours.rules.map(toFiled("shipped")), ...theirOwn.map(toFiled("own"))],
        problems: [...theirs.problems, ...clashes],
      };
    },
    async parse(text) {
      const [, { types }] = await readBoth();
      const { rules, problems } = readRuleText(text, { types, talkTracks: talkTracks() });
      return { rules: rules.map(({ rule, source }) => ({ rule, source })), problems };
    },
    write: (source) => stringify(source, { lineWidth: 100 }),
  };
}

async function readOwn(
  folder: string,
  options: { talkTracks: ReturnType<RuleFilesOptions["talkTracks"]> },
) {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere ? readRules(folder, options) : nothing;
}

const toFiled =
  (origin: FiledRule["origin"]) =>
  ({ rule, source }: WrittenRule): FiledRule => ({ rule, source, origin });

/** A file with a mistake anywhere in it is left out whole. */
function hasProblem({ problems }: ReadRules, { file }: WrittenRule["place"]): boolean {
  return problems.some((problem) => problem.file === file);
}

function toClash({ rule, place }: WrittenRule) {
  const message = `"${rule.id}" is the id of a rule that ships`;
  return { ...place, message, fix: "give it an id of its own" };
}
