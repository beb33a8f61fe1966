// From what happened to one beacon: collected for a moment, sent when the page goes, kept if the browser dies.

export type Emit = (type: string, props: Props, at?: number) => void;
export type Props = Record<string, string | number | boolean | undefined>;
type Event = { id: string; type: string; at: number; props: Props };

const maxEvents = 50;
const waitMs = 2_000;
const visitorName = "ringside_visitor";
const keptName = "ringside_kept";

export type Outbound = {
  emit: Emit;
  /** Sends what waits, now. */
  flush(): void;
  /** Keeps events for the next page, in case this one is never left properly; they have their ids already. */
  keep(events: Event[]): void;
  /** Sends what the page before had to leave behind. */
  begin(): void;
  allow(allowed: boolean): void;
  identify(person: string): void;
};

/** For the page this script stands on; nothing is kept or sent before `allow(true)`. */
export function createOutbound(script: HTMLScriptElement): Outbound {
  const url = new URL("collect", script.src).href;
  const key = script.dataset.key ?? "";
  let waiting: Event[] = [];
  let timer = 0;
  let allowed = false;
  let person: string | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    const events = waiting.splice(0, maxEvents);
    if (events.length === 0 || !allowed) return;
    const robot = navigator.webdriver || undefined;
    const visitor = visitorId();
    send(url, JSON.stringify({ key, visitor, sentAt: Date.now(), person, robot, events }));
    if (waiting.length > 0) flush();
  };
  const emit: Emit = (type, props, at = Date.now()) => {
    if (!allowed) return;
    waiting.push({ id: newId(), type, at, props });
    timer ||= window.setTimeout(flush, waitMs);
  };
  return {
    emit,
    flush,
    keep: (events) => store(keptName, events.length > 0 ? JSON.stringify(events) : ""),
    begin() {
      const kept = JSON.parse(recall(keptName) || "[]") as Event[];
      store(keptName, "");
      waiting = [...kept, ...waiting];
      if (waiting.length > 0) flush();
    },
    allow(now) {
      allowed = now;
      if (now) return;
      waiting = [];
      for (const name of [keptName, visitorName]) store(name, "");
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere.
      document.cookie = `${visitorName}=; path=/; max-age=0`;
    },
    identify(told) {
      person = told;
      emit("visitor.identified", {});
      flush();
    },
  };
}

/** A random id, as short as is safe. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Plain text, so that no question goes ahead of it; a fetch where beacons are off or full. */
function send(url: string, body: string): void {
  if (navigator.sendBeacon?.(url, body)) return;
  fetch(url, { method: "POST", body, keepalive: true, mode: "no-cors" }).catch(() => {});
}

/** One year, this site only, readable by this script: a name without a meaning. */
function visitorId(): string {
  const found = new RegExp(`${visitorName}=([\\w-]+)`).exec(document.cookie)?.[1];
  const id = found ?? (recall(visitorName) || newId());
  store(visitorName, id);
  const secure = location.protocol === "https:" ? ";secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere.
  document.cookie = `${visitorName}=${id};path=/;max-age=31536000;samesite=lax${secure}`;
  return id;
}

/** Storage may be forbidden; then every page is a visitor's first. */
function store(name: string, value: string): void {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {}
}

function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
