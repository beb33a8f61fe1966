// The Slack driver of the matrix: real signed requests or envelopes in, and what the emulator stored back out.
import type { ChatHost, ChatSurface } from "../../src/chat/adapter.ts";
import type { Card, Outcome } from "../../src/core/card.ts";
import type { Clock } from "../../src/core/ports.ts";
import {
  botUser,
  type Message,
  type SlackEmulator,
  startSlack,
} from "../emulators/slack/emulator.ts";
import { aMessage, anEvent, aPress, asTyped } from "../emulators/slack/payloads.ts";
import { buttonsOf, formsOf, readMessage, unescapeText } from "../emulators/slack/read-message.ts";
import {
  actionsOf,
  readAnswer,
  refsOf,
  toCard,
  toSending,
  toState,
  type View,
} from "../emulators/slack/read-view.ts";
import {
  createDeliver,
  createSlackFor,
  type Deliver,
  type SlackMode,
} from "../emulators/slack/surface.ts";
import type { Scene, Shown, SurfaceDriver } from "./surfaces.ts";
import type { World } from "./world.ts";

/** The two surfaces for the matrix. */
export const slackSurfaces = [
  { name: "slack socket", prepare: () => prepareSlack("socket") },
  { name: "slack http", prepare: () => prepareSlack("http") },
] as const;

/** A scene whose Slack a test may disturb, and which takes bodies as Slack sends them. */
export type SlackScene = Required<Scene> & {
  slack: SlackEmulator;
  mode: SlackMode;
  deliver: Deliver;
  /** Somebody's Slack account. */
  accountOf(personId: string): Promise<string>;
};

/** Starts a Slack on loopback for one test. */
async function prepareSlack(mode: SlackMode): Promise<SlackScene> {
  const slack = await startSlack();
  const heard = createHeard();
  let surface: ChatSurface | undefined;
  let accounts: Accounts | undefined;
  let clock: Clock = Date.now;
  return {
    slack,
    mode,
    deliver: (body, options) => {
      if (!surface) throw new Error("Open Ringside with this scene's surface first.");
      return createDeliver(slack, mode, { surface, clock })(body, options);
    },
    accountOf: async (personId) => (await accounts?.of(personId)) ?? "",
    surface(parts) {
      clock = parts.clock;
      surface = createSlackFor(slack, mode, { ...parts, host: heard.wrap(parts.host) });
      return surface;
    },
    async open(world) {
      if (!surface) throw new Error("Open Ringside with this scene's surface first.");
      await surface.start();
      accounts = createAccounts(slack, world);
      for (const { id } of await world.ringside.records.read.people.find({})) await accounts.of(id);
      const deliver = createDeliver(slack, mode, { surface, clock });
      return createDriver({ slack, accounts, deliver, heard });
    },
    async close() {
      await surface?.stop();
      await slack.close();
    },
  };
}

type Heard = ReturnType<typeof createHeard>;

/** What the host decided, so that the driver knows for which messages of Slack to wait. */
function createHeard() {
  let last: Promise<Outcome> = Promise.resolve({});
  return {
    wrap: (host: ChatHost): ChatHost => ({
      accept: (event) => host.accept(event),
      interact(interaction) {
        last = host.interact(interaction);
        return last;
      },
    }),
    /** Decided, though it may have been acknowledged before that. */
    last: () => last,
  };
}

type Accounts = ReturnType<typeof createAccounts>;

/** Gives people Slack accounts in their order, and says so in the records, as linking would. */
function createAccounts(slack: SlackEmulator, { ringside }: World) {
  const given = new Map<string, string>();
  return {
    async of(personId: string): Promise<string> {
      const known = given.get(personId);
      if (known) return known;
      const user = slack.user(`user${given.size + 1}`);
      given.set(personId, user);
      const identity = {
        id: `idn_${user}`,
        personId,
        surface: "slack" as const,
        connection: slack.teamId,
        externalId: user,
        verifiedBy: "email" as const,
        createdAt: 0,
        lastSeenAt: 1,
      };
      await ringside.records.write((unit) => unit.identities.put(identity));
      return user;
    },
  };
}

type Driving = { slack: SlackEmulator; accounts: Accounts; deliver: Deliver; heard: Heard };
function createDriver({ slack, accounts, deliver, heard }: Driving): SurfaceDriver {
  const { gateway, teamId: team } = slack;
  /** By the test's own key: the same press again comes as it came before. */
  const pressed = new Map<string, Parameters<Deliver>[0]>();
  const views = new Map<string, View>();
  let count = 0;

  const newTrigger = async (user: string): Promise<string> =>
    String((await slack.call("views.generateTriggerId", { user_id: user })).trigger_id);
  const shownTo = async (user: string): Promise<Message[]> =>
    (await slack.messages(user)).filter((message) => message.user === botUser);
  /** What was said or opened since `from`, as far as something was decided to be. */
  const follow = async (outcome: Outcome, user: string, from: number): Promise<Outcome> => {
    const seen: Outcome = {};
    if (outcome.toast) {
      const said = await gateway.called(
        "chat.postEphemeral",
        ({ args }) => args.user === user,
        from,
      );
      seen.toast = unescapeText(said.args.text ?? "");
    }
    if (outcome.open) {
      await gateway.called("views.open", () => true, from);
      seen.open = await openedBy(user, from);
    }
    return seen;
  };
  const openedBy = async (user: string, from: number): Promise<Card> => {
    const call = await gateway.called("views.open", () => true, from);
    const view = JSON.parse(call.args.view ?? "{}") as View;
    views.set(user, { ...view, id: `V${gateway.calls.length}`, hash: "1" });
    return toCard(view);
  };
  /** Opens the newest form of a conversation that has this submit. */
  const openForm = async (user: string, ref: string): Promise<View> => {
    const channel = await slack.channel(user);
    const shown = (await shownTo(user)).flatMap((message) =>
      formsOf(message).map(({ button, form }) => ({ message, button, form })),
    );
    const found = shown.findLast(({ form }) => actionsOf(form).some((one) => one.ref === ref));
    if (!found) throw new Error(`no form has the ref ${ref}`);
    const from = gateway.calls.length;
    const { message, button: action } = found;
    const trigger = await newTrigger(user);
    await deliver(aPress({ team, user, trigger, channel, message, action }));
    await openedBy(user, from);
    return views.get(user) as View;
  };
  /** The modal that holds a ref: the one open, or the one behind a message's button. */
  const viewWith = async (user: string, ref: string): Promise<View> => {
    const open = views.get(user);
    return open && refsOf(open).includes(ref) ? open : openForm(user, ref);
  };
  const withButton = async (user: string, ref: string): Promise<Message | undefined> =>
    (await shownTo(user)).findLast(({ blocks = [] }) =>
      buttonsOf(blocks).some(({ value }) => value === ref),
    );
  const isButton = async (user: string, ref: string) => Boolean(await withButton(user, ref));
  const press = async (user: string, ref: string, key?: string): Promise<Outcome> => {
    const channel = await slack.channel(user);
    const message = (await withButton(user, ref)) ?? { ts: "1.1" };
    const from = gateway.calls.length;
    const action = { action_id: "press:0", value: ref };
    const trigger = await newTrigger(user);
    const payload = aPress({ team, user, trigger, channel, message, action });
    if (key) pressed.set(key, payload);
    await deliver(payload);
    return follow(await heard.last(), user, from);
  };
  const sayIn = async (user: string, set: object): Promise<void> => {
    count += 1;
    const place = { user, channel: await slack.channel(user), ts: `1700000000.${count}` };
    await deliver(anEvent(team, aMessage({ ...place, ...set }), `Ev${count}`));
  };

  return {
    async says(personId, words, under) {
      const user = await accounts.of(personId);
      const root =
        under === undefined
          ? undefined
          : (await shownTo(user)).findLast(
              (message) => !message.thread_ts && readMessage(message).includes(under),
            );
      const place = root ? { thread_ts: root.ts } : {};
      await sayIn(user, { text: asTyped(words), ...place });
    },
    async forwards(personId, words) {
      const from_url = "https://ours.slack.example/archives/C1/p1700000000000000";
      const share = { is_share: true, is_msg_unfurl: true, text: asTyped(words), from_url };
      await sayIn(await accounts.of(personId), { text: "", attachments: [share] });
    },
    async drops(personId, { name, content, mediaType = "text/csv" }) {
      const bytes = Buffer.from(content);
      const url = gateway.serve(`F${count}-${encodeURIComponent(name)}`, {
        type: mediaType,
        bytes,
      });
      const file = { id: `F${count}`, name, mimetype: mediaType, size: bytes.byteLength };
      const files = [{ ...file, url_private_download: url }];
      await sayIn(await accounts.of(personId), { subtype: "file_share", files });
    },
    async files(personId) {
      const messages = await shownTo(await accounts.of(personId));
      const urls = messages.flatMap(({ files = [] }) =>
        files.map((file) => file.url_private_download),
      );
      const headers = { authorization: `Bearer ${slack.botToken}` };
      return Promise.all(urls.map(async (url) => (await fetch(url, { headers })).text()));
    },
    async shows(personId) {
      const messages = await shownTo(await accounts.of(personId));
      return messages.map(toShown);
    },
    async presses(personId, ref, key) {
      const user = await accounts.of(personId);
      const before = pressed.get(key ?? "");
      if (before) {
        // What was answered is not said again.
        await deliver(before);
        return heard.last();
      }
      return press(user, ref, key);
    },
    async submits(personId, ref, values) {
      const user = await accounts.of(personId);
      if (await isButton(user, ref)) return press(user, ref);
      const view = await viewWith(user, ref);
      const from = gateway.calls.length;
      const filled = { ...view, state: { values: toState(view.blocks, values) } };
      const sending = { team, user, trigger: await newTrigger(user), view: filled };
      const answer = await deliver(toSending(sending, ref));
      const read = readAnswer(answer);
      if (!read.errors) views.delete(user);
      if (read.toast || read.errors || read.open) return read;
      return follow(await heard.last(), user, from);
    },
  };
}

function toShown(message: Message): Shown {
  const [first] = formsOf(message);
  return {
    text: readMessage(message),
    buttons: buttonsOf(message.blocks ?? [])
      .filter(({ action_id: id }) => id.startsWith("press:"))
      .map(({ text, value }) => ({ label: text.text, ref: value ?? "" })),
    ...(first
      ? {
          form: {
            fields: first.form.fields.map(({ name }) => name),
            submits: actionsOf(first.form),
          },
        }
      : {}),
  };
}
