// Frames of the long connection as they come, made what the SDK (1.74) takes: it drops others without a word.
import type { WSClient } from "@larksuiteoapi/node-sdk";

type Frame = { headers: { key: string; value: string }[]; payload?: Uint8Array | undefined };
type Frames = {
  handleEventData?: (frame: Frame) => Promise<void>;
  handleControlData?: (frame: Frame) => Promise<void>;
  /** Begins to listen on the socket that was opened last. */
  communicate?: () => void;
  wsConfig?: { setWSInstance?: (opened: Opened | null) => void };
};
type Opened = { pause(): void; resume(): void };

/** Seconds, as Lark itself names them. A test guards that the SDK still has the methods this stands on. */
export const usualTimes = {
  ReconnectCount: -1,
  ReconnectInterval: 120,
  ReconnectNonce: 30,
  PingInterval: 120,
};

/** Puts itself before the SDK's own handling of frames. */
export function takeEveryFrame(socket: WSClient): void {
  const frames = socket as unknown as Frames;
  holdUntilHeard(frames);
  const takeEvent = frames.handleEventData?.bind(socket);
  const takeControl = frames.handleControlData?.bind(socket);
  if (!takeEvent || !takeControl)
    throw new Error("WSClient's frame handlers are gone: look at this after an SDK update.");
  frames.handleEventData = (frame) => takeEvent({ ...frame, headers: toWhole(frame.headers) });
  frames.handleControlData = (frame) => takeControl({ ...frame, ...toTimes(frame.payload) });
}

/**
 * The SDK listens a few turns after its socket has opened. What waits for us at Lark comes in that very moment, and
 * would be lost until Lark delivers it again.
 */
function holdUntilHeard(frames: Frames): void {
  const { wsConfig } = frames;
  const listen = frames.communicate?.bind(frames);
  const keep = wsConfig?.setWSInstance?.bind(wsConfig);
  if (!wsConfig || !listen || !keep)
    throw new Error("WSClient opens its socket in another way: look at this after an SDK update.");
  let held: Opened | null = null;
  wsConfig.setWSInstance = (opened) => {
    opened?.pause();
    held = opened;
    keep(opened);
  };
  frames.communicate = () => {
    listen();
    held?.resume();
  };
}

/** Some presses come as "card"; and what comes in one piece need not count its pieces. */
function toWhole(headers: Frame["headers"]): Frame["headers"] {
  const isOnePiece = !headers.some(({ key }) => key === "sum");
  const pieces = isOnePiece ? Object.entries({ sum: "1", seq: "0" }) : [];
  const others = headers.filter(({ key }) => !pieces.some(([name]) => name === key));
  return [...others, ...pieces.map(([key, value]) => ({ key, value }))].map((header) =>
    header.key === "type" && header.value === "card" ? { ...header, value: "event" } : header,
  );
}

/** A pong may set the times anew; the SDK would take a missing one for no time at all, and ping without a pause. */
function toTimes(payload: Uint8Array | undefined): { payload: Uint8Array | undefined } {
  try {
    const given: unknown = JSON.parse(new TextDecoder().decode(payload));
    const isSet = typeof given === "object" && given !== null && Object.keys(given).length > 0;
    return { payload: isSet ? encode(completeTimes(given)) : nothing };
  } catch {
    return { payload: nothing };
  }
}

const encode = (value: object) => new TextEncoder().encode(JSON.stringify(value));
/** Says nothing: the SDK leaves its times as they are. */
const nothing = undefined;

/** The times that are given, and the usual ones for the rest. */
export function completeTimes(given: object | undefined): typeof usualTimes {
  const named = Object.entries(given ?? {}).filter(
    ([name, value]) => Number.isFinite(value) && (name !== "PingInterval" || Number(value) > 0),
  );
  return { ...usualTimes, ...Object.fromEntries(named) };
}
