// What every event of Lark comes in, whichever way it came: whose it is, when it happened, under which keys.
import { z } from "zod";

/** The app an envelope came to, and its bot's open_id, to know mentions of us by. */
export type Receiver = { appId: string; botOpenId: string };

/** Lark writes times as text; a null is none. */
export const time = z.union([z.number(), z.string().min(1)]).pipe(z.coerce.number());

export const envelopeShape = z.object({
  header: z.object({
    event_id: z.string().min(1).max(200),
    event_type: z.string(),
    app_id: z.string(),
    tenant_key: z.string(),
    create_time: time,
  }),
  event: z.unknown(),
});
export type Envelope = z.infer<typeof envelopeShape>;

export const openId = z.string().min(1).max(200);

/** What every event and interaction of ours has. */
export type Inbound = ReturnType<typeof toInbound> & { key: string; aliases?: string[] };

/** Keys carry the app: two of our apps in one group get the same message_id. */
export function toInbound({ header }: Envelope, externalId: string, time: number) {
  const key = toKey({ header }, header.event_id);
  return { key, surface: "lark" as const, connection: header.app_id, externalId, at: toMs(time) };
}

/** A key of the inbox, for this app alone. */
export function toKey({ header }: Pick<Envelope, "header">, id: string): string {
  return `lark:${header.app_id}:${id}`;
}

/** Whoever is of another organisation sees nothing of ours. */
export function isOutside(tenantKey: string | null | undefined, { header }: Envelope): boolean {
  return Boolean(tenantKey) && tenantKey !== header.tenant_key;
}

/** Lark counts in seconds, milliseconds or microseconds, by event. */
function toMs(time: number): number {
  if (time > 1e14) return Math.floor(time / 1_000);
  return time < 1e11 ? time * 1_000 : time;
}
