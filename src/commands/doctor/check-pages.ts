// The doctor's line about the pages that cards link to.
import type { Config } from "../../config.ts";
import type { PartState } from "./diagnose.ts";

const part = "pages";

/** Whether cards can link to pages, and what is missing. */
export function checkPages({ pages, sources, httpPort }: Config): PartState {
  if (pages) {
    const hours = Math.round(pages.lifeMs / 360_000) / 10;
    const why = `cards link to ${pages.publicUrl} for ${hours} hours; not asked from outside`;
    if (pages.publicUrl.startsWith("https:")) return { part, state: "ok", why };
    return { part, state: "ok", why, fix: "Set PUBLIC_URL to an https address beyond a trial." };
  }
  const why = sources.publicUrl && httpPort === "off" ? "HTTP_PORT=off" : "no PUBLIC_URL";
  const fix = "Set PUBLIC_URL to the address your proxy forwards to HTTP_PORT.";
  return { part, state: "off", why: `${why}: cards carry pictures instead of links`, fix };
}
