// The one shape of every source of touches, with what most have in common.
import type { TouchSource } from "../core/journey/touch-source.ts";

const json = ["application/json"] as const;
/** More than any of them sends at once: HubSpot's 100 events are 40 KB. */
const maxBytes = 1_000_000;

type Common = "paths" | "mediaTypes" | "maxBytes" | "rate";

/** A source of touches: by default JSON to `/hooks/<id>`, up to 1 MB, 100 deliveries a second. */
export function defineSource(
  source: Omit<TouchSource, Common> & Partial<Pick<TouchSource, Common>>,
): TouchSource {
  return {
    paths: [`/hooks/${source.id}`],
    mediaTypes: json,
    maxBytes,
    rate: { perMinute: 6_000, burst: 1_000 },
    ...source,
  };
}
