// One page seen: how long it was visible, how far it was scrolled, and that it was left.
import { type Emit, newId, type Outbound, type Props } from "./outbound.ts";

type View = { page: Props; at: number; visibleMs: number; shownAt: number; scrolled: number };

/** Hidden this long is gone: a glance at another tab is not. */
const goneAfterMs = 30_000;

/** A view is told when it ends, with its dwell: leaving the page, moving on within it, or staying away. */
export function watchPage(emit: Emit, flush: () => void, keep: Outbound["keep"]): void {
  let view: View | undefined = newView();
  let timer = 0;

  const end = () => {
    clearTimeout(timer);
    if (!view) return;
    const { page, at } = view;
    const told = { ...page, ...measure(view) };
    view = undefined;
    emit("page.view", told, at);
    emit("page.leave", told);
    flush();
    keep([]);
  };
  const hide = () => {
    if (!view) return;
    pause(view);
    const { page, at } = view;
    // A phone may end a hidden page without a word.
    keep([{ id: newId(), type: "page.view", at, props: { ...page, ...measure(view) } }]);
    flush();
    timer = window.setTimeout(end, goneAfterMs);
  };
  const show = () => {
    clearTimeout(timer);
    keep([]);
    view ??= newView();
    view.shownAt = performance.now();
  };
  const scroll = () => {
    if (view) view.scrolled = Math.max(view.scrolled, scrolledPercent());
  };

  addEventListener("pagehide", end);
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  document.addEventListener("visibilitychange", () => (document.hidden ? hide() : show()));
  addEventListener("scroll", scroll, { passive: true });
  onMove(() => {
    if (view && pageNow().url === view.page.url) return;
    end();
    view = newView();
  });
}

function newView(): View {
  const scrolled = scrolledPercent();
  const shownAt = document.hidden ? 0 : performance.now();
  return { page: pageNow(), at: Date.now(), visibleMs: 0, shownAt, scrolled };
}

function pageNow(): Props {
  const named = document.querySelector<HTMLMetaElement>('meta[name="ringside:page"]');
  const { title, referrer } = document;
  const page = named?.content || undefined;
  return { url: location.origin + location.pathname, title, referrer, page };
}

/** Stops the clock of a view that cannot be seen. */
function pause(view: View): void {
  if (view.shownAt) view.visibleMs += performance.now() - view.shownAt;
  view.shownAt = 0;
}

function measure(view: View): { dwellSeconds: number; scrollPercent: number } {
  const shownMs = view.shownAt ? performance.now() - view.shownAt : 0;
  const dwellSeconds = Math.round((view.visibleMs + shownMs) / 1_000);
  return { dwellSeconds, scrollPercent: view.scrolled };
}

/** How far down the window's lower edge has been; a page without scrolling is seen whole. */
function scrolledPercent(): number {
  const { scrollHeight } = document.documentElement;
  return Math.min(100, Math.round((100 * (scrollY + innerHeight)) / Math.max(1, scrollHeight)));
}

/** Pages that replace themselves do so through the history. */
function onMove(moved: () => void): void {
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name];
    history[name] = function (this: History, ...given) {
      original.apply(this, given);
      moved();
    };
  }
  addEventListener("popstate", moved);
}
