// Wires the conversation: events to use cases, cards to platforms.
import { createAgreedToVoice, createLanguageOf } from "../chat/accounts.ts";
import type { ChatHost, ChatSurface, Interaction, SurfaceParts } from "../chat/adapter.ts";
import { createFileHandler } from "../chat/files.ts";
import { createFloodGate, type FloodLimits } from "../chat/flood.ts";
import { createHomeOf } from "../chat/home.ts";
import { type ChatInput, createHost } from "../chat/host.ts";
import { createRouter } from "../chat/router.ts";
import { createSender } from "../chat/sender.ts";
import type { Switchboard } from "../chat/switchboard.ts";
import { createTable } from "../chat/table.ts";
import { takeQuestion } from "../core/ask/ask-question.ts";
import { scheduleNews } from "../core/journey/actions/tasks/follow-task.ts";
import { takePicture } from "../core/pipeline/checks/licence/take-picture.ts";
import { offerFile, offerMessage } from "../core/pipeline/updates/evidence.ts";
import { offerUpdate, sayForwarded } from "../core/pipeline/updates/saying/say-update.ts";
import { takeTold } from "../core/strategy/debrief/answer-debrief.ts";
import { takeChannel } from "../core/strategy/spread/team-channel.ts";
import { textsFor as textsOf } from "../core/text/texts.ts";
import { takeVoice } from "../core/voice/take-voice.ts";
import type { Loop } from "../loop.ts";
import { drawChart } from "../pictures/draw-chart.ts";
import { cancelImport, confirmImport, onImportFile } from "../sources/import/import-in-chat.ts";
import { createInbox } from "../store/inbox.ts";
import { createOutbox } from "../store/outbox.ts";
import type { Metrics } from "../web/metrics.ts";
import { createOnCallWords, onCallFile } from "./calls.ts";
import type { Parts } from "./parts.ts";
import { createOnWords } from "./practice.ts";

export type CreateSurface = (parts: SurfaceParts) => ChatSurface;

/** A platform's connection, with what it needs of us. */
export function createSurface(create: CreateSurface, parts: Parts, host: ChatHost): ChatSurface {
  const { records, clock, log, assets, metrics } = parts;
  const homeOf = createHomeOf(parts);
  const surface: ChatSurface = create({
    ...{ host, clock, log, assets, languageOf: createLanguageOf(records.read) },
    agreedToVoice: createAgreedToVoice(records.read),
    drawChart,
    count: (name, what) => metrics.surfaceEvents.inc({ surface: name, what }),
    onTask: (news) => records.write(async (unit) => scheduleNews(unit, news)),
    homeOf: (address) => homeOf({ ...address, surface: surface.adapter.surface }),
  });
  return surface;
}

/** What events are handed to, and the loop that works on them. */
export function createRingsideHost(
  parts: Parts,
  flood: Partial<FloodLimits> = {},
): ReturnType<typeof createHost> {
  const { records, clock, metrics, log } = parts;
  const host = createHost({
    calm: parts.calm,
    inbox: createInbox<ChatInput>(records, clock),
    router: createRouter({
      read: records.read,
      table: createTable(parts, { "import.confirm": confirmImport, "import.cancel": cancelImport }),
      onFile: createRingsideFiles(parts),
      onWords: firstOf(
        (person, words) => takeChannel(parts, person, words),
        createOnWords(parts),
        createOnCallWords(parts),
        (person, words) => takeTold(parts, person, words),
        (person, words) => takeQuestion(parts, person, words),
      ),
      onUpdate: (person, words) => offerUpdate(parts, { person, words }),
      onProof: (person, words) => offerMessage(parts, { person, words, isForwarded: false }),
      onForwarded: async (person, { words, comment }) =>
        (await offerMessage(parts, { person, words, isForwarded: true })) ??
        sayForwarded(parts, { person, words, comment }),
    }),
    findPerson: (event) => parts.accounts.personOf(event, { ask: !isPress(event) }),
    clock,
    onResult(kind, result, about) {
      metrics.inboxEvents.inc({ kind, result });
      log.debug({ ...about, kind, result }, "chat event");
    },
    onError: (error, about) => log.error({ ...about, err: error }, "a chat event failed"),
  });
  const textsFor = async (event: Interaction) => {
    const person = await parts.accounts.personOf(event, { ask: false });
    return textsOf(person?.language ?? "en");
  };
  const gate = createFloodGate(host, { ...flood, clock, textsFor });
  return { ...host, ...timeAcks(gate, metrics) };
}

type OnWords = ReturnType<typeof createOnWords>;

/** Words belong to the first who takes them. */
function firstOf(...takers: OnWords[]): OnWords {
  return async (person, words) => {
    for (const take of takers) {
      const taken = await take(person, words);
      if (taken) return taken;
    }
    return undefined;
  };
}

function isPress({ kind }: ChatInput): boolean {
  return kind === "action" || kind === "submit" || kind === "shortcut";
}

function createRingsideFiles(parts: Parts): ReturnType<typeof createFileHandler> {
  const onSpeechError = (error: unknown) =>
    parts.log.warn({ err: error }, "a voice note was not transcribed");
  return createFileHandler({
    read: parts.records.read,
    onCall: (person, file) => onCallFile(parts, person, file),
    onTable: (person, file) => onImportFile(parts, person, file),
    onVoice: (person, note, say) =>
      takeVoice({ services: { ...parts, onSpeechError }, person, note }, say),
    onPicture: (person, file) => takePicture(parts, person, file),
    onProof: (person, assetId) => offerFile(parts, { person, assetId }),
  });
}

/** How long somebody waits until what they did is safe, or answered. */
function timeAcks(host: ChatHost, { ackSeconds }: Metrics): ChatHost {
  const timed = async <Result>(surface: string, work: Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work;
    ackSeconds.observe({ surface }, (performance.now() - began) / 1000);
    return result;
  };
  return {
    accept: (event) => timed(event.surface, host.accept(event)),
    interact: (interaction) => timed(interaction.surface, host.interact(interaction)),
  };
}

/** What brings cards to people. */
export function createRingsideSender(
  { records, clock, newId, metrics, log, accounts, calm }: Parts,
  adapters: Switchboard["adapters"],
): Loop {
  return createSender({
    calm,
    outbox: createOutbox(records, { clock, newId }),
    read: records.read,
    adapters,
    findAccount: accounts.findFor,
    clock,
    onResult(state, about) {
      metrics.outboxMessages.inc({ state });
      log.debug({ ...about, state }, "message");
    },
    onError: (error, about) => log.warn({ ...about, err: error }, "a message was not sent"),
  });
}
