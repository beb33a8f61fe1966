// Presses, filled forms, closed forms and shortcuts: checked once, here.
import { z } from "zod";
import type { Card } from "../../../core/card.ts";
import type { ChatEvent, Interaction, Values } from "../../adapter.ts";
import { digestOf } from "../../digest.ts";
import { limits } from "../limits.ts";
import { type Installed, isColleague, type Origin, toInbound } from "../parse.ts";
import { parseState } from "../render/modal.ts";
import { cut } from "../render/text.ts";
import { slackShortcuts } from "../shortcuts.ts";
import { parseText } from "./text.ts";

const interactive = z.object({
  type: z.string(),
  trigger_id: z.string().nullish(),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
  channel: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
  /** What was pressed stands in it; it names the place where `channel` and `message` are left out. */
  container: z
    .object({ channel_id: z.string().nullish(), message_ts: z.string().nullish() })
    .nullish()
    .catch(null),
  message: z
    .looseObject({
      ts: z.string().nullish(),
      text: z.string().nullish(),
      metadata: z.unknown().optional(),
    })
    .nullish(),
  callback_id: z.string().nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().nullish(),
        action_ts: z.string().nullish(),
      }),
    )
    .nullish(),
  view: z
    .object({
      id: z.string(),
      hash: z.string().nullish(),
      callback_id: z.string().nullish(),
      private_metadata: z.string().nullish(),
      app_installed_team_id: z.string().nullish(),
      blocks: z.array(z.looseObject({ type: z.string() })).nullish(),
      title: z.looseObject({ text: z.string() }).nullish(),
      submit: z.looseObject({ text: z.string() }).nullish(),
      close: z.looseObject({ text: z.string() }).nullish(),
      notify_on_close: z.boolean().nullish(),
      state: z.object({ values: z.unknown() }).nullish(),
    })
    .nullish(),
});

/** Any interaction payload meant for this workspace, from one of its own people. */
export type Payload = z.output<typeof interactive>;

/** Undefined for what is malformed, or comes from another workspace, a guest or an outside user. */
export function parsePayload(body: unknown, to: Installed): Payload | undefined {
  const { data } = interactive.safeParse(body);
  if (!data) return undefined;
  const team = data.view?.app_installed_team_id ?? data.team?.id ?? data.user.team_id;
  if (team !== to.bot.teamId || !isColleague(data.user.team_id, to.bot)) return undefined;
  return placed(data);
}

function placed(payload: Payload): Payload {
  const { container, channel, message } = payload;
  const id = channel?.id ?? container?.channel_id;
  const ts = message?.ts ?? container?.message_ts;
  return {
    ...payload,
    ...(id ? { channel: { ...channel, id } } : {}),
    ...(ts ? { message: { ...message, ts } } : {}),
  };
}

/** A press of a button that carries its meaning's id. */
export function parsePress(payload: Payload, ref: string, to: Installed): Interaction {
  return { ...toInbound(to, fromPayload(payload, to)), kind: "action", ref };
}

/** A filled form. */
export function parseSubmit(
  payload: Payload,
  { ref, values }: { ref: string; values: Values },
  to: Installed,
): Interaction {
  return { ...toInbound(to, fromPayload(payload, to)), kind: "submit", ref, values };
}

/** A shortcut of the menus, with the words of the message it was picked on; nothing for one we do not offer. */
export function parseShortcut(payload: Payload, to: Installed): Interaction | undefined {
  const picked = slackShortcuts.find(({ id }) => id === payload.callback_id);
  if (!picked) return undefined;
  const text = parseText(payload.message?.text ?? "", to.bot.userId);
  return {
    ...toInbound(to, fromPayload(payload, to)),
    kind: "shortcut",
    shortcut: picked.shortcut,
    text: cut(text, limits.shortcutText),
  };
}

/** A form Slack did not open in time, for the conversation. */
export function parseUnopened(payload: Payload, card: Card, to: Installed): ChatEvent {
  const origin = fromPayload(payload, to);
  return { ...toInbound(to, { ...origin, key: `${origin.key}:unopened` }), kind: "unopened", card };
}

/** The ref a modal's submit carries. */
export function refOfView(payload: Payload): string {
  return parseState(payload.view?.private_metadata ?? undefined).ref ?? "";
}

/**
 * A press has its trigger; so has a submit, a new one each time: the view's id and hash stay the same after a
 * refused one. What is said counts too: where there is no trigger, or the same one every time, it tells them apart.
 */
function fromPayload(payload: Payload, { bot, now }: Installed): Origin {
  const { trigger_id: trigger, view, actions, container, callback_id: callback } = payload;
  const digest = digestOf([
    ...[payload.type, callback, view?.id, view?.hash, view?.state],
    ...[actions, container, payload.message?.ts],
  ]);
  const id = trigger ? `${trigger}:${digest}` : digest;
  return { key: `slack:${bot.teamId}:${id}`, externalId: payload.user.id, at: now };
}
