// `manifest`: what creates the app on a platform.
import { callbacks, events, menu, permissions, steps } from "../chat/lark/setup.ts";
import { createManifest } from "../chat/slack/manifest.ts";

/** Slack's manifest as JSON, or Lark's list to tick. */
export function renderSetup(platform: "slack" | "lark", url: string | undefined): string {
  if (platform === "lark") return renderLark();
  return JSON.stringify(createManifest(url ? { mode: "http", url } : { mode: "socket" }), null, 2);
}

function renderLark(): string {
  return [
    ...steps.map(({ where, what }, index) => `${index + 1}. ${where}: ${what}`),
    "",
    "Permissions",
    ...permissions.map(
      ({ scope, for: why, isOptional }) => `  ${scope}  ${why}${isOptional ? " (optional)" : ""}`,
    ),
    "Events",
    ...events.map(({ type, for: why }) => `  ${type}  ${why}`),
    "Callbacks",
    ...callbacks.map(({ type, for: why }) => `  ${type}  ${why}`),
    "Bot menu (optional): event key, name",
    ...menu.map(({ key, name }) => `  ${key}  ${name.en} / ${name.zh}`),
  ].join("\n");
}
