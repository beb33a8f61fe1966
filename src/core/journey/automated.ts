// Crawlers, e-mail scanners and prefetchers act like customers and are none: their touches are kept and not counted.
import type { SourceTouch } from "./touch-source.ts";

/** Whether a machine made this touch: it is shown on request and counted nowhere. */
export function isAutomated({ props }: { props: Record<string, unknown> }): boolean {
  return props.automated === true;
}

/** A person needs longer than this from delivery to opening and clicking; gateways that check links do not. */
const scannerDelayMs = 10_000;
/** Nobody follows this many different links of one message within `burstMs`; gateways follow all of them. */
const burstLinks = 3;
const burstMs = 5_000;

/**
 * Marks opens and clicks that security gateways (Barracuda, Mimecast, Microsoft Safe Links and their kind) cause:
 * too soon after `props.sentAt`, or many links of one message at once. A person quicker than ten seconds is
 * marked too: a missed open costs less than a rep who calls a machine's interest.
 */
export function markScanners(touches: readonly SourceTouch[]): SourceTouch[] {
  const bursts = findBursts(touches);
  return touches.map((touch) =>
    isTooSoon(touch) || bursts.has(touch)
      ? { ...touch, props: { ...touch.props, automated: true } }
      : touch,
  );
}

function isTooSoon({ type, at, props }: SourceTouch): boolean {
  if (type !== "email.open" && type !== "email.click") return false;
  return typeof props.sentAt === "number" && (at ?? 0) - props.sentAt < scannerDelayMs;
}

function findBursts(touches: readonly SourceTouch[]): Set<SourceTouch> {
  const clicks = touches.filter(({ type }) => type === "email.click");
  const isBurst = (click: SourceTouch) => {
    const near = clicks.filter((other) => isSameMessage(click, other) && isNear(click, other));
    return new Set(near.map(({ props }) => props.url)).size >= burstLinks;
  };
  return new Set(clicks.filter(isBurst));
}

const isSameMessage = (one: SourceTouch, other: SourceTouch) =>
  one.props.message === other.props.message && one.who.email === other.who.email;

const isNear = ({ at = 0 }: SourceTouch, other: SourceTouch) =>
  Math.abs((other.at ?? 0) - at) <= burstMs;
