// `manifest`: what creates the app on a platform.
import { callbacks, events, permissions, steps } from "../chat/lark/manifest.ts";
import { menu } from "../chat/lark/menu.ts";
import { createManifest } from "../chat/slack/manifest.ts";
import { offeredShortcuts } from "../chat/table.ts";

/** Slack's manifest as JSON, or Lark's list to tick. */
export function renderSetup(platform: "slack" | "lark", url: string | undefined): string {
  if (platform === "lark") return renderLark();
  const way = url ? { mode: "http" as const, url } : { mode: "socket" as const };
  return JSON.stringify(createManifest({ ...way, shortcuts: offeredShortcuts }), null, 2);
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
