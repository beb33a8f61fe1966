// How far videos were watched: HTML5 players, and Vimeo's and YouTube's through the messages of their frames.
import { byName } from "../../../../core/by-name.ts";
import type { Emit } from "./outbound.ts";

const milestones = [10, 25, 50, 80, 90, 100];

export function watchVideos(emit: Emit): void {
  const reached = new Map<unknown, number>();
  const progress = (player: unknown, video: string, share: number) => {
    const percent = milestones.filter((one) => share * 100 >= one - 0.5).pop() ?? 0;
    if (percent <= (reached.get(player) ?? 0)) return;
    reached.set(player, percent);
    emit("video.progress", { video, percent });
  };
  watchElements(progress);
  watchFrames(progress);
}

type Progress = (player: unknown, video: string, share: number) => void;

/** Events of media do not bubble, but they can be caught on their way down. */
function watchElements(progress: Progress): void {
  const look = ({ target }: Event) => {
    if (!(target instanceof HTMLVideoElement) || !target.duration) return;
    const { title, currentSrc, currentTime, duration } = target;
    const name = title || new URL(currentSrc, location.href).pathname.split("/").pop() || "video";
    progress(target, name, currentTime / duration);
  };
  for (const type of ["timeupdate", "ended"]) document.addEventListener(type, look, true);
}

const listening = [{ event: "listening", id: "ringside", channel: "widget" }];

const players: Record<string, { name: RegExp; ask: object[] }> = byName({
  "https://player.vimeo.com": {
    name: /video\/(\d+)/,
    ask: [
      { method: "addEventListener", value: "timeupdate" },
      { method: "addEventListener", value: "playProgress" },
    ],
  },
  "https://www.youtube.com": { name: /embed\/([\w-]+)/, ask: listening },
  "https://www.youtube-nocookie.com": { name: /embed\/([\w-]+)/, ask: listening },
});

/** A player tells nothing until it is asked, and can only be asked once it has loaded. */
function watchFrames(progress: Progress): void {
  document.addEventListener(
    "load",
    ({ target }) => target instanceof HTMLIFrameElement && ask(target),
    true,
  );
  askAll();
  const lengths = new Map<unknown, number>();
  addEventListener("message", ({ origin, source, data }) => {
    const told = players[origin] && parse(data);
    if (!told) return;
    if (told.event === "ready") askAll();
    const share = shareOf(told, lengths, source);
    const name = nameOf(source, origin);
    if (name && share !== undefined) progress(source, name, share);
  });
}

function askAll(): void {
  document.querySelectorAll("iframe").forEach(ask);
}

function ask(frame: HTMLIFrameElement): void {
  const origin = originOf(frame);
  for (const one of players[origin]?.ask ?? []) {
    frame.contentWindow?.postMessage(JSON.stringify(one), origin);
  }
}

/** The title of the frame that a message came from, else the player's id of the video. */
function nameOf(source: unknown, origin: string): string | undefined {
  const frames = [...document.querySelectorAll("iframe")];
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  return frame && (frame.title || players[origin]?.name.exec(frame.src)?.[1]);
}

type Told = {
  event?: string;
  data?: { percent?: number };
  info?: { currentTime?: number; duration?: number };
};

/** Vimeo tells a share; YouTube tells seconds, and the length only when it changes. */
function shareOf(told: Told, lengths: Map<unknown, number>, source: unknown) {
  const { percent } = told.data ?? {};
  if (typeof percent === "number") return percent;
  const { currentTime, duration } = told.info ?? {};
  if (duration) lengths.set(source, duration);
  const length = lengths.get(source);
  return length && currentTime !== undefined ? currentTime / length : undefined;
}

function originOf({ src }: HTMLIFrameElement): string {
  return URL.canParse(src) ? new URL(src).origin : "";
}

/** Vimeo and YouTube send text; newer players objects. */
function parse(data: unknown): Told | undefined {
  try {
    return (typeof data === "string" ? JSON.parse(data) : data) as Told;
  } catch {
    return undefined;
  }
}
