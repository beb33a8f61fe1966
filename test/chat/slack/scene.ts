// A Slack adapter whose host only remembers: for what the adapter itself must keep.
import type {
  ChatEvent,
  ChatHost,
  ChatSurface,
  Interaction,
  SurfaceParts,
} from "../../../src/chat/adapter.ts";
import type { Card, Outcome } from "../../../src/core/card.ts";
import type { Asset } from "../../../src/core/facts.ts";
import { createLog } from "../../../src/log.ts";
import { drawChart } from "../../../src/pictures/draw-chart.ts";
import { type SlackEmulator, startSlack } from "../../emulators/slack/emulator.ts";
import { aMessage, anEvent, aPress, type Body } from "../../emulators/slack/payloads.ts";
import {
  createDeliver,
  createSlackFor,
  type Deliver,
  type SlackMode,
} from "../../emulators/slack/surface.ts";
import { testNow } from "../../helpers/people.ts";

export type Scene = {
  slack: SlackEmulator;
  surface: ChatSurface;
  deliver: Deliver;
  passes(ms: number): void;
  host: RememberingHost;
  /** Somebody of ours, and their direct conversation. */
  user: string;
  channel: string;
  saved: { name: string; mediaType: string; bytes: Uint8Array }[];
  /** What the asset store has. */
  pictures: Map<string, { asset: Asset; bytes: Uint8Array }>;
  /** What everybody's home shows. */
  home: { cards: Card[] | undefined };
  /** Whether everybody agreed that their voice is listened to. */
  agreed: { toVoice: boolean | undefined };
  /** What was counted, in its order. */
  counted: string[];
  parts: SurfaceParts;
  says(set?: Body, eventId?: string): Body;
  presses(set: { ref?: string; action?: string; trigger: string; view?: object }): Body;
  trigger(): Promise<string>;
  close(): Promise<void>;
};

type RememberingHost = ChatHost & {
  accepted: ChatEvent[];
  interacted: Interaction[];
  /** What the next interactions are answered with. */
  outcome: Outcome;
  /** What has to happen before anything is kept. */
  before: () => Promise<void>;
};

export const plainCard: Card = {
  key: "card:1",
  title: "A card",
  tone: "info",
  summary: "A card in short",
  blocks: [
    { t: "text", text: [{ t: "text", text: "<!channel> & *words*" }] },
    { t: "table", columns: ["a", "b"], rows: [[[{ t: "text", text: "1" }], []]] },
    { t: "actions", actions: [{ id: "go", label: "Go", ref: "act_1" }] },
  ],
};

export async function openScene(mode: SlackMode): Promise<Scene> {
  const slack = await startSlack();
  const host = createRememberingHost();
  const saved: Scene["saved"] = [];
  const pictures: Scene["pictures"] = new Map();
  const home: Scene["home"] = { cards: undefined };
  const counted: string[] = [];
  const agreed: Scene["agreed"] = { toVoice: true };
  const clock = { now: testNow };
  const parts: SurfaceParts = {
    host,
    clock: () => clock.now,
    count: (_, what) => void counted.push(what),
    assets: {
      async save(file) {
        saved.push(file);
        return { ...file, id: `ast_${saved.length}` } as unknown as Asset;
      },
      read: async (id) => pictures.get(id),
      remove: async () => {},
      pathOf: () => "",
    },
    languageOf: async () => "en",
    drawChart,
    homeOf: async () => home.cards,
    onTask: async () => {},
    agreedToVoice: async () => agreed.toVoice,
    log: createLog({ level: "silent" }),
  };
  const surface = createSlackFor(slack, mode, { ...parts, answerMs: 600 });
  await surface.start();
  const user = slack.user("user1");
  const channel = await slack.channel(user);
  const { teamId: team } = slack;
  return {
    ...{ slack, surface, host, saved, pictures, home, agreed, counted, parts, user, channel },
    deliver: createDeliver(slack, mode, { surface, clock: () => clock.now }),
    passes(ms) {
      clock.now += ms;
    },
    says: (set = {}, eventId = "Ev1") =>
      anEvent(team, aMessage({ user, channel, ts: "1700000000.1", text: "hi", ...set }), eventId),
    presses: ({ ref, action = "press:0", trigger, view }) =>
      aPress({
        ...{ team, user, channel, trigger },
        action: { action_id: action, value: ref },
        ...(view ? { view } : { message: { ts: "1.1" } }),
      }),
    trigger: async () =>
      String((await slack.call("views.generateTriggerId", { user_id: user })).trigger_id),
    async close() {
      await surface.stop();
      await slack.close();
    },
  };
}

function createRememberingHost(): RememberingHost {
  const host: RememberingHost = {
    accepted: [],
    interacted: [],
    outcome: {},
    before: async () => {},
    async accept(event) {
      await host.before();
      host.accepted.push(event);
    },
    async interact(interaction) {
      await host.before();
      host.interacted.push(interaction);
      return host.outcome;
    },
  };
  return host;
}
