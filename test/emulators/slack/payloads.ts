// What Slack sends us, built as its documentation shows it.
import { createHmac } from "node:crypto";
import { botUser } from "./emulator.ts";
import { appId } from "./gateway.ts";

export type Body = Record<string, unknown>;

/** How a body travels: each kind has its own encoding over HTTP and its own envelope over a socket. */
export type Kind = "events_api" | "interactive" | "slash_commands";

export const kindOf = (body: Body): Kind => {
  if ("command" in body) return "slash_commands";
  return body.type === "event_callback" ? "events_api" : "interactive";
};

/** An event in its outer envelope. */
export function anEvent(team: string, event: Body, eventId: string): Body {
  return {
    type: "event_callback",
    token: "legacy",
    team_id: team,
    api_app_id: appId,
    event_id: eventId,
    event_time: 1,
    authorizations: [{ enterprise_id: null, team_id: team, user_id: botUser, is_bot: true }],
    event,
  };
}

/** What somebody wrote to the bot directly. */
export function aMessage(set: Body & { user: string; channel: string; ts: string }): Body {
  return { type: "message", channel_type: "im", event_ts: set.ts, text: "", ...set };
}

/** What Slack makes of typed words: its three signs escaped, e-mail addresses linked. */
export function asTyped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, (address) => `<mailto:${address}|${address}>`);
}

export type Pressed = {
  team: string;
  user: string;
  trigger: string;
  action: { action_id: string; value?: string | undefined };
  channel?: string;
  message?: object;
  view?: object;
  userTeam?: string;
};

export function aPress({
  team,
  user,
  trigger,
  action,
  channel,
  message,
  view,
  userTeam,
}: Pressed): Body {
  return {
    type: "block_actions",
    team: { id: team, domain: "test" },
    user: { id: user, team_id: userTeam ?? team },
    api_app_id: appId,
    trigger_id: trigger,
    actions: [{ type: "button", block_id: "b", action_ts: "1.1", ...action }],
    ...(channel ? { channel: { id: channel, name: "directmessage" } } : {}),
    ...(message ? { message } : {}),
    ...(view ? { view } : {}),
  };
}

export function aSubmission(set: {
  team: string;
  user: string;
  trigger: string;
  view: object;
}): Body {
  const { team, user, trigger, view } = set;
  return {
    type: "view_submission",
    team: { id: team, domain: "test" },
    user: { id: user, team_id: team },
    api_app_id: appId,
    trigger_id: trigger,
    view,
    response_urls: [],
  };
}

/** A shortcut: of the menu beside the message field, or with a message of a message's own menu. */
export function aShortcut(set: {
  team: string;
  user: string;
  trigger: string;
  id: string;
  on?: { channel: string; text: string };
}): Body {
  const { team, user, trigger, id, on } = set;
  return {
    type: on ? "message_action" : "shortcut",
    team: { id: team, domain: "test" },
    user: { id: user, team_id: team },
    api_app_id: appId,
    callback_id: id,
    trigger_id: trigger,
    action_ts: "1.1",
    ...(on
      ? {
          channel: { id: on.channel, name: "sales" },
          message: { type: "message", ts: "1.2", user: "U9", text: on.text },
        }
      : {}),
  };
}

export function aCommand(set: {
  team: string;
  user: string;
  channel: string;
  trigger: string;
  text: string;
}): Body {
  return {
    command: "/ringside",
    text: set.text,
    team_id: set.team,
    user_id: set.user,
    channel_id: set.channel,
    channel_name: "sales",
    trigger_id: set.trigger,
    api_app_id: appId,
    response_url: "http://127.0.0.1/unused",
  };
}

export type Signing = { secret: string; now: number; headers?: Record<string, string> };

/** The same body as Slack posts it, signed. */
export function toRequest(body: Body, { secret, now, headers = {} }: Signing): Request {
  const kind = kindOf(body);
  const text = {
    events_api: () => JSON.stringify(body),
    interactive: () => new URLSearchParams({ payload: JSON.stringify(body) }).toString(),
    slash_commands: () => new URLSearchParams(body as Record<string, string>).toString(),
  }[kind]();
  return signed(text, {
    secret,
    now,
    headers: {
      "content-type":
        kind === "events_api" ? "application/json" : "application/x-www-form-urlencoded",
      ...headers,
    },
  });
}

/** Any text, signed. */
export function signed(text: string, { secret, now, headers = {} }: Signing): Request {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${text}`).digest("hex");
  return new Request("http://ringside.example/slack/events", {
    method: "POST",
    body: text,
    headers: {
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`,
      ...headers,
    },
  });
}
