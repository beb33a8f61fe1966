// The churn-risk card: since when, against which rhythm, how rare that is, and what the alarm was worth so far. Drawn from
// the alert alone, so that it can always be drawn again.
import { heading, note, sentence } from "../../blocks.ts";
import type { Action, Block, Card } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import { withoutSecrets } from "../actions/lock-screen.ts";
import { toShares } from "../discovery/findings-blocks.ts";
import { fewOf } from "../discovery/kind-words.ts";
import { alertKey, type SlippingAlert } from "./alert.ts";

/** The card for whoever acts. */
export function alertCard(unit: Pick<Unit, "arm">, person: Person, alert: SlippingAlert): Card {
  const reading = readingOf(person);
  const { slipping } = reading.texts.discovery;
  const { customer, silentMs } = alert.reasons;
  const isOpen = alert.state === "open" || alert.state === "snoozed";
  const key = alertKey(alert);
  const state = alert.state === "open" ? undefined : slipping.states[alert.state];
  return {
    ...{ key, title: slipping.title({ customer }), tone: isOpen ? "warn" : "info" },
    ...(state ? { subtitle: state } : {}),
    summary: slipping.summary({ customer: withoutSecrets(customer), days: daysOf(silentMs) }),
    blocks: [
      ...stateBlocks(alert, reading),
      ...evidenceBlocks(alert, reading),
      ...(isOpen
        ? [{ t: "actions" as const, actions: buttons(unit, { person, alert, key }) }]
        : []),
    ],
  };
}

/** What the manager sees, once: nobody has taken it up. */
export function managerCard(
  manager: Person,
  { alert, owner, now }: { alert: SlippingAlert; owner: Person; now: number },
): Card {
  const reading = readingOf(manager);
  const { manager: words } = reading.texts.discovery.slipping;
  const { name } = owner;
  const { customer } = alert.reasons;
  const safe = { name: withoutSecrets(name), customer: withoutSecrets(customer) };
  return {
    ...{ key: `slipping_manager:${alert.id}`, title: words.title({ name, customer }) },
    ...{ tone: "warn", summary: words.summary(safe) },
    blocks: [
      ...evidenceBlocks(alert, reading),
      note(words.hint({ name, days: daysOf(now - alert.createdAt) })),
    ],
  };
}

function stateBlocks({ state, snoozedTo, reasons }: SlippingAlert, reading: Reading): Block[] {
  const { slipping } = reading.texts.discovery;
  if (state === "snoozed" && snoozedTo !== null) {
    const value = [dateInline(snoozedTo, "both", reading.format)];
    return [{ t: "fields", items: [{ label: slipping.until, value }] }];
  }
  return reasons.over ? [sentence(slipping.over[reasons.over])] : [];
}

function evidenceBlocks({ reasons }: SlippingAlert, { texts }: Reading): Block[] {
  const { slipping } = texts.discovery;
  const { silentMs, usualMs, lasting, gapDays, isUnhappy, record } = reasons;
  const why = { silent: daysOf(silentMs), usual: daysOf(usualMs), percent: fewOf(lasting) };
  const said = record
    ? slipping.record({ lost: toShares(record.lostNamed), kept: toShares(record.keptNamed) })
    : slipping.noRecord;
  return [
    sentence(slipping.why(why)),
    ...(isUnhappy ? [sentence(slipping.unhappy)] : []),
    heading(slipping.chart),
    {
      ...{ t: "chart", chart: "bar", alt: gapDays.join(", ") },
      labels: gapDays.map((_, index) =>
        index === gapDays.length - 1 ? slipping.now : slipping.gap({ number: index + 1 }),
      ),
      series: [{ name: slipping.days, values: gapDays }],
    },
    note(said),
  ];
}

type Buttons = { person: Person; alert: SlippingAlert; key: string };

function buttons(unit: Pick<Unit, "arm">, { person, alert, key }: Buttons): Action[] {
  const { texts } = readingOf(person);
  const { buttons: words } = texts.discovery.slipping;
  const button = (id: string, label: string): Extract<Action, { ref: string }> => {
    const params = { alertId: alert.id };
    return { id, label, ref: unit.arm({ action: id, params, personId: person.id, cardKey: key }) };
  };
  const { customer } = alert.reasons;
  const ask = { action: "ask", params: { text: texts.actions.askCustomer({ customer }) } };
  return [
    { ...button("slipping.acknowledge", words.acknowledge), style: "primary" },
    button("slipping.tomorrow", words.tomorrow),
    button("slipping.week", words.week),
    button("slipping.useless", words.useless),
    {
      ...{ id: "slipping.customer", label: words.customer },
      ref: unit.arm({ ...ask, personId: person.id, cardKey: key }),
    },
  ];
}

/** Days as people say them: whole from three on. */
export function daysOf(ms: number): string {
  const days = ms / dayMs;
  return days >= 3 ? String(Math.round(days)) : String(Math.round(10 * days) / 10);
}
