// One card to whoever runs Ringside, when a webhook is given up.
import { offerNudge } from "../attention/offer-nudge.ts";
import { text } from "../card.ts";
import { keepersOf } from "../pipeline/write-back/line-card.ts";
import type { Unit } from "../ports.ts";
import { dateInline, readingOf } from "../text/format.ts";
import type { WebhookServices } from "./services.ts";
import type { Webhook } from "./stored.ts";

/** Nobody works with it, but what a company built on it stands still. */
const worth = 0.8;

/** Says which, since when and why, and how it is switched on again. */
export async function tellSwitchedOff(
  unit: Unit,
  { workdays }: Pick<WebhookServices, "workdays">,
  webhook: Webhook,
): Promise<void> {
  for (const person of await keepersOf(unit)) {
    const reading = readingOf(person);
    const { off } = reading.texts.api.webhooks;
    const host = new URL(webhook.url).host;
    const title = off.title({ host });
    const since = dateInline(webhook.failingSince ?? unit.now, "both", reading.format);
    await offerNudge(unit, workdays, {
      person,
      kind: "crm",
      value: worth,
      card: {
        ...{ key: `webhook:off:${webhook.id}:${unit.now}`, title, tone: "warn", summary: title },
        blocks: [
          {
            t: "fields",
            items: [
              { label: off.since, value: [since] },
              { label: off.error, value: [text(webhook.error ?? "")] },
            ],
          },
          { t: "context", text: [text(off.todo({ id: webhook.id }))] },
        ],
      },
    });
  }
}
