// The form of a record that was to be put right came back: through the gate, like every other word of a person.
import type { Change, Refusal } from "../../../gate/gate.ts";
import { fromLocalTime } from "../../../people/working-time.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../../use-case.ts";
import type { Contract } from "../../contracts/contract.ts";
import { sayBreach } from "../../contracts/say-breach.ts";
import { fixCard } from "./fix-card.ts";
import { contractsOf, type HealthServices, measureFor } from "./services.ts";
import { showFixes } from "./show-health.ts";

/** Writes what was said; on the same card comes the next record. */
export async function submitFix(services: HealthServices, answer: Answer): Promise<Effect> {
  const { person, params } = answer;
  const reading = readingOf(person);
  const { fix: texts } = reading.texts.health;
  const contracts = await contractsOf(services);
  const asked = contracts.filter(
    ({ kind, field }) => kind === params.kind && (params.fields ?? "").split(",").includes(field),
  );
  const change = toChange(asked, answer);
  const [firstField = "until"] = asked.map(({ field }) => field);
  if (!change) return async () => ({ errors: { [firstField]: texts.sayOne } });
  const { fixes, toFix } = await measureFor(services, person);
  const done = [...(params.done ?? "").split(",").filter(Boolean), change.id];
  const name = fixes.find(({ subject }) => subject.record.id === change.id)?.subject.name ?? "";
  return async (unit) => {
    const refusals = await services.gate.apply(unit, {
      ...{ by: { kind: "person", person }, via: "chat", source: "chat", whole: true },
      ...{ changes: [change], reason: "health" },
    });
    if (refusals.length > 0) return { errors: errorsOf(refusals, { reading, firstField }) };
    const { cardKey: key = `health_fix:${unit.newId("message")}` } = params;
    unit.post({
      to: person.id,
      card: fixCard(unit, { person, fixes, toFix, done, key, fixed: name }),
    });
    return { toast: texts.fixed({ name }) };
  };
}

/** Passes over a record: it comes back another day. */
export async function skipFix(services: HealthServices, { person, params }: Ask): Promise<Effect> {
  const done = [params.done, params.recordId].filter(Boolean).join(",");
  return showFixes(services, { person, params: { ...params, done } });
}

/** What was filled in; of what was left empty, until when nobody knows. Nothing where all was left empty. */
function toChange(
  asked: readonly Contract[],
  { person, params, values }: Answer,
): Change | undefined {
  const filled = asked.filter(({ field }) => textOf(values, field) !== "");
  const toValue = ({ field, type }: Contract): unknown => {
    const said = textOf(values, field);
    if (type === "date") return fromLocalTime({ day: said, minutes: 0 }, person.timeZone);
    return type === "money" || type === "number" ? Number(said) : said;
  };
  const set = Object.fromEntries(filled.map((contract) => [contract.field, toValue(contract)]));
  const until = textOf(values, "until");
  const at = until ? fromLocalTime({ day: until, minutes: 0 }, person.timeZone) : 0;
  const open = asked.filter(({ field, unknown }) => until && unknown && !Object.hasOwn(set, field));
  const unknownUntil = Object.fromEntries(open.map(({ field }) => [field, at]));
  if (filled.length + open.length === 0) return undefined;
  return { kind: params.kind, id: params.recordId, set, unknownUntil } as Change;
}

function errorsOf(
  refusals: readonly Refusal[],
  { reading, firstField }: { reading: Reading; firstField: string },
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { code, field, breaches = [] } of refusals) {
    for (const breach of breaches) {
      const place = breach.code === "unknown_refused" ? "until" : breach.contract.field;
      errors[place] ??= sayBreach(breach, reading);
    }
    const { refused } = reading.texts.health.fix;
    if (breaches.length === 0)
      errors[field ?? firstField] ??= refused[code] ?? refused.invalid ?? "";
  }
  return errors;
}
