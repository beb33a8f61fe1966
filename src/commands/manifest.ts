// `manifest`: what creates the app on a platform.

import { shortcuts } from "../chat/adapter.ts";
import {
  callbacks,
  events,
  listSteps,
  permissions,
  scopesToImport,
} from "../chat/lark/manifest.ts";
import { menu } from "../chat/lark/menu.ts";
import { eventTypes } from "../chat/lark/parse/event-types.ts";
import { callbackPath } from "../chat/lark/transport/http.ts";
import { createManifest } from "../chat/slack/manifest.ts";
import type { Language } from "../core/model.ts";
import { textsFor } from "../core/text/texts.ts";

/** `url` is where the platform reaches the public listener; without it, no public address is needed. */
export type Setup = { platform: "slack" | "lark"; url?: string; language: Language };

/** Slack's manifest as JSON, or Lark's list to tick, in the language of its console. */
export function renderSetup({ platform, url, language }: Setup): string {
  if (platform === "lark") return renderLark(language, url);
  const way = url ? { mode: "http" as const, url } : { mode: "socket" as const };
  return JSON.stringify(createManifest({ ...way, shortcuts }), null, 2);
}

function renderLark(language: Language, url: string | undefined): string {
  const words = textsFor(language).larkSetup;
  const steps = listSteps(words, url && url + callbackPath);
  const ofEvent = (name: keyof typeof eventTypes) => `  ${eventTypes[name]}  ${words.events[name]}`;
  return [
    ...steps.map((step, index) => words.step({ ...step, number: index + 1 })),
    "",
    words.heads.permissions,
    ...permissions.map(
      ({ scope, isOptional }) =>
        `  ${scope}  ${words.permissions[scope]}${isOptional ? words.optional : ""}`,
    ),
    words.heads.events,
    ...events.map(ofEvent),
    words.heads.callbacks,
    ...callbacks.map(ofEvent),
    words.heads.menu,
    ...menu.map(({ key, name }) => `  ${key}  ${name[language]}`),
    words.heads.json,
    JSON.stringify(scopesToImport, null, 2),
  ].join("\n");
}
