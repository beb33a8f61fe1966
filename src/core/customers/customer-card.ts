// "customer Acme": marketing, sales and service in one view, each with its source and its age.
import { heading, note, sentence } from "../blocks.ts";
import { type Block, type Card, type Inline, strong, text } from "../card.ts";
import { dayMs, hourMs } from "../durations.ts";
import { nameOf } from "../identity/labels.ts";
import { mostLookedAt } from "../journey/most-looked-at.ts";
import type { Touch } from "../model.ts";
import { dateInline, type Reading } from "../text/format.ts";
import { withTitle } from "../text/with-title.ts";
import type { Customer } from "./find-customers.ts";
import type { Gathered, Standing } from "./gather-customer.ts";
import { type Family, families, type Signal, weeksShown } from "./health.ts";

/** Lines of one family that a card has room for. */
const maxSignals = 5;
const maxPeople = 10;
/** A source that tells it later than this is late. */
const lateMs = hourMs;

export type CustomerView = {
  customer: Customer;
  gathered: Gathered;
  reading: Reading;
  now: number;
};

/** The card without its buttons. */
export function customerBlocks(view: CustomerView): Block[] {
  const { gathered, reading, now } = view;
  const { customers } = reading.texts;
  const { strangers } = gathered;
  const people = gathered.contacts.slice(0, maxPeople).map((contact): Block => {
    const words = withTitle(nameOf(contact), contact.title, reading.texts);
    return sentence(words);
  });
  return [
    ...standingBlocks(gathered.standings, reading),
    { t: "fields", items: [lastContact(gathered.lastContact, reading, now)] },
    ...families.flatMap((family) => familyBlocks(family, view)),
    ...chartBlocks(view),
    ...cutBlocks(view),
    ...(strangers > 0 ? [note(customers.strangers({ visitors: strangers }))] : []),
    ...(people.length > 0
      ? [
          {
            t: "more",
            title: customers.people({ people: gathered.contacts.length }),
            blocks: people,
          } as const,
        ]
      : []),
  ];
}

/** Title and tone: what it says before anybody reads on. */
export function customerHead({
  customer,
  gathered,
  reading,
}: CustomerView): Omit<Card, "key" | "blocks"> {
  const { customers } = reading.texts;
  const { trend } = gathered.health;
  const title = customers.title({ customer: customer.label });
  const tone = trend === "quiet" || trend === "less" ? "warn" : "info";
  return { title, subtitle: customers.trends[trend], tone, summary: title };
}

/** More than a person does was counted no further. */
function cutBlocks({ gathered, reading }: CustomerView): Block[] {
  if (!gathered.health.isCut) return [];
  const most = reading.format.number(mostLookedAt);
  return [note(reading.texts.customers.cut({ most }))];
}

function standingBlocks(standings: readonly Standing[], { texts }: Reading): Block[] {
  const { customers } = texts;
  if (standings.length === 0) return [note(customers.noDeals)];
  return standings.slice(0, maxSignals).map(({ kind, label, stage, owner }) => ({
    t: "text",
    text: [
      text(customers.kinds[kind]),
      strong(label),
      text(` · ${customers.stages[stage] ?? stage}${owner ? ` · ${owner}` : ""}`),
    ],
  }));
}

function lastContact(touch: Touch | undefined, { texts, format }: Reading, now: number) {
  const { customers } = texts;
  const value: Inline[] = touch
    ? [
        text(`${customers.touches[touch.type] ?? touch.type} · `),
        dateInline(touch.at, "day", format),
        text(` (${customers.ago(ageOf(touch.at, now))})`),
      ]
    : [text(customers.noContact)];
  return { label: customers.lastContact, value };
}

function familyBlocks(family: Family, { gathered, reading, now }: CustomerView): Block[] {
  const { customers } = reading.texts;
  const signals = gathered.health.signals[family];
  const lines = signals.slice(0, maxSignals).map((signal) => signalLine(signal, reading, now));
  const survey = family === "service" ? surveyLines(gathered.lastSurvey, reading) : [];
  const none = lines.length + survey.length === 0 ? [note(customers.noData)] : [];
  return [heading(customers.families[family]), ...lines, ...survey, ...none];
}

function signalLine(
  { type, source, touches, lastAt, delayMs }: Signal,
  reading: Reading,
  now: number,
): Block {
  const { customers } = reading.texts;
  const { format } = reading;
  const late = delayMs >= lateMs ? customers.late(ageOf(0, delayMs)) : "";
  const words = customers.signal({
    what: customers.touches[type] ?? type,
    times: format.number(touches),
    ago: customers.ago(ageOf(lastAt, now)),
    source: customers.sources[source.replace(/^import:/, "")] ?? source,
  });
  return sentence(words + late);
}

function surveyLines(touch: Touch | undefined, { texts, format }: Reading): Block[] {
  if (!touch || typeof touch.props.score !== "number") return [];
  const kind = String(touch.props.kind ?? "").toUpperCase();
  const score = format.number(touch.props.score);
  return [note(texts.customers.survey({ kind, score, day: format.day(touch.at) }))];
}

function chartBlocks({ gathered, reading }: CustomerView): Block[] {
  const { customers } = reading.texts;
  const { weeks } = gathered.health;
  const shown = families.filter((family) => weeks[family].some((touches) => touches > 0));
  if (shown.length === 0) return [];
  const labels = Array.from({ length: weeksShown }, (_, week) =>
    customers.weekLabel({ ago: weeksShown - 1 - week }),
  );
  const series = shown.map((family) => ({
    name: customers.families[family],
    values: weeks[family],
  }));
  const alt = customers.chartAlt({
    rows: series.map(({ name, values }) => `${name} ${values.join(", ")}`).join("; "),
    weeks: weeksShown,
  });
  return [{ t: "chart", chart: "bar", labels, series, alt }];
}

const units = [
  { unit: "day", ms: dayMs },
  { unit: "hour", ms: hourMs },
  { unit: "minute", ms: 60_000 },
] as const;

type Age = { count: number; unit: "day" | "hour" | "minute" };

/** How long ago, in the largest unit that fits. */
function ageOf(at: number, now: number): Age {
  const passed = Math.max(0, now - at);
  const { unit, ms } = units.find((one) => passed >= one.ms) ?? units[2];
  return { count: Math.floor(passed / ms), unit };
}
