// An alert as its rep reads it, with a practice; and as their manager does, with the evidence and how sure it is.
import { note } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, strong, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import { shorten, toPercent } from "../report/report-lines.ts";
import type { Alert, TalkEvidence } from "./alert.ts";
import { repsOwnMs } from "./own-time.ts";
import type { ShippedRule } from "./rules.ts";

type Arming = Pick<Unit, "arm">;

/** The card of the rep; it comes back as a new one after it was resolved. */
export const repKey = ({ id, createdAt }: Alert): string => `alert:${id}:${createdAt}`;
/** The card of their manager. */
export const managerKey = ({ id, createdAt }: Alert): string => `alert_manager:${id}:${createdAt}`;

type RepView = { alert: Alert; rule: ShippedRule; manager: Person | undefined };

/** For the rep: what was seen, a practice, and until when it stays with them. */
export function repCard(unit: Arming, person: Person, { alert, rule, manager }: RepView): Card {
  const reading = readingOf(person);
  const { alerts } = reading.texts;
  const key = repKey(alert);
  const words = alerts.rules[rule.id];
  const isOpen = alert.state !== "resolved" && alert.state !== "muted";
  const next = nextLine({ alert, rule, manager }, reading);
  const made = { unit, person, key, alert };
  const practise = { ...made, more: { skill: rule.skill } };
  return {
    ...{ key, title: words.rep, summary: alerts.repSummary, tone: isOpen ? "warn" : "info" },
    ...stateOf(alert, reading),
    blocks: [
      ...evidenceBlocks(alert, rule, reading),
      ...(isOpen ? [line([text(next)])] : []),
      ...(isOpen
        ? [
            {
              t: "actions" as const,
              actions: [
                {
                  ...button(practise, "skills.practise", alerts.practise),
                  style: "primary" as const,
                },
                button(made, "skills.seen", alerts.seen),
                button(made, "alert.mute", alerts.mute),
              ],
            },
          ]
        : []),
    ],
  };
}

/** For the manager: the same evidence, how uncertain it is, and what to do. */
export function managerCard(
  unit: Arming,
  manager: Person,
  { alert, rule, rep }: { alert: Alert; rule: ShippedRule; rep: Person },
): Card {
  const reading = readingOf(manager);
  const { alerts } = reading.texts;
  const key = managerKey(alert);
  const isOpen = alert.state === "manager" || alert.state === "acknowledged";
  const made = { unit, person: manager, key, alert };
  const suggest = { ...made, more: { repId: rep.id, skill: rule.skill } };
  const known = alert.state === "acknowledged";
  return {
    key,
    title: alerts.rules[rule.id].manager({ name: rep.name }),
    ...{ summary: alerts.managerSummary({ name: rep.name }), tone: isOpen ? "warn" : "info" },
    ...stateOf(alert, reading),
    blocks: [
      ...evidenceBlocks(alert, rule, reading),
      ...(isOpen
        ? [
            note(alerts.managerHint({ name: rep.name })),
            {
              t: "actions" as const,
              actions: [
                button(suggest, "team_skills.suggest", alerts.suggest),
                ...(known ? [] : [button(made, "alert.acknowledge", alerts.acknowledge)]),
                button(made, "alert.resolve", alerts.resolve),
                button(made, "alert.mute", alerts.mute),
              ],
            },
          ]
        : []),
    ],
  };
}

function stateOf(alert: Alert, { texts }: Reading): { subtitle?: string } {
  const words = texts.alerts.states[alert.state];
  return words ? { subtitle: words } : {};
}

function nextLine({ alert, manager }: RepView, { texts, format }: Reading): string {
  const { alerts } = texts;
  if (alert.evidence.managerToldAt !== null) {
    const day = format.day(alert.evidence.managerToldAt);
    return alerts.managerKnows({ name: manager?.name ?? alerts.yourManager, day });
  }
  if (!manager) return alerts.onlyYou;
  return alerts.youFirst({ name: manager.name, day: format.day(alert.createdAt + repsOwnMs) });
}

/** What was measured against which threshold, the interval, and every talk. */
function evidenceBlocks(alert: Alert, rule: ShippedRule, reading: Reading): Block[] {
  if (alert.state === "resolved") return [];
  const { alerts } = reading.texts;
  const { talks, mean, low, high } = alert.evidence;
  const numbers = { mean: toPercent(mean), low: toPercent(low), high: toPercent(high) };
  const measured = alerts.measures[rule.measure];
  return [
    line([strong(measured({ count: talks.length, below: toPercent(rule.below) }))]),
    line([text(alerts.mean(numbers))]),
    ...talks.map((talk) => talkLine(talk, reading)),
    note(alerts.counted),
  ];
}

function talkLine({ at, source, value, n, quote }: TalkEvidence, reading: Reading): Block {
  const { alerts, report, skills } = reading.texts;
  const said = quote ? ` ${report.quote({ quote: shorten(quote) })}` : "";
  const words = alerts.talk({ source: skills.sources[source], percent: toPercent(value), n });
  return line([dateInline(at, "day", reading.format), text(` · ${words}${said}`)]);
}

type Made = {
  unit: Arming;
  person: Person;
  key: string;
  alert: Alert;
  more?: Record<string, string>;
};

function button(
  { unit, person, key, alert, more = {} }: Made,
  action: string,
  label: string,
): Action & { ref: string } {
  const ref = unit.arm({
    ...{ action, personId: person.id, cardKey: key },
    params: { alertId: alert.id, ...more },
  });
  return { id: action, label, ref };
}

const line = (inlines: Inline[]): Block => ({ t: "text", text: inlines });
