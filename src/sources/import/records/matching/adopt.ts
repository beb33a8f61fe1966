// A row that was never imported may yet be somebody we know: entered in chat, named by a lead, or imported
// from elsewhere. Only what identifies for certain counts; fuzzy likeness is for people to judge (core/identity/duplicates).
import type { RecordKind } from "../../../../core/model.ts";
import { madeHere } from "../../../../core/pipeline/updates/from-lead/made-here.ts";
import type { Unit } from "../../../../core/ports.ts";
import { toNameKey } from "../../../../core/records/names.ts";
import type { Pass } from "../context.ts";
import type { Fields } from "../interpret.ts";
import type { Draft } from "../upsert.ts";
import { findIn } from "./find-in.ts";
import { findClaimed, type KnownRecord } from "./known.ts";

type Candidate = Fields & { id: string };

/** Finds for each draft the one record that it certainly is and that this source does not know yet. */
export async function adoptKnown(
  pass: Pass,
  kind: RecordKind,
  drafts: readonly Draft[],
): Promise<Map<Draft, KnownRecord>> {
  const adopted = new Map<Draft, KnownRecord>();
  const candidates = await readCandidates(pass, kind, drafts);
  if (candidates.length === 0) return adopted;
  const { source } = pass.context;
  const ids = candidates.map(({ id }) => id);
  const taken = new Set((await findClaimed(pass.unit, { kind, source, ids })).keys());
  const index = createIndex(kind, candidates);
  for (const draft of drafts) {
    const [only, another] = index(draft.set).filter(({ id }) => !taken.has(id));
    if (!only || another) continue;
    taken.add(only.id);
    adopted.set(draft, { id: only.id, current: only });
  }
  return adopted;
}

async function readCandidates(
  { unit }: Pass,
  kind: RecordKind,
  drafts: readonly Draft[],
): Promise<Candidate[]> {
  const all = (field: string) =>
    drafts.map(({ set }) => set[field]).filter((value) => typeof value === "string");
  const nameKeys = () => all("name").map(toNameKey);
  if (drafts.length === 0) return [];
  if (kind === "account") return findIn(unit.accounts, "nameKey", { values: nameKeys() });
  if (kind === "product") return findIn(unit.products, "nameKey", { values: nameKeys() });
  if (kind === "person") return unit.people.find({});
  if (kind === "deal") return readMade(unit, all("leadId"));
  if (kind !== "contact") return [];
  const byEmail = await findIn(unit.contacts, "email", { values: all("email") });
  const byPhone = await findIn(unit.contacts, "phone", { values: all("phone") });
  const seen = new Set(byEmail.map(({ id }) => id));
  return [...byEmail, ...byPhone.filter(({ id }) => !seen.has(id))];
}

/** A deal of a lead that became a deal in chat is that deal. */
async function readMade(unit: Unit, leadIds: string[]): Promise<Candidate[]> {
  const made = await madeHere(unit, leadIds);
  return made.size > 0 ? unit.deals.find({ id: [...made.values()] }) : [];
}

/** Finds candidates by what they have in common; two different e-mails or domains are two. */
function createIndex(kind: RecordKind, candidates: Candidate[]): (set: Fields) => Candidate[] {
  const marks = marksOf[kind] ?? [];
  const index = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const mark of marks) {
      const key = keyOf(mark, candidate);
      if (key) index.set(key, [...(index.get(key) ?? []), candidate]);
    }
  }
  return (set) => {
    for (const mark of marks) {
      const found = index.get(keyOf(mark, set) ?? "") ?? [];
      const fitting = found.filter((candidate) => !contradicts(kind, set, candidate));
      if (fitting.length > 0) return fitting;
    }
    return [];
  };
}

type Mark = "email" | "phone" | "name" | "leadId";

const marksOf: Partial<Record<RecordKind, readonly Mark[]>> = {
  account: ["name"],
  product: ["name"],
  person: ["email", "phone", "name"],
  contact: ["email", "phone"],
  deal: ["leadId"],
};

function keyOf(mark: Mark, set: Fields): string | undefined {
  const value = set[mark];
  if (typeof value !== "string" || value === "") return undefined;
  return `${mark}:${mark === "name" ? toNameKey(value) : value}`;
}

function contradicts(kind: RecordKind, set: Fields, candidate: Fields): boolean {
  const differ = (field: string) =>
    typeof set[field] === "string" &&
    typeof candidate[field] === "string" &&
    toNameKey(String(set[field])) !== toNameKey(String(candidate[field]));
  if (kind === "account") return differ("domain");
  if (kind === "contact")
    return differ("email") || (set.email !== candidate.email && differ("name"));
  return kind === "person" && differ("email");
}
