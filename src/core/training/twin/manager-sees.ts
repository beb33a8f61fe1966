// "what my manager sees": exactly that, who could look, who did, and a button to take each thing back.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { lookSoon } from "../alerts/jobs.ts";
import { skills } from "../playbook.ts";
import { toPercent } from "../report/report-lines.ts";
import { toTwin } from "./estimate.ts";
import { radarBlocks } from "./radar.ts";
import type { SkillServices } from "./show-skills.ts";
import type { Look } from "./skill-evidence.ts";
import { managersOver, type Visible, visibleOf } from "./visible.ts";

/** Looks on one card, the newest. */
const maxLooks = 10;
const maxSessions = 10;

type Seen = {
  person: Person;
  reading: Reading;
  now: number;
  visible: Visible;
  managers: Person[];
  looks: (Look & { viewer: string })[];
};

/** Posts what others can see of this person. */
export async function showManagerSees(services: SkillServices, person: Person): Promise<Effect> {
  const seen = await lookAt(services, person);
  return async (unit) => {
    const key = `manager_sees:${unit.newId("message")}`;
    unit.post({ to: person.id, card: seenCard(unit, { ...seen, key }) });
    return {};
  };
}

/** Stops sharing one session, and shows what is left to see. */
export function stopSharing({ person, params }: Ask): Effect {
  return async (unit) => {
    const { report, chat } = readingOf(person).texts;
    const shared = await unit.practiceReports.get(params.sessionId ?? "");
    if (shared?.personId !== person.id) return { toast: chat.gone };
    await unit.practiceReports.update(shared.id, { sharedAt: null });
    lookSoon(unit, person.id);
    const seen = await lookAt({ store: { read: unit }, clock: () => unit.now }, person);
    return { toast: report.unshared, card: seenCard(unit, { ...seen, key: params.cardKey ?? "" }) };
  };
}

type Looking = { store: Pick<SkillServices["store"], "read">; clock: SkillServices["clock"] };

async function lookAt({ store, clock }: Looking, person: Person): Promise<Seen> {
  const { read } = store;
  const now = clock();
  const [visible] = await visibleOf(read, [person], now);
  if (!visible) throw new Error("One person was asked for.");
  const looks = await read.looks.find(
    { subjectId: person.id },
    { order: { by: "at", descending: true }, limit: maxLooks },
  );
  const viewers = await read.people.find({ id: looks.map(({ viewerId }) => viewerId) });
  const nameOf = new Map(viewers.map(({ id, name }) => [id, name]));
  return {
    ...{ person, reading: readingOf(person), now, visible },
    managers: await managersOver(read, person),
    looks: looks.map((look) => ({ ...look, viewer: nameOf.get(look.viewerId) ?? look.viewerId })),
  };
}

type Shown = Seen & { key: string };

function seenCard(unit: Unit, shown: Shown): Card {
  const { key, reading, managers, visible } = shown;
  const { seen } = reading.texts.skills;
  const names = managers.map(({ name }) => name).join(" · ");
  const consents = [
    visible.consents.has("calls") ? seen.callsYes : seen.callsNo,
    visible.consents.has("practice_in_fit") ? seen.fitYes : seen.fitNo,
  ];
  return {
    key,
    title: seen.title,
    tone: "info",
    summary: seen.summary,
    blocks: [
      sentence(managers.length > 0 ? seen.who({ names }) : seen.nobody),
      ...untilBlocks(shown),
      ...skillBlocks(shown),
      ...sessionBlocks(unit, shown),
      ...consents.map(note),
      ...lookBlocks(shown),
      note(seen.never),
    ],
  };
}

function untilBlocks({ visible, now, reading }: Shown): Block[] {
  const { seen } = reading.texts.skills;
  const { from } = visible;
  if (from === null || from <= now) return [];
  return [sentence(seen.until({ day: reading.format.day(from) }))];
}

/** The same numbers that a manager is shown. */
function skillBlocks({ visible, now, reading }: Shown): Block[] {
  const { seen, now: present, names, state, pieces } = reading.texts.skills;
  if (visible.evidence.length === 0) {
    const isSoon = visible.from !== null && visible.from > now;
    return [sentence(visible.shared.length > 0 && !isSoon ? seen.noSkills : seen.nothing)];
  }
  const after = toTwin(visible.evidence, now);
  const words = { title: seen.exactly, before: "", after: present };
  const items = skills.flatMap((skill) => {
    const one = after[skill];
    if (!one) return [];
    const value = `${state(one)} · ${pieces({ count: one.evidence })}`;
    return [{ label: names[skill] ?? skill, value: [text(value)] }];
  });
  return [
    sentence(seen.exactly),
    ...radarBlocks({ before: {}, after, names: words }, reading.texts),
    { t: "fields", items },
  ];
}

/** Every shared session, whether its time has come or not, with a button to take it back. */
function sessionBlocks(unit: Unit, { visible, person, key, reading }: Shown): Block[] {
  const { seen, history } = reading.texts.skills;
  const shared = visible.shared.slice(0, maxSessions);
  if (shared.length === 0) return [];
  const { day, scenario, score } = history.columns;
  const rows = shared.map(({ at, body }, index): Inline[][] => [
    [text(String(index + 1))],
    [dateInline(at, "day", reading.format)],
    [text(body.played.title)],
    [text(String(toPercent(body.report.score.score)))],
  ]);
  const actions = shared.map(({ id }, index): Action => {
    const params = { sessionId: id };
    const ref = unit.arm({ action: "skills.unshare", params, personId: person.id, cardKey: key });
    return { id: `skills.unshare.${index}`, label: seen.unshare({ number: index + 1 }), ref };
  });
  return [
    sentence(seen.sessions),
    { t: "table", columns: ["", day, scenario, score], rows, numeric: [3] },
    { t: "actions", actions },
  ];
}

function lookBlocks({ looks, reading }: Shown): Block[] {
  const { seen } = reading.texts.skills;
  if (looks.length === 0) return [sentence(seen.noLooks)];
  const lines = looks.map(({ viewer, resource, at }): Block => {
    const words = seen.look({ name: viewer, what: whatOf(resource, reading) });
    return { t: "text", text: [text(words), dateInline(at, "both", reading.format)] };
  });
  return [sentence(seen.looks), ...lines];
}

function whatOf(resource: string, { texts }: Reading): string {
  const { resources } = texts.skills.seen;
  const [kind, skill = ""] = resource.split(":");
  if (kind === "skill") return resources.skill({ skill: texts.skills.names[skill] ?? skill });
  if (kind === "ramp") return resources.ramp;
  return kind === "rep" ? resources.rep : resources.heat_map;
}
