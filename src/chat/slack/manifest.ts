// The app's manifest, from the same lists the code listens by; a test compares the two.
import type { ShortcutName } from "../adapter.ts";
import { slackShortcuts, slashCommand } from "./shortcuts.ts";

/** Events Slack sends us. */
export const botEvents = [
  "app_home_opened",
  "app_mention",
  "app_uninstalled",
  "message.im",
  "tokens_revoked",
] as const;

/** Each scope with the call or event that needs it. */
export const scopes = {
  "app_mentions:read": "app_mention",
  "chat:write": "chat.postMessage, chat.update, chat.postEphemeral",
  commands: "the slash command and the shortcuts",
  "files:read": "dropped files and voice clips, files.info",
  "files:write": "pictures in cards, exports",
  "im:history": "message.im, conversations.history, conversations.replies",
  "im:write": "conversations.open",
  "users:read": "users.info, bots.info",
  "users:read.email": "users.lookupByEmail, the e-mail in users.info",
} as const;

export type ManifestOptions = {
  /** Those that work: a shortcut nobody answers is not offered. */
  shortcuts: readonly ShortcutName[];
  name?: string;
} & (
  | { mode: "socket" }
  /** `url` is where Slack reaches the public listener, such as https://ringside.example.com. */
  | { mode: "http"; url: string }
);

/** What to paste under "Create an app from a manifest". */
export function createManifest(options: ManifestOptions): object {
  const { mode, name = "Ringside" } = options;
  const endpoint = mode === "http" ? `${options.url.replace(/\/+$/, "")}/slack/events` : undefined;
  const url = endpoint ? { request_url: endpoint } : {};
  return {
    display_information: {
      name,
      description: "The assistant in a sales team's corner",
      background_color: "#1f2937",
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: name, always_online: true },
      shortcuts: slackShortcuts
        .filter(({ shortcut }) => options.shortcuts.includes(shortcut))
        .map(({ id, type, name: label, description }) => ({
          ...{ name: label, type, callback_id: id, description },
        })),
      slash_commands: [
        {
          command: slashCommand,
          description: "Ask Ringside anything",
          usage_hint: "my leads | new lead | help",
          should_escape: true,
          ...(endpoint ? { url: endpoint } : {}),
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(scopes).sort() } },
    settings: {
      event_subscriptions: { ...url, bot_events: [...botEvents] },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === "socket",
      token_rotation_enabled: false,
    },
  };
}
