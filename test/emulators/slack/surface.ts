// The adapter against the emulator in one of its modes, and the way events reach it.
import type { ChatSurface, SurfaceParts } from "../../../src/chat/adapter.ts";
import { createSlack } from "../../../src/chat/slack/adapter.ts";
import type { SlackConnection } from "../../../src/chat/slack/connection.ts";
import type { Clock } from "../../../src/core/ports.ts";
import { checkAcknowledgement } from "./check.ts";
import type { SlackEmulator } from "./emulator.ts";
import { type Body, kindOf, toRequest } from "./payloads.ts";

/** How events come in. */
export type SlackMode = "socket" | "http";

/** The adapter against an emulator, with the keys of one mode; `keys` changes them for each workspace. `answerMs` is Slack's own unless a test is about lateness. */
export function createSlackFor(
  slack: SlackEmulator,
  mode: SlackMode,
  { assets, count, ...parts }: SurfaceParts & { answerMs?: number },
  keys: Partial<SlackConnection>[] = [{}],
): ChatSurface {
  const { botToken, appToken, signingSecret, apiUrl } = slack;
  const way = mode === "socket" ? { appToken } : { signingSecret };
  return createSlack({
    connections: keys.map((set) => ({ botToken, apiUrl, ...way, ...set })),
    ...parts,
    count: (what) => count("slack", what),
    async readAsset(id) {
      const found = await assets.read(id);
      return found && { ...found.asset, bytes: found.bytes };
    },
    saveFile: async (file) => (await assets.save({ ...file, personId: null })).id,
    // The clock of a test stands still, so a pause would never end.
    pace: { perTargetMs: 0, perSecond: 10_000 },
    callMs: 1_500,
    homeMs: 30,
    reconnectMs: { first: 10, longest: 50 },
  });
}

/** Hands a body to the bot as Slack would; resolves with the acknowledgement's own content. */
export type Deliver = (body: Body, options?: { retryNum?: number }) => Promise<Body | undefined>;

export function createDeliver(
  slack: SlackEmulator,
  mode: SlackMode,
  heard: { surface: ChatSurface; clock: Clock },
): Deliver {
  const deliver = createCarrier(slack, mode, heard);
  return async (body, options) => {
    const answer = await deliver(body, options);
    if (body.type !== "view_submission") return answer;
    const { blocks = [] } = body.view as { blocks?: { type: string; block_id?: string }[] };
    const inputs = blocks.flatMap(({ type, block_id: id }) => (type === "input" && id) || []);
    slack.gateway.complaints.push(...checkAcknowledgement(answer, inputs));
    return answer;
  };
}

function createCarrier(
  slack: SlackEmulator,
  mode: SlackMode,
  { surface, clock }: { surface: ChatSurface; clock: Clock },
): Deliver {
  if (mode === "socket") {
    return async (body, { retryNum } = {}) => {
      const retry = retryNum ? { retry_attempt: retryNum, retry_reason: "timeout" } : {};
      const acked = await slack.gateway.send({ type: kindOf(body), payload: body, ...retry });
      return acked as Body | undefined;
    };
  }
  return async (body, { retryNum } = {}) => {
    const headers: Record<string, string> = retryNum
      ? { "x-slack-retry-num": String(retryNum) }
      : {};
    const request = toRequest(body, { secret: slack.signingSecret, now: clock(), headers });
    const response = await surface.fetch?.(request);
    if (response?.status !== 200) throw new Error(`Slack was answered ${response?.status}`);
    const text = await response.text();
    return text.startsWith("{") ? (JSON.parse(text) as Body) : undefined;
  };
}
